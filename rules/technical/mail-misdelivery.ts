import { defineFactRule, mailSystems } from '#rule';

/** Mail is kept from going to the wrong address: みなかみ町 5)電子メールセキュリティ[1]. */
export const mailMisdelivery = defineFactRule({
  id: 'technical/mail-misdelivery',
  title: {
    ja: '電子メールの誤送信を防ぐ対策を講じる',
    en: 'Mail is protected against being sent to the wrong address',
  },
  rationale: {
    ja: '宛先や添付ファイルの取り違えは誰にでも起こり、送った後では取り戻せません。送信前の確認や一時保留、一斉送信時のBCCへの変換があれば、送る前に気付けます。',
    en: 'Anyone can mix up an address or an attachment, and what is sent cannot be called back. A prompt before sending, a short delay, or turning mass mail into Bcc lets it be noticed in time.',
  },
  remedy: {
    ja: '送信前の宛先確認、送信の一時保留、BCCへの自動変換などの対策を導入し、mail.misdeliveryPrevention を true に改めてください。',
    en: 'Introduce a prompt that shows the addresses, a delay before sending, automatic Bcc or the like, and change mail.misdeliveryPrevention to true.',
  },
  ...mailSystems,
  field: 'mail.misdeliveryPrevention',
  violation: {
    ja: '電子メールの誤送信対策が講じられていません',
    en: 'is not protected against mail being sent to the wrong address',
  },
  examples: {
    pass: `
systems:
  - id: internet-mail
    name: インターネットメールシステム
    type: mail
    mail:
      misdeliveryPrevention: true
`,
    fail: `
systems:
  - id: section-mail
    name: 課代表メール
    type: mail
    mail:
      misdeliveryPrevention: false
`,
    unknown: `
systems:
  - id: internet-mail
    name: インターネットメールシステム
    type: mail
`,
  },
  mutation: { set: { 'systems/internet-mail mail.misdeliveryPrevention': false } },
});
