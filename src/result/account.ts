import type { Day } from '../base/date.ts';
import type { FileDigest } from '../base/digest.ts';
import type { EvidenceState } from '../inventory/evidence.ts';
import type { FindingLocation } from './finding.ts';

/** The body whose inventory is judged, as far as the inventory names it. */
export interface Body {
  readonly name?: string;
  /** 全国地方公共団体コード */
  readonly code?: string;
  readonly agencies: readonly { readonly id: string; readonly name: string }[];
  /** those that the organization lists, then those that records name besides; what has no id goes by its name */
  readonly divisions: readonly { readonly id: string; readonly name: string; readonly agency?: string }[];
}

/** A file that contributed to the result. */
export interface Input extends FileDigest {
  readonly kind: 'inventory' | 'policy' | 'configuration' | 'baseline' | 'evidence';
}

/** An exception (例外措置) of the inventory, in force or not. */
export interface ExceptionAccount {
  readonly id: string;
  readonly name: string;
  readonly rules: readonly string[];
  /** as the inventory names them */
  readonly records: readonly string[];
  readonly reason?: string;
  readonly compensatingMeasures?: string;
  readonly applicant?: string;
  readonly approver?: string;
  readonly approved?: Day;
  /** the first day: as stated, but not before the approval */
  readonly starts?: Day;
  /** the last day: as stated, else the end of the fiscal year in which it starts */
  readonly ends?: Day;
  /** the days in the notation of the file */
  readonly asWritten: { readonly approved?: string; readonly starts?: string; readonly ends?: string };
  readonly ticket?: string;
  readonly inForce: boolean;
  /** how often it covers a record under a rule */
  readonly covers: number;
  readonly location: FindingLocation;
}

/** An attestation (確認記録) of the inventory. */
export interface AttestationAccount {
  readonly id: string;
  readonly name: string;
  readonly policy?: string;
  readonly clause?: string;
  readonly statement?: string;
  readonly by?: string;
  readonly date?: Day;
  readonly validUntil?: Day;
  /** the last day: as stated, else the end of a fiscal year */
  readonly ends?: Day;
  /** the days in the notation of the file */
  readonly asWritten: { readonly date?: string; readonly ends?: string };
  readonly evidence: readonly EvidenceAccount[];
  /** whether it names no evidence, so that it is a mere statement */
  readonly withoutEvidence: boolean;
  readonly location: FindingLocation;
}

/** A correction (改善措置) of the inventory: who mends what was found, and by when. */
export interface CorrectionAccount {
  readonly id: string;
  readonly name: string;
  readonly rules: readonly string[];
  /** as the inventory names them; absent where it is for all findings of its rules */
  readonly records?: readonly string[];
  /** the division or post that mends it: as stated, else the name of the division in charge */
  readonly owner?: string;
  readonly due?: Day;
  readonly state?: 'planned' | 'underway' | 'done' | 'declined';
  /** the day on which it was confirmed to be done */
  readonly done?: Day;
  /** the days in the notation of the file */
  readonly asWritten: { readonly due?: string; readonly done?: string };
  /** the id of the audit whose finding it follows up */
  readonly audit?: string;
  readonly notes?: string;
  /** how many findings of this run it is for */
  readonly findings: number;
  readonly location: FindingLocation;
}

/** The last audit before the day judged by, and what follows up each of its findings. */
export interface AuditFollowUp {
  readonly id: string;
  readonly name: string;
  readonly date: Day;
  /** the day in the notation of the file */
  readonly dateAsWritten?: string;
  /** as the audit words them; `corrections` are the ids of those that are for it by its words */
  readonly findings: readonly { readonly text: string; readonly corrections: readonly string[] }[];
  /** the ids of corrections that name the audit and none of its findings */
  readonly others: readonly string[];
}

/** A piece of evidence and, if it is a file, whether it was found unchanged. */
export interface EvidenceAccount {
  /** as the inventory names it */
  readonly path?: string;
  readonly url?: string;
  /** as the inventory writes it */
  readonly date?: string;
  /** as the inventory states it */
  readonly sha256?: string;
  readonly state?: EvidenceState;
}

export type { Repository } from '../tree/git/provenance.ts';
