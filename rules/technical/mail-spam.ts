import { defineFactRule, mailSystems } from '#rule';

/** Spam is filtered: みなかみ町 5)電子メールセキュリティ[1]. */
export const mailSpam = defineFactRule({
  id: 'technical/mail-spam',
  title: { ja: 'スパムメールへの対策を講じる', en: 'Spam is filtered' },
  rationale: {
    ja: 'スパムメールは、フィッシングや不正プログラムの主な入口です。届く前に選り分ければ、職員が誤って開くおそれを大きく減らせます。',
    en: 'Spam is the main way in for phishing and malware. What is filtered out beforehand cannot be opened by mistake.',
  },
  remedy: {
    ja: 'メールシステム又はその手前の機器でスパムメールを検知して隔離するように設定し、mail.spamFilter を true に改めてください。',
    en: 'Have spam detected and set aside by the mail system or by a device in front of it, and change mail.spamFilter to true.',
  },
  ...mailSystems,
  field: 'mail.spamFilter',
  violation: { ja: 'スパムメール対策が講じられていません', en: 'does not filter spam' },
  examples: {
    pass: `
systems:
  - id: internet-mail
    name: インターネットメールシステム
    type: mail
    mail:
      spamFilter: true
`,
    fail: `
systems:
  - id: bulk-mail
    name: 一斉配信メールシステム
    type: application
    mail:
      spamFilter: false
`,
    unknown: `
systems:
  - id: internet-mail
    name: インターネットメールシステム
    type: mail
`,
  },
  mutation: { set: { 'systems/bulk-mail mail.spamFilter': false } },
});
