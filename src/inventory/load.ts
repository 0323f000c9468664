import path from 'node:path';
import { inventoryShape } from '../../generated/shapes.ts';
import { validateInventory } from '../../generated/validators/inventory.js';
import { defined } from '../base/defined.ts';
import { addToGroup, groupBy } from '../base/groups.ts';
import { defaultLimits, type Limits, limitOf, refuseMore } from '../base/limits.ts';
import { isWithin, shownPath } from '../base/paths.ts';
import { reasonOf } from '../base/system-error.ts';
import {
  type DeclaredWords,
  declaredByName,
  hasWord,
  isOpenWord,
  type OpenWord,
  withMeant,
} from '../schema/open-words.ts';
import { ours } from '../schema/ours.ts';
import type { SchemaProblem } from '../schema/problem.ts';
import { putAt, takeOut, validate } from '../schema/validate.ts';
import { type FileSelection, findFiles } from '../tree/find-files.ts';
import { search } from '../tree/search.ts';
import type { NotJudged, PassedOver, Tree, Unreadable, UnreadablePath } from '../tree/tree.ts';
import { fullWidthTypoRemedy } from '../yaml/full-width-typos.ts';
import { type ParsedYaml, parseYaml, unreadYaml, writtenText } from '../yaml/parse.ts';
import { SourceText } from '../yaml/source-text.ts';
import type { Location, Path } from '../yaml/tape.ts';
import type { FileProblem } from './problem.ts';
import { isBlank, isOfAnother } from './skipped.ts';

/** One file of an inventory: its documents, valid as far as they go, and what was wrong with it. */
export interface InventoryFile {
  /** its absolute path */
  readonly absolutePath: string;
  /** as reports show it: relative to the working directory where it lies below it, with `/` between folders */
  readonly path: string;
  /** as they were read; absent of a file that could not be */
  readonly bytes?: Uint8Array;
  readonly yaml: ParsedYaml;
  readonly problems: readonly FileProblem[];
}

/**
 * A file as it was read, before anybody knows which words the policies add to the vocabulary: {@link settleWords} makes an
 * inventory file of it.
 */
export interface ReadFile extends Omit<InventoryFile, 'problems'> {
  /** what was wrong with it, and the words that may be right */
  readonly found: readonly FileProblem[];
  /** whether it was made for another program; see {@link isOfAnother} */
  readonly isOfAnother: boolean;
}

/** An inventory in one tree, and which of its files belong to it. */
export interface InventorySource {
  readonly tree: Tree;
  /** files, folders and patterns */
  readonly paths: readonly string[];
  /** how messages name the paths, if otherwise */
  readonly name?: string;
  /** whether it may be missing, as in a commit from before it existed */
  readonly mayBeMissing?: boolean;
  /** excluded files and folders below the paths, absolute */
  readonly without: readonly string[];
  /** folders, besides those of the files, below which evidence may lie, absolute */
  readonly evidenceFolders: readonly string[];
}

/** How an inventory is loaded. */
export interface LoadOptions {
  /** what relative paths, and those that are shown, are relative to */
  readonly directory: string;
  readonly selection?: FileSelection;
  /** called after each file with the number of files read so far and in all */
  readonly read?: (read: number, all: number) => void;
}

/** The files of an inventory. */
export interface LoadedInventory {
  readonly files: readonly ReadFile[];
  /** how many files were found; the others stand for folders and links that cannot be opened */
  readonly found: number;
  /** what lies below the paths and is not part of it, if that was asked for */
  readonly passedOver: readonly PassedOver[];
  /** the files that were found and hold nothing to judge, in their order */
  readonly notJudged: readonly NotJudged[];
}

/** What there is where there is no inventory, as reports show it. */
export interface FilesBeside {
  /** spreadsheets */
  readonly registers?: readonly string[];
  /** YAML files of other programs */
  readonly others?: readonly string[];
}

/** Paths were given at which there is no inventory. */
export class MissingPathsError extends Error {
  readonly paths: readonly string[];
  readonly beside: FilesBeside;

  constructor(paths: readonly string[], beside: FilesBeside = {}) {
    super(paths.join(', '));
    this.paths = paths;
    this.beside = beside;
  }
}

/**
 * Finds the files of an inventory and reads them.
 *
 * @throws MissingPathsError if there is nothing at one of the paths
 */
export async function loadInventory(source: InventorySource, options: LoadOptions): Promise<LoadedInventory> {
  const { tree, paths, name, mayBeMissing, without } = source;
  const { directory, selection, read } = options;
  const { limits = defaultLimits, mentionOthers = false } = selection ?? {};
  const found = await findFiles(tree, paths, directory, selection);
  if (found.missing.length > 0 && !mayBeMissing)
    throw new MissingPathsError(name === undefined ? found.missing : [name], {
      registers: await registersBelow(tree, found.missing, directory),
    });
  const files = found.files.filter((file) => !without.some((one) => isWithin(one, file)));
  refuseMore(files.length, limitOf('files', limits));
  const reading = { directory, limits, read: (count: number) => read?.(count, files.length) };
  const loaded = await readFiles(tree, files, reading);
  const isSkipped = ({ absolutePath, isOfAnother: skippable }: ReadFile) =>
    skippable && found.searched.has(absolutePath);
  const skipped = loaded.filter(isSkipped);
  const standing = found.unreadable.map((one) => unreadableAsFile(one, directory));
  const kept = [...loaded.filter((file) => !isSkipped(file)), ...standing];
  if (kept.length === 0 && skipped.length > 0 && !mayBeMissing)
    throw new MissingPathsError(name === undefined ? paths : [name], {
      others: skipped.map((file) => file.path),
      registers: await registersBelow(tree, paths, directory),
    });
  return {
    files: kept,
    found: files.length - skipped.length,
    passedOver: [...found.passedOver, ...(mentionOthers ? skipped.map(asPassedOver) : [])],
    notJudged: loaded.flatMap((file): NotJudged[] => {
      const reason = isSkipped(file) ? 'no-section' : isBlank(file) ? 'empty' : undefined;
      return reason === undefined ? [] : [{ file: file.path, reason }];
    }),
  };
}

/** Names of files of spreadsheets. */
function isRegister(file: string): boolean {
  return /\.(?:xls[xmb]?|ods|csv|tsv)$/i.test(file);
}

function asRegister(): ParsedYaml {
  return unreadYaml(new SourceText(''), [{ code: 'register', start: 0, end: 0 }]);
}

/** @returns the spreadsheets below folders that hold no inventory, as reports show them */
async function registersBelow(tree: Tree, paths: readonly string[], directory: string): Promise<string[]> {
  const found = await Promise.all(
    paths.map(async (given) => {
      const folder = path.resolve(directory, given);
      const isFolder = (await tree.kind(folder).catch(() => undefined)) === 'folder';
      return isFolder ? (await search({ folder, include: ['**/*'], exclude: [] }, tree)).files : [];
    }),
  );
  return [...new Set(found.flat().filter(isRegister))].map((file) => shownPath(file, directory)).sort();
}

function asPassedOver({ absolutePath }: ReadFile): PassedOver {
  return { path: absolutePath, reason: 'no-section' };
}

/** How many files are read at once: enough to be fast, few enough to stay below limits on open files. */
const batch = 64;

/** How files are read. */
export interface FileReading {
  /** what the shown paths are relative to */
  readonly directory: string;
  readonly limits?: Limits;
  /** called after each file with the number of files read so far */
  readonly read?: (read: number) => void;
}

/**
 * Reads files. Words of open lists are left in them until {@link settleWords} settles which are wrong.
 *
 * @param files absolute
 * @throws LimitError if they are too large together
 */
export async function readFiles(
  tree: Pick<Tree, 'read'>,
  files: readonly string[],
  { directory, limits = defaultLimits, read }: FileReading,
): Promise<ReadFile[]> {
  const loaded: ReadFile[] = [];
  const limit = limitOf('fileBytes', limits);
  let bytes = 0;
  for (let start = 0; start < files.length; start += batch) {
    const chunk = files.slice(start, start + batch);
    const contents = await Promise.allSettled(chunk.map((file) => tree.read(file, limit)));
    for (const [index, content] of contents.entries()) {
      const file = chunk[index] ?? '';
      if (content.status === 'fulfilled') bytes += content.value.length;
      refuseMore(bytes, limitOf('totalBytes', limits));
      const shown = { absolutePath: file, path: shownPath(file, directory) };
      loaded.push({ ...shown, ...(await loadFile(content, path.basename(file), limits)) });
      read?.(loaded.length);
    }
  }
  return loaded;
}

/** @returns an unreadable file that stands for a path below which more of the inventory may be */
function unreadableAsFile(unreadable: UnreadablePath, directory: string): ReadFile {
  const { path } = unreadable;
  return { absolutePath: path, path: shownPath(path, directory), ...unreadableFile(unreadable) };
}

/** A file without its name. */
type FileContent = Omit<ReadFile, 'absolutePath' | 'path'>;

async function loadFile(
  content: PromiseSettledResult<Uint8Array>,
  name: string,
  limits: Limits,
): Promise<FileContent> {
  if (content.status === 'rejected')
    return unreadableFile({ what: 'file', reason: reasonOf(content.reason) });
  const parsed = isRegister(name) ? asRegister() : await parseYaml(content.value, { limits });
  const yaml = isRegister(name) ? parsed : ours(parsed, inventoryShape);
  const skippable = isOfAnother(parsed, name);
  const broken = schemaProblemsOf(yaml, limits);
  if (broken === undefined) {
    const { yaml: unread, problems } = tooManyProblems(yaml, limits);
    return { bytes: content.value, yaml: unread, found: problems, isOfAnother: false };
  }
  return {
    bytes: content.value,
    yaml,
    isOfAnother: skippable,
    found: [...ownProblems(yaml, broken), ...broken, ...problemsOfMended(yaml, limits)].sort(
      (a, b) => a.document - b.document || a.start - b.start,
    ),
  };
}

/**
 * What else is wrong with a file that is not YAML, so that it is mended in one go: found in its text with the syntax errors put
 * right, and told where it stands. A word may be one that a policy adds, which nobody asks of a file that is not read.
 */
function problemsOfMended({ mended, problems }: ParsedYaml, limits: Limits): FileProblem[] {
  if (mended === undefined) return [];
  const { yaml, written, certain } = mended;
  const told = new Set(problems.map(({ start }) => start));
  const broken = schemaProblemsOf(yaml, limits) ?? [];
  return [...ownProblems(yaml, broken), ...broken]
    .filter((one) => !isOpen(one) && (certain || isTypo(one)))
    .map((one) => ({ ...one, document: 0, start: written(one.start), end: written(one.end) }))
    .filter(({ start }) => !told.has(start));
}

/** What is wrong as YAML; where dashes are forgotten, the records make one mapping, whose keys are written again and again. */
function ownProblems(yaml: ParsedYaml, broken: readonly FileProblem[]): FileProblem[] {
  const mappings = broken.filter(
    (one) =>
      one.kind === 'schema' &&
      one.problem.code === 'type' &&
      one.problem.actual === 'object' &&
      one.problem.expected.includes('array'),
  );
  return yamlProblems(yaml).filter(
    ({ problem, start }) =>
      problem.code !== 'duplicate-key' || !mappings.some((one) => one.start <= start && start < one.end),
  );
}

/** Whether a problem is only that a word has a full-width mark, or lacks the blank behind its colon. */
function isTypo(found: FileProblem): boolean {
  if (found.kind !== 'schema') return false;
  const { problem } = found;
  const word = problem.code === 'unknown-key' ? problem.key : problem.code === 'type' ? problem.written : '';
  return fullWidthTypoRemedy(word) !== undefined;
}

/** What breaks the schema was not all taken out, so nothing of the file may be judged. */
function tooManyProblems({ source }: ParsedYaml, limits: Limits): Pick<InventoryFile, 'yaml' | 'problems'> {
  const limit = limitOf('schemaErrors', limits);
  const yaml = unreadYaml(source, [{ code: 'limit', limit, start: 0, end: 1 }]);
  return { yaml, problems: yamlProblems(yaml) };
}

/**
 * Settles which words are wrong that the vocabulary does not have: those that no policy adds to it. They are taken out, so
 * that they count as not stated. Mutates the values.
 *
 * @param own the words that the policies add
 */
export function settleWords(
  files: readonly ReadFile[],
  own: DeclaredWords,
  limits: Limits = defaultLimits,
): InventoryFile[] {
  return files.map(({ found, isOfAnother: _, ...file }) => {
    if (!found.some(isOpen)) return { ...file, problems: found };
    const left = found.filter((one) => !isOpen(one) || !isSettled(one, own, file.yaml));
    if (areTooMany(left, limits)) return { ...file, ...tooManyProblems(file.yaml, limits) };
    const problems = left.map((one) =>
      isOpen(one) ? { ...one, problem: withMeant(one.problem, own) } : one,
    );
    for (const { document, path, repeatedAt = [] } of left.filter(isOpen))
      for (const place of [path, ...repeatedAt]) takeOut(file.yaml.documents[document]?.value, place);
    return { ...file, problems };
  });
}

/** Whether a policy has a word, by its id or by its name: the id takes the place of the name. */
function isSettled(
  { problem, document, path, repeatedAt = [] }: OpenProblem,
  own: DeclaredWords,
  yaml: ParsedYaml,
): boolean {
  if (hasWord(own, problem)) return true;
  const id = declaredByName(own, problem);
  if (id === undefined) return false;
  for (const place of [path, ...repeatedAt]) putAt(yaml.documents[document]?.value, place, id);
  return true;
}

type OpenProblem = Extract<FileProblem, { kind: 'schema' }> & { readonly problem: OpenWord };

/** Whether a problem is only that a word may be none of the vocabulary. */
function isOpen(found: FileProblem): found is OpenProblem {
  return found.kind === 'schema' && isOpenWord(found.problem);
}

/** Whether more breaks the schema than the limit allows, in one document with all repetitions or in all documents. */
function areTooMany(problems: readonly FileProblem[], { schemaErrors }: Limits): boolean {
  const broken = problems.filter(({ kind }) => kind === 'schema');
  const byDocument = groupBy(broken, ({ document }) => document);
  const counts = [...byDocument.values()].map((own) =>
    own.reduce((sum, { repeatedAt = [] }) => sum + 1 + repeatedAt.length, 0),
  );
  return broken.length > schemaErrors || counts.some((count) => count > schemaErrors);
}

/** @returns what breaks the schema in all documents; `undefined` if that is more than the limit allows */
function schemaProblemsOf(yaml: ParsedYaml, limits: Limits): FileProblem[] | undefined {
  const problems: FileProblem[] = [];
  let certain = 0;
  for (const index of yaml.documents.keys()) {
    for (const problem of schemaProblems(yaml, index, limits)) {
      if (problem.kind === 'schema' && problem.problem.code === 'too-many') return undefined;
      problems.push(problem);
      if (!isOpen(problem)) certain++;
    }
    if (certain > limits.schemaErrors) return undefined;
  }
  return problems;
}

function unreadableFile({ what, reason }: Unreadable): FileContent {
  return {
    yaml: unreadYaml(new SourceText(''), []),
    found: [{ kind: 'unreadable', what, reason, document: 0, path: [], start: 0, end: 0 }],
    isOfAnother: false,
  };
}

function yamlProblems({ documents, problems }: ParsedYaml): Extract<FileProblem, { kind: 'yaml' }>[] {
  let document = 0;
  return [...problems]
    .sort((a, b) => a.start - b.start)
    .map((problem) => {
      const { start, end } = problem;
      while (document < documents.length - 1 && (documents[document]?.end ?? 0) <= start) document++;
      return { kind: 'yaml', problem, document, path: [], start, end };
    });
}

function schemaProblems(yaml: ParsedYaml, index: number, limits: Limits): FileProblem[] {
  const document = yaml.documents[index];
  if (document?.value === undefined) return [];
  const { value, root } = document;
  const written = (path: Path) => writtenText(yaml, root, path);
  // A wrong value that aliases or merge keys repeat is reported once, at its anchor if it is validated there too.
  const problems = new Map<string, FileProblem>();
  const paths = new Map<string, Path[]>();
  for (const problem of validate(validateInventory, inventoryShape, value, { written, limits })) {
    const path = problem.code === 'unknown-key' ? [...problem.path, problem.key] : problem.path;
    const { start, end, origin } = locate(yaml, root, problem);
    const key = 'key' in problem ? problem.key : '';
    const identity = `${origin?.start ?? start}:${problem.code}:${key}`;
    addToGroup(paths, identity, path);
    const known = problems.get(identity);
    if (known !== undefined && (known.origin === undefined || origin !== undefined)) continue;
    const record = recordAround(value, path);
    const found = { kind: 'schema', document: index, path, ...defined({ origin, record }) } as const;
    for (const [offset, line] of linesWithTypos(problem))
      problems.set(`${identity}:${offset}`, {
        ...found,
        problem: { ...problem, written: line } as SchemaProblem,
        start: start + offset,
        end: start + offset + line.length,
      });
    if (!problems.has(`${identity}:0`)) problems.set(identity, { ...found, problem, start, end });
  }
  return [...problems].map(([identity, problem]) => {
    const repeatedAt = paths.get(identity)?.filter((path) => path !== problem.path) ?? [];
    return repeatedAt.length === 0 ? problem : { ...problem, repeatedAt };
  });
}

/**
 * Lines whose colons are all full-width are one text to YAML, however many there are.
 *
 * @returns the lines with their offsets, each of which is told by itself; none where they are no such text
 */
function linesWithTypos(problem: SchemaProblem): (readonly [offset: number, line: string])[] {
  if (problem.code !== 'type' || !problem.expected.includes('object')) return [];
  const lines = [...problem.written.matchAll(/[^\s].*/g)].map(({ 0: line, index }) => [index, line] as const);
  const isOne = lines.length < 2 || lines.some(([, line]) => fullWidthTypoRemedy(line) === undefined);
  return isOne ? [] : lines;
}

function locate({ tape }: ParsedYaml, root: number, problem: SchemaProblem): Location {
  if (!('key' in problem)) return tape.locate(root, problem.path);
  const path = [...problem.path, problem.key];
  if (problem.code === 'unknown-key') return tape.locate(root, path, 'key');
  // A key without a value counts as missing, but the problem is located at it.
  const empty = tape.locate(root, path);
  return empty.depth === path.length ? empty : tape.locate(root, problem.path);
}

function recordAround(root: unknown, path: Path): { kind: string; id: string; name: string } | undefined {
  const [section, index] = path;
  if (typeof section !== 'string') return undefined;
  const content = (root as Record<string, unknown>)[section];
  const record = (typeof index === 'number' ? (content as unknown[] | undefined)?.[index] : content) as
    | Record<string, unknown>
    | undefined;
  if (typeof record !== 'object' || record === null || Array.isArray(record)) return undefined;
  const id = typeof record['id'] === 'string' ? record['id'] : undefined;
  const name = typeof record['name'] === 'string' ? record['name'] : id;
  return name === undefined ? undefined : { kind: section, id: id ?? name, name };
}
