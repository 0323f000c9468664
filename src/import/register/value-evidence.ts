import { foldText } from '../../base/fold-text.ts';
import type { FieldTarget, RecordSection } from './fields.ts';
import type { QuestionCode } from './reading.ts';
import type { Table, TableColumn } from './table.ts';
import { readCell } from './values.ts';

/** How many different texts of a column are looked at: the rest says the same. */
const mostTexts = 30;

/** How many rows are looked at, that a register of many thousands costs no more than a small one. */
const mostRows = 500;

/** Readings that show that the texts of a column have nothing to do with the field. */
const otherKinds: ReadonlySet<QuestionCode> = new Set([
  'not-yes-or-no',
  'not-a-choice',
  'level',
  'date',
  'number',
  'address',
  'ports',
  'post',
  'only-yes-or-no',
  'number-for-yes-no',
]);

/** Readings of what is no day, number, address or level, whatever an office means by it. */
const plainlyOther: ReadonlySet<QuestionCode> = new Set(['level', 'date', 'number', 'address', 'ports']);

/** What media are called; the field takes any text. */
const media =
  /USB|メモリ|DVD|CD|BD|ブルーレイ|HDD|SSD|ディスク|テープ|SDカード|カード|MO|フロッピー|LTO|サーバ|PC|パソコン|端末|フィルム|マイクロ|クラウド|NAS|タブレット/iu;

/** @returns different texts that stand in a column, from the top */
export function textsIn(table: Table, { column }: TableColumn): readonly string[] {
  const texts = new Set<string>();
  for (const { cells } of table.rows.slice(0, mostRows)) {
    const text = cells.get(column)?.text;
    if (text !== undefined) texts.add(text);
    if (texts.size >= mostTexts) break;
  }
  return [...texts];
}

/**
 * @param texts of a column
 * @returns the share of them that a field may hold, from 0 to 1; what is unclear, but of the kind of the field, counts. Where
 *   nothing stands in the column, or only －, nothing speaks against it.
 */
export function shareReadable(
  texts: readonly string[],
  targets: readonly FieldTarget[],
  section: RecordSection,
): number {
  let fits = 0;
  let of = 0;
  for (const text of texts) {
    const reading = readCell(text, targets, section);
    if (reading.kind === 'blank' || reading.kind === 'nothing') continue;
    of++;
    if (targets.join() === 'medium' && !media.test(foldText(text))) continue;
    if (reading.kind === 'value' || (reading.kind === 'question' && !otherKinds.has(reading.code))) fits++;
  }
  return of === 0 ? 1 : fits / of;
}

/** Whether a field takes some texts only, such as dates or choices, so that what stands in a column speaks for it or against it. */
export function isParticular(targets: readonly FieldTarget[], section: RecordSection): boolean {
  return targets.join() === 'medium' || readCell('〓〓〓', targets, section).kind !== 'value';
}

/** Whether a column holds something, and nothing of it is the day, number, address or level that a field is. */
export function isPlainlyOther(
  texts: readonly string[],
  targets: readonly FieldTarget[],
  section: RecordSection,
): boolean {
  const codes = texts.flatMap((text) => {
    const reading = readCell(text, targets, section);
    if (reading.kind === 'blank' || reading.kind === 'nothing') return [];
    return [reading.kind === 'question' ? reading.code : undefined];
  });
  return codes.length > 0 && codes.every((code) => code !== undefined && plainlyOther.has(code));
}
