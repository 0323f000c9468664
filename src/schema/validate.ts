import { defaultLimits, type Limits, limitOf } from '../base/limits.ts';
import { type CompiledError, describe, expectedTypes } from './describe.ts';
import { isOpenWord } from './open-words.ts';
import { type Path, parsePointer, valueAt } from './pointer.ts';
import type { SchemaProblem } from './problem.ts';
import { type Shape, shapeAt } from './shape.ts';
import { takenAs } from './taken-words.ts';

/** A validator compiled from a JSON Schema by ajv at build time. */
export interface CompiledValidator {
  (value: unknown): boolean;
  errors?: readonly CompiledError[] | null;
}

/** How a document is validated. */
export interface Validating {
  /** gives the text of a scalar as the file writes it */
  readonly written: (path: Path) => string;
  /** where there are more problems than they allow, that is the only one, and nothing is corrected */
  readonly limits?: Limits;
}

/**
 * Validates a document against its schema and corrects it: a text field that reads as a number or a yes/no gets back the
 * text as written (`id: 001`), words of the vocabulary in Japanese become what they mean (`form: 紙`), and what breaks the
 * schema is taken out, so that it counts as not stated and the rest can still be judged. A word that stands in an open list
 * is left where it is: see `open-words.ts`. Mutates `value`.
 *
 * @returns what was wrong, each thing once, in the order of the schema's own findings
 */
export function validate(
  check: CompiledValidator,
  shape: Shape,
  value: unknown,
  { written, limits = defaultLimits }: Validating,
): SchemaProblem[] {
  if (check(value)) return [];
  if (takeAsWritten(check.errors ?? [], shape, value, written) && check(value)) return [];
  const limit = limitOf('schemaErrors', limits);
  const errors = check.errors ?? [];
  if (
    errors.length > limit.most &&
    errors.filter((error) => !mayBeOpen(error, shape, value)).length > limit.most
  )
    return [{ code: 'too-many', path: [], limit }];
  const found = problemsOf(errors, shape, value, written);
  const misnamed = withinMisnamed(check, shape, value, { found, written });
  if (misnamed.length > limit.most) return [{ code: 'too-many', path: [], limit }];
  const problems = [...found, ...misnamed];
  for (const problem of problems)
    if (problem.code !== 'missing-key' && !isOpenWord(problem)) takeOut(value, pathOfProblem(problem));
  return problems;
}

/** Words what a document breaks, each thing once: what follows from another problem at its path is none of its own. */
function problemsOf(
  errors: readonly CompiledError[],
  shape: Shape,
  value: unknown,
  written: (path: Path) => string,
): SchemaProblem[] {
  const problems = new Map<string, SchemaProblem>();
  for (const error of [...errors].sort((a, b) => weight(a) - weight(b))) {
    const problem = describe(error, shape, value, written);
    const place = JSON.stringify(pathOfProblem(problem));
    if (!problems.has(place)) problems.set(place, problem);
  }
  const meant = new Set(
    [...problems.values()].flatMap((problem) => {
      const key = keyMeant(problem);
      return key === undefined ? [] : [JSON.stringify([...problem.path, key])];
    }),
  );
  // A key that is missing because it stands there by another name is not missing.
  return [...problems.values()].filter(
    (problem) => problem.code !== 'missing-key' || !meant.has(JSON.stringify(pathOfProblem(problem))),
  );
}

/** @returns the key of the same mapping that is meant by one that is not known there */
function keyMeant(problem: SchemaProblem): string | undefined {
  if (problem.code !== 'unknown-key') return undefined;
  const [, typed] = /^([A-Za-z]+)：/.exec(problem.key) ?? [];
  const [key = typed ?? problem.suggestion, ...others] = new Set(
    (problem.meant ?? []).map(({ path }) => path),
  );
  return others.length > 0 || key?.includes('.') === true ? undefined : key;
}

/**
 * Finds what is wrong with what stands under keys that are known by another name (「情報資産」), so that all of it is told in one run.
 *
 * @returns the problems, with the keys of their paths as they are written
 */
function withinMisnamed(
  check: CompiledValidator,
  shape: Shape,
  value: unknown,
  { found, written }: { readonly found: readonly SchemaProblem[]; readonly written: (path: Path) => string },
): SchemaProblem[] {
  const renamed = found.flatMap((problem) => {
    const key = keyMeant(problem);
    if (problem.code !== 'unknown-key' || key === undefined) return [];
    const mapping = valueAt(value, problem.path) as Record<string, unknown>;
    const content = mapping[problem.key];
    const isFree = !Object.hasOwn(mapping, key) && typeof content === 'object' && content !== null;
    if (!isFree) return [];
    mapping[key] = content;
    return [{ mapping, key, path: problem.path, old: problem.key }];
  });
  if (renamed.length === 0) return [];
  const asWritten = (path: Path): Path => {
    const one = renamed.find(({ path: above, key }) => startsWith(path, [...above, key]));
    return one === undefined ? path : path.with(one.path.length, one.old);
  };
  const writtenAs = (path: Path) => written(asWritten(path));
  const isValid =
    check(value) || (takeAsWritten(check.errors ?? [], shape, value, writtenAs) && check(value));
  const below = (isValid ? [] : (check.errors ?? [])).filter(({ instancePath }) =>
    renamed.some(({ path, key }) => startsWith(parsePointer(instancePath, value), [...path, key])),
  );
  const first = problemsOf(below, shape, value, writtenAs);
  const problems = [...first, ...withinMisnamed(check, shape, value, { found: first, written: writtenAs })];
  for (const { mapping, key } of renamed) delete mapping[key];
  return problems.map((problem) => ({ ...problem, path: asWritten(problem.path) }));
}

function startsWith(path: Path, start: Path): boolean {
  return start.every((step, index) => path[index] === step);
}

/** Whether an error is only that a word stands in an open list, which a policy may add it to. */
function mayBeOpen({ keyword, instancePath }: CompiledError, shape: Shape, root: unknown): boolean {
  return keyword === 'enum' && shapeAt(shape, parsePointer(instancePath, root))?.vocabulary !== undefined;
}

/** @returns the path of what a problem is about: a value, or a key that should or should not be there */
export function pathOfProblem(problem: SchemaProblem): Path {
  return 'key' in problem ? [...problem.path, problem.key] : problem.path;
}

/** Of several errors at one path, only the first by this order is reported: the others follow from it. */
const precedence = ['type', 'enum', 'const', 'format', 'not'];

function weight(error: CompiledError): number {
  const index = precedence.indexOf(error.keyword);
  return index < 0 ? precedence.length : index;
}

/**
 * Puts in place what a value that breaks the schema was taken for: the text as it is written, or what a word of the
 * vocabulary means in Japanese.
 *
 * @returns whether anything was changed
 */
function takeAsWritten(
  errors: readonly CompiledError[],
  shape: Shape,
  root: unknown,
  written: (path: Path) => string,
): boolean {
  let changed = false;
  for (const error of errors) {
    const path = parsePointer(error.instancePath, root);
    const value = valueAt(root, path);
    const text = isPlain(value) && mayBeText(error) ? written(path) : undefined;
    const taken = text ?? takenAs(shapeAt(shape, path), value);
    if (taken === undefined) continue;
    putAt(root, path, taken);
    changed = true;
  }
  return changed;
}

function isPlain(value: unknown): value is number | boolean {
  return typeof value === 'number' || typeof value === 'boolean';
}

function mayBeText(error: CompiledError): boolean {
  return error.keyword === 'type' && expectedTypes(error).includes('string');
}

/**
 * Takes a wrong value out of its mapping. A wrong item removes its whole list, since an incomplete list would read as a
 * complete one; of a list of records, only the record is removed.
 */
export function takeOut(root: unknown, path: Path): void {
  const last = path.at(-1);
  const parent = valueAt(root, path.slice(0, -1));
  if (last === undefined || parent === undefined || parent === null) return;
  if (typeof last === 'string') {
    delete (parent as Record<string, unknown>)[last];
  } else if (path.length === 2) {
    (parent as unknown[])[last] = undefined;
  } else {
    const list = path.at(-2);
    const owner = valueAt(root, path.slice(0, -2));
    if (typeof list === 'string' && owner !== undefined) delete (owner as Record<string, unknown>)[list];
  }
}

/** Puts a value in place of the one that stands at a path. */
export function putAt(root: unknown, path: Path, value: unknown): void {
  const parent = valueAt(root, path.slice(0, -1)) as Record<string | number, unknown> | undefined;
  if (parent !== undefined) parent[path.at(-1) as string | number] = value;
}
