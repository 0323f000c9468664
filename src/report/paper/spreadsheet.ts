import { stringify } from 'csv-stringify/sync';
import { inLog } from './log-line.ts';
import { oneLine } from './one-line.ts';

/** What stands in a cell. */
export type Cell = string | number | undefined;

/** A table for a spreadsheet. */
export interface Spreadsheet<Column extends string> {
  readonly columns: readonly Column[];
  /** what the columns are called */
  readonly names: Readonly<Record<Column, string>>;
  readonly rows: readonly Readonly<Partial<Record<Column, Cell>>>[];
}

/**
 * A table as CSV: UTF-8 with a BOM, so that Excel detects the encoding; CRLF line ends (RFC 4180); and no cell that a
 * spreadsheet takes for a formula.
 */
export function spreadsheet<Column extends string>({ columns, names, rows }: Spreadsheet<Column>): string {
  return stringify(
    rows.map((row) => columns.map((column) => cell(row[column]))),
    {
      bom: true,
      header: true,
      columns: columns.map((column) => names[column]),
      record_delimiter: 'windows',
      quoted_match: [formulaWithin],
    },
  );
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

const formula = /^(\t|[\s\p{Cf}]*[=+\-@＝＋－＠])/u;
