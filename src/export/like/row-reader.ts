import { isMapping } from '../../base/mapping.ts';
import { isStated, stated } from '../../import/merge/record-value.ts';
import { sameFact } from '../../import/merge/same-fact.ts';
import type { MappedSheet } from '../../import/register/mapping.ts';
import { rowValues } from '../../import/register/read-registers.ts';
import { readRecords, type UsedColumn } from '../../import/register/records.ts';
import type { NamedRecord, References } from '../../import/register/references.ts';
import type { Table, TableCell } from '../../import/register/table.ts';
import { type RecordSection, recordKey } from '../../register/state.ts';

/** What a row says, by the paths of fields. */
export type RowValues = ReadonlyMap<string, unknown>;

/** Reads rows as the import does: the proof that what is written says what it is to say. */
export class RowReader {
  readonly #table: Table;
  readonly #section: RecordSection;
  readonly #columns: readonly UsedColumn[];
  readonly #mapped: MappedSheet;
  readonly #references: References;
  /** records that are there before anything is tried */
  readonly #known: ReadonlySet<string>;

  constructor(
    table: Table,
    section: RecordSection,
    columns: readonly UsedColumn[],
    mapped: MappedSheet,
    references: References,
    made: readonly NamedRecord[],
  ) {
    this.#table = table;
    this.#section = section;
    this.#columns = columns;
    this.#mapped = mapped;
    this.#references = references;
    this.#known = new Set(made.map(({ section: of, id }) => recordKey(of, id)));
  }

  /**
   * @param cells what stands in the row, with what it repeats of rows above
   * @returns what the row says; `undefined` where it is no record, or names one that an import would have to make
   */
  read(row: number, id: string, cells: ReadonlyMap<number, TableCell>): RowValues | undefined {
    const [read] = readRecords(
      { ...this.#table, rows: [{ row, cells }] },
      this.#section,
      this.#columns,
      this.#mapped,
    ).rows;
    if (read === undefined) return undefined;
    const source = { file: this.#mapped.file, sheet: this.#mapped.sheet, row };
    const values = rowValues(read, { section: this.#section, id, source }, this.#references);
    const all = statedValues([...values].map(([path, { value }]) => [path, value]));
    const invented = this.#references.made.filter(
      ({ section, id: made }) => !this.#known.has(recordKey(section, made)),
    );
    const names = new Set([...all.values()].flat());
    return invented.some(({ id: made }) => names.has(made)) ? undefined : all;
  }
}

/** @returns what of some values the inventory would have: nothing that says nothing */
export function statedValues(values: Iterable<readonly [string, unknown]>): RowValues {
  return new Map(
    [...values].flatMap(([path, value]) =>
      isStated(value) ? [[path, Array.isArray(value) || isMapping(value) ? stated(value) : value]] : [],
    ),
  );
}

/** @returns the paths under which two readings of a row do not say the same */
export function differences(section: RecordSection, one: RowValues, other: RowValues): string[] {
  return [...new Set([...one.keys(), ...other.keys()])].filter(
    (path) => !sameFact(section, path, one.get(path), other.get(path)),
  );
}
