import { execFileSync } from 'node:child_process';
import { chmod, mkdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findGit } from '../../../src/tree/git/program.ts';
import { sekisho } from '../../support/cli.ts';
import { inFolder } from '../../support/load.ts';

const inventory = { 'inventory/a.yaml': 'organization: { name: 関所町, policy: minakami }\nassets: []\n' };
const system = process.env['PATH'] ?? '';

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}

/** Makes a repository of a folder, of one commit. */
function commit(folder: string): void {
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.jp', ...args], { cwd: folder });
  git('init', '--quiet', '--initial-branch', 'main');
  git('add', '.');
  git('commit', '--quiet', '--message', 'a');
}

/** Puts a program called git somewhere, which leaves a file behind once it is run. */
async function plantGit(folder: string, canary: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const program = path.join(folder, 'git');
  await writeFile(program, `#!/bin/sh\ntouch '${canary}'\nexit 1\n`);
  await chmod(program, 0o755);
}

describe.skipIf(process.platform === 'win32')('git', () => {
  it.each([
    ['the current folder', () => '.'],
    ['an empty entry', () => ''],
    ['a relative entry', () => 'tools'],
    ['an entry inside the inventory', (folder: string) => path.join(folder, 'inventory/tools')],
    ['an entry inside the work tree', (folder: string) => path.join(folder, 'bin')],
    ['an entry that leads into the work tree by a link', (folder: string) => `${folder}-link`],
  ])('is never looked up in %s', async (_, entry) => {
    await inFolder(inventory, async (folder) => {
      commit(folder);
      const canary = path.join(folder, 'run-by-a-stranger');
      for (const place of ['.', 'tools', 'bin', 'inventory', 'inventory/tools'])
        await plantGit(path.join(folder, place), canary);
      await symlink(path.join(folder, 'bin'), `${folder}-link`);
      try {
        const environment = { PATH: `${entry(folder)}${path.delimiter}${system}`, LANG: 'ja_JP.UTF-8' };
        for (const directory of [folder, path.join(folder, 'inventory')]) {
          const target = directory === folder ? 'inventory' : '.';
          const html = await sekisho([target, '-f', 'html'], { directory, environment });
          expect(html.stdout).toMatch(/[0-9a-f]{40}/);
          const base = await sekisho([target, '--base', 'HEAD'], { directory, environment });
          expect(base.code).not.toBe(2);
        }
        expect(await exists(canary)).toBe(false);
      } finally {
        await rm(`${folder}-link`);
      }
    });
  });

  it('is never looked up in what has the inventory as a submodule, and leads git itself nowhere else', async () => {
    await inFolder(inventory, async (folder) => {
      commit(folder);
      commit(path.join(folder, 'inventory'));
      const canary = path.join(folder, 'run-by-a-stranger');
      // As `npx` has it: programs of the repository by an absolute path.
      const tools = path.join(folder, 'node_modules/.bin');
      await plantGit(tools, canary);
      const environment = { PATH: ['.', tools, system].join(path.delimiter), LANG: 'ja_JP.UTF-8' };
      const html = await sekisho(['inventory', '-f', 'html'], { directory: folder, environment });
      expect(html.stdout).toMatch(/[0-9a-f]{40}/);
      expect(await exists(canary)).toBe(false);
      const found = await findGit(path.join(folder, 'inventory'), environment);
      const entries = found?.environment['PATH']?.split(path.delimiter) ?? [];
      expect(entries).not.toEqual(expect.arrayContaining(['.', tools]));
      expect(entries.length).toBeGreaterThan(0);
    });
  });

  it('is missing where only what is judged holds one, and that is said', async () => {
    await inFolder(inventory, async (folder) => {
      commit(folder);
      const canary = path.join(folder, 'run-by-a-stranger');
      await plantGit(path.join(folder, 'bin'), canary);
      const environment = { PATH: `.${path.delimiter}${path.join(folder, 'bin')}`, LANG: 'ja_JP.UTF-8' };
      const { code, stderr } = await sekisho(['inventory', '--base', 'HEAD'], {
        directory: folder,
        environment,
      });
      expect([code, stderr]).toEqual([2, expect.stringContaining('git')]);
      expect(await exists(canary)).toBe(false);
      expect(await findGit(folder, environment)).toBeUndefined();
      expect((await findGit(folder, { PATH: system }))?.program).toMatch(/^\/.*\/git$/);
    });
  });
});
