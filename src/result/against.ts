import type { Day } from '../base/date.ts';
import type { Localized } from '../base/localized.ts';
import type { Modality } from '../policy/policy.ts';
import { type ClauseCoverage, clauseStatuses, type JudgedPolicy, type ShownStatus } from './coverage.ts';

/** How the clauses of another policy are answered by those of the policies judged by, in the order of its document. */
export interface AgainstCoverage {
  readonly against: JudgedPolicy;
  /** whether it is law that was judged by, so that the statuses are its own */
  readonly judged: boolean;
  /** the ids of the policies whose clauses may answer it */
  readonly by: readonly string[];
  /** what every report by it says once, where no notice of the run does, since it was not judged by */
  readonly note?: Localized;
  /** whether it asks nothing of the body, by the body's own statement */
  readonly exempt: boolean;
  /** the first day on which it holds, where it says so */
  readonly firstDay?: Day;
  readonly clauses: readonly AgainstClause[];
  /** of law: what it binds and no clause of a policy of the body does; absent of any other */
  readonly beyond?: readonly BeyondPolicy[];
}

export interface AgainstClause {
  readonly ref: string;
  readonly title: Localized;
  readonly summary: Localized;
  readonly modality: Modality;
  readonly servedBy: readonly ServingClause[];
  readonly status: AgainstStatus;
  /** of one that is not met: whether a clause that serves it breaks a duty */
  readonly violated: boolean;
  /** whether no clause answers it, and one should; no finding, since another document may */
  readonly uncovered: boolean;
  /** the day from which it holds, where that is yet to come */
  readonly announced?: Day;
  readonly work: Work;
  /** how many findings behind its status nothing suppresses */
  readonly findings: number;
  /** what to do about them, rule by rule, what weighs most first */
  readonly next: readonly NextStep[];
}

/** A clause that serves another, and how the inventory stands to it. */
export interface ServingClause extends Pick<ClauseCoverage, 'ref' | 'title' | 'status' | 'violated'> {
  readonly policy: string;
}

/** What a rule asks to be done, and of how many records. */
export interface NextStep {
  readonly ruleId: string;
  readonly remedy: Localized;
  readonly findings: number;
  /** whether all of them hold only from a day to come */
  readonly announced: boolean;
}

/**
 * The status of a clause of law that was judged by is its own. Of any other it is the worst of those that serve it; else
 * `uncovered`, or `not-needed` where it asks for nothing: a definition, a purpose, the scope. What law asks for without naming it
 * (その他) `informs`.
 */
export const againstStatuses = [...clauseStatuses, 'uncovered', 'not-needed'] as const;

export type AgainstStatus = (typeof againstStatuses)[number];

/** The same as people see it. */
export type ShownAgainst = AgainstStatus | ShownStatus;

/**
 * What is left to do for a clause, in the order in which a section goes about it: `unmet`: a measure is missing; `unknown`: a
 * fact is not written; `uncovered`: no clause of the policies answers it; `review`: a person must look; `transitional`: what there
 * is may stay as it is; `done`; `nothing`: it asks for nothing.
 */
export const works = ['unmet', 'unknown', 'uncovered', 'review', 'transitional', 'done', 'nothing'] as const;

export type Work = (typeof works)[number];

/** In which order clauses are listed: that of their document, or that of the work that is left. */
export const againstOrders = ['document', 'work'] as const;

export type AgainstOrder = (typeof againstOrders)[number];

/**
 * What law binds and no clause of a policy judged by does: an agency of the body, an organ that a policy leaves out by name and
 * the inventory does not list, a segment of a network that it leaves out, or `other` records together.
 */
export interface BeyondPolicy {
  readonly kind: 'agency' | 'organ' | 'segment' | 'network' | 'other';
  readonly id?: string;
  /** absent of what has no name: the other networks where the inventory lists none, and other records */
  readonly name?: Localized;
  /** how many records of the inventory belong to it */
  readonly records: number;
}

/** @returns clauses in the order of the work that is left, each kind of it in the order of the document */
export function byWork(clauses: readonly AgainstClause[]): AgainstClause[] {
  return works.flatMap((work) => clauses.filter((clause) => clause.work === work));
}
