import { lstat, readFile, stat } from 'node:fs/promises';
import { listSections } from '../../generated/records.ts';
import type { Localized } from '../base/localized.ts';
import { isMissing, reasonOf } from '../base/system-error.ts';
import type { RecordSection } from '../import/register/fields.ts';
import type { Merge } from '../import/register/merge.ts';
import type { MergeProblem } from '../import/register/merge-problem.ts';
import { type SourceWords, wordMergeProblem } from '../import/register/merge-words.ts';
import type { NamedRecord } from '../import/register/references.ts';
import { registerTexts } from '../import/register/words.ts';
import type { ReadFile } from '../inventory/file.ts';
import { loadInventory } from '../inventory/load.ts';
import { type ImportState, readState, recordKey } from '../register/state.ts';
import { wordStateProblem } from '../register/words.ts';
import { workTree } from '../tree/work-tree.ts';
import { decode } from '../yaml/decode.ts';
import { SourceText } from '../yaml/source-text.ts';
import { joined, wordYamlProblem } from '../yaml/words.ts';
import type { Io } from './io.ts';
import { UsageError } from './usage-error.ts';
import { usageErrors } from './words/usage-errors.ts';
import type { NewFile } from './write-file.ts';

/** The name of a file in the folder that an import writes to. */
export type FileName = Omit<NewFile, 'text'>;

/** What each section of the inventory is written to. */
export type NameOfSection = (section: RecordSection) => FileName;

/** What the files of all sections hold; `undefined` where there is none. */
export type SectionTexts = ReadonlyMap<RecordSection, string | undefined>;

/** @throws UsageError if there is something else in the place of the folder that is to be written to */
export async function expectFolder({ path: folder, shown }: FileName): Promise<void> {
  const stats = await stat(folder).catch(() => undefined);
  if (stats?.isDirectory() === false) throw new UsageError(usageErrors.cannotWrite(shown, 'ENOTDIR'));
}

/** @throws UsageError if one is there and cannot be read */
export async function readSections(nameOf: NameOfSection): Promise<SectionTexts> {
  return new Map(
    await Promise.all(
      listSections.map(async (section) => [section, await ownTextOf(nameOf(section))] as const),
    ),
  );
}

/**
 * What a file holds that an import writes: one that is a link would lead out of the folder.
 *
 * @throws UsageError if it is a link, or cannot be read
 */
export async function ownTextOf(file: FileName): Promise<string | undefined> {
  const stats = await lstat(file.path).catch(() => undefined);
  if (stats?.isSymbolicLink()) throw new UsageError(usageErrors.linkAsTarget(file.shown));
  return textOf(file);
}

/** @throws UsageError if there is something of this name that cannot be read */
export async function textOf({ path: file, shown }: FileName): Promise<string | undefined> {
  try {
    // A pipe would be waited for.
    if (!(await stat(file)).isFile()) throw new UsageError(usageErrors.cannotWrite(shown, 'EISDIR'));
    const bytes = await readFile(file);
    // Read as UTF-8, what is none would be written back as a riddle.
    const { text, problem } = decode(bytes);
    if (problem !== undefined) {
      const { line, column } = new SourceText(text).position(problem.start);
      throw new UsageError(placed(`${shown}:${line}:${column}`, joined(wordYamlProblem(problem))));
    }
    // With its byte order mark, which stays.
    return bytes.toString('utf8');
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const reason = reasonOf(error);
    if (isMissing(reason)) return undefined;
    throw new UsageError(usageErrors.cannotRead(shown, reason));
  }
}

/** A record of the inventory, and where it stands. */
export interface PlacedRecord extends NamedRecord {
  /** absolute */
  readonly file: string;
  /** as messages name it, with its line and column */
  readonly place: string;
}

/**
 * The records of the inventory, which names in the register may stand for.
 *
 * @throws UsageError if a file cannot be read: what stands in it would be made again
 */
export async function recordsIn(folder: string, { directory }: Io): Promise<PlacedRecord[]> {
  const { files } = await loadInventory(
    { tree: workTree, paths: [folder], mayBeMissing: true, without: [], evidenceFolders: [] },
    { directory },
  );
  const broken = files.flatMap(({ path: shown, yaml }) => {
    const [problem] = yaml.problems;
    if (problem === undefined) return [];
    const { line, column } = yaml.source.position(problem.start);
    return [placed(`${shown}:${line}:${column}`, joined(wordYamlProblem(problem)))];
  });
  if (broken.length > 0) throw new UsageError(...broken);
  return files.flatMap(recordsOf);
}

function recordsOf({ absolutePath: file, path: shown, yaml }: ReadFile): PlacedRecord[] {
  return yaml.documents.flatMap(({ value, root }) =>
    listSections.flatMap((section) => {
      const list = (value as Readonly<Record<string, unknown>> | undefined)?.[section];
      return (Array.isArray(list) ? list : []).flatMap((record, index): PlacedRecord[] => {
        const { id, name } = (record ?? {}) as { readonly id?: unknown; readonly name?: unknown };
        if (id === undefined) return [];
        const { line, column } = yaml.source.position(yaml.tape.locate(root, [section, index]).start);
        const place = `${shown}:${line}:${column}`;
        return [{ section, id: String(id), name: String(name ?? id), file, place }];
      });
    }),
  );
}

/** @throws UsageError for new records whose ids others have, in files that an import does not write */
export function refuseTakenIds(
  added: Merge['added'],
  inventory: readonly PlacedRecord[],
  nameOf: NameOfSection,
): void {
  const elsewhere = new Map(
    inventory
      .filter(({ section, file }) => file !== nameOf(section).path)
      .map((record) => [recordKey(record.section, record.id), record]),
  );
  const taken = added.flatMap(({ section, id }) => elsewhere.get(recordKey(section, id)) ?? []);
  if (taken.length > 0)
    throw new UsageError(
      ...taken.map((one) => placed(one.place, registerTexts.takenId(one.id, nameOf(one.section).shown))),
    );
}

/** @throws UsageError if what is imported cannot be merged into what the files hold */
export function refuseMergeProblems(
  problems: readonly MergeProblem[],
  nameOf: NameOfSection,
  source: SourceWords,
): void {
  if (problems.length === 0) return;
  throw new UsageError(
    ...problems.map((problem) => {
      const at = problem.position && `:${problem.position.line}:${problem.position.column}`;
      return placed(`${nameOf(problem.section).shown}${at ?? ''}`, wordMergeProblem(problem, source));
    }),
  );
}

/** @throws UsageError if it is no state */
export function stateOf(text: string | undefined, shown: string): ImportState | undefined {
  if (text === undefined) return undefined;
  const read = readState(text);
  if ('state' in read) return read.state;
  throw new UsageError(placed(`${shown}:${read.problem.line}`, wordStateProblem(read.problem)));
}

/** @returns what is wrong, with its place before it */
export function placed(place: string, { ja, en }: Localized): Localized {
  return { ja: `${place}: ${ja}`, en: `${place}: ${en}` };
}
