import type { Language } from '../../../../base/localized.ts';
import type { ReportKind } from '../../../../result/result.ts';
import { amount, things } from '../words/numbers.ts';

type Words<Word extends string> = Readonly<Record<Word, string>>;

/** What the two pages in front say: the cover, and the page for whoever has five minutes. */
export interface FrontText {
  readonly kinds: Words<ReportKind>;
  readonly kind: string;
  readonly commissionedBy: string;
  readonly conductedBy: string;
  readonly approvals: string;
  readonly clauses: string;
  readonly opinion: string;
  readonly divisionReport: (names: string) => string;
  readonly divisionNote: string;
  readonly onlySummary: string;
  readonly violations: string;
  readonly columns: Words<'what' | 'record' | 'division' | 'clause' | 'toDo' | 'total' | 'date' | 'due'>;
  readonly noViolations: string;
  readonly besides: (counts: string) => string;
  readonly andOthers: (count: number) => string;
  readonly moreFindings: (count: number) => string;
  readonly byDivision: string;
  readonly byAgency: string;
  readonly noDivisions: string;
  readonly moreDivisions: (count: number) => string;
  readonly since: string;
  readonly notCompared: string;
  readonly compared: (
    name: string,
    counts: Readonly<Record<'new' | 'changed' | 'unchanged' | 'gone', number>>,
  ) => string;
  readonly newViolations: (count: number) => string;
  readonly ground: string;
  readonly ofTheBody: string;
  readonly filled: string;
  readonly filledBy: (filled: {
    readonly asked: number;
    readonly told: number;
    readonly share: string;
  }) => string;
  readonly toWrite: (facts: number, places: number) => string;
  readonly nothingToWrite: string;
  readonly ticks: string;
  readonly ticked: (ticks: {
    readonly passes: number;
    readonly ticked: number;
    readonly share: string;
  }) => string;
  readonly unjudged: string;
  readonly unanswered: (refs: string, count: number) => string;
  readonly informs: (refs: string, count: number) => string;
  readonly areas: (names: string) => string;
  readonly allJudged: string;
  readonly refsAnd: (refs: string, more: number) => string;
  readonly due: string;
  readonly moreDue: (count: number) => string;
  readonly overdue: string;
}

const ja: FrontText = {
  kinds: { 'self-inspection': '自己点検', 'internal-audit': '内部監査', 'external-audit': '外部監査' },
  kind: '報告の種類',
  commissionedBy: '依頼した者',
  conductedBy: '実施した者',
  approvals: '決裁欄',
  clauses: '条項の状態',
  opinion: '総評（監査人記入）',
  divisionReport: (names) => `${names}の分`,
  divisionNote:
    '指摘と要点は、この課の分です。判定の内訳、条項ごとの判定、ネットワークなど、ほかの章は団体全体のものです。',
  onlySummary: '違反だけを載せています。ほかの指摘と条項ごとの判定は、全体の報告書にあります。',
  violations: '違反',
  columns: {
    what: '何が',
    record: '対象',
    division: '所管課',
    clause: '条項',
    toDo: 'すること',
    total: '計',
    date: '期限',
    due: '期限が来るもの',
  },
  noViolations: '違反はありません。',
  besides: (counts) => `このほか、${counts}。`,
  andOthers: (count) => `ほか${amount(count)}件`,
  moreFindings: (count) => `ほか${amount(count)}件の違反`,
  byDivision: '所管課ごとの件数',
  byAgency: '担当ごとの件数',
  noDivisions: '台帳に所管課 (division) の記載がないため、課ごとには分けていません。',
  moreDivisions: (count) => `ほか${amount(count)}か所`,
  since: '前回から',
  notCompared: '前回の状態とは比べていません（--base 又は --baseline で比べます）。',
  compared: (name, counts) =>
    `${name} との比較：新規 ${amount(counts.new)}、変化 ${amount(counts.changed)}、継続 ${amount(counts.unchanged)}、なくなったもの ${amount(counts.gone)}`,
  newViolations: (count) => `（新規・変化のうち違反 ${amount(count)}）`,
  ground: '判定の土台',
  ofTheBody: '（団体全体）',
  filled: '台帳の記載',
  filledBy: ({ asked, told, share }) =>
    `ルールが記録に問うた${amount(asked)}件（対象外を除く）のうち${amount(told)}件（${share}）は、記載があり判定できました。`,
  toWrite: (facts, places) => `書き足すところは${amount(facts)}項目、${amount(places)}か所です。`,
  nothingToWrite: '書き足すところはありません。',
  ticks: '証拠のない適合',
  ticked: ({ passes, ticked, share }) =>
    `適合${amount(passes)}件のうち${amount(ticked)}件（${share}）は、証拠 (evidence) を挙げていない記録の「はい・いいえ」だけによります。`,
  unjudged: '判定しない事項',
  unanswered: (refs, count) => `対応する判定のない条項${amount(count)}：${refs}。`,
  informs: (refs, count) => `義務等を定め、参照だけの条項${amount(count)}：${refs}。`,
  areas: (names) => `条項のない分野：${names}。`,
  allJudged: 'すべての条項と分野に判定があります。',
  refsAnd: (refs, more) => (more === 0 ? refs : `${refs} ほか${amount(more)}`),
  due: '90日以内に期限が来るもの',
  moreDue: (count) => `ほか${amount(count)}件`,
  overdue: '期限切れ',
};

const en: FrontText = {
  kinds: {
    'self-inspection': 'Self-inspection',
    'internal-audit': 'Internal audit',
    'external-audit': 'External audit',
  },
  kind: 'Kind of report',
  commissionedBy: 'Commissioned by',
  conductedBy: 'Conducted by',
  approvals: 'Approvals',
  clauses: 'Clauses',
  opinion: 'Opinion of the auditor',
  divisionReport: (names) => `For ${names}`,
  divisionNote:
    'Findings and key points are those of the division. All other chapters are of the whole body.',
  onlySummary:
    'Violations alone are listed. The other findings and the clauses one by one are in the full report.',
  violations: 'Violations',
  columns: {
    what: 'What',
    record: 'Record',
    division: 'Division',
    clause: 'Clause',
    toDo: 'What to do',
    total: 'total',
    date: 'Due',
    due: 'What falls due',
  },
  noViolations: 'There are no violations.',
  besides: (counts) => `Besides: ${counts}.`,
  andOthers: (count) => `and ${amount(count)} more`,
  moreFindings: (count) => `${things(count, 'more violation')}`,
  byDivision: 'By division',
  byAgency: 'By agency',
  noDivisions: 'The inventory names no divisions, so nothing is counted by division.',
  moreDivisions: (count) => `${things(count, 'more division')}`,
  since: 'Since last time',
  notCompared: 'Not compared with an earlier state (--base or --baseline does so).',
  compared: (name, counts) =>
    `compared with ${name}: ${amount(counts.new)} new, ${amount(counts.changed)} changed, ${amount(counts.unchanged)} unchanged, ${amount(counts.gone)} gone`,
  newViolations: (count) => ` (violations among the new and changed: ${amount(count)})`,
  ground: 'What it rests on',
  ofTheBody: ' (the whole body)',
  filled: 'What is written',
  filledBy: ({ asked, told, share }) =>
    `Of ${things(asked, 'question')} that rules ask of records (not applicable left out), ${amount(told)} (${share}) could be judged by what is written.`,
  toWrite: (facts, places) => `${things(facts, 'fact')} in ${things(places, 'place')} are left to write.`,
  nothingToWrite: 'Nothing is left to write.',
  ticks: 'Passes without evidence',
  ticked: ({ passes, ticked, share }) =>
    `Of ${amount(passes)} passes, ${amount(ticked)} (${share}) rest on a mere yes or no of a record that names no evidence.`,
  unjudged: 'Not judged',
  unanswered: (refs, count) => `${things(count, 'clause')} that nothing answers: ${refs}.`,
  informs: (refs, count) =>
    `${count === 1 ? '1 duty' : `${amount(count)} duties`} for reference alone: ${refs}.`,
  areas: (names) => `Subjects without a clause: ${names}.`,
  allJudged: 'Every clause and every subject is judged.',
  refsAnd: (refs, more) => (more === 0 ? refs : `${refs} and ${amount(more)} more`),
  due: 'Due within 90 days',
  moreDue: (count) => `${amount(count)} more`,
  overdue: 'overdue',
};

/** The texts of the two pages in front in every language. */
export const frontTexts: Readonly<Record<Language, FrontText>> = { ja, en };
