import { boundStaff, defineFactRule } from '#rule';

/** IC cards are properly managed: みなかみ町 4)アクセス制御. */
export const cardsManaged = defineFactRule({
  id: 'human/cards-managed',
  title: { ja: 'ICカード等を適切に管理させる', en: 'IC cards are properly managed' },
  rationale: {
    ja: '認証に用いるICカード等は、持っているだけで本人とみなされます。机上への放置や紛失の届出の遅れは、他人に入口を開けておくのと同じです。',
    en: 'Whoever holds a card used for authentication passes for its owner. A card left on the desk, or lost and not reported, is a door left open.',
  },
  remedy: {
    ja: '離席時にカードを置いたままにしないこと、紛失したら直ちに届け出て利用を止めることを定めて守らせ、credentials.cardsManaged を true に改めてください。',
    en: 'Require that cards are not left behind at the desk, and are reported and blocked at once when lost; see that this is kept, and change credentials.cardsManaged to true.',
  },
  appliesTo: 'staffGroups',
  field: 'credentials.cardsManaged',
  when: boundStaff,
  violation: { ja: 'ICカード等が適切に管理されていません', en: 'does not manage IC cards properly' },
  examples: {
    pass: `
staffGroups:
  - id: regular-mayor
    name: 正規職員（市長部局）
    employment: regular
    credentials:
      cardsManaged: true
`,
    fail: `
staffGroups:
  - id: designated-managers
    name: 指定管理者の従事者
    employment: designated-manager
    credentials:
      cardsManaged: false
`,
    unknown: `
staffGroups:
  - id: reappointed
    name: 再任用職員
    employment: reappointed
`,
  },
  mutation: { set: { 'staffGroups/dispatched credentials.cardsManaged': false } },
});
