import { defineFactRule, serverTypes, someServer, systemOfType } from '#rule';

/**
 * Logs are taken: みなかみ町 5)コンピュータ・ネットワーク管理[1]; 熊谷市 6(5), 伊勢崎市 6(6),
 * 特別区人事・厚生事務組合 6(6) (our reading).
 */
export const logsAcquired = defineFactRule({
  id: 'technical/logs-acquired',
  title: { ja: 'サーバ等のログを取得する', en: 'Servers and storage keep logs' },
  rationale: {
    ja: '不正アクセスや情報の持ち出しがあったとき、何が起きたのかはログからしか分かりません。ログがなければ、被害の範囲を住民に説明することもできません。',
    en: 'After an intrusion or a leak, only logs show what happened. Without them nobody can tell residents how far the damage goes.',
  },
  remedy: {
    ja: '利用者の操作や通信のログを取得するように設定し、logs.acquired を true に改めてください。',
    en: 'Have it log what users do and what passes over the network, and change logs.acquired to true.',
  },
  appliesTo: 'systems',
  neededKinds: [someServer],
  field: 'logs.acquired',
  // The text names servers.
  when: systemOfType(serverTypes, ['application', 'network-device']),
  violation: { ja: 'ログが取得されていません', en: 'keeps no logs' },
  examples: {
    pass: `
systems:
  - id: tax-server
    name: 税総合システム
    type: server
    logs:
      acquired: true
`,
    fail: `
systems:
  - id: branch-server
    name: 支所ファイルサーバ
    type: storage
    logs:
      acquired: false
`,
    unknown: `
systems:
  - id: tax-server
    name: 税総合システム
    type: server
`,
  },
  mutation: { set: { 'systems/juki-server logs.acquired': false } },
});
