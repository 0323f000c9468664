import { isMapping } from '../../base/mapping.ts';
import { ownValueAt } from '../merge/record-value.ts';
import type { AskedField, ItemMarks } from './columns.ts';

/** The list whose items a field belongs to, and its path in each of them. */
export interface ItemField {
  readonly list: string;
  readonly inner: string;
}

/** @returns how a field of the items of a list divides; `undefined` for a field of the record itself, or below two lists */
export function itemField(field: string): ItemField | undefined {
  const [list, inner, ...more] = field.split('[].');
  return list === undefined || inner === undefined || more.length > 0 ? undefined : { list, inner };
}

/** @returns the keys of a path of a record or an item. Those of a policy's own fields are divided as those of the vocabulary. */
export function keysBelow(path: string): readonly string[] {
  return path.split('.');
}

/** @returns what stands in a list of a record today */
export function itemsOf(record: unknown, list: string): readonly unknown[] {
  const items = ownValueAt(record, keysBelow(list));
  return Array.isArray(items) ? items : [];
}

/** @returns where the item stands that is meant, from 0; else why nobody can tell */
export function findItem(items: readonly unknown[], marks: ItemMarks): number | 'no-item' | 'several-items' {
  const found = items.flatMap((item, index) => (hasMarks(item, marks) ? [index] : []));
  const [first] = found;
  if (first === undefined) return 'no-item';
  return found.length > 1 ? 'several-items' : first;
}

function hasMarks(item: unknown, marks: ItemMarks): boolean {
  return isMapping(item) && marks.every(([key, text]) => isMarkedBy(item[key], text));
}

/** A version that is written as 2.10 is read as a number here, and as that text where it was asked about. */
function isMarkedBy(value: unknown, text: string): boolean {
  return typeof value === 'number' ? value === Number(text) : markOf(value) === text;
}

/** @returns a text by which an item is known; of what is no text none: days and levels are written in several ways */
export function markOf(value: unknown): string | undefined {
  const isPlain = typeof value === 'string' || typeof value === 'number';
  return isPlain && String(value).trim() !== '' ? String(value).trim() : undefined;
}

/** @returns what an item is called: 一太郎 2024 */
export function nameOfItem({ item = [] }: Pick<AskedField, 'item'>): string {
  return item.map(([, text]) => text).join(' ');
}
