import type { Day } from '../../base/date.ts';
import { answerHeaders, keyOfField } from '../../import/todo/columns.ts';
import { textOfOwn } from '../../import/todo/own-answer.ts';
import { subjectNames } from '../../result/words.ts';
import type {
  CellLayout,
  CellStyle,
  ChoiceLayout,
  RowLayout,
  SheetLayout,
} from '../../spreadsheet/layout.ts';
import { looks } from '../register/looks.ts';
import { type AnswerCell, answerCell } from './answer-cell.ts';
import { type AskedFact, clausesIn } from './asked-facts.ts';

/** What stands above the rows. */
export interface SheetHead {
  readonly title: string;
  /** what to do, a line each */
  readonly lines: readonly string[];
}

/** The rows that one office is sent. */
export interface ToDoSheet {
  readonly head: SheetHead;
  readonly facts: readonly AskedFact[];
  /** by when they are to be answered; blank where it is left to whoever sends them */
  readonly due: Day | undefined;
}

/** What stands in a column. */
interface ToDoColumn {
  readonly header: string;
  readonly note?: string;
  readonly width: number;
  /** whether the office writes in it */
  readonly isFilledIn?: true;
  readonly isHidden?: true;
  readonly cell: (row: ToDoRow) => CellLayout['value'];
}

interface ToDoRow {
  readonly fact: AskedFact;
  readonly answer: AnswerCell;
  readonly due: Day | undefined;
}

const columns: readonly ToDoColumn[] = [
  { header: '名称', width: 22, cell: ({ fact }) => fact.name },
  { header: 'id', width: 12, cell: ({ fact }) => fact.id },
  { header: '区分', width: 12, cell: ({ fact }) => subjectNames[fact.kind]?.ja ?? fact.kind },
  { header: '項目', width: 16, cell: ({ answer }) => answer.title },
  {
    header: answerHeaders.answer,
    note: '黄色の欄に答えを書きます。選択肢のある欄は、右端の▼から選べます。当てはまらない項目は「対象外」、分からない項目は空欄のままにします。空欄は取り込みません。',
    width: 20,
    isFilledIn: true,
    cell: () => undefined,
  },
  {
    header: '何を書くか',
    note: '項目の意味と、回答の欄に書けるもの。',
    width: 40,
    cell: ({ answer: { about, write } }) => [about, write].filter((line) => line !== '').join('\n'),
  },
  { header: '期限', width: 11, cell: ({ due }) => (due === undefined ? undefined : { day: due }) },
  {
    header: answerHeaders.by,
    note: '答えた人の課・職又は氏名。台帳に来歴として残ります。',
    width: 12,
    isFilledIn: true,
    cell: () => undefined,
  },
  {
    header: answerHeaders.date,
    note: '答えた日（2026-04-01、令和8年4月1日）。',
    width: 12,
    isFilledIn: true,
    cell: () => undefined,
  },
  {
    header: answerHeaders.remarks,
    note: '答えのよりどころ（規程、設定画面、契約書など）や、断っておくこと。',
    width: 22,
    isFilledIn: true,
    cell: () => undefined,
  },
  { header: '求める条項', width: 24, cell: ({ fact }) => clausesIn(fact.clauses) },
  { header: '所管課・管理責任者', width: 16, cell: ({ fact }) => inChargeOf(fact) },
  { header: answerHeaders.key, width: 30, isHidden: true, cell: ({ fact }) => keyOfField(fact.asked) },
  {
    header: answerHeaders.own,
    width: 20,
    isHidden: true,
    cell: ({ fact: { own } }) => (own === undefined ? undefined : textOfOwn(own)),
  },
];

const filledIn: CellStyle = { border: true, wrap: true, fill: 'FFF8DC' };
const given: CellStyle = looks.cell;

/** @returns the sheet of what one office is asked for, a row for each fact */
export function toDoSheet({ head, facts, due }: ToDoSheet): SheetLayout {
  const top = headRows(head);
  const header = top.length + 1;
  const rows = facts.map((fact): ToDoRow => ({ fact, answer: answerCell(fact), due }));
  const last = header + rows.length;
  return {
    name: toDoSheetName,
    widths: columns.map(({ width }) => width),
    hiddenColumns: new Set(columns.flatMap(({ isHidden }, index) => (isHidden ? [index + 1] : []))),
    rows: [...top, { cells: columns.map(headerCell) }, ...rows.map(rowLayout)],
    merges: top.map((_, index) => ({ top: index + 1, left: 1, bottom: index + 1, right: shownColumns })),
    frozen: { rows: header, columns: 1 },
    filtered: { top: header, left: 1, bottom: last, right: columns.length },
    choices: rows.map((row, index) => offered(row, header + 1 + index)),
  };
}

export const toDoSheetName = '記入依頼';

const shownColumns = columns.filter(({ isHidden }) => !isHidden).length;

function headRows({ title, lines }: SheetHead): RowLayout[] {
  return [
    { cells: [{ value: title, style: looks.title }], height: 26 },
    ...lines.map((line): RowLayout => ({ cells: [{ value: line, style: {} }] })),
  ];
}

function headerCell({ header, note, isFilledIn }: ToDoColumn): CellLayout {
  return {
    value: header,
    style: isFilledIn ? looks.asked : looks.header,
    ...(note !== undefined && { note }),
  };
}

function rowLayout(row: ToDoRow): RowLayout {
  return {
    cells: columns.map(({ cell, isFilledIn }) => {
      const value = cell(row);
      return { ...(value !== undefined && { value }), style: isFilledIn ? filledIn : given };
    }),
  };
}

const answerColumn = columns.findIndex(({ header }) => header === answerHeaders.answer) + 1;

/**
 * What is offered in an answer cell; where there is nothing to choose from, what to write is shown all the same. Nothing else is
 * ever refused: spreadsheets leave what they offer where it is when rows are sorted, so that a right answer would be.
 */
function offered({ answer: { choices, title, about, write } }: ToDoRow, row: number): ChoiceLayout {
  return {
    area: { top: row, left: answerColumn, bottom: row, right: answerColumn },
    choices,
    prompt: { title, text: [about, write].filter((line) => line !== '').join('\n') },
  };
}

function inChargeOf({ division, manager }: AskedFact): string {
  return [division, manager].filter((one) => one !== undefined).join('\n');
}
