import { isMapping } from '../base/mapping.ts';
import { asFields, isYesNo, type Line, lineFor, valuesFor } from './how-to-write.ts';
import type { Shape } from './shape.ts';
import { takenAs } from './taken-words.ts';

/** A field that a key may stand for which is unknown where it stands. */
export interface MeantField {
  /** `storage.locked`, from where the key stands */
  readonly path: string;
  /** what to write in place of the key */
  readonly line: Line;
}

/** More fields of one name, such as `name`, tell nobody which of them is meant. */
const mostNamed = 3;

/**
 * Finds what is meant by a key in Japanese (「機密性」), or by one at the wrong depth (`locked` of an asset).
 *
 * @param here of the mapping in which the key stands
 * @param value what is written under the key
 * @returns the fields of that name in the mapping or below it, the nearest first; none where there is none, or too many
 */
export function fieldsMeant(here: Shape, key: string, value: unknown): MeantField[] {
  const wanted = fold(key);
  const found = fieldsBelow(here, []).filter(({ path, shape }) =>
    path.length === 1 ? isCalled(shape, wanted) : path.at(-1) === key || isCalled(shape, wanted),
  );
  const nearest = Math.min(...found.map(({ path }) => path.length));
  const meant = found.filter(({ path }) => path.length === nearest);
  if (meant.length > mostNamed) return [];
  return meant
    .flatMap((field) => answersIn(field, value))
    .flatMap(({ path, shape }) =>
      valuesFor(shape, value).map((one) => ({ path: path.join('.'), line: lineFor(here, path, one) })),
    );
}

/** @returns the paths of all fields of a mapping, and of those below it */
export function fieldNames(here: Shape): string[] {
  return fieldsBelow(here, []).map(({ path }) => path.join('.'));
}

/** @returns the one field that is called so in Japanese (「施錠」), or whose key this is at another depth; the nearest to the top */
export function fieldNamed(here: Shape, name: string): string | undefined {
  const wanted = fold(name);
  const found = fieldsBelow(here, []).filter(
    ({ path, shape }) => path.at(-1) === name || isCalled(shape, wanted),
  );
  const nearest = Math.min(...found.map(({ path }) => path.length));
  const meant = found.filter(({ path }) => path.length === nearest);
  return meant.length === 1 ? meant[0]?.path.join('.') : undefined;
}

/** @returns the fields of other sections that have a key: `facilities.locked` */
export function fieldsElsewhere(inventory: Shape, section: string, key: string): string[] {
  const found = Object.entries(inventory.properties ?? {}).flatMap(([name, shape]) =>
    name === section
      ? []
      : fieldsBelow(shape.items ?? shape, [name]).flatMap(({ path }) =>
          path.at(-1) === key ? [path.join('.')] : [],
        ),
  );
  return found.length > mostNamed ? [] : found;
}

/**
 * The line for a field of a mapping in place of which a plain value stands (`organization: 関所町` above `policy: minakami`): it
 * states both, since a key may stand but once.
 */
export function withPlain(here: Shape, mapping: unknown, { path, line }: MeantField): MeantField {
  const [key = '', ...below] = path.split('.');
  const plain = isMapping(mapping) ? mapping[key] : undefined;
  const [first, second] = [asFields(here.properties?.[key], plain)?.line, line.slice(`${key}: `.length)];
  if (below.length !== 1 || plain === undefined || first === undefined || !second.startsWith('{ '))
    return { path, line };
  const states = new RegExp(`[{,] ${below[0]}: `).test(first);
  return { path, line: states ? line : `${key}: ${first.slice(0, -2)}, ${second.slice(2)}` };
}

/** A yes or no that is written for fields together (「暗号化: 有」) may be the answer of each of them that is one. */
function answersIn({ path, shape }: Field, value: unknown): Field[] {
  const answers = Object.entries(shape.properties ?? {}).filter(([, { types }]) => isYesNo(types));
  if (answers.length < 2 || typeof takenAs({ types: ['boolean'] }, value) !== 'boolean')
    return [{ path, shape }];
  return answers.map(([key, field]) => ({ path: [...path, key], shape: field }));
}

interface Field {
  readonly path: readonly string[];
  readonly shape: Shape;
}

/** The fields of a mapping, of the mappings in it and of those in its lists; records of another section are not its own. */
function fieldsBelow({ properties = {} }: Shape, above: readonly string[]): Field[] {
  return Object.entries(properties).flatMap(([key, shape]) => {
    const path = [...above, key];
    const inner = shape.items ?? shape;
    return [{ path, shape }, ...(inner.properties?.['id'] === undefined ? fieldsBelow(inner, path) : [])];
  });
}

/** Whether a section or a field is called so in Japanese. */
export function isNamed(shape: Shape, name: string): boolean {
  return isCalled(shape, fold(name));
}

function isCalled({ title, alsoCalled = [] }: Shape, wanted: string): boolean {
  return [title ?? '', ...alsoCalled].some((name) => fold(name) === wanted);
}

/** Whether something is called a list or a register makes no difference: 「文書」 and 「文書一覧」 name the same. */
function fold(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s・]/g, '')
    .replace(/(?<=.)(?:管理)?(?:台帳|一覧表?|リスト|名簿)$/u, '');
}
