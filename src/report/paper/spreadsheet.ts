import { type Options, stringify } from 'csv-stringify/sync';
import { inLog } from './log-line.ts';
import { oneLine } from './one-line.ts';

/** What stands in a cell. */
export type Cell = string | number | undefined;

/** A table for a spreadsheet. */
export interface Spreadsheet<Column extends string> {
  readonly columns: readonly Column[];
  /** what the columns are called */
  readonly names: Readonly<Record<Column, string>>;
  readonly rows: Iterable<Readonly<Partial<Record<Column, Cell>>>>;
}

/** How many rows are written at a time. */
const atATime = 500;

/**
 * A table as CSV: UTF-8 with a BOM, so that Excel detects the encoding; CRLF line ends (RFC 4180); and no cell that a
 * spreadsheet takes for a formula.
 */
export function* spreadsheet<Column extends string>({
  columns,
  names,
  rows,
}: Spreadsheet<Column>): Generator<string> {
  const header = columns.map((column) => names[column]);
  yield stringify([header], { ...usual, bom: true });
  let waiting: (string | number)[][] = [];
  for (const row of rows) {
    waiting.push(columns.map((column) => cell(row[column])));
    if (waiting.length < atATime) continue;
    yield stringify(waiting, usual);
    waiting = [];
  }
  if (waiting.length > 0) yield stringify(waiting, usual);
}

/**
 * Cells that a spreadsheet could take for a formula get a leading apostrophe, as OWASP advises (CSV Injection). This
 * covers full-width signs, since Numbers and Japanese input read `＝` as `=`, and signs after blanks or invisible
 * characters, which some programs drop. Numbers are written by sekisho itself and are left alone.
 */
function cell(value: Cell): string | number {
  if (typeof value !== 'string') return value ?? '';
  const text = inLog(oneLine(value));
  return formula.test(value) ? `'${text}` : text;
}

/** LibreOffice by itself takes a semicolon for the end of a cell, too, unless the cell is in quotes. */
const formulaWithin = /;\s*[=+\-@＝＋－＠]/u;

const usual: Options = { record_delimiter: 'windows', quoted_match: [formulaWithin] };

const formula = /^(\t|[\s\p{Cf}]*[=+\-@＝＋－＠])/u;
