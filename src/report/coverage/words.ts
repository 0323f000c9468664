import type { Day } from '../../base/date.ts';
import type { Language } from '../../base/localized.ts';
import type { Modality } from '../../policy/policy.ts';
import type { ClauseCoverage, ClauseStatus, PolicyCoverage } from '../../result/result.ts';
import { fromDay, labelWords, modalityWords, plural, suppressionWords } from '../../result/words.ts';

/** The status of a clause as reports show it: a clause that is not met need not break a duty that it states. */
type ShownStatus = ClauseStatus | 'to-improve';

/** The texts of the coverage report, in one language. */
export interface CoverageText {
  readonly language: Language;
  readonly title: (policy: string) => string;
  readonly status: Readonly<Record<ShownStatus, string>>;
  readonly statusMeaning: Readonly<Record<ShownStatus, string>>;
  readonly aside: (text: string) => string;
  readonly comma: string;
  readonly modality: Readonly<Record<Modality, string>>;
  readonly interpreted: string;
  readonly attestation: string;
  /** of an attestation that names none */
  readonly noEvidence: string;
  readonly withoutEvidence: (count: number) => string;
  readonly informs: string;
  readonly unanswered: string;
  readonly columns: Readonly<
    Record<'ref' | 'title' | 'modality' | 'status' | 'answeredBy' | 'verdicts', string>
  >;
  /** of law, what fails is called no violation */
  readonly verdicts: (
    clause: Pick<ClauseCoverage, 'verdicts' | 'improvements' | 'excepted'>,
    { kind }: PolicyCoverage['policy'],
  ) => string;
  /** of a clause that is not in force yet: its status once it is */
  readonly statusFrom: (day: Day, status: string) => string;
  readonly total: (clauses: number) => string;
  readonly count: (status: string, count: number) => string;
  readonly judged: (summary: { asOf: string; records: number; files: number }) => string;
}

const ja: CoverageText = {
  language: 'ja',
  title: (policy) => `条項ごとの判定 ─ ${policy}`,
  status: {
    met: '適合',
    'not-met': '違反',
    unconfirmed: '対応が確認できません',
    'to-improve': '改善事項',
    unknown: '未確定',
    attested: '確認済',
    excepted: '例外措置の適用中',
    transitional: '経過措置',
    'not-applicable': '対象なし',
    informs: '参照（判定なし）',
    unanswered: '未確定（対応なし）',
    announced: '施行前',
    ended: '失効',
  },
  statusMeaning: {
    met: '対象の記録がすべて適合している。',
    'not-met': '義務又は原則への違反がある。',
    unconfirmed: '法令の求める対応を、台帳から確認できない。違反とは判定していない。',
    'to-improve': '必要に応じて行うこと等で、改善すべきものがある。',
    unknown: '判定不能若しくは要確認のもの、又は判定していないルールがある。',
    attested: '守られていることを、確認記録が示している。',
    excepted: '残る違反等には、すべて例外措置が適用されている。',
    transitional: '施行の日に現にあるもの等として従前の例によるものだけで、適合とも対象なしともしていない。',
    'not-applicable': '条項が対象とする記録がない。',
    informs: '判定するものはなく、適用範囲や用語などとして参照している。',
    unanswered: '下書きのポリシーの条項で、何で判定するかがまだ決まっていない。',
    announced: '判定日にはまだ効力がない。施行後の状態を添えて示し、今の結果には数えない。',
    ended: '判定日にはもう効力がなく、判定していない。',
  },
  aside: (text) => `（${text}）`,
  comma: '、',
  modality: modalityWords.ja,
  interpreted: '解釈',
  attestation: '確認記録',
  noEvidence: '証拠なし',
  withoutEvidence: (count) => `うち証拠なし ${count}`,
  informs: '参照',
  unanswered: 'この条項を何で判定するかは、まだ決まっていません',
  columns: {
    ref: '条項',
    title: '題名',
    modality: '区分',
    status: '状態',
    answeredBy: '対応するルール等',
    verdicts: '判定',
  },
  verdicts: (
    { verdicts: { pass, fail, unknown, review, transitional = 0 }, improvements, excepted },
    { kind },
  ) =>
    [
      `適合 ${pass}`,
      `${kind === 'law' ? labelWords.ja.unconfirmed : labelWords.ja.violation} ${fail - improvements}`,
      ...(improvements > 0 ? [`${labelWords.ja.improvement} ${improvements}`] : []),
      `判定不能 ${unknown}`,
      `要確認 ${review}${excepted > 0 ? `（うち${suppressionWords.ja.exception} ${excepted}）` : ''}`,
      ...(transitional > 0 ? [`経過措置 ${transitional}`] : []),
    ].join('、'),
  statusFrom: fromDay.ja,
  total: (clauses) => `${clauses}条項`,
  count: (status, count) => `${status} ${count}`,
  judged: ({ asOf, records, files }) => `判定日 ${asOf} │ 台帳 ${records}件 (${files}ファイル)`,
};

const en: CoverageText = {
  language: 'en',
  title: (policy) => `Clause by clause: ${policy}`,
  status: {
    met: 'met',
    'not-met': 'violated',
    unconfirmed: 'not confirmed',
    'to-improve': 'to improve',
    unknown: 'unknown',
    attested: 'attested',
    excepted: 'excepted',
    transitional: 'transitional',
    'not-applicable': 'no record',
    informs: 'informs',
    unanswered: 'unanswered',
    announced: 'announced',
    ended: 'ended',
  },
  statusMeaning: {
    met: 'All records concerned pass.',
    'not-met': 'A duty or principle is broken.',
    unconfirmed:
      'What the law asks for cannot be confirmed from the inventory; this is not called a violation.',
    'to-improve': 'Something should be improved; no duty is broken.',
    unknown: 'Something is unknown, to be reviewed, or asked by a rule that did not run.',
    attested: 'An attestation states that it is observed.',
    excepted: 'What is left is permitted by exceptions.',
    transitional:
      'All that it is about existed, or ran, on its first day and is left to the earlier law: neither met nor without records.',
    'not-applicable': 'No record is of the kind that it speaks of.',
    informs: 'Nothing to judge: reflected in the scope, the terms or the like.',
    unanswered: 'A clause of a draft: what answers it is not decided yet.',
    announced: 'Not in force yet. Its status once it is stands beside it and does not count today.',
    ended: 'Not in force any more, and not judged.',
  },
  aside: (text) => ` (${text})`,
  comma: ', ',
  modality: modalityWords.en,
  interpreted: 'our reading',
  attestation: 'attestation',
  noEvidence: 'no evidence',
  withoutEvidence: (count) => `${count} with no evidence`,
  informs: 'reflected in',
  unanswered: 'what answers this clause is not decided yet',
  columns: {
    ref: 'clause',
    title: 'title',
    modality: 'modality',
    status: 'status',
    answeredBy: 'answered by',
    verdicts: 'verdicts',
  },
  verdicts: (
    { verdicts: { pass, fail, unknown, review, transitional = 0 }, improvements, excepted },
    { kind },
  ) =>
    [
      `${pass} pass`,
      kind === 'law'
        ? `${fail - improvements} ${labelWords.en.unconfirmed}`
        : plural(fail - improvements, labelWords.en.violation),
      ...(improvements > 0 ? [plural(improvements, labelWords.en.improvement)] : []),
      `${unknown} unknown`,
      `${review} review${excepted > 0 ? ` (${excepted} ${suppressionWords.en.exception})` : ''}`,
      ...(transitional > 0 ? [`${transitional} transitional`] : []),
    ].join(', '),
  statusFrom: fromDay.en,
  total: (clauses) => `${clauses} clauses`,
  count: (status, count) => `${count} ${status}`,
  judged: ({ asOf, records, files }) => `as of ${asOf} │ ${records} records (${files} files)`,
};

/** The texts of the coverage report, by language. */
export const coverageTexts: Readonly<Record<Language, CoverageText>> = { ja, en };
