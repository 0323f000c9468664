/** A value with keys, as YAML has it. */
export type Mapping = Readonly<Record<string, unknown>>;

export function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @returns the value below some keys; `undefined` where there is none, or an empty one */
export function valueAt(root: unknown, keys: readonly string[]): unknown {
  let at = root;
  for (const key of keys) at = (at as Mapping | null | undefined)?.[key];
  return at ?? undefined;
}
