import type { Day } from '../base/date.ts';
import type { Localized } from '../base/localized.ts';
import type { Basis, InForce, Modality, ServedClause } from '../policy/policy.ts';

/** A policy that the inventory was judged under. */
export interface JudgedPolicy {
  readonly id: string;
  readonly title: Localized;
  /** `law`: what is not met is no violation; the policy of a body where it is absent */
  readonly kind?: 'law';
  /** who issued it */
  readonly issuer?: Localized;
  /** the days on which its editions came into force, in order */
  readonly editions: readonly Day[];
  /** what it calls things in Japanese alone: sentences in other languages quote it as it is */
  readonly japaneseNames: readonly string[];
}

/** The coverage of one policy, in the order of its document. */
export interface PolicyCoverage {
  readonly policy: JudgedPolicy;
  /** the ids of the policies that it extends */
  readonly builtOn: readonly string[];
  readonly clauses: readonly ClauseCoverage[];
}

export interface ClauseCoverage {
  readonly ref: string;
  readonly title: Localized;
  readonly summary: Localized;
  readonly modality: Modality;
  readonly answeredBy: {
    readonly rules: readonly {
      readonly id: string;
      readonly basis: Basis;
      /** from which level on, and with which numbers, the clause asks it */
      readonly terms: readonly Localized[];
    }[];
    readonly attestation: boolean;
    /** the part of the model that reflects the clause, where no rule judges it */
    readonly informs: Localized | null;
  };
  /** verdicts of its rules, over all records */
  readonly verdicts: VerdictCounts;
  /** how many of the fails break no duty that the clause states */
  readonly improvements: number;
  /** how many of the fails an exception covers */
  readonly excepted: number;
  readonly status: ClauseStatus;
  /** of an announced clause: what its status would be if it were in force; what is counted is counted so, too */
  readonly statusInForce?: StatusInForce;
  /** the days on which it holds, where it states any */
  readonly inForce?: InForce;
  /** of a clause that is not met: whether it breaks a duty that the clause states */
  readonly violated: boolean;
  /** the valid attestation that answers the clause; the findings of its rules may still give it another status */
  readonly attestedBy?: AttestedBy;
  /** what it answers in other documents */
  readonly serves?: readonly ServedClause[];
}

/** The attestation by which a clause is attested. */
export interface AttestedBy {
  readonly id: string;
  readonly by: string;
  readonly date: Day;
  /** the last day: as stated, else the end of a fiscal year */
  readonly ends: Day;
  /** whether it names any evidence */
  readonly evidence: boolean;
}

/**
 * The status of a clause: `unconfirmed` of law what is not met, `transitional` where all is left to the earlier law, `unknown` also where a person must look, `not-applicable` where no record is of the kind that
 * it is about, `informs` where there is nothing to judge. `announced`: it is not in force yet; `ended`: not any more, so that
 * it is not judged.
 */
export const clauseStatuses = [
  'not-met',
  'unconfirmed',
  'unknown',
  'excepted',
  'met',
  'attested',
  'transitional',
  'not-applicable',
  'informs',
  'unanswered',
  'announced',
  'ended',
] as const;

export type ClauseStatus = (typeof clauseStatuses)[number];

/** The status of a clause that is in force. */
export type StatusInForce = Exclude<ClauseStatus, 'announced' | 'ended'>;

/** Whether the status of a clause says how the inventory stands to it today. */
export function isInForce({ status }: Pick<ClauseCoverage, 'status'>): boolean {
  return status !== 'announced' && status !== 'ended';
}

export interface VerdictCounts {
  readonly pass: number;
  readonly fail: number;
  readonly unknown: number;
  readonly review: number;
  readonly notApplicable: number;
  /** left to the earlier law by a transitional rule; absent where there are none */
  readonly transitional?: number;
}

/** The status of a clause as people see it: `to-improve` is not met, but breaks no duty that the clause states. */
export type ShownStatus = ClauseStatus | 'to-improve';
