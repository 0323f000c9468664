import { execFileSync } from 'node:child_process';
import { rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultLimits } from '../../../src/base/limits.ts';
import { GitError, type GitProblem } from '../../../src/tree/git/problem.ts';
import { GitRepository } from '../../../src/tree/git/repository.ts';
import { inRepository, stated, type Workplace } from '../../support/git.ts';

const environment = { PATH: process.env['PATH'] };
const assets = (...ids: string[]) =>
  `assets:\n${ids.map((id) => `  - { id: ${id}, name: ${id}, manager: false }\n`).join('')}`;
const managers = ['-p', 'minakami', '--rule', 'classification/manager-assigned'];
const secret = 'machine example.jp login somebody password hunter2';

/** Why git cannot answer. */
async function problem(asking: Promise<unknown>): Promise<GitProblem | undefined> {
  try {
    await asking;
    return undefined;
  } catch (error) {
    if (error instanceof GitError) return error.problem;
    throw error;
  }
}

/** Two branches that left from one commit: `main`, and `work`, which is checked out. */
async function fork(place: Workplace): Promise<void> {
  place.git('checkout', '--quiet', '-b', 'work');
  await place.commit({ '台帳/a.yaml': assets('図面', '名簿') });
  place.git('checkout', '--quiet', 'main');
  await place.commit({ '台帳/b.yaml': assets('地図') });
  place.git('checkout', '--quiet', 'work');
}

const objectFile = (place: Workplace, name: string) =>
  path.join(place.folder, '.git/objects', name.slice(0, 2), name.slice(2));

describe('a repository', () => {
  it.each(['/', '../..', '/etc', '../台帳'])(
    'whose work tree is %s by its own account is refused',
    async (worktree) => {
      await inRepository({ '台帳/a.yaml': assets('図面') }, async (place) => {
        place.git('config', 'core.worktree', worktree);
        const { code, stdout, stderr } = await place.check(['台帳', '--trust', 'main', ...managers]);
        expect([code, stdout]).toEqual([2, '']);
        expect(stderr).toContain('core.worktree');
      });
    },
  );

  it('whose history is damaged is no repository without a common commit', async () => {
    await inRepository({ '台帳/a.yaml': assets('図面') }, async (place) => {
      const first = place.git('rev-parse', 'HEAD');
      await fork(place);
      expect(stated(await place.report(['台帳', '--changed', 'main', ...managers]))).toEqual(['new 名簿']);
      await rm(objectFile(place, first));
      const { code, stdout, stderr } = await place.check(['台帳', '--changed', 'main', ...managers]);
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(/git の実行に失敗しました/);
    });
  });

  it('is read by what its commits say, whatever else says what their parents are', async () => {
    await inRepository({ '台帳/a.yaml': assets('図面') }, async (place) => {
      await fork(place);
      const changed = async () => stated(await place.report(['台帳', '--changed', 'main', ...managers]));
      const whole = await changed();
      const work = place.git('rev-parse', 'work');
      const graft = `${place.git('rev-parse', 'main')} ${work}\n`;
      await place.write({ '.git/info/grafts': graft });
      expect(place.git('merge-base', 'main', 'work')).toBe(work);
      expect(await changed()).toEqual(whole);
      // A commit graph of grafted commits says so for good.
      place.git('replace', '--convert-graft-file');
      place.git(
        '-c',
        'core.commitGraph=true',
        '--no-replace-objects',
        'commit-graph',
        'write',
        '--reachable',
      );
      expect(await changed()).toEqual(whole);
      await place.write({ '.git/objects/info/commit-graph': null });
      await place.write({ '.git/objects/info/commit-graph': 'CGPH' });
      expect(await changed()).toEqual(whole);
    });
  });

  it.each([
    ['packed-refs', ['--base', 'main']],
    ['shallow', ['--base', 'main']],
    ['objects/info/alternates', ['--base', 'main']],
    ['info/grafts', ['--changed', 'main']],
    ['HEAD', ['--base', 'main']],
    ['config', ['--base', 'main']],
    ['refs/heads/main', ['--base', 'main']],
  ])('whose %s is a link shows no line of the file that it leads to', async (name, options) => {
    await inRepository({ '台帳/a.yaml': assets('図面') }, async (place) => {
      await place.write({ netrc: `${secret}\n`, [`.git/${name}`]: '' });
      await place.write({ [`.git/${name}`]: null });
      await symlink(path.join(place.folder, 'netrc'), path.join(place.folder, '.git', name));
      const { code, stdout, stderr } = await place.check(['台帳', ...options, '--debug', ...managers]);
      expect(stdout + stderr).not.toMatch(/hunter2|machine/);
      // With --changed the finding that was there before is only counted.
      if (code !== 2) expect(stdout).toMatch(/図面|関わらない指摘 1件/);
    });
  });

  it('that makes git wait for ever is given up', async () => {
    await inRepository({ '台帳/a.yaml': assets('図面') }, async (place) => {
      execFileSync('mkfifo', [path.join(place.folder, '.git/pipe')]);
      place.git('config', 'include.path', 'pipe');
      expect(
        await problem(
          GitRepository.around(place.folder, environment, { ...defaultLimits, gitSeconds: 0.001 }),
        ),
      ).toEqual({ code: 'too-slow', seconds: 0.001 });
    });
  });

  it('that makes git wait for longer than the command line allows is given up, and it is said how to allow more', async () => {
    await inRepository({ '台帳/a.yaml': assets('図面') }, async (place) => {
      execFileSync('mkfifo', [path.join(place.folder, '.git/pipe')]);
      place.git('config', 'include.path', 'pipe');
      for (const option of ['--base', '--trust']) {
        const argv = ['台帳', option, 'main', '--limit', 'gitSeconds=1', ...managers];
        const { code, stdout, stderr } = await place.check(argv);
        expect([code, stdout]).toEqual([2, '']);
        expect(stderr).toMatch(/git が 1 秒たっても終わらないため.*--limit gitSeconds=数 で上げられます/);
      }
    });
  });

  it('whose list of files is longer than the command line allows is given up, and it is said how to allow more', async () => {
    await inRepository({ '台帳/a.yaml': assets('図面'), '台帳/b.yaml': 'systems: []\n' }, async (place) => {
      const listing = place.git('ls-tree', '-r', '-z', '--long', '--full-tree', 'main');
      const bytes = Buffer.byteLength(listing);
      for (const option of ['--base', '--trust']) {
        const argv = ['台帳', option, 'main', ...managers];
        const within = await place.check([...argv, '--limit', `gitBytes=${bytes}`]);
        expect([within.code, within.stderr]).toEqual([1, '']);
        const { code, stdout, stderr } = await place.check([...argv, '--limit', `gitBytes=${bytes - 1}`]);
        expect([code, stdout]).toEqual([2, '']);
        expect(stderr).toMatch(/git の応答が上限の 1 MB.*--limit gitBytes=数 で上げられます/);
      }
      const beyondTimers = await place.check([
        '台帳',
        '--base',
        'main',
        ...managers,
        '--limit',
        'gitSeconds=999999999999',
      ]);
      expect(beyondTimers.code).toBe(1);
    });
  });

  it('whose commit has more files than could be listed is given up', async () => {
    await inRepository({ '台帳/a.yaml': assets('図面') }, async (place) => {
      // Ten times itself in itself: a few kilobytes, and a hundred million files.
      let tree = place.git('rev-parse', 'HEAD^{tree}');
      for (let depth = 0; depth < 8; depth++)
        tree = place.gitWith(
          Array.from({ length: 10 }, (_, index) => `040000 tree ${tree}\t${index}\n`).join(''),
          'mktree',
        );
      place.git('tag', 'bomb', place.git('commit-tree', tree, '-m', 'x'));
      // As it comes from elsewhere; git would look for each file on the disk otherwise, one by one.
      place.git('repack', '-a', '-d', '--quiet');
      const { code, stdout, stderr } = await place.check(['台帳', '--base', 'bomb', ...managers]);
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toContain('上限の 64 MB');
    });
  });
});
