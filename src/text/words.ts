import type { Language } from '../localized.ts';
import type { Modality, Severity } from '../policy/policy.ts';
import type { AffectedKind, BasisKind, LinkKind, TrustedChange } from '../result.ts';

type Words<Word extends string> = Readonly<Record<Language, Readonly<Record<Word, string>>>>;

/** What a rule says of a record. */
export const verdictWords: Words<'pass' | 'fail' | 'unknown' | 'review'> = {
  ja: { pass: '適合', fail: '違反', unknown: '判定不能', review: '要確認' },
  en: { pass: 'pass', fail: 'fail', unknown: 'unknown', review: 'review' },
};

/** How much a finding weighs. */
export const severityWords: Words<Severity> = {
  ja: { error: 'エラー', warning: '警告', info: '情報' },
  en: { error: 'error', warning: 'warning', info: 'info' },
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
    suppressed: '指摘を抑止されたまま、内容が変わった',
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
