import { withoutAsides } from '../../src/schema/taken-words.ts';
import { type JsonSchema, readSchema, type WrittenChoice, writeGenerated } from './files.ts';

/** A word of the vocabulary and what it is called. */
type Names = Readonly<Record<string, { readonly ja: string; readonly en: string }>>;

/**
 * Writes `generated/vocabulary.ts`: the open lists of the vocabulary, which a policy may add words to, with their built-in
 * words as the schemas of the inventory describe them. `vocabulary` of a policy file has a key for each of them.
 */
export async function generateVocabulary(): Promise<void> {
  const { properties = {} } = await readSchema('inventory.schema.json');
  const lists = new Map<string, Names>();
  for (const property of Object.values(properties)) {
    const file = property.items?.$ref ?? property.$ref;
    if (file?.endsWith('.schema.json')) collect(await readSchema(file), lists);
  }
  const { properties: keys = {} } = (await readSchema('policy.schema.json')).properties?.['vocabulary'] ?? {};
  const unlike = [...lists.keys(), ...Object.keys(keys)].filter((list) => !(lists.has(list) && list in keys));
  if (unlike.length > 0) throw new Error(`only one of inventory and policy has the open list ${unlike}`);
  const union = Object.keys(keys).map((list) => JSON.stringify(list));
  await writeGenerated(
    'generated/vocabulary.ts',
    [
      "import type { Localized } from '../src/base/localized.ts';",
      '',
      '/** An open list of the vocabulary, by its key under `vocabulary` of a policy file. */',
      `export type WordList = ${union.join(' | ')};`,
      '',
      '/** The built-in words of every open list, and what they are called. */',
      `export const builtInWords: Readonly<Record<WordList, Readonly<Record<string, Localized>>>> = ${JSON.stringify(Object.fromEntries(lists))};`,
      '',
    ].join('\n'),
  );
}

function collect(schema: JsonSchema, lists: Map<string, Names>): void {
  const { 'x-choices': choices, 'x-sekisho-vocabulary': list, properties = {}, items } = schema;
  if (list !== undefined && choices !== undefined && !lists.has(list)) lists.set(list, namesOf(choices));
  if (items !== undefined) collect(items, lists);
  for (const property of Object.values(properties)) collect(property, lists);
}

function namesOf(choices: Record<string, WrittenChoice>): Names {
  return Object.fromEntries(
    Object.entries(choices).map(([id, { ja, en }]) => [id, { ja: withoutAsides(ja), en: withoutAsides(en) }]),
  );
}
