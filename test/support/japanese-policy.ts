import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse, stringify } from 'yaml';
import { inFolder } from './load.ts';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

/** How the texts of a policy are written: in both languages, or in Japanese alone as one text or under `ja`. */
type Writing = 'both' | 'japanese' | 'under-ja' | 'copied';

/**
 * The files of examples/own-policy, and of the policy that it extends, with every text written in one way. `copied` has
 * the Japanese under `en`, too.
 */
export function ownPolicyFiles(writing: Writing): Record<string, string> {
  const inventory = readdirSync(path.join(root, 'examples/own-policy')).filter((file) =>
    file.endsWith('.yaml'),
  );
  return {
    ...Object.fromEntries(inventory.map((file) => [file, read(`examples/own-policy/${file}`)])),
    'base.policy.yaml': written(read('rules/policies/isesaki.yaml'), writing),
    'policy.yaml': written(
      read('examples/own-policy/policy.yaml').replace(/^extends: isesaki$/m, 'extends: ./base.policy.yaml'),
      writing,
    ),
  };
}

export async function inOwnPolicyFolder<Result>(
  writing: Writing,
  use: (folder: string) => Promise<Result>,
): Promise<Result> {
  return inFolder(ownPolicyFiles(writing), use);
}

/** Where a policy has texts. */
const textKeys: ReadonlySet<unknown> = new Set(['title', 'issuer', 'name', 'summary', 'informs']);

function written(policy: string, writing: Writing): string {
  return stringify(
    parse(policy, (key, value: unknown) =>
      textKeys.has(key) && typeof value === 'string' ? { ja: value, en: value } : value,
    ),
    (_, value: unknown) => {
      if (typeof value !== 'object' || value === null || !('ja' in value)) return value;
      const { ja } = value;
      return { both: value, japanese: ja, 'under-ja': { ja }, copied: { ja, en: ja } }[writing];
    },
  );
}

/** Every text that a policy has in Japanese, of itself and of what it extends. */
export function japaneseTexts(): string[] {
  const files = ownPolicyFiles('both');
  return ['policy.yaml', 'base.policy.yaml'].flatMap((file) => {
    const found: string[] = [];
    JSON.stringify(parse(files[file] ?? ''), (key, value: unknown) => {
      if (key === 'ja' && typeof value === 'string') found.push(value);
      return value;
    });
    return found;
  });
}
