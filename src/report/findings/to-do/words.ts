import type { Day } from '../../../base/date.ts';
import type { Language } from '../../../base/localized.ts';
import { plural } from '../../../result/words.ts';
import { type SourceColumn, sourceColumnNames } from '../csv/source-columns.ts';

/** The columns of the list of what is to be written, in their order. */
export const toDoColumns = [
  'order',
  'division',
  'manager',
  'agency',
  'section',
  'id',
  'name',
  'fact',
  'field',
  'write',
  'choices',
  'reason',
  'settles',
  'from',
  'clauses',
  'file',
  'line',
] as const;

export type ToDoColumn = (typeof toDoColumns)[number] | SourceColumn;

/** How much there is to write, and how many findings wait for it. */
interface Amount {
  readonly facts: number;
  readonly rows: number;
  readonly findings: number;
}

/** What the list says around the facts, in one language. */
export interface ToDoText {
  readonly title: string;
  readonly columns: Readonly<Record<ToDoColumn, string>>;
  readonly lead: (amount: Amount) => string;
  readonly nothing: string;
  /** there is nothing for the divisions that are shown */
  readonly nothingShown: string;
  /** the inventory is invalid at some places, which may hide what else is missing */
  readonly invalid: (places: number) => string;
  /** at so many places the records say that the field does not apply to them */
  readonly notApplicable: (places: number) => string;
  readonly missingIn: (records: number) => string;
  readonly settles: (count: number) => string;
  readonly from: (day: Day) => string;
  readonly choice: (value: string, name: string) => string;
  readonly colon: string;
}

const ja: ToDoText = {
  title: '台帳に書き足すこと',
  columns: {
    order: '順',
    division: '所管課',
    manager: '管理責任者',
    agency: '機関',
    section: '台帳の区分',
    id: 'id',
    name: '名称',
    fact: '書く項目',
    field: '項目',
    write: '書く内容',
    choices: '選択肢',
    reason: '理由',
    settles: '判定待ち',
    from: '判定の始まる日',
    clauses: 'ポリシー条項',
    file: 'ファイル',
    line: '行',
    ...sourceColumnNames.ja,
  },
  lead: ({ facts, rows, findings }) =>
    `${facts}項目、${rows}か所です。書き足すと、判定不能の${findings}件を判定できます。${facts > 1 ? '多くの判定が済む順に並べています。' : ''}`,
  nothing: '書き足すことはありません。',
  nothingShown: 'この所管課が書き足すことはありません。',
  invalid: (places) =>
    `台帳に、読めないか正しくないところが${places}か所あります。その中で足りないものは、この一覧に載りません。sekisho check で確かめ、先に直してください。`,
  notApplicable: (places) =>
    `ほかに${places}か所は、台帳で対象外 (notApplicable) とされているので、この一覧から除いています。判定は判定不能のままです。`,
  missingIn: (records) => `${records}件に未記入`,
  settles: (count) => `判定待ち ${count}件`,
  from: (day) => `${day} から`,
  choice: (value, name) => `${value}（${name}）`,
  colon: '：',
};

const en: ToDoText = {
  title: 'What to add to the inventory',
  columns: {
    order: 'order',
    division: 'division',
    manager: 'manager',
    agency: 'agency',
    section: 'section',
    id: 'id',
    name: 'name',
    fact: 'fact',
    field: 'field',
    write: 'what to write',
    choices: 'choices',
    reason: 'reason',
    settles: 'settles',
    from: 'judged from',
    clauses: 'policy clauses',
    file: 'file',
    line: 'line',
    ...sourceColumnNames.en,
  },
  lead: ({ facts, rows, findings }) =>
    `${plural(facts, 'fact')} to add at ${plural(rows, 'place')}, to settle ${findings} unknown${facts > 1 ? '; the first ones settle the most' : ''}.`,
  nothing: 'There is nothing to add.',
  nothingShown: 'There is nothing for this division to add.',
  invalid: (places) =>
    `The inventory cannot be read or is not valid at ${plural(places, 'place')}; what is missing there is not in this list. sekisho check lists them; correct them first.`,
  notApplicable: (places) =>
    `${plural(places, 'more place')} ${places === 1 ? 'is' : 'are'} left out of this list, since the inventory says that the field does not apply there (notApplicable); the verdicts stay unknown.`,
  missingIn: (records) => `missing in ${records}`,
  settles: (count) => `settles ${count}`,
  from: (day) => `from ${day}`,
  choice: (value, name) => `${value} (${name})`,
  colon: ': ',
};

/** The texts of the list in every language. */
export const toDoTexts: Readonly<Record<Language, ToDoText>> = { ja, en };
