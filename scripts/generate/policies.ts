import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
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
  await writeGenerated(
    'generated/organs.ts',
    organs(await Promise.all(files.map((file) => readText(folder, file)))),
  );
  // Only now, since the reader itself imports the index, and the rules the organs.
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

/**
 * The words by which each policy names its bodies, so that an inventory that was written for another policy can be told
 * which one. Read as plain YAML: the rules, which the reader checks a policy against, need it first.
 */
function organs(texts: readonly string[]): string {
  const words = texts.map((text) => {
    const { id, scope = {} } = parse(text) as WrittenPolicy;
    const named = [...(scope.agencies ?? []), ...(scope.excludes ?? [])];
    return [id, named.flatMap((organ) => [organ.id, organ.name.ja, organ.name.en])];
  });
  return `export const builtInOrgans: Readonly<Record<string, readonly string[]>> = ${JSON.stringify(Object.fromEntries(words))};\n`;
}

/** As much of a policy file as says whom it binds. */
interface WrittenPolicy {
  readonly id: string;
  readonly scope?: Readonly<
    Partial<
      Record<
        'agencies' | 'excludes',
        readonly { readonly id: string; readonly name: { readonly ja: string; readonly en: string } }[]
      >
    >
  >;
}

async function readText(folder: string, file: string): Promise<string> {
  return readFile(path.join(folder, file), 'utf8');
}
