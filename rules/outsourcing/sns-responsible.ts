import { defineFactRule, socialMedia } from '#rule';

/** Each social media service has somebody responsible: 伊勢崎市 6(8), 特別区人事・厚生事務組合 6(8). */
export const snsResponsible = defineFactRule({
  id: 'outsourcing/sns-responsible',
  title: {
    ja: '利用するソーシャルメディアサービスごとに責任者を定める',
    en: 'Every social media service in use has somebody responsible for it',
  },
  rationale: {
    ja: '責任者のいないアカウントは、投稿の内容を誰も確かめず、担当者の異動とともに放置されます。乗っ取りや誤った投稿があったときに、止める判断も遅れます。',
    en: 'If nobody answers for an account, nobody checks its posts, and it is forgotten when staff change. When it is hijacked or a post goes wrong, nobody decides in time to stop it.',
  },
  remedy: {
    ja: 'そのサービスの責任者を定め、職名を responsible に書いてください。',
    en: 'Name somebody responsible for this service, and write the post in responsible.',
  },
  ...socialMedia,
  field: 'responsible',
  violation: { ja: '責任者が定められていません', en: 'has nobody responsible for it' },
  examples: {
    pass: `
services:
  - id: official-sns
    name: 市公式SNS
    type: sns
    responsible: 秘書広報課長
`,
    fail: `
services:
  - id: library-sns
    name: 図書館SNS
    type: sns
    responsible: false
`,
    unknown: `
services:
  - id: library-sns
    name: 図書館SNS
    type: sns
`,
  },
  mutation: { set: { 'services/official-sns responsible': false } },
});
