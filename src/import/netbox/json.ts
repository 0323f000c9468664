import type { Label } from './lists.ts';

/** A JSON object whose content nobody has checked. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** @returns the value if it is an object, neither a list nor `null` */
export function asObject(value: unknown): JsonObject | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as JsonObject)
    : undefined;
}

/**
 * @returns the text without surrounding blanks; `undefined` for an empty one, as NetBox writes `""` for none.
 *   Half a surrogate pair cannot be written to a file and becomes U+FFFD here, before ids are compared.
 */
export function asText(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = value.replaceAll(/\p{Surrogate}/gu, '\uFFFD').trim();
  return text === '' ? undefined : text;
}

/** @returns the value if it is a whole number above 0, as NetBox's ids are */
export function asId(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : undefined;
}

/** @returns the items of a list; nothing for anything else */
export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/**
 * @returns the value of a choice, which NetBox writes as `{value, label}` and other tools as the bare value
 */
export function asChoice(value: unknown): string | undefined {
  return asText(asObject(value)?.['value']) ?? asText(value);
}

/** @returns the nested object that names something; `undefined` where it has neither name nor slug */
export function asLabel(value: unknown): Label | undefined {
  const object = asObject(value);
  if (object === undefined) return undefined;
  const slug = asText(object['slug']);
  const name = asText(object['name']) ?? asText(object['model']) ?? asText(object['display']) ?? slug;
  return name === undefined ? undefined : { name, ...given('slug', slug) };
}

/**
 * @returns an object with this one key, or without it where there is no value: the types allow no `undefined`
 */
export function given<Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): { readonly [K in Key]?: Value } {
  return (value === undefined ? {} : { [key]: value }) as { readonly [K in Key]?: Value };
}
