import { defineRule, fail, passUnless, wordSchemaProblem } from '#rule';

/** What is written uses the words of the vocabulary; a value that does not counts as not stated. */
export const schema = defineRule({
  id: 'inventory/schema',
  title: {
    ja: '台帳の項目と値は定められた書き方に従う',
    en: 'Fields and values of the inventory follow the vocabulary',
  },
  rationale: {
    ja: '項目名の書き間違いや形式の違う値は、書いたつもりの内容が判定に使われない原因になります。',
    en: 'A misspelt field or a value of the wrong kind is not judged, although its author believes that it is.',
  },
  remedy: { ja: '示された項目名または値を直してください。', en: 'Correct the field or value shown.' },
  appliesTo: 'files',
  integrity: true,
  check: ({ problems }) => {
    const issues = problems.flatMap((problem) => {
      if (problem.kind !== 'schema') return [];
      const { message, remedy } = wordSchemaProblem(problem.problem);
      const key =
        'key' in problem.problem ? `${problem.problem.code}:${problem.problem.key}` : problem.problem.code;
      return fail('', message, { remedy, problem, key });
    });
    return passUnless(issues);
  },
  examples: {
    pass: `
assets:
  - id: resident-register
    name: 住民基本台帳
    storage: { locked: true }
`,
    fail: `
assets:
  - id: resident-register
    name: 住民基本台帳
    strage: { locked: true }
`,
  },
  mutation: { set: { 'systems/finance-server monitoring': 'おおむね' } },
});
