import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ownCacheFolder, useCompileCache } from '../../src/start/compile-cache.ts';
import { inFolder } from '../support/load.ts';

/** A folder with one to work in, and the caches of a user beside it. */
const inPlace = (run: (folder: string, work: string, caches: string) => void) =>
  inFolder({ 'work/a.yaml': '', 'user/caches/.keep': '' }, (folder) => {
    const caches = path.join(folder, 'user/caches');
    chmodSync(caches, 0o700);
    run(folder, path.join(folder, 'work'), caches);
    return Promise.resolve();
  });

// Where the caches are elsewhere, no variable says so.
describe.skipIf(process.platform === 'win32' || process.platform === 'darwin')(
  'what Node.js compiles',
  () => {
    it("is kept in the user's own cache folder", async () => {
      await inPlace((_, work, caches) => {
        const kept: string[] = [];
        useCompileCache({ XDG_CACHE_HOME: caches }, work, (folder) => kept.push(folder));
        expect(kept).toEqual([path.join(caches, 'sekisho/code')]);
      });
    });

    it.each([[{ CI: 'true' }], [{ CI: '1' }]])('is not kept with %j', async (environment) => {
      await inPlace((_, work, caches) => {
        const kept: string[] = [];
        useCompileCache({ XDG_CACHE_HOME: caches, ...environment }, work, (folder) => kept.push(folder));
        expect(kept).toEqual([]);
        expect(existsSync(path.join(caches, 'sekisho'))).toBe(false);
      });
    });

    it('does not stop a run where it cannot be kept', async () => {
      await inPlace((_, work) => {
        const refuse = () => {
          throw new Error('no');
        };
        useCompileCache({ XDG_CACHE_HOME: path.join(work, 'a.yaml') }, work, refuse);
        useCompileCache({ XDG_CACHE_HOME: work }, path.dirname(work), refuse);
      });
    });
  },
);

describe.skipIf(process.platform === 'win32' || process.platform === 'darwin')(
  'a cache folder is refused',
  () => {
    const rows: readonly (readonly [string, (folder: string, work: string, caches: string) => string])[] = [
      ['that is not absolute', () => 'user/caches'],
      ['in the working directory', (_, work) => work],
      [
        'that a link leads from elsewhere into the working directory',
        (folder, work) => {
          symlinkSync(work, path.join(folder, 'link'));
          return path.join(folder, 'link');
        },
      ],
      [
        'in a git work tree',
        (folder, _, caches) => {
          mkdirSync(path.join(folder, 'user/.git'));
          return caches;
        },
      ],
      [
        'that others may write',
        (_, __, caches) => {
          chmodSync(caches, 0o777);
          return caches;
        },
      ],
      [
        'of which others may write what is in it',
        (_, __, caches) => {
          mkdirSync(path.join(caches, 'sekisho'));
          chmodSync(path.join(caches, 'sekisho'), 0o775);
          return caches;
        },
      ],
      [
        'whose part a link leads elsewhere from, where others may write',
        (folder, _, caches) => {
          const shared = path.join(folder, 'shared');
          mkdirSync(path.join(shared, 'sekisho'), { recursive: true });
          chmodSync(shared, 0o777);
          symlinkSync(path.join(shared, 'sekisho'), path.join(caches, 'sekisho'));
          return caches;
        },
      ],
    ];

    it.each(rows)('%s', async (_, prepare) => {
      await inPlace((folder, work, caches) => {
        expect(ownCacheFolder({ XDG_CACHE_HOME: prepare(folder, work, caches) }, work)).toBeUndefined();
        expect(existsSync(path.join(work, 'sekisho'))).toBe(false);
      });
    });

    it.runIf(process.getuid?.() === 0)('that is another user’s', async () => {
      await inPlace((_, work, caches) => {
        chownSync(caches, 65534, 65534);
        expect(ownCacheFolder({ XDG_CACHE_HOME: caches }, work)).toBeUndefined();
        // Whose it is could not write what root leaves there.
        expect(ownCacheFolder({ XDG_CACHE_HOME: path.join(caches, 'new') }, work)).toBeUndefined();
        expect(readdirSync(caches)).toEqual(['.keep']);
        // Who may rename it may put another in its place.
        mkdirSync(path.join(caches, 'own/sekisho'), { recursive: true, mode: 0o700 });
        expect(ownCacheFolder({ XDG_CACHE_HOME: path.join(caches, 'own') }, work)).toBeUndefined();
      });
    });

    it('else it is taken', async () => {
      await inPlace((_, work, caches) => {
        expect(ownCacheFolder({ XDG_CACHE_HOME: caches }, work)).toBe(path.join(caches, 'sekisho/code'));
      });
    });
  },
);
