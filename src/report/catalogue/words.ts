import type { Language } from '../../base/localized.ts';
import type { Basis, Modality, Severity } from '../../policy/policy.ts';
import type { ExampleVerdict } from '../../result/catalogue.ts';
import { modalityWords, plural, severityWords, verdictWords } from '../../result/words.ts';

/** What `explain`, `rules`, `policies` and the documentation of the rules say, in one language. */
export interface CatalogueText {
  readonly labels: Readonly<
    Record<
      | 'appliesTo'
      | 'rationale'
      | 'remedy'
      | 'parameter'
      | 'clause'
      | 'summary'
      | 'modality'
      | 'inForce'
      | 'answer'
      | 'serves'
      | 'about'
      | 'source'
      | 'write'
      | 'judging'
      | 'reading'
      | 'example'
      | 'field'
      | 'level'
      | 'section'
      | 'rule',
      string
    >
  >;
  readonly modality: Readonly<Record<Modality, string>>;
  readonly basis: Readonly<Record<Basis, string>>;
  readonly severity: Readonly<Record<Severity, string>>;
  readonly verdict: Readonly<Record<ExampleVerdict, string>>;
  readonly example: (verdict: string) => string;
  readonly premise: (premise: string) => string;
  readonly comma: string;
  readonly subject: (name: string, section: string) => string;
  readonly aside: (text: string) => string;
  readonly always: string;
  readonly recurs: string;
  readonly uncited: string;
  readonly neverExcepted: string;
  readonly attest: (policy: string, ref: string) => string;
  readonly informs: (what: string) => string;
  readonly rules: (count: number) => string;
  readonly policyCounts: (counts: {
    clauses: number;
    rules: number;
    attestations: number;
    informs: number;
    serves: number;
  }) => string;
  readonly editions: (days: readonly string[]) => string;
  readonly policiesHint: string;
  readonly severityOf: (severity: string) => string;
  readonly only: (policy: string, count: number) => string;
  readonly unlike: (count: number) => string;
  readonly alike: (count: number) => string;
  readonly attestations: (policy: string, count: number) => string;
  readonly corresponding: (count: number) => string;
  readonly serves: (count: number) => string;
  readonly servesNothing: string;
  readonly columns: Readonly<Record<'rule' | 'policy' | 'clause' | 'title' | 'modality' | 'basis', string>>;
}

const ja: CatalogueText = {
  labels: {
    appliesTo: '対象',
    rationale: '理由',
    remedy: '対処',
    parameter: '設定値',
    clause: '条項',
    summary: '要旨',
    modality: '区分',
    inForce: '効力',
    answer: '判定',
    serves: '対応先',
    about: '説明',
    source: '出典',
    write: '記入',
    judging: '判定',
    reading: '参照',
    example: '書き方',
    field: '項目',
    level: '等級',
    section: '記録',
    rule: 'ルール',
  },
  modality: modalityWords.ja,
  basis: { stated: '明記', interpreted: '解釈' },
  severity: severityWords.ja,
  verdict: verdictWords.ja,
  example: (verdict) => `例: ${verdict}`,
  premise: (premise) => `例のポリシー: ${premise}`,
  comma: '、',
  subject: (name, section) => `${name} (${section})`,
  aside: (text) => `（${text}）`,
  always: 'どのポリシーでも、常に判定します。',
  recurs: '次にいつまでに行うかは、sekisho due が示します。',
  uncited: 'このルールを挙げる条項はありません。',
  neverExcepted: '例外措置の対象にはできません。',
  attest: (policy, ref) =>
    `台帳の記録からは判定できません。守られていることを確かめ、attestations に policy: ${policy}、clause: ${ref} と、statement・by・date・evidence を書きます。`,
  informs: (what) => `参照: ${what}`,
  rules: (count) => `${count}ルール`,
  policyCounts: ({ clauses, rules, attestations, informs, serves }) =>
    `${clauses}条項、${rules}ルール (確認記録が対応する条項 ${attestations}、定義などの条項 ${informs}${serves === 0 ? '' : `、他文書の条項への対応 ${serves}`})`,
  editions: (days) => (days.length === 0 ? '施行日の記載なし' : `施行・改正 ${days.join('、')}`),
  policiesHint:
    '2つの違いは sekisho policies diff <a> <b>、条項の説明は sekisho explain <ポリシー> <条項> で見られます。',
  severityOf: (severity) => `深刻度 ${severity}`,
  only: (policy, count) => `${policy} だけが求めるもの ─ ${count}ルール`,
  unlike: (count) => `どちらも求めるが、求め方が違うもの ─ ${count}ルール`,
  alike: (count) => `どちらも同じように求めるもの ─ ${count}ルール`,
  attestations: (policy, count) => `${policy} で確認記録が対応するもの ─ ${count}条項`,
  corresponding: (count) => `一方が他方に答えるとしている条項 ─ ${count}組`,
  serves: (count) => `同じ条項で、他文書への対応が違うもの ─ ${count}条項`,
  servesNothing: '対応先なし',
  columns: {
    rule: 'ルール',
    policy: 'ポリシー',
    clause: '条項',
    title: '題名',
    modality: '区分',
    basis: '根拠',
  },
};

const en: CatalogueText = {
  labels: {
    appliesTo: 'applies to',
    rationale: 'why',
    remedy: 'remedy',
    parameter: 'parameter',
    clause: 'clause',
    summary: 'summary',
    modality: 'modality',
    inForce: 'in force',
    answer: 'answered by',
    serves: 'serves',
    about: 'about',
    source: 'source',
    write: 'write',
    judging: 'judged by',
    reading: 'read by',
    example: 'example',
    field: 'field',
    level: 'levels',
    section: 'section',
    rule: 'rules',
  },
  modality: modalityWords.en,
  basis: { stated: 'stated', interpreted: 'interpreted' },
  severity: severityWords.en,
  verdict: verdictWords.en,
  example: (verdict) => `Example: ${verdict}`,
  premise: (premise) => `Policy of the examples: ${premise}`,
  comma: ', ',
  subject: (name, section) => `${name} (${section})`,
  aside: (text) => ` (${text})`,
  always: 'Always judged, whatever the policy.',
  recurs: 'sekisho due tells by when it is to be done again.',
  uncited: 'No clause cites this rule.',
  neverExcepted: 'No exception can cover it.',
  attest: (policy, ref) =>
    `No record can prove it. Confirm that it is observed and write an attestation with policy: ${policy}, clause: ${ref}, statement, by, date and evidence.`,
  informs: (what) => `reflected in: ${what}`,
  rules: (count) => plural(count, 'rule'),
  policyCounts: ({ clauses, rules, attestations, informs, serves }) =>
    `${plural(clauses, 'clause')}, ${plural(rules, 'rule')} (${plural(attestations, 'clause')} for attestations, ${informs} that define or inform${serves === 0 ? '' : `, ${plural(serves, 'clause')} served elsewhere`})`,
  editions: (days) => (days.length === 0 ? 'states no date' : `in force ${days.join(', ')}`),
  policiesHint:
    'sekisho policies diff <a> <b> compares two; sekisho explain <policy> <clause> explains a clause.',
  severityOf: (severity) => `severity ${severity}`,
  only: (policy, count) => `Asked by ${policy} alone: ${plural(count, 'rule')}`,
  unlike: (count) => `Asked by both, but not alike: ${plural(count, 'rule')}`,
  alike: (count) => `Asked by both alike: ${plural(count, 'rule')}`,
  attestations: (policy, count) => `Answered by attestations under ${policy}: ${plural(count, 'clause')}`,
  corresponding: (count) => `Clauses of which one answers the other: ${plural(count, 'pair')}`,
  serves: (count) => `The same clause, answering other clauses elsewhere: ${plural(count, 'clause')}`,
  servesNothing: 'nothing',
  columns: {
    rule: 'rule',
    policy: 'policy',
    clause: 'clause',
    title: 'title',
    modality: 'modality',
    basis: 'basis',
  },
};

/** The texts of the catalogue in every language. */
export const catalogueTexts: Readonly<Record<Language, CatalogueText>> = { ja, en };
