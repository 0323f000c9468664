import { inventoryShape } from '../../../generated/shapes.ts';
import type { Language } from '../../base/localized.ts';
import { columnOf, columnsOf, type RegisterColumn } from '../../import/register/columns.ts';
import type { FieldTarget, RecordSection } from '../../import/register/fields.ts';
import { ownIdHeader, restHeader, restTarget, verdictHeaders } from '../../import/register/own-headers.ts';
import type { CellLayout, RowLayout, SheetLayout } from '../../spreadsheet/layout.ts';
import { inWordsOfCells } from './cell-language.ts';
import { choicesBelow, headerCell } from './header-cells.ts';
import { looks } from './looks.ts';
import { type AsideKind, countsOf, countsOfAside, gravest, type Mark, markFills, noteOf } from './marks.ts';
import { ownText } from './own-text.ts';
import type { RecordCells } from './record-cells.ts';
import { exportWords } from './words.ts';

/** A row of a sheet: a record in cells, and what was found of it. */
export interface RegisterRow extends RecordCells {
  readonly marks: readonly Mark[];
  readonly aside: readonly AsideKind[];
  readonly isOutOfScope: boolean;
}

/** A sheet of the records of one section. */
export interface RegisterSheet {
  readonly section: RecordSection;
  readonly rows: readonly RegisterRow[];
  /** the fields that policies ask for, with the clauses that do */
  readonly asked: ReadonlyMap<FieldTarget, readonly string[]>;
  readonly language: Language;
}

/** Rows below the last record that are prepared for new ones. */
const spareRows = 50;

/** What is written over a column, below it, and how wide it is. */
interface SheetColumn {
  readonly header: CellLayout;
  readonly width: number;
  readonly field?: RegisterColumn;
  readonly cell: (row: RegisterRow) => CellLayout;
}

/** @returns the sheet of a section: its id and name, what was found, then the fields in the order of the vocabulary */
export function registerSheet(sheet: RegisterSheet): SheetLayout {
  const columns = sheetColumns(sheet);
  const rows: RowLayout[] = [
    { cells: columns.map(({ header }) => header) },
    ...sheet.rows.map((row) => ({ cells: columns.map(({ cell }) => cell(row)) })),
  ];
  const lastRow = rows.length + spareRows;
  return {
    name: sheetNameOf(sheet.section),
    widths: columns.map(({ width }) => width),
    rows,
    ...paperOf(columns.map(({ width }) => width)),
    frozen: { rows: 1, columns: 2 },
    filtered: { top: 1, left: 1, bottom: rows.length, right: columns.length },
    choices: columns.flatMap(({ field }, index) =>
      field === undefined ? [] : choicesBelow(field, index + 1, lastRow),
    ),
  };
}

/** As many characters of half width as can be read side by side on paper. */
const widthOfPaper = 190;

/** @returns over how many sheets of paper the columns go */
export function paperOf(widths: readonly number[]): Pick<SheetLayout, 'pagesWide'> {
  const width = widths.reduce((sum, one) => sum + one, 0);
  return { pagesWide: Math.max(1, Math.ceil(width / widthOfPaper)) };
}

/** A sheet is called what the vocabulary calls its section, which is how an import knows it. */
export function sheetNameOf(section: RecordSection): string {
  return inventoryShape.properties?.[section]?.title ?? section;
}

function sheetColumns(sheet: RegisterSheet): SheetColumn[] {
  const { section, rows, asked } = sheet;
  const used = new Set(
    rows.flatMap(({ cells, marks }) => [...cells.keys(), ...marks.flatMap(({ target }) => target ?? [])]),
  );
  const shown = columnsOf(section).filter(
    ({ target }) => target === 'id' || target === 'name' || used.has(target) || asked.has(target),
  );
  const [id, name, ...others] = shown.map((column) => fieldColumn(column, sheet));
  const kept = [...used].filter((target) => target.startsWith('x-'));
  return [
    ...(id === undefined ? [] : [id]),
    ...(name === undefined ? [] : [name]),
    ...foundColumns(sheet),
    ...others,
    ...kept.map((target) => plainColumn(target, target, exportWords.kept[sheet.language], 18)),
    ...(used.has(restTarget)
      ? [plainColumn(restTarget, restHeader, exportWords.rest[sheet.language], 44)]
      : []),
  ];
}

function fieldColumn(column: RegisterColumn, { section, asked, language }: RegisterSheet): SheetColumn {
  const { target, width } = column;
  const clauses = asked.get(target) ?? [];
  const header = headerCell(column, clauses, { isMarked: false, language });
  const id = columnOf(section, 'id');
  return {
    header: column === id ? { ...header, value: ownIdHeader, note: exportWords.own[language] } : header,
    width,
    field: column,
    cell: (row) => fieldCell(row, { section, target, language }),
  };
}

/** A cell of a field, coloured by the gravest finding at it. */
function fieldCell(
  { cells, marks }: RegisterRow,
  { section, target, language }: { section: RecordSection; target: FieldTarget; language: Language },
): CellLayout {
  const value = cells.get(target);
  // What is about the record as a whole stands at its name.
  const own = marks.filter((mark) => (mark.target ?? 'name') === target);
  const label = gravest(own);
  return {
    ...(value !== undefined && { value }),
    style: label === undefined ? looks.cell : { ...looks.cell, fill: markFills[label] },
    ...(own.length > 0 && { note: noteOf(section, own, language) }),
  };
}

function plainColumn(target: FieldTarget, header: string, note: string, width: number): SheetColumn {
  return {
    header: { value: header, style: looks.header, note },
    width,
    cell: ({ cells }) => {
      const value = cells.get(target);
      return { ...(value !== undefined && { value }), style: looks.cell };
    },
  };
}

/** The columns that say what was found; an import passes over them. */
function foundColumns({ section, language }: RegisterSheet): SheetColumn[] {
  const column = (value: string, width: number, text: (row: RegisterRow) => string): SheetColumn => ({
    header: { value, style: looks.found, note: exportWords.found[language] },
    width,
    cell: (row) => {
      const label = gravest(row.marks);
      const written = ownText(text(row));
      const fill = label === undefined ? {} : { fill: markFills[label] };
      return { ...(written !== '' && { value: written }), style: { ...looks.cell, ...fill } };
    },
  });
  return [
    column(verdictHeaders.verdict, 15, (row) => verdictOf(row, language)),
    column(verdictHeaders.toDo, 46, ({ marks }) => toDoOf(section, marks, language)),
    column(verdictHeaders.clauses, 22, ({ marks }) => clausesOf(marks, language)),
  ];
}

function verdictOf({ marks, aside, isOutOfScope }: RegisterRow, language: Language): string {
  const findings = marks.map(({ finding }) => finding);
  const counts = [countsOf(findings, language), countsOfAside(aside, language)].filter((text) => text !== '');
  if (counts.length > 0) return counts.join('\n');
  return (isOutOfScope ? exportWords.outOfScope : exportWords.noFinding)[language];
}

/** More remedies in a cell than these make a row too high to read; each stands in the note of its own cell. */
const mostRemedies = 4;

/** What to do: the cells to fill in on one line, then what is to be put right. */
function toDoOf(section: RecordSection, marks: readonly Mark[], language: Language): string {
  const missing = marks.filter(({ finding, target }) => finding.label === 'unknown' && target !== undefined);
  const headers = new Set(missing.map(({ target = '' }) => columnOf(section, target)?.header ?? target));
  const wrong = marks
    .filter((mark) => !missing.includes(mark))
    .map(({ finding, target }) => inWordsOfCells(finding.remedy[language], section, target));
  const remedies = [...new Set(wrong)];
  const more = remedies.length - mostRemedies;
  return [
    ...remedies.slice(0, mostRemedies).map((remedy) => `・${remedy}`),
    ...(more > 0 ? [exportWords.more(more)[language]] : []),
    ...(headers.size === 0
      ? []
      : [`${exportWords.toWrite[language]}: ${[...headers].join(exportWords.comma[language])}`]),
  ].join('\n');
}

function clausesOf(marks: readonly Mark[], language: Language): string {
  const clauses = marks.flatMap(({ finding }) =>
    finding.clauses.map(({ policy, ref }) => `${policy} ${ref}`),
  );
  return [...new Set(clauses)].join(exportWords.comma[language]);
}
