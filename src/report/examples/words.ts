import type { Language } from '../../base/localized.ts';
import type { ExampleCounts, ExampleOutcome, Expectation, FoundInExample } from '../../result/examples.ts';
import { plural, verdictWords } from '../../result/words.ts';

/** What the report on examples says. */
export interface ExampleText {
  readonly outcome: Readonly<Record<ExampleOutcome, string>>;
  /** an example of a rule gave another verdict than it is given for */
  readonly rule: (example: {
    readonly rule: string;
    readonly wanted: string;
    readonly got: readonly string[];
  }) => string;
  /** the example itself is wrong */
  readonly invalid: (example: { readonly rule: string; readonly wanted: string }) => string;
  readonly unexpected: (found: Omit<FoundInExample, 'message'> & { readonly expected: string }) => string;
  readonly unmet: (expectation: Expectation) => string;
  readonly because: (message: string) => string;
  readonly counts: (counts: ExampleCounts, failures: number) => string;
}

/** Names the keys of an expectation: rule own/takeout, record usb-1, verdict fail. */
function stated(expectation: Expectation, comma: string): string {
  return Object.entries(expectation)
    .map(([key, value]) => `${key}: ${value === '' ? '""' : value}`)
    .join(comma);
}

export const exampleTexts: Readonly<Record<Language, ExampleText>> = {
  ja: {
    outcome: {
      ...verdictWords.ja,
      'not-applicable': '対象外',
      nothing: '判定される記録なし',
      invalid: '台帳の誤り',
    },
    rule: ({ rule, wanted, got }) =>
      `${rule} の例が「${wanted}」になるはずのところ、「${got.join('」「')}」です`,
    invalid: ({ rule, wanted }) => `${rule} の「${wanted}」の例に、台帳としての誤りがあります`,
    unexpected: ({ expected, ...found }) =>
      `期待していない指摘です (${expected} にない ${stated(found, ', ')})`,
    unmet: (expectation) => `期待した指摘がありません (${stated(expectation, ', ')})`,
    because: (message) => `: ${message}`,
    counts: ({ rules, ruleExamples, inventories, expectations }, failures) => {
      const whole = inventories === 0 ? '' : `、台帳の例${inventories}件（期待する指摘${expectations}件）`;
      const outcome = failures === 0 ? 'すべて期待どおりです' : `${failures}件が期待と違います`;
      return `ルール${rules}件の例${ruleExamples}件${whole}: ${outcome}`;
    },
  },
  en: {
    outcome: {
      ...verdictWords.en,
      'not-applicable': 'not applicable',
      nothing: 'no record is judged',
      invalid: 'invalid',
    },
    rule: ({ rule, wanted, got }) =>
      `an example of ${rule} should be “${wanted}” and is “${got.join('”, “')}”`,
    invalid: ({ rule, wanted }) => `the example of ${rule} for “${wanted}” is no valid inventory`,
    unexpected: ({ expected, ...found }) => `not expected: ${expected} has no ${stated(found, ', ')}`,
    unmet: (expectation) => `expected and not found: ${stated(expectation, ', ')}`,
    because: (message) => `: ${message}`,
    counts: ({ rules, ruleExamples, inventories, expectations }, failures) => {
      const whole =
        inventories === 0
          ? ''
          : `, ${plural(inventories, 'example inventory').replace(/ys$/, 'ies')} (${plural(expectations, 'expected finding')})`;
      const outcome = failures === 0 ? 'all as expected' : `${failures} not as expected`;
      return `${plural(ruleExamples, 'example')} of ${plural(rules, 'rule')}${whole}: ${outcome}`;
    },
  },
};
