import { inventoryShape } from '../../generated/shapes.ts';
import { parseDay } from '../base/date.ts';
import { isMapping } from '../base/mapping.ts';
import { recordShape, type Shape, shapeAt } from '../schema/shape.ts';
import { asSuggestion, suggest } from '../schema/suggest.ts';
import type { Path } from '../yaml/tape.ts';
import { isClassified } from './build.ts';
import type { Axis } from './policy.ts';
import {
  axisOf,
  derivedPaths,
  layerOperators,
  levelOperators,
  type Operator,
  singleOperators,
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
  | { readonly code: 'one-value'; readonly operator: string }
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

/** Whether the records of a section have the fact of a path, if they state it. */
export function knowsPath(section: string, path: string): boolean {
  const axis = axisOf(path);
  if (axis !== undefined)
    return isClassified(section) && (section !== 'services' || axis === 'confidentiality');
  if (path === '$layers') return ['segments', 'systems', 'services'].includes(section);
  return fieldShape(section, path) !== undefined;
}

function fieldShape(section: string, path: string): Shape | undefined {
  const record = recordShape(inventoryShape, section);
  return record && shapeAt(record, path === '$agency' ? ['agency'] : path.split('.'));
}

function checkLeaf(key: string, test: unknown, path: Path, around: PredicateSurroundings): void {
  const { sections, report } = around;
  const known = sections.filter((section) => knowsPath(section, key));
  if (known.length === 0) {
    const paths = [...sections.flatMap(fieldsBelow), ...derivedPaths];
    const suggestion = asSuggestion(
      suggest(
        key,
        paths.filter((one) => one !== key),
      ),
    );
    report(path, { code: 'unknown-path', written: key, sections, ...suggestion }, 'key');
    return;
  }
  const axis = axisOf(key);
  if (axis !== undefined) {
    checkTests(test, path, levelOperators, around, (value, at) => {
      const levels = isLevel(value) ? around.unknownLevel(axis, value) : [];
      if (levels !== undefined) report(at, choiceProblem(key, value, levels));
    });
    return;
  }
  if (key === '$layers') {
    checkTests(test, path, layerOperators, around, (value, at) => {
      const layers = typeof value === 'string' ? around.unknownLayer(value) : [];
      if (layers !== undefined) report(at, choiceProblem(key, value, layers));
    });
    return;
  }
  // Sections may have a field of one name and different values.
  const shapes = known.flatMap((section) => fieldShape(section, key) ?? []);
  const possible = [...new Set(shapes.flatMap(operatorsOf))];
  checkTests(test, path, possible, around, (value, at, operator) => {
    const problems = shapes.map((shape) => valueProblem({ key, shape, value, operator }));
    const [problem] = problems;
    if (problem !== undefined && !problems.includes(undefined)) report(at, problem);
  });
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
    else if (operator !== undefined && singleOperators.includes(operator))
      report(at, { code: 'one-value', operator });
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

function valueProblem({ key, shape, value, operator }: Compared): PredicateProblem | undefined {
  if (operator === 'present')
    return typeof value === 'boolean'
      ? undefined
      : { code: 'wrong-test', path: 'present', types: ['boolean'], isList: false };
  const isList = shape.types.includes('array');
  const item = isList ? shape.items : shape;
  const isListTest = operator !== undefined && listOperators.includes(operator);
  const types = item?.types ?? [];
  if (item?.format !== undefined && typeof value === 'string' && parseDay(value) === undefined)
    return { code: 'wrong-test', path: key, types: ['day'], isList };
  if (isList !== isListTest || !types.some((type) => isOfType(value, type)))
    return { code: 'wrong-test', path: key, types, isList };
  if (item?.enum === undefined || typeof value !== 'string' || item.enum.includes(value)) return undefined;
  return choiceProblem(key, value, item.enum);
}

function isOfType(value: unknown, type: string): boolean {
  return typeof value === (type === 'integer' ? 'number' : type);
}

function choiceProblem(path: string, value: unknown, known: readonly string[]): PredicateProblem {
  const written = String(value);
  return { code: 'unknown-choice', path, written, known, ...asSuggestion(suggest(written, known)) };
}

/** The fields of a section's records, those inside of others as `storage.locked`. */
function fieldsBelow(section: string): string[] {
  return inside(recordShape(inventoryShape, section));
}

function inside(shape: Shape | undefined): string[] {
  return Object.entries(shape?.properties ?? {}).flatMap(([name, own]) => [
    name,
    ...inside(own).map((rest) => `${name}.${rest}`),
  ]);
}

/** Whether a value may be a level at all. */
export function isLevel(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}
