import { inventoryShape } from '../../../generated/shapes.ts';
import { recordShape, type Shape, shapeAt } from '../../schema/shape.ts';
import type { FieldTarget, RecordSection } from './fields.ts';

/** The field that a target means. */
export interface Field {
  readonly section: RecordSection;
  /** without brackets: `contains`, `software.name` */
  readonly path: string;
  /** by section and path: `systems software.name` */
  readonly key: string;
  /** of what may stand there; of a list that a word is in, the shape of the list */
  readonly shape: Shape;
  /** the word that the column is about: `my-number` */
  readonly word?: string;
  /** the list whose items the field belongs to, and its name there: `software`, `name` */
  readonly item?: { readonly list: string; readonly field: string };
}

/**
 * Whether a table that updates records may set a field: one that has one value, or a list of words. Of a list of mappings a table
 * states some fields only, and the others would be lost.
 */
export function canBeUpdated(section: RecordSection, target: FieldTarget): boolean {
  if (target.startsWith('x-')) return target.length > 2;
  const field = fieldOf(section, target);
  if (field === undefined || field.word !== undefined || field.item !== undefined) return false;
  return field.shape.properties === undefined && field.shape.items?.properties === undefined;
}

/** Whether a record may be known by a field: a text or a number, or a list of which each item is one. */
export function canBeKey(section: RecordSection, target: FieldTarget): boolean {
  if (target === 'id') return true;
  if (!canBeUpdated(section, target)) return false;
  const { types, format, items } = fieldOf(section, target)?.shape ?? { types: ['string'] };
  const ofText = items?.types ?? types;
  return format === undefined && (ofText.includes('string') || ofText.includes('integer'));
}

const known = new Map<string, Field | undefined>();

/** @returns the field that a target of a mapping means; `undefined` where the vocabulary has none, and for `x-` */
export function fieldOf(section: RecordSection, target: FieldTarget): Field | undefined {
  const key = `${section} ${target}`;
  if (!known.has(key)) known.set(key, findField(section, target));
  return known.get(key);
}

function findField(section: RecordSection, target: FieldTarget): Field | undefined {
  const record = recordShape(inventoryShape, section);
  if (record === undefined) return undefined;
  const { list, field, word, plain } =
    /^(?:(?<list>[\w.]+)\[\]\.(?<field>\w+)|(?<plain>[\w.]+?)(?:\[(?<word>[^\]]+)\])?)$/u.exec(target)
      ?.groups ?? {};
  if (list !== undefined && field !== undefined) {
    const shape = shapeAt(record, [...list.split('.'), 0, field]);
    const path = `${list}.${field}`;
    return shape && { section, path, key: `${section} ${path}`, shape, item: { list, field } };
  }
  if (plain === undefined) return undefined;
  const shape = shapeAt(record, plain.split('.'));
  if (shape === undefined || (word !== undefined && shape.items?.choices === undefined)) return undefined;
  return { section, path: plain, key: `${section} ${plain}`, shape, ...(word === undefined ? {} : { word }) };
}
