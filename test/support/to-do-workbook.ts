import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { CellLayout } from '../../src/spreadsheet/layout.ts';
import { openSpreadsheet } from '../../src/spreadsheet/open.ts';
import { writeXlsx } from '../../src/spreadsheet/xlsx/write.ts';

/** A row of a to-do workbook, by the headers. */
export type Row = ReadonlyMap<string, string>;

/** The rows below the header of the sheet, by the headers. */
export function rowsOf(file: string): Row[] {
  const { rows, header } = sheetOf(file);
  return rows
    .slice(header + 1)
    .map(
      ({ cells }) =>
        new Map([...(rows[header]?.cells ?? [])].map(([at, { text }]) => [text, cells.get(at)?.text ?? ''])),
    );
}

/** The sheet of questions, and the index of its header. */
export function sheetOf(file: string) {
  const sheet = openSpreadsheet(readFileSync(file), path.basename(file)).sheets.find(
    ({ name }) => name === '記入依頼',
  );
  if (sheet === undefined) throw new Error(`${file} has no sheet of questions`);
  const header = sheet.rows.findIndex(({ cells }) =>
    [...cells.values()].some(({ text }) => text === '【回答】'),
  );
  return { ...sheet, header };
}

export const keyHeader = '取込用の番号（消さない・書き換えない）';

/** What an office writes in a row. */
export type Filled = Readonly<
  Partial<Record<'【回答】' | '回答者' | '回答日' | '根拠・備考', CellLayout['value']>>
>;

/** Saves a workbook as an office would after answering in it: the rows in another order, with a column of its own. */
export function answer(
  from: string,
  to: string,
  answers: Readonly<Record<string, Filled>>,
  {
    order = (rows) => rows.toReversed(),
    without = [],
  }: {
    readonly order?: (rows: readonly Row[]) => readonly Row[];
    /** headers of columns that the office has deleted */
    readonly without?: readonly string[];
  } = {},
): void {
  const rows = order(rowsOf(from));
  const headers = ['整理番号', ...(rows[0]?.keys() ?? [])].filter((header) => !without.includes(header));
  const line = (row: Row): (CellLayout | undefined)[] => {
    const own: Readonly<Record<string, CellLayout['value']>> = answers[row.get(keyHeader) ?? ''] ?? {};
    return headers.map((header) => {
      const value = own[header] ?? row.get(header);
      return value === undefined || value === '' ? undefined : { value };
    });
  };
  const layout = {
    name: '記入依頼',
    widths: headers.map(() => 10),
    rows: [
      { cells: [{ value: '記入のお願い' }] },
      { cells: headers.map((value) => ({ value })) },
      ...rows.map((row) => ({ cells: line(row) })),
    ],
  };
  writeFileSync(to, writeXlsx({ sheets: [layout, { name: 'メモ', widths: [10], rows: [] }] }));
}
