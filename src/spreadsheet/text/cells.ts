import { SpreadsheetError } from '../problem.ts';

/** What stands between two cells; some programs take `;`, as Excel does under other settings of the region. */
export type Delimiter = ',' | '\t' | ';';

/** What ends a cell without quotation marks, by what stands between two of them. */
const cellEnds: Readonly<Record<Delimiter, RegExp>> = { ',': /[,\r\n]/g, '\t': /[\t\r\n]/g, ';': /[;\r\n]/g };

/**
 * Splits a text into rows of cells (RFC 4180), more leniently where programs are: lines end with CRLF, LF or CR, even mixed; a
 * quotation mark inside of a cell that does not begin with one is a character like any other. Line breaks within quotation marks
 * stay as they are written.
 *
 * Our own, since the reader of papaparse takes one kind of line break for the whole file; it reads back in tests what this reads.
 *
 * @throws SpreadsheetError for a quotation mark that is never closed: everything behind it would be one cell
 */
export function* rowsOf(text: string, delimiter: Delimiter): Iterable<string[]> {
  const plain = cellEnds[delimiter];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const [cell, end] = text.charAt(at) === '"' ? quotedCell(text, at, plain) : plainCell(text, at, plain);
    row.push(cell);
    at = end + 1;
    if (text.charAt(end) === delimiter) {
      if (at < text.length) continue;
      row.push('');
    } else if (text.charAt(end) === '\r' && text.charAt(at) === '\n') at += 1;
    yield row;
    row = [];
  }
}

/** A row of a text: where its cells stand, with their quotation marks, and where it ends before its line break. */
export interface RowPlace {
  readonly cells: readonly { readonly start: number; readonly end: number }[];
  readonly end: number;
  /** where the next row begins */
  readonly next: number;
}

/** Finds the rows and cells that {@link rowsOf} reads. */
export function placesOf(text: string, delimiter: Delimiter): RowPlace[] {
  const plain = cellEnds[delimiter];
  const rows: RowPlace[] = [];
  let cells: { start: number; end: number }[] = [];
  for (let at = 0; at < text.length; ) {
    const [, end] = text.charAt(at) === '"' ? quotedCell(text, at, plain) : plainCell(text, at, plain);
    cells.push({ start: at, end });
    const isBreak = text.charAt(end) !== delimiter;
    at = end + (text.startsWith('\r\n', end) ? 2 : 1);
    if (!isBreak && at < text.length) continue;
    if (!isBreak) cells.push({ start: at, end: at });
    rows.push({ cells, end: isBreak ? end : text.length, next: Math.min(at, text.length) });
    cells = [];
  }
  return rows;
}

/** @returns a cell that begins somewhere, and where what ends it stands */
function plainCell(text: string, start: number, ends: RegExp): [string, number] {
  ends.lastIndex = start;
  const end = ends.exec(text)?.index ?? text.length;
  return [text.slice(start, end), end];
}

function quotedCell(text: string, start: number, ends: RegExp): [string, number] {
  let close = text.indexOf('"', start + 1);
  while (close >= 0 && text.charAt(close + 1) === '"') close = text.indexOf('"', close + 2);
  if (close < 0) throw new SpreadsheetError({ code: 'open-quote', line: lineAt(text, start) });
  const cell = text.slice(start + 1, close).replaceAll('""', '"');
  // What stands behind the closing mark belongs to the cell, too: nothing is lost.
  const [rest, end] = plainCell(text, close + 1, ends);
  return [cell + rest, end];
}

function lineAt(text: string, position: number): number {
  return text.slice(0, position).split(/\r\n|\r|\n/).length;
}

/** how many rows are looked at to tell the delimiter */
const sampleRows = 100;

/**
 * @returns what separates the cells of a text: what does so in more of its first rows, then what makes more of them of one width,
 *   then what makes more cells
 */
export function delimiterOf(text: string, likely: Delimiter): Delimiter {
  const others = ([',', '\t', ';'] as const).filter((one) => one !== likely);
  let best = { delimiter: likely, weight: weigh(text, likely) };
  for (const delimiter of others) {
    const weight = weigh(text, delimiter);
    if (isMore(weight, best.weight)) best = { delimiter, weight };
  }
  return best.delimiter;
}

/** Whether the first number in which two weights differ is greater. */
function isMore(one: readonly number[], other: readonly number[]): boolean {
  const difference = one.map((number, index) => number - (other[index] ?? 0)).find((number) => number !== 0);
  return difference !== undefined && difference > 0;
}

function weigh(text: string, delimiter: Delimiter): readonly number[] {
  const widths: number[] = [];
  try {
    for (const row of rowsOf(text, delimiter)) {
      if (row.length > 1) widths.push(row.length);
      if (widths.length >= sampleRows) break;
    }
  } catch {
    // A mark that is open under one delimiter may be a character under the other.
    return [0, 0, 0];
  }
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  const cells = widths.reduce((sum, width) => sum + width, 0);
  return [widths.length, Math.max(0, ...counts.values()), cells];
}
