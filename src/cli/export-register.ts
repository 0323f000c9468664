import path from 'node:path';
import { defined } from '../base/defined.ts';
import type { Language } from '../base/localized.ts';
import type { AskingRule } from '../export/register/asked-fields.ts';
import type { StatedRecord } from '../export/register/record.ts';
import { type ExportedRegister, exportRegister, wordLost } from '../export/register/workbook.ts';
import type { ReadFile } from '../inventory/file.ts';
import { fieldsOfRules } from '../lookup/readers.ts';
import { citation } from '../report/paper/citation.ts';
import { Sheet } from '../report/paper/sheet.ts';
import type { Result } from '../result/result.ts';
import { SpreadsheetError } from '../spreadsheet/problem.ts';
import { wordSpreadsheetProblem } from '../spreadsheet/words.ts';
import { writeXlsx } from '../spreadsheet/xlsx/write.ts';
import { invalidPlaces } from './gate.ts';
import { type ExitCode, exitCodes, type Io } from './io.ts';
import { type JudgeOptions, judge } from './judge.ts';
import { UsageError } from './usage-error.ts';
import { warn } from './warn.ts';
import { exportErrors, exportTexts } from './words/export.ts';
import { type NewFile, targetOf, writeFiles } from './write-file.ts';
import { brokenIn, writtenRecordsOf } from './written-inventory.ts';

/** The options of `sekisho export register` as commander hands them over. */
export interface ExportRegisterOptions extends JudgeOptions {
  readonly out: string;
  readonly force?: boolean;
  /** a register that was imported, to be given back as it was */
  readonly like?: string;
  /** the mapping that it was imported by, where that is not beside the inventory */
  readonly mapping?: string;
}

/**
 * Runs `sekisho export register`: judges an inventory and writes it as a workbook, for people to correct and to be imported again.
 * It is no gate: the exit code does not tell what was found.
 *
 * @throws UsageError if a file of the inventory cannot be read, or the workbook cannot be written; then nothing is
 */
export async function runExportRegister(
  paths: readonly string[],
  options: ExportRegisterOptions,
  io: Io,
): Promise<ExitCode> {
  if (options.mapping !== undefined) throw new UsageError(exportErrors.mappingWithoutLike);
  const out = newWorkbook(options, io);
  const { result, language, files = [] } = await judge(paths, options, io, { files: true });
  refuseUnread(files);
  for (const { message } of result.errors) warn(io, message[language]);
  if (result.errors.length > 0) {
    warn(io, exportErrors.notWritten[language]);
    return exitCodes.failed;
  }
  const exported = exportRegister({
    records: files.flatMap(recordsOf),
    ...{ result, language, rules: askingRules(result, language) },
    file: path.basename(out.path),
    folder: paths[0] ?? '.',
  });
  await writeFiles([{ ...out, text: bytesOf(exported) }], io);
  const invalid = invalidPlaces(result);
  if (invalid > 0) warn(io, exportTexts.invalid(invalid)[language]);
  for (const lost of exported.lost) warn(io, wordLost(lost)[language]);
  tell(exported, out.shown, language, io);
  return exitCodes.clean;
}

/**
 * @returns the workbook that is to be written
 * @throws UsageError if it is called otherwise, or is there already
 */
export function newWorkbook(
  { out, force }: { readonly out: string; readonly force?: boolean },
  { directory }: Io,
): Omit<NewFile, 'text'> {
  const file = { path: path.resolve(directory, out), shown: out };
  if (!/\.xlsx$/i.test(out)) throw new UsageError(exportErrors.noWorkbook(out));
  if (targetOf(file) !== undefined && force !== true) throw new UsageError(exportErrors.there(out));
  return file;
}

/** @throws UsageError for files that are no YAML: what stands in them would be missing without a word */
function refuseUnread(files: readonly ReadFile[]): void {
  const broken = files.filter(({ yaml }) => !yaml.readable);
  if (broken.length === 0) return;
  throw new UsageError(...brokenIn(broken), exportErrors.notWritten);
}

function recordsOf(file: ReadFile): StatedRecord[] {
  return writtenRecordsOf(file).map((record) => ({ ...record, file: file.path }));
}

/** The rules that judged, with the fields that they ask for and what cites them. */
function askingRules({ rules }: Result, language: Language): AskingRule[] {
  const fields = fieldsOfRules([]);
  return [...rules.values()].map(({ id, clauses }) => ({
    judged: fields.get(id)?.judged ?? [],
    clauses: clauses.map((clause) => citation(clause, language)),
  }));
}

/** @throws UsageError if a sheet is larger than spreadsheets are */
function bytesOf({ layout }: ExportedRegister): Uint8Array {
  try {
    return writeXlsx(layout);
  } catch (error) {
    if (error instanceof SpreadsheetError) throw new UsageError(wordSpreadsheetProblem(error.problem));
    throw error;
  }
}

function tell({ sheets }: ExportedRegister, shown: string, language: Language, io: Io): void {
  const sheet = new Sheet({ color: 0, ...defined({ width: io.terminal?.columns }) });
  const records = sheets.reduce((sum, one) => sum + one.records, 0);
  sheet.paragraph('', exportTexts.written(shown, sheets.length, records)[language]);
  sheet.paragraph('', exportTexts.next(shown)[language]);
  io.stdout(sheet.toString());
}
