import { lstat, readFile, stat } from 'node:fs/promises';
import { listSections } from '../../generated/records.ts';
import type { Localized } from '../base/localized.ts';
import { isMissing, reasonOf } from '../base/system-error.ts';
import type { Merge } from '../import/merge/merge.ts';
import type { MergeProblem } from '../import/merge/merge-problem.ts';
import { type SourceWords, wordMergeProblem } from '../import/merge/merge-words.ts';
import type { RecordSection } from '../import/register/fields.ts';
import { registerTexts } from '../import/register/register-texts.ts';
import { readState } from '../register/read-state.ts';
import { type ImportState, recordKey } from '../register/state.ts';
import { wordStateProblem } from '../register/words.ts';
import { decode } from '../yaml/decode.ts';
import { SourceText } from '../yaml/source-text.ts';
import { joined, wordYamlProblem } from '../yaml/words.ts';
import { placed } from './placed.ts';
import { UsageError } from './usage-error.ts';
import { usageErrors } from './words/usage-errors.ts';
import type { NewFile } from './write-file.ts';
import { type PlacedRecord, placeOfRecord, withMark } from './written-inventory.ts';

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
  await refuseLink(file);
  return textOf(file);
}

/** @throws UsageError if a file that an import writes is a link */
export async function refuseLink({ path: file, shown }: FileName): Promise<void> {
  const stats = await lstat(file).catch(() => undefined);
  if (stats?.isSymbolicLink()) throw new UsageError(usageErrors.linkAsTarget(shown));
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
    return withMark(text, bytes);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const reason = reasonOf(error);
    if (isMissing(reason)) return undefined;
    throw new UsageError(usageErrors.cannotRead(shown, reason));
  }
}

/** @throws UsageError for new records whose ids others have, in files that an import does not write */
export function refuseTakenIds(
  added: Merge['added'],
  inventory: readonly PlacedRecord[],
  nameOf: NameOfSection,
): void {
  if (added.length === 0) return;
  const elsewhere = new Map(
    inventory
      .filter(({ section, file }) => file.absolutePath !== nameOf(section).path)
      .map((record) => [recordKey(record.section, record.id), record]),
  );
  const taken = added.flatMap(({ section, id }) => elsewhere.get(recordKey(section, id)) ?? []);
  if (taken.length > 0)
    throw new UsageError(
      ...taken.map((one) =>
        placed(placeOfRecord(one), registerTexts.takenId(one.id, nameOf(one.section).shown)),
      ),
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
    ...problems.map((problem) => wordPlacedProblem(nameOf(problem.section).shown, problem, source)),
  );
}

/** @returns what stands in the way of a merge, with the place in the file that it is about */
export function wordPlacedProblem(shown: string, problem: MergeProblem, source: SourceWords): Localized {
  const at = problem.position && `:${problem.position.line}:${problem.position.column}`;
  return placed(`${shown}${at ?? ''}`, wordMergeProblem(problem, source));
}

/** @throws UsageError if it is no state */
export function stateOf(text: string | undefined, shown: string): ImportState | undefined {
  if (text === undefined) return undefined;
  const read = readState(text);
  if ('state' in read) return read.state;
  throw new UsageError(placed(`${shown}:${read.problem.line}`, wordStateProblem(read.problem)));
}
