import { defineFactRule, socialMedia } from '#rule';

/** Social media credentials are strictly managed: みなかみ町 5)ソーシャルメディア・ウェブ会議[1]. */
export const snsCredentials = defineFactRule({
  id: 'outsourcing/sns-credentials',
  title: {
    ja: 'ソーシャルメディアサービスの認証情報を厳格に管理する',
    en: 'Social media credentials are strictly managed',
  },
  rationale: {
    ja: '公式アカウントのパスワードが漏れると、乗っ取られ、偽の情報を公式の発信として広められます。複数の担当者で使うアカウントは、異動した人が使い続けられる状態にもなりがちです。',
    en: 'Whoever gets hold of the password of an official account can spread falsehoods in its name. Accounts that several people use also tend to stay open to those who have moved on.',
  },
  remedy: {
    ja: '認証情報を使える人を限り、担当者の異動の際にパスワードを変更する等、厳格に管理して、credentials.managed を true に改めてください。',
    en: 'Limit who can use the credentials, change passwords when staff change, and the like, and change credentials.managed to true.',
  },
  ...socialMedia,
  field: 'credentials.managed',
  violation: {
    ja: '認証情報が厳格に管理されていません',
    en: 'does not have its credentials strictly managed',
  },
  examples: {
    pass: `
services:
  - id: official-sns
    name: 町公式SNS
    type: sns
    credentials:
      managed: true
`,
    fail: `
services:
  - id: disaster-sns
    name: 防災情報SNS
    type: sns
    credentials:
      managed: false
`,
    unknown: `
services:
  - id: disaster-sns
    name: 防災情報SNS
    type: sns
`,
  },
  mutation: { set: { 'services/official-sns credentials.managed': false } },
});
