import type { Day } from '../../base/date.ts';
import type { Language } from '../../base/localized.ts';
import { type Finding, type FindingLabel, findingLabels, type Suppression } from '../../result/result.ts';
import {
  announcedWords,
  fromDay,
  labelWords,
  nouns,
  plural,
  rareLabels,
  subjectNames,
  subjectWords,
  suppressionWords,
  weightWords,
  wordLabel,
} from '../../result/words.ts';

/** The number of findings per label. */
type Labels = Readonly<Record<FindingLabel, number>>;

/**
 * The same for findings that count, followed by those that hold only from a day to come, and the suppressed ones: by exceptions
 * and by the baseline.
 */
interface Counts extends Labels, Readonly<Record<'announced' | Suppression['kind'], number>> {
  readonly held: Labels;
}

/** A policy in the scope line. */
interface ScopePolicy {
  readonly id: string;
  /** for an edition not yet in force on the day judged by: the day from which it is */
  readonly inForceFrom?: string;
}

/** What the text report says around the findings, in one language. */
export interface ReportText {
  /** the label of a finding, with its severity, or with the day from which it holds */
  readonly label: (finding: Pick<Finding, 'label' | 'severity' | 'announced'>) => string;
  /** the labels of the lines of a finding or of a fact to fill in */
  readonly labels: Readonly<
    Record<'clause' | 'remedy' | 'trace' | 'rule' | 'cause' | 'why' | 'write' | 'where' | 'judges', string>
  >;
  /** the number of findings in a block */
  readonly times: (count: number) => string;
  /** a message for all findings of a block */
  readonly together: (count: number, statement: string) => string;
  /** the cause of a block, after the word for its kind */
  readonly cause: Readonly<Record<'anchor' | 'fact' | 'parent', (name: string) => string>>;
  readonly unknownTitle: (count: number) => string;
  /** the findings that hold only from a day to come, and the unknown ones among them, by that day */
  readonly announcedTitle: (count: number) => string;
  readonly announcedUnknownTitle: (count: number, day: Day) => string;
  readonly unknownHint: (facts: number) => string;
  /**
   * a fact in words, with its path in the vocabulary; the record kind is named only where the field's name does not say
   * it
   */
  readonly missingFact: (kind: string, what: string, place: string) => string;
  /** the keys that may be written below a field */
  readonly keys: (field: string, keys: string) => string;
  readonly missingIn: (records: number) => string;
  readonly value: (value: string) => string;
  /** how to get the whole list of facts to fill in */
  readonly toDoList: string;
  readonly waiting: (count: number) => string;
  readonly settles: (count: number) => string;
  readonly otherRules: (count: number) => string;
  readonly others: (count: number) => string;
  /** of a way through the network that is not shown to its end */
  readonly stepsLeft: (count: number) => string;
  readonly comma: string;
  readonly quote: (name: string) => string;
  readonly suppressedTitle: Readonly<Record<Suppression['kind'], (count: number) => string>>;
  readonly errorsTitle: string;
  /** the last line where no finding counts: none at all, or none besides those of the baseline */
  readonly nothing: (counts: Counts) => string;
  /** no findings, where rules that the policies cite did not run */
  readonly amongJudged: (found: string) => string;
  /** precedes the counts where the run had errors */
  readonly unfinished: (found: string) => string;
  readonly marked: Readonly<Record<'new' | 'changed', (weight: string) => string>>;
  readonly counts: (counts: Counts) => string;
  readonly weights: (counts: { error: number; warning: number; info: number }) => string;
  /** the counts of the divisions in one line; each of them, those of further ones together, and what names none */
  readonly byDivision: (counts: readonly string[]) => string;
  readonly ofDivision: (name: string, count: number) => string;
  readonly otherDivisions: (divisions: number, count: number) => string;
  readonly noDivision: (count: number) => string;
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
  label: (finding) =>
    showsWeight(finding)
      ? `${labelWords.ja[finding.label]}（${weightWords.ja(finding.severity)}）`
      : wordLabel(finding, 'ja'),
  labels: {
    clause: '条項',
    remedy: '対処',
    trace: '関連',
    rule: 'ルール',
    cause: '原因',
    why: '理由',
    write: '書く内容',
    where: '場所',
    judges: '判定待ち',
  },
  times: (count) => `×${count}`,
  together: (count, statement) => `次の${count}件は${/^[!-~]/.test(statement) ? ' ' : ''}${statement}`,
  cause: {
    anchor: (name) => `${name} のアンカーに書かれた値`,
    fact: (name) => `${name} が書かれていないこと`,
    parent: (name) => `${name} の記載`,
  },
  unknownTitle: (count) => `判定不能 ${count}件 ─ 台帳に書かれていないため、まだ判定できません`,
  announcedTitle: (count) => `${announcedWords.ja} ${count}件 ─ 示した日から数えます。今の結果には数えません`,
  announcedUnknownTitle: (count, day) => fromDay.ja(day, `判定不能 ${count}件`),
  unknownHint: (facts) =>
    facts === 1
      ? '次の項目を書き足すと判定できます。'
      : `次の${facts}項目を書き足すと判定できます。上の項目ほど多くの判定が済みます。`,
  missingFact: (kind, what, place) => {
    const isSaid = subjectWords[kind]?.some((word) => what.includes(word)) === true;
    // Only a colon fits after every kind of field name: a noun, the day of an event, or a question.
    return `${isSaid ? '' : `${subjectNames[kind]?.ja ?? kind}：`}${what} (${place})`;
  },
  keys: (field, keys) => `${field} に書く項目は、${keys}です。`,
  missingIn: (records) => `${records}件に未記入`,
  value: (value) => `${value}。`,
  toDoList:
    '記録ごとの一覧は -f todo で、表計算ソフト用のものは -f todo=todo.csv で得られます。ここですべて示すには --todo-details を付けてください。',
  waiting: (count) => `${String(count).padStart(4)}件`,
  settles: (count) => `判定待ち ${count}件`,
  otherRules: (count) => `ほか${count}ルール`,
  others: (count) => `ほか${count}件`,
  stepsLeft: (count) => `（経路が長いため、残りの${count}段は省略）`,
  comma: '、',
  quote: (name) => `「${name}」`,
  suppressedTitle: {
    exception: (count) => `例外措置の適用中の指摘 ${count}件`,
    baseline: (count) => `既知の指摘（基準時点から継続） ${count}件`,
  },
  errorsTitle: '実行できなかったこと',
  nothing: (counts) => {
    const aside = asideJa(counts);
    const found = counts.baseline > 0 ? '新しい指摘はありません' : '指摘はありません';
    return aside.length > 0 ? `${found} (${aside.join('、')})` : found;
  },
  amongJudged: (found) => `判定したルールについて、${found}`,
  unfinished: (found) => `判定を終えられませんでした。${found}`,
  marked: { new: (weight) => `新規 ${weight}`, changed: (weight) => `変化 ${weight}` },
  counts: (counts) => [countsJa(counts), ...asideJa(counts)].join('、'),
  weights: ({ error, warning, info }) => `深刻度 高 ${error}、中 ${warning}、低 ${info}`,
  byDivision: (counts) => `所管課別 │ ${counts.join('、')}`,
  ofDivision: (name, count) => `${name} ${count}件`,
  otherDivisions: (divisions, count) => `ほか${divisions}課 ${count}件`,
  noDivision: (count) => `所管課の記載なし ${count}件`,
  scope: ({ files, records, rules, policies, asOf, outOfScope }) =>
    `判定日 ${asOf} │ ポリシー ${policies.length === 0 ? 'なし' : policies.map(policyJa).join(', ')} │ ${rules}ルール × ${records}件 (${outOfScope > 0 ? `うち適用範囲外 ${outOfScope}件、` : ''}${files}ファイル)`,
};

const en: ReportText = {
  label: (finding) =>
    showsWeight(finding)
      ? `${labelWords.en[finding.label]} (${weightWords.en(finding.severity)})`
      : wordLabel(finding, 'en'),
  labels: {
    clause: 'clause',
    remedy: 'remedy',
    trace: 'see',
    rule: 'rule',
    cause: 'cause',
    why: 'why',
    write: 'write',
    where: 'where',
    judges: 'settles',
  },
  times: (count) => `×${count}`,
  together: (count, statement) => `Each of these ${count} ${statement}`,
  cause: {
    anchor: (name) => `the value behind the anchor ${name}`,
    fact: (name) => `${name} is not stated`,
    parent: (name) => `what ${name} states`,
  },
  unknownTitle: (count) => `${count} unknown: the inventory does not say enough to judge`,
  announcedTitle: (count) =>
    `${plural(count, 'finding')} ${announcedWords.en}: each holds from the day shown and does not count today`,
  announcedUnknownTitle: (count, day) => fromDay.en(day, `${count} unknown`),
  unknownHint: (facts) =>
    facts === 1
      ? 'This fact is missing:'
      : `These ${facts} facts are missing; the first ones settle the most:`,
  missingFact: (kind, what, place) => {
    const section = subjectNames[kind]?.en ?? kind;
    return `${what.startsWith(section) ? '' : `${section}: `}${what} (${place})`;
  },
  keys: (field, keys) => `The keys of ${field} are ${keys}.`,
  missingIn: (records) => `missing in ${records}`,
  value: (value) => `${value[0]?.toUpperCase()}${value.slice(1)}.`,
  toDoList:
    'For a list record by record: -f todo, or -f todo=todo.csv for a spreadsheet. --todo-details shows all of it here.',
  waiting: (count) => String(count).padStart(4),
  settles: (count) => `settles ${count}`,
  otherRules: (count) => `and ${plural(count, 'more rule')}`,
  others: (count) => `and ${count} more`,
  stepsLeft: (count) => `(the way is long: ${count} more steps are left out)`,
  comma: ', ',
  quote: (name) => `“${name}”`,
  suppressedTitle: {
    exception: (count) => `${plural(count, 'finding')} under an exception`,
    baseline: (count) => `${plural(count, 'finding')} known since the baseline`,
  },
  errorsTitle: 'What could not be done',
  nothing: (counts) => {
    const aside = asideEn(counts);
    const found = counts.baseline > 0 ? 'no new findings' : 'no findings';
    return aside.length > 0 ? `${found} (${aside.join('; ')})` : found;
  },
  amongJudged: (found) => `of the rules that ran: ${found}`,
  unfinished: (found) => `could not be judged to the end; ${found}`,
  marked: { new: (weight) => `new ${weight}`, changed: (weight) => `changed ${weight}` },
  counts: (counts) => [countsEn(counts), ...asideEn(counts)].join('; '),
  weights: ({ error, warning, info }) => `${error} error, ${warning} warning, ${info} info`,
  byDivision: (counts) => `by division │ ${counts.join(', ')}`,
  ofDivision: (name, count) => `${name} ${count}`,
  otherDivisions: (divisions, count) => `${plural(divisions, 'other')} ${count}`,
  noDivision: (count) => `no division stated ${count}`,
  scope: ({ files, records, rules, policies, asOf, outOfScope }) =>
    `as of ${asOf} │ ${policies.length === 0 ? 'no policy' : `policy ${policies.map(policyEn).join(', ')}`} │ ${plural(rules, 'rule')} × ${plural(records, 'record')} (${outOfScope > 0 ? `${outOfScope} out of scope, ` : ''}${plural(files, 'file')})`,
};

/** The texts of the report in every language. */
export const reportTexts: Readonly<Record<Language, ReportText>> = { ja, en };

function countsJa(counts: Labels): string {
  return presentLabels(counts)
    .map((label) => `${labelWords.ja[label]} ${counts[label]}件`)
    .join('、');
}

function countsEn(counts: Labels): string {
  return presentLabels(counts)
    .map((label) => {
      const word = labelWords.en[label];
      return nouns.has(word) ? plural(counts[label], word) : `${counts[label]} ${word}`;
    })
    .join(', ');
}

/** What does not count today: announced findings, and suppressed ones, those of the baseline apart from those under an exception. */
function asideJa({ announced, exception, baseline, held }: Counts): string[] {
  return [
    ...(announced > 0 ? [`${announcedWords.ja} ${announced}件`] : []),
    ...(baseline > 0 ? [`${suppressionWords.ja.baseline}: ${countsJa(held)}`] : []),
    ...(exception > 0 ? [`${suppressionWords.ja.exception} ${exception}件`] : []),
  ];
}

function asideEn({ announced, exception, baseline, held }: Counts): string[] {
  return [
    ...(announced > 0 ? [`${announced} ${announcedWords.en}`] : []),
    ...(baseline > 0 ? [`${suppressionWords.en.baseline}: ${countsEn(held)}`] : []),
    ...(exception > 0 ? [`${exception} ${suppressionWords.en.exception}`] : []),
  ];
}

function policyJa({ id, inForceFrom }: ScopePolicy): string {
  return inForceFrom === undefined ? id : `${id} (${inForceFrom}施行の版、判定日には施行前)`;
}

function policyEn({ id, inForceFrom }: ScopePolicy): string {
  return inForceFrom === undefined ? id : `${id} (text of ${inForceFrom}, not yet in force)`;
}

/**
 * A review has one severity unless the configuration changes it, and unknowns are grouped by missing fact, so neither
 * label shows the severity. What holds only from a day to come shows that day instead.
 */
function showsWeight({
  label,
  severity,
  announced,
}: Pick<Finding, 'label' | 'severity' | 'announced'>): boolean {
  return announced === undefined && (label !== 'review' || severity !== 'info');
}

/** The labels of the summary: those that readers always look for, and the others where there are any. */
function presentLabels(counts: Labels): FindingLabel[] {
  return findingLabels.filter((label) => counts[label] > 0 || !rareLabels.includes(label));
}
