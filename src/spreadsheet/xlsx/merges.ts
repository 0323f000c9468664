import { damaged } from '../problem.ts';
import type { Area, Row } from '../workbook.ts';

/**
 * Areas do not overlap, so that a sheet has no more of their rows than cells; a file in which many lie on each other would keep
 * a run busy for hours.
 */
const mostRowsOfMerges = 20_000_000;

/**
 * Leaves out what stands in cells that a merged area covers: spreadsheets keep it, but do not show it.
 *
 * @throws SpreadsheetError for areas that overlap without measure
 */
export function withoutCovered(rows: readonly Row[], merges: readonly Area[], part: string): readonly Row[] {
  const covered = new Map<number, Set<number>>();
  let visited = 0;
  for (const { top, left, bottom, right } of merges) {
    for (let index = firstFrom(rows, top); index < rows.length; index += 1) {
      const row = rows[index];
      if (row === undefined || row.number > bottom) break;
      visited += 1 + Math.min(row.cells.size, right - left);
      if (visited > mostRowsOfMerges) throw damaged('merges', part);
      for (const column of columnsWithin(row, left, right)) {
        if (row.number === top && column === left) continue;
        const columns = covered.get(index) ?? new Set();
        covered.set(index, columns.add(column));
      }
    }
  }
  if (covered.size === 0) return rows;
  return rows.map((row, index) => without(row, covered.get(index))).filter(({ cells }) => cells.size > 0);
}

function without(row: Row, covered: ReadonlySet<number> | undefined): Row {
  if (covered === undefined) return row;
  return { ...row, cells: new Map([...row.cells].filter(([column]) => !covered.has(column))) };
}

function columnsWithin(row: Row, left: number, right: number): readonly number[] {
  if (right - left >= row.cells.size)
    return [...row.cells.keys()].filter((column) => column >= left && column <= right);
  const columns: number[] = [];
  for (let column = left; column <= right; column += 1) if (row.cells.has(column)) columns.push(column);
  return columns;
}

/** @returns the index of the first row that does not lie above another */
function firstFrom(rows: readonly Row[], number: number): number {
  let from = 0;
  let to = rows.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((rows[middle]?.number ?? 0) < number) from = middle + 1;
    else to = middle;
  }
  return from;
}
