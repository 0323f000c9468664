import { isMapping, type Mapping } from '../../base/mapping.ts';
import { keysOf } from '../../register/field-path.ts';

/** @returns the value that a mapping itself has below some keys; `undefined` where it has none */
export function ownValueAt(root: unknown, keys: readonly string[]): unknown {
  let at = root;
  for (const key of keys) {
    if (!isMapping(at) || !Object.hasOwn(at, key)) return undefined;
    at = at[key];
  }
  return at ?? undefined;
}

/**
 * Whether two values say the same. The order of keys does not count, nor does a key without a value; types do: the number 2 is
 * not the text 2.
 */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => sameValue(item, b[index]));
  }
  return isMapping(a) && isMapping(b) && covers(a, b) && covers(b, a);
}

/** Whether a cell says the same for two values: a number that people wrote (443, level 2) is read from a cell as a text. */
export function sameInCells(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, index) => sameInCells(item, b[index]));
  const isPlain = [a, b].every((one) => typeof one === 'number' || typeof one === 'string');
  return isPlain ? String(a) === String(b) : sameValue(a, b);
}

function covers(a: Mapping, b: Mapping): boolean {
  return Object.keys(b).every((key) => {
    const left = ownValueAt(a, [key]);
    const right = ownValueAt(b, [key]);
    return sameValue(left, right) || (!isStated(left) && !isStated(right));
  });
}

/** @returns whether YAML reads this as a value: nothing, a blank text and a mapping without values are none */
export function isStated(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() !== '';
  if (isMapping(value)) return Object.values(value).some(isStated);
  return value !== undefined && value !== null;
}

/** @returns a value without what YAML would not give back: keys of mappings that have no value */
export function stated(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(stated);
  if (!isMapping(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => isStated(item))
      .map(([key, item]) => [key, stated(item)]),
  );
}

/** @returns a mapping of what stands under paths, in their order, behind what it begins with */
export function mappingOfPaths(start: Mapping, entries: Iterable<readonly [string, unknown]>): Mapping {
  const root = new Map<string, unknown>(Object.entries(start));
  for (const [path, value] of entries) {
    let at = root;
    const keys = keysOf(path);
    for (const key of keys.slice(0, -1)) {
      const inner = at.get(key);
      const next = inner instanceof Map ? inner : new Map<string, unknown>();
      at.set(key, next);
      at = next;
    }
    at.set(keys.at(-1) ?? '', value);
  }
  return asMapping(root);
}

function asMapping(entries: ReadonlyMap<string, unknown>): Mapping {
  return Object.fromEntries(
    [...entries].map(([key, value]) => [key, value instanceof Map ? asMapping(value) : value]),
  );
}

/** @returns a copy of a mapping with a value below some keys, or without it; mappings that become empty are gone */
export function withValueAt(root: Mapping, keys: readonly string[], value: unknown): Mapping {
  const [key, ...rest] = keys;
  if (key === undefined) return root;
  const inner = ownValueAt(root, [key]);
  const changed =
    rest.length === 0 ? value : emptyAsNone(withValueAt(isMapping(inner) ? inner : {}, rest, value));
  const others = Object.entries(root).filter(([other]) => other !== key);
  return Object.fromEntries(changed === undefined ? others : [...others, [key, changed]]);
}

function emptyAsNone(mapping: Mapping): Mapping | undefined {
  return Object.values(mapping).every((value) => value === undefined) ? undefined : mapping;
}
