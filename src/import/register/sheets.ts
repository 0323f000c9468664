import { defined } from '../../base/defined.ts';
import type { Sheet, Workbook } from '../../spreadsheet/workbook.ts';
import type { RecordSection } from './fields.ts';
import { findTable } from './find-table.ts';
import type { MappedColumn, MappedSheet, RegisterMapping } from './mapping.ts';
import type { AddedColumn, AddedSheet } from './mapping-file.ts';
import { type ColumnProposal, proposeColumns, proposeSection } from './propose.ts';
import type { UsedColumn } from './records.ts';
import type { Table } from './table.ts';

/** A file of a register, opened. */
export interface OpenedFile {
  /** its name, without its folder */
  readonly name: string;
  readonly workbook: Workbook;
}

/** How sheets are chosen and taken. */
export interface SheetOptions {
  /** the section of all sheets, where the user says so */
  readonly section?: RecordSection;
  /** the only sheets to read; all where there is none */
  readonly sheets: readonly string[];
  /** whether what is guessed is taken as though somebody had confirmed it */
  readonly acceptGuesses: boolean;
}

/** A sheet of a register, with what the mapping says of it or what it seems to be. */
export interface MappedTable {
  readonly file: string;
  readonly sheet: Sheet;
  /** `undefined` where there is no table in it */
  readonly table: Table | undefined;
  readonly mapped: MappedSheet;
  readonly columns: readonly UsedColumn[];
  /** what the mapping does not have yet */
  readonly added: AddedSheet | undefined;
  /** headers of the mapping that the sheet does not have any more */
  readonly gone: readonly string[];
  /** headers of the sheet that the mapping does not have, although it knows the sheet */
  readonly fresh: readonly string[];
}

/** Lays the sheets of files beside the mapping, and proposes what it does not have. */
export function mapSheets(
  files: readonly OpenedFile[],
  mapping: RegisterMapping,
  options: SheetOptions,
): MappedTable[] {
  const given = new Set(files.map(({ name }) => name));
  return files.flatMap(({ name, workbook }) =>
    workbook.sheets
      .filter((sheet) => options.sheets.length === 0 || options.sheets.includes(sheet.name))
      .map((sheet) => mapSheet(name, sheet, knownSheet(name, sheet.name, mapping, given), options)),
  );
}

/** A register may come under another name every year: a sheet of a file that is not among those given is the same. */
function knownSheet(
  file: string,
  sheet: string,
  { sheets }: RegisterMapping,
  given: ReadonlySet<string>,
): MappedSheet | undefined {
  const alike = sheets.filter((one) => one.sheet === sheet && !given.has(one.file));
  return (
    sheets.find((one) => one.file === file && one.sheet === sheet) ??
    (alike.length === 1 ? alike[0] : undefined)
  );
}

function mapSheet(
  file: string,
  sheet: Sheet,
  known: MappedSheet | undefined,
  options: SheetOptions,
): MappedTable {
  const table = known?.ignored ? undefined : findTable(sheet);
  if (table === undefined)
    return {
      ...{ file, sheet, table, columns: [], gone: [], fresh: [] },
      mapped: known ?? { file, sheet: sheet.name, ignored: true, complete: [], columns: [] },
      added: known === undefined ? { file, sheet: sheet.name, ignored: true, columns: [] } : undefined,
    };
  const identity = sectionOf(table, sheet.name, known, options);
  const { section = identity.guess } = identity;
  const mapped: MappedSheet = {
    ...{ file, sheet: sheet.name, complete: known?.complete ?? [], columns: [] },
    ...identity,
  };
  if (section === undefined) return ignoredSheet({ file, sheet, table, mapped, known });
  const matched = matchColumns(table, section, known?.columns ?? [], options);
  return {
    ...{ file, sheet, table },
    mapped: { ...mapped, columns: matched.columns.map((one) => one.mapped) },
    columns: matched.columns,
    added: addedOf(mapped, known, matched.added, options),
    gone: matched.gone,
    fresh:
      known === undefined
        ? []
        : matched.added.flatMap(({ header, confirmed }) => (confirmed ? [] : [header])),
  };
}

/** A sheet with a table of which nobody can tell what its rows are. */
function ignoredSheet({
  file,
  sheet,
  table,
  mapped,
  known,
}: Pick<MappedTable, 'file' | 'sheet' | 'table' | 'mapped'> & {
  readonly known: MappedSheet | undefined;
}): MappedTable {
  const added: AddedSheet = {
    ...{ file, sheet: sheet.name, columns: [] },
    ...(mapped.ignored ? { ignored: true } : {}),
  };
  return {
    ...{ file, sheet, table, mapped, columns: [], gone: [], fresh: [] },
    added: known === undefined ? added : undefined,
  };
}

type SheetIdentity = Pick<MappedSheet, 'ignored' | 'section' | 'guess'>;

function sectionOf(
  table: Table,
  name: string,
  known: MappedSheet | undefined,
  { section, acceptGuesses }: SheetOptions,
): SheetIdentity {
  if (section !== undefined) return { ignored: false, section };
  const written = known?.section ?? (acceptGuesses ? known?.guess : undefined);
  if (written !== undefined) return { ignored: false, section: written };
  if (known !== undefined) return { ignored: known.ignored, ...defined({ guess: known.guess }) };
  const proposed = proposeSection(table, name);
  if (proposed.state === 'ignored' || proposed.section === undefined)
    return { ignored: proposed.state === 'ignored' };
  return proposed.state === 'exact' || acceptGuesses
    ? { ignored: false, section: proposed.section }
    : { ignored: false, guess: proposed.section };
}

interface MatchedColumns {
  readonly columns: readonly UsedColumn[];
  readonly added: readonly AddedColumn[];
  readonly gone: readonly string[];
}

/** Columns are known by their headers, and equal ones by their order. */
function matchColumns(
  table: Table,
  section: RecordSection,
  known: readonly MappedColumn[],
  { acceptGuesses }: SheetOptions,
): MatchedColumns {
  const proposals = proposeColumns(table, section);
  const occurrences = new Map<string, number>();
  const columns: UsedColumn[] = [];
  const added: AddedColumn[] = [];
  const left = new Set(known);
  for (const [index, column] of table.columns.entries()) {
    const header = column.header === '' ? `（見出しなし ${column.column}列目）` : column.header;
    const occurrence = occurrences.get(header) ?? 0;
    occurrences.set(header, occurrence + 1);
    const written = known.filter((one) => one.header === header)[occurrence];
    if (written !== undefined) left.delete(written);
    const proposed = written ?? proposedColumn(header, proposals[index]);
    const isConfirmed = acceptGuesses && proposed.guess !== undefined;
    const mapped: MappedColumn = isConfirmed ? { ...proposed, field: proposed.guess ?? [] } : proposed;
    const kept = `x-${header}${occurrence === 0 ? '' : `-${occurrence + 1}`}`;
    columns.push({ column, mapped, occurrence, kept });
    if (written === undefined || isConfirmed)
      added.push({
        ...{ header, occurrence, questions: [] },
        ...defined({ field: proposed.field, guess: proposed.guess }),
        ...(proposed.field === undefined && proposed.guess === undefined && !proposed.rowNumber
          ? { field: [kept] }
          : {}),
        ...(proposed.rowNumber ? { rowNumber: true } : {}),
        ...(isConfirmed ? { confirmed: true } : {}),
      });
  }
  const gone = [...left].filter(({ removed, rowNumber }) => !removed && !rowNumber);
  return { columns, added, gone: gone.map(({ header }) => header) };
}

function proposedColumn(header: string, proposal: ColumnProposal | undefined): MappedColumn {
  const { state, targets } = proposal ?? { state: 'unmapped' };
  // What is kept and not judged needs no confirmation.
  const isCertain = state === 'exact' || targets?.every((target) => target.startsWith('x-')) === true;
  return {
    header,
    ...(targets === undefined || state === 'row-number' || state === 'unmapped'
      ? {}
      : isCertain
        ? { field: targets }
        : { guess: targets }),
    rowNumber: state === 'row-number',
    removed: false,
    repeats: false,
    answers: new Map(),
  };
}

/** @returns what the mapping lacks of a sheet; `undefined` where it has everything */
function addedOf(
  mapped: MappedSheet,
  known: MappedSheet | undefined,
  columns: readonly AddedColumn[],
  { acceptGuesses }: SheetOptions,
): AddedSheet | undefined {
  const { file, sheet, section, guess } = mapped;
  if (known === undefined) return { file, sheet, ...defined({ section, guess }), columns };
  const isRenamed = known.file !== file;
  const isConfirmed = acceptGuesses && known.section === undefined && known.guess !== undefined;
  if (columns.length === 0 && !isRenamed && !isConfirmed) return undefined;
  return {
    ...{ file, sheet, columns },
    ...(isRenamed ? { renamedFrom: known.file } : {}),
    ...(isConfirmed ? { confirmed: true } : {}),
  };
}
