import type { Language } from '../localized.ts';
import type { Modality } from '../policy/policy.ts';

type Words<Word extends string> = Readonly<Record<Language, Readonly<Record<Word, string>>>>;

/** What a rule says of a record. */
export const verdictWords: Words<'pass' | 'fail' | 'unknown' | 'review'> = {
  ja: { pass: '適合', fail: '違反', unknown: '判定不能', review: '要確認' },
  en: { pass: 'pass', fail: 'fail', unknown: 'unknown', review: 'review' },
};

/** How much a finding weighs. */
export const severityWords: Words<'error' | 'warning' | 'info'> = {
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

/** A number of things in English. */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
