import { recordShape, type Shape, shapeAt } from '../schema/shape.ts';
import { isClassified } from './build.ts';
import { type Axis, axes } from './policy.ts';

/** The operators of a test, beside a value and a list of values. */
export type Operator =
  | 'not'
  | 'present'
  | 'atLeast'
  | 'atMost'
  | 'within'
  | 'notPast'
  | 'covers'
  | 'differsFrom'
  | 'each'
  | 'some'
  | 'refersTo';

/** Those of a test of the record's level, of its layers, and of the assets that it carries. */
export const levelOperators = ['not', 'atLeast', 'atMost'] as const;
export const layerOperators = ['not'] as const;
/** Those of its division, which is written by its id or its name. */
export const divisionOperators = ['not', 'present'] as const;
export const carriedOperators = ['some', 'each'] as const;

/** Those that take one value. */
export const singleOperators: readonly string[] = [
  'present',
  'atLeast',
  'atMost',
  'within',
  'notPast',
  'differsFrom',
] satisfies Operator[];

/** The facts of a record that are no field of it. */
export const derivedPaths = [
  '$level.confidentiality',
  '$level.integrity',
  '$level.availability',
  '$layers',
  '$carries',
  '$agency',
  '$division',
] as const;

/** Of what a condition is asked. */
export interface PredicateSubject {
  /** the section of the record; absent of the items of a list */
  readonly section?: string;
  /** what the record may hold */
  readonly shape: Shape;
  /** what the whole inventory may hold, with the fields that policies declare */
  readonly inventory: Shape;
}

/** @returns the records of a section as what a condition is asked of */
export function subjectOfSection(
  { inventory }: Pick<PredicateSubject, 'inventory'>,
  section: string,
): PredicateSubject {
  return { section, shape: recordShape(inventory, section) ?? { types: [] }, inventory };
}

/** @returns the items of a list within a record as what a condition is asked of */
export function subjectOfItems(subject: PredicateSubject, path: string): PredicateSubject {
  return { shape: fieldShape(subject, path)?.items ?? { types: [] }, inventory: subject.inventory };
}

/** @returns what stands at a path of a record; `undefined` where it has no such field, or none that rules may read */
export function fieldShape({ shape }: PredicateSubject, path: string): Shape | undefined {
  const keys = path === '$agency' || path === '$division' ? [path.slice(1)] : path.split('.');
  return shapeAt(shape, keys.slice(0, 1))?.notForRules ? undefined : shapeAt(shape, keys);
}

/** @returns the axis of a path to a level: `$level.integrity` */
export function axisOf(path: string): Axis | undefined {
  const axis = path.startsWith('$level.') ? path.slice('$level.'.length) : undefined;
  return axes.find((one) => one === axis);
}

/** Whether a record has the fact of a path, if it states it. */
export function knowsPath(subject: PredicateSubject, path: string): boolean {
  const { section = '' } = subject;
  const axis = axisOf(path);
  if (axis !== undefined)
    return isClassified(section) && (section !== 'services' || axis === 'confidentiality');
  if (path === '$layers') return ['segments', 'systems', 'services'].includes(section);
  if (path === '$carries') return ['assets', 'systems', 'services'].includes(section);
  return fieldShape(subject, path) !== undefined;
}
