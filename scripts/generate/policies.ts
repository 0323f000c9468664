import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { rules } from '../../rules/index.ts';
import { readPolicy, ruleCatalogue } from '../../src/policy/load.ts';
import { root, writeGenerated } from './files.ts';
import { policyFiles, policyFolder } from './policy-index.ts';

/**
 * Checks the built-in policies with the same reader as a body's own and writes each as a module of its own,
 * so that a run loads only the policies it judges by.
 */
export async function generatePolicies(): Promise<void> {
  const known = ruleCatalogue(rules);
  const all = await policyFiles();
  const files = new Map(all.map(({ id, file }) => [id, path.join(root, policyFolder, file)]));
  for (const { id, file } of all) {
    const { content, problems } = await readPolicy(
      await readFile(path.join(root, policyFolder, file)),
      `${policyFolder}/${file}`,
      known,
      (named) => files.get(named),
    );
    for (const { position, ...problem } of problems)
      console.error(`${policyFolder}/${file}:${position?.line ?? 1}: ${JSON.stringify(problem)}`);
    if (content === undefined || problems.length > 0)
      throw new Error(`${policyFolder}/${file} is not a valid policy`);
    if (content.id !== id) throw new Error(`${policyFolder}/${file} has the id ${content.id}`);
    await writeGenerated(
      `generated/policies/${content.id}.ts`,
      `import type { PolicyContent } from '../../src/policy/build.ts';\n\nexport const content: PolicyContent = ${JSON.stringify(content)};\n`,
    );
  }
}
