import type { Language } from '../localized.ts';
import { plural, severityWords, verdictWords } from './words.ts';

/** How many findings there are of each verdict. */
type Counts = Readonly<Record<'fail' | 'unknown' | 'review', number>>;

/** How many findings do not count: what somebody approved, and what a baseline holds. */
interface Suppressed {
  readonly excepted: number;
  readonly held: Counts;
}

/** A policy as the line on what was judged names it. */
interface ScopePolicy {
  readonly id: string;
  /** of a text that was not yet in force on the day judged by: the day from which it was */
  readonly inForceFrom?: string;
}

/** What the text report says around the findings, in one language. */
export interface ReportText {
  readonly severity: Readonly<Record<'error' | 'warning' | 'info', string>>;
  readonly review: string;
  /** what stands before the lines of a finding or of a fact to fill in */
  readonly labels: Readonly<
    Record<'clause' | 'remedy' | 'trace' | 'rule' | 'why' | 'write' | 'where' | 'judges', string>
  >;
  readonly unknownTitle: (count: number) => string;
  readonly unknownHint: (facts: number) => string;
  readonly missingFact: (kind: string, field: string) => string;
  readonly missingIn: (records: number) => string;
  readonly value: (value: string) => string;
  readonly waiting: (count: number) => string;
  readonly settles: (count: number) => string;
  readonly otherRules: (count: number) => string;
  readonly others: (count: number) => string;
  readonly comma: string;
  readonly quote: (name: string) => string;
  readonly suppressedTitle: (count: number) => string;
  readonly errorsTitle: string;
  /** what the last line says where no finding counts: nothing is left, or nothing that a baseline does not hold */
  readonly nothing: (suppressed: Suppressed) => string;
  /** that nothing was found, where rules that are asked for did not run */
  readonly amongJudged: (found: string) => string;
  /** stands before what was found, where something could not be done */
  readonly unfinished: (found: string) => string;
  readonly marked: Readonly<Record<'new' | 'changed', (weight: string) => string>>;
  readonly counts: (counts: Counts & Suppressed) => string;
  readonly weights: (counts: { error: number; warning: number; info: number }) => string;
  readonly scope: (summary: {
    files: number;
    records: number;
    rules: number;
    policies: readonly ScopePolicy[];
    asOf: string;
    readonly outOfScope: number;
  }) => string;
}

const ja: ReportText = {
  severity: severityWords.ja,
  review: verdictWords.ja.review,
  labels: {
    clause: '条項',
    remedy: '対処',
    trace: '関連',
    rule: 'ルール',
    why: '理由',
    write: '書く内容',
    where: '場所',
    judges: '判定待ち',
  },
  unknownTitle: (count) => `判定不能 ${count}件 ─ 台帳に書かれていないため、まだ判定できません`,
  unknownHint: (facts) =>
    facts === 1
      ? '次の項目を書き足すと判定できます。'
      : `次の${facts}項目を書き足すと判定できます。上の項目ほど多くの判定が済みます。`,
  missingFact: (kind, field) => `${kind} の ${field}`,
  missingIn: (records) => `${records}件に未記入`,
  value: (value) => `値: ${value}`,
  waiting: (count) => `${String(count).padStart(4)}件`,
  settles: (count) => `判定待ち ${count}件`,
  otherRules: (count) => `ほか${count}ルール`,
  others: (count) => `ほか${count}件`,
  comma: '、',
  quote: (name) => `「${name}」`,
  suppressedTitle: (count) => `抑止した指摘 ${count}件`,
  errorsTitle: '実行できなかったこと',
  nothing: (suppressed) => {
    const aside = suppressedJa(suppressed);
    const found = sum(suppressed.held) > 0 ? '新しい指摘はありません' : '指摘はありません';
    return aside.length > 0 ? `${found} (${aside.join('、')})` : found;
  },
  amongJudged: (found) => `判定したルールについて、${found}`,
  unfinished: (found) => `判定を終えられませんでした。${found}`,
  marked: { new: (weight) => `新規 ${weight}`, changed: (weight) => `変化 ${weight}` },
  counts: (counts) => [countsJa(counts), ...suppressedJa(counts)].join('、'),
  weights: ({ error, warning, info }) => `エラー ${error}、警告 ${warning}、情報 ${info}`,
  scope: ({ files, records, rules, policies, asOf, outOfScope }) =>
    `判定日 ${asOf} │ ポリシー ${policies.length === 0 ? 'なし' : policies.map(policyJa).join(', ')} │ ${rules}ルール × ${records}件 (${outOfScope > 0 ? `うち適用範囲外 ${outOfScope}件、` : ''}${files}ファイル)`,
};

const en: ReportText = {
  severity: severityWords.en,
  review: verdictWords.en.review,
  labels: {
    clause: 'clause',
    remedy: 'remedy',
    trace: 'see',
    rule: 'rule',
    why: 'why',
    write: 'write',
    where: 'where',
    judges: 'settles',
  },
  unknownTitle: (count) => `${count} unknown: the inventory does not say enough to judge`,
  unknownHint: (facts) =>
    facts === 1
      ? 'This fact is missing:'
      : `These ${facts} facts are missing; the first ones settle the most:`,
  missingFact: (kind, field) => `${field} of ${kind}`,
  missingIn: (records) => `missing in ${records}`,
  value: (value) => `Value: ${value}.`,
  waiting: (count) => String(count).padStart(4),
  settles: (count) => `settles ${count}`,
  otherRules: (count) => `and ${plural(count, 'more rule')}`,
  others: (count) => `and ${count} more`,
  comma: ', ',
  quote: (name) => `“${name}”`,
  suppressedTitle: (count) => plural(count, 'suppressed finding'),
  errorsTitle: 'What could not be done',
  nothing: (suppressed) => {
    const aside = suppressedEn(suppressed);
    const found = sum(suppressed.held) > 0 ? 'no new findings' : 'no findings';
    return aside.length > 0 ? `${found} (${aside.join('; ')})` : found;
  },
  amongJudged: (found) => `of the rules that ran: ${found}`,
  unfinished: (found) => `could not be judged to the end; ${found}`,
  marked: { new: (weight) => `new ${weight}`, changed: (weight) => `changed ${weight}` },
  counts: (counts) => [countsEn(counts), ...suppressedEn(counts)].join('; '),
  weights: ({ error, warning, info }) => `${error} error, ${warning} warning, ${info} info`,
  scope: ({ files, records, rules, policies, asOf, outOfScope }) =>
    `as of ${asOf} │ ${policies.length === 0 ? 'no policy' : `policy ${policies.map(policyEn).join(', ')}`} │ ${plural(rules, 'rule')} × ${plural(records, 'record')} (${outOfScope > 0 ? `${outOfScope} out of scope, ` : ''}${plural(files, 'file')})`,
};

/** The texts of the report in every language. */
export const reportTexts: Readonly<Record<Language, ReportText>> = { ja, en };

function countsJa({ fail, unknown, review }: Counts): string {
  return `違反 ${fail}件、判定不能 ${unknown}件、要確認 ${review}件`;
}

function countsEn({ fail, unknown, review }: Counts): string {
  return `${fail} fail, ${unknown} unknown, ${review} review`;
}

function suppressedJa({ excepted, held }: Suppressed): string[] {
  return [
    ...(sum(held) > 0 ? [`ベースラインにある既知の指摘: ${countsJa(held)}`] : []),
    ...(excepted > 0 ? [`例外措置の適用中 ${excepted}件`] : []),
  ];
}

function suppressedEn({ excepted, held }: Suppressed): string[] {
  return [
    ...(sum(held) > 0 ? [`the baseline holds ${countsEn(held)}`] : []),
    ...(excepted > 0 ? [`${excepted} excepted`] : []),
  ];
}

function sum({ fail, unknown, review }: Counts): number {
  return fail + unknown + review;
}

function policyJa({ id, inForceFrom }: ScopePolicy): string {
  return inForceFrom === undefined ? id : `${id} (${inForceFrom}施行の版、判定日には施行前)`;
}

function policyEn({ id, inForceFrom }: ScopePolicy): string {
  return inForceFrom === undefined ? id : `${id} (text of ${inForceFrom}, not yet in force)`;
}
