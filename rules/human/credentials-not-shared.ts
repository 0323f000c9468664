import { boundStaff, checkBySection, checkFact, defineRule, type RuleContext, type System } from '#rule';

/** IDs, passwords and cards are not shared: みなかみ町 4)アクセス制御. */
export const credentialsNotShared = defineRule({
  id: 'human/credentials-not-shared',
  title: { ja: 'ID、パスワード、ICカード等を共用しない', en: 'IDs, passwords and cards are not shared' },
  rationale: {
    ja: '共用のIDで行われた操作は、誰が行ったのかを後から確かめられません。異動や退職の後も知っている者が残り、不正に使われても止められません。',
    en: 'What was done with a shared id cannot be traced to anyone. People who have moved or left still know it, and misuse cannot be stopped.',
  },
  remedy: {
    ja: 'ID、パスワード、ICカード等を一人ひとりに割り当てて共用をやめ、職員等については credentials.shared を、情報システムについては authentication.shared を false に改めてください。',
    en: 'Give everyone ids, passwords and cards of their own and end the sharing; then change credentials.shared to false for staff, or authentication.shared to false for a system.',
  },
  appliesTo: ['staffGroups', 'systems'],
  check: checkBySection({
    staffGroups: checkFact<'staffGroups'>({
      field: 'credentials.shared',
      wanted: false,
      action: {
        ja: 'ID、パスワード、ICカード等を一人ひとりに割り当てて共用をやめ、credentials.shared を false に改めてください。',
        en: 'Give everyone ids, passwords and cards of their own, end the sharing, and change credentials.shared to false.',
      },
      when: boundStaff,
      violation: { ja: 'ID、パスワード、ICカード等を共用しています', en: 'shares ids, passwords or cards' },
    }),
    systems: checkFact<'systems'>({
      field: 'authentication.shared',
      wanted: false,
      action: {
        ja: '利用者ごとにIDを割り当てて共用をやめ、authentication.shared を false に改めてください。',
        en: 'Give every user an id of their own, end the sharing, and change authentication.shared to false.',
      },
      when: isSignedInTo,
      violation: {
        ja: 'IDやパスワードが複数人で共用されています',
        en: 'has ids or passwords that several people share',
      },
    }),
  }),
  examples: {
    pass: `
staffGroups:
  - id: regular-mayor
    name: 正規職員（市長部局）
    employment: regular
    credentials:
      shared: false
systems:
  - id: payroll-server
    name: 人事給与システム
    type: server
    authentication:
      factors: [knowledge, possession]
      shared: false
`,
    fail: `
systems:
  - id: term-library
    name: 図書館カウンター端末
    type: terminal
    authentication:
      factors: [knowledge]
      shared: true
`,
    unknown: `
staffGroups:
  - id: contractors
    name: 常駐する委託事業者の従事者
    employment: contractor
`,
  },
  mutation: [
    { set: { 'staffGroups/part-time credentials.shared': true } },
    { set: { 'systems/term-hoken authentication.shared': true } },
  ],
});

/** A system that people do not sign in to is judged only if it states its authentication. */
function isSignedInTo({ type, authentication }: System, _context: RuleContext, stated: boolean): boolean {
  // Without authentication there are no credentials to share.
  if (!stated && authentication?.factors?.length === 0) return false;
  return authentication !== undefined || signedInTo.includes(type);
}

const signedInTo: readonly System['type'][] = [
  'server',
  'terminal',
  'mobile',
  'application',
  'mail',
  'storage',
];
