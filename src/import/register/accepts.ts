import { inventoryShape } from '../../../generated/shapes.ts';
import { validateInventory } from '../../../generated/validators/inventory.js';
import { isMapping } from '../../base/mapping.ts';
import { isOpenWord } from '../../schema/open-words.ts';
import { recordShape, type Shape, shapeAt } from '../../schema/shape.ts';
import { validate } from '../../schema/validate.ts';
import type { RecordSection } from './fields.ts';
import type { StatedValue } from './reading.ts';

/**
 * Whether the vocabulary takes a value for a field as it is, without reading it as anything else. A word that a policy may
 * have added to an open list is taken: whether it has can only be told when the inventory is checked.
 */
export function accepts(section: RecordSection, { path, value }: StatedValue): boolean {
  const word = /^(?<list>.+)\[(?<word>.+)\]$/u.exec(path)?.groups;
  if (word !== undefined) return typeof value === 'boolean';
  const record = recordShape(inventoryShape, section);
  if (record === undefined) return false;
  const steps = path.split('.');
  const stated = named(shapeAt(record, steps), value);
  const inventory = { [section]: [{ id: 'a', name: 'a', ...(nested(record, steps, stated) as object) }] };
  const before = JSON.stringify(inventory);
  const written = (place: readonly (string | number)[]) =>
    String(place.reduce<unknown>((at, step) => (at as Record<string | number, unknown>)[step], inventory));
  const problems = validate(validateInventory, inventoryShape, inventory, { written });
  return problems.every(isOpenWord) && JSON.stringify(inventory) === before;
}

/** A mapping that states one field; lists on the way have one item. */
function nested(shape: Shape | undefined, [key = '', ...rest]: readonly string[], value: unknown): unknown {
  const inner = shape?.properties?.[key];
  if (rest.length === 0) return { [key]: value };
  if (inner?.items === undefined) return { [key]: nested(inner, rest, value) };
  return { [key]: named(inner, [nested(inner.items, rest, value)]) };
}

/** Items that a column states only one field of have their names in another column. */
function named(shape: Shape | undefined, value: unknown): unknown {
  if (!Array.isArray(value) || shape?.items?.properties?.['name'] === undefined) return value;
  return value.map((item) => (isMapping(item) ? { name: 'a', ...item } : item));
}
