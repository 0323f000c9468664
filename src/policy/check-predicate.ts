import { isDuration, isInterval, parseDay } from '../base/date.ts';
import { isMapping } from '../base/mapping.ts';
import type { Shape } from '../schema/shape.ts';
import { asSuggestion, suggest } from '../schema/suggest.ts';
import type { Path } from '../yaml/tape.ts';
import { parameterNamed } from './own/rule.ts';
import type { Axis } from './policy.ts';
import {
  axisOf,
  carriedOperators,
  derivedPaths,
  divisionOperators,
  fieldShape,
  knowsPath,
  layerOperators,
  levelOperators,
  type Operator,
  type PredicateSubject,
  singleOperators,
  subjectOfItems,
  subjectOfSection,
} from './predicate.ts';

/** What is wrong with a condition. Codes and facts, no prose. */
export type PredicateProblem =
  | { readonly code: 'no-predicate'; readonly key?: string }
  | {
      readonly code: 'unknown-path';
      readonly written: string;
      readonly sections: readonly string[];
      /** where it leads into the items of a list: the list, and the field of its items */
      readonly within?: { readonly list: string; readonly field: string };
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
  /** `known`: the parameters of the rule that may stand there */
  | {
      readonly code: 'unknown-parameter';
      readonly name: string;
      readonly known: readonly string[];
      readonly suggestion?: string;
    }
  /** of \`within\`, or of a parameter that stands in place of a value of another kind */
  | { readonly code: 'no-duration'; readonly written: string }
  /** of \`refersTo\`: no section, or none that the field refers to */
  | { readonly code: 'no-section'; readonly written: string; readonly known: readonly string[] }
  | {
      readonly code: 'wrong-test';
      readonly path: string;
      /** what the field holds, in words of JSON Schema */
      readonly types: readonly string[];
      readonly isList: boolean;
    };

/** What a condition is checked against. */
export interface PredicateSurroundings {
  /** what it is asked of */
  readonly subjects: readonly PredicateSubject[];
  /** whether all of them must have the facts that it reads, not one of them alone */
  readonly ofAll: boolean;
  /** the parameters that may stand in place of values, by name, each with what it is */
  readonly parameters: ReadonlyMap<string, 'interval' | 'level' | 'value'>;
  /** @returns the known levels, where a written one is none of an axis */
  unknownLevel(axis: Axis, written: string | number): readonly string[] | undefined;
  /** @returns the known layers, where a written one is none */
  unknownLayer(written: string): readonly string[] | undefined;
  /** @returns the words that the policy adds to an open list; `undefined` where nobody knows */
  declaredWords(list: string): readonly string[] | undefined;
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

function checkLeaf(key: string, test: unknown, path: Path, around: PredicateSurroundings): void {
  const { subjects, ofAll, report } = around;
  const known = subjects.filter((subject) => knowsPath(subject, key));
  if (known.length === 0 || (ofAll && known.length < subjects.length)) {
    const lacking = subjects.filter((subject) => !known.includes(subject));
    report(path, unknownPath(key, lacking), 'key');
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
  if (key === '$carries') {
    checkCarried(test, path, around);
    return;
  }
  checkField(key, test, path, { ...around, subjects: known });
}

function checkField(key: string, test: unknown, path: Path, around: PredicateSurroundings): void {
  const { subjects, report } = around;
  // Sections may have a field of one name and different values.
  const shapes = subjects.flatMap((subject) => fieldShape(subject, key) ?? []);
  // A declared field of an unknown type is refused where it is declared.
  if (shapes.some(({ types }) => types.length === 0)) return;
  const possible = key === '$division' ? divisionOperators : [...new Set(shapes.flatMap(operatorsOf))];
  checkTests(test, path, possible, around, (value, at, operator) => {
    if (operator === 'differsFrom') {
      const other = String(value);
      const lacking = subjects.filter((subject) => fieldShape(subject, other)?.types.length === undefined);
      const [values] = subjects.flatMap((subject) => fieldShape(subject, other) ?? []);
      if (lacking.length > 0) report(at, unknownPath(other, lacking));
      else if (values !== undefined && (values.types.includes('array') || values.properties !== undefined))
        report(at, { code: 'wrong-test', path: other, types: [], isList: values.types.includes('array') });
    } else if (operator === 'refersTo') checkReference(value, at, shapes, around);
    else if ((operator === 'some' || operator === 'each') && isMapping(value))
      checkPredicate(value, at, {
        ...around,
        subjects: subjects.map((subject) => subjectOfItems(subject, key)),
      });
    else {
      const problems = shapes.map((shape) => valueProblem({ key, shape, value, operator }, around));
      const [problem] = problems;
      if (problem !== undefined && !problems.includes(undefined)) report(at, problem);
    }
  });
}

function checkCarried(test: unknown, path: Path, around: PredicateSurroundings): void {
  const { report, subjects } = around;
  const assets = subjects.slice(0, 1).map((subject) => subjectOfSection(subject, 'assets'));
  if (!isMapping(test)) {
    report(path, { code: 'unknown-operator', written: String(test), known: carriedOperators });
    return;
  }
  checkTests(test, path, carriedOperators, around, (value, at) => {
    if (isMapping(value)) checkPredicate(value, at, { ...around, subjects: assets });
    else
      checkField('contains', { some: value }, at, {
        ...around,
        subjects: assets,
        report: (_, ...told) => report(at, ...told),
      });
  });
}

function checkReference(
  value: unknown,
  path: Path,
  shapes: readonly Shape[],
  around: PredicateSurroundings,
): void {
  const { report, subjects } = around;
  const { section, where, ...others } = isMapping(value) ? value : { section: value };
  const allowed = shapes.flatMap(({ refersTo, items }) => refersTo ?? items?.refersTo ?? []);
  const sections = allowed.includes('*') ? sectionsOf(subjects) : allowed;
  const [other] = Object.keys(others);
  if (!isMapping(value) || typeof section !== 'string' || !sections.includes(section))
    report(isMapping(value) && section !== undefined ? [...path, 'section'] : path, {
      code: 'no-section',
      written: String(section ?? ''),
      known: sections,
    });
  else if (other !== undefined)
    report(
      [...path, other],
      { code: 'unknown-operator', written: other, known: ['section', 'where'] },
      'key',
    );
  else if (where !== undefined)
    checkPredicate(where, [...path, 'where'], {
      ...around,
      subjects: subjects.slice(0, 1).map((subject) => subjectOfSection(subject, section)),
    });
}

function sectionsOf([subject]: readonly PredicateSubject[]): string[] {
  return Object.entries(subject?.inventory.properties ?? {}).flatMap(([name, { items }]) =>
    items?.properties === undefined ? [] : [name],
  );
}

function unknownPath(written: string, subjects: readonly PredicateSubject[]): PredicateProblem {
  const sections = subjects.flatMap(({ section }) => section ?? []);
  const [within] = subjects.flatMap((subject) => fieldOfItems(subject, written) ?? []);
  if (within !== undefined) return { code: 'unknown-path', written, sections, within };
  const paths = [...subjects.flatMap(({ shape }) => inside(shape)), ...derivedPaths];
  const others = paths.filter((one) => one !== written);
  return { code: 'unknown-path', written, sections, ...asSuggestion(suggest(written, others)) };
}

/** The list that a path leads into, and the field of its items. */
function fieldOfItems(
  subject: PredicateSubject,
  written: string,
): { readonly list: string; readonly field: string } | undefined {
  const steps = written.split('.').slice(0, 20);
  for (let length = 1; length < steps.length; length++) {
    const [list, field] = [steps.slice(0, length).join('.'), steps.slice(length).join('.')];
    if (knowsPath(subject, list) && fieldShape(subjectOfItems(subject, list), field) !== undefined)
      return { list, field };
  }
  return undefined;
}

/** @param check is given each value of a test with its place, and the operator */
function checkTests(
  test: unknown,
  path: Path,
  known: readonly string[],
  { report, parameters }: PredicateSurroundings,
  check: (value: unknown, path: Path, operator?: string) => void,
): void {
  const isLevelTest = known === levelOperators;
  const each = (values: unknown, at: Path, operator?: string) => {
    const name = parameterNamed(values);
    if (name !== undefined) {
      const kind = isLevelTest ? 'level' : operator === 'within' ? 'interval' : 'value';
      const fitting = [...parameters].flatMap(([one, other]) => (other === kind ? [one] : []));
      if (!fitting.includes(name))
        report(at, {
          code: 'unknown-parameter',
          name,
          known: fitting,
          ...asSuggestion(suggest(name, fitting)),
        });
    } else if (!Array.isArray(values)) check(values, at, operator);
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

/**
 * @returns the operators that a field can be tested with, beside a value and a list of values: a list is not compared as a
 *   whole, and only numbers and days have an order
 */
export function operatorsOf({ types, format, refersTo, items, properties }: Shape): readonly Operator[] {
  const reference: Operator[] = refersTo === undefined && items?.refersTo === undefined ? [] : ['refersTo'];
  if (types.includes('array') && items?.properties !== undefined) return ['present', 'some', 'each'];
  if (types.includes('array')) return ['present', 'covers', 'some', 'each', ...reference];
  if (properties !== undefined) return ['present'];
  if (format !== undefined)
    return ['not', 'present', 'atLeast', 'atMost', 'within', 'notPast', 'differsFrom'];
  const isOrdered = types.includes('integer') || types.includes('number');
  return [
    'not',
    'present',
    ...(isOrdered ? (['atLeast', 'atMost'] as const) : []),
    'differsFrom',
    ...reference,
  ];
}

function valueProblem(
  { key, shape, value, operator }: Compared,
  { declaredWords }: PredicateSurroundings,
): PredicateProblem | undefined {
  if (operator === 'present' || operator === 'notPast')
    return typeof value === 'boolean' && (operator === 'present' || value)
      ? undefined
      : { code: 'wrong-test', path: operator, types: ['boolean'], isList: false };
  if (operator === 'within')
    return typeof value === 'string' && (isInterval(value) || isDuration(value))
      ? undefined
      : { code: 'no-duration', written: String(value) };
  const isList = shape.types.includes('array');
  const item = isList ? shape.items : shape;
  const isListTest = operator !== undefined && listOperators.includes(operator);
  const types = item?.types ?? [];
  if (item?.format !== undefined && typeof value === 'string' && parseDay(value) === undefined)
    return { code: 'wrong-test', path: key, types: ['day'], isList };
  if (isList !== isListTest || !types.some((type) => isOfType(value, type)))
    return { code: 'wrong-test', path: key, types, isList };
  if (item?.enum === undefined || typeof value !== 'string' || item.enum.includes(value)) return undefined;
  const own = item.vocabulary === undefined ? [] : declaredWords(item.vocabulary);
  if (own === undefined || own.includes(value)) return undefined;
  return choiceProblem(key, value, [...item.enum, ...own]);
}

function isOfType(value: unknown, type: string): boolean {
  return typeof value === (type === 'integer' ? 'number' : type);
}

function choiceProblem(path: string, value: unknown, known: readonly string[]): PredicateProblem {
  const written = String(value);
  return { code: 'unknown-choice', path, written, known, ...asSuggestion(suggest(written, known)) };
}

/** The fields of a record, those inside of others as `storage.locked`. */
function inside(shape: Shape | undefined): string[] {
  return Object.entries(shape?.properties ?? {}).flatMap(([name, own]) =>
    own.notForRules ? [] : [name, ...inside(own).map((rest) => `${name}.${rest}`)],
  );
}

/** Whether a value may be a level at all. */
export function isLevel(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}
