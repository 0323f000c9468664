import { defineRule, fail, passUnless, wordYamlProblem } from '#rule';

/** A file that cannot be read as YAML is never taken for an empty one. */
export const syntax = defineRule({
  id: 'inventory/syntax',
  title: { ja: '台帳のファイルは YAML として読める', en: 'Inventory files can be read as YAML' },
  rationale: {
    ja: '読めないファイルに書かれた情報資産は判定できません。読めないまま先へ進むと、違反がないように見えてしまいます。',
    en: 'What is written in a file that cannot be read is not judged; going on as if it were would look like compliance.',
  },
  remedy: { ja: '示された行を直してください。', en: 'Correct the line shown.' },
  appliesTo: 'files',
  exceptable: false,
  check: ({ problems }) => {
    const issues = problems.flatMap((problem) => {
      if (problem.kind === 'unreadable') {
        return fail(
          '',
          { ja: `開けません (${problem.reason})`, en: `cannot be opened (${problem.reason})` },
          { problem },
        );
      }
      if (problem.kind !== 'yaml') return [];
      const { message, remedy } = wordYamlProblem(problem.problem);
      return fail('', message, { remedy, problem, key: problem.problem.code });
    });
    return passUnless(issues);
  },
  examples: {
    pass: `
assets:
  - id: resident-register
    name: 住民基本台帳
`,
    fail: `
assets:
  - id: resident-register
   name: 住民基本台帳
`,
  },
});
