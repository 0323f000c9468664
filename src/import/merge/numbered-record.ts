import { type RecordSection, type StateRecord, sortedRecords } from '../../register/state.ts';
import { isStated, sameValue, stated } from './record-value.ts';
import type { Source } from './source.ts';

/** A record as it is imported. */
export interface NumberedRecord {
  readonly section: RecordSection;
  readonly id: string;
  readonly source: Source;
  /** its own number (管理番号), which the state keeps so that the row is known again */
  readonly number?: string;
  /** by the paths of fields; what does not come from a spreadsheet has no cells */
  readonly values: ReadonlyMap<string, { readonly value: unknown; readonly cell?: string }>;
  /** the cells of fields of which the values have none, or another one */
  readonly places?: ReadonlyMap<string, string>;
}

/** What YAML takes for nothing is nothing in the register, too. */
export function stateOf({ section, id, source, number, values: given, places }: NumberedRecord): StateRecord {
  const values = new Map<string, unknown>();
  const cells = new Map<string, string>(places);
  for (const [path, { value, cell }] of given) {
    if (!isStated(value)) continue;
    values.set(path, typeof value === 'object' ? stated(value) : value);
    if (cell !== undefined) cells.set(path, cell);
  }
  return { section, id, ...source, ...(number === undefined ? {} : { number }), values, cells };
}

/** @returns whether the state of an import says all that these records say, and nothing else */
export function isStateOf(last: readonly StateRecord[], now: readonly NumberedRecord[]): boolean {
  return last.length === now.length && areSameRecords(sortedRecords(now.map(stateOf)), last);
}

/** @returns whether two lists of records are the same, in one order */
export function areSameRecords(a: readonly StateRecord[], b: readonly StateRecord[]): boolean {
  return a.length === b.length && a.every((record, index) => isSameRecord(record, b[index]));
}

function isSameRecord(a: StateRecord, b: StateRecord | undefined): boolean {
  if (a === b) return true;
  if (b === undefined || a.section !== b.section || a.id !== b.id || a.number !== b.number) return false;
  if (a.file !== b.file || a.sheet !== b.sheet || a.row !== b.row) return false;
  return isSameMap(a.values, b.values) && isSameMap(a.cells, b.cells);
}

function isSameMap(a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): boolean {
  if (a.size !== b.size) return false;
  for (const [path, value] of a) if (!sameValue(value, b.get(path))) return false;
  return true;
}
