import type { Day } from '../base/date.ts';
import type { Localized } from '../base/localized.ts';
import type { Basis, Modality } from '../policy/policy.ts';

/** A policy that the inventory was judged by. */
export interface JudgedPolicy {
  readonly id: string;
  readonly title: Localized;
  /** who decided it */
  readonly issuer?: Localized;
  /** the days on which its editions came into force, the first one first */
  readonly editions: readonly Day[];
}

/** How one policy is answered, in the order of its document. */
export interface PolicyCoverage {
  readonly policy: JudgedPolicy;
  readonly clauses: readonly ClauseCoverage[];
}

export interface ClauseCoverage {
  readonly ref: string;
  readonly title: Localized;
  readonly summary: Localized;
  readonly modality: Modality;
  readonly answeredBy: {
    readonly rules: readonly { readonly id: string; readonly basis: Basis }[];
    readonly attestation: boolean;
    /** what of the model the clause is reflected in, where no rule judges it */
    readonly informs: Localized | null;
  };
  /** of its rules, over all records */
  readonly verdicts: VerdictCounts;
  /** how many of the fails break no duty that the clause states */
  readonly improvements: number;
  /** how many of them an exception covers */
  readonly excepted: number;
  readonly status: ClauseStatus;
  /** of a clause that is not met: whether a duty is broken that it states */
  readonly violated: boolean;
  /** the attestation that answers it, where a valid one does; the status may still be another, for what its rules found */
  readonly attestedBy?: AttestedBy;
}

/** The attestation by which a clause is attested. */
export interface AttestedBy {
  readonly id: string;
  readonly by: string;
  readonly date: Day;
  /** its last day: as stated, else the end of a fiscal year */
  readonly ends: Day;
  /** whether it names any evidence */
  readonly evidence: boolean;
}

/**
 * How an inventory stands to a clause: `unknown` also where a person must look, `not-applicable` where no record
 * is of the kind that it speaks of, `informs` where there is nothing to judge.
 */
export const clauseStatuses = [
  'not-met',
  'unknown',
  'excepted',
  'met',
  'attested',
  'not-applicable',
  'informs',
  'unanswered',
] as const;

export type ClauseStatus = (typeof clauseStatuses)[number];

export interface VerdictCounts {
  readonly pass: number;
  readonly fail: number;
  readonly unknown: number;
  readonly review: number;
  readonly notApplicable: number;
}

/** How people are shown that a clause stands: `to-improve` is not met, yet breaks no duty that the clause states. */
export type ShownStatus = ClauseStatus | 'to-improve';
