import { parseDay } from '../base/date.ts';
import { allHold, anyHolds } from '../base/kleene.ts';
import { valueAt } from '../base/mapping.ts';
import type { Axis, WrittenPredicate } from './policy.ts';

/** What came of a condition; where the record does not say enough, the path of the fact that it lacks. */
export type Truth = boolean | Missing;

/** A fact that a record does not state. */
export interface Missing {
  readonly path: string;
}

/** A condition, ready to be asked of many records. */
export type Predicate = (record: object, derived: Derived) => Truth;

/** What is known of a record beside its fields. */
export interface Derived {
  /** @returns below 0 where the record's level is the lower, above 0 where it is the higher, 0 where they are equal */
  compareLevel(axis: Axis, level: string | number): number | Missing;
  /** @returns whether the record stands in a layer, by its id or name, or the field that does not say so */
  standsIn(layer: string): Truth;
}

/** The operators of a test, beside a value and a list of values. */
export type Operator = 'not' | 'present' | 'atLeast' | 'atMost' | 'covers' | 'some' | 'each';

/** Those of a test of the record's level, and of its layers. */
export const levelOperators = ['not', 'atLeast', 'atMost'] as const;
export const layerOperators = ['not'] as const;

/** Those that take one value. */
export const singleOperators: readonly string[] = ['present', 'atLeast', 'atMost'] satisfies Operator[];

/** The facts of a record that are no field of it. */
export const derivedPaths = [
  '$level.confidentiality',
  '$level.integrity',
  '$level.availability',
  '$layers',
  '$agency',
] as const;

/**
 * Makes a condition of a valid one. Its logic is that of Kleene, so that a fact that is not written accuses nobody.
 *
 * @param knows whether the records that it is asked of have the fact of a path at all; what is asked of one that they never
 *   have is not met
 */
export function compilePredicate(written: WrittenPredicate, knows: (path: string) => boolean): Predicate {
  const compile = (one: WrittenPredicate) => compilePredicate(one, knows);
  return all(
    Object.entries(written).map(([key, test]): Predicate => {
      switch (key) {
        case 'all':
          return all((test as WrittenPredicate[]).map(compile));
        case 'any':
          return any((test as WrittenPredicate[]).map(compile));
        case 'not':
          return not(compile(test as WrittenPredicate));
        default:
          return knows(key) ? leaf(key, test) : () => false;
      }
    }),
  );
}

function all(conditions: readonly Predicate[]): Predicate {
  const [only] = conditions;
  if (only !== undefined && conditions.length === 1) return only;
  return (record, derived) => allHold(conditions, (condition) => condition(record, derived));
}

function any(conditions: readonly Predicate[]): Predicate {
  return (record, derived) => anyHolds(conditions, (condition) => condition(record, derived));
}

function not(condition: Predicate): Predicate {
  return (record, derived) => {
    const truth = condition(record, derived);
    return typeof truth === 'boolean' ? !truth : truth;
  };
}

/** @returns the axis of a path to a level: `$level.integrity` */
export function axisOf(path: string): Axis | undefined {
  return /^\$level\.(.+)$/.exec(path)?.[1] as Axis | undefined;
}

function leaf(path: string, written: unknown): Predicate {
  const axis = axisOf(path);
  if (axis !== undefined) return level(axis, written);
  if (path === '$layers') return layers(written);
  return field(path === '$agency' ? 'agency' : path, written);
}

/** The tests of one leaf: a value or a list of values is a test by itself. */
function testsOf(written: unknown): readonly (readonly [Operator | 'oneOf', unknown])[] {
  if (typeof written !== 'object' || written === null || Array.isArray(written))
    return [['oneOf', [written].flat()]];
  return Object.entries(written) as [Operator, unknown][];
}

function field(path: string, written: unknown): Predicate {
  const keys = path.split('.');
  const missing: Missing = { path };
  return all(
    testsOf(written).map(([operator, wanted]): Predicate => {
      if (operator === 'present') return (record) => (valueAt(record, keys) !== undefined) === wanted;
      const test = testOf(operator, wanted);
      return (record) => {
        const value = valueAt(record, keys);
        return value === undefined ? missing : test(value);
      };
    }),
  );
}

function testOf(
  operator: Exclude<Operator, 'present'> | 'oneOf',
  wanted: unknown,
): (value: unknown) => boolean {
  // Records have their days in ISO 8601.
  const values = new Set([wanted].flat().map(asDay));
  const [only] = values;
  switch (operator) {
    case 'oneOf':
      return (value) => values.has(value);
    case 'not':
      return (value) => !values.has(value);
    case 'atLeast':
      return (value) => (value as number | string) >= (only as number | string);
    case 'atMost':
      return (value) => (value as number | string) <= (only as number | string);
    case 'covers':
      return (value) => [...values].every((one) => items(value).includes(one));
    case 'some':
      return (value) => items(value).some((one) => values.has(one));
    case 'each':
      return (value) => items(value).every((one) => values.has(one));
  }
}

function asDay(value: unknown): unknown {
  return typeof value === 'string' ? (parseDay(value) ?? value) : value;
}

function items(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

function level(axis: Axis, written: unknown): Predicate {
  return all(
    testsOf(written).map(([operator, wanted]): Predicate => {
      const levels = [wanted].flat() as (string | number)[];
      const isMet = (order: number) =>
        operator === 'atLeast' ? order >= 0 : operator === 'atMost' ? order <= 0 : order === 0;
      const found = any(
        levels.map(
          (one): Predicate =>
            (_, { compareLevel }) => {
              const order = compareLevel(axis, one);
              return typeof order === 'number' ? isMet(order) : order;
            },
        ),
      );
      return operator === 'not' ? not(found) : found;
    }),
  );
}

function layers(written: unknown): Predicate {
  return all(
    testsOf(written).map(([operator, wanted]): Predicate => {
      const standing = any(
        ([wanted].flat() as string[]).map(
          (layer): Predicate =>
            (_, { standsIn }) =>
              standsIn(layer),
        ),
      );
      return operator === 'not' ? not(standing) : standing;
    }),
  );
}
