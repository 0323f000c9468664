import { defineFactRule, ofType } from '#rule';

/** Information systems are monitored: 熊谷市 6(6), 伊勢崎市 6(7), 特別区人事・厚生事務組合 6(7). */
export const systemMonitoring = defineFactRule({
  id: 'operations/system-monitoring',
  title: { ja: '情報システムを監視する', en: 'Information systems are monitored' },
  rationale: {
    ja: '監視していなければ、不正な侵入にも、容量の不足や故障にも、利用者が困るまで気付けません。早く気付くほど、被害は小さく、復旧は早くなります。',
    en: 'Unless a system is watched, an intrusion, a full disk or a fault goes unnoticed until the users suffer. The sooner it is seen, the smaller the damage and the quicker the recovery.',
  },
  remedy: {
    ja: '稼働状況や不審な動きを監視し、異常を担当者に知らせる仕組みを設けて、monitoring を true に改めてください。',
    en: 'Have the system watched for faults and suspicious activity, with a way of telling those in charge, and change monitoring to true.',
  },
  appliesTo: 'systems',
  field: 'monitoring',
  // Monitoring matters for systems that others depend on; terminals, printers and the like are left out on purpose.
  when: ofType('server', 'application', 'mail', 'storage', 'network-device'),
  violation: { ja: '監視されていません', en: 'is not monitored' },
  examples: {
    pass: `
systems:
  - id: juki-server
    name: 住民記録システム
    type: server
    monitoring: true
`,
    fail: `
systems:
  - id: backup-storage
    name: 庁内バックアップ装置
    type: storage
    monitoring: false
`,
    unknown: `
systems:
  - id: core-switch
    name: 基幹スイッチ
    type: network-device
`,
  },
  mutation: { set: { 'systems/sw-annex-2f monitoring': false } },
});
