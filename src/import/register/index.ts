import { defined } from '../../base/defined.ts';
import { groupBy } from '../../base/groups.ts';
import type { Language } from '../../base/localized.ts';
import {
  type ImportState,
  recordKey,
  type StateRecord,
  sheetKey,
  sortedRecords,
  writeState,
} from '../../register/state.ts';
import { openSpreadsheet } from '../../spreadsheet/open.ts';
import { SpreadsheetError, type SpreadsheetProblem } from '../../spreadsheet/problem.ts';
import type { ParsedYaml } from '../../yaml/parse.ts';
import { applyFeed } from './feed/apply-feed.ts';
import { type FeedPlaces, filesAfter } from './feed/feed-files.ts';
import type { AppliedFeed } from './feed/feed-result.ts';
import { type FeedSheet, feedRows, readFeed } from './feed/feed-rows.ts';
import { areSameRecords, fedAfter, fedAfterMerge, type SheetNames } from './feed/feed-state.ts';
import type { RecordSection, RegisterRecord, RegisterValue } from './fields.ts';
import { sectionHeader } from './header.ts';
import { identify, type RenamedRow, type UnnamedRow } from './identify.ts';
import type { RegisterMapping } from './mapping.ts';
import { addToMapping, type MappingAdditions } from './mapping-file.ts';
import { askedOf, mappingHeading, referenceNote } from './mapping-notes.ts';
import { type Merge, mergeRegister, type NumberedRecord } from './merge.ts';
import { type ReadRow, type ReadSheet, readRecords } from './records.ts';
import { type NamedRecord, type OpenReference, References } from './references.ts';
import { type MappedTable, mapSheets, type NamesOf, type OpenedFile, type SheetOptions } from './sheets.ts';
import { readCell } from './values.ts';

/** A file of a register as it was given. */
export interface RegisterFile {
  /** its name, without its folder */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What an import of registers begins with. */
export interface RegisterImport extends SheetOptions {
  readonly files: readonly RegisterFile[];
  readonly mapping: RegisterMapping;
  /** the text of the mapping; `undefined` where there is none yet */
  readonly mappingText: string | undefined;
  /** what the last import gave */
  readonly state: ImportState | undefined;
  /** what the files of the sections hold today */
  readonly sections: ReadonlyMap<RecordSection, string | undefined>;
  /** those of them that are parsed already, as they are written */
  readonly parsed: ReadonlyMap<RecordSection, ParsedYaml>;
  /** all records of the inventory, which names in the register may stand for */
  readonly inventory: readonly NamedRecord[];
  /** the files that they stand in */
  readonly places: FeedPlaces;
  readonly prune: boolean;
  readonly adopt: boolean;
  /** of the remarks in the files */
  readonly language: Language;
}

/** What an import comes to. */
export interface RegisterResult {
  readonly sheets: readonly SheetResult[];
  /** of all sheets in the files, those that were not to be read among them */
  readonly sheetNames: readonly string[];
  readonly references: readonly OpenReference[];
  readonly made: readonly NamedRecord[];
  readonly merge: Merge;
  /** what became of the rows of tables that update records; `undefined` where there are none */
  readonly applied: AppliedFeed | undefined;
  readonly renamed: readonly RenamedRow[];
  /** the new text of the mapping; `undefined` where it stays as it is */
  readonly mapping: string | undefined;
  /** the new text of the state; `undefined` where nothing can be written */
  readonly state: string | undefined;
  /** whether columns are gone of which nobody said that they were removed: nothing is written then */
  readonly isRefused: boolean;
}

/** A sheet, and what became of it. */
export interface SheetResult extends MappedTable {
  /** `undefined` where its rows were not read: it is ignored, or what they are is not confirmed */
  readonly read: ReadSheet | undefined;
  /** of a sheet whose rows update records */
  readonly feed: FeedSheet | undefined;
}

/** Files that cannot be read as spreadsheets. */
export class RegisterFilesError extends Error {
  readonly problems: readonly { readonly file: string; readonly problem: SpreadsheetProblem }[];

  constructor(problems: RegisterFilesError['problems']) {
    super(problems.map(({ file, problem }) => `${file}: ${problem.code}`).join('\n'));
    this.problems = problems;
  }
}

/**
 * Reads registers and merges them into the inventory. Nothing is written here.
 *
 * @throws RegisterFilesError if a file cannot be read
 */
export async function importRegisters(input: RegisterImport): Promise<RegisterResult> {
  const { sheets, sheetNames } = readSheets(input);
  const { own, others } = splitState(input.state, sheets, input);
  const { records, open, made, renamed } = recordsOf(sheets, own, others, input);
  const fed = input.state?.fed ?? [];
  const merge = await mergeRegister({
    files: input.sections,
    parsed: input.parsed,
    last: own,
    now: records,
    prune: input.prune,
    adopt: input.adopt,
    beside: new Set(others.map(({ section }) => section)),
    header: (section) => sectionHeader(section, input.language),
    fed,
  });
  const { rows, open: openInFeeds } = feedRows(sheets, input.inventory, input.mapping.references);
  const applied = sheets.some(({ feed }) => feed !== undefined)
    ? await applyFeed(rows, await filesAfter(input.places, merge.files))
    : undefined;
  // Of a sheet whose rows are not read nothing can be lost.
  const isRefused = sheets.some(
    ({ gone, read, feed }) => gone.length > 0 && (read ?? feed?.read) !== undefined,
  );
  const references = [...open, ...openInFeeds];
  const additions = additionsOf(sheets, references, input);
  const isAdded = additions.sheets.length + additions.references.length > 0;
  const fedNow = fedAfter(fedAfterMerge(fed, merge), applied?.updated ?? [], feedNames(sheets));
  const isSameState =
    input.state === undefined
      ? applied !== undefined && records.length + fedNow.length === 0
      : merge.state === own && areSameRecords(fed, fedNow);
  return {
    ...{ sheets, sheetNames, references, made, merge, applied, renamed, isRefused },
    mapping: isAdded ? addToMapping(input.mappingText, additions, mappingHeading[input.language]) : undefined,
    state:
      merge.state === undefined || isRefused || isSameState
        ? undefined
        : writeState({ records: sortedRecords([...others, ...merge.state.records]), fed: fedNow }),
  };
}

/** What the sheets that update records are called, by what they were called before. */
function feedNames(sheets: readonly SheetResult[]): SheetNames {
  return new Map(
    sheets.flatMap(({ feed, file, sheet, added }) => {
      const name = { file, sheet: sheet.name };
      const names = added?.renamedFrom === undefined ? [name] : [name, added.renamedFrom];
      return feed?.read === undefined ? [] : names.map((one) => [sheetKey(one), name] as const);
    }),
  );
}

function namesIn(state: ImportState | undefined): NamesOf {
  const names = groupBy(state?.records ?? [], sheetKey);
  return (sheet) =>
    new Set((names.get(sheetKey(sheet)) ?? []).map(({ values }) => String(values.get('name'))));
}

function openAll(files: readonly RegisterFile[]): OpenedFile[] {
  const problems: { file: string; problem: SpreadsheetProblem }[] = [];
  const opened = files.flatMap(({ name, bytes }): OpenedFile[] => {
    try {
      return [{ name, workbook: openSpreadsheet(bytes, name) }];
    } catch (error) {
      if (!(error instanceof SpreadsheetError)) throw error;
      problems.push({ file: name, problem: error.problem });
      return [];
    }
  });
  if (problems.length > 0) throw new RegisterFilesError(problems);
  return opened;
}

/** Reads all sheets. Their cells, of which a large register has a million, are held no longer than that. */
function readSheets(input: RegisterImport): Pick<RegisterResult, 'sheets' | 'sheetNames'> {
  const opened = openAll(input.files);
  return {
    sheets: mapSheets(opened, input.mapping, input, namesIn(input.state)).map(readSheet).map(withoutCells),
    sheetNames: opened.flatMap(({ workbook }) => workbook.sheets.map(({ name }) => name)),
  };
}

/** A sheet as far as there is something to tell of it once it is read. */
function withoutCells(result: SheetResult): SheetResult {
  const { sheet, table } = result;
  const hidden = table?.rows.filter((row) => row.hidden).map((row) => ({ ...row, cells: new Map() })) ?? [];
  return { ...result, sheet: { ...sheet, rows: [] }, table: table && { ...table, rows: hidden } };
}

function readSheet(mapped: MappedTable): SheetResult {
  const { table, columns } = mapped;
  const { section, ignored } = mapped.mapped;
  const read =
    table === undefined || section === undefined || ignored
      ? undefined
      : readRecords(table, section, columns, mapped.mapped);
  return { ...mapped, read, feed: readFeed(mapped) };
}

interface Records {
  readonly records: readonly NumberedRecord[];
  readonly open: readonly OpenReference[];
  readonly made: readonly NamedRecord[];
  readonly renamed: readonly RenamedRow[];
}

/** The records of all sheets, with ids of their own and what their names stand for. */
function recordsOf(
  sheets: readonly SheetResult[],
  last: ImportState | undefined,
  others: readonly StateRecord[],
  { mapping, inventory }: RegisterImport,
): Records {
  const rows = sheets.flatMap(({ read, mapped, file, sheet }) =>
    (read?.rows ?? []).map(
      (row): SheetRow => ({
        ...row,
        section: mapped.section ?? 'assets',
        source: { file, sheet: sheet.name, row: row.row },
      }),
    ),
  );
  // What the last import made is made again where it is still named; the other records are people's own.
  const imported = new Set((last?.records ?? []).map(({ section, id }) => recordKey(section, id)));
  const sectionOf = new Map(mapping.sheets.map((sheet) => [sheetKey(sheet), sheet.section]));
  const madeBefore = new Set(
    others
      .filter((record) => sectionOf.get(sheetKey(record)) !== record.section)
      .map(({ section, id }) => recordKey(section, id)),
  );
  const written = inventory
    .filter(({ section, id }) => !imported.has(recordKey(section, id)))
    .map((record) => ({ ...record, isMade: madeBefore.has(recordKey(record.section, record.id)) }));
  const { ids, renamed } = identifyAll(rows, last, others);
  const own = rows.map(
    (row, index): NamedRecord => ({
      section: row.section,
      id: ids[index] ?? '',
      name: textAt(row, 'name') ?? '',
    }),
  );
  const references = new References(
    [...own, ...written],
    mapping.references,
    new Set(rows.map(({ section }) => section)),
  );
  const records = rows.map(({ section, source, number, numberCell, values }, index): NumberedRecord => {
    const resolved = references.resolve(section, values, source);
    // Where the id is another, as it is where two have one number, the number would be lost.
    const isLost = numberCell !== undefined && ids[index] !== number && !resolved.has(numberCell.kept);
    return {
      ...{ section, source, id: ids[index] ?? '' },
      ...(number === undefined ? {} : { number }),
      values: isLost ? new Map([...resolved, [numberCell.kept, numberCell]]) : resolved,
    };
  });
  const made = references.made.map(({ section, id, name, source, cell }) => ({
    ...{ section, id, source },
    values: new Map([['name', { value: name, cell }], ...layerOf(section, name, cell)]),
  }));
  return { records: [...records, ...made], open: references.open, made: references.made, renamed };
}

/** A segment that is called by what it is, such as LGWAN接続系, is of that layer. */
function layerOf(section: RecordSection, name: string, cell: string): [string, RegisterValue][] {
  if (section !== 'segments') return [];
  const reading = readCell(name, 'layer', section);
  return reading.kind === 'value' ? reading.values.map(({ path, value }) => [path, { value, cell }]) : [];
}

/** A row with its section and where it stands. */
type SheetRow = ReadRow & Pick<RegisterRecord, 'section' | 'source'>;

function textAt({ values }: SheetRow, path: string): string | undefined {
  const value = values.get(path)?.value;
  return value === undefined ? undefined : String(value);
}

/** Ids are made section by section; they come back in the order of the rows. */
function identifyAll(
  rows: readonly SheetRow[],
  last: ImportState | undefined,
  others: readonly StateRecord[],
): { readonly ids: readonly string[]; readonly renamed: readonly RenamedRow[] } {
  const ids = new Array<string>(rows.length).fill('');
  const renamed: RenamedRow[] = [];
  const indexed = rows.map((row, index) => ({ row, index }));
  for (const [section, own] of groupBy(indexed, ({ row }) => row.section)) {
    const unnamed = own.map(
      ({ row }): UnnamedRow => ({
        ...row,
        ...defined({ division: textAt(row, 'division'), name: textAt(row, 'name') }),
      }),
    );
    // Of a record that people wrote under the same id nobody can tell whether it is the same: merging asks.
    const taken = others.filter((one) => one.section === section);
    const found = identify(
      section,
      unnamed,
      last,
      taken.map(({ id }) => id),
    );
    for (const [place, { index }] of own.entries()) ids[index] = found.ids[place] ?? '';
    renamed.push(...found.renamed);
  }
  return { ids, renamed };
}

/**
 * The state of the sheets that were read, and that of all others, which an import of one file among several leaves as it is. Of
 * a file that came under a new name the sheets are the same.
 */
function splitState(
  state: ImportState | undefined,
  sheets: readonly SheetResult[],
  { mapping }: RegisterImport,
): { readonly own: ImportState | undefined; readonly others: readonly StateRecord[] } {
  if (state === undefined) return { own: undefined, others: [] };
  // A run of nothing but tables that update has no say in what registers gave.
  if (sheets.every(({ feed }) => feed !== undefined)) return { own: { records: [] }, others: state.records };
  const read = sheets.filter(({ read }) => read !== undefined);
  const own = new Set(
    read.flatMap(({ file, sheet, added }) => [
      sheetKey({ file, sheet: sheet.name }),
      ...(added?.renamedFrom === undefined ? [] : [sheetKey(added.renamedFrom)]),
    ]),
  );
  const known = new Set(mapping.sheets.map(sheetKey));
  const isOther = (record: StateRecord) => !own.has(sheetKey(record)) && known.has(sheetKey(record));
  const others = state.records.filter(isOther);
  const mine = state.records.filter((record) => !isOther(record));
  if (others.length === 0) return { own: { records: mine }, others };
  // What was made since a record is in it stays as long as a record of another file is in it, too.
  const referredTo = new Set(others.flatMap(({ values }) => [...values.values()].flat().map(String)));
  const sections = new Set(read.map(({ mapped }) => mapped.section));
  const isShared = ({ section, id }: StateRecord) => !sections.has(section) && referredTo.has(id);
  return {
    own: { records: mine.filter((record) => !isShared(record)) },
    others: [...others, ...mine.filter(isShared)],
  };
}

function additionsOf(
  sheets: readonly SheetResult[],
  open: readonly OpenReference[],
  { mapping, language }: RegisterImport,
): MappingAdditions {
  const known = new Set(mapping.references.map(({ section, name }) => `${section} ${name}`));
  return {
    sheets: sheets.flatMap(
      (sheet) => askedOf({ ...sheet, read: sheet.read ?? sheet.feed?.read }, language) ?? [],
    ),
    references: open
      .filter(({ section, name }) => !known.has(`${section} ${name}`))
      .map((one) => ({
        name: one.name,
        section: one.section,
        ...(one.guess === undefined ? {} : { guess: one.guess.id }),
        note: referenceNote(one)[language],
      })),
  };
}
