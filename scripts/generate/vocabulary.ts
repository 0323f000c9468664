import { type JsonSchema, readSchema, writeGenerated } from './files.ts';

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
    if (file?.endsWith('.schema.json')) collect(await readSchema(file), '', lists);
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

/** @param above what the schema says of the list whose items these are: it explains the words there */
function collect(schema: JsonSchema, above: string, lists: Map<string, Names>): void {
  const { description = '', properties = {}, items } = schema;
  const list = schema['x-sekisho-vocabulary'];
  const words = (schema.enum ?? []).filter((word) => typeof word === 'string');
  const names = [description, above].map((text) => namesIn(text, words)).find((found) => found !== undefined);
  // A second field that takes words of a list refers to the first for what they mean.
  if (list !== undefined && names !== undefined) lists.set(list, names);
  if (items !== undefined) collect(items, description, lists);
  for (const property of Object.values(properties)) collect(property, '', lists);
}

/**
 * Reads from a description what words are called: 「種類。server-room: サーバ室、…」 and “Kind: server room, office, or …”,
 * which has them in the same order. Asides in brackets are left out.
 */
function namesIn(description: string, words: readonly string[]): Names | undefined {
  const [ja = '', en = ''] = description
    .split('\n')
    .map((text) => text.replaceAll(/ ?[(（][^)）]*[)）]/gu, ''));
  const named = words.map((word) => new RegExp(`(?<![\\w-])${word}: ([^、。]+)`, 'u').exec(ja)?.[1]);
  const english = (/: ([^.;]+)/.exec(en)?.[1] ?? '')
    .split(', ')
    .map((name) => name.replace(/^or /, '').replace(/^(?:an?|the) /, ''));
  if (words.length === 0 || named.includes(undefined) || english.length !== words.length) return undefined;
  return Object.fromEntries(
    words.map((word, index) => [word, { ja: named[index] ?? '', en: english[index] ?? '' }]),
  );
}
