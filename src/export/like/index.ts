import type { RegisterFile } from '../../import/register/open-registers.ts';
import { recordKey } from '../../register/state.ts';
import { editSpreadsheet } from '../../spreadsheet/edit.ts';
import { contentText, type EditableSpreadsheet } from '../../spreadsheet/editable.ts';
import { addressOf } from '../../spreadsheet/workbook.ts';
import { Attempt } from './attempt.ts';
import { knownSheets, type RegisterContext, readOriginal, rowKey, rowsSaid } from './registers.ts';
import type { CellChange, FieldCount, LikeResult, WhyUnwritten } from './result.ts';

/** how often rows that came out wrong are left as they are before nothing is written at all */
const mostAttempts = 5;

/**
 * Gives an office its own register back: with what people changed in the inventory since it was imported, each value in the
 * convention of its column, and every other byte as it is. What is written reads back as what the inventory says; that is tried,
 * and what does not is left as it was and listed.
 *
 * @returns `undefined` where the mapping knows no sheet of the file
 * @throws SpreadsheetError if the original cannot be read
 */
export function likeOriginal(original: RegisterFile, context: RegisterContext): LikeResult | undefined {
  const editor = editSpreadsheet(original.bytes, original.name);
  const first = readOriginal(original, context, true);
  if (knownSheets(first, context).length === 0) return undefined;
  const excluded = new Map<string, WhyUnwritten>();
  for (let count = 1; ; count += 1) {
    const attempt = new Attempt(original, context, editor, excluded);
    attempt.run();
    const wrong = [...attempt.wrong()].filter(([key]) => !excluded.has(key));
    if (wrong.length === 0) return resultOf(attempt, editor, rowsSaid(first));
    for (const [key, why] of wrong) excluded.set(key, why);
    if (count < mostAttempts) continue;
    for (const key of rowsSaid(first).keys()) excluded.set(key, excluded.get(key) ?? 'reads-otherwise');
    for (const { section, id } of context.records) excluded.set(recordKey(section, id), 'reads-otherwise');
  }
}

function resultOf(
  attempt: Attempt,
  editor: EditableSpreadsheet,
  rows: ReturnType<typeof rowsSaid>,
): LikeResult {
  const { bytes, account } = attempt;
  const { appended, notWritten, gone, newer } = account;
  const texts = textsOf(editor);
  const changed = [...attempt.edits.values()].flatMap(
    ({ sheet, row, column, content, rowLike }): CellChange[] => {
      // New rows are listed as such.
      if (rowLike !== undefined) return [];
      const cell = addressOf(row, column);
      return [
        {
          ...{ sheet, cell, id: rows.get(rowKey({ sheet, row }))?.id ?? '' },
          ...{ from: texts(sheet, row, column), to: contentText(content) },
          replacesFormula: editor.kindOf(sheet, row, column) === 'formula',
        },
      ];
    },
  );
  return { bytes, changed, appended, notWritten, gone, newer, withoutColumn: counted(account.withoutColumn) };
}

function textsOf({ workbook }: EditableSpreadsheet) {
  const rows = new Map(
    workbook.sheets.flatMap(({ name, rows: own }) =>
      own.map(({ number, cells }) => [rowKey({ sheet: name, row: number }), cells] as const),
    ),
  );
  return (sheet: string, row: number, column: number) =>
    rows.get(rowKey({ sheet, row }))?.get(column)?.text ?? '';
}

function counted(facts: Attempt['account']['withoutColumn']): FieldCount[] {
  const counts = new Map<string, FieldCount>();
  for (const { section, path } of facts) {
    const key = `${section} ${path}`;
    counts.set(key, { section, path, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()];
}
