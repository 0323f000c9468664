import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { listSections } from '../../generated/records.ts';
import type { Localized } from '../base/localized.ts';
import { shownPath } from '../base/paths.ts';
import { isMissing, reasonOf } from '../base/system-error.ts';
import type { RegisterFile } from '../import/register/index.ts';
import type { NamedRecord } from '../import/register/references.ts';
import { registerTexts } from '../import/register/words.ts';
import type { ReadFile } from '../inventory/file.ts';
import { loadInventory } from '../inventory/load.ts';
import { spreadsheetLimits } from '../spreadsheet/limits.ts';
import { workTree } from '../tree/work-tree.ts';
import { decode } from '../yaml/decode.ts';
import { SourceText } from '../yaml/source-text.ts';
import { joined, wordYamlProblem } from '../yaml/words.ts';
import type { Io } from './io.ts';
import { UsageError } from './usage-error.ts';
import { usageErrors } from './words/usage-errors.ts';
import type { NewFile } from './write-file.ts';

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
}

/**
 * The files of the inventory that is written to.
 *
 * @throws UsageError if a file cannot be read: what stands in it would be made again
 */
export async function inventoryIn(folder: string, { directory }: Io): Promise<readonly ReadFile[]> {
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
  return files;
}

/** @returns the records of a file, which names in spreadsheets may stand for */
export function recordsOf({ absolutePath: file, path: shown, yaml }: ReadFile): PlacedRecord[] {
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

/**
 * Two files of one name could not be told apart by what is noted of them.
 *
 * @throws UsageError if there are two
 */
export function uniqueNames(files: readonly string[]): readonly string[] {
  const names = new Set<string>();
  for (const file of files) {
    const name = path.basename(file);
    if (names.has(name)) throw new UsageError(registerTexts.sameName(name));
    names.add(name);
  }
  return files;
}

/** @throws UsageError if the file cannot be read, or is larger than any that people write */
export async function readRegister(file: string, { directory }: Io): Promise<RegisterFile> {
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

/** @returns a text behind the place that it is about */
export function placed(place: string, { ja, en }: Localized): Localized {
  return { ja: `${place}: ${ja}`, en: `${place}: ${en}` };
}
