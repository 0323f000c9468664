import type { Day } from '../../base/date.ts';
import type { Language } from '../../base/localized.ts';
import type { DueKind } from '../../result/result.ts';
import { plural } from '../../result/words.ts';
import { type SourceColumn, sourceColumnNames } from '../findings/csv/source-columns.ts';

/** The columns of the table of what falls due, in their order. */
export const dueColumns = [
  'division',
  'agency',
  'date',
  'state',
  'kind',
  'section',
  'id',
  'name',
  'what',
  'asWritten',
  'file',
  'line',
  'column',
] as const;

export type DueColumn = (typeof dueColumns)[number] | SourceColumn;

/** What the lists of what falls due say, in one language. */
export interface DueText {
  readonly title: (body: string | undefined) => string;
  readonly period: (from: Day, until: Day, within: string) => string;
  readonly kind: Readonly<Record<DueKind, string>>;
  readonly columns: Readonly<Record<DueColumn, string>>;
  readonly overdue: string;
  readonly toCome: string;
  /** of what it is not known when it falls due */
  readonly notKnown: string;
  readonly notDone: string;
  /** how long before or after the day judged by */
  readonly days: (days: number) => string;
  readonly asWritten: (date: Day, written: string) => string;
  readonly noDivision: string;
  readonly count: (count: number) => string;
  readonly nothing: (from: Day, until: Day, isCertain: boolean) => string;
  readonly total: (all: number, overdue: number) => string;
  readonly left: (divisions: readonly string[], count: number) => string;
  readonly unread: (places: number) => string;
  readonly summary: (kind: DueKind, name: string, isOverdue: boolean) => string;
  readonly place: string;
  readonly inCharge: string;
}

const ja: DueText = {
  title: (body) => `期限の来るもの${body === undefined ? '' : ` ─ ${body}`}`,
  period: (from, until, within) => `${from} から ${until} まで（${within}）と、期限の過ぎたもの`,
  kind: {
    exception: '例外措置',
    attestation: '確認記録',
    approval: '承認',
    contract: '契約',
    correction: '改善',
    support: 'サポート',
    'yearly-duty': '定期の義務',
    post: '役割の確認',
  },
  columns: {
    division: '所管課',
    agency: '機関',
    date: '期限',
    state: '状況',
    kind: '種類',
    section: '台帳の区分',
    id: 'id',
    name: '名称',
    what: 'すること',
    asWritten: '台帳の表記',
    file: 'ファイル',
    line: '行',
    column: '桁',
    ...sourceColumnNames.ja,
  },
  overdue: '期限切れ',
  toCome: '期限前',
  notKnown: '期限不明',
  notDone: '実行できず',
  days: (days) => (days < 0 ? `${-days}日経過` : days === 0 ? '当日' : `あと${days}日`),
  asWritten: (date, written) => `${date}（${written}）`,
  noDivision: '所管課の記載なし',
  count: (count) => `${count}件`,
  nothing: (from, until, isCertain) =>
    `${isCertain ? '' : '台帳から分かる限り、'}${from} から ${until} までに期限の来るものも、期限の過ぎたものもありません。`,
  total: (all, overdue) => `${all}件（うち期限切れ ${overdue}件）`,
  left: (divisions, count) =>
    `所管課${divisions.map((name) => `「${name}」`).join('')}のものだけを示しています。ほかに${count}件あります。`,
  unread: (places) =>
    `台帳に、読めないか正しくないところが${places}か所あり、そこに書かれた期限は分かりません。sekisho check で確かめてください。`,
  summary: (kind, name, isOverdue) => `${isOverdue ? '【期限切れ】' : ''}${ja.kind[kind]}の期限: ${name}`,
  place: '場所',
  inCharge: '所管課',
};

const en: DueText = {
  title: (body) => `What falls due${body === undefined ? '' : `: ${body}`}`,
  period: (from, until, within) => `from ${from} to ${until} (${within}), and what is overdue`,
  kind: {
    exception: 'exception',
    attestation: 'attestation',
    approval: 'approval',
    contract: 'contract',
    correction: 'correction',
    support: 'support',
    'yearly-duty': 'recurring duty',
    post: 'post to confirm',
  },
  columns: {
    division: 'division',
    agency: 'agency',
    date: 'due',
    state: 'state',
    kind: 'kind',
    section: 'section',
    id: 'id',
    name: 'name',
    what: 'what to do',
    asWritten: 'as written',
    file: 'file',
    line: 'line',
    column: 'column',
    ...sourceColumnNames.en,
  },
  overdue: 'overdue',
  toCome: 'to come',
  notKnown: 'not known',
  notDone: 'not done',
  days: (days) =>
    days < 0 ? `${plural(-days, 'day')} ago` : days === 0 ? 'today' : `in ${plural(days, 'day')}`,
  asWritten: (date, written) => `${date} (${written})`,
  noDivision: 'no division named',
  count: (count) => String(count),
  nothing: (from, until, isCertain) =>
    `${isCertain ? 'Nothing' : 'As far as the inventory says, nothing'} falls due from ${from} to ${until}, and nothing is overdue.`,
  total: (all, overdue) => `${all} due, ${overdue} of them overdue`,
  left: (divisions, count) =>
    `Only what concerns ${divisions.map((name) => `“${name}”`).join(', ')} is shown; there ${count === 1 ? 'is' : 'are'} ${plural(count, 'other')}.`,
  unread: (places) =>
    `The inventory cannot be read or is not valid at ${plural(places, 'place')}; what falls due there is not known. sekisho check lists them.`,
  summary: (kind, name, isOverdue) => `${isOverdue ? 'OVERDUE: ' : ''}${en.kind[kind]}: ${name}`,
  place: 'Place',
  inCharge: 'Division',
};

/** The texts of the lists of what falls due in every language. */
export const dueTexts: Readonly<Record<Language, DueText>> = { ja, en };
