import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Confidential } from '../../src/base/confidential.ts';

/** The root of the project. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** The schemas that validators, shapes and types are generated from, by their name in the generated code. */
export const schemaNames = [
  'inventory',
  'policy',
  'configuration',
  'baseline',
  'netbox-mapping',
  'register-mapping',
  'rules',
  'expected',
] as const;

/** Writes a generated file only if it changes, so that watchers are not triggered. */
export async function writeGenerated(file: string, content: string): Promise<void> {
  const target = path.join(root, file);
  const current = await readFile(target, 'utf8').catch(() => undefined);
  if (current === content) return;
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(target, content);
}

/** @returns the files below a folder, in any depth, as paths below the root of the project */
export async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(path.join(root, folder), { withFileTypes: true });
  const found = await Promise.all(
    entries.map((entry) =>
      entry.isDirectory() ? filesIn(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`],
    ),
  );
  return found.flat();
}

/**
 * @param reference a file name in `vocabulary/`
 * @returns the schema with an `enum` of the choices that it describes, wherever it describes some
 */
export async function readSchema(reference: string): Promise<JsonSchema> {
  return withEnums(await readSource(reference));
}

async function readSource(reference: string): Promise<JsonSchema> {
  return JSON.parse(await readFile(path.join(root, 'vocabulary', reference), 'utf8'));
}

/** Choices are written once, under `x-choices`: with what each means, or as a reference to where that stands. */
async function withEnums<Part>(part: Part): Promise<Part> {
  if (Array.isArray(part)) return (await Promise.all(part.map(withEnums))) as Part;
  if (typeof part !== 'object' || part === null) return part;
  const entries = Object.entries(part).map(async ([key, value]) => [key, await withEnums(value)] as const);
  const schema: Record<string, unknown> = Object.fromEntries(await Promise.all(entries));
  const written = schema['x-choices'];
  if (written === undefined) return schema as Part;
  const choices = typeof written === 'string' ? await choicesAt(written) : (written as object);
  const empty = [schema['type']].flat().includes('null') ? [null] : [];
  return {
    ...schema,
    'x-choices': choices,
    enum: [...Object.keys(choices), ...((schema['enum'] as unknown[] | undefined) ?? empty)],
  } as Part;
}

async function choicesAt(reference: string): Promise<object> {
  const [file = '', pointer = ''] = reference.split('#');
  let at: unknown = await readSource(file);
  for (const step of pointer.split('/').slice(1)) at = (at as Record<string, unknown>)[step];
  const choices = (at as JsonSchema | undefined)?.['x-choices'];
  if (typeof choices !== 'object') throw new Error(`there are no choices at ${reference}`);
  return choices;
}

/** A choice as the vocabulary describes it; `words`: what may be written for it in Japanese beside its name. */
export interface WrittenChoice {
  ja: string;
  en: string;
  words?: string[];
}

/** The part of JSON Schema 2020-12 that `vocabulary/` uses. */
export interface JsonSchema {
  $ref?: string;
  $defs?: Record<string, JsonSchema>;
  title?: string;
  description?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  format?: string;
  items?: JsonSchema;
  properties?: Record<string, JsonSchema>;
  patternProperties?: Record<string, JsonSchema>;
  additionalProperties?: boolean | JsonSchema;
  required?: string[];
  examples?: unknown[];
  'x-refers-to'?: string[];
  /** of a date: a future day means that it has not happened yet */
  'x-not-yet'?: boolean;
  /** of a date: something was done then, though it may be announced ahead */
  'x-done'?: boolean;
  /** of a date: what ends on that day */
  'x-falls-due'?: 'approval' | 'contract' | 'support';
  'x-words'?: string[];
  /** of a text: it is the path of a field of the record that it stands in */
  'x-names-field'?: boolean;
  /** of a field: what people note for themselves, which no rule may read */
  'x-not-for-rules'?: boolean;
  /** of a text or a list of texts: what of it a redacted report leaves out */
  'x-confidential'?: Confidential;
  /** of a field: what else offices call it in Japanese, beside its title */
  'x-also-called'?: string[];
  /** the values of an `enum`, in the order in which they are offered, and what each means */
  'x-choices'?: Record<string, WrittenChoice>;
  /** the open list that an `enum` is: a policy may add words of its own to it */
  'x-sekisho-vocabulary'?: string;
  [keyword: string]: unknown;
}

/** @returns code that makes the same data: Node.js parses JSON several times as fast as it compiles the data as code */
export function parsing(data: unknown): string {
  return `JSON.parse(${quoted(JSON.stringify(data))})`;
}

/** @returns code that makes a text */
export function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n')}'`;
}
