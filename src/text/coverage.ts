import type { Language } from '../localized.ts';
import type { Modality } from '../policy/policy.ts';
import type { ClauseStatus } from '../result.ts';
import { modalityWords } from './words.ts';

/** What the account of clauses says, in one language. */
export interface CoverageText {
  readonly language: Language;
  readonly title: (policy: string) => string;
  readonly status: Readonly<Record<ClauseStatus, string>>;
  readonly statusMeaning: Readonly<Record<ClauseStatus, string>>;
  readonly aside: (text: string) => string;
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
  readonly verdicts: (
    counts: { pass: number; fail: number; unknown: number; review: number },
    excepted: number,
  ) => string;
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
    unknown: '未確定',
    attested: '確認済',
    excepted: '例外',
    'not-applicable': '対象なし',
    informs: '反映',
    unanswered: '答えなし',
  },
  statusMeaning: {
    met: '対象の記録がすべて適合している。',
    'not-met': '違反がある。',
    unknown: '判定不能または要確認のものがある。',
    attested: '守られていることを、確認記録が示している。',
    excepted: '残る違反等は、すべて例外措置が認めている。',
    'not-applicable': '条項が対象とする記録がない。',
    informs: '判定するものはなく、適用範囲や用語などとして反映している。',
    unanswered: '条項に答えるルールも確認記録もない。',
  },
  aside: (text) => `（${text}）`,
  modality: modalityWords.ja,
  interpreted: '解釈',
  attestation: '確認記録',
  noEvidence: '証拠なし',
  withoutEvidence: (count) => `うち証拠なし ${count}`,
  informs: '反映先',
  unanswered: 'この条項に答えるものがありません',
  columns: {
    ref: '条項',
    title: '題名',
    modality: '区分',
    status: '状態',
    answeredBy: '答えるもの',
    verdicts: '判定',
  },
  verdicts: ({ pass, fail, unknown, review }, excepted) =>
    `適合 ${pass}、違反 ${fail}、判定不能 ${unknown}、要確認 ${review}${excepted > 0 ? `（うち例外措置 ${excepted}）` : ''}`,
  total: (clauses) => `${clauses}条項`,
  count: (status, count) => `${status} ${count}`,
  judged: ({ asOf, records, files }) => `判定日 ${asOf} │ 台帳 ${records}件 (${files}ファイル)`,
};

const en: CoverageText = {
  language: 'en',
  title: (policy) => `Clause by clause: ${policy}`,
  status: {
    met: 'met',
    'not-met': 'not met',
    unknown: 'unknown',
    attested: 'attested',
    excepted: 'excepted',
    'not-applicable': 'no record',
    informs: 'informs',
    unanswered: 'unanswered',
  },
  statusMeaning: {
    met: 'All records concerned pass.',
    'not-met': 'Something fails.',
    unknown: 'Something is unknown or to be reviewed.',
    attested: 'An attestation states that it is observed.',
    excepted: 'What is left is permitted by exceptions.',
    'not-applicable': 'No record is of the kind that it speaks of.',
    informs: 'Nothing to judge: reflected in the scope, the terms or the like.',
    unanswered: 'Neither a rule nor an attestation answers it.',
  },
  aside: (text) => ` (${text})`,
  modality: modalityWords.en,
  interpreted: 'our reading',
  attestation: 'attestation',
  noEvidence: 'no evidence',
  withoutEvidence: (count) => `${count} with no evidence`,
  informs: 'reflected in',
  unanswered: 'nothing answers this clause',
  columns: {
    ref: 'clause',
    title: 'title',
    modality: 'modality',
    status: 'status',
    answeredBy: 'answered by',
    verdicts: 'verdicts',
  },
  verdicts: ({ pass, fail, unknown, review }, excepted) =>
    `${pass} pass, ${fail} fail, ${unknown} unknown, ${review} review${excepted > 0 ? ` (${excepted} excepted)` : ''}`,
  total: (clauses) => `${clauses} clauses`,
  count: (status, count) => `${count} ${status}`,
  judged: ({ asOf, records, files }) => `as of ${asOf} │ ${records} records (${files} files)`,
};

/** The texts of the account of clauses in every language. */
export const coverageTexts: Readonly<Record<Language, CoverageText>> = { ja, en };
