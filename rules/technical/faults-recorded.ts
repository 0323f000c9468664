import { defineFactRule, serverTypes, someServer, systemOfType } from '#rule';

/**
 * Faults are put on record: みなかみ町 5)コンピュータ・ネットワーク管理[1]; 熊谷市 6(5), 伊勢崎市 6(6),
 * 特別区人事・厚生事務組合 6(6) (our reading).
 */
export const faultsRecorded = defineFactRule({
  id: 'technical/faults-recorded',
  title: { ja: 'サーバ等の障害を記録する', en: 'Faults of servers and storage are recorded' },
  rationale: {
    ja: '障害の記録があれば、同じ障害が起きたときに早く復旧でき、繰り返す障害の原因も見つけられます。故障に見えたものが、後から不正アクセスの跡だったと分かることもあります。',
    en: 'With a record, the same fault is mended faster next time and the cause of one that keeps returning can be found. What looked like a fault may also turn out to have been an intrusion.',
  },
  remedy: {
    ja: '障害の内容、原因、対応を記録に残すようにし、faults.recorded を true に改めてください。',
    en: 'Record each fault with its cause and what was done about it, and change faults.recorded to true.',
  },
  appliesTo: 'systems',
  neededKinds: [someServer],
  field: 'faults.recorded',
  // The text names servers.
  when: systemOfType(serverTypes, ['application', 'network-device']),
  violation: { ja: '障害の記録が残されていません', en: 'keeps no record of faults' },
  examples: {
    pass: `
systems:
  - id: kaigo-server
    name: 介護保険システム
    type: server
    faults:
      recorded: true
`,
    fail: `
systems:
  - id: reservation-web
    name: 公共施設予約サーバ
    type: server
    faults:
      recorded: false
`,
    unknown: `
systems:
  - id: kaigo-server
    name: 介護保険システム
    type: server
`,
  },
  mutation: { set: { 'systems/mn-backup faults.recorded': false } },
});
