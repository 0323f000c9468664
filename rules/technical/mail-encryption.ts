import { defineFactRule, mailSystems } from '#rule';

/** Mail is encrypted where it should be: みなかみ町 5)電子メールセキュリティ[1]. */
export const mailEncryption = defineFactRule({
  id: 'technical/mail-encryption',
  title: { ja: '電子メールの暗号化を利用する', en: 'Mail is encrypted' },
  rationale: {
    ja: '電子メールは、届くまでに多くの機器を経由します。本文や添付ファイル、又は通信路を暗号化しておけば、途中で盗み見られても内容は読まれません。',
    en: 'Mail passes many machines on its way. If the text, the attachments or the connection are encrypted, what is tapped on the way cannot be read.',
  },
  remedy: {
    ja: 'メール本文や添付ファイルの暗号化を職員が利用できるようにして利用を始め、mail.encryption を true に改めてください。',
    en: 'Give staff the means to encrypt mail or attachments, and once they are in use change mail.encryption to true.',
  },
  ...mailSystems,
  field: 'mail.encryption',
  violation: { ja: '電子メールの暗号化が利用されていません', en: 'does not use encryption for mail' },
  examples: {
    pass: `
systems:
  - id: internet-mail
    name: インターネットメールシステム
    type: mail
    mail:
      encryption: true
`,
    fail: `
systems:
  - id: nursing-contact-mail
    name: 介護事業者連絡用メール
    type: mail
    mail:
      encryption: false
`,
    unknown: `
systems:
  - id: internet-mail
    name: インターネットメールシステム
    type: mail
`,
  },
  mutation: { set: { 'systems/lgwan-mail mail.encryption': false } },
});
