import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { root, writeGenerated } from './files.ts';

/**
 * Checks the built-in policies with the same reader as a body's own and writes each as a module of its own,
 * so that a run loads only the policies it judges by.
 */
export async function generatePolicies(): Promise<void> {
  const folder = path.join(root, 'rules/policies');
  const files = (await readdir(folder)).filter((file) => file.endsWith('.yaml')).sort();
  const ids = files.map((file) => file.slice(0, -'.yaml'.length));
  await writeGenerated(
    'generated/policies/index.ts',
    [
      "import type { PolicyContent } from '../../src/policy/build.ts';",
      '',
      'export const builtInPolicies: Readonly<Record<string, () => Promise<{ content: PolicyContent }>>> = {',
      ...ids.map((id) => `  ${JSON.stringify(id)}: () => import(${JSON.stringify(`./${id}.ts`)}),`),
      '};',
      '',
    ].join('\n'),
  );
  // Only now, since the reader itself imports the index.
  const { readPolicy, ruleCatalogue } = await import('../../src/policy/load.ts');
  const { rules } = await import('../../rules/index.ts');
  const known = ruleCatalogue(rules);
  for (const [index, file] of files.entries()) {
    const { content, problems } = await readPolicy(
      await readFile(path.join(folder, file)),
      `rules/policies/${file}`,
      known,
    );
    for (const { position, ...problem } of problems)
      console.error(`rules/policies/${file}:${position?.line ?? 1}: ${JSON.stringify(problem)}`);
    if (content === undefined || problems.length > 0)
      throw new Error(`rules/policies/${file} is not a valid policy`);
    if (content.id !== ids[index]) throw new Error(`rules/policies/${file} has the id ${content.id}`);
    await writeGenerated(
      `generated/policies/${content.id}.ts`,
      `import type { PolicyContent } from '../../src/policy/build.ts';\n\nexport const content: PolicyContent = ${JSON.stringify(content)};\n`,
    );
  }
}
