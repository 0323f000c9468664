import type { Day } from '../base/date.ts';
import type { Localized } from '../base/localized.ts';
import type { FindingLocation, RecordReference } from './finding.ts';

/**
 * What falls due: the last day of an exception, of an attestation, of an approval, of a contract, of a product's support; a
 * yearly duty that is not done yet in this fiscal year; a post to confirm after the personnel changes of 1 April.
 */
export const dueKinds = [
  'exception',
  'attestation',
  'approval',
  'contract',
  'support',
  'yearly-duty',
  'post',
] as const;

export type DueKind = (typeof dueKinds)[number];

/** One thing that falls due. It is never a finding. */
export interface DueItem {
  readonly kind: DueKind;
  /** the last day on which it holds, or until which it is to be done */
  readonly date: Day;
  readonly record: RecordReference;
  /** what to do, in a sentence */
  readonly what: Localized;
  /** those in charge of the record, as a finding names them */
  readonly agency?: string;
  readonly division?: string;
  readonly location: FindingLocation;
}
