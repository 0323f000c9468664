import path from 'node:path';
import { inventoryShape } from '../../generated/shapes.ts';
import { defined } from '../base/defined.ts';
import { defaultLimits, type Limits, limitOf, refuseMore } from '../base/limits.ts';
import { isWithin, shownPath } from '../base/paths.ts';
import type { TellPhase } from '../base/phase.ts';
import { reasonOf } from '../base/system-error.ts';
import { ours } from '../schema/ours.ts';
import { type FileSelection, type FoundFiles, findFiles } from '../tree/find-files.ts';
import { search } from '../tree/search.ts';
import type { NotJudged, PassedOver, Tree, Unreadable, UnreadablePath } from '../tree/tree.ts';
import { type ParsedYaml, parseYaml, unreadYaml } from '../yaml/parse.ts';
import { SourceText } from '../yaml/source-text.ts';
import { withCells } from './cells.ts';
import { checkYaml } from './check-file.ts';
import type { ReadFile } from './file.ts';
import type { SharedFiles } from './shared-files.ts';
import { isBlank, isOfAnother } from './skipped.ts';

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
  /** whether values stay as they are written: what only edits files has no use for what is valid in them, and must not lose the rest */
  readonly asWritten?: boolean;
  /** whether what stands in a file is known already, so that it need not be parsed: it comes without documents */
  readonly isKnown?: (file: string, bytes: Uint8Array) => boolean;
  /** the files of the other states of the inventory: one that is the same in them is theirs, and shares its values */
  readonly shared?: SharedFiles;
  /** called after each file with the number of files read so far and in all, and of bytes read so far */
  readonly read?: (read: number, all: number, bytes: number) => void;
  readonly enters?: TellPhase | undefined;
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
 * @throws MissingPathsError if there is nothing at one of the paths, or nothing but files of other programs
 */
export async function loadInventory(source: InventorySource, options: LoadOptions): Promise<LoadedInventory> {
  options.enters?.('find');
  const found = await findOwnFiles(source, options);
  const all = await readAll(source.tree, found.files, options);
  const { read, skipped } = setAside(all, found);
  const standing = found.unreadable.map((one) => unreadableAsFile(one, options.directory));
  if (read.length === 0 && standing.length === 0) await refuseOthers(source, skipped, options.directory);
  const { mentionOthers = false } = options.selection ?? {};
  return {
    files: [
      ...(options.asWritten ? read : await withCells(source.tree, read, options.directory)),
      ...standing,
    ],
    found: read.length,
    passedOver: [...found.passedOver, ...(mentionOthers ? skipped.map(asPassedOver) : [])],
    notJudged: notJudgedOf(all, skipped),
  };
}

/** Finds what lies at the paths, without what is excluded. */
async function findOwnFiles(source: InventorySource, options: LoadOptions): Promise<FoundFiles> {
  const { tree, paths, name, mayBeMissing, without } = source;
  const { directory, selection } = options;
  const found = await findFiles(tree, paths, directory, selection);
  if (found.missing.length > 0 && !mayBeMissing)
    throw new MissingPathsError(name === undefined ? found.missing : [name], {
      registers: await registersBelow(tree, found.missing, directory),
    });
  return { ...found, files: found.files.filter((file) => !without.some((one) => isWithin(one, file))) };
}

/** @throws LimitError if there are too many files, or they are too large together */
function readAll(tree: Tree, files: readonly string[], options: LoadOptions): Promise<ReadFile[]> {
  const { directory, selection, asWritten = false, isKnown, shared, read, enters } = options;
  const { limits = defaultLimits } = selection ?? {};
  refuseMore(files.length, limitOf('files', limits));
  return readFiles(tree, files, {
    directory,
    limits,
    asWritten,
    ...defined({ isKnown, shared, enters }),
    read: (count, bytes) => read?.(count, files.length, bytes),
  });
}

/** Sets files of other programs aside that nobody named: they were found by searching folders. */
function setAside(
  files: readonly ReadFile[],
  { searched }: FoundFiles,
): { readonly read: readonly ReadFile[]; readonly skipped: readonly ReadFile[] } {
  const isSkipped = (file: ReadFile) => file.isOfAnother && searched.has(file.absolutePath);
  return { read: files.filter((file) => !isSkipped(file)), skipped: files.filter(isSkipped) };
}

/** Refuses paths at which there are files of other programs alone: to judge nothing would look like a pass. */
async function refuseOthers(
  { tree, paths, name, mayBeMissing }: InventorySource,
  skipped: readonly ReadFile[],
  directory: string,
): Promise<void> {
  if (skipped.length === 0 || mayBeMissing) return;
  throw new MissingPathsError(name === undefined ? paths : [name], {
    others: skipped.map((file) => file.path),
    registers: await registersBelow(tree, paths, directory),
  });
}

/** The files that hold nothing to judge, in the order in which they were found. */
function notJudgedOf(files: readonly ReadFile[], skipped: readonly ReadFile[]): NotJudged[] {
  const others = new Set(skipped);
  return files.flatMap((file): NotJudged[] => {
    const reason = others.has(file) ? 'no-section' : isBlank(file) ? 'empty' : undefined;
    return reason === undefined ? [] : [{ file: file.path, reason }];
  });
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

/** How many files are asked for at once: enough for trees that take time to answer, few enough to hold until they are read. */
const batch = 64;

/** How files are read. */
export interface FileReading {
  /** what the shown paths are relative to */
  readonly directory: string;
  readonly limits?: Limits;
  /** whether values stay as they are written, and nothing is checked */
  readonly asWritten?: boolean;
  readonly isKnown?: LoadOptions['isKnown'];
  readonly shared?: SharedFiles;
  /** called after each file with the number of files and of bytes read so far */
  readonly read?: (read: number, bytes: number) => void;
  readonly enters?: TellPhase | undefined;
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
  { directory, limits = defaultLimits, asWritten = false, isKnown, shared, read: told, enters }: FileReading,
): Promise<ReadFile[]> {
  const loaded: ReadFile[] = [];
  const limit = limitOf('fileBytes', limits);
  let bytes = 0;
  for (let start = 0; start < files.length; start += batch) {
    const chunk = files.slice(start, start + batch);
    enters?.('read');
    const contents = await Promise.allSettled(chunk.map((file) => tree.read(file, limit)));
    for (const [index, content] of contents.entries()) {
      const file = chunk[index] ?? '';
      if (content.status === 'fulfilled') bytes += content.value.length;
      refuseMore(bytes, limitOf('totalBytes', limits));
      const same = content.status === 'fulfilled' ? shared?.same(file, content.value) : undefined;
      if (same !== undefined) {
        loaded.push(same);
        told?.(loaded.length, bytes);
        continue;
      }
      const shown = { absolutePath: file, path: shownPath(file, directory) };
      const isUnread = content.status === 'fulfilled' && isKnown?.(file, content.value) === true;
      const read = isUnread
        ? unparsedFile(content.value)
        : await loadFile(content, path.basename(file), { limits, asWritten, enters });
      loaded.push({ ...shown, ...read });
      told?.(loaded.length, bytes);
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
  { limits, asWritten, enters }: Required<Pick<FileReading, 'limits' | 'asWritten' | 'enters'>>,
): Promise<FileContent> {
  if (content.status === 'rejected')
    return unreadableFile({ what: 'file', reason: reasonOf(content.reason) });
  enters?.('parse');
  const parsed = isRegister(name) ? asRegister() : await parseYaml(content.value, { limits });
  const yaml = isRegister(name) ? parsed : ours(parsed, inventoryShape);
  enters?.('validate');
  const skippable = isOfAnother(parsed, name);
  const checked = asWritten ? { yaml, found: [] } : checkYaml(yaml, limits);
  return { bytes: content.value, ...checked, isOfAnother: skippable && checked.yaml === yaml };
}

function unparsedFile(bytes: Uint8Array): FileContent {
  return { bytes, yaml: unreadYaml(new SourceText(''), []), found: [], isOfAnother: false };
}

function unreadableFile({ what, reason }: Unreadable): FileContent {
  return {
    yaml: unreadYaml(new SourceText(''), []),
    found: [{ kind: 'unreadable', what, reason, document: 0, path: [], start: 0, end: 0 }],
    isOfAnother: false,
  };
}
