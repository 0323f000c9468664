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
    ...(about && { texts: { about } }),
    // One of an unknown type is refused where it is declared.
    types: types[type] === undefined ? [] : [types[type]],
    ...(type === 'date' ? { format: 'date' as const } : {}),
    ...(type === 'list' ? { items: { types: ['string'], ...words } } : words),
  };
}

/** @returns the shape of the inventory with the fields that policies declare */
export function inventoryShapeWith(fields: OwnFields): Shape {
  const known = shapes.get(fields) ?? extended(fields);
  shapes.set(fields, known);
  return known;
}

/** Cached: every rule and every condition of a policy asks. */
const shapes = new WeakMap<OwnFields, Shape>();

function extended(fields: OwnFields): Shape {
  const sections = Object.entries(fields);
  if (sections.length === 0) return inventoryShape;
  const properties = { ...inventoryShape.properties };
  for (const [section, declared] of sections) {
    const own = Object.hasOwn(properties, section) ? properties[section] : undefined;
    const branches: Branch = { fields: new Map() };
    for (const [path, field] of Object.entries(declared)) add(branches, path.split('.'), shapeOfField(field));
    properties[section] = grown(own ?? { types: ['object'] }, branches);
  }
  return { ...inventoryShape, properties };
}

/** What is declared at a path and below it. */
interface Branch {
  shape?: Shape;
  readonly fields: Map<string, Branch>;
}

function add(branch: Branch, [key, ...rest]: readonly string[], shape: Shape): void {
  if (key === undefined) {
    branch.shape = shape;
    return;
  }
  const below = branch.fields.get(key) ?? { fields: new Map() };
  branch.fields.set(key, below);
  add(below, rest, shape);
}

/** @returns a shape with what is declared of it: of a list, of its items */
function grown(shape: Shape, { shape: declared, fields }: Branch): Shape {
  if (declared !== undefined) return declared;
  if (shape.items !== undefined && shape.types.includes('array'))
    return { ...shape, items: grown(shape.items, { fields }) };
  const properties = new Map(Object.entries(shape.properties ?? {}));
  for (const [key, below] of fields)
    properties.set(key, grown(properties.get(key) ?? { types: ['object'] }, below));
  return { ...shape, properties: Object.fromEntries(properties) };
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
