import { stat } from 'node:fs/promises';
import path from 'node:path';
import fastGlob from 'fast-glob';

/** Which files of a folder are inventory; patterns are relative to the folder they are stated for. */
export interface FileSelection {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

/** The files of an inventory, or what stands in the way of finding them. */
export interface FoundFiles {
  /** absolute, each once, in code-unit order so that every machine sees the same */
  readonly files: readonly string[];
  /** paths and patterns, as given, to which nothing belongs */
  readonly missing: readonly string[];
}

const defaultInclude = ['**/*.{yaml,yml}'];

// Files that lie beside an inventory and are none: configuration, name-marked policies and mappings.
const neverInventory = [
  '**/node_modules/**',
  '**/sekisho.config.{yaml,yml}',
  '**/{policy,*.policy}.{yaml,yml}',
  '**/{mapping,*.mapping}.{yaml,yml}',
];

/**
 * Finds the files under the given paths: a file is taken as it is, a folder is searched for YAML files, and
 * anything else is read as a glob pattern. Hidden files and folders count only when named.
 *
 * @param directory what relative paths are relative to
 */
export async function findFiles(
  paths: readonly string[],
  directory: string,
  selection?: FileSelection,
): Promise<FoundFiles> {
  const files = new Set<string>();
  const missing: string[] = [];
  for (const given of paths) {
    const found = await filesOf(given, directory, selection);
    if (found.length === 0) missing.push(given);
    for (const file of found) files.add(file);
  }
  return { files: [...files].sort(), missing };
}

async function filesOf(
  given: string,
  directory: string,
  selection: FileSelection | undefined,
): Promise<string[]> {
  const absolute = path.resolve(directory, given);
  const stats = await stat(absolute).catch(() => undefined);
  if (stats?.isFile()) return [absolute];
  const ignore = [...neverInventory, ...(selection?.exclude ?? [])];
  const options = {
    absolute: true,
    onlyFiles: true,
    ignore,
    followSymbolicLinks: false,
    suppressErrors: true,
  };
  if (stats?.isDirectory()) {
    const include =
      selection !== undefined && selection.include.length > 0 ? [...selection.include] : defaultInclude;
    return (await fastGlob(include, { ...options, cwd: absolute })).map(path.normalize);
  }
  if (!fastGlob.isDynamicPattern(given)) return [];
  // `**` of a pattern that leaves things out does not reach above the folder searched.
  let pattern = path.posix.normalize(given.split(path.sep).join('/'));
  let cwd = directory;
  for (; pattern.startsWith('../'); pattern = pattern.slice('../'.length)) cwd = path.dirname(cwd);
  return (await fastGlob(pattern, { ...options, cwd })).map(path.normalize);
}
