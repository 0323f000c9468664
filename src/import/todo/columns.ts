import { listSections } from '../../../generated/records.ts';
import { foldCell } from '../register/cell-text.ts';
import type { RecordSection } from '../register/fields.ts';

/** The columns of a to-do workbook that an import reads, by their headers; it finds them wherever they have been moved to. */
export const answerHeaders = {
  answer: '【回答】',
  by: '回答者',
  date: '回答日',
  remarks: '根拠・備考',
  /** in a hidden column, so that rows may be sorted, filtered and removed: each says itself what its answer is for */
  key: '取込用の番号（消さない・書き換えない）',
} as const;

export type AnswerColumn = keyof typeof answerHeaders;

/** @returns the column that a header stands over, however its width and blanks were typed */
export function answerColumn(header: string): AnswerColumn | undefined {
  const folded = foldCell(header);
  return (Object.keys(answerHeaders) as AnswerColumn[]).find(
    (one) => foldCell(answerHeaders[one]) === folded,
  );
}

/** A field of one record that somebody is asked for. */
export interface AskedField {
  readonly section: RecordSection;
  readonly id: string;
  /** its path below the record: `storage.locked` */
  readonly field: string;
}

/** @returns what the hidden column has for a field; the id comes last, since blanks may stand in it */
export function keyOfField({ section, id, field }: AskedField): string {
  return `${section} ${field} ${id}`;
}

/** @returns the field that a text of the hidden column is for; `undefined` where it is none that sekisho wrote */
export function readKey(text: string): AskedField | undefined {
  const { section, field, id } =
    /^(?<section>\w+) (?<field>[\w.-]+) (?<id>.+)$/su.exec(text.trim())?.groups ?? {};
  const known = listSections.find((one) => one === section);
  return known === undefined || field === undefined || id === undefined
    ? undefined
    : { section: known, id, field };
}
