import { defineFactRule, serverRooms } from '#rule';

/** Entry to server rooms is controlled: 熊谷市 6(3), 伊勢崎市 6(4), 特別区人事・厚生事務組合 6(4) (all our reading). */
export const roomEntryControl = defineFactRule({
  id: 'physical/room-entry-control',
  title: { ja: 'サーバ室の入退室を制限し、管理する', en: 'Entry to server rooms is controlled' },
  rationale: {
    ja: 'サーバに直接触れられる者は、画面越しの対策をすべて飛び越えて、機器を壊すことも情報を持ち去ることもできます。入室できる者を業務に必要な者に限ることが、ほかの対策の前提になります。',
    en: 'Whoever can touch a server gets past every protection on the screen, and can break it or carry data away. Other measures rest on letting in only those whose work requires it.',
  },
  remedy: {
    ja: '入室できる者を定め、ICカード、暗証番号、生体認証、鍵の貸出し等で入退室を制限し、entryControl を true に改めてください。サーバ室でなければ、type を実際の種類に改めてください。',
    en: 'Decide who may enter, limit entry by card, code, biometrics or the issue of keys, and change entryControl to true. If it is no server room, correct its type.',
  },
  ...serverRooms,
  field: 'entryControl',
  violation: { ja: '入退室が制限、管理されていません', en: 'does not control who enters' },
  examples: {
    pass: `
facilities:
  - id: server-room-1
    name: 本庁舎2階サーバ室
    type: server-room
    entryControl: true
`,
    fail: `
facilities:
  - id: branch-room
    name: 東支所機器室
    type: server-room
    entryControl: false
`,
    unknown: `
facilities:
  - id: system-room
    name: 第2庁舎情報システム室
    type: server-room
`,
  },
  mutation: { set: { 'facilities/server-room entryControl': false } },
});
