import { defineFactRule, serverRooms } from '#rule';

/** Server rooms withstand earthquakes: 熊谷市 6(3), 伊勢崎市 6(4), 特別区人事・厚生事務組合 6(4) (all our reading). */
export const roomEarthquakeProtection = defineFactRule({
  id: 'physical/room-earthquake-protection',
  title: { ja: 'サーバ室の地震への対策を講じる', en: 'Server rooms are protected against earthquakes' },
  rationale: {
    ja: '大きな地震では、固定していないラックが倒れ、機器が壊れ、居合わせた者がけがをします。住民への支援が最も必要な時に業務が止まらないよう、備えが要ります。',
    en: 'In a strong earthquake racks that are not fixed fall over, break the machines and hurt people. Work must not stop just when residents need help most.',
  },
  remedy: {
    ja: 'ラックを床や壁に固定し、免震装置を設ける等の措置を講じ、earthquakeProtection を true に改めてください。サーバ室でなければ、type を実際の種類に改めてください。',
    en: 'Fix racks to the floor or wall, use seismic isolation or the like, and change earthquakeProtection to true. If it is no server room, correct its type.',
  },
  ...serverRooms,
  field: 'earthquakeProtection',
  violation: { ja: '地震への対策が講じられていません', en: 'is not protected against earthquakes' },
  examples: {
    pass: `
facilities:
  - id: server-room-1
    name: 本庁舎2階サーバ室
    type: server-room
    earthquakeProtection: true
`,
    fail: `
facilities:
  - id: branch-room
    name: 東支所機器室
    type: server-room
    earthquakeProtection: false
`,
    unknown: `
facilities:
  - id: system-room
    name: 第2庁舎情報システム室
    type: server-room
`,
  },
  mutation: { set: { 'facilities/water-plant earthquakeProtection': false } },
});
