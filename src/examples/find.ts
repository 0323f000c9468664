import path from 'node:path';
import { LimitError, limitOf } from '../base/limits.ts';
import { shownPath, slashed } from '../base/paths.ts';
import { reasonOf } from '../base/system-error.ts';
import { search } from '../tree/search.ts';
import type { Tree } from '../tree/tree.ts';
import { UnreadableError } from '../tree/work-tree.ts';

/** A file that has examples: its absolute path, and as messages show it. */
export interface TestedFile {
  readonly kind: 'policy' | 'rules';
  readonly path: string;
  readonly shown: string;
}

/** Paths were given at which there is neither a policy nor a file of rules. */
export class NothingToTestError extends Error {
  readonly paths: readonly string[];

  constructor(paths: readonly string[]) {
    super(paths.join(', '));
    this.paths = paths;
  }
}

/**
 * Finds the policies and the files of rules at some paths: a file is taken for what it reads like, a folder is searched.
 *
 * @param directory what relative paths are relative to
 * @returns each once, in the order of the paths
 * @throws NothingToTestError if there is nothing at one of the paths
 * @throws UnreadableError if a file or a folder cannot be opened
 */
export async function findTested(
  tree: Tree,
  paths: readonly string[],
  directory: string,
): Promise<TestedFile[]> {
  const found = new Map<string, TestedFile>();
  const missing: string[] = [];
  for (const given of paths) {
    const named = path.resolve(directory, given);
    const kind = await tree.kind(named);
    const files = kind === 'folder' ? await filesBelow(tree, named) : kind === 'file' ? [named] : [];
    let some = false;
    for (const file of files) {
      // Whoever names a file wants it tested; what is wrong with it is told when it is read.
      const is = (await kindOf(tree, file)) ?? (kind === 'file' ? 'policy' : undefined);
      if (is === undefined) continue;
      some = true;
      const real = (await tree.realPath(file)) ?? file;
      const shown = kind === 'file' ? slashed(given) : shownPath(file, directory);
      if (!found.has(real)) found.set(real, { kind: is, path: real, shown });
    }
    if (!some) missing.push(given);
  }
  if (missing.length > 0) throw new NothingToTestError(missing);
  return [...found.values()];
}

/** @returns the policies in the folder of a file of rules, by their names: one of them may name it */
export async function policiesBeside(
  tree: Tree,
  rules: TestedFile,
  directory: string,
): Promise<TestedFile[]> {
  const files = await filesBelow(tree, path.dirname(rules.path), '');
  return files
    .filter((file) => names.some(([name, kind]) => kind === 'policy' && name.test(path.basename(file))))
    .map((file) => ({ kind: 'policy', path: file, shown: shownPath(file, directory) }));
}

/** The YAML files in a folder or below it, in an order that is the same everywhere. */
async function filesBelow(tree: Tree, folder: string, below = '**/'): Promise<string[]> {
  const { files, unreadable } = await search(
    { folder, include: [`${below}*.{[yY][aA][mM][lL],[yY][mM][lL]}`], exclude: [] },
    tree,
  );
  for (const one of unreadable) throw new UnreadableError(one.path, String(one.reason));
  return [...files].map(slashed).sort().map(path.normalize);
}

/** A name that says by itself what a file is. */
const names: readonly (readonly [RegExp, TestedFile['kind'] | undefined])[] = [
  [/^(?:.+\.)?policy\.ya?ml$/i, 'policy'],
  [/^.+\.rules\.ya?ml$/i, 'rules'],
  [/^(?:sekisho\.config|expected|(?:.+\.)?mapping)\.ya?ml$/i, undefined],
];

/** What nothing but a policy has at the beginning of a line, and nothing but a file of rules: a list of them. */
const contents: readonly (readonly [RegExp, TestedFile['kind']])[] = [
  [/^(?:clauses|extends|ownRules)[ \t]*:/m, 'policy'],
  [/^rules[ \t]*:[ \t]*(?:#.*)?(?:\r?\n[ \t]*(?:#.*)?)*\r?\n[ \t]*- /m, 'rules'],
];

async function kindOf(tree: Tree, file: string): Promise<TestedFile['kind'] | undefined> {
  const named = names.find(([name]) => name.test(path.basename(file)));
  if (named !== undefined) return named[1];
  try {
    const text = Buffer.from(await tree.read(file, limitOf('settingBytes'))).toString('utf8');
    return contents.find(([content]) => content.test(text))?.[1];
  } catch (error) {
    // No policy may be as large.
    if (error instanceof LimitError) return undefined;
    throw new UnreadableError(file, String(reasonOf(error)));
  }
}
