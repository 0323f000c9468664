import { defineServiceFactRule, serviceConfidentialityAtLeast } from '#rule';

/** What a service sends and keeps is encrypted: みなかみ町 7)外部サービス利用・機密性2以上. */
export const serviceEncryption = defineServiceFactRule({
  id: 'outsourcing/service-encryption',
  title: ({ atLeast }) => ({
    ja: `${atLeast('confidentiality', 2).ja}の情報を扱う外部サービスでは、情報を暗号化する`,
    en: 'Services that handle confidential information encrypt it',
  }),
  rationale: {
    ja: '外部サービスの情報は、庁外の回線を通り、他の利用者と同じ設備に置かれます。暗号化されていれば、盗み見や設定の誤りがあっても内容は読まれません。',
    en: 'Information in an external service travels over outside lines and lies on equipment shared with others. If it is encrypted, neither a tapped line nor a wrong setting lays it open.',
  },
  remedy: {
    ja: '通信と保存する情報を暗号化するように設定し、又はそのようなサービスに替え、controls.encryption を true に改めてください。',
    en: 'Set the service to encrypt what it sends and keeps, or change to one that does, and change controls.encryption to true.',
  },
  field: 'controls.encryption',
  when: serviceConfidentialityAtLeast(2),
  violation: { ja: '取り扱う情報が暗号化されていません', en: 'does not encrypt what it handles' },
  examples: {
    pass: `
services:
  - id: hr-cloud
    name: 人事評価クラウド
    type: cloud
    confidentiality: 2
    controls:
      encryption: true
`,
    fail: `
services:
  - id: large-file-transfer
    name: 大容量ファイル転送サービス
    type: cloud
    confidentiality: 2
    controls:
      encryption: false
`,
    unknown: `
services:
  - id: large-file-transfer
    name: 大容量ファイル転送サービス
    type: cloud
    confidentiality: 2
`,
  },
  mutation: { set: { 'services/kosodate-cloud controls.encryption': false } },
});
