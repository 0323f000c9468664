import path from 'node:path';
import { parseDay } from '../base/date.ts';
import type { Language } from '../base/localized.ts';
import { type ToDoWorkbook, toDoWorkbooks } from '../export/todo/workbooks.ts';
import { endOf } from '../report/findings/to-do/row-texts.ts';
import type { Result } from '../result/result.ts';
import { writeXlsx } from '../spreadsheet/xlsx/write.ts';
import { choice } from './choice.ts';
import { invalidPlaces } from './gate.ts';
import { type ExitCode, exitCodes, type Io } from './io.ts';
import { type JudgeOptions, judge } from './judge.ts';
import { tellLines } from './tell-lines.ts';
import { UsageError } from './usage-error.ts';
import { warn } from './warn.ts';
import { exportErrors } from './words/export.ts';
import { incompleteTexts } from './words/notices.ts';
import { toDoTexts } from './words/to-do.ts';
import { type NewFile, targetOf, writeFiles } from './write-file.ts';

/** The options of `sekisho export todo` as commander hands them over. */
export interface ExportToDoOptions extends JudgeOptions {
  readonly out: string;
  readonly by?: string;
  readonly due?: string;
}

/**
 * Runs `sekisho export todo`: what `sekisho check -f todo` lists, as workbooks for those who know. It is no gate: the exit code
 * does not tell what was found.
 *
 * @throws UsageError if the run cannot be done as asked, or a file is there already; then nothing is written
 */
export async function runExportToDo(
  paths: readonly string[],
  options: ExportToDoOptions,
  io: Io,
): Promise<ExitCode> {
  const byDivision = options.by !== undefined && choice('--by', options.by, ['division']) === 'division';
  const due = options.due === undefined ? undefined : parseDay(options.due);
  if (options.due !== undefined && due === undefined) throw new UsageError(toDoTexts.badDue(options.due));
  const { result, language } = await judge(paths, options, io);
  for (const { message } of result.errors) warn(io, message[language]);
  if (result.errors.length > 0) {
    warn(io, exportErrors.notWritten[language]);
    return exitCodes.failed;
  }
  const workbooks = toDoWorkbooks({ result, byDivision, due });
  await writeFiles(newFiles(workbooks, options, io), io);
  const invalid = invalidPlaces(result);
  if (invalid > 0) warn(io, incompleteTexts.invalid(invalid)[language]);
  tell(workbooks, { result, out: options.out, language, io });
  return exitCodes.clean;
}

/** @throws UsageError if a file of that name is there, whoever wrote it: an office may have answered in it */
function newFiles(
  workbooks: readonly ToDoWorkbook[],
  { out }: ExportToDoOptions,
  { directory }: Io,
): NewFile<Uint8Array>[] {
  const folder = path.resolve(directory, out);
  const files = workbooks.map(({ name, layout }) => ({
    ...{ path: path.join(folder, name), shown: path.join(out, name) },
    text: writeXlsx(layout),
  }));
  const there = files.filter((file) => targetOf(file) !== undefined);
  if (there.length > 0) throw new UsageError(toDoTexts.there(there.map(({ shown }) => shown)));
  return files;
}

interface Told {
  readonly result: Result;
  readonly out: string;
  readonly language: Language;
  readonly io: Io;
}

function tell(workbooks: readonly ToDoWorkbook[], { result, out, language, io }: Told): void {
  const files = workbooks.map(({ name }) => path.join(out, name));
  const count = (of: 'asked' | 'others') => workbooks.reduce((sum, one) => sum + one[of], 0);
  const lines =
    files.length === 0
      ? [toDoTexts.nothing[language]]
      : [
          toDoTexts.written(files, count('asked'), count('others'))[language],
          toDoTexts.next(files)[language],
        ];
  tellLines([...lines, ...endOf(result, language)], io);
}
