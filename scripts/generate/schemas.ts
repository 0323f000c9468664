import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { readSchema, root, writeGenerated } from './files.ts';

/** Schemas of files that an editor of an inventory or a policy has open, by what they are not of. */
const others = ['baseline', 'configuration', 'netbox-mapping', 'report'].map((name) => `${name}.schema.json`);

/**
 * Writes `generated/schemas.ts`: the schemas that `sekisho schema` puts a policy's words into. The program carries them,
 * since it does not know where its package keeps them.
 */
export async function generateSchemas(): Promise<void> {
  const files = (await readdir(path.join(root, 'schemas')))
    .filter((file) => file.endsWith('.schema.json') && !others.includes(file))
    .sort();
  const schemas = Object.fromEntries(
    await Promise.all(files.map(async (file) => [file, await readSchema(file)] as const)),
  );
  await writeGenerated(
    'generated/schemas.ts',
    `/** The schemas of inventories and policies, by the names of their files. */\nexport const schemas: Readonly<Record<string, Readonly<Record<string, unknown>>>> = ${JSON.stringify(schemas)};\n`,
  );
}
