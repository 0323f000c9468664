import type { Line } from './how-to-write.ts';
import { lineFor } from './how-to-write.ts';
import type { Shape } from './shape.ts';

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
  return meant.map(({ path }) => ({ path: path.join('.'), line: lineFor(here, path, value) }));
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

function isCalled({ title, alsoCalled = [] }: Shape, wanted: string): boolean {
  return [title ?? '', ...alsoCalled].some((name) => fold(name) === wanted);
}

function fold(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s・]/g, '');
}
