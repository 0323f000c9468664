import { defineFactRule, serverTypes, someServer, systemOfType } from '#rule';

/**
 * Limits on capacity are set: みなかみ町 5)コンピュータ・ネットワーク管理[1]; 熊谷市 6(5), 伊勢崎市 6(6),
 * 特別区人事・厚生事務組合 6(6) (our reading).
 */
export const capacityLimited = defineFactRule({
  id: 'technical/capacity-limited',
  title: { ja: 'サーバ等の利用できる容量を設定する', en: 'Capacity limits are set on servers and storage' },
  rationale: {
    ja: '容量に上限がないと、一つの業務や利用者が使い切り、ほかの業務まで止まることがあります。ログやバックアップの書き込みが止まり、必要なときに記録がないことにもなります。',
    en: 'Without limits one task or user can fill a disk and bring the others to a halt. Logs and backups stop being written too, and are missing when they are needed.',
  },
  remedy: {
    ja: '業務や利用者ごとに使える容量を設定し、capacity.limitSet を true に改めてください。',
    en: 'Set how much capacity each task or user may take, and change capacity.limitSet to true.',
  },
  appliesTo: 'systems',
  neededKinds: [someServer],
  field: 'capacity.limitSet',
  // An application usually runs on a server that is listed too.
  when: systemOfType(serverTypes, ['application']),
  violation: { ja: '利用できる容量が設定されていません', en: 'has no limits on capacity' },
  examples: {
    pass: `
systems:
  - id: file-server
    name: 庁内ファイルサーバ
    type: storage
    capacity:
      limitSet: true
`,
    fail: `
systems:
  - id: lgwan-mail
    name: LGWANメールシステム
    type: mail
    capacity:
      limitSet: false
`,
    unknown: `
systems:
  - id: file-server
    name: 庁内ファイルサーバ
    type: storage
`,
  },
  mutation: { set: { 'systems/lg-files capacity.limitSet': false } },
});
