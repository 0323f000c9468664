import { defineFactRule, multifunctionPrinters } from '#rule';

/** Multi-function printers are looked after: みなかみ町 5)コンピュータ・ネットワーク管理[4]. */
export const mfpManaged = defineFactRule({
  id: 'technical/mfp-managed',
  title: {
    ja: '複合機のセキュリティ設定を管理する',
    en: 'The security settings of multi-function printers are managed',
  },
  rationale: {
    ja: '複合機の中には、複写した書類やファクスの内容が残ります。初期設定のまま使うと、ネットワーク越しに読み出されたり、返却した機器から漏れたりします。',
    en: 'A multi-function printer keeps what it has copied and faxed. With its factory settings this can be read over the network, or leaks when the machine is returned.',
  },
  remedy: {
    ja: '管理者パスワードの変更、使わない機能の停止、残ったデータの消去などの設定を決めて管理し、hardening.managed を true に改めてください。',
    en: 'Lay down its settings and see to them: change the administrator password, switch off what is not used, erase stored data. Then change hardening.managed to true.',
  },
  ...multifunctionPrinters,
  field: 'hardening.managed',
  violation: {
    ja: 'セキュリティ設定が管理されていません',
    en: 'is a printer whose security settings are not managed',
  },
  examples: {
    pass: `
systems:
  - id: mfp-main
    name: 本庁舎複合機
    type: mfp
    hardening:
      managed: true
`,
    fail: `
systems:
  - id: mfp-branch
    name: 出張所複合機
    type: mfp
    hardening:
      managed: false
`,
    unknown: `
systems:
  - id: mfp-main
    name: 本庁舎複合機
    type: mfp
`,
  },
  mutation: { set: { 'systems/mfp-main hardening.managed': false } },
});
