import type { Localized } from '../base/localized.ts';
/** A parameter that nobody sets, by who leaves it out. */
export const unsetParameter: Readonly<Record<'default' | 'policy', Localized>> = {
  default: { ja: '定めなし（既定値）', en: 'none (default)' },
  policy: { ja: '定めなし（ポリシーの設定）', en: 'none (set by the policy)' },
};

/** What the policy of an example may say. */
export const premiseTexts = {
  agencies: { ja: '適用される機関', en: 'bodies in scope' },
  excludes: { ja: '適用されない機関', en: 'bodies out of scope' },
  personnel: { ja: '遵守義務を負う者', en: 'those bound' },
  parameters: { ja: '設定値', en: 'parameters' },
  rules: { ja: '併せて判定するルール', en: 'other rules judged' },
  attestations: { ja: '確認記録が対応する条項', en: 'clauses that attestations answer' },
  otherLevels: {
    ja: '併せて判定するポリシーの機密性の等級',
    en: 'levels of confidentiality of a second policy judged by',
  },
} as const satisfies Readonly<Record<string, Localized>>;
