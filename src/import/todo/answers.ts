import { defined } from '../../base/defined.ts';
import { addressOf, type Cell, type Row, type Sheet, type Workbook } from '../../spreadsheet/workbook.ts';
import { type AnswerColumn, type AskedField, answerColumn, readKey } from './columns.ts';
import { type OwnAnswer, readOwn } from './own-answer.ts';

/** A row of a to-do workbook in which something was answered. */
export interface GivenAnswer {
  /** the name of the file, without its folder */
  readonly file: string;
  readonly sheet: string;
  /** `E5` */
  readonly cell: string;
  /** as it stands in the cell */
  readonly text: string;
  /** `undefined` where the hidden column does not say what the answer is for */
  readonly asked: AskedField | undefined;
  /** what a policy lets be answered beyond the vocabulary */
  readonly own?: OwnAnswer;
  /** who answered, and what was remarked */
  readonly by?: string;
  readonly remarks?: string;
  readonly date?: { readonly text: string; readonly cell: string };
  /** the answer is crossed out, or the result of a formula that failed */
  readonly isVoid?: true;
}

/** A remark in a row in which nothing was answered. */
export interface LoneRemark extends Pick<GivenAnswer, 'file' | 'sheet' | 'cell' | 'text' | 'asked'> {}

/** What stands in the sheets of a to-do workbook. */
export interface AnswerSheets {
  readonly answers: readonly GivenAnswer[];
  /** of the rows without an answer, those in which something was remarked */
  readonly remarks: readonly LoneRemark[];
  /** rows without an answer */
  readonly blank: number;
  /** whether any sheet has the columns of a to-do workbook */
  readonly isToDo: boolean;
}

/** Reads the answers of a workbook. Sheets that offices have added are passed over. */
export function answersIn({ sheets }: Workbook, file: string): AnswerSheets {
  const read = sheets.flatMap((sheet) => readSheet(sheet, file) ?? []);
  return {
    answers: read.flatMap(({ answers }) => answers),
    remarks: read.flatMap(({ remarks }) => remarks),
    blank: read.reduce((sum, { blank }) => sum + blank, 0),
    isToDo: read.length > 0,
  };
}

type Columns = ReadonlyMap<AnswerColumn, number>;

/** Above the header stand a title and what to do, and offices may add lines of their own. */
const furthestHeader = 30;

function readSheet(sheet: Sheet, file: string): Omit<AnswerSheets, 'isToDo'> | undefined {
  const top = sheet.rows.slice(0, furthestHeader);
  const header = top.findIndex((row) => columnsOf(row) !== undefined);
  const columns = top[header] && columnsOf(top[header]);
  if (columns === undefined) return undefined;
  const where = { file, sheet: sheet.name };
  const answers: GivenAnswer[] = [];
  const remarks: LoneRemark[] = [];
  let blank = 0;
  for (const row of sheet.rows.slice(header + 1)) {
    const answer = readRow(row, columns, where);
    if (answer !== undefined) {
      answers.push(answer);
      continue;
    }
    const remark = readRemark(row, columns, where);
    if (remark !== undefined) remarks.push(remark);
    if (textAt(row, columns.get('key')) !== undefined) blank++;
  }
  return { answers, remarks, blank };
}

/** @returns the columns of a header; `undefined` where it is none of ours */
function columnsOf({ cells }: Row): Columns | undefined {
  const columns = new Map<AnswerColumn, number>();
  for (const [column, { text }] of cells) {
    const found = answerColumn(text);
    if (found !== undefined) columns.set(found, column);
  }
  // Of a sheet whose hidden columns somebody has deleted, each answer is named: else they would be lost without a word.
  const isOfOurs = columns.has('key') || columns.has('by') || columns.has('date') || columns.has('remarks');
  return columns.has('answer') && isOfOurs ? columns : undefined;
}

function readRow(
  row: Row,
  columns: Columns,
  where: Pick<GivenAnswer, 'file' | 'sheet'>,
): GivenAnswer | undefined {
  const answer = cellAt(row, columns.get('answer'));
  if (answer === undefined) return undefined;
  const text = (column: AnswerColumn) => textAt(row, columns.get(column));
  const [by, date, remarks] = [text('by'), text('date'), text('remarks')];
  return {
    ...where,
    cell: addressOf(row.number, columns.get('answer') ?? 0),
    text: answer.text.trim(),
    asked: readKey(text('key') ?? ''),
    ...defined({ own: readOwn(text('own') ?? '') }),
    ...(by === undefined ? {} : { by }),
    ...(remarks === undefined ? {} : { remarks }),
    ...(date === undefined
      ? {}
      : { date: { text: date, cell: addressOf(row.number, columns.get('date') ?? 0) } }),
    ...((answer.struckOut || answer.isError) && { isVoid: true as const }),
  };
}

function readRemark(
  row: Row,
  columns: Columns,
  where: Pick<GivenAnswer, 'file' | 'sheet'>,
): LoneRemark | undefined {
  const text = textAt(row, columns.get('remarks'));
  if (text === undefined) return undefined;
  const asked = readKey(textAt(row, columns.get('key')) ?? '');
  return { ...where, cell: addressOf(row.number, columns.get('remarks') ?? 0), text, asked };
}

function cellAt({ cells }: Row, column: number | undefined): Cell | undefined {
  const cell = column === undefined ? undefined : cells.get(column);
  return cell === undefined || cell.text.trim() === '' ? undefined : cell;
}

function textAt(row: Row, column: number | undefined): string | undefined {
  return cellAt(row, column)?.text.trim();
}
