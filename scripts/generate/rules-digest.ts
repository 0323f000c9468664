import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { sha256 } from '../../src/base/digest.ts';
import { filesIn, root, writeGenerated } from './files.ts';

/** What decides a verdict besides policy and configuration: the rules and the code that runs them. */
const judging = ['rules', 'src/rule.ts', 'src/rule', 'src/network', 'src/evaluate'];

/**
 * Writes one digest of the rules and the code that runs them, so that a baseline can record by which rules it was made.
 * It is the same on every machine: paths with `/`, sorted, line ends as LF.
 */
export async function generateRulesDigest(): Promise<void> {
  const files = await Promise.all(
    judging.map((target) => (target.endsWith('.ts') ? [target] : filesIn(target))),
  );
  const lines = await Promise.all(
    files
      .flat()
      .filter((file) => file.endsWith('.ts'))
      .sort()
      .map(async (file) => {
        const text = await readFile(path.join(root, file), 'utf8');
        return `${sha256(text.replaceAll('\r\n', '\n'))}  ${file}\n`;
      }),
  );
  await writeGenerated(
    'generated/rules-digest.ts',
    `export const rulesDigest = ${JSON.stringify(sha256(lines.join('')))};\n`,
  );
}
