import { defineFactRule, serverRooms } from '#rule';

/** Server rooms are protected against fire: 熊谷市 6(3), 伊勢崎市 6(4), 特別区人事・厚生事務組合 6(4) (all our reading). */
export const roomFireProtection = defineFactRule({
  id: 'physical/room-fire-protection',
  title: { ja: 'サーバ室の火災への対策を講じる', en: 'Server rooms are protected against fire' },
  rationale: {
    ja: '火災は、サーバとそこにあるデータを一度に失わせ、業務を長く止めます。早く気付いて消す備えがあれば、被害を小さくできます。',
    en: 'A fire can destroy servers and their data at a stroke and stop work for a long time. If it is noticed and put out early, the damage stays small.',
  },
  remedy: {
    ja: '火災の検知器と、機器を傷めにくい消火設備を設け、燃えやすい物を置かないようにして、fireProtection を true に改めてください。サーバ室でなければ、type を実際の種類に改めてください。',
    en: 'Install fire detectors and extinguishing equipment that spares the machines, keep flammable things out, and change fireProtection to true. If it is no server room, correct its type.',
  },
  ...serverRooms,
  field: 'fireProtection',
  violation: { ja: '火災への対策が講じられていません', en: 'is not protected against fire' },
  examples: {
    pass: `
facilities:
  - id: server-room-1
    name: 本庁舎2階サーバ室
    type: server-room
    fireProtection: true
`,
    fail: `
facilities:
  - id: branch-room
    name: 東支所機器室
    type: server-room
    fireProtection: false
`,
    unknown: `
facilities:
  - id: system-room
    name: 第2庁舎情報システム室
    type: server-room
`,
  },
  mutation: { set: { 'facilities/server-room fireProtection': false } },
});
