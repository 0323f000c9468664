import { checkServiceProcedure, defineRule } from '#rule';

/** There is a procedure for social media: 伊勢崎市 6(8), 特別区人事・厚生事務組合 6(8); みなかみ町 5)ソーシャルメディア・ウェブ会議[1]. */
export const snsProcedure = defineRule({
  id: 'outsourcing/sns-procedure',
  title: {
    ja: 'ソーシャルメディアサービスの運用手順を定める',
    en: 'A procedure for the use of social media is laid down',
  },
  rationale: {
    ja: 'ソーシャルメディアでは、担当者一人の操作がそのまま公式の発信になります。確認の手順がなければ、誤った投稿やなりすましへの対応が担当者任せになります。',
    en: 'On social media, what one person types is at once an official statement. Without a procedure, checking posts and answering false accounts is left to whoever happens to be in charge.',
  },
  remedy: {
    ja: '投稿の確認、アカウントの管理、なりすましや誤投稿への対応等の手順を定め、documents に type: sns-procedure として、施行日を adopted に添えて書き、そのidを procedure に書いてください（すべてのサービスに共通の手順であれば、procedure は省けます）。',
    en: 'Lay down how posts are checked, accounts managed, and false accounts and wrong posts dealt with. List it under documents with type: sns-procedure and the day it came into force in adopted, and write its id in procedure (which may be left out where one procedure is for all services).',
  },
  appliesTo: 'services',
  check: checkServiceProcedure({
    service: 'sns',
    document: 'sns-procedure',
    what: { ja: 'ソーシャルメディアの運用手順', en: 'a social media procedure' },
    violation: { ja: '運用手順が定められていません', en: 'has no procedure for its use' },
  }),
  examples: {
    pass: `
services:
  - id: official-sns
    name: 市公式SNS
    type: sns
    procedure: sns-manual
documents:
  - id: sns-manual
    name: 市公式SNS運用手順
    type: sns-procedure
    adopted: 令和7年4月1日
`,
    fail: `
services:
  - id: library-sns
    name: 図書館SNS
    type: sns
    procedure: false
`,
    unknown: `
services:
  - id: library-sns
    name: 図書館SNS
    type: sns
`,
  },
  mutation: [
    { set: { 'services/official-sns procedure': false } },
    { set: { 'documents/sns-procedure adopted': false }, at: 'services/official-sns procedure' },
    {
      set: { 'documents/sns-procedure adopted': '2026-12-01' },
      verdict: 'unknown',
      at: 'services/official-sns procedure',
    },
  ],
});
