import { compile } from 'json-schema-to-typescript';
import { type JsonSchema, readSchema, writeGenerated } from './files.ts';

/**
 * Writes `generated/records.ts`: the types of records as rules see them. They differ from the schemas in two points:
 * loading a file drops empty keys, so no field is `null`, and what people only note for themselves is not for rules.
 */
export async function generateRecords(): Promise<void> {
  const inventory = await readSchema('inventory.schema.json');
  const definitions: Record<string, JsonSchema> = {};
  const sections: { section: string; type: string; isSingle: boolean }[] = [];
  for (const [section, property] of Object.entries(inventory.properties ?? {})) {
    const file = property.items?.$ref ?? property.$ref;
    if (file === undefined || !file.endsWith('.schema.json')) continue;
    const record = await readSchema(file);
    if (record.title === undefined) throw new Error(`vocabulary/${file} has no title`);
    definitions[record.title] = await simplify(record);
    sections.push({ section, type: record.title, isSingle: property.items === undefined });
  }
  const types = await compile(
    {
      title: 'Records',
      type: 'object',
      properties: {},
      additionalProperties: false,
      $defs: definitions,
    } as never,
    'Records',
    {
      additionalProperties: false,
      bannerComment: '',
      style: { singleQuote: true, printWidth: 110 },
      unreachableDefinitions: true,
    },
  );
  const lists = sections.filter(({ isSingle }) => !isSingle);
  await writeGenerated(
    'generated/records.ts',
    [
      '// Generated from vocabulary/ by `npm run generate`. Do not edit.',
      '',
      '/** A word that a policy adds to an open list of the vocabulary. */',
      'export type OwnWord = string & { readonly ownWord: true };',
      '',
      types
        .replaceAll(/export interface Records \{\s*\}\n?/g, '')
        .replaceAll(
          / \*\s*\n \* This interface was referenced by `Records`'s JSON-Schema\n \* via the `definition` .*\n/g,
          '',
        )
        .trim(),
      '',
      '/** The record type of every section of the inventory. */',
      'export interface Records {',
      ...sections.map(({ section, type }) => `  ${section}: ${type};`),
      '}',
      '',
      '/** A section of the inventory. */',
      'export type Section = keyof Records;',
      '',
      '/** Every section, in the order of the vocabulary. */',
      `export const sections: readonly Section[] = [${sections.map(({ section }) => `'${section}'`).join(', ')}];`,
      '',
      '/** The sections that are lists of records. */',
      `export const listSections: readonly Exclude<Section, 'organization'>[] = [${lists.map(({ section }) => `'${section}'`).join(', ')}];`,
      '',
    ].join('\n'),
  );
}

/** Removes what a type cannot express (free keys) or must not contain (`null`), and inlines the common definitions. */
async function simplify(schema: JsonSchema): Promise<JsonSchema> {
  if (schema.$ref !== undefined) {
    const [file = '', pointer = ''] = schema.$ref.split('#');
    const definition = (await readSchema(file)).$defs?.[pointer.split('/').at(-1) ?? ''];
    if (definition === undefined) throw new Error(`cannot resolve ${schema.$ref}`);
    const { $ref, ...beside } = schema;
    return simplify({ ...definition, ...beside });
  }
  const {
    patternProperties,
    not,
    title,
    examples,
    type,
    'x-choices': choices,
    'x-also-called': alsoCalled,
    ...kept
  } = schema;
  const types = [type ?? []].flat().filter((name) => name !== 'null');
  const simple: JsonSchema = { ...kept };
  if (types.length > 0) simple.type = types.length === 1 ? (types[0] as string) : types;
  // Of the booleans, a "date or no" accepts only `false`.
  if (not !== undefined) {
    delete simple.type;
    simple['tsType'] = 'string | false';
  }
  if (simple.enum !== undefined) simple.enum = simple.enum.filter((value) => value !== null);
  if (simple['x-sekisho-vocabulary'] !== undefined)
    simple['tsType'] =
      `(${[...(simple.enum ?? []).map((value) => JSON.stringify(value)), 'OwnWord'].join(' | ')})`;
  if (simple.items !== undefined) simple.items = await simplify(simple.items);
  if (simple.properties !== undefined) {
    const properties: Record<string, JsonSchema> = {};
    for (const [key, property] of Object.entries(simple.properties)) {
      const { 'x-not-for-rules': isNotForRules, ...plain } = await simplify(property);
      if (isNotForRules !== true) properties[key] = plain;
    }
    simple.properties = properties;
  }
  return simple;
}
