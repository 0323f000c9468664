import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { listSections } from '../../generated/records.ts';
import type { Localized } from '../base/localized.ts';
import type { Mapping } from '../base/mapping.ts';
import { shownPath } from '../base/paths.ts';
import { isMissing, reasonOf } from '../base/system-error.ts';
import { emptyMapping, type RegisterMapping } from '../import/register/mapping.ts';
import { type MappingProblem, readMapping } from '../import/register/read-mapping.ts';
import type { NamedRecord } from '../import/register/references.ts';
import { registerTexts } from '../import/register/words.ts';
import type { ReadFile } from '../inventory/file.ts';
import { loadInventory } from '../inventory/load.ts';
import { type ImportState, readState } from '../register/state.ts';
import { wordStateProblem } from '../register/words.ts';
import { wordSchemaProblem } from '../schema/words.ts';
import { spreadsheetLimits } from '../spreadsheet/limits.ts';
import { workTree } from '../tree/work-tree.ts';
import { decode } from '../yaml/decode.ts';
import { SourceText } from '../yaml/source-text.ts';
import { joined, wordYamlProblem } from '../yaml/words.ts';
import type { Io } from './io.ts';
import { UsageError } from './usage-error.ts';
import { usageErrors } from './words/usage-errors.ts';
import type { NewFile } from './write-file.ts';

/** The name of the file beside the inventory that says what registers mean. */
export const mappingFileName = 'register.mapping.yaml';

/** @throws UsageError if there is something of this name that cannot be read */
export async function textOf({ path: file, shown }: Omit<NewFile, 'text'>): Promise<string | undefined> {
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
  readonly value: Mapping;
}

/**
 * The records of the inventory, which names in the register may stand for.
 *
 * @throws UsageError if a file cannot be read: what stands in it would be made again
 */
export async function recordsIn(paths: readonly string[], { directory }: Io): Promise<PlacedRecord[]> {
  const { files } = await loadInventory(
    { tree: workTree, paths, mayBeMissing: true, without: [], evidenceFolders: [] },
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
        const value = record as Mapping;
        return [{ section, id: String(id), name: String(name ?? id), file, place, value }];
      });
    }),
  );
}

export async function readRegister(file: string, { directory }: Io) {
  const target = path.resolve(directory, file);
  try {
    const { size } = await stat(target);
    if (size > spreadsheetLimits.fileBytes)
      throw new UsageError(placed(file, registerTexts.tooLarge(size, spreadsheetLimits.fileBytes)));
    return { name: path.basename(target), bytes: await readFile(target) };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(usageErrors.cannotRead(shownPath(target, directory), reasonOf(error)));
  }
}

export function stateOf(text: string | undefined, shown: string): ImportState | undefined {
  if (text === undefined) return undefined;
  const read = readState(text);
  if ('state' in read) return read.state;
  throw new UsageError(placed(`${shown}:${read.problem.line}`, wordStateProblem(read.problem)));
}

/**
 * Reads what a body says that its registers mean.
 *
 * @throws UsageError for a mapping that is not right
 */
export async function mappingOf(text: string | undefined, shown: string): Promise<RegisterMapping> {
  if (text === undefined) return emptyMapping;
  const { mapping, problems } = await readMapping(Buffer.from(text), shown);
  if (problems.length > 0) throw new UsageError(...problems.map(wordMappingProblem));
  return mapping;
}

function wordMappingProblem(problem: MappingProblem): Localized {
  const { file, position } = problem;
  const text =
    problem.code === 'yaml'
      ? joined(wordYamlProblem(problem.problem))
      : problem.code === 'schema'
        ? joined(wordSchemaProblem(problem.problem))
        : wordContradiction(problem);
  return placed(`${file}:${position.line}:${position.column}`, text);
}

function wordContradiction(problem: Exclude<MappingProblem, { code: 'yaml' | 'schema' }>): Localized {
  switch (problem.code) {
    case 'not-a-list':
      return registerTexts.notAList(problem.section);
    case 'no-field':
      return registerTexts.noField(problem);
    case 'same-sheet':
      return registerTexts.sameSheet(problem);
    case 'same-field':
      return registerTexts.sameField(problem);
  }
}

export function placed(place: string, { ja, en }: Localized): Localized {
  return { ja: `${place}: ${ja}`, en: `${place}: ${en}` };
}
