import { foldText } from '../../base/fold-text.ts';
import type { Area } from '../../spreadsheet/workbook.ts';
import { isFact, isFactKey } from './table-facts.ts';
import { type Line, type Lines, mergeAt, textsOf } from './table-lines.ts';
import {
  countOf,
  isAnswer,
  isExample,
  isLegend,
  isSentence,
  isTitle,
  isTotal,
  isValue,
} from './table-texts.ts';

/** The rows of a sheet that hold the headers of its table. */
export interface HeaderRows {
  readonly first: number;
  readonly last: number;
  /** the index of their first line, and of the first below them */
  readonly from: number;
  readonly to: number;
}

/** Titles and legends above a table take no more lines than this. */
const linesAbove = 200;

/** Boxes and small tables above a header take no more than this. */
const linesBetween = 10;

/** How many lines below a header tell how wide its table is. */
const linesBelow = 30;

/** Headers of more rows than this are believed only where merged cells say so. */
const mostRows = 3;
const mostMergedRows = 5;

/**
 * Finds the topmost rows that look like headers and are about as wide as what stands below them. A sheet of records without
 * headers has none: its columns would be named after its first record.
 *
 * Boxes to sign in and tables of terms look like headers of too few columns. They give way to a wider header that a blank row
 * sets apart; without one they are headers, and some values stand under none.
 */
export function findHeaderRows(sheet: Lines): HeaderRows | undefined {
  const { lines } = sheet;
  let narrow: HeaderRows | undefined;
  for (let index = 0; index < Math.min(lines.length, linesAbove); index++) {
    const line = lines[index];
    if (line === undefined || isHeading(sheet, index)) continue;
    if (narrow !== undefined && index > narrow.to + linesBetween) break;
    if (narrow !== undefined && lines[index - 1]?.row === line.row - 1) continue;
    const rows = headerRowsFrom(sheet, index);
    const width = widthFrom(lines, rows.to);
    const labels = leavesOf(lines.slice(rows.from, rows.to));
    if (isHeader(sheet, rows, labels, width)) {
      if (labels.length * 5 >= width * 4) return rows;
      narrow ??= rows;
      continue;
    }
    const isRecord = line.cells.size >= 3 && line.cells.size * 5 >= width * 4;
    if (isRecord && !countsAcross(line) && !isExample(firstLabel(line))) break;
  }
  return narrow;
}

/** The most cells that a line has, from one on. */
function widthFrom(lines: readonly Line[], index: number): number {
  let width = 0;
  for (const { cells } of lines.slice(index, index + linesBelow)) width = Math.max(width, cells.size);
  return width;
}

function firstLabel(line: Line): string {
  for (const { text } of line.cells.values()) return foldText(text);
  return '';
}

/** @returns whether a row numbers the columns: 「(1)」「(2)」「(3)」 */
export function countsAcross({ cells }: Line): boolean {
  if (cells.size < 3) return false;
  const counts = Array.from(cells.values(), ({ text }) => countOf(text));
  return counts.every((count, index) => count === index + 1);
}

/** Whether a line stands above a table and is no header of it: a title, a note, or what is said of the whole table. */
function isHeading(sheet: Lines, index: number): boolean {
  const line = sheet.lines[index];
  if (line === undefined) return true;
  const texts = textsOf(line);
  const labels = texts.map(foldText);
  if (labels[0] === undefined || isLegend(labels[0]) || labels.every(isValue)) return true;
  if (labels.length === 1) return !isLoneGroup(sheet, index);
  const width = widthFrom(sheet.lines, index);
  if (labels.length * 2 <= width && labels.some((label, at) => isTitle(label) || isFact(texts[at] ?? '')))
    return true;
  if (labels.every((label, at) => isTitle(label) || isFact(texts[at] ?? ''))) return true;
  // 「所管課」「総務課」「作成者」「山田」: pairs, or so few that the table below is another.
  const arePairs = labels.length < width && labels.length <= 4 && labels.length % 2 === 0;
  return isFactKey(labels[0]) && (arePairs || labels.length * 2 <= width);
}

/**
 * Whether the one text of a line heads some columns of the table: it is merged over them, but neither over most of the table
 * nor from its left border, as titles are.
 */
function isLoneGroup(sheet: Lines, index: number): boolean {
  const [line, next] = sheet.lines.slice(index, index + 2);
  const [column, cell] = [...(line?.cells ?? [])][0] ?? [];
  if (line === undefined || next === undefined || column === undefined || cell === undefined) return false;
  const area = mergeAt(sheet, line.row, column);
  const label = foldText(cell.text);
  const [leftmost = 0] = next.cells.keys();
  return (
    area !== undefined &&
    area.right > area.left &&
    area.top === area.bottom &&
    next.row === line.row + 1 &&
    column > leftmost &&
    (area.right - area.left + 1) * 5 < widthFrom(sheet.lines, index) * 3 &&
    label.length <= 12 &&
    !isTitle(label) &&
    !isValue(label) &&
    !isFact(cell.text)
  );
}

/** The rows of headers that begin with a line: those that its merged cells reach, and those that divide its groups. */
function headerRowsFrom(sheet: Lines, from: number): HeaderRows {
  const { lines } = sheet;
  const first = lines[from]?.row ?? 0;
  let last = first;
  let to = from + 1;
  for (;;) {
    const merged = mergedDownTo(sheet, lines.slice(from, to), first);
    const next = lines[to];
    if (merged > last) last = merged;
    else if (next?.row === last + 1 && last - first + 1 < mostRows && dividesGroups(sheet, from, to)) last++;
    else return { first, last, from, to };
    while ((lines[to]?.row ?? Number.POSITIVE_INFINITY) <= last) to++;
  }
}

/** The lowest row that a merged header reaches. */
function mergedDownTo({ mergesFrom }: Lines, lines: readonly Line[], first: number): number {
  let lowest = 0;
  for (const { row, cells } of lines)
    for (const { left, bottom } of mergesFrom.get(row) ?? [])
      if (bottom > lowest && bottom < first + mostMergedRows && cells.has(left)) lowest = bottom;
  return lowest;
}

/** The lowest header of some columns, and how far it may reach to the right. */
interface Leaf {
  readonly column: number;
  right: number;
  readonly label: string;
  readonly row: number;
}

/** The lowest text of each column of some lines, from left to right. */
function leavesOf(lines: readonly Line[]): Leaf[] {
  const leaves = new Map<number, Leaf>();
  for (const { row, cells } of lines)
    for (const [column, { text }] of cells)
      leaves.set(column, { column, right: column, label: foldText(text), row });
  return [...leaves.values()].sort((a, b) => a.column - b.column);
}

/**
 * Whether a line divides headers above it, and is no record: it has several texts below one of them, and leaves blank what is
 * below those that need no division. A record fills these first of all.
 */
function dividesGroups(sheet: Lines, from: number, to: number): boolean {
  const next = sheet.lines[to];
  if (next === undefined) return false;
  const texts = Array.from(next.cells, ([column, { text }]) => ({ column, label: foldText(text) }));
  if (texts.some(({ label }) => isValue(label) || isExample(label) || isTotal(label))) return false;
  let groups = 0;
  let singles = 0;
  let filledSingles = 0;
  let at = 0;
  for (const { column, right, label } of spansOf(sheet, leavesOf(sheet.lines.slice(from, to)))) {
    const below: { column: number; label: string }[] = [];
    for (let text = texts[at]; text !== undefined && text.column <= right; text = texts[++at])
      if (text.column >= column) below.push(text);
    if (below.length >= 2 && below[0]?.column === column && areDistinct(below)) groups++;
    else singles++;
    if (below.length === 1 && below[0]?.label !== label) filledSingles++;
    else if (below.length >= 2 && !areDistinct(below)) return false;
  }
  if (filledSingles > 0 && texts.some(({ label }) => isAnswer(label))) return false;
  return groups > filledSingles && filledSingles <= Math.max(1, singles / 3);
}

function areDistinct(texts: readonly { readonly label: string }[]): boolean {
  return new Set(texts.map(({ label }) => label)).size === texts.length;
}

/**
 * Lets each leaf reach as far as it is merged or, where it is not, up to the next. Equal ones side by side are one: merged
 * cells become such when a sheet is saved as CSV by some programs.
 */
function spansOf(sheet: Lines, leaves: readonly Leaf[]): Leaf[] {
  const spans: Leaf[] = [];
  for (const [index, leaf] of leaves.entries()) {
    const before = spans.at(-1);
    const next = leaves[index + 1]?.column ?? Number.POSITIVE_INFINITY;
    const right = mergeAt(sheet, leaf.row, leaf.column)?.right ?? next - 1;
    if (before?.label === leaf.label && before.row === leaf.row) before.right = Math.min(right, next - 1);
    else spans.push({ ...leaf, right: Math.min(right, next - 1) });
  }
  return spans;
}

/** Whether rows are the headers of what stands below them. */
function isHeader(sheet: Lines, rows: HeaderRows, leaves: readonly Leaf[], width: number): boolean {
  const good = leaves.filter(({ label, row }) => !isValue(label) && (row > rows.first || !isAnswer(label)));
  if (leaves.length < 2 || leaves.length * 2 < width || good.length * 5 < leaves.length * 3) return false;
  const columns = leaves.map(({ column }) => column);
  const headers = new Set(resolveHeaders(sheet, rows, columns).values());
  if (headers.size < 2 || headers.size * 2 < leaves.length) return false;
  return leaves.length > 3 || !isProse(sheet, rows, good.length);
}

/**
 * Whether few texts side by side are no headers: the sheet is made of sentences, or says one thing of itself per row (所管課,
 * 担当者, 電話), or ends here.
 */
function isProse({ lines }: Lines, { from, to }: HeaderRows, labels: number): boolean {
  const some = lines.slice(0, linesAbove);
  const sentences = some.filter((line) => textsOf(line).some((text) => isSentence(foldText(text))));
  if (sentences.length * 2 >= some.length) return true;
  const below = lines.slice(to, to + linesBelow).filter((line) => !isLegend(firstLabel(line)));
  const header = lines[from];
  if (below.length === 0) return labels < 3 || header === undefined || isFactKey(firstLabel(header));
  const keys = below.filter((line) => line.cells.size <= 2 && isFactKey(firstLabel(line)));
  return labels < 3 && keys.length * 2 >= below.length;
}

/**
 * Names columns by the headers above them, from the top to the lowest, joined by `／`. A header that is merged stands above all
 * columns that it covers, one that is not also above the columns on its right that have headers in a row below, but none in
 * its own.
 *
 * @param columns from left to right
 */
export function resolveHeaders(
  sheet: Lines,
  { first, last, from, to }: HeaderRows,
  columns: readonly number[],
): Map<number, string> {
  const lines = sheet.lines.slice(from, to);
  const lowest = new Map(leavesOf(lines).map(({ column, row }) => [column, row]));
  const starts = new Set<number>();
  const parts = new Map<number, string[]>(columns.map((column) => [column, []]));
  for (let row = first; row <= last; row++) {
    const cells = lines.find((line) => line.row === row)?.cells ?? new Map();
    const covered = coveredOf(sheet, lines, row);
    let open: { label: string; next: number } | undefined;
    for (const column of columns) {
      const own = cells.get(column);
      const area = covered.get(column);
      const hasLower = (lowest.get(column) ?? 0) > row;
      let label: string | undefined;
      if (open?.next !== column || starts.has(column)) open = undefined;
      if (own !== undefined) {
        label = foldText(own.text);
        open = hasLower && !isWide(area) ? { label, next: column + 1 } : undefined;
      } else if (area !== undefined) {
        // A cell that is merged downwards gives one part, in the row where it begins.
        if (area.top === row) label = foldText(cells.get(area.left)?.text ?? '');
        open = undefined;
      } else if (open !== undefined && hasLower) {
        label = open.label;
        open.next++;
      } else open = undefined;
      const path = parts.get(column);
      if (label !== undefined && label !== '' && path?.at(-1) !== label) path?.push(label);
    }
    // A header above another one begins a group, which headers on the left of it do not reach into.
    for (const column of cells.keys()) starts.add(column);
  }
  return new Map([...parts].map(([column, path]) => [column, path.join('／')]));
}

function isWide(area: Area | undefined): boolean {
  return area !== undefined && area.right > area.left;
}

/** The merged headers that cover a row, by the columns that they cover; of cells merged twice, the one on the left counts. */
function coveredOf(sheet: Lines, lines: readonly Line[], row: number): Map<number, Area> {
  const areas = lines
    .filter((line) => line.row <= row)
    .flatMap((line) => (sheet.mergesFrom.get(line.row) ?? []).filter(({ left }) => line.cells.has(left)))
    .filter(({ bottom }) => bottom >= row)
    .sort((a, b) => a.left - b.left);
  const covered = new Map<number, Area>();
  let free = 0;
  for (const area of areas) {
    const right = Math.min(area.right, sheet.lastColumn);
    for (let column = Math.max(area.left, free); column <= right; column++) covered.set(column, area);
    free = Math.max(free, right + 1);
  }
  return covered;
}
