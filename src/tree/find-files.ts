import path from 'node:path';
import { defaultLimits, type Limits, limitOf, refuseMore } from '../base/limits.ts';
import { slashed } from '../base/paths.ts';
import { reasonOf } from '../base/system-error.ts';
import { liesIn, OutsideError } from './area.ts';
import { everyYamlFile, isPattern } from './patterns.ts';
import { search } from './search.ts';
import type { Found, PassedOver, Tree, UnreadablePath } from './tree.ts';

/** Which files of a folder are inventory; patterns are relative to the folder they are stated for. */
export interface FileSelection {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly limits: Limits;
  /** see {@link Search.mentionOthers} */
  readonly mentionOthers?: boolean;
}

const everything: FileSelection = { include: [], exclude: [], limits: defaultLimits };

/** The files of an inventory, and what could not be found or opened. */
export interface FoundFiles extends Omit<Found, 'links'> {
  /** absolute, each once, in code-unit order so that every machine sees the same; so are those that cannot be read */
  readonly files: readonly string[];
  /** those of the files that nobody names: they lie in a folder that is searched for all there is */
  readonly searched: ReadonlySet<string>;
  /** paths and patterns, as given, that match nothing */
  readonly missing: readonly string[];
}

/**
 * Files in the folder of an inventory that do not belong to it: configuration, policies, own rules, mappings, and what an
 * example is expected to give, by their names.
 */
const reserved = /^(?:sekisho\.config|expected|(?:.+\.)?(?:policy|mapping)|.+\.rules)\.ya?ml$/i;

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
  selection: FileSelection = everything,
): Promise<FoundFiles> {
  const files = new Set<string>();
  const unreadable = new Map<string, UnreadablePath>();
  const passedOver = new Map<string, PassedOver>();
  const missing: string[] = [];
  const searched = new Set<string>();
  const named = new Set<string>();
  for (const given of paths) {
    const found = await filesOf(tree, given, directory, selection);
    if (found.files.length + found.unreadable.length === 0) missing.push(given);
    for (const file of found.files) {
      files.add(file);
      (found.isSearch ? searched : named).add(file);
    }
    for (const place of found.unreadable) unreadable.set(place.path, place);
    for (const one of found.passedOver) passedOver.set(one.path, one);
  }
  const places = [...unreadable.values()].sort((a, b) => (slashed(a.path) < slashed(b.path) ? -1 : 1));
  return {
    files: [...files].map(slashed).sort().map(path.normalize),
    unreadable: places,
    // What one path passes over, another may name.
    passedOver: [...passedOver.values()].filter((one) => !files.has(one.path)),
    missing,
    searched: new Set([...searched].filter((file) => !named.has(file))),
  };
}

async function filesOf(
  tree: Tree,
  given: string,
  directory: string,
  selection: FileSelection,
): Promise<Searched> {
  const { include, exclude, limits } = selection;
  refuseMore(expansions([given, ...include, ...exclude]), limitOf('patterns', limits));
  const isGlob = await isPattern(given);
  let named = path.resolve(directory, given);
  let kind: Awaited<ReturnType<Tree['kind']>>;
  try {
    named = await tree.locate(named);
    kind = await tree.kind(named);
  } catch (error) {
    // A pattern may well be longer than any name; the folders that it leads to are looked at one by one.
    const reason = reasonOf(error);
    if (!isGlob) return { ...nothing, unreadable: [{ path: named, what: 'file', reason }] };
  }
  if (kind === 'file') return { ...nothing, files: [named] };
  if (kind === 'folder') {
    const outside = include.find(leavesFolder);
    if (outside !== undefined) throw new OutsideError('include', outside);
    if (include.length === 0)
      return {
        ...(await inventoryFiles(tree, named, { ...selection, include: [everyYamlFile] })),
        isSearch: true,
      };
    const found = await inventoryFiles(tree, named, selection);
    await refuseOutside(found.files, named, tree);
    return found;
  }
  // What is there and no file, such as a pipe, is told of when it is read.
  if ((await tree.exists(named)) && (await tree.linkTarget(named)) === undefined)
    return { ...nothing, files: [named] };
  if (!isGlob) return nothing;
  // `**` of an excluding pattern does not match folders above the one searched.
  let pattern = path.posix.normalize(slashed(given));
  let folder = directory;
  if (path.isAbsolute(pattern)) {
    folder = path.parse(pattern).root;
    pattern = pattern.slice(slashed(folder).length);
  }
  for (; pattern.startsWith('../'); pattern = pattern.slice('../'.length)) folder = path.dirname(folder);
  return inventoryFiles(tree, folder, { ...selection, include: [pattern] });
}

/** What one of the paths leads to. */
interface Searched extends Omit<Found, 'links'> {
  /** whether all that may be inventory was searched for, since no pattern names what is */
  readonly isSearch?: true;
}

const nothing: Searched = { files: [], unreadable: [], passedOver: [] };

function leavesFolder(pattern: string): boolean {
  return path.isAbsolute(pattern) || /(?:^|[\\/{,(|!])\.\.(?:$|[\\/},)|])/.test(pattern);
}

/** How many patterns remain once the braces are expanded, at most: each of them is searched for by itself. */
function expansions(patterns: readonly string[]): number {
  const count = (pattern: string) =>
    [...pattern.matchAll(/\{|,|(-?\d+)\.\.(-?\d+)|[a-z]\.\.[a-z]/gi)].reduce(
      ({ product, choices }, [sign, first, last]) =>
        sign === '{'
          ? { product: product * choices, choices: 1 }
          : {
              product,
              choices: choices + (first === undefined ? 1 : Math.abs(Number(last) - Number(first))),
            },
      { product: 1, choices: 1 },
    );
  return patterns.map(count).reduce((sum, { product, choices }) => sum + product * choices, 0);
}

/** @throws OutsideError if patterns lead out of the folder that they are for, perhaps through a link */
async function refuseOutside(files: readonly string[], folder: string, tree: Tree): Promise<void> {
  for (const home of new Set(files.map((file) => path.dirname(file))))
    if (!(await liesIn(folder, home, tree))) throw new OutsideError('include', slashed(home));
}

async function inventoryFiles(tree: Tree, folder: string, selection: FileSelection): Promise<Searched> {
  const found = await search({ folder, ...selection }, tree);
  const isReserved = (file: string) => reserved.test(path.basename(file));
  const broken = await Promise.all(
    found.links.filter((link) => !isReserved(link)).map((link) => brokenLink(link, tree)),
  );
  const passedOver = selection.mentionOthers ? found.files.filter(isReserved) : [];
  return {
    files: found.files.filter((file) => !isReserved(file)),
    unreadable: [...found.unreadable, ...broken.flat()],
    passedOver: [...found.passedOver, ...passedOver.map((file) => ({ path: file, reason: 'name' as const }))],
  };
}

/** Links within a folder are not followed, since they may lead out of it; but one that leads nowhere is no whole inventory. */
async function brokenLink(link: string, tree: Tree): Promise<UnreadablePath[]> {
  try {
    if ((await tree.kind(link)) !== undefined) return [];
    await tree.read(link, { name: 'fileBytes', most: 0 });
    return [];
  } catch (error) {
    return [{ path: link, what: 'link', reason: reasonOf(error) }];
  }
}
