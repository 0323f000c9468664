import { confidentialDataAtLeast, defineFactRule } from '#rule';

/** Confidential data is encrypted when sent: みなかみ町 3)送受信. */
export const encryptionInTransit = defineFactRule({
  id: 'classification/encryption-in-transit',
  title: ({ atLeast }) => ({
    ja: `${atLeast('confidentiality', 2).ja}の電子情報は、送受信時に暗号化する`,
    en: 'Confidential electronic information is encrypted when it is sent',
  }),
  rationale: {
    ja: 'メールの誤送信や通信の盗み見があっても、暗号化されていれば内容は読まれません。パスワードを付けたファイルで送ることも、ここでいう暗号化に含みます。',
    en: 'If mail goes astray or a line is tapped, encrypted content still cannot be read. Sending a file that is protected by a password counts as well.',
  },
  remedy: {
    ja: '通信路の暗号化、又はパスワード等によるファイルの暗号化を行い、encryption.inTransit を true に改めてください。',
    en: 'Encrypt the connection, or the file itself by a password or the like, and change encryption.inTransit to true.',
  },
  appliesTo: 'assets',
  field: 'encryption.inTransit',
  when: confidentialDataAtLeast(2),
  violation: { ja: '送受信時に暗号化されていません', en: 'is not encrypted when it is sent' },
  examples: {
    pass: `
assets:
  - id: nursing-care-data
    name: 介護保険受給者データ
    form: electronic
    classification:
      confidentiality: 3
    encryption:
      inTransit: true
`,
    fail: `
assets:
  - id: tax-exchange
    name: 税務署との連携データ
    form: electronic
    classification:
      confidentiality: 3
    encryption:
      inTransit: false
`,
    unknown: `
assets:
  - id: tax-exchange
    name: 税務署との連携データ
    form: electronic
    classification:
      confidentiality: 3
`,
  },
  mutation: { set: { 'assets/給与 encryption.inTransit': false } },
});
