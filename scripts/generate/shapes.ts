import type { JsonType, Shape } from '../../src/schema/shape.ts';
import { type JsonSchema, readSchema, schemaNames, writeGenerated } from './files.ts';

/** Writes `generated/shapes.ts`: what messages, dates and references need to know of the schemas. */
export async function generateShapes(): Promise<void> {
  const lines = ["import type { Shape } from '../src/schema/shape.ts';", ''];
  for (const name of schemaNames) {
    const file = `${name}.schema.json`;
    const shape = await shapeOf(await readSchema(file), file);
    lines.push(`export const ${camelCase(name)}Shape: Shape = ${JSON.stringify(shape)};`, '');
  }
  await writeGenerated('generated/shapes.ts', lines.join('\n'));
}

async function shapeOf(schema: JsonSchema, file: string): Promise<Shape> {
  const { schema: resolved, file: home, past } = await resolve(schema, file);
  const properties: Record<string, Shape> = {};
  for (const [key, property] of Object.entries(resolved.properties ?? {}))
    properties[key] = await shapeOf(property, home);
  const format = formatOf(resolved);
  const refersTo = resolved['x-refers-to'];
  const [ja, en] = (resolved.description ?? '').split('\n');
  return {
    ...(ja === undefined || en === undefined ? {} : { about: { ja, en } }),
    types: [resolved.type ?? []].flat().filter((type) => type !== 'null') as JsonType[],
    ...(resolved.enum === undefined
      ? {}
      : { enum: resolved.enum.filter((value) => value !== null).map(String) }),
    ...(format === undefined ? {} : { format }),
    ...(resolved['x-words'] === undefined ? {} : { words: resolved['x-words'] }),
    ...(past && format !== undefined ? { past } : {}),
    ...(resolved['x-not-yet'] === true ? { notYet: true } : {}),
    ...(refersTo === undefined ? {} : { refersTo }),
    ...(resolved.items === undefined ? {} : { items: await shapeOf(resolved.items, home) }),
    ...(resolved.properties === undefined ? {} : { properties }),
  };
}

/** A word that may stand in place of a date does not make it less of one. */
function formatOf({ format }: JsonSchema): Shape['format'] {
  if (format === 'sekisho-date') return 'date';
  return format === 'date-or-no' || format === 'date-or-automatic-or-no' ? 'date-or-no' : undefined;
}

/** Follows `$ref`, keeping what stands beside it; a `past…` definition says that the day must have come. */
async function resolve(
  schema: JsonSchema,
  file: string,
): Promise<{ schema: JsonSchema; file: string; past?: true }> {
  if (schema.$ref === undefined) return { schema, file };
  const [referenced = '', pointer = ''] = schema.$ref.split('#');
  const home = referenced === '' ? file : referenced;
  let target: JsonSchema = await readSchema(home);
  for (const step of pointer.split('/').filter((part) => part !== ''))
    target = (target as Record<string, JsonSchema>)[step] ?? {};
  const { $ref, ...beside } = schema;
  const inner = await resolve(target, home);
  const past = inner.past ?? (pointer.split('/').at(-1)?.startsWith('past') ? true : undefined);
  return {
    schema: { ...inner.schema, ...beside },
    file: inner.file,
    ...(past === undefined ? {} : { past }),
  };
}

export function camelCase(name: string): string {
  return name.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}
