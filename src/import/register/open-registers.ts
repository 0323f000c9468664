import { isChoiceSheet } from '../../spreadsheet/choice-sheet.ts';
import { openSpreadsheet } from '../../spreadsheet/open.ts';
import { SpreadsheetError, type SpreadsheetProblem } from '../../spreadsheet/problem.ts';
import type { OpenedFile } from './sheets.ts';

/** A file of a register as it was given. */
export interface RegisterFile {
  /** its name, without its folder */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Files that cannot be read as spreadsheets. */
export class RegisterFilesError extends Error {
  readonly problems: readonly { readonly file: string; readonly problem: SpreadsheetProblem }[];

  constructor(problems: RegisterFilesError['problems']) {
    super(problems.map(({ file, problem }) => `${file}: ${problem.code}`).join('\n'));
    this.problems = problems;
  }
}

/**
 * Opens files that people keep tables in.
 *
 * @throws RegisterFilesError if some of them cannot be read, for all of these
 */
export function openRegisters(files: readonly RegisterFile[]): OpenedFile[] {
  const problems: { file: string; problem: SpreadsheetProblem }[] = [];
  const opened = files.flatMap(({ name, bytes }): OpenedFile[] => {
    try {
      const { sheets } = openSpreadsheet(bytes, name);
      // What our own workbooks offer to choose from is no table of anybody's.
      return [{ name, workbook: { sheets: sheets.filter((sheet) => !isChoiceSheet(sheet)) } }];
    } catch (error) {
      if (!(error instanceof SpreadsheetError)) throw error;
      problems.push({ file: name, problem: error.problem });
      return [];
    }
  });
  if (problems.length > 0) throw new RegisterFilesError(problems);
  return opened;
}
