import path from 'node:path';
import { expect } from 'vitest';
import { sekisho } from './cli.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** The cells of the table rows of a README that match; of a cell that begins with a code span, what is in that. */
export function rows(readme: string, pattern: RegExp): string[][] {
  return (readme.match(pattern) ?? []).map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim().replace(/^`([^`]+)`.*$/, '$1')),
  );
}

/** The numbered rows: one for each finding. */
export const numbered = /^\| \d+ \|.*$/gm;

/** The rows on exceptions. */
export const onExceptions = /^\| `例外-.*$/gm;

/** The verdict behind what a cell calls a finding, in either language. */
export function verdictOf(cell = ''): string {
  return verdicts[cell] ?? cell;
}

const verdicts: Readonly<Record<string, string>> = {
  違反: 'fail',
  violation: 'fail',
  改善事項: 'fail',
  improvement: 'fail',
  記載の誤り: 'fail',
  'inventory error': 'fail',
  判定不能: 'unknown',
  要確認: 'review',
};

/** The commands that a README tells its readers to run, each once. */
export function commandsOf(readme: string): string[] {
  return [...new Set(readme.match(/^sekisho .*$/gm))];
}

/** Runs a command line as a README writes it, which has something to say and nothing to complain of. */
export async function runCommand(command: string): Promise<number> {
  const { code, stdout, stderr } = await sekisho(command.split(' ').slice(1), { directory: root });
  expect(stderr).toBe('');
  expect(stdout).not.toBe('');
  return code;
}
