import { listSections } from '../../../generated/records.ts';
import { foldText } from '../../base/fold-text.ts';
import { matchForCertain } from './match-header.ts';
import type { SkippedRow, Table, TableCell, TableColumn, TableRow } from './table.ts';
import { oneLine, readFacts } from './table-facts.ts';
import { type Line, type Lines, textsOf } from './table-lines.ts';
import { isLegend } from './table-texts.ts';

/*
 * A table of which the headers stand below each other and each record takes a column, as in an overview of a few systems. Texts below
 * each other may be anything, so that only headers that are known for certain are taken for such a table: several of one section,
 * most of all of them, with that of the name on top.
 */

/** Fewer known headers below each other are no table: a register may hold a few such words as values. */
const fewestHeaders = 5;

/** The name of the records is among the first headers. */
const nameWithin = 3;

/** Headers take no more lines than this, and stand in one of the first columns. */
const mostLines = 120;
const mostLabelColumns = 3;

/** @returns the table of a sheet whose records stand side by side; `undefined` where it is no such sheet */
export function findSidewaysTable({ lines }: Lines): Table | undefined {
  if (lines.length > mostLines) return undefined;
  for (let column = 1; column <= mostLabelColumns; column++) {
    const from = startOf(lines, column);
    if (from !== undefined) return readTable(lines, from, column);
  }
  return undefined;
}

/** The index of the line that has the first header, if headers stand in a column. */
function startOf(lines: readonly Line[], column: number): number | undefined {
  for (const section of listSections) {
    const targets = lines.map(({ cells }) => targetsOf(cells.get(column)?.text, section));
    const known = targets.flatMap((target, index) => (target === undefined ? [] : [index]));
    const [first] = known;
    // Each stands once: what stands again and again below each other are values.
    const distinct = new Set(known.map((index) => targets[index]?.join(' ')));
    if (first === undefined || distinct.size < fewestHeaders) continue;
    const labels = lines.slice(first).filter(({ cells }) => isLabel(cells.get(column)?.text)).length;
    const isNamed = known.slice(0, nameWithin).some((index) => targets[index]?.includes('name'));
    // Of a table that is not turned, the headers stand side by side.
    const isBeside = lines
      .slice(first)
      .some(
        ({ cells }) =>
          [...cells].filter(([at, { text }]) => at > column && targetsOf(text, section)).length > 1,
      );
    if (isNamed && known.length * 2 >= labels && !isBeside) return first;
  }
  return undefined;
}

/** @returns the fields that a text is a header of for certain; `undefined` where it is none */
function targetsOf(
  text: string | undefined,
  section: (typeof listSections)[number],
): readonly string[] | undefined {
  return text === undefined ? undefined : matchForCertain(foldText(text), section)?.targets;
}

function isLabel(text: string | undefined): boolean {
  return text !== undefined && !isLegend(foldText(text));
}

function readTable(lines: readonly Line[], from: number, column: number): Table {
  const columns: TableColumn[] = [];
  const records = new Map<number, Map<number, TableCell>>();
  const skipped: SkippedRow[] = [];
  const skip = (line: Line, why: SkippedRow['why']) =>
    skipped.push({ row: line.row, why, text: textsOf(line).map(oneLine).join(' ') });
  const row = lines[from]?.row ?? 1;
  for (const line of lines.slice(0, from)) skip(line, isNote(line) ? 'legend' : 'title');
  for (const line of lines.slice(from)) {
    const header = line.cells.get(column)?.text;
    const values = [...line.cells].filter(([at]) => at > column);
    if (isNote(line) || (values.length === 0 && header === undefined)) {
      skip(line, isNote(line) ? 'legend' : 'title');
      continue;
    }
    if (header !== undefined || columns.length === 0)
      columns.push({ column: columns.length + 1, header: headerOf(lines, line, column) });
    for (const [at, { text, struckOut, isError }] of values) {
      const cells = records.get(at) ?? new Map<number, TableCell>();
      const before = cells.get(columns.length);
      cells.set(columns.length, {
        // A value may go on in the rows below its header.
        text: before === undefined ? text.trim() : `${before.text}\n${text.trim()}`,
        at: before?.at ?? { row: line.row, column: at },
        ...(struckOut && { struckOut }),
        ...(isError && { isError }),
      });
      records.set(at, cells);
    }
  }
  const rows = [...records].sort(([a], [b]) => a - b).map(([, cells]): TableRow => ({ row, cells }));
  const facts = lines
    .slice(0, from)
    .filter((line) => !isNote(line))
    .flatMap(readFacts);
  return {
    headerRows: { first: row, last: row },
    columns,
    rows,
    skipped,
    ...(facts.length > 0 && { facts }),
  };
}

/** A header with its group, which stands before the first of its headers. */
function headerOf(lines: readonly Line[], line: Line, column: number): string {
  const own = oneLine(line.cells.get(column)?.text ?? '').replaceAll(/\s/gu, '');
  const above = lines.slice(0, lines.indexOf(line) + 1);
  const group = above.findLast(({ cells }) => [...cells.keys()].some((at) => at < column));
  const [, cell] = [...(group?.cells ?? [])].find(([at]) => at < column) ?? [];
  const text = cell === undefined ? '' : oneLine(cell.text).replaceAll(/\s/gu, '');
  return foldText(text === '' ? own : `${text}／${own}`).replaceAll(/\s/gu, '');
}

function isNote({ cells }: Line): boolean {
  const [first] = cells.values();
  return first !== undefined && isLegend(foldText(first.text));
}
