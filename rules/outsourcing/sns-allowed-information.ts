import { defineFactRule, socialMedia } from '#rule';

/** What may be posted is laid down: 伊勢崎市 6(8), 特別区人事・厚生事務組合 6(8). */
export const snsAllowedInformation = defineFactRule({
  id: 'outsourcing/sns-allowed-information',
  title: {
    ja: 'ソーシャルメディアサービスで発信できる情報を定める',
    en: 'It is laid down which information may be posted on social media',
  },
  rationale: {
    ja: 'いったん発信した情報は瞬く間に広まり、取り消せません。何を発信してよいかが決まっていれば、担当者が迷わず、行き過ぎた投稿も防げます。',
    en: 'What has been posted spreads at once and cannot be taken back. Where it is clear what may be posted, those in charge need not guess and do not go too far.',
  },
  remedy: {
    ja: '発信できる情報の範囲を定め、その内容を allowedInformation に書いてください。',
    en: 'Lay down which information may be posted, and write it in allowedInformation.',
  },
  ...socialMedia,
  field: 'allowedInformation',
  violation: {
    ja: '発信できる情報が定められていません',
    en: 'has no rule on which information may be posted',
  },
  examples: {
    pass: `
services:
  - id: official-sns
    name: 市公式SNS
    type: sns
    allowedInformation: 公開を決定した市政情報に限る
`,
    fail: `
services:
  - id: tourism-sns
    name: 観光課SNS
    type: sns
    allowedInformation: false
`,
    unknown: `
services:
  - id: tourism-sns
    name: 観光課SNS
    type: sns
`,
  },
  mutation: { set: { 'services/official-sns allowedInformation': false } },
});
