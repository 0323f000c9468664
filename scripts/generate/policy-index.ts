import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { root, writeGenerated } from './files.ts';

export const policyFolder = 'rules/policies';

/** @returns the built-in policies: the id that each must have, and its file */
export async function policyFiles(): Promise<{ readonly id: string; readonly file: string }[]> {
  const files = (await readdir(path.join(root, policyFolder)))
    .filter((file) => file.endsWith('.yaml'))
    .sort();
  return files.map((file) => ({ id: file.slice(0, -'.yaml'.length), file }));
}

/** Writes which policies there are and whom each binds: what the program needs to know of them before it reads one. */
export async function generatePolicyIndex(): Promise<void> {
  const files = await policyFiles();
  await writeGenerated(
    'generated/policies/index.ts',
    [
      "import type { PolicyContent } from '../../src/policy/build.ts';",
      '',
      'export const builtInPolicies: Readonly<Record<string, () => Promise<{ content: PolicyContent }>>> = {',
      ...files.map(({ id }) => `  ${JSON.stringify(id)}: () => import(${JSON.stringify(`./${id}.ts`)}),`),
      '};',
      '',
    ].join('\n'),
  );
  const texts = files.map(({ file }) => readFile(path.join(root, policyFolder, file), 'utf8'));
  await writeGenerated('generated/organs.ts', organs(await Promise.all(texts)));
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
