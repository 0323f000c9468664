import type { FieldTarget } from './fields.ts';

/*
 * Headers that sekisho itself writes over the columns of a workbook. They hold a mark that no office writes, so that a sheet says
 * by itself that its columns need no confirmation.
 */

/** Over the ids of records, which are taken as they stand: other numbers of offices are made ids of, or count the rows. */
export const ownIdHeader = 'id（sekisho）';

/** Over what has no column of its own, as YAML: `evidence: [{ path: … }]` and so on, a key of the record a line. */
export const restHeader = 'その他の項目（YAML）';

/** What a column of a mapping is for that is under {@link restHeader}. */
export const restTarget: FieldTarget = 'yaml';

/** Over what is said of a record rather than by it; an import passes over such columns. */
export const verdictHeaders = {
  verdict: '判定（sekisho）',
  toDo: 'すること（sekisho）',
  clauses: '条項（sekisho）',
} as const;

const passedOver: ReadonlySet<string> = new Set(Object.values(verdictHeaders));

export function isPassedOver(header: string): boolean {
  return passedOver.has(header);
}

/** Whether a header is the key itself of what is kept and not judged, such as `x-担当者`. */
export function isKeptKey(header: string): boolean {
  return /^x-[^\s.[\]／]+$/u.test(header);
}

/** @returns the header of a field whose name offices use for something else, too: its field stands beside it */
export function ownHeader(title: string, target: FieldTarget): string {
  return `${title}〔${target.replaceAll('[]', '')}〕`;
}
