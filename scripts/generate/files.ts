import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the project. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** The schemas a validator, shapes or types are made from, by the name the generated code gives them. */
export const schemaNames = ['inventory', 'policy', 'configuration', 'baseline', 'netbox-mapping'] as const;

/** Writes a generated file; one that would not change is left alone, so that watchers stay quiet. */
export async function writeGenerated(file: string, content: string): Promise<void> {
  const target = path.join(root, file);
  const current = await readFile(target, 'utf8').catch(() => undefined);
  if (current === content) return;
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(target, content);
}

/** @param reference a file name of `schemas/` */
export async function readSchema(reference: string): Promise<JsonSchema> {
  return JSON.parse(await readFile(path.join(root, 'schemas', reference), 'utf8'));
}

/** As much of JSON Schema 2020-12 as `schemas/` uses. */
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
  /** of a date: a day still to come says that it has not happened yet */
  'x-not-yet'?: boolean;
  'x-words'?: string[];
  [keyword: string]: unknown;
}
