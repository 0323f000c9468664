import type { Language } from '../../../base/localized.ts';
import { suppressionWords } from '../../../result/words.ts';
import { type SourceColumn, sourceColumnNames } from './source-columns.ts';

/** The columns of the table of findings, in their order. */
export const tableColumns = [
  'verdict',
  'severity',
  'state',
  'clauses',
  'section',
  'id',
  'name',
  'agency',
  'division',
  'field',
  'missing',
  'message',
  'remedy',
  'file',
  'line',
  'column',
  'cause',
  'rule',
  'ruleTitle',
  'suppression',
  'exception',
  'justification',
  'approver',
  'expires',
  'fingerprint',
] as const;

export type TableColumn = (typeof tableColumns)[number] | SourceColumn;

/** What the table of findings says, in one language. */
export interface TableText {
  readonly columns: Readonly<Record<TableColumn, string>>;
  readonly state: Readonly<Record<'new' | 'changed' | 'unchanged', string>>;
  readonly suppression: Readonly<Record<'exception' | 'baseline', string>>;
  readonly error: string;
  /** the cell of what is unknown since it is not written */
  readonly missing: string;
}

const ja: TableText = {
  columns: {
    verdict: '判定',
    severity: '深刻度',
    state: '前回との比較',
    clauses: 'ポリシー条項',
    section: '台帳の区分',
    id: 'id',
    name: '名称',
    agency: '機関',
    division: '所管課',
    field: '項目',
    missing: '未記入',
    message: '指摘',
    remedy: '対処',
    file: 'ファイル',
    line: '行',
    column: '桁',
    cause: '原因',
    rule: 'ルール',
    ruleTitle: 'ルールの題名',
    suppression: '計上しない理由',
    exception: '例外措置',
    justification: '例外措置の理由等',
    approver: '承認者',
    expires: '期限',
    fingerprint: '指紋',
    ...sourceColumnNames.ja,
  },
  state: { new: '新規', changed: '判定が変わった', unchanged: '変わらず' },
  suppression: suppressionWords.ja,
  error: '実行できず',
  missing: '未記入',
};

const en: TableText = {
  columns: {
    verdict: 'verdict',
    severity: 'severity',
    state: 'compared',
    clauses: 'policy clauses',
    section: 'section',
    id: 'id',
    name: 'name',
    agency: 'agency',
    division: 'division',
    field: 'field',
    missing: 'missing',
    message: 'finding',
    remedy: 'remedy',
    file: 'file',
    line: 'line',
    column: 'column',
    cause: 'cause',
    rule: 'rule',
    ruleTitle: 'title of the rule',
    suppression: 'not counted because',
    exception: 'exception',
    justification: 'justification',
    approver: 'approver',
    expires: 'expires',
    fingerprint: 'fingerprint',
    ...sourceColumnNames.en,
  },
  state: { new: 'new', changed: 'verdict changed', unchanged: 'unchanged' },
  suppression: suppressionWords.en,
  error: 'not done',
  missing: 'missing',
};

/** The texts of the table of findings in every language. */
export const tableTexts: Readonly<Record<Language, TableText>> = { ja, en };
