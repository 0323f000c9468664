import { type Dirent, lstat as lstatNow, readdir } from 'node:fs';
import { lstat, readlink, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import type fastGlob from 'fast-glob';
import { reasonOf } from '../base/system-error.ts';
import { digest, read } from './read-file.ts';
import { search } from './search.ts';
import type { FoundPaths, Search, Tree, Unreadable, UnreadablePath } from './tree.ts';

/** Files as they lie on the disk. */
export const workTree: Tree = {
  async kind(path) {
    const stats = await stat(path).catch(() => undefined);
    return stats?.isFile() ? 'file' : stats?.isDirectory() ? 'folder' : undefined;
  },

  exists: (path) =>
    lstat(path).then(
      () => true,
      () => false,
    ),

  linkTarget: (path) => readlink(path).catch(() => undefined),

  realPath: (path) => realpath(path).catch(() => undefined),

  locate: async (path) => path,

  read,

  digest,

  /** Links are not followed, since they may lead out of the folder; dangling ones are reported as unreadable. */
  async list(wanted: Search): Promise<FoundPaths> {
    const unreadable: UnreadablePath[] = [];
    const { files, links } = await search(wanted, noticing(unreadable));
    for (const link of links) unreadable.push(...(await brokenLink(link)));
    return { files, unreadable };
  },
};

/** @returns a path without the links of the work tree, even if what it names is no longer there */
export async function withoutLinks(file: string): Promise<string> {
  const real = await workTree.realPath(file);
  const folder = path.dirname(file);
  if (real !== undefined || folder === file) return real ?? file;
  return path.join(await withoutLinks(folder), path.basename(file));
}

async function brokenLink(link: string): Promise<UnreadablePath[]> {
  try {
    await stat(link);
    return [];
  } catch (error) {
    return [{ path: link, what: 'link', reason: reasonOf(error) }];
  }
}

/** A file system that records what cannot be opened, which the search itself ignores silently. */
function noticing(unreadable: UnreadablePath[]): Partial<fastGlob.FileSystemAdapter> {
  const notice = (place: string, what: Unreadable['what'], error: NodeJS.ErrnoException | null) => {
    // A folder that does not exist, such as the static prefix of a pattern, is simply empty.
    if (error === null || error.code === 'ENOENT' || error.code === 'ENOTDIR') return;
    unreadable.push({ path: path.normalize(place), what, reason: reasonOf(error) });
  };
  const noticingReaddir = (
    folder: string,
    options: { withFileTypes: true },
    done: (error: NodeJS.ErrnoException | null, entries: Dirent[]) => void,
  ) =>
    readdir(folder, options, (error, entries) => {
      notice(folder, 'folder', error);
      done(error, entries);
    });
  return {
    // The search uses only this overload.
    readdir: noticingReaddir as unknown as fastGlob.FileSystemAdapter['readdir'],
    lstat(file, done) {
      lstatNow(file, (error, stats) => {
        notice(file, 'file', error);
        done(error, stats);
      });
    },
  };
}
