import { groupBy } from '../../base/groups.ts';
import type { Area, Cell, Sheet } from '../../spreadsheet/workbook.ts';

/** A sheet as tables are looked for in it: its rows without cells of blanks alone, and its merged cells by their first row. */
export interface Lines {
  readonly lines: readonly Line[];
  /** merged cells by the row in which they begin */
  readonly mergesFrom: ReadonlyMap<number, readonly Area[]>;
  readonly lastColumn: number;
}

/** A row in which something stands. */
export interface Line {
  readonly row: number;
  readonly hidden?: true;
  readonly cells: ReadonlyMap<number, Cell>;
}

/** @returns the rows and merged cells of a sheet */
export function linesOf(sheet: Sheet): Lines {
  const lines: Line[] = [];
  let lastColumn = 0;
  for (const { number, hidden, cells } of sheet.rows) {
    const filled = withoutBlanks(cells);
    if (filled.size === 0) continue;
    for (const column of filled.keys()) if (column > lastColumn) lastColumn = column;
    lines.push({ row: number, ...(hidden && { hidden }), cells: filled });
  }
  return { lines, mergesFrom: groupBy(sheet.merges, ({ top }) => top), lastColumn };
}

/** People blank out cells with the space bar; a cell of blanks is an empty one. */
function withoutBlanks(cells: ReadonlyMap<number, Cell>): ReadonlyMap<number, Cell> {
  for (const { text } of cells.values())
    if (text.trim() === '') return new Map([...cells].filter(([, cell]) => cell.text.trim() !== ''));
  return cells;
}

/** @returns the merged cell whose top left cell this is */
export function mergeAt({ mergesFrom }: Lines, row: number, column: number): Area | undefined {
  return mergesFrom.get(row)?.find(({ left }) => left === column);
}

/** @returns what stands in a row, from left to right */
export function textsOf({ cells }: Line): string[] {
  return Array.from(cells.values(), ({ text }) => text);
}
