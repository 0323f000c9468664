import { foldText } from '../../base/fold-text.ts';
import type { Cell } from '../../spreadsheet/workbook.ts';
import { foldHeader } from './header-text.ts';
import { fileNameHeaders } from './headers.ts';
import { matchForCertain } from './match-header.ts';
import type { SkippedRow, Table, TableCell, TableColumn, TableRow } from './table.ts';
import { oneLine, readFacts } from './table-facts.ts';
import { type Line, type Lines, textsOf } from './table-lines.ts';
import { isLegend } from './table-texts.ts';

/*
 * The law's own form for a file of personal information is a table turned on its side: one file per form, each header with its
 * value on the right. Other forms are not looked for: two columns of texts may be anything, and this one says what it is.
 */

/** The lines of one form. */
interface Form {
  /** the column that its headers stand in */
  readonly column: number;
  readonly lines: readonly Line[];
}

/** Fewer headers than this below each other are no form: a table may hold a few such words as values. */
const fewestHeaders = 3;

/** The headers of a form stand below its first one, with few lines between them. */
const linesLookedAt = 10;

const names = new Set(fileNameHeaders.certain.split(' ').map(foldHeader));

/** @returns the table that the forms of a sheet make up, one row for each; `undefined` where it holds no form */
export function findTurnedTable({ lines }: Lines): Table | undefined {
  const starts = lines.flatMap((line, index) => {
    const column = nameColumn(line);
    return column === undefined ? [] : [{ index, column }];
  });
  const ofForms = starts.filter(({ index, column }, at) =>
    isForm({
      column,
      lines: lines.slice(index, Math.min(index + linesLookedAt, starts[at + 1]?.index ?? lines.length)),
    }),
  );
  const [first] = ofForms;
  if (first === undefined) return undefined;
  const forms = ofForms.map(({ index, column }, at): Form => {
    return { column, lines: lines.slice(index, ofForms[at + 1]?.index) };
  });
  const row = lines[first.index]?.row ?? 0;
  const reader = new FormReader();
  const above = lines.slice(0, first.index);
  for (const line of above) reader.skip(line);
  for (const form of forms) reader.read(form);
  const facts = above.filter((line) => !isNote(line)).flatMap(readFacts);
  return { headerRows: { first: row, last: row }, ...reader.result(), ...(facts.length > 0 && { facts }) };
}

const longestName = 40;

/** The column in which a line says that what stands on the right is the name of a file. */
function nameColumn({ cells }: Line): number | undefined {
  // Every cell of a sheet is asked, and folding takes time.
  for (const [column, { text }] of cells)
    if (text.length <= longestName && /ファイル|ﾌｧｲﾙ/.test(text) && names.has(foldHeader(text)))
      return column;
  return undefined;
}

/** In a table that is not turned, the headers stand side by side and not below each other. */
function isForm({ column, lines }: Form): boolean {
  const [name] = lines;
  if (name === undefined || valuesOf(name, column).some(({ text }) => isHeader(text))) return false;
  let headers = 0;
  for (const { cells } of lines) {
    if (isHeader(cells.get(column)?.text ?? '')) headers++;
    if (headers === fewestHeaders) return true;
  }
  return false;
}

function isHeader(text: string): boolean {
  return matchForCertain(foldText(text), 'personalInformationFiles') !== undefined;
}

/** A cell and the column that it stands in. */
type PlacedCell = Cell & { readonly column: number };

function valuesOf({ cells }: Line, column: number): PlacedCell[] {
  return [...cells].filter(([at]) => at > column).map(([at, cell]) => ({ ...cell, column: at }));
}

/** Reads forms one after the other. Their headers are the columns, in the order in which they are met. */
class FormReader {
  readonly #columns = new Map<string, TableColumn>();
  readonly #rows: TableRow[] = [];
  readonly #skipped: SkippedRow[] = [];

  result(): Pick<Table, 'columns' | 'rows' | 'skipped'> {
    return { columns: [...this.#columns.values()], rows: this.#rows, skipped: this.#skipped };
  }

  skip(line: Line, why: SkippedRow['why'] = isNote(line) ? 'legend' : 'title'): void {
    this.#skipped.push({ row: line.row, why, text: textsOf(line).map(oneLine).join(' ') });
  }

  read({ column, lines }: Form): void {
    const [start] = lines;
    if (start === undefined) return;
    if (lines.every((line) => valuesOf(line, column).length === 0)) {
      for (const line of lines) this.skip(line, 'blank-form');
      return;
    }
    const cells = new Map<number, TableCell>();
    const blanks = new Map<number, { readonly row: number; readonly column: number }>();
    const met = new Map<string, number>();
    let current: number | undefined;
    for (const line of lines) {
      const values = valuesOf(line, column);
      const key = line.cells.get(column);
      // What stands alone heads the next form, or is a note; a header that nothing is written beside is one all the same.
      const isSkipped = values.length === 0 && (key === undefined || !isHeader(key.text));
      if (isSkipped || (key === undefined && current === undefined)) {
        this.skip(line);
        continue;
      }
      if (key !== undefined) current = this.#columnOf(foldText(key.text), met);
      if (current === undefined) continue;
      if (values.length > 0) cells.set(current, joined(cells.get(current), values, line.row));
      else blanks.set(current, { row: line.row, column: column + 1 });
    }
    this.#rows.push({ row: start.row, ...(start.hidden && { hidden: start.hidden }), cells, blanks });
  }

  /** A header that a form has twice is two columns, as it is in other tables. */
  #columnOf(header: string, met: Map<string, number>): number {
    const count = (met.get(header) ?? 0) + 1;
    met.set(header, count);
    const key = `${count} ${header}`;
    const known = this.#columns.get(key) ?? { column: this.#columns.size + 1, header };
    this.#columns.set(key, known);
    return known.column;
  }
}

/** A value may take several cells side by side, and go on in the rows below its header. */
function joined(before: TableCell | undefined, values: readonly PlacedCell[], row: number): TableCell {
  const text = values.map((one) => one.text.trim()).join(' ');
  const at = before?.at ?? { row, column: values[0]?.column ?? 0 };
  const isStruckOut = before?.struckOut || values.some(({ struckOut }) => struckOut);
  const isError = before?.isError || values.some((one) => one.isError);
  return {
    text: before === undefined ? text : `${before.text}\n${text}`,
    at,
    ...(isStruckOut && { struckOut: true }),
    ...(isError && { isError: true }),
  };
}

function isNote({ cells }: Line): boolean {
  for (const { text } of cells.values()) return isLegend(foldText(text));
  return false;
}
