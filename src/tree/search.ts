import path from 'node:path';
import fastGlob from 'fast-glob';
import type { Search } from './tree.ts';

const neverSearched = ['**/node_modules/**'];

/**
 * Searches a folder of any file system by patterns. Hidden files and folders count only when named, and links are not
 * followed.
 *
 * @returns absolute paths
 */
export async function search(
  { folder, include, exclude }: Search,
  fs: Partial<fastGlob.FileSystemAdapter>,
): Promise<{ readonly files: string[]; readonly links: string[] }> {
  const entries = await fastGlob([...include], {
    cwd: folder,
    absolute: true,
    objectMode: true,
    onlyFiles: false,
    followSymbolicLinks: false,
    ignore: [...neverSearched, ...exclude],
    suppressErrors: true,
    fs,
  });
  const paths = (chosen: typeof entries) => chosen.map((entry) => path.normalize(entry.path));
  return {
    files: paths(entries.filter(({ dirent }) => dirent.isFile())),
    links: paths(entries.filter(({ dirent }) => dirent.isSymbolicLink())),
  };
}
