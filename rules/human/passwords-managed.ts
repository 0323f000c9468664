import { boundStaff, defineFactRule } from '#rule';

/** Passwords are properly managed: みなかみ町 4)アクセス制御. */
export const passwordsManaged = defineFactRule({
  id: 'human/passwords-managed',
  title: { ja: 'パスワードを適切に管理させる', en: 'Passwords are properly managed' },
  rationale: {
    ja: '推測されやすいパスワードや、紙に書いて貼られたパスワードは、他人によるなりすましを許します。本人しか知らない状態に保って初めて、誰が操作したかも確かめられます。',
    en: 'A password that is easily guessed, or stuck to the screen, lets others pass for its owner. Only while nobody else knows it can anyone tell who did what.',
  },
  remedy: {
    ja: '推測されにくいパスワードを設定し、他人に知られないように扱い、漏れたおそれがあれば直ちに変更することを定めて守らせ、credentials.passwordsManaged を true に改めてください。',
    en: 'Require passwords that are hard to guess, are kept from others and are changed at once if they may have leaked; see that this is kept, and change credentials.passwordsManaged to true.',
  },
  appliesTo: 'staffGroups',
  field: 'credentials.passwordsManaged',
  when: boundStaff,
  violation: { ja: 'パスワードが適切に管理されていません', en: 'does not manage passwords properly' },
  examples: {
    pass: `
staffGroups:
  - id: regular-mayor
    name: 正規職員（市長部局）
    employment: regular
    credentials:
      passwordsManaged: true
`,
    fail: `
staffGroups:
  - id: part-time
    name: 非常勤職員（統計調査員）
    employment: part-time
    credentials:
      passwordsManaged: false
`,
    unknown: `
staffGroups:
  - id: fixed-term
    name: 会計年度任用職員
    employment: fixed-term
`,
  },
  mutation: { set: { 'staffGroups/regular-mayor credentials.passwordsManaged': false } },
});
