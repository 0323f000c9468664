import { defineFactRule, serverRooms } from '#rule';

/** Entries to server rooms are logged: 熊谷市 6(3), 伊勢崎市 6(4), 特別区人事・厚生事務組合 6(4) (all our reading). */
export const roomEntryLog = defineFactRule({
  id: 'physical/room-entry-log',
  title: { ja: 'サーバ室の入退室の記録を残す', en: 'Entries to server rooms are logged' },
  rationale: {
    ja: '記録がなければ、機器の異常や情報の持ち出しが分かっても、その時に誰がいたかを調べられません。記録が残ること自体が、不正を思いとどまらせる力にもなります。',
    en: 'Without a log nobody can find out who was there when a fault or a theft happened. That entries are logged also keeps people from trying.',
  },
  remedy: {
    ja: '入退室した者と日時を、入退室管理装置又は記録簿で残し、entryLog を true に改めてください。サーバ室でなければ、type を実際の種類に改めてください。',
    en: 'Keep a log of who entered and when, by the entry system or in a book, and change entryLog to true. If it is no server room, correct its type.',
  },
  ...serverRooms,
  field: 'entryLog',
  violation: { ja: '入退室の記録が残されていません', en: 'does not log who enters' },
  examples: {
    pass: `
facilities:
  - id: server-room-1
    name: 本庁舎2階サーバ室
    type: server-room
    entryLog: true
`,
    fail: `
facilities:
  - id: branch-room
    name: 東支所機器室
    type: server-room
    entryLog: false
`,
    unknown: `
facilities:
  - id: system-room
    name: 第2庁舎情報システム室
    type: server-room
`,
  },
  mutation: { set: { 'facilities/water-plant entryLog': false } },
});
