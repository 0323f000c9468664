import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Language } from '../base/localized.ts';
import { likeOriginal } from '../export/like/index.ts';
import { tellLike } from '../export/like/words.ts';
import { stateFileName } from '../register/file-name.ts';
import { SpreadsheetError } from '../spreadsheet/problem.ts';
import { wordSpreadsheetProblem } from '../spreadsheet/words.ts';
import { readRegister } from './import-files.ts';
import { stateOf, textOf } from './import-folder.ts';
import { type ExitCode, exitCodes, type Io } from './io.ts';
import { placed } from './placed.ts';
import { mappingFileName, mappingOf } from './register-mapping.ts';
import { tellLines } from './tell-lines.ts';
import { UsageError } from './usage-error.ts';
import { exportErrors } from './words/export.ts';
import { usageErrors } from './words/usage-errors.ts';
import { type NewFile, targetOf, writeFiles } from './write-file.ts';
import { filesIn, recordsOf } from './written-inventory.ts';

/** The options of `sekisho export register --like` as commander hands them over. */
export interface ExportLikeOptions {
  readonly out: string;
  readonly like: string;
  /** where the mapping is not beside the inventory */
  readonly mapping?: string;
  readonly force?: boolean;
  readonly policy?: readonly string[];
  readonly asOf?: string;
}

/**
 * Runs `sekisho export register --like`: writes the register that was imported again, with what was changed in the inventory since.
 * Nothing is judged.
 *
 * @returns `findings` where the register does not say all that the inventory says in the fields that it has columns for
 * @throws UsageError if a file cannot be read or written, or the register was never imported; then nothing is written
 */
export async function runExportLike(
  paths: readonly string[],
  options: ExportLikeOptions,
  language: Language,
  io: Io,
): Promise<ExitCode> {
  if (options.policy !== undefined || options.asOf !== undefined)
    throw new UsageError(exportErrors.likeJudgesNothing);
  const out = newFile(options, io);
  const original = await readRegister(options.like, io);
  const given = paths.length === 0 ? ['.'] : paths;
  const folder = importFolder(given, io);
  const stateFile = fileIn(folder, stateFileName, io);
  const mappingFile =
    options.mapping === undefined
      ? fileIn(folder, mappingFileName, io)
      : { path: path.resolve(io.directory, options.mapping), shown: options.mapping };
  const state = stateOf(await textOf(stateFile), stateFile.shown);
  if (state === undefined) throw new UsageError(exportErrors.neverImported(stateFile.shown));
  const mappingText = await textOf(mappingFile);
  if (options.mapping !== undefined && mappingText === undefined)
    throw new UsageError(usageErrors.cannotRead(options.mapping, 'ENOENT'));
  const mapping = await mappingOf(mappingText, mappingFile.shown);
  const records = (await filesIn(given, io)).flatMap(recordsOf);
  const result = likeOrRefuse(original, { mapping, state, records }, options.like);
  await writeFiles([{ ...out, text: result.bytes }], io);
  const told = tellLike(result, { out: options.out, original: options.like, folder });
  tellLines(
    told.map((line) => line[language]),
    io,
  );
  return result.notWritten.length > 0 ? exitCodes.findings : exitCodes.clean;
}

function likeOrRefuse(
  original: Parameters<typeof likeOriginal>[0],
  context: Parameters<typeof likeOriginal>[1],
  shown: string,
): NonNullable<ReturnType<typeof likeOriginal>> {
  try {
    const result = likeOriginal(original, context);
    if (result === undefined) throw new UsageError(exportErrors.unknownOriginal(shown));
    return result;
  } catch (error) {
    if (error instanceof SpreadsheetError)
      throw new UsageError(placed(shown, wordSpreadsheetProblem(error.problem)));
    throw error;
  }
}

/** @throws UsageError if the file is of another kind than the original, or there already */
function newFile({ out, like, force }: ExportLikeOptions, { directory }: Io): Omit<NewFile, 'text'> {
  const file = { path: path.resolve(directory, out), shown: out };
  const kind = path.extname(like).toLowerCase();
  if (path.extname(out).toLowerCase() !== kind) throw new UsageError(exportErrors.otherKind(out, kind));
  if (targetOf(file) !== undefined && force !== true) throw new UsageError(exportErrors.there(out));
  return file;
}

/** @returns the folder that the import wrote to: the first of those named, or of the files named, that has its record */
function importFolder(paths: readonly string[], { directory }: Io): string {
  const folders = paths.map((one) => {
    const target = path.resolve(directory, one);
    return existsSync(target) && !statSync(target).isDirectory() ? path.dirname(one) : one;
  });
  const [first = '.'] = folders;
  return folders.find((one) => existsSync(path.resolve(directory, one, stateFileName))) ?? first;
}

function fileIn(folder: string, name: string, { directory }: Io): Omit<NewFile, 'text'> {
  return { path: path.resolve(directory, folder, name), shown: path.join(folder, name) };
}
