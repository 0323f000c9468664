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
  /** in another: what a policy of the body's own lets be answered, which no import could know */
  own: '取込用の選択肢（消さない・書き換えない）',
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
  /** its path below the record: `storage.locked`, `software[].authorised` */
  readonly field: string;
  /** of a field of the items of a list: what tells the item that is meant from the others */
  readonly item?: ItemMarks;
}

/** What tells an item from the others of its list: some of its texts, by their keys. Never where it stands, since lists grow. */
export type ItemMarks = readonly (readonly [key: string, text: string])[];

/** @returns what the hidden column has for a field; the id comes last, since blanks may stand in it */
export function keyOfField({ section, id, field, item }: AskedField): string {
  const marks = item?.map(([key, text]) => `${escaped(key)}=${escaped(text)}`).join(';');
  return `${section} ${marks === undefined ? field : field.replace('[]', `[${marks}]`)} ${id}`;
}

/** @returns the field that a text of the hidden column is for; `undefined` where it is none that sekisho wrote */
export function readKey(text: string): AskedField | undefined {
  const { section, field, marks, id } =
    /^(?<section>\w+) (?<field>[^\s[\]]+(?:\[(?<marks>[^\s[\]]+)\]\.[^\s[\]]+)?) (?<id>.+)$/su.exec(
      text.trim(),
    )?.groups ?? {};
  const known = listSections.find((one) => one === section);
  if (known === undefined || field === undefined || id === undefined) return undefined;
  if (marks === undefined) return { section: known, id, field };
  const item = marks.split(';').map((mark): readonly [string, string] => {
    const [key = '', value = ''] = mark.split('=', 2).map(unescaped);
    return [key, value];
  });
  return { section: known, id, field: field.replace(`[${marks}]`, '[]'), item };
}

/** @returns a text without what parts the texts of a hidden column from each other */
export function escaped(text: string): string {
  return text.replaceAll(/[\s%[\]=;]/gu, encodeURIComponent);
}

/** @returns what was escaped; of what somebody has written over, as much as can be read */
export function unescaped(text: string): string {
  return text.replaceAll(/(?:%[0-9A-F]{2})+/gu, (codes) => {
    const bytes = Buffer.from(codes.replaceAll('%', ''), 'hex');
    return bytes.toString('utf8');
  });
}
