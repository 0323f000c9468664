import path from 'node:path';
import fastGlob from 'fast-glob';
import { slashed } from '../base/paths.ts';
import type { FoundPaths, Tree, UnreadablePath } from './tree.ts';

/** Which files of a folder are inventory; patterns are relative to the folder they are stated for. */
export interface FileSelection {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

/** The files of an inventory, and what could not be found or opened. */
export interface FoundFiles extends FoundPaths {
  /** absolute, each once, in code-unit order so that every machine sees the same; so are those that cannot be read */
  readonly files: readonly string[];
  /** paths and patterns, as given, that match nothing */
  readonly missing: readonly string[];
}

// The extension is case-insensitive: on some systems A.YAML and a.yaml are one file.
const defaultInclude = ['**/*.{[yY][aA][mM][lL],[yY][mM][lL]}'];

/** Files in the folder of an inventory that do not belong to it: configuration, policies and mappings, by their names. */
const neverInventory = /^(?:sekisho\.config|(?:.+\.)?(?:policy|mapping))\.ya?ml$/i;

/**
 * Finds the files under the given paths: a file is taken as it is, a folder is searched for YAML files, and
 * anything else is read as a glob pattern.
 *
 * @param directory what relative paths are relative to
 */
export async function findFiles(
  tree: Tree,
  paths: readonly string[],
  directory: string,
  selection?: FileSelection,
): Promise<FoundFiles> {
  const files = new Set<string>();
  const unreadable = new Map<string, UnreadablePath>();
  const missing: string[] = [];
  for (const given of paths) {
    const found = await filesOf(tree, given, directory, selection);
    if (found.files.length + found.unreadable.length === 0) missing.push(given);
    for (const file of found.files) files.add(file);
    for (const place of found.unreadable) unreadable.set(place.path, place);
  }
  const places = [...unreadable.values()].sort((a, b) => (slashed(a.path) < slashed(b.path) ? -1 : 1));
  return { files: [...files].map(slashed).sort().map(path.normalize), unreadable: places, missing };
}

async function filesOf(
  tree: Tree,
  given: string,
  directory: string,
  selection: FileSelection | undefined,
): Promise<FoundPaths> {
  const named = await tree.locate(path.resolve(directory, given));
  const kind = await tree.kind(named);
  if (kind === 'file') return { files: [named], unreadable: [] };
  const exclude = selection?.exclude ?? [];
  if (kind === 'folder') {
    const include = selection?.include ?? [];
    return inventoryFiles(tree, named, include.length > 0 ? include : defaultInclude, exclude);
  }
  if (!fastGlob.isDynamicPattern(given)) return { files: [], unreadable: [] };
  // `**` of an excluding pattern does not match folders above the one searched.
  let pattern = path.posix.normalize(slashed(given));
  let folder = directory;
  for (; pattern.startsWith('../'); pattern = pattern.slice('../'.length)) folder = path.dirname(folder);
  return inventoryFiles(tree, folder, [pattern], exclude);
}

async function inventoryFiles(
  tree: Tree,
  folder: string,
  include: readonly string[],
  exclude: readonly string[],
): Promise<FoundPaths> {
  const isInventory = (file: string) => !neverInventory.test(path.basename(file));
  const { files, unreadable } = await tree.list({ folder, include, exclude });
  return {
    files: files.filter(isInventory),
    unreadable: unreadable.filter(({ what, path: file }) => what !== 'link' || isInventory(file)),
  };
}
