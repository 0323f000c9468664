import type { Language } from '../localized.ts';
import { plural, severityWords, verdictWords } from './words.ts';

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
  readonly nothing: (suppressed: number) => string;
  /** stands before what was found, where something could not be done */
  readonly unfinished: (found: string) => string;
  readonly marked: Readonly<Record<'new' | 'changed', (weight: string) => string>>;
  readonly counts: (counts: { fail: number; unknown: number; review: number; suppressed: number }) => string;
  readonly weights: (counts: { error: number; warning: number; info: number }) => string;
  readonly scope: (summary: {
    files: number;
    records: number;
    rules: number;
    policies: string;
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
  nothing: (suppressed) => (suppressed > 0 ? `指摘はありません (抑止 ${suppressed}件)` : '指摘はありません'),
  unfinished: (found) => `判定を終えられませんでした。${found}`,
  marked: { new: (weight) => `新規 ${weight}`, changed: (weight) => `変化 ${weight}` },
  counts: ({ fail, unknown, review, suppressed }) =>
    [
      `違反 ${fail}件`,
      `判定不能 ${unknown}件`,
      `要確認 ${review}件`,
      ...(suppressed > 0 ? [`抑止 ${suppressed}件`] : []),
    ].join('、'),
  weights: ({ error, warning, info }) => `エラー ${error}、警告 ${warning}、情報 ${info}`,
  scope: ({ files, records, rules, policies, asOf, outOfScope }) =>
    `判定日 ${asOf} │ ポリシー ${policies === '' ? 'なし' : policies} │ ${rules}ルール × ${records}件 (${outOfScope > 0 ? `うち適用範囲外 ${outOfScope}件、` : ''}${files}ファイル)`,
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
  nothing: (suppressed) => (suppressed > 0 ? `no findings (${suppressed} suppressed)` : 'no findings'),
  unfinished: (found) => `could not be judged to the end; ${found}`,
  marked: { new: (weight) => `new ${weight}`, changed: (weight) => `changed ${weight}` },
  counts: ({ fail, unknown, review, suppressed }) =>
    [
      `${fail} fail`,
      `${unknown} unknown`,
      `${review} review`,
      ...(suppressed > 0 ? [`${suppressed} suppressed`] : []),
    ].join(', '),
  weights: ({ error, warning, info }) => `${error} error, ${warning} warning, ${info} info`,
  scope: ({ files, records, rules, policies, asOf, outOfScope }) =>
    `as of ${asOf} │ ${policies === '' ? 'no policy' : `policy ${policies}`} │ ${plural(rules, 'rule')} × ${plural(records, 'record')} (${outOfScope > 0 ? `${outOfScope} out of scope, ` : ''}${plural(files, 'file')})`,
};

/** The texts of the report in every language. */
export const reportTexts: Readonly<Record<Language, ReportText>> = { ja, en };
