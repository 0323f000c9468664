import { parseDay } from '../base/date.ts';

/** A condition on a record, as a policy file writes it: paths with tests, and `all`, `any`, `not` of other conditions. */
export type WrittenPredicate = Readonly<Record<string, unknown>>;

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
  /**
   * @returns below 0 where the record's level is the lower, above 0 where it is the higher, 0 where they are equal;
   *   `undefined` where its level is not known
   */
  compareLevel(axis: string, level: string | number): number | undefined;
  /** @returns whether the record stands in a layer, by its id or name, or the field that does not say so */
  standsIn(layer: string): Truth;
}

/** The operators of a test, beside a value and a list of values. */
export type Operator = 'not' | 'present' | 'atLeast' | 'atMost' | 'covers' | 'some' | 'each';

/** Those of a test of the record's level, and of its layers. */
export const levelOperators = ['not', 'atLeast', 'atMost'] as const;
export const layerOperators = ['not'] as const;

/** The facts of a record that are no field of it. */
export const derivedPaths = [
  '$level.confidentiality',
  '$level.integrity',
  '$level.availability',
  '$layers',
  '$agency',
] as const;

/** @returns the fields of a record that a condition asks about */
export function fieldsOf(written: WrittenPredicate): string[] {
  return Object.entries(written).flatMap(([key, test]) => {
    if (key === 'all' || key === 'any') return (test as WrittenPredicate[]).flatMap(fieldsOf);
    if (key === 'not') return fieldsOf(test as WrittenPredicate);
    return key.startsWith('$') ? [] : [key];
  });
}

/**
 * Makes a condition of a valid one. Its logic is that of Kleene: what is false whatever a missing fact says is false, what
 * is true whatever it says is true, and everything else lacks that fact.
 */
export function compilePredicate(written: WrittenPredicate): Predicate {
  return all(
    Object.entries(written).map(([key, test]): Predicate => {
      switch (key) {
        case 'all':
          return all((test as WrittenPredicate[]).map(compilePredicate));
        case 'any':
          return any((test as WrittenPredicate[]).map(compilePredicate));
        case 'not':
          return not(compilePredicate(test as WrittenPredicate));
        default:
          return leaf(key, test);
      }
    }),
  );
}

function all(conditions: readonly Predicate[]): Predicate {
  const [only] = conditions;
  if (only !== undefined && conditions.length === 1) return only;
  return (record, derived) => joined(conditions, false, record, derived);
}

function any(conditions: readonly Predicate[]): Predicate {
  return (record, derived) => joined(conditions, true, record, derived);
}

/** One condition that comes to `deciding` decides; else one that lacks a fact leaves it open. */
function joined(
  conditions: readonly Predicate[],
  deciding: boolean,
  record: object,
  derived: Derived,
): Truth {
  let open: Missing | undefined;
  for (const condition of conditions) {
    const truth = condition(record, derived);
    if (truth === deciding) return deciding;
    if (typeof truth !== 'boolean') open ??= truth;
  }
  return open ?? !deciding;
}

function not(condition: Predicate): Predicate {
  return (record, derived) => {
    const truth = condition(record, derived);
    return typeof truth === 'boolean' ? !truth : truth;
  };
}

function leaf(path: string, written: unknown): Predicate {
  const [, axis] = /^\$level\.(.+)$/.exec(path) ?? [];
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
  const steps = path.split('.');
  const missing: Missing = { path };
  return all(
    testsOf(written).map(([operator, wanted]): Predicate => {
      if (operator === 'present') return (record) => (valueAt(record, steps) !== undefined) === wanted;
      const test = testOf(operator, wanted);
      return (record) => {
        const value = valueAt(record, steps);
        return value === undefined ? missing : test(value);
      };
    }),
  );
}

function valueAt(record: object, steps: readonly string[]): unknown {
  let at: unknown = record;
  for (const step of steps) at = (at as Record<string, unknown> | null | undefined)?.[step];
  return at ?? undefined;
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

function level(axis: string, written: unknown): Predicate {
  const missing: Missing = { path: `classification.${axis}` };
  return all(
    testsOf(written).map(([operator, wanted]): Predicate => {
      const levels = [wanted].flat() as (string | number)[];
      return (_, { compareLevel }) => {
        const orders = levels.map((one) => compareLevel(axis, one));
        const isKnown = orders.every((order): order is number => order !== undefined);
        if (!isKnown) return missing;
        switch (operator) {
          case 'atLeast':
            return orders.every((order) => order >= 0);
          case 'atMost':
            return orders.every((order) => order <= 0);
          case 'not':
            return !orders.includes(0);
          default:
            return orders.includes(0);
        }
      };
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
