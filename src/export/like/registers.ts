import type { Mapping } from '../../base/mapping.ts';
import type { RegisterMapping } from '../../import/register/mapping.ts';
import type { RegisterFile } from '../../import/register/open-registers.ts';
import { type ReadRegisters, readRegisters, type SheetResult } from '../../import/register/read-registers.ts';
import type { NamedRecord } from '../../import/register/references.ts';
import type { Table } from '../../import/register/table.ts';
import {
  type ImportState,
  type RecordSection,
  recordKey,
  type StateRecord,
  sheetKey,
} from '../../register/state.ts';
import type { NamesOf } from './forms.ts';
import { type RowValues, statedValues } from './row-reader.ts';

/** A record of the inventory as it stands there. */
export interface InventoryRecord extends NamedRecord {
  readonly value: Mapping;
}

/** What a register is read by. */
export interface RegisterContext {
  readonly mapping: RegisterMapping;
  readonly state: ImportState;
  readonly records: readonly InventoryRecord[];
}

/** A sheet of the register that the mapping knows, with its table and what its rows are. */
export interface KnownSheet {
  readonly read: SheetResult;
  readonly table: Table;
  readonly section: RecordSection;
}

/** @returns what tells a row from all others of a file */
export function rowKey({ sheet, row }: { readonly sheet: string; readonly row: number }): string {
  return `${row} ${sheet}`;
}

/**
 * Reads the register as an import does.
 *
 * @param asImported whether records are called as they were at the last import, as the cells call them that name them
 */
export function readOriginal(
  file: RegisterFile,
  { mapping, state, records }: RegisterContext,
  asImported: boolean,
): ReadRegisters {
  const names = new Map(
    state.records.map(({ section, id, values }) => [recordKey(section, id), values.get('name')]),
  );
  const inventory = records.map(({ section, id, name }): NamedRecord => {
    const before = asImported ? names.get(recordKey(section, id)) : undefined;
    return { section, id, name: before === undefined ? name : String(before) };
  });
  return readRegisters({
    files: [file],
    mapping,
    state,
    inventory,
    sheets: [],
    acceptGuesses: false,
    keepsCells: true,
  });
}

/** @returns the sheets that an import of the register has read */
export function knownSheets({ sheets }: ReadRegisters, { mapping }: RegisterContext): KnownSheet[] {
  const known = new Set(mapping.sheets.map(sheetKey));
  return sheets.flatMap((read): KnownSheet[] => {
    const { table, mapped, added } = read;
    const isKnown = known.has(sheetKey(mapped)) || added?.renamedFrom !== undefined;
    return table === undefined || read.read === undefined || mapped.section === undefined || !isKnown
      ? []
      : [{ read, table, section: mapped.section }];
  });
}

/** @returns whether a record is from a sheet, be it under an earlier name of the file */
export function isFrom(record: StateRecord, { read: { mapped, added } }: KnownSheet): boolean {
  const key = sheetKey(record);
  return (
    key === sheetKey(mapped) || (added?.renamedFrom !== undefined && key === sheetKey(added.renamedFrom))
  );
}

/** What a row says, and which record it is. */
export interface SaidRow {
  readonly id: string;
  readonly section: RecordSection;
  readonly says: RowValues;
}

/** @returns what the rows say, by {@link rowKey}; without the records that are made since rows name them */
export function rowsSaid({ records, made }: ReadRegisters): ReadonlyMap<string, SaidRow> {
  return new Map(
    records
      .slice(0, records.length - made.length)
      .map(({ section, id, source, values }) => [
        rowKey(source),
        { section, id, says: statedValues([...values].map(([path, { value }]) => [path, value])) },
      ]),
  );
}

/** @returns the names by which a register calls records: as the mapping has them, as its rows do, as the inventory does */
export function namesIn(registers: ReadRegisters, { mapping, records }: RegisterContext): NamesOf {
  const named = new Map<string, string[]>();
  const add = (section: string, id: string, name: unknown) => {
    const key = recordKey(section, id);
    const names = named.get(key) ?? [];
    named.set(key, name === undefined ? names : [...names, String(name)]);
  };
  for (const { section, id, values } of registers.records) add(section, id, values.get('name')?.value);
  for (const { section, id, name } of mapping.references) if (id !== undefined) add(section, id, name);
  for (const { section, id, name } of records) add(section, id, name);
  return (sections, id) => sections.flatMap((section) => named.get(recordKey(section, id)) ?? []);
}
