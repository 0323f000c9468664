import { defineServiceFactRule, serviceConfidentialityAtLeast } from '#rule';

/** The business a service is used for is limited: みなかみ町 7)外部サービス利用・機密性2以上. */
export const serviceScopeLimited = defineServiceFactRule({
  id: 'outsourcing/service-scope-limited',
  title: ({ atLeast }) => ({
    ja: `${atLeast('confidentiality', 2).ja}の情報を扱う外部サービスは、利用できる業務の範囲を限定する`,
    en: 'Services that handle confidential information are used for limited purposes only',
  }),
  rationale: {
    ja: '便利な外部サービスは、想定していなかった業務にも使われていきます。範囲を決めておかなければ、どのような情報が外部に置かれているのかを把握できなくなります。',
    en: 'A handy service soon gets used for business nobody had in mind. Unless its scope is laid down, nobody knows which information lies outside.',
  },
  remedy: {
    ja: '利用を認める業務を定めて職員に周知し、その範囲を scope に書いてください。',
    en: 'Lay down the business it may be used for, tell the staff, and write that scope in scope.',
  },
  field: 'scope',
  when: serviceConfidentialityAtLeast(2),
  violation: { ja: '利用できる業務の範囲が限定されていません', en: 'may be used for business of any kind' },
  examples: {
    pass: `
services:
  - id: childcare-cloud
    name: 子育て相談予約クラウド
    type: cloud
    confidentiality: 2
    scope: 子育て相談の予約の受付と連絡
`,
    fail: `
services:
  - id: file-sharing
    name: ファイル共有サービス
    type: cloud
    confidentiality: 2
    scope: false
`,
    unknown: `
services:
  - id: file-sharing
    name: ファイル共有サービス
    type: cloud
    confidentiality: 2
`,
  },
  mutation: { set: { 'services/kosodate-cloud scope': false } },
});
