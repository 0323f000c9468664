import type { Language } from '../localized.ts';
import type { Modality, Severity } from '../policy/policy.ts';
import type {
  AffectedKind,
  BasisKind,
  FindingLabel,
  LinkKind,
  Suppression,
  TrustedChange,
} from '../result.ts';

type Words<Word extends string> = Readonly<Record<Language, Readonly<Record<Word, string>>>>;

/** What a rule says of a record. */
export const verdictWords: Words<'pass' | 'fail' | 'unknown' | 'review'> = {
  ja: { pass: '適合', fail: '違反', unknown: '判定不能', review: '要確認' },
  en: { pass: 'pass', fail: 'fail', unknown: 'unknown', review: 'review' },
};

/** What people call a finding. */
export const labelWords: Words<FindingLabel> = {
  ja: {
    violation: '違反',
    'inventory-error': '記載の誤り',
    improvement: '改善事項',
    unknown: '判定不能',
    review: '要確認',
  },
  en: {
    violation: 'violation',
    'inventory-error': 'inventory error',
    improvement: 'improvement',
    unknown: 'unknown',
    review: 'review',
  },
};

/** Of what English calls findings, what is a noun: 3 violations, but 2 unknown. */
export const nouns: ReadonlySet<string> = new Set([
  labelWords.en.violation,
  labelWords.en['inventory-error'],
  labelWords.en.improvement,
]);

/** Labels that a summary names only where there are some; readers look for the others. */
export const rareLabels: readonly FindingLabel[] = ['inventory-error', 'improvement'];

/** How much a finding weighs. The words of options and data are those of English. */
export const severityWords: Words<Severity> = {
  ja: { error: '高', warning: '中', info: '低' },
  en: { error: 'error', warning: 'warning', info: 'info' },
};

/** The weight of a finding, as it stands beside its label. */
export const weightWords: Readonly<Record<Language, (severity: Severity) => string>> = {
  ja: (severity) => `深刻度 ${severityWords.ja[severity]}`,
  en: (severity) => severityWords.en[severity],
};

/** Why a finding does not count: somebody approved it, or it was there before, which nobody approved. */
export const suppressionWords: Words<Suppression['kind']> = {
  ja: { exception: '例外措置の適用中', baseline: '既知の指摘（基準時点から継続）' },
  en: { exception: 'under an exception', baseline: 'known since the baseline' },
};

/** How a clause binds. */
export const modalityWords: Words<Modality> = {
  ja: {
    must: '義務',
    should: '必要に応じて',
    principle: '原則',
    may: 'できる',
    definition: '定義',
    scope: '適用範囲',
    purpose: '目的',
    threat: '脅威',
  },
  en: {
    must: 'must',
    should: 'should',
    principle: 'principle',
    may: 'may',
    definition: 'definition',
    scope: 'scope',
    purpose: 'purpose',
    threat: 'threat',
  },
};

/** How communication between two places is guarded. */
export const linkWords: Words<LinkKind> = {
  ja: {
    normal: '許可された通信',
    specific: '特定通信',
    sanitised: '無害化通信',
    unconfirmed: '未確認・記載不足',
  },
  en: {
    normal: 'permitted',
    specific: 'specific communication',
    sanitised: 'sanitised',
    unconfirmed: 'unconfirmed or incomplete',
  },
};

/** What a run goes by. */
export const basisWords: Words<BasisKind> = {
  ja: {
    exception: '例外措置',
    baseline: 'ベースライン',
    configuration: '設定ファイル',
    policy: 'ポリシー',
  },
  en: {
    exception: 'exception',
    baseline: 'baseline',
    configuration: 'configuration',
    policy: 'policy',
  },
};

/** Why a person has to look at a record that a change alters. */
export const affectedWords: Words<AffectedKind> = {
  ja: {
    scope: '新たに適用範囲外となり、判定されない',
    suppressed: '例外措置の適用中又は既知の指摘のまま、内容が変わった',
  },
  en: {
    scope: 'now out of scope, and not judged',
    suppressed: 'altered, while findings of it are suppressed',
  },
};

/** What became of something. */
export const alterationWords: Words<TrustedChange['change']> = {
  ja: { added: '追加', removed: '削除', changed: '変更' },
  en: { added: 'added', removed: 'removed', changed: 'changed' },
};

/** A number of things in English. */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
