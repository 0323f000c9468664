import { inventoryShape } from '../../../generated/shapes.ts';
import { isMapping } from '../../base/mapping.ts';
import type { JsonType, Shape } from '../../schema/shape.ts';
import type { FieldType, OwnField, OwnFields } from './rule.ts';

const types: Readonly<Record<FieldType, JsonType>> = {
  boolean: 'boolean',
  string: 'string',
  integer: 'integer',
  number: 'number',
  date: 'string',
  list: 'array',
};

/** @returns the shape of a declared field */
function shapeOfField({ type, choices, about }: OwnField): Shape {
  const words = choices === undefined ? {} : { enum: choices };
  return {
    ...(about && { about }),
    // One of an unknown type is refused where it is declared.
    types: types[type] === undefined ? [] : [types[type]],
    ...(type === 'date' ? { format: 'date' as const } : {}),
    ...(type === 'list' ? { items: { types: ['string'], ...words } } : words),
  };
}

/** @returns the shape of the inventory with the fields that policies declare */
export function inventoryShapeWith(fields: OwnFields): Shape {
  return Object.entries(fields).reduce(
    (whole, [section, declared]) => inside(whole, [section], (record) => withFields(record, declared)),
    inventoryShape,
  );
}

function withFields(record: Shape, declared: OwnFields[string]): Shape {
  return Object.entries(declared).reduce(
    (shape, [path, field]) => inside(shape, path.split('.'), () => shapeOfField(field)),
    record,
  );
}

/** @returns a shape in which what stands below some keys is changed; keys that it lacks are added */
function inside(shape: Shape, [key, ...rest]: readonly string[], change: (found: Shape) => Shape): Shape {
  if (key === undefined) return change(shape);
  const { properties = {} } = shape;
  const own = Object.hasOwn(properties, key) ? properties[key] : undefined;
  const list = own?.items !== undefined && own.types.includes('array');
  const below = list ? (own.items as Shape) : (own ?? { types: ['object'] });
  const changed = inside(below, rest, change);
  return { ...shape, properties: { ...properties, [key]: list ? { ...own, items: changed } : changed } };
}

/** @returns the fields of several files; what is declared last holds */
export function joinedFields(all: readonly OwnFields[]): OwnFields {
  const joined: Record<string, Record<string, OwnField>> = {};
  for (const fields of all)
    for (const [section, declared] of Object.entries(fields))
      joined[section] = { ...joined[section], ...declared };
  return joined;
}

/** Whether an example is an inventory, not the one record that is judged. */
export function isInventory(example: unknown): boolean {
  if (!isMapping(example)) return false;
  const { properties = {} } = inventoryShape;
  const stated = Object.entries(example).filter(([key]) => !key.startsWith('x-'));
  return (
    stated.length > 0 && stated.every(([key, value]) => Object.hasOwn(properties, key) && isSection(value))
  );
}

/** Records have fields named as sections are, of ids alone: the segments of a system, the assets of a contract. */
function isSection(value: unknown): boolean {
  return !Array.isArray(value) || value.every(isMapping);
}
