import type { SheetResult } from '../../import/register/read-registers.ts';
import type { Table } from '../../import/register/table.ts';
import { countOf } from '../../import/register/table-texts.ts';
import type { CellContent, CellEdit, EditableSpreadsheet } from '../../spreadsheet/editable.ts';

/** A new row, and what is to stand in its cells, by their columns. */
export interface NewRow {
  readonly row: number;
  readonly cells: ReadonlyMap<number, CellContent>;
}

/** @returns the row below which new ones stand: the last that is a record, or the last of the headers */
export function lastRowOf({ rows, headerRows }: Table): number {
  return rows.at(-1)?.row ?? headerRows.last;
}

/**
 * Tells which rows below a table are free. A row that is counted and not filled in is; else nothing may stand in it, and one more
 * row must stay empty before what stands below: notes and totals that touch a table are taken for its rows.
 *
 * @returns the numbers of the rows, at most as many as are wanted
 */
export function freeRows({ sheet }: SheetResult, table: Table, wanted: number): number[] {
  const last = lastRowOf(table);
  const forms = new Set(
    table.skipped.flatMap(({ row, why }) => (why === 'blank-form' && row > last ? [row] : [])),
  );
  const filled = sheet.rows.flatMap(({ number }) => (number > last && !forms.has(number) ? [number] : []));
  const next = Math.min(...filled, Number.POSITIVE_INFINITY);
  const free: number[] = [];
  for (let row = last + 1; free.length < wanted; row += 1) {
    const isMerged = sheet.merges.some(({ top, bottom }) => row >= top && row <= bottom);
    if (isMerged || (forms.has(row) ? row >= next : row + 1 >= next)) break;
    free.push(row);
  }
  return free;
}

/** @returns the number that a new row has in a column which counts the rows; nothing where it does not count on */
export function nextNumber(
  { columns }: SheetResult,
  table: Table,
  index: number,
): { readonly column: number; readonly number: number } | undefined {
  const column = columns.find(({ mapped }) => mapped.rowNumber)?.column.column;
  if (column === undefined) return undefined;
  const last = countOf(table.rows.at(-1)?.cells.get(column)?.text ?? '');
  return last === undefined ? undefined : { column, number: last + 1 + index };
}

/** @returns the edits that write new rows into a sheet, which look like the row above */
export function appendingEdits(
  { sheet }: SheetResult,
  like: number,
  rows: readonly NewRow[],
  kindOf: EditableSpreadsheet['kindOf'],
): CellEdit[] {
  return rows.flatMap(({ row, cells }) =>
    [...cells].flatMap(([column, content]): CellEdit[] => {
      // The number of a form is there already.
      if (content.kind === 'number' && kindOf(sheet.name, row, column) !== 'empty') return [];
      return [{ sheet: sheet.name, row, column, content, rowLike: like }];
    }),
  );
}
