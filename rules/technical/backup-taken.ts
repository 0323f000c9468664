import { defineFactRule, serverTypes, someServer, systemOfType } from '#rule';

/**
 * Backups are taken: みなかみ町 5)コンピュータ・ネットワーク管理[1]; 熊谷市 6(5), 伊勢崎市 6(6),
 * 特別区人事・厚生事務組合 6(6) (our reading).
 */
export const backupTaken = defineFactRule({
  id: 'technical/backup-taken',
  title: { ja: 'サーバ等のバックアップを取得する', en: 'Servers and storage are backed up' },
  rationale: {
    ja: '機器の故障、操作の誤り、ランサムウェア等で失われた情報は、バックアップがなければ取り戻せません。住民への窓口業務をいつ再開できるかも、バックアップの有無にかかっています。',
    en: 'What a broken disk, a slip or ransomware destroys cannot be brought back without a backup. It also decides when services to residents can start again.',
  },
  remedy: {
    ja: '情報と設定のバックアップを取得し、backup.taken を true に改めてください。',
    en: 'Back up its data and settings, and change backup.taken to true.',
  },
  appliesTo: 'systems',
  neededKinds: [someServer],
  field: 'backup.taken',
  // An application is usually backed up with a server that is listed too.
  when: systemOfType(serverTypes, ['application']),
  violation: { ja: 'バックアップが取得されていません', en: 'is not backed up' },
  examples: {
    pass: `
systems:
  - id: juki-server
    name: 住民記録システム
    type: server
    backup:
      taken: true
`,
    fail: `
systems:
  - id: drawing-server
    name: 道路台帳図面サーバ
    type: server
    backup:
      taken: false
`,
    unknown: `
systems:
  - id: file-server
    name: 庁内ファイルサーバ
    type: storage
`,
  },
  mutation: { set: { 'systems/documents-server backup.taken': false } },
});
