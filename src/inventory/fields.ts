import { listSections, type Section } from '../../generated/records.ts';
import { inventoryShape } from '../../generated/shapes.ts';
import { recordShape, type Shape } from '../schema/shape.ts';

/** A field somewhere below a record; `*` stands for every item of a list. */
export interface FieldPath {
  readonly steps: readonly string[];
  readonly shape: Shape;
  /** whether it leads through lists, and so to several values */
  readonly isList: boolean;
}

/** One value that a field path leads to, and where it stands in the record. */
export interface FieldValue {
  readonly path: readonly (string | number)[];
  readonly value: unknown;
  /** the object or list that contains the value */
  readonly holder: object;
}

/** The fields of every section that hold references to other records. */
export const referenceFields = fieldsOf(inventoryShape, (shape) => shape.refersTo !== undefined);

/** The fields of every section on whose day something ends. */
export const fieldsFallingDue = fieldsOf(inventoryShape, (shape) => shape.fallsDue !== undefined);

/** The fields of each section that hold dates. */
export type DateFields = Readonly<Record<Section, readonly FieldPath[]>>;

const dateFields = fieldsOf(inventoryShape, isOfDates);

/** @returns the fields of an inventory that hold dates, those that policies declare among them */
export function dateFieldsIn(inventory: Shape): DateFields {
  return inventory === inventoryShape ? dateFields : fieldsOf(inventory, isOfDates);
}

function isOfDates({ format }: Shape): boolean {
  return format !== undefined;
}

/** @returns the values that stand at a field path of a record, in order */
export function valuesAt(record: object, { steps, isList }: FieldPath): readonly FieldValue[] {
  const [first = ''] = steps;
  if ((record as Readonly<Record<string, unknown>>)[first] === undefined) return nothing;
  if (!isList) return onlyValueAt(record, steps);
  const found: FieldValue[] = [];
  visit(record, steps, [], found);
  return found;
}

/** Shared, since most fields of most records are not stated. */
const nothing: readonly FieldValue[] = [];

function onlyValueAt(record: object, steps: readonly string[]): readonly FieldValue[] {
  let holder = record;
  let value: unknown = record;
  for (const step of steps) {
    if (typeof value !== 'object' || value === null) return nothing;
    holder = value;
    value = (holder as Readonly<Record<string, unknown>>)[step];
  }
  return value === undefined ? nothing : [{ path: steps, value, holder }];
}

/** @param path the path to `holder`; one mutable array for the whole walk, since this is hot */
function visit(
  holder: unknown,
  steps: readonly string[],
  path: (string | number)[],
  found: FieldValue[],
): void {
  const step = steps[path.length];
  if (step === undefined || typeof holder !== 'object' || holder === null) return;
  for (const key of step !== '*' ? [step] : Array.isArray(holder) ? holder.keys() : []) {
    const value = (holder as Readonly<Record<string | number, unknown>>)[key];
    if (value === undefined) continue;
    path.push(key);
    if (path.length === steps.length) found.push({ path: [...path], value, holder });
    else visit(value, steps, path, found);
    path.pop();
  }
}

export function fieldsOf(
  inventory: Shape,
  wanted: (shape: Shape) => boolean,
): Readonly<Record<Section, readonly FieldPath[]>> {
  const result: Partial<Record<Section, FieldPath[]>> = {};
  for (const section of ['organization', ...listSections] as const) {
    const record = recordShape(inventory, section);
    result[section] = record === undefined ? [] : collect(record, [], wanted);
  }
  return result as Record<Section, FieldPath[]>;
}

function collect(shape: Shape, steps: readonly string[], wanted: (shape: Shape) => boolean): FieldPath[] {
  const found: FieldPath[] = wanted(shape) ? [{ steps, shape, isList: steps.includes('*') }] : [];
  if (shape.items !== undefined) found.push(...collect(shape.items, [...steps, '*'], wanted));
  for (const [key, property] of Object.entries(shape.properties ?? {}))
    found.push(...collect(property, [...steps, key], wanted));
  return found;
}
