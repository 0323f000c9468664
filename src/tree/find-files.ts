import { type Dirent, lstat, readdir } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import fastGlob from 'fast-glob';
import { slashed } from '../base/paths.ts';
import { reasonOf } from '../base/system-error.ts';
import type { Unreadable } from './unreadable.ts';

/** Which files of a folder are inventory; patterns are relative to the folder they are stated for. */
export interface FileSelection {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

/** The files of an inventory, or what stands in the way of finding them. */
export interface FoundFiles {
  /** absolute, each once, in code-unit order so that every machine sees the same */
  readonly files: readonly string[];
  /** in the same order */
  readonly unreadable: readonly UnreadablePlace[];
  /** paths and patterns, as given, to which nothing belongs */
  readonly missing: readonly string[];
}

/** A place that may hold more of the inventory and cannot be looked into. */
export interface UnreadablePlace extends Unreadable {
  /** absolute */
  readonly path: string;
}

// The ending counts in any case: on some systems A.YAML and a.yaml are one file, and a scan writes either.
const defaultInclude = ['**/*.{[yY][aA][mM][lL],[yY][mM][lL]}'];
const neverSearched = ['**/node_modules/**'];

/** Files that lie beside an inventory and are none: configuration, name-marked policies and mappings. */
const neverInventory = /^(?:sekisho\.config|(?:.+\.)?(?:policy|mapping))\.ya?ml$/i;

/**
 * Finds the files under the given paths: a file is taken as it is, a folder is searched for YAML files, and
 * anything else is read as a glob pattern. Hidden files and folders count only when named. Links within a folder are
 * not followed, since they may lead out of it; one that leads nowhere is told of.
 *
 * @param directory what relative paths are relative to
 */
export async function findFiles(
  paths: readonly string[],
  directory: string,
  selection?: FileSelection,
): Promise<FoundFiles> {
  const files = new Set<string>();
  const unreadable = new Map<string, UnreadablePlace>();
  const missing: string[] = [];
  for (const given of paths) {
    const found = await filesOf(given, directory, selection);
    if (found.files.length + found.unreadable.length === 0) missing.push(given);
    for (const file of found.files) files.add(file);
    for (const place of found.unreadable) unreadable.set(place.path, place);
  }
  const places = [...unreadable.values()].sort((a, b) => (slashed(a.path) < slashed(b.path) ? -1 : 1));
  // With `/` on every system: it comes before letters and digits, and the `\` of Windows after some of them.
  return { files: [...files].map(slashed).sort().map(path.normalize), unreadable: places, missing };
}

type Found = Pick<FoundFiles, 'files' | 'unreadable'>;

async function filesOf(
  given: string,
  directory: string,
  selection: FileSelection | undefined,
): Promise<Found> {
  const absolute = path.resolve(directory, given);
  const stats = await stat(absolute).catch(() => undefined);
  if (stats?.isFile()) return { files: [absolute], unreadable: [] };
  const exclude = selection?.exclude ?? [];
  if (stats?.isDirectory()) {
    const include = selection?.include ?? [];
    return search(include.length > 0 ? include : defaultInclude, absolute, exclude);
  }
  if (!fastGlob.isDynamicPattern(given)) return { files: [], unreadable: [] };
  // `**` of a pattern that leaves things out does not reach above the folder searched.
  let pattern = path.posix.normalize(slashed(given));
  let cwd = directory;
  for (; pattern.startsWith('../'); pattern = pattern.slice('../'.length)) cwd = path.dirname(cwd);
  return search([pattern], cwd, exclude);
}

async function search(include: readonly string[], cwd: string, exclude: readonly string[]): Promise<Found> {
  const files: string[] = [];
  const unreadable: UnreadablePlace[] = [];
  const entries = await fastGlob([...include], {
    cwd,
    absolute: true,
    objectMode: true,
    onlyFiles: false,
    followSymbolicLinks: false,
    ignore: [...neverSearched, ...exclude],
    suppressErrors: true,
    fs: noticing(unreadable),
  });
  for (const entry of entries) {
    const place = path.normalize(entry.path);
    if (neverInventory.test(path.basename(place))) continue;
    if (entry.dirent.isFile()) files.push(place);
    else if (entry.dirent.isSymbolicLink()) unreadable.push(...(await brokenLink(place)));
  }
  return { files, unreadable };
}

async function brokenLink(link: string): Promise<UnreadablePlace[]> {
  try {
    await stat(link);
    return [];
  } catch (error) {
    return [{ path: link, what: 'link', reason: reasonOf(error) }];
  }
}

/** A file system that puts down what cannot be opened: the search itself passes over it in silence. */
function noticing(unreadable: UnreadablePlace[]): Partial<fastGlob.FileSystemAdapter> {
  const notice = (place: string, what: UnreadablePlace['what'], error: NodeJS.ErrnoException | null) => {
    // What is not there, such as the folder that a pattern begins with, holds nothing.
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
    // Of the ways to call it, the search uses this one alone.
    readdir: noticingReaddir as unknown as fastGlob.FileSystemAdapter['readdir'],
    lstat(file, done) {
      lstat(file, (error, stats) => {
        notice(file, 'file', error);
        done(error, stats);
      });
    },
  };
}
