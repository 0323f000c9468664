import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { schemaMeant } from './schema-names.ts';
import { UsageError } from './usage-error.ts';
import { usageErrors } from './words/usage-errors.ts';

/** A schema as the package has it. */
export interface PublishedSchema {
  /** absolute */
  readonly file: string;
  readonly text: string;
}

/**
 * @param given what the schema is of; see {@link schemaMeant}
 * @throws UsageError if there is no such schema, or the program lies apart from its schemas
 */
export async function publishedSchema(given: string | undefined): Promise<PublishedSchema> {
  const { folder, files } = await schemaFolder();
  const file = path.join(folder, schemaMeant(given, files));
  return { file, text: await readFile(file, 'utf8') };
}

/** @returns what there is a schema of */
export async function schemaNames(): Promise<string[]> {
  return (await schemaFolder()).files.map((file) => file.replace('.schema.json', ''));
}

/** The folder `schemas` beside the program, whether that runs from its sources, its bundle or a kit. */
async function schemaFolder(): Promise<{ readonly folder: string; readonly files: readonly string[] }> {
  let above = path.dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const folder = path.join(above, 'schemas');
    const files = (await readdir(folder).catch(() => []))
      .filter((name) => name.endsWith('.schema.json'))
      .sort();
    if (files.includes('inventory.schema.json')) return { folder, files };
    const next = path.dirname(above);
    if (next === above) throw new UsageError(usageErrors.noSchemas);
    above = next;
  }
}
