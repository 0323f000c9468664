import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { reasonOf } from '../../base/system-error.ts';
import { decode } from '../../yaml/decode.ts';
import { SourceText } from '../../yaml/source-text.ts';
import { type Contents, contentsOfFile, contentsOfFolder, type ParsedFile } from './contents.ts';
import { given } from './json.ts';
import { type ListFile, type ListName, listFileNamed, listNames, listPaths } from './list-names.ts';
import type { NetboxLists } from './lists.ts';
import { ImportError, type ImportProblem, type NetboxWarning } from './problem.ts';
import { entriesOf } from './read-entries.ts';

// Sites and VRFs are nested wherever they matter: no record is lost without them.
const nested: ReadonlySet<ListName> = new Set(['vrfs', 'sites']);

// Many a NetBox has no interfaces of virtual machines, and no addresses that several machines share.
const dispensable: ReadonlySet<ListName> = new Set([...nested, 'virtualInterfaces', 'groupAssignments']);

/** Far above any real list, and below what a JavaScript string can hold. */
const sizeLimit = 256 * 1024 * 1024;

/** What was read of a NetBox. */
export interface ReadNetbox {
  readonly lists: NetboxLists;
  /** the lists that were there, by their paths, but for those of which nothing is imported */
  readonly found: readonly string[];
  readonly warnings: readonly NetboxWarning[];
}

/**
 * Reads what a NetBox's REST lists answered: a folder with a file for each list, or for each page of one, as answered
 * (`{count, results}`) or as a plain list of entries; or a single file with all of them. Entries that cannot be used are left out
 * and counted in a warning.
 *
 * @throws ImportError where a file holds no such list, or not all of it, or where there are neither devices nor virtual machines
 */
export async function readNetbox(source: string): Promise<ReadNetbox> {
  const isFolder = await isFolderAt(source);
  const { lists: found, problems } = isFolder ? await readFolder(source) : await readSingleFile(source);
  if (problems.length > 0) throw new ImportError(problems);
  const nameOf = (list: ListName) => `${listPaths[list]}${isFolder ? '.json' : ''}`;
  if (!found.has('devices') && !found.has('virtualMachines')) {
    const expected = [nameOf('devices'), nameOf('virtualMachines')];
    throw new ImportError([{ code: 'no-systems', file: source, isFolder, expected }]);
  }
  const warnings: NetboxWarning[] = listNames
    .filter((list) => !found.has(list) && !dispensable.has(list))
    .map((list) => ({ code: 'missing-list', file: nameOf(list) }));
  const lists = entriesOf(found, warnings);
  return {
    lists,
    found: listNames.filter((list) => found.has(list) && !nested.has(list)).map((list) => listPaths[list]),
    warnings,
  };
}

async function isFolderAt(source: string): Promise<boolean> {
  try {
    return (await stat(source)).isDirectory();
  } catch (error) {
    throw new ImportError([{ code: 'unreadable', file: source, reason: reasonOf(error) }]);
  }
}

async function readFolder(folder: string): Promise<Contents> {
  const problems: ImportProblem[] = [];
  const files: (ParsedFile & ListFile)[] = [];
  for (const { name, ...file } of await filesOfLists(folder)) {
    const content = await readJson(path.join(folder, name), name, problems);
    if (content !== undefined) files.push({ ...file, file: name, content: content.value });
  }
  const contents = contentsOfFolder(files);
  return { ...contents, problems: [...problems, ...contents.problems] };
}

/** The files of lists in the order of the lists and their pages. */
async function filesOfLists(folder: string): Promise<(ListFile & { readonly name: string })[]> {
  let names: string[];
  try {
    names = await readdir(folder);
  } catch (error) {
    throw new ImportError([{ code: 'unreadable', file: folder, reason: reasonOf(error) }]);
  }
  const files = names.sort().flatMap((name) => {
    const file = listFileNamed(name);
    return file === undefined ? [] : [{ ...file, name }];
  });
  return files.sort((a, b) => listNames.indexOf(a.list) - listNames.indexOf(b.list) || a.page - b.page);
}

async function readSingleFile(source: string): Promise<Contents> {
  const problems: ImportProblem[] = [];
  const content = await readJson(source, source, problems);
  if (content === undefined) return { lists: new Map(), problems };
  return contentsOfFile({ file: source, content: content.value }, path.basename(source));
}

/** @returns what a file holds; `undefined` where a problem was added */
async function readJson(
  location: string,
  file: string,
  problems: ImportProblem[],
): Promise<{ readonly value: unknown } | undefined> {
  const source = await readText(location, file, problems);
  if (source === undefined) return undefined;
  try {
    return { value: JSON.parse(source) };
  } catch (error) {
    problems.push(notJson(file, source, (error as Error).message));
    return undefined;
  }
}

async function readText(
  location: string,
  file: string,
  problems: ImportProblem[],
): Promise<string | undefined> {
  try {
    const stats = await stat(location);
    // Reading a pipe or device that somebody put there might never end.
    if (!stats.isFile())
      throw Object.assign(new Error(), { code: stats.isDirectory() ? 'EISDIR' : 'EINVAL' });
    if (stats.size > sizeLimit) {
      problems.push({ code: 'too-large', file, bytes: stats.size, limit: sizeLimit });
      return undefined;
    }
    const { text, problem } = decode(await readFile(location));
    if (problem?.code !== 'encoding') return text;
    problems.push({ code: 'encoding', file, ...given('likely', problem.likely) });
  } catch (error) {
    problems.push({ code: 'unreadable', file, reason: reasonOf(error) });
  }
  return undefined;
}

/**
 * Only the position is taken from the parser's message, if it has one: the rest quotes the file and differs between
 * versions.
 */
function notJson(file: string, text: string, message: string): ImportProblem {
  const place =
    /at position (\d+)/.exec(message)?.[1] ??
    (message.startsWith('Unexpected end') ? text.length : undefined);
  const offset = place === undefined ? undefined : Number(place);
  const truncated =
    offset !== undefined && offset >= text.trimEnd().length ? ('truncated' as const) : undefined;
  const likely = text.trimStart().startsWith('<') ? ('html' as const) : truncated;
  const position = offset === undefined ? undefined : new SourceText(text).position(offset);
  return { code: 'not-json', file, ...given('position', position), ...given('likely', likely) };
}
