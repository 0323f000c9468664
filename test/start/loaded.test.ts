import { spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { inFolder } from '../support/load.ts';
import { program } from '../support/program.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** The modules of Node.js that a run loads whose report is a file. */
function loadedBy(argv: readonly string[]): Promise<string[]> {
  return inFolder({}, async (folder) => {
    const file = path.join(folder, 'loaded');
    const output = openSync(path.join(folder, 'report'), 'w');
    const { status, stderr } = spawnSync(
      process.execPath,
      ['--require', path.join(root, 'test/support/loaded.cjs'), program, ...argv],
      { cwd: root, env: { LOADED: file }, stdio: ['ignore', output, 'pipe'], encoding: 'utf8' },
    );
    closeSync(output);
    expect([status, stderr]).toEqual([1, '']);
    return readFileSync(file, 'utf8').split('\n');
  });
}

it('a check loads of Node.js nothing that takes long and that it does not need', async () => {
  const loaded = await loadedBy(['check', 'examples/first-steps']);
  const needless = ['crypto', 'fs/promises', 'child_process', 'net', 'tty', 'v8', 'worker_threads'];
  expect(loaded.filter((name) => needless.includes(name))).toEqual([]);
});

it('a check that digests loads what digests', async () => {
  expect(await loadedBy(['check', 'examples/first-steps', '-f', 'json'])).toContain('crypto');
});
