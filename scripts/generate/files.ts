import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the project. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** The schemas that validators, shapes and types are generated from, by their name in the generated code. */
export const schemaNames = [
  'inventory',
  'policy',
  'configuration',
  'baseline',
  'netbox-mapping',
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

/** @param reference a file name in `vocabulary/` */
export async function readSchema(reference: string): Promise<JsonSchema> {
  return JSON.parse(await readFile(path.join(root, 'vocabulary', reference), 'utf8'));
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
  'x-refers-to'?: string[];
  /** of a date: a future day means that it has not happened yet */
  'x-not-yet'?: boolean;
  /** of a date: something was done then, though it may be announced ahead */
  'x-done'?: boolean;
  'x-words'?: string[];
  /** the open list that an `enum` is: a policy may add words of its own to it */
  'x-sekisho-vocabulary'?: string;
  [keyword: string]: unknown;
}
