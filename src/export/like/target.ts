import { isMapping, type Mapping } from '../../base/mapping.ts';
import { mergeRecord } from '../../import/merge/merge-record.ts';
import { isStated, stated } from '../../import/merge/record-value.ts';
import type { RecordSection } from '../../register/state.ts';
import type { RowValues } from './row-reader.ts';

/** What a row is to say. */
export interface RowTarget {
  readonly target: RowValues;
  /** what is to change */
  readonly paths: readonly string[];
  /** what both the sheet and the inventory changed since the import, differently */
  readonly conflicts: readonly string[];
  /** how many values only the sheet changed, which stay: an import brings them into the inventory */
  readonly newer: number;
}

/**
 * Tells what a row is to say: what people changed in the inventory since the import is changed, and all else stays.
 *
 * @param imported what the row said at the last import
 * @param written the record as it stands in the inventory
 * @param says what the row says today
 */
export function targetOf(
  section: RecordSection,
  imported: RowValues,
  written: Mapping,
  says: RowValues,
): RowTarget {
  const target = new Map(says);
  const paths: string[] = [];
  const conflicts: string[] = [];
  let newer = 0;
  for (const merge of mergeRecord(section, imported, written, says)) {
    if (merge.outcome === 'conflict') conflicts.push(merge.path);
    else if (merge.outcome === 'write') newer += 1;
    else {
      paths.push(merge.path);
      if (isStated(merge.written)) target.set(merge.path, stated(merge.written));
      else target.delete(merge.path);
    }
  }
  for (const [path, value] of factsOf(written)) {
    if (imported.has(path) || says.has(path)) continue;
    paths.push(path);
    target.set(path, value);
  }
  return { target, paths, conflicts, newer };
}

/** @returns what a record says but its id, by the paths of fields */
export function factsOf(record: Mapping, before = ''): [string, unknown][] {
  return Object.entries(record).flatMap(([key, value]): [string, unknown][] => {
    const path = `${before}${key}`;
    if (path === 'id' || !isStated(value)) return [];
    if (isMapping(value) && !path.startsWith('x-')) return factsOf(value, `${path}.`);
    return [[path, stated(value)]];
  });
}
