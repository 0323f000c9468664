import { checkBySection, checkFact, defineRule, type RuleContext, type Segment } from '#rule';

/** Communication lines are protected: 熊谷市 6(3), 伊勢崎市 6(4), 特別区人事・厚生事務組合 6(4) (all our reading). */
export const lineProtected = defineRule({
  id: 'physical/line-protected',
  title: {
    ja: '通信回線と配線を損傷や盗聴から保護する',
    en: 'Communication lines are protected from damage and tapping',
  },
  rationale: {
    ja: 'むき出しの配線は、つまずきや工事で切れれば業務が止まり、機器をつながれれば通信を盗み見られます。保護された経路に通し、配線設備に鍵をかければ、どちらも防げます。',
    en: 'A bare cable stops work when somebody trips over it or cuts it, and lets traffic be read by whoever plugs in. Protected routes and locked cabinets prevent both.',
  },
  remedy: {
    ja: 'セグメントについては、配線を管や床下に収め、空いた差込口を使えなくする等の措置を講じ、cabling.protected を true に改めてください。配管・配線設備（line-duct）については、鍵をかけ、locked を true に改めてください。',
    en: 'For a segment, lay cables in ducts or under the floor, disable unused sockets and the like, and change cabling.protected to true. For a line duct, lock it and change locked to true.',
  },
  appliesTo: ['segments', 'facilities'],
  check: checkBySection({
    facilities: checkFact<'facilities'>({
      field: 'locked',
      action: { ja: '鍵をかけ、locked を true に改めてください。', en: 'Lock it and change locked to true.' },
      // A facility without a stated kind is left out on purpose: most are offices.
      when: ({ type }) => type === 'line-duct',
      violation: {
        ja: '通信回線の配管・配線設備ですが、施錠できません',
        en: 'houses communication lines but cannot be locked',
      },
    }),
    segments: checkFact<'segments'>({
      field: 'cabling.protected',
      action: {
        ja: '配線を管や床下に収め、空いた差込口を使えなくする等の措置を講じ、cabling.protected を true に改めてください。',
        en: 'Lay cables in ducts or under the floor, disable unused sockets and the like, and change cabling.protected to true.',
      },
      // Outside lines are in other hands, so nothing is required of them, but what is stated is judged.
      when: (segment, context, stated) => stated || !isOutside(segment, context),
      violation: {
        ja: '通信回線や配線が、損傷や盗聴から保護されていません',
        en: 'has lines or cables that are not protected from damage and tapping',
      },
    }),
  }),
  examples: {
    pass: `
segments:
  - id: mn-servers
    name: 基幹系サーバ
    layer: mynumber
    cabling:
      protected: true
facilities:
  - id: annex-duct
    name: 第2庁舎配線室（EPS）
    type: line-duct
    locked: true
`,
    fail: `
facilities:
  - id: branch-duct
    name: 東支所通信盤
    type: line-duct
    locked: false
`,
    unknown: `
segments:
  - id: lg-main
    name: 本庁舎庁内端末
    layer: lgwan
`,
  },
  mutation: [
    { set: { 'segments/lg-shobo cabling.protected': false } },
    { set: { 'facilities/annex-duct locked': false } },
  ],
});

function isOutside(segment: Segment, { network }: RuleContext): boolean {
  const reading = network.layerOf(segment);
  return reading.known === 'yes' && reading.layer.treatedAs === 'external';
}
