import path from 'node:path';
import { listSections } from '../../generated/records.ts';
import type { Language } from '../base/localized.ts';
import { RegisterFilesError } from '../import/register/open-registers.ts';
import { registerSource } from '../import/register/source-words.ts';
import { importAnswers, type ToDoResult } from '../import/todo/index.ts';
import { tellAnswers } from '../import/todo/tell.ts';
import type { ReadFile } from '../inventory/file.ts';
import { wordSpreadsheetProblem } from '../spreadsheet/words.ts';
import { readRegister, uniqueNames } from './import-files.ts';
import { wordPlacedProblem } from './import-folder.ts';
import { type ExitCode, exitCodes, type Io } from './io.ts';
import { placed } from './placed.ts';
import { tellLines } from './tell-lines.ts';
import { UsageError } from './usage-error.ts';
import { toDoTexts } from './words/to-do.ts';
import { type NewFile, writeFiles } from './write-file.ts';
import { filesIn, recordsOf, withMark } from './written-inventory.ts';

/** The options of `sekisho import todo` as commander hands them over. */
export interface ImportToDoOptions {
  readonly out: string;
  readonly dryRun?: boolean;
  readonly check?: boolean;
}

/**
 * Runs `sekisho import todo`: the answers that fit are written together, the others are named.
 *
 * @returns `clean`; `findings` where an answer is refused or in conflict, or waits to be imported under `--check`
 * @throws UsageError if a file cannot be read, or is none that `sekisho export todo` wrote
 */
export async function runImportToDo(
  files: readonly string[],
  options: ImportToDoOptions,
  language: Language,
  io: Io,
): Promise<ExitCode> {
  const inventory = await filesIn([path.resolve(io.directory, options.out)], io);
  if (inventory.length === 0) throw new UsageError(toDoTexts.noInventory(options.out));
  const placeOf = new Map(
    inventory.map(({ absolutePath, path: shown }) => [shown, { path: absolutePath, shown }]),
  );
  const result = await importAnswers({
    files: await Promise.all(uniqueNames(files).map((file) => readRegister(file, io))),
    inventory: inventory.map(textOfFile),
    named: inventory.flatMap(recordsOf),
  }).catch((error: unknown) => {
    if (!(error instanceof RegisterFilesError)) throw error;
    throw new UsageError(
      ...error.problems.map(({ file, problem }) => placed(file, wordSpreadsheetProblem(problem))),
    );
  });
  refuseWhole(result);
  const changed = [...result.texts].flatMap(([shown, text]): NewFile[] => {
    const place = placeOf.get(shown);
    return place === undefined ? [] : [{ ...place, text }];
  });
  return settle(result, changed, { options, language, io });
}

function textOfFile({ path: shown, bytes, yaml }: ReadFile) {
  const stated = yaml.documents.map(({ value }) => Object.keys((value as object | undefined) ?? {}));
  return {
    shown,
    text: withMark(yaml.source.text, bytes),
    sections: listSections.filter((section) => stated.some((keys) => keys.includes(section))),
  };
}

/** @throws UsageError for workbooks that hold no answers at all, and an inventory into which nothing can be written */
function refuseWhole({ others, problems }: ToDoResult): void {
  if (others.length > 0) throw new UsageError(...others.map((file) => placed(file, toDoTexts.noToDo)));
  if (problems.length > 0)
    throw new UsageError(
      ...problems.map(({ file, problem }) => wordPlacedProblem(file, problem, registerSource)),
    );
}

interface Settling {
  readonly options: ImportToDoOptions;
  readonly language: Language;
  readonly io: Io;
}

/** Writes what changes, unless it is only to be shown, and says what became of every answer. */
async function settle(
  result: ToDoResult,
  changed: readonly NewFile[],
  { options, language, io }: Settling,
): Promise<ExitCode> {
  const mode = options.check ? 'check' : options.dryRun ? 'dry-run' : 'written';
  // What is said to be written is.
  if (mode === 'written') await writeFiles(changed, io);
  const written = changed.map(({ shown }) => shown);
  const told = tellAnswers(result, { written, mode, out: options.out });
  tellLines(
    told.map((line) => line[language]),
    io,
  );
  const isWhole = result.refused.length + result.conflicts.length === 0;
  return isWhole && !(mode === 'check' && changed.length > 0) ? exitCodes.clean : exitCodes.findings;
}
