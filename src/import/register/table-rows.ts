import { foldText } from '../../base/fold-text.ts';
import type { SkippedRow } from './table.ts';
import { isFact, oneLine } from './table-facts.ts';
import { countsAcross, type HeaderRows } from './table-header.ts';
import { type Line, type Lines, mergeAt, textsOf } from './table-lines.ts';
import {
  countOf,
  isAmount,
  isEnd,
  isExample,
  isLegend,
  isSentence,
  isTitle,
  isTotal,
  isTotalOf,
} from './table-texts.ts';

/** The rows of a sheet with a table, apart from its headers. */
export interface SortedRows {
  readonly records: readonly Line[];
  /** from top to bottom */
  readonly skipped: readonly SkippedRow[];
}

type Why = SkippedRow['why'];

/** Tells records from titles, notes, totals, headers printed again and rows that are not filled in. */
export function sortRows(sheet: Lines, header: HeaderRows): SortedRows {
  const { lines } = sheet;
  const why = new Map<Line, Why>();
  let noteAbove = -1;
  for (const line of lines.slice(0, header.from)) {
    const isNote = isLegend(firstLabel(line)) || (noteAbove === line.row - 1 && !saysTitle(line));
    if (isNote) noteAbove = line.row;
    why.set(line, isNote ? 'legend' : 'title');
  }
  const below = lines.slice(header.to);
  const context = new RowContext(sheet, header);
  for (const line of below) {
    const reason = context.whySkipped(line);
    if (reason !== undefined) why.set(line, reason);
  }
  for (const line of blankForms(below.filter((one) => !why.has(one)))) why.set(line, 'blank-form');
  return {
    records: below.filter((line) => !why.has(line)),
    skipped: [...why]
      .map(([line, reason]) => ({ row: line.row, why: reason, text: textOf(line) }))
      .sort((a, b) => a.row - b.row),
  };
}

function textOf(line: Line): string {
  return textsOf(line).map(oneLine).join(' ');
}

function firstLabel(line: Line): string {
  for (const { text } of line.cells.values()) return foldText(text);
  return '';
}

function saysTitle(line: Line): boolean {
  return textsOf(line).some((text) => isTitle(foldText(text)) || isFact(text));
}

/** What the rows below the headers are held against, one after the other. */
class RowContext {
  readonly #sheet: Lines;
  readonly #header: HeaderRows;
  /** the rows of the header, each as its folded texts by their columns */
  readonly #headerRows: readonly ReadonlyMap<number, string>[];
  readonly #columns: ReadonlySet<number>;
  /** the first two columns, in which totals, notes and headings of parts stand */
  readonly #left: number;
  readonly #above: ReadonlySet<string>;
  /** which row of the header the row above repeats, if one */
  #headerAgain = -1;
  /** the row above, if it is a note */
  #note = -1;
  #isFirst = true;

  constructor(sheet: Lines, header: HeaderRows) {
    this.#sheet = sheet;
    this.#header = header;
    this.#headerRows = sheet.lines.slice(header.from, header.to).map(labelsOf);
    const columns = this.#headerRows.flatMap((labels) => [...labels.keys()]).sort((a, b) => a - b);
    this.#columns = new Set(columns);
    this.#left = [...this.#columns][1] ?? 0;
    this.#above = new Set(sheet.lines.slice(0, header.from).map(textOf));
  }

  /** @returns why a row is no record, if it is none; rows are asked for from top to bottom */
  whySkipped(line: Line): Why | undefined {
    const isFirst = this.#isFirst;
    this.#isFirst = false;
    if (this.#repeatsHeader(line)) return 'header-again';
    if (isFirst && (countsAcross(line) || this.#saysUnits(line))) return 'legend';
    if (this.#isTotal(line)) return 'total';
    if (this.#isNote(line)) {
      this.#note = line.row;
      return 'legend';
    }
    return this.#isTitle(line) ? 'title' : undefined;
  }

  #repeatsHeader(line: Line): boolean {
    const level = [this.#headerAgain + 1, 0].find((at) => {
      const header = this.#headerRows[at];
      return header !== undefined && says(line, header);
    });
    this.#headerAgain = level ?? -1;
    return level !== undefined;
  }

  /** 「(円)」, 「(年)」 below some headers */
  #saysUnits({ cells }: Line): boolean {
    return (
      cells.size < this.#columns.size &&
      [...cells.values()].every(({ text }) => text.length <= 20 && /^\(\D*\)$/.test(foldText(text)))
    );
  }

  #isTotal({ cells }: Line): boolean {
    const [first, second] = cells.values();
    if (first === undefined) return false;
    if (isTotal(foldText(first.text))) return true;
    // In a row that is filled in otherwise, such words are the name of a record.
    const isTotalRow = isTotalOf(first.text) || (second !== undefined && isTotal(foldText(second.text)));
    return isTotalRow && [...cells.values()].slice(2).every(({ text }) => isAmount(foldText(text)));
  }

  #isNote(line: Line): boolean {
    const { cells, row } = line;
    const [column = 0] = cells.keys();
    const label = firstLabel(line);
    if (isExample(label)) return true;
    if (cells.size === 1 && (isEnd(label) || (isSentence(label) && column <= this.#left))) return true;
    const columns = this.#columns.size;
    if (cells.size >= columns || cells.size > Math.max(3, columns * 0.4)) return false;
    if (isLegend(label)) return true;
    // Further lines of a note stand right below it; a row with a number is a record again.
    const goesOn = this.#note === row - 1 && cells.size <= Math.max(2, columns * 0.3);
    return goesOn && countOf(label) === undefined && this.#header.last < row;
  }

  /** A heading of a part of the table (「【総務課】」), or the title of the next printed page. */
  #isTitle(line: Line): boolean {
    const { cells, row } = line;
    if (cells.size > 4) return false;
    if (this.#above.has(textOf(line))) return true;
    const [[column, text] = [0, '']] = Array.from(cells, ([at, cell]) => [at, cell.text] as const);
    if (cells.size > 1 || column > this.#left) return false;
    return (
      /^[【〔《〈[■◆●◎▼□◇].{2,}/u.test(text.trim()) || isFact(text) || this.#isMergedOverMost(row, column)
    );
  }

  #isMergedOverMost(row: number, column: number): boolean {
    const area = mergeAt(this.#sheet, row, column);
    if (area === undefined || this.#columns.size < 3) return false;
    const covered = [...this.#columns].filter((one) => one >= area.left && one <= area.right);
    return covered.length * 5 >= this.#columns.size * 3;
  }
}

function labelsOf({ cells }: Line): ReadonlyMap<number, string> {
  return new Map(Array.from(cells, ([column, { text }]) => [column, foldText(text)]));
}

/** Whether a row says the same as another in the same columns. */
function says({ cells }: Line, labels: ReadonlyMap<number, string>): boolean {
  if (cells.size !== labels.size) return false;
  for (const [column, { text }] of cells) if (foldText(text) !== labels.get(column)) return false;
  return true;
}

/** The rows in which nothing but a number stands, in a column that counts 1, 2, 3 … down the sheet. */
function blankForms(lines: readonly Line[]): Line[] {
  const counts = new Map<number, boolean>();
  return lines.filter(({ cells }) => {
    const [[column, text] = [0, '']] = Array.from(cells, ([at, cell]) => [at, cell.text] as const);
    if (cells.size > 1 || countOf(text) === undefined) return false;
    const known = counts.get(column) ?? countsDown(lines, column);
    counts.set(column, known);
    return known;
  });
}

/** Whether most numbers of a column follow the one above; a single one must be 1. */
function countsDown(lines: readonly Line[], column: number): boolean {
  const numbers = lines.flatMap(({ cells }) => countOf(cells.get(column)?.text ?? '') ?? []);
  if (numbers.length < 2) return numbers[0] === 1;
  const steps = numbers.filter((number, index) => index > 0 && number === (numbers[index - 1] ?? 0) + 1);
  return steps.length * 3 >= (numbers.length - 1) * 2;
}
