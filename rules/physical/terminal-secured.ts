import { defineFactRule, terminals } from '#rule';

/** Staff PCs are secured against theft: 熊谷市 6(3), 伊勢崎市 6(4), 特別区人事・厚生事務組合 6(4) (all our reading). */
export const terminalSecured = defineFactRule({
  id: 'physical/terminal-secured',
  title: { ja: '職員等のパソコンに盗難防止の措置を講じる', en: 'Staff PCs are secured against theft' },
  rationale: {
    ja: '執務室には多くの人が出入りし、机上のパソコンは容易に持ち去られます。ワイヤで固定したり、使わない時に鍵のかかる場所にしまったりすれば、端末ごと情報を盗まれることを防げます。',
    en: 'Many people come and go in an office, and a PC on a desk is easily carried off. Tied down by a cable, or locked away when not in use, it cannot be stolen with all that is on it.',
  },
  remedy: {
    ja: 'セキュリティワイヤで固定する、退庁時に鍵のかかる場所に保管する等の措置を講じ、physical.secured を true に改めてください。',
    en: 'Tie it down with a security cable, lock it away after hours or the like, and change physical.secured to true.',
  },
  ...terminals,
  field: 'physical.secured',
  violation: { ja: '盗難防止の措置が講じられていません', en: 'is not secured against theft' },
  examples: {
    pass: `
systems:
  - id: term-shimin
    name: 市民課窓口端末
    type: terminal
    physical:
      secured: true
`,
    fail: `
systems:
  - id: term-branch
    name: 東支所共用端末
    type: terminal
    physical:
      secured: false
`,
    unknown: `
systems:
  - id: term-tax
    name: 税務課端末
    type: terminal
`,
  },
  mutation: { set: { 'systems/term-suido physical.secured': false } },
});
