import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { sha256 } from '../../src/base/digest.ts';
import { root, writeGenerated } from './files.ts';

/** What decides a verdict, beside the policy and the configuration: the rules and the code that they judge with. */
const judging = ['rules', 'src/rule.ts', 'src/rule', 'src/network', 'src/evaluate'];

/**
 * Writes one digest of the rules and the code that they judge with, so that a baseline can say by which rules it was
 * made. The same on every machine: paths as in git, sorted, with LF at the end of every line.
 */
export async function generateRulesDigest(): Promise<void> {
  const places = await Promise.all(judging.map((place) => filesIn(place)));
  const lines = await Promise.all(
    places
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

async function filesIn(place: string): Promise<string[]> {
  if (place.endsWith('.ts')) return [place];
  const entries = await readdir(path.join(root, place), { withFileTypes: true });
  const found = await Promise.all(
    entries.map((entry) =>
      entry.isDirectory() ? filesIn(`${place}/${entry.name}`) : [`${place}/${entry.name}`],
    ),
  );
  return found.flat();
}
