import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { root, writeGenerated } from './files.ts';
import { camelCase } from './shapes.ts';

/** Writes `rules/index.ts`, the list of all rules, from the files in `rules/`. */
export async function generateRuleIndex(): Promise<void> {
  const folder = path.join(root, 'rules');
  const areas = (await readdir(folder, { withFileTypes: true })).filter(
    (entry) => entry.isDirectory() && entry.name !== 'policies',
  );
  const ids: string[] = [];
  for (const { name: area } of areas) {
    const files = await readdir(path.join(folder, area));
    for (const file of files) if (file.endsWith('.ts')) ids.push(`${area}/${file.slice(0, -3)}`);
  }
  ids.sort();
  await writeGenerated(
    'rules/index.ts',
    [
      '// Generated from the files of this folder by `npm run generate`. Do not edit.',
      "import type { AnyRule } from '#rule';",
      ...ids.map((id) => `import { ${camelCase(id.split('/')[1] ?? '')} } from './${id}.ts';`),
      '',
      '/** Every rule there is. Which of them run is for the policies to say. */',
      'export const rules: readonly AnyRule[] = [',
      ...ids.map((id) => `  ${camelCase(id.split('/')[1] ?? '')},`),
      '];',
      '',
    ].join('\n'),
  );
}
