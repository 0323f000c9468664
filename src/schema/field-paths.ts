import { isMapping } from '../base/mapping.ts';
import { fieldNamed, fieldNames } from './misplaced-key.ts';
import type { SchemaProblem } from './problem.ts';
import { type Shape, shapeAt } from './shape.ts';
import { asSuggestion, suggest } from './suggest.ts';

/** @returns the path of a field without the marks of lists: `copies[].manager` and `copies.manager` name the same field */
export function plainFieldPath(written: string): string {
  return written.trim().replaceAll('[]', '');
}

/** @returns the shape of the field of a record that a path names; `undefined` where the record has none of that name */
export function shapeOfField(record: Shape, written: string): Shape | undefined {
  let shape: Shape | undefined = record;
  for (const key of plainFieldPath(written).split('.')) {
    const holder: Shape | undefined = shape?.properties === undefined ? shape?.items : shape;
    shape = holder && shapeAt(holder, [key]);
  }
  return shape;
}

/**
 * @param inventory the shape of the inventory
 * @param document a document of an inventory, valid or not
 * @returns the names of fields in its records that no field has, such as those of `notApplicable`, and what is probably meant
 */
export function unknownFields(inventory: Shape, document: unknown): SchemaProblem[] {
  if (!isMapping(document)) return [];
  const found: SchemaProblem[] = [];
  for (const [section, shape] of Object.entries(inventory.properties ?? {})) {
    const content = Object.hasOwn(document, section) ? document[section] : undefined;
    if (shape.items === undefined) addUnknown(found, shape, content, [section]);
    else if (Array.isArray(content))
      for (const [index, record] of content.entries())
        addUnknown(found, shape.items, record, [section, index]);
  }
  return found;
}

type Path = SchemaProblem['path'];

/** Makes nothing for a record that names no field, as most do not. */
function addUnknown(found: SchemaProblem[], shape: Shape, record: unknown, path: Path): void {
  if (!isMapping(record)) return;
  for (const key of namingFieldsOf(shape)) {
    const value = record[key];
    if (value === undefined) continue;
    for (const { name, path: place } of namesBelow(shape.properties?.[key], value, [...path, key]))
      if (!isKnown(shape, name)) found.push(unknown(shape, name, place));
  }
}

function unknown(record: Shape, written: string, path: Path): SchemaProblem {
  const suggestion = fieldNamed(record, written) ?? suggest(written, fieldNames(record));
  return { code: 'unknown-field', path, written, ...asSuggestion(suggestion) };
}

/** Keys that begin with x- are free, at any depth. */
function isKnown(record: Shape, written: string): boolean {
  return /(?:^|\.)x-/u.test(written) || shapeOfField(record, written) !== undefined;
}

/** Asked for each record of an inventory. */
const known = new WeakMap<Shape, readonly string[]>();

/** @returns the keys of a record below which fields are named */
function namingFieldsOf(record: Shape): readonly string[] {
  let keys = known.get(record);
  if (keys === undefined) {
    const { properties = {} } = record;
    keys = Object.keys(properties).filter((key) => namesFields(properties[key] as Shape));
    known.set(record, keys);
  }
  return keys;
}

/** Makes nothing on its way, since every run goes through all that a record may hold. */
function namesFields({ namesField, items, properties }: Shape): boolean {
  if (namesField === true || (items !== undefined && namesFields(items))) return true;
  if (properties !== undefined)
    for (const key of Object.keys(properties)) if (namesFields(properties[key] as Shape)) return true;
  return false;
}

function namesBelow(
  shape: Shape | undefined,
  value: unknown,
  path: Path,
): { readonly name: string; readonly path: Path }[] {
  if (shape === undefined || value === undefined || value === null) return [];
  if (shape.namesField) return typeof value === 'string' ? [{ name: value, path }] : [];
  if (Array.isArray(value))
    return value.flatMap((item, index) => namesBelow(shape.items, item, [...path, index]));
  if (!isMapping(value)) return [];
  return Object.entries(shape.properties ?? {}).flatMap(([key, below]) =>
    namesBelow(below, value[key], [...path, key]),
  );
}
