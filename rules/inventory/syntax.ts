import {
  defineRule,
  type FileProblem,
  fail,
  type Localized,
  limitWording,
  passUnless,
  type Reason,
  systemReason,
  wordYamlProblem,
} from '#rule';

/** A file that is not valid YAML is an error, and never read as an empty file. */
export const syntax = defineRule({
  id: 'inventory/syntax',
  title: {
    ja: '台帳のファイルはすべて開けて、YAML として読める',
    en: 'All inventory files can be opened and read as YAML',
  },
  rationale: {
    ja: '読めないファイルに書かれた情報資産は判定できません。読めないまま先へ進むと、違反がないように見えてしまいます。',
    en: 'What is written in a file that cannot be read is not judged; going on as if it were would look like compliance.',
  },
  remedy: { ja: '示された行を直してください。', en: 'Correct the line shown.' },
  appliesTo: 'files',
  integrity: true,
  check: ({ problems }) => {
    const issues = problems.flatMap((problem) => {
      if (problem.kind === 'unreadable') {
        const { message, remedy } = unreadable[problem.what];
        const { reason } = problem;
        const toDo = typeof reason === 'string' ? remedy : limitWording(reason).remedy;
        return fail('', withReason(message, reason), { remedy: toDo, problem, key: problem.what });
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
  mutation: {
    files: {
      'violations/violation-r8-01.yaml':
        'violations:\n  - id: violation-r8-01\n   name: 私物USBメモリの業務利用\n',
    },
    at: 'violations/violation-r8-01.yaml:3',
  },
});

type What = Extract<FileProblem, { kind: 'unreadable' }>['what'];

/** A file that cannot be opened may contain records that then go unjudged. */
const unreadable: Readonly<Record<What, { readonly message: Localized; readonly remedy: Localized }>> = {
  file: {
    message: { ja: '開けません', en: 'cannot be opened' },
    remedy: {
      ja: 'ファイルがあること、読み取りの権限があることを確かめてください。',
      en: 'See that the file is there and may be read.',
    },
  },
  folder: {
    message: {
      ja: 'フォルダーとして開けず、中にある台帳を読めません',
      en: 'is a folder that cannot be opened, so inventory files in it are not read',
    },
    remedy: {
      ja: 'フォルダーの読み取りの権限を確かめてください。台帳でなければ、sekisho.config.yaml の exclude に書いてください。',
      en: 'See that the folder may be read or, if it holds no inventory, list it under exclude in sekisho.config.yaml.',
    },
  },
  link: {
    message: { ja: 'リンクで、その先を開けません', en: 'is a link to something that cannot be opened' },
    remedy: {
      ja: '台帳のファイルそのものを置くか、リンクを消してください（フォルダーの中のリンクの先は読みません）。',
      en: 'Put the file itself in its place, or remove the link (links within a folder are not followed).',
    },
  },
};

function withReason({ ja, en }: Localized, reason: Reason): Localized {
  const words = systemReason(reason);
  return { ja: `${ja} (${words.ja})`, en: `${en} (${words.en})` };
}
