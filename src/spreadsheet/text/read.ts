import type { SpreadsheetLimits } from '../limits.ts';
import { refuseMore } from '../problem.ts';
import type { Cell, Row, Workbook } from '../workbook.ts';
import { type Delimiter, delimiterOf, rowsOf } from './cells.ts';

/**
 * Reads a table that is kept as text. It is one sheet, named as the file is without its ending.
 *
 * @throws SpreadsheetError for a text that cannot be read, or more in it than there may be
 */
export function readTable(text: string, name: string, limits: SpreadsheetLimits): Workbook {
  const rows: Row[] = [];
  const columns = new Set<number>();
  let number = 0;
  let cellCount = 0;
  const { content, delimiter } = tableIn(text, name);
  for (const values of rowsOf(content, delimiter)) {
    number += 1;
    const cells = new Map<number, Cell>();
    for (const [index, value] of values.entries()) {
      if (value === '') continue;
      refuseMore(value.length, 'cellCharacters', limits);
      cells.set(index + 1, { text: value });
      columns.add(index + 1);
    }
    if (cells.size === 0) continue;
    rows.push({ number, cells });
    cellCount += cells.size;
    refuseMore(cellCount, 'cells', limits);
    refuseMore(rows.length, 'rows', limits);
    refuseMore(columns.size, 'columns', limits);
  }
  return { sheets: [{ name: baseName(name), rows, hiddenColumns: new Set(), merges: [] }] };
}

/** @returns a text without the Control-Z that DOS ended files with, and what separates its cells */
export function tableIn(
  text: string,
  name: string,
): { readonly content: string; readonly delimiter: Delimiter } {
  const likely: Delimiter = /\.(tsv|txt|tab)$/i.test(name) ? '\t' : ',';
  const content = text.endsWith('\u001A') ? text.slice(0, -1) : text;
  return { content, delimiter: delimiterOf(content, likely) };
}

function baseName(path: string): string {
  return path.replace(/^.*[/\\]/, '').replace(/(?<=.)\.[^.]*$/, '');
}
