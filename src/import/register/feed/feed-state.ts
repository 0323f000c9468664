import { groupBy } from '../../../base/groups.ts';
import { recordKey, type StateRecord, sheetKey, sortedRecords } from '../../../register/state.ts';
import type { Merge } from '../../merge/merge.ts';
import { isStated, sameValue } from '../../merge/record-value.ts';
import type { FieldTarget } from '../fields.ts';
import type { UpdatedRecord } from './feed-result.ts';
import type { FeedRow } from './feed-rows.ts';

/** The sheets of a run that update records, by their keys; of one that was renamed, under the old name as well. */
export type SheetNames = ReadonlyMap<string, Pick<StateRecord, 'file' | 'sheet'>>;

/**
 * What tables have given records by now. What a table gave before and does not say any more stays, since it stands in the YAML still,
 * but without its cell, which may be that of another record by now.
 *
 * @param last what they had given before the run
 */
export function fedAfter(
  last: readonly StateRecord[],
  updated: readonly UpdatedRecord[],
  sheets: SheetNames,
): StateRecord[] {
  const renamed = last.map((record): StateRecord => {
    const name = sheets.get(sheetKey(record));
    return name === undefined ? record : { ...record, ...name, cells: new Map() };
  });
  const fed = groupBy(renamed, ({ section, id }) => recordKey(section, id));
  for (const { known, rows } of updated) {
    const { id } = known.record;
    if (id === '') continue;
    for (const row of rows) {
      const now = recordOf(row, id);
      const key = recordKey(now.section, id);
      const before = fed.get(key) ?? [];
      const own = before.find((one) => sheetKey(one) === sheetKey(now));
      // A field is of the table that gave it last.
      const others = before.filter((one) => one !== own).map((one) => without(one, now.values));
      fed.set(key, [...others, { ...now, values: new Map([...(own?.values ?? []), ...now.values]) }]);
    }
  }
  return sortedRecords([...fed.values()].flat().filter(({ values }) => values.size > 0));
}

/** What of it still tells something after a merge: not what the register has written over, nor of records that are gone. */
export function fedAfterMerge(
  fed: readonly StateRecord[],
  { changed, removed }: Merge,
): readonly StateRecord[] {
  if (fed.length === 0) return fed;
  const gone = new Set(removed.map(({ section, id }) => recordKey(section, id)));
  const overwritten = groupBy(changed, ({ section, id }) => recordKey(section, id));
  return fed
    .filter(({ section, id }) => !gone.has(recordKey(section, id)))
    .map((record) => {
      const paths = overwritten.get(recordKey(record.section, record.id)) ?? [];
      return paths.length === 0
        ? record
        : without(record, new Map(paths.map(({ path }) => [path, undefined])));
    })
    .filter(({ values }) => values.size > 0);
}

/** @returns whether two lists of records say the same, cells included */
export function areSameRecords(a: readonly StateRecord[], b: readonly StateRecord[]): boolean {
  return a === b || (a.length === b.length && a.every((record, index) => isSame(record, b[index])));
}

function isSame(a: StateRecord, b: StateRecord | undefined): boolean {
  if (a === b) return true;
  if (b === undefined || keyOf(a) !== keyOf(b) || a.row !== b.row) return false;
  return isSameMap(a.values, b.values) && isSameMap(a.cells, b.cells);
}

function isSameMap(a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): boolean {
  return a.size === b.size && [...a].every(([path, value]) => sameValue(value, b.get(path)));
}

function recordOf({ update: { section }, source, values }: FeedRow, id: string): StateRecord {
  const said = [...values].filter(([, { value }]) => isStated(value));
  return {
    ...{ section, id, ...source },
    values: new Map(said.map(([path, { value }]) => [path, value])),
    cells: new Map(said.map(([path, { cell }]) => [path, cell])),
  };
}

function without(record: StateRecord, paths: ReadonlyMap<FieldTarget, unknown>): StateRecord {
  const left = <Value>(all: ReadonlyMap<string, Value>) =>
    new Map([...all].filter(([path]) => !paths.has(path)));
  return { ...record, values: left(record.values), cells: left(record.cells) };
}

function keyOf(record: StateRecord): string {
  return `${recordKey(record.section, record.id)}\n${sheetKey(record)}`;
}
