import { foldText } from '../../base/fold-text.ts';
import type { ImportState, StateRecord } from '../../register/state.ts';
import { sameValue } from '../merge/record-value.ts';
import type { RecordSection, RegisterValue, Source } from './fields.ts';

/** A row that is to become a record. */
export interface UnnamedRow {
  readonly source: Source;
  /** its own number (管理番号); not that of the row */
  readonly number?: string;
  /** whether the number is an id already */
  readonly isId?: true;
  readonly division?: string;
  readonly name?: string;
  readonly values: ReadonlyMap<string, RegisterValue>;
}

/** Which records the rows of a section are. */
export interface Identified {
  /** in the order of the rows, and no two alike */
  readonly ids: readonly string[];
  /** rows that are known by all else than what they are called by */
  readonly renamed: readonly RenamedRow[];
}

/** A row that is called otherwise than at the last import. */
export interface RenamedRow {
  /** in the rows, from 0 */
  readonly index: number;
  readonly id: string;
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/**
 * Gives the rows of a section their ids. A row is the record that it was last time: by its own number, else by its division and
 * name, else by what nothing else has. An id is made once, for a row that is none of those, from its number or its division and
 * name; where a row stands never matters.
 *
 * @param taken ids that records beside the register have, which no row is to get
 */
export function identify(
  section: RecordSection,
  rows: readonly UnnamedRow[],
  last: ImportState | undefined,
  taken: Iterable<string> = [],
): Identified {
  // Rows that say the same are told apart by nothing but their order: it is kept, so that nothing changes where nothing did.
  const records = (last?.records ?? [])
    .filter((record) => record.section === section)
    .sort((one, other) => one.row - other.row);
  const matching = new Matching(rows.map(rowKey), records);
  matching.byNumber();
  matching.byName();
  matching.byNameAlone();
  const renamed = matching.byValues();
  const ids = newIds(section, rows, matching, new Set([...taken, ...records.map(({ id }) => id)]));
  return { ids, renamed };
}

/** What a row or a record is known by. */
interface Key {
  /** its own number, where nothing else of the section has it */
  readonly number: string | undefined;
  readonly name: string | undefined;
  readonly division: string | undefined;
  /** division and name as one text */
  readonly called: string;
  readonly values: ReadonlyMap<string, unknown>;
}

function rowKey({ number, division, name, values }: UnnamedRow): Key {
  // Most rows are known by their number or name, and nobody looks at what else they say.
  let plain: ReadonlyMap<string, unknown> | undefined;
  const named = new Map(['name', 'division'].map((path) => [path, values.get(path)?.value]));
  const { values: _, ...key } = keyOf(number, named, name, division);
  return {
    ...key,
    get values() {
      plain ??= new Map([...values].map(([path, { value }]) => [path, value]));
      return plain;
    },
  };
}

/** What a record is called stands in its values; what stands in none of them is as it was. */
function recordKeyOf({ number, values }: StateRecord): Key {
  return keyOf(number, values, undefined, undefined);
}

function keyOf(
  number: string | undefined,
  values: ReadonlyMap<string, unknown>,
  nameBeside: string | undefined,
  divisionBeside: string | undefined,
): Key {
  const name = comparable(textOf(values.get('name')) ?? nameBeside);
  const division = comparable(
    textOf(values.get('division')) ?? (values.get('name') === undefined ? divisionBeside : undefined),
  );
  const called = JSON.stringify([division ?? '', name ?? '']);
  return { number: comparable(number), name, division, called, values };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

/** Width and blanks tell nothing apart. */
function comparable(text: string | undefined): string | undefined {
  const plain = text === undefined ? undefined : foldText(text);
  return plain === '' ? undefined : plain;
}

/** Rows and records, and which of them belong together: each row with at most one record, and each record with one row. */
class Matching {
  readonly rows: readonly Key[];
  readonly records: readonly StateRecord[];
  readonly #keys: readonly Key[];
  readonly #recordOfRow = new Map<number, number>();
  readonly #matched = new Set<number>();

  constructor(rows: readonly Key[], records: readonly StateRecord[]) {
    this.rows = withoutSharedNumbers(rows);
    this.records = records;
    this.#keys = withoutSharedNumbers(records.map(recordKeyOf));
  }

  /** @returns the id that a row had last time */
  idOf(row: number): string | undefined {
    const record = this.#recordOfRow.get(row);
    return record === undefined ? undefined : this.records[record]?.id;
  }

  byNumber(): void {
    const records = new Map<string, number>();
    for (const [index, { number }] of this.#keys.entries())
      if (number !== undefined) records.set(number, index);
    // A state that knows no numbers still has ids that were made from them.
    const byId = new Map<string, number>();
    for (const [index, { id, number }] of this.records.entries())
      if (number === undefined) byId.set(id, index);
    for (const [row, { number }] of this.rows.entries()) {
      if (number === undefined) continue;
      const record = records.get(number) ?? byId.get(idOfNumber(number));
      if (record !== undefined && !this.#matched.has(record)) this.#match(row, record);
    }
  }

  /** Rows and records that are called alike, those first that have the most values in common. */
  byName(): void {
    const rows = grouped(this.#freeRows(), (row) => this.rows[row]?.called);
    const records = grouped(this.#freeRecords(), (record) => this.#keys[record]?.called);
    const all = {
      rows: counted(this.rows.map(({ called }) => called)),
      records: counted(this.#keys.map(({ called }) => called)),
    };
    for (const [called, alike] of rows) {
      const count = all.rows.get(called) ?? 0;
      const isNamed = alike.some((row) => this.rows[row]?.name !== undefined);
      const isSettled = isNamed && count === all.records.get(called);
      this.#matchAlike(alike, records.get(called) ?? [], isSettled, isSettled && count === 1);
    }
  }

  /**
   * Where a division was not known before, as when a person has only now confirmed its column, or is not any more, the name alone
   * tells records: those that are left on both sides, if they are as many.
   */
  byNameAlone(): void {
    const rows = grouped(this.#freeRows(), (row) => this.rows[row]?.name);
    const records = grouped(this.#freeRecords(), (record) => this.#keys[record]?.name);
    for (const [name, alike] of rows) {
      const others = records.get(name) ?? [];
      const divisions = {
        rows: alike.map((row) => this.rows[row]?.division),
        records: others.map((record) => this.#keys[record]?.division),
      };
      const isNew = divisions.rows.every(isStated) && !divisions.records.some(isStated);
      const isGone = divisions.records.every(isStated) && !divisions.rows.some(isStated);
      if ((isNew || isGone) && alike.length === others.length) this.#matchAlike(alike, others, true, false);
    }
  }

  /**
   * @param isSettled whether there are as many rows as records that are called so: then what is left is what is left. Else half
   *   of the other values must be equal, too, or a new row would take over a record that went.
   */
  #matchAlike(
    rows: readonly number[],
    records: readonly number[],
    isSettled: boolean,
    isOnly: boolean,
  ): void {
    const [row] = rows;
    const [record] = records;
    if (row === undefined || record === undefined) return;
    if (isOnly) {
      this.#match(row, record);
      return;
    }
    this.#matchEqual(rows, records);
    const freeRows = rows.filter((row) => !this.#recordOfRow.has(row));
    const freeRecords = records.filter((record) => !this.#matched.has(record));
    const pairs = freeRows.flatMap((row) =>
      freeRecords
        .slice(0, Math.ceil(mostPairs / freeRows.length))
        .map((record) => ({ row, record, ...this.#equalValues(row, record) }))
        .filter(({ equal, of }) => isSettled || (equal > 0 && equal * 2 >= of)),
    );
    pairs.sort((a, b) => b.equal - a.equal || a.row - b.row || a.record - b.record);
    for (const { row, record } of pairs) {
      if (this.#recordOfRow.has(row) || this.#matched.has(record)) continue;
      if (!this.#hasOtherNumber(row, record)) this.#match(row, record);
    }
  }

  /** Those that say the same in all fields go first, at the cost of one look each: many rows may be called alike. */
  #matchEqual(rows: readonly number[], records: readonly number[]): void {
    const byContent = grouped(records, (record) => contentOf(this.#keys[record]?.values));
    for (const row of rows) {
      const equal = byContent.get(contentOf(this.rows[row]?.values)) ?? [];
      const at = equal.findIndex((record) => !this.#hasOtherNumber(row, record));
      const [record] = at < 0 ? [] : equal.splice(at, 1);
      if (record !== undefined) this.#match(row, record);
    }
  }

  /** Two numbers that nothing else has are two things, even if they are called alike: PC-003 went, PC-021 came. */
  #hasOtherNumber(row: number, record: number): boolean {
    const own = this.rows[row]?.number;
    const other = this.#keys[record]?.number;
    return own !== undefined && other !== undefined && own !== other;
  }

  /** How many values are equal besides those that they are called by, and of how many. */
  #equalValues(row: number, record: number): { readonly equal: number; readonly of: number } {
    const values = this.#keys[record]?.values ?? new Map<string, unknown>();
    const own = [...(this.rows[row]?.values ?? [])].filter(([path]) => !isNaming(path));
    const of = Math.max(own.length, [...values.keys()].filter((path) => !isNaming(path)).length);
    return { equal: own.filter(([path, value]) => sameValue(value, values.get(path))).length, of };
  }

  /**
   * A row that is called otherwise is the record of which it has all other values, if at least three of them are of no other row
   * and no other record.
   */
  byValues(): RenamedRow[] {
    const free = this.#freeRows();
    if (free.length === 0 || this.#matched.size === this.records.length) return [];
    const rows = new Occurrences(this.rows);
    const records = new Occurrences(this.#keys);
    const byContent = grouped(this.#freeRecords(), (record) => namelessContent(this.#keys[record]?.values));
    const renamed: RenamedRow[] = [];
    for (const row of free) {
      const key = this.rows[row];
      const alike = byContent.get(namelessContent(key?.values)) ?? [];
      const [record] = alike;
      if (key === undefined || record === undefined || alike.length > 1) continue;
      const own = [...key.values].filter(
        ([path, value]) => !isNaming(path) && rows.isOnce(path, value) && records.isOnce(path, value),
      );
      if (own.length < leastOwnValues || this.#hasOtherNumber(row, record) || this.#matched.has(record))
        continue;
      this.#match(row, record);
      const from = textOf(this.records[record]?.values.get('name'));
      renamed.push({
        index: row,
        id: this.records[record]?.id ?? '',
        from,
        to: textOf(key.values.get('name')) ?? key.name,
      });
    }
    return renamed;
  }

  #match(row: number, record: number): void {
    this.#recordOfRow.set(row, record);
    this.#matched.add(record);
  }

  #freeRows(): number[] {
    return [...this.rows.keys()].filter((row) => !this.#recordOfRow.has(row));
  }

  #freeRecords(): number[] {
    return [...this.records.keys()].filter((record) => !this.#matched.has(record));
  }
}

function isStated(text: string | undefined): boolean {
  return text !== undefined;
}

/** How many values a row must share with a record, and with nothing else, to be known by them. */
const leastOwnValues = 3;

/** How many pairs are compared of those that are called alike; what goes beyond goes by what is equal as a whole. */
const mostPairs = 250_000;

/** A number that several have tells none of them. */
function withoutSharedNumbers(keys: readonly Key[]): Key[] {
  const counts = counted(keys.map(({ number }) => number));
  return keys.map((key) => (counts.get(key.number ?? '') === 1 ? key : { ...key, number: undefined }));
}

/** How often each value of each field stands in the rows or records of a section. */
class Occurrences {
  readonly #counts = new Map<string, number>();

  constructor(keys: readonly Key[]) {
    for (const { values } of keys) {
      for (const [path, value] of values) {
        const key = valueKey(path, value);
        this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
      }
    }
  }

  isOnce(path: string, value: unknown): boolean {
    return this.#counts.get(valueKey(path, value)) === 1;
  }
}

function valueKey(path: string, value: unknown): string {
  return JSON.stringify([path, value]);
}

function contentOf(values: ReadonlyMap<string, unknown> | undefined): string {
  return JSON.stringify([...(values ?? [])].map(([path, value]) => valueKey(path, value)).sort());
}

/** All values but those that a row is called by. */
function namelessContent(values: ReadonlyMap<string, unknown> | undefined): string {
  return contentOf(new Map([...(values ?? [])].filter(([path]) => !isNaming(path))));
}

function isNaming(path: string): boolean {
  return path === 'name' || path === 'division';
}

function grouped<Item>(
  items: Iterable<Item>,
  keyOfItem: (item: Item) => string | undefined,
): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOfItem(item);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

function counted(texts: readonly (string | undefined)[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) if (text !== undefined) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

// New ids

function newIds(
  section: RecordSection,
  rows: readonly UnnamedRow[],
  matching: Matching,
  taken: Set<string>,
): string[] {
  const ids = rows.map((_, row) => matching.idOf(row));
  // Ids first: nothing else may take them, and they are not made but given.
  for (const [row, { number, isId }] of rows.entries()) {
    if (ids[row] !== undefined || !isId || number === undefined || taken.has(number)) continue;
    ids[row] = number;
    taken.add(number);
  }
  // Then numbers: an id that is made of a name gives way to them.
  for (const [row, { number }] of matching.rows.entries()) {
    const id = number === undefined ? '' : idOfNumber(number);
    if (ids[row] !== undefined || id === '' || taken.has(id)) continue;
    ids[row] = id;
    taken.add(id);
  }
  const next = new Map<string, number>();
  return ids.map((id, row) => {
    if (id !== undefined) return id;
    const { division, name } = rows[row] ?? {};
    const ownId = section === 'connections' ? idOfEnds(name) : idOfName(division, name);
    const made = unusedId(ownId || section, taken, next);
    taken.add(made);
    return made;
  });
}

/** @returns the id, with `-2`, `-3` … behind it where others have it */
function unusedId(id: string, taken: ReadonlySet<string>, next: Map<string, number>): string {
  if (!taken.has(id)) return id;
  let suffix = next.get(id) ?? 2;
  while (taken.has(`${id}-${suffix}`)) suffix++;
  next.set(id, suffix + 1);
  return `${id}-${suffix}`;
}

/** Of a number what may stand in no id becomes a hyphen: 12/3 is not 123. */
function idOfNumber(number: string): string {
  return shortened(number.replaceAll(unfit, '-').replaceAll(/-+/g, '-'));
}

function idOfName(division: string | undefined, name: string | undefined): string {
  return [division, name]
    .map((text) => shortened((comparable(text) ?? '').replaceAll(unfit, '')))
    .filter((text) => text !== '')
    .join('-');
}

/** A connection is called by its ends and ports, which have to stay apart: 443 and 80 are not 44380. */
function idOfEnds(name: string | undefined): string {
  return idOfNumber(comparable(name) ?? '');
}

/** An id is typed by people, in lists and after slashes, without quotes: letters, digits and what stands within words. */
const unfit = /[^\p{L}\p{M}\p{N}\-_.・]/gu;

const longestPart = 60;

function shortened(text: string): string {
  return [...text.replaceAll(/^[-_.・]+|[-_.・]+$/g, '')].slice(0, longestPart).join('');
}
