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
  const written = await Promise.all(
    (await policyFiles()).map(async (one) => {
      const text = await readFile(path.join(root, policyFolder, one.file), 'utf8');
      return { ...one, policy: parse(text) as WrittenPolicy };
    }),
  );
  const isLaw = ({ policy }: (typeof written)[number]) => policy.kind === 'law';
  const laws = written.filter(isLaw);
  const files = [...written.filter((one) => !isLaw(one)), ...laws];
  await writeGenerated(
    'generated/policies/index.ts',
    [
      "import type { PolicyContent } from '../../src/policy/build.ts';",
      '',
      'export const builtInPolicies: Readonly<Record<string, () => Promise<{ content: PolicyContent }>>> = {',
      ...files.map(({ id }) => `  ${JSON.stringify(id)}: () => import(${JSON.stringify(`./${id}.ts`)}),`),
      '};',
      '',
      `export const builtInLaws: readonly string[] = ${JSON.stringify(laws.map(({ id }) => id))};`,
      '',
    ].join('\n'),
  );
  await writeGenerated(
    'generated/organs.ts',
    organs(files.filter((one) => !isLaw(one)).map(({ policy }) => policy)),
  );
}

/**
 * The words by which each policy names its bodies, so that an inventory that was written for another policy can be told
 * which one. Read as plain YAML: the rules, which the reader checks a policy against, need it first. Laws name no bodies of
 * their own that an inventory could be written for.
 */
function organs(policies: readonly WrittenPolicy[]): string {
  const words = policies.map(({ id, scope = {} }) => {
    const named = [...(scope.agencies ?? []), ...(scope.excludes ?? [])];
    return [id, named.flatMap((organ) => [organ.id, organ.name.ja, organ.name.en])];
  });
  return `export const builtInOrgans: Readonly<Record<string, readonly string[]>> = ${JSON.stringify(Object.fromEntries(words))};\n`;
}

/** As much of a policy file as says whom it binds. */
interface WrittenPolicy {
  readonly id: string;
  readonly kind?: string;
  readonly scope?: Readonly<
    Partial<
      Record<
        'agencies' | 'excludes',
        readonly { readonly id: string; readonly name: { readonly ja: string; readonly en: string } }[]
      >
    >
  >;
}
