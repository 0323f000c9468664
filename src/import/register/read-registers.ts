import { defined } from '../../base/defined.ts';
import { groupBy } from '../../base/groups.ts';
import { type ImportState, recordKey, type StateRecord, sheetKey } from '../../register/state.ts';
import type { NumberedRecord } from '../merge/numbered-record.ts';
import { type FeedSheet, readFeed } from './feed/feed-rows.ts';
import type { RecordSection, RegisterRecord, RegisterValue, Source } from './fields.ts';
import { identify, type RenamedRow, type UnnamedRow } from './identify.ts';
import type { RegisterMapping } from './mapping.ts';
import { openRegisters, type RegisterFile } from './open-registers.ts';
import { type ReadRow, type ReadSheet, type ReadValue, readRecords } from './records.ts';
import { type NamedRecord, type OpenReference, References } from './references.ts';
import { type MappedTable, mapSheets, type NamesOf, type OpenedFile, type SheetOptions } from './sheets.ts';
import { readCell } from './values.ts';

/** Which registers are read, and what they are read by. */
export interface RegisterReading extends SheetOptions {
  readonly files: readonly RegisterFile[];
  readonly mapping: RegisterMapping;
  /** what the last import gave */
  readonly state: ImportState | undefined;
  /** all records of the inventory, which names in the register may stand for */
  readonly inventory: readonly NamedRecord[];
  /** whether the cells are needed once they are read: a large register has a million */
  readonly keepsCells: boolean;
}

/** What registers say, before it is held against the inventory. */
export interface ReadRegisters {
  readonly sheets: readonly SheetResult[];
  /** of all sheets in the files, those that were not to be read among them */
  readonly sheetNames: readonly string[];
  /** of the last import, what it gave of these sheets, and of all others */
  readonly own: ImportState | undefined;
  readonly others: readonly StateRecord[];
  /** the records of the rows, from sheet to sheet and from top to bottom, and behind them those that were made */
  readonly records: readonly NumberedRecord[];
  readonly open: readonly OpenReference[];
  readonly made: readonly NamedRecord[];
  readonly renamed: readonly RenamedRow[];
  /** what names stand for in these registers */
  readonly references: References;
}

/** A sheet, and what became of it. */
export interface SheetResult extends MappedTable {
  /** `undefined` where its rows were not read: it is ignored, or what they are is not confirmed */
  readonly read: ReadSheet | undefined;
  /** of a sheet whose rows update records */
  readonly feed: FeedSheet | undefined;
}

/**
 * Reads registers under a mapping: which records their rows are, and what they say.
 *
 * @throws RegisterFilesError if a file cannot be read
 */
export function readRegisters(input: RegisterReading): ReadRegisters {
  const opened = openRegisters(input.files);
  const sheets = mapSheets(opened, input.mapping, input, namesIn(input.state))
    .map(readSheet)
    .map((sheet) => (input.keepsCells ? sheet : withoutCells(sheet)));
  const { own, others } = splitState(input.state, sheets, input, opened);
  return {
    ...{ sheets, own, others },
    sheetNames: opened.flatMap(({ workbook }) => workbook.sheets.map(({ name }) => name)),
    ...recordsOf(sheets, own, others, input),
  };
}

function namesIn(state: ImportState | undefined): NamesOf {
  const names = groupBy(state?.records ?? [], sheetKey);
  return (sheet) =>
    new Set((names.get(sheetKey(sheet)) ?? []).map(({ values }) => String(values.get('name'))));
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

type Records = Pick<ReadRegisters, 'records' | 'open' | 'made' | 'renamed' | 'references'>;

/** The records of all sheets, with ids of their own and what their names stand for. */
function recordsOf(
  sheets: readonly SheetResult[],
  last: ImportState | undefined,
  others: readonly StateRecord[],
  { mapping, inventory }: RegisterReading,
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
  const records = rows.map((row, index): NumberedRecord => {
    const id = ids[index] ?? '';
    return {
      ...{ section: row.section, source: row.source, id },
      ...(row.number === undefined ? {} : { number: row.number }),
      values: rowValues(row, { section: row.section, id, source: row.source }, references),
      ...defined({ places: row.places }),
    };
  });
  const made = references.made.map(({ section, id, name, source, cell }) => ({
    ...{ section, id, source },
    values: new Map([['name', { value: name, cell }], ...layerOf(section, name, cell)]),
  }));
  return {
    records: [...records, ...made],
    open: references.open,
    made: references.made,
    renamed,
    references,
  };
}

/** @returns what a row says of the record that it is, with ids for the names in it */
export function rowValues(
  { values, number, numberCell }: ReadRow,
  { section, id, source }: { readonly section: RecordSection; readonly id: string; readonly source: Source },
  references: References,
): ReadonlyMap<string, ReadValue> {
  const resolved = references.resolve(section, values, source);
  // Where the id is another, as it is where two have one number, the number would be lost.
  const isLost = numberCell !== undefined && id !== number && !resolved.has(numberCell.kept);
  return isLost ? new Map([...resolved, [numberCell.kept, numberCell]]) : resolved;
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
  { mapping, sheets: asked }: RegisterReading,
  opened: readonly OpenedFile[],
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
  // A sheet that a file does not have any more was renamed, split or removed: its records are looked for in the others.
  const isGone = ({ file, sheet }: StateRecord) =>
    asked.length === 0 &&
    opened.some(({ name, workbook }) => name === file && workbook.sheets.every((one) => one.name !== sheet));
  const isOther = (record: StateRecord) =>
    !own.has(sheetKey(record)) && known.has(sheetKey(record)) && !isGone(record);
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
