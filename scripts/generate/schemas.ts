import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { published } from '../../src/editor/published.ts';
import { readSchema, root, writeGenerated } from './files.ts';

/** Schemas of files that an editor of an inventory or a policy has open, by what they are not of. */
const others = ['baseline', 'netbox-mapping', 'register-mapping', 'report', 'report-lines'].map(
  (name) => `${name}.schema.json`,
);

/**
 * Writes `schemas/`, which editors and other programs use, and `generated/schemas.ts`: the schemas that `sekisho schema`
 * puts a policy's words into. The program carries them, since it does not know where its package keeps them.
 */
export async function generateSchemas(): Promise<void> {
  const files = (await readdir(path.join(root, 'vocabulary')))
    .filter((file) => file.endsWith('.schema.json'))
    .sort();
  const sources = Object.fromEntries(
    await Promise.all(files.map(async (file) => [file, await readSchema(file)] as const)),
  );
  for (const [file, schema] of published(sources))
    await writeGenerated(`schemas/${file}`, `${JSON.stringify(schema, undefined, 1)}\n`);
  const carried = Object.fromEntries(Object.entries(sources).filter(([file]) => !others.includes(file)));
  await writeGenerated(
    'generated/schemas.ts',
    `/** The schemas of inventories, configurations and policies, by the names of their files. */\nexport const schemas: Readonly<Record<string, Readonly<Record<string, unknown>>>> = ${JSON.stringify(carried)};\n`,
  );
}
