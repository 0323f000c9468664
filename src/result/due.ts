import type { Day } from '../base/date.ts';
import type { Localized } from '../base/localized.ts';
import type { FindingLocation, RecordReference } from './finding.ts';

/**
 * What falls due: the last day of an exception, of an attestation, of an approval, of a contract, of a product's support; what
 * is to be mended by a day; a yearly duty that is not done yet in this fiscal year; a post to confirm after the personnel changes of 1 April.
 */
export const dueKinds = [
  'exception',
  'attestation',
  'approval',
  'contract',
  'support',
  'correction',
  'yearly-duty',
  'post',
] as const;

export type DueKind = (typeof dueKinds)[number];

/** How far ahead is looked for what falls due: as long as a section needs to have an approval renewed or a contract put out to tender. */
export const dueWithin = 'P90D';

/** One thing that falls due. It is never a finding. */
export interface DueItem {
  readonly kind: DueKind;
  /** the last day on which it holds, or until which it is to be done */
  readonly date: Day;
  /** the date as the file writes it, where that is not the day itself: a month, a day of an era */
  readonly dateAsWritten?: string;
  readonly record: RecordReference;
  /** tells it from others of its kind and record: the field, the rule or the clause that it is about */
  readonly key: string;
  /** what to do, in a sentence */
  readonly what: Localized;
  /** those in charge of the record, as a finding names them; of an exception that names none, of what it permits */
  readonly agency?: string;
  readonly division?: string;
  readonly location: FindingLocation;
}

/** How many records there are of which nobody knows when something falls due, since they do not say. */
export interface Undated {
  readonly kind: DueKind;
  readonly records: number;
  /** what they do not say, and what to write where, in a sentence */
  readonly what: Localized;
}

/**
 * @param shown where only some divisions are to be shown, those
 * @returns what falls due for them
 */
export function shownDue(
  items: readonly DueItem[],
  shown: { readonly division: readonly string[] } | undefined,
): readonly DueItem[] {
  if (shown === undefined) return items;
  return items.filter(({ division }) => division !== undefined && shown.division.includes(division));
}
