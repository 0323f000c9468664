import { inventoryShape } from '../../generated/shapes.ts';
import type { Shape } from '../schema/shape.ts';
import { listSections, type Section } from './records.ts';

/** A field somewhere below a record; `*` stands for every item of a list. */
export interface FieldPath {
  readonly steps: readonly string[];
  readonly shape: Shape;
}

/** One value that a field path leads to: where it stands in the record and how to replace it. */
export interface FieldValue {
  readonly path: readonly (string | number)[];
  readonly value: unknown;
  replace(value: unknown): void;
}

/** The fields of every section that hold references to other records. */
export const referenceFields = fieldsOf((shape) => shape.refersTo !== undefined);

/** The fields of every section that hold dates. */
export const dateFields = fieldsOf((shape) => shape.format !== undefined);

/** @returns the values that stand at a field path of a record, in order */
export function valuesAt(record: object, field: FieldPath): readonly FieldValue[] {
  const [first = ''] = field.steps;
  if ((record as Readonly<Record<string, unknown>>)[first] === undefined) return nothing;
  const found: FieldValue[] = [];
  visit(record, field.steps, 0, [], found);
  return found;
}

/** Most records state few of the fields there are, and every record is asked for all of them. */
const nothing: readonly FieldValue[] = [];

function visit(
  at: unknown,
  steps: readonly string[],
  depth: number,
  path: (string | number)[],
  found: FieldValue[],
): void {
  const step = steps[depth];
  if (step === undefined || at === undefined || at === null) return;
  const last = depth === steps.length - 1;
  if (step === '*') {
    if (!Array.isArray(at)) return;
    for (const [index, item] of at.entries()) {
      if (last) found.push(fieldValue(at, index, item, [...path, index]));
      else visit(item, steps, depth + 1, [...path, index], found);
    }
    return;
  }
  const value = (at as Record<string, unknown>)[step];
  if (value === undefined) return;
  if (last) found.push(fieldValue(at, step, value, [...path, step]));
  else visit(value, steps, depth + 1, [...path, step], found);
}

function fieldValue(
  parent: unknown,
  key: string | number,
  value: unknown,
  path: (string | number)[],
): FieldValue {
  return {
    path,
    value,
    replace(replacement) {
      (parent as Record<string | number, unknown>)[key] = replacement;
    },
  };
}

function fieldsOf(wanted: (shape: Shape) => boolean): Readonly<Record<Section, readonly FieldPath[]>> {
  const result: Partial<Record<Section, FieldPath[]>> = {};
  for (const section of ['organization', ...listSections] as const) {
    const property = inventoryShape.properties?.[section];
    const record = property?.items ?? property;
    result[section] = record === undefined ? [] : collect(record, [], wanted);
  }
  return result as Record<Section, FieldPath[]>;
}

function collect(shape: Shape, steps: readonly string[], wanted: (shape: Shape) => boolean): FieldPath[] {
  const found: FieldPath[] = wanted(shape) ? [{ steps, shape }] : [];
  if (shape.items !== undefined) found.push(...collect(shape.items, [...steps, '*'], wanted));
  for (const [key, property] of Object.entries(shape.properties ?? {}))
    found.push(...collect(property, [...steps, key], wanted));
  return found;
}
