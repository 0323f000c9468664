import { defaultLimits, LimitError, type Limits, limitOf } from '../../base/limits.ts';
import type { Cell, Sheet } from '../../spreadsheet/workbook.ts';
import { isOwnSheet, ownTable } from './own-table.ts';
import { findSidewaysTable } from './sideways-table.ts';
import type { Table, TableCell, TableColumn, TableRow } from './table.ts';
import { readFacts } from './table-facts.ts';
import { findHeaderRows, type HeaderRows, resolveHeaders } from './table-header.ts';
import { type Line, type Lines, linesOf } from './table-lines.ts';
import { sortRows } from './table-rows.ts';
import { isDitto } from './table-texts.ts';
import { findTurnedTable } from './turned-table.ts';

/**
 * Finds the table of a sheet: its headers, the records below them, and what else stands around and between these. Each cell in
 * which something stands is a header, a value, or in a row that is skipped, so that nothing is lost without a word.
 *
 * A sheet of forms, in which headers stand beside their values, is a table as well: see turned-table.ts and sideways-table.ts.
 *
 * @returns nothing where the sheet has no table: it is empty, or prose
 * @throws LimitError where merged cells repeat more values than `limits.values`; a few of them can stand for billions
 */
export function findTable(sheet: Sheet, limits: Limits = defaultLimits): Table | undefined {
  if (isOwnSheet(sheet)) return ownTable(sheet);
  const lines = linesOf(sheet);
  const turned = findTurnedTable(lines);
  if (turned !== undefined) return turned;
  const sideways = findSidewaysTable(lines);
  if (sideways !== undefined) return sideways;
  const header = findHeaderRows(lines);
  if (header === undefined) return undefined;
  const { records, skipped } = sortRows(lines, header);
  const legends = new Set(skipped.filter(({ why }) => why === 'legend').map(({ row }) => row));
  const facts = lines.lines
    .slice(0, header.from)
    .filter(({ row }) => !legends.has(row))
    .flatMap(readFacts);
  return {
    headerRows: { first: header.first, last: header.last },
    columns: columnsOf(sheet, lines, header, records),
    rows: rowsOf(lines, records, limits),
    skipped,
    ...(facts.length > 0 && { facts }),
  };
}

/** The columns that have a text of their own among the headers or the records. */
function columnsOf(sheet: Sheet, lines: Lines, header: HeaderRows, records: readonly Line[]): TableColumn[] {
  const used = new Set<number>();
  for (const { cells } of [...lines.lines.slice(header.from, header.to), ...records])
    for (const column of cells.keys()) used.add(column);
  const headers = resolveHeaders(
    lines,
    header,
    [...used].sort((a, b) => a - b),
  );
  return Array.from(headers, ([column, text]) => ({
    column,
    header: text,
    ...(sheet.hiddenColumns.has(column) && { hidden: true as const }),
  }));
}

/** A value that a merged cell repeats down to a row. */
interface Reach {
  readonly bottom: number;
  readonly cell: TableCell;
}

function rowsOf({ mergesFrom }: Lines, records: readonly Line[], limits: Limits): TableRow[] {
  const limit = limitOf('values', limits);
  const reaches = new Map<number, Reach>();
  let above: ReadonlyMap<number, TableCell> = new Map();
  let repeated = 0;
  return records.map(({ row, hidden, cells: written }) => {
    const own = new Map<number, TableCell>();
    for (const [column, cell] of written) own.set(column, readValue(cell, above.get(column)));
    const cells = withMerged(row, own, reaches);
    repeated += cells.size - own.size;
    if (repeated > limit.most) throw new LimitError(limit);
    // Of a cell that is merged to the right as well, the first column alone has the value.
    for (const { left, bottom } of mergesFrom.get(row) ?? []) {
      const cell = own.get(left);
      if (cell !== undefined && bottom > row) reaches.set(left, { bottom, cell });
    }
    above = cells;
    return { row, ...(hidden && { hidden }), cells };
  });
}

/** The value of a cell. 同上 below nothing stays as it is: whose value it was to repeat is not known. */
function readValue({ text, struckOut, isError }: Cell, above: TableCell | undefined): TableCell {
  const value = text.trim();
  if (above !== undefined && isDitto(value) && !isDitto(above.text))
    return {
      text: above.text,
      repeats: 'ditto',
      ...((struckOut || above.struckOut) && { struckOut: true }),
      ...(above.isError && { isError: true }),
    };
  // Most cells of a large sheet are neither, and spreading nothing takes time.
  if (struckOut === undefined && isError === undefined) return { text: value };
  return { text: value, ...(struckOut && { struckOut }), ...(isError && { isError }) };
}

/** Adds what merged cells above repeat in a row; what the row says itself stays. */
function withMerged(
  row: number,
  own: ReadonlyMap<number, TableCell>,
  reaches: Map<number, Reach>,
): ReadonlyMap<number, TableCell> {
  const repeats: [number, TableCell][] = [];
  for (const [column, { bottom, cell }] of reaches)
    if (bottom < row) reaches.delete(column);
    else if (!own.has(column)) repeats.push([column, { ...cell, repeats: 'merged' }]);
  if (repeats.length === 0) return own;
  return new Map([...own, ...repeats].sort(([a], [b]) => a - b));
}
