import { isMapping, type Mapping } from '../base/mapping.ts';
import type { DeclaredWords } from '../schema/open-words.ts';

/** A part of a JSON Schema. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * Offers words without refusing others: an editor completes from the first, and whatever the rest of the schema takes
 * stays right.
 */
export function offering(words: readonly unknown[]): JsonSchema {
  return words.length === 0 ? {} : { anyOf: [{ enum: words }, {}] };
}

/** @returns a schema in which what stands at a path is changed; what it lacks is added */
export function changedAt(
  schema: JsonSchema,
  [key, ...rest]: readonly string[],
  change: (found: JsonSchema) => JsonSchema,
): JsonSchema {
  if (key === undefined) return change(schema);
  const below = schema[key];
  return { ...schema, [key]: changedAt(isMapping(below) ? below : {}, rest, change) };
}

/** @returns a schema in which each property of any depth is changed, those within others first */
export function withProperties(
  schema: unknown,
  change: (property: JsonSchema, name: string) => JsonSchema,
): unknown {
  if (Array.isArray(schema)) return schema.map((one) => withProperties(one, change));
  if (!isMapping(schema)) return schema;
  return mapped(schema, (value, key) =>
    key === 'properties' && isMapping(value)
      ? mapped(value, (property, name) => {
          const inner = withProperties(property, change);
          return isMapping(inner) ? change(inner, name) : inner;
        })
      : withProperties(value, change),
  );
}

export function mapped(mapping: Mapping, change: (value: unknown, key: string) => unknown): Mapping {
  return Object.fromEntries(Object.entries(mapping).map(([key, value]) => [key, change(value, key)]));
}

/** @returns a schema whose open lists have the words that policies add, too */
export function withDeclaredWords(schema: unknown, declared: DeclaredWords): unknown {
  if (Array.isArray(schema)) return schema.map((one) => withDeclaredWords(one, declared));
  if (!isMapping(schema)) return schema;
  const inner = mapped(schema, (value) => withDeclaredWords(value, declared));
  const { enum: words } = inner;
  const more = declared.get(String(inner['x-sekisho-vocabulary'])) ?? [];
  if (more.length === 0 || !Array.isArray(words)) return inner;
  const choices = inner['x-choices'];
  const glosses = Object.fromEntries(more.map(({ id, name }) => [id, name]));
  return {
    ...inner,
    enum: [...words, ...more.map(({ id }) => id)],
    ...(isMapping(choices) && { 'x-choices': { ...choices, ...glosses } }),
  };
}
