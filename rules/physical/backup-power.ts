import { defineFactRule, serverRooms } from '#rule';

/** Server rooms have backup power: 熊谷市 6(3), 伊勢崎市 6(4), 特別区人事・厚生事務組合 6(4) (all our reading). */
export const backupPower = defineFactRule({
  id: 'physical/backup-power',
  title: { ja: 'サーバ室に停電への対策を講じる', en: 'Server rooms have backup power' },
  rationale: {
    ja: '電源が突然切れると、業務が止まるだけでなく、書き込み中のデータが壊れることがあります。予備の電源があれば、瞬間的な停電をしのぎ、長い停電でも安全に停止できます。',
    en: 'When the power fails suddenly, work stops and data that is being written may be damaged. With backup power a short failure is bridged, and in a long one the systems are shut down safely.',
  },
  remedy: {
    ja: '無停電電源装置、自家発電設備等を設け、安全に停止できるまでの電力を確保して、backupPower を true に改めてください。サーバ室でなければ、type を実際の種類に改めてください。',
    en: 'Install an uninterruptible power supply, a generator or the like that lasts until everything is shut down safely, and change backupPower to true. If it is no server room, correct its type.',
  },
  ...serverRooms,
  field: 'backupPower',
  violation: { ja: '停電への対策が講じられていません', en: 'has no backup power' },
  examples: {
    pass: `
facilities:
  - id: server-room-1
    name: 本庁舎2階サーバ室
    type: server-room
    backupPower: true
`,
    fail: `
facilities:
  - id: branch-room
    name: 東支所機器室
    type: server-room
    backupPower: false
`,
    unknown: `
facilities:
  - id: system-room
    name: 第2庁舎情報システム室
    type: server-room
`,
  },
  mutation: { set: { 'facilities/server-room backupPower': false } },
});
