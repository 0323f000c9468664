import type { Dirent } from 'node:fs';
import { lstat, readdir, readlink, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { digest, read } from './read-file.ts';
import type { FolderEntry, Tree } from './tree.ts';

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

  hasLink: async (path, target) => (await readlink(path).catch(() => undefined)) === target,

  realPath: (path) => realpath(path).catch(() => undefined),

  locate: async (path) => path,

  read,

  digest,

  async entries(folder) {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.map((entry) => ({ name: entry.name, kind: kindOf(entry) }));
  },
};

function kindOf(entry: Dirent): FolderEntry['kind'] {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  return entry.isSymbolicLink() ? 'link' : 'other';
}

/** @returns a path without the links of the work tree, even if what it names is no longer there */
export async function withoutLinks(file: string): Promise<string> {
  const real = await workTree.realPath(file);
  const folder = path.dirname(file);
  if (real !== undefined || folder === file) return real ?? file;
  return path.join(await withoutLinks(folder), path.basename(file));
}
