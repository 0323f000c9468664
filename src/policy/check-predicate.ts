import { inventoryShape } from '../../generated/shapes.ts';
import { parseDay } from '../base/date.ts';
import { type Shape, shapeAt } from '../schema/shape.ts';
import { asSuggestion, suggest } from '../schema/suggest.ts';
import type { Path } from '../yaml/tape.ts';
import type { Axis } from './policy.ts';
import {
  derivedPaths,
  layerOperators,
  levelOperators,
  type Operator,
  type WrittenPredicate,
} from './predicate.ts';

/** What is wrong with a condition. Codes and facts, no prose. */
export type PredicateProblem =
  | { readonly code: 'no-predicate'; readonly key?: string }
  | {
      readonly code: 'unknown-path';
      readonly written: string;
      readonly sections: readonly string[];
      readonly suggestion?: string;
    }
  | {
      readonly code: 'unknown-operator';
      readonly written: string;
      readonly known: readonly string[];
      readonly suggestion?: string;
    }
  | {
      readonly code: 'unknown-choice';
      readonly path: string;
      readonly written: string;
      readonly known: readonly string[];
      readonly suggestion?: string;
    }
  | {
      readonly code: 'wrong-test';
      readonly path: string;
      /** what the field holds, in words of JSON Schema */
      readonly types: readonly string[];
      readonly isList: boolean;
    };

/** What a condition is checked against. */
export interface PredicateSurroundings {
  /** the sections whose records it is asked of */
  readonly sections: readonly string[];
  /** @returns the known levels, where a written one is none of an axis */
  unknownLevel(axis: Axis, written: string | number): readonly string[] | undefined;
  /** @returns the known layers, where a written one is none */
  unknownLayer(written: string): readonly string[] | undefined;
  /** @param part `key` where the key of the path is wrong, not its value */
  report(path: Path, problem: PredicateProblem, part?: 'key'): void;
}

/** Checks a condition as it is written: every path, operator and value in it. */
export function checkPredicate(written: unknown, path: Path, around: PredicateSurroundings): void {
  if (!isMapping(written) || Object.keys(written).length === 0) {
    around.report(path, { code: 'no-predicate' });
    return;
  }
  for (const [key, test] of Object.entries(written)) {
    const at = [...path, key];
    if (key === 'all' || key === 'any') {
      if (!Array.isArray(test) || test.length === 0) around.report(at, { code: 'no-predicate', key });
      else for (const [index, one] of test.entries()) checkPredicate(one, [...at, index], around);
    } else if (key === 'not') checkPredicate(test, at, around);
    else checkLeaf(key, test, at, around);
  }
}

/** @returns the shape of a field of the records of a section; `undefined` where they have none */
export function fieldShape(section: string, field: string): Shape | undefined {
  const property = inventoryShape.properties?.[section];
  const record = property?.items ?? property;
  return record && shapeAt(record, field.split('.'));
}

function checkLeaf(key: string, test: unknown, path: Path, around: PredicateSurroundings): void {
  const { sections, report } = around;
  const axis = /^\$level\.(confidentiality|integrity|availability)$/.exec(key)?.[1] as Axis | undefined;
  if (axis !== undefined) {
    checkTests(test, path, levelOperators, around, (value, at) => {
      const known = isLevel(value) ? around.unknownLevel(axis, value) : [];
      if (known !== undefined) reportChoice(key, value, known, at, report);
    });
    return;
  }
  if (key === '$layers') {
    checkTests(test, path, layerOperators, around, (value, at) => {
      const known = typeof value === 'string' ? around.unknownLayer(value) : [];
      if (known !== undefined) reportChoice(key, value, known, at, report);
    });
    return;
  }
  const field = key === '$agency' ? 'agency' : key;
  const shapes = sections.flatMap((section) => fieldShape(section, field) ?? []);
  const [shape] = shapes;
  if (shape === undefined) {
    const fields = sections.flatMap((section) => fieldsBelow(section));
    const suggestion = asSuggestion(suggest(key, [...fields, ...derivedPaths]));
    report(path, { code: 'unknown-path', written: key, sections, ...suggestion }, 'key');
    return;
  }
  checkTests(test, path, operatorsOf(shape), around, (value, at, operator) =>
    checkValue({ key, shape, value, operator }, at, report),
  );
}

/** @param check is given each value of a test with its place, and the operator */
function checkTests(
  test: unknown,
  path: Path,
  known: readonly string[],
  { report }: PredicateSurroundings,
  check: (value: unknown, path: Path, operator?: string) => void,
): void {
  const each = (values: unknown, at: Path, operator?: string) => {
    if (!Array.isArray(values)) check(values, at, operator);
    else if (values.length === 0) report(at, { code: 'no-predicate' });
    else for (const [index, value] of values.entries()) check(value, [...at, index], operator);
  };
  if (!isMapping(test)) {
    each(test, path);
    return;
  }
  if (Object.keys(test).length === 0) report(path, { code: 'no-predicate' });
  for (const [operator, wanted] of Object.entries(test)) {
    if (known.includes(operator)) each(wanted, [...path, operator], operator);
    else {
      const suggestion = asSuggestion(suggest(operator, known));
      report(
        [...path, operator],
        { code: 'unknown-operator', written: operator, known, ...suggestion },
        'key',
      );
    }
  }
}

/** A value that a field may be compared with. */
interface Compared {
  readonly key: string;
  readonly shape: Shape;
  readonly value: unknown;
  readonly operator: string | undefined;
}

const listOperators = ['covers', 'some', 'each'];

/** A list is not compared as a whole, and only numbers and days have an order. */
function operatorsOf({ types, format }: Shape): readonly Operator[] {
  if (types.includes('array')) return ['present', 'covers', 'some', 'each'];
  const isOrdered = format !== undefined || types.includes('integer') || types.includes('number');
  return isOrdered ? ['not', 'present', 'atLeast', 'atMost'] : ['not', 'present'];
}

function checkValue(
  { key, shape, value, operator }: Compared,
  path: Path,
  report: PredicateSurroundings['report'],
): void {
  if (operator === 'present') {
    if (typeof value !== 'boolean')
      report(path, { code: 'wrong-test', path: 'present', types: ['boolean'], isList: false });
    return;
  }
  const isList = shape.types.includes('array');
  const item = isList ? shape.items : shape;
  const isListTest = operator !== undefined && listOperators.includes(operator);
  const types = item?.types ?? [];
  const isDay = item?.format !== undefined && typeof value === 'string';
  if (isDay && parseDay(value) === undefined) {
    report(path, { code: 'wrong-test', path: key, types: ['day'], isList });
    return;
  }
  if (isList !== isListTest || !types.some((type) => isOfType(value, type))) {
    report(path, { code: 'wrong-test', path: key, types, isList });
    return;
  }
  if (item?.enum !== undefined && typeof value === 'string' && !item.enum.includes(value))
    reportChoice(key, value, item.enum, path, report);
}

function isOfType(value: unknown, type: string): boolean {
  switch (type) {
    case 'integer':
    case 'number':
      return typeof value === 'number';
    default:
      return typeof value === type;
  }
}

function reportChoice(
  key: string,
  value: unknown,
  known: readonly string[],
  path: Path,
  report: PredicateSurroundings['report'],
): void {
  const written = String(value);
  report(path, {
    code: 'unknown-choice',
    path: key,
    written,
    known,
    ...asSuggestion(suggest(written, known)),
  });
}

/** The fields of a section's records, those inside of others as `storage.locked`. */
function fieldsBelow(section: string): string[] {
  const property = inventoryShape.properties?.[section];
  return inside(property?.items ?? property);
}

function inside(shape: Shape | undefined): string[] {
  return Object.entries(shape?.properties ?? {}).flatMap(([name, own]) => [
    name,
    ...inside(own).map((rest) => `${name}.${rest}`),
  ]);
}

function isMapping(value: unknown): value is WrittenPredicate {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isLevel(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}
