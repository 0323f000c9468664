import { defineFactRule, mailSystems } from '#rule';

/** Mail is not forwarded by itself: みなかみ町 5)電子メールセキュリティ[1]. */
export const mailAutoForward = defineFactRule({
  id: 'technical/mail-auto-forward',
  title: { ja: '電子メールを自動転送できないようにする', en: 'Mail cannot be forwarded automatically' },
  rationale: {
    ja: '自動転送は、本人が意識しないまま機密情報を含むメールを外部に送り続けます。侵入者がひそかに設定して情報を盗む手口にもよく使われます。',
    en: 'Automatic forwarding keeps sending mail outside, confidential mail included, without anyone thinking of it. Intruders like to set it up unnoticed in order to steal information.',
  },
  remedy: {
    ja: 'メールシステムの設定で自動転送を禁止し、既にある転送設定を消したうえで、mail.autoForward を false に改めてください。',
    en: 'Prohibit automatic forwarding in the settings of the mail system, remove the forwarding rules that exist, and change mail.autoForward to false.',
  },
  ...mailSystems,
  field: 'mail.autoForward',
  wanted: false,
  violation: {
    ja: '電子メールの自動転送が禁止されていません',
    en: 'allows mail to be forwarded automatically',
  },
  examples: {
    pass: `
systems:
  - id: lgwan-mail
    name: LGWANメールシステム
    type: mail
    mail:
      autoForward: false
`,
    fail: `
systems:
  - id: internet-mail
    name: インターネットメールシステム
    type: mail
    mail:
      autoForward: true
`,
    unknown: `
systems:
  - id: lgwan-mail
    name: LGWANメールシステム
    type: mail
`,
  },
  mutation: { set: { 'systems/internet-mail mail.autoForward': true } },
});
