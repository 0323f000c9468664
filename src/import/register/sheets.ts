import { defined } from '../../base/defined.ts';
import type { Sheet, Workbook } from '../../spreadsheet/workbook.ts';
import { withFactColumns } from './fact-columns.ts';
import type { RecordSection } from './fields.ts';
import { findTable } from './find-table.ts';
import type { MappedSheet, RegisterMapping, Update } from './mapping.ts';
import type { AddedColumn, AddedSheet } from './mapping-file.ts';
import { matchColumns } from './match-columns.ts';
import { proposeSection } from './propose-section.ts';
import type { UsedColumn } from './records.ts';
import { ignoredSheet } from './sheet-names.ts';
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
  /** the records that all sheets update, where the user says so */
  readonly update?: Update;
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

/** How one sheet is taken. */
interface MappingOptions extends SheetOptions {
  /** a sheet of the same workbook with the same headers, whose columns people have confirmed */
  readonly like?: MappedSheet;
}

/** @returns the names of the records that a sheet gave at the last import */
export type NamesOf = (sheet: MappedSheet) => ReadonlySet<string>;

/** Lays the sheets of files beside the mapping, and proposes what it does not have. */
export function mapSheets(
  files: readonly OpenedFile[],
  mapping: RegisterMapping,
  options: SheetOptions,
  namesOf: NamesOf,
): MappedTable[] {
  const given = new Set(files.map(({ name }) => name));
  return files.flatMap(({ name, workbook }) =>
    workbook.sheets
      .filter((sheet) => options.sheets.length === 0 || options.sheets.includes(sheet.name))
      .map((sheet) => {
        const own = mapping.sheets.find((one) => one.file === name && one.sheet === sheet.name);
        const table = own?.ignored ? undefined : findTable(sheet);
        const known = own ?? renamedSheet(name, sheet.name, table, mapping, given, namesOf);
        const like = known === undefined ? likeSheet(name, workbook, table, mapping) : undefined;
        return mapSheet(name, sheet, table, known, { ...options, ...defined({ like }) });
      }),
  );
}

/**
 * A register may come under another name every year. A sheet of a file that is not among those given is the same one, if at least
 * half of what it holds was there; the forms of two divisions, which have the same headers, are two registers.
 */
function renamedSheet(
  file: string,
  sheet: string,
  table: Table | undefined,
  { sheets }: RegisterMapping,
  given: ReadonlySet<string>,
  namesOf: NamesOf,
): MappedSheet | undefined {
  const isOfText = sheet === stemOf(file);
  const alike = sheets.filter(
    (one) => !given.has(one.file) && (one.sheet === sheet || (isOfText && one.sheet === stemOf(one.file))),
  );
  const same = alike.filter((one) => {
    const names = namesOf(one);
    if (names.size > 0 && table !== undefined) return holdsNames(table, one, names);
    return withoutDigits(one.file) === withoutDigits(file) && (one.ignored || hasHeaders(table, one));
  });
  return same.length === 1 ? same[0] : undefined;
}

/** The one sheet of a table as text bears the name of its file. */
function stemOf(file: string): string {
  return file.replace(/\.[^.]*$/u, '');
}

/** Years and dates are what tells the files of one register apart: 台帳R8.xlsx, 令和8年度台帳 (2).xlsx. */
function withoutDigits(file: string): string {
  return stemOf(file)
    .normalize('NFKC')
    .replaceAll(/[\d\s()._-]|元年/gu, '');
}

/** Whether at least half of the names stand below one header, be it called otherwise now. */
function holdsNames(table: Table, { columns }: MappedSheet, names: ReadonlySet<string>): boolean {
  const header = columns.find(({ field }) => field?.includes('name'))?.header;
  const named = table.columns.filter((one) => one.header === header);
  return (named.length > 0 ? named : table.columns).some(({ column }) => {
    const held = table.rows.flatMap(({ cells }) => cells.get(column)?.text ?? []);
    const known = held.filter((name) => names.has(name)).length;
    return known > 0 && known * 2 >= Math.min(held.length, names.size);
  });
}

/**
 * A sheet of a workbook that has the headers of another one in it, such as a sheet for each division, or what a sheet was split
 * into: what people said of the columns of that one holds for it, too.
 */
function likeSheet(
  file: string,
  workbook: Workbook,
  table: Table | undefined,
  { sheets }: RegisterMapping,
): MappedSheet | undefined {
  if (table === undefined) return undefined;
  const headers = new Set(table.columns.map(({ header }) => header));
  const isAlike = ({ columns }: MappedSheet) =>
    columns.length > 0 &&
    columns.filter(({ header }) => headers.has(header)).length * 5 >= columns.length * 4;
  const alike = sheets.filter((one) => one.file === file && one.section !== undefined && isAlike(one));
  const isGone = ({ sheet }: MappedSheet) => workbook.sheets.every(({ name }) => name !== sheet);
  return alike.find(isGone) ?? alike[0];
}

function hasHeaders(table: Table | undefined, { columns }: MappedSheet): boolean {
  const headers = new Set(table?.columns.map(({ header }) => header));
  return columns.filter(({ header }) => headers.has(header)).length * 2 >= columns.length;
}

function mapSheet(
  file: string,
  sheet: Sheet,
  table: Table | undefined,
  known: MappedSheet | undefined,
  options: MappingOptions,
): MappedTable {
  if (table === undefined || known?.ignored)
    return {
      ...{ file, sheet, table: undefined, columns: [], gone: [], fresh: [] },
      mapped: known ?? {
        file,
        sheet: sheet.name,
        ignored: true,
        complete: [],
        asksComplete: false,
        columns: [],
      },
      added: known === undefined ? { file, sheet: sheet.name, ignored: true, columns: [] } : undefined,
    };
  const identity = sectionOf(table, sheet.name, known, options);
  const { section = identity.update?.section ?? identity.guess } = identity;
  const mapped: MappedSheet = {
    ...{ file, sheet: sheet.name, complete: known?.complete ?? [], columns: [] },
    asksComplete: known?.asksComplete === true,
    ...identity,
  };
  if (section === undefined) return unknownSheet({ file, sheet, table, mapped, known });
  const whole = withFactColumns(table, section, known?.columns ?? [], sheet.name);
  const matched = matchColumns(whole, section, known?.columns ?? [], { ...options, update: identity.update });
  return {
    ...{ file, sheet, table: whole },
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
function unknownSheet({
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

type SheetIdentity = Pick<MappedSheet, 'ignored' | 'section' | 'guess' | 'update'>;

function sectionOf(
  table: Table,
  name: string,
  known: MappedSheet | undefined,
  { section, update, sheets, acceptGuesses, like }: MappingOptions,
): SheetIdentity {
  // A sheet on how to fill the others in is of no section, unless it is asked for by its name.
  const isAsked = known !== undefined || sheets.includes(name) || ignoredSheet(name) !== 'always';
  if (known?.update !== undefined) return { ignored: false, update: known.update };
  if (update !== undefined && isAsked && known?.section === undefined) return { ignored: false, update };
  if (section !== undefined && isAsked) return { ignored: false, section };
  const written = known?.section ?? (acceptGuesses ? known?.guess : undefined);
  if (written !== undefined) return { ignored: false, section: written };
  if (known !== undefined) return { ignored: known.ignored, ...defined({ guess: known.guess }) };
  if (like?.section !== undefined) return { ignored: false, section: like.section };
  const proposed = proposeSection(table, name);
  if (proposed.state === 'ignored' || proposed.section === undefined)
    return { ignored: proposed.state === 'ignored' };
  return proposed.state === 'exact' || acceptGuesses
    ? { ignored: false, section: proposed.section }
    : { ignored: false, guess: proposed.section };
}

/** @returns what the mapping lacks of a sheet; `undefined` where it has everything */
function addedOf(
  mapped: MappedSheet,
  known: MappedSheet | undefined,
  columns: readonly AddedColumn[],
  { acceptGuesses }: SheetOptions,
): AddedSheet | undefined {
  const { file, sheet, section, guess, update } = mapped;
  if (known === undefined) return { file, sheet, ...defined({ section, guess, update }), columns };
  const isRenamed = known.file !== file;
  const isConfirmed = acceptGuesses && known.section === undefined && known.guess !== undefined;
  const isUpdate = update !== undefined && known.update === undefined;
  if (columns.length === 0 && !isRenamed && !isConfirmed && !isUpdate) return undefined;
  return {
    ...{ file, sheet, columns },
    ...(isRenamed ? { renamedFrom: { file: known.file, sheet: known.sheet } } : {}),
    ...(isConfirmed && !isUpdate ? { confirmed: true } : {}),
    ...(isUpdate ? { update } : {}),
  };
}
