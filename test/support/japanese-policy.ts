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
    'own.rules.yaml': written(read('examples/own-policy/own.rules.yaml'), writing),
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
const textKeys: ReadonlySet<unknown> = new Set([
  ...['title', 'issuer', 'name', 'summary', 'informs'],
  ...['rationale', 'remedy', 'message', 'about'],
]);

function written(policy: string, writing: Writing): string {
  return stringify(inWriting(parse(policy), writing));
}

/** What examples hold is no text of the policy. */
function inWriting(value: unknown, writing: Writing, key?: string): unknown {
  if (key === 'examples') return value;
  if (Array.isArray(value)) return value.map((item) => inWriting(item, writing));
  const text = textKeys.has(key) && typeof value === 'string' ? { ja: value, en: value } : value;
  if (typeof text !== 'object' || text === null) return text;
  if (!('ja' in text))
    return Object.fromEntries(
      Object.entries(text).map(([name, inner]) => [name, inWriting(inner, writing, name)]),
    );
  const { ja } = text;
  return { both: text, japanese: ja, 'under-ja': { ja }, copied: { ja, en: ja } }[writing];
}

/** Every text that a policy has in Japanese, of itself and of what it extends. */
export function japaneseTexts(): string[] {
  const files = ownPolicyFiles('both');
  return ['policy.yaml', 'base.policy.yaml', 'own.rules.yaml'].flatMap((file) => {
    const found: string[] = [];
    JSON.stringify(parse(files[file] ?? ''), (key, value: unknown) => {
      if (key === 'ja' && typeof value === 'string') found.push(value);
      return value;
    });
    return found;
  });
}
