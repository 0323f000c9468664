import { defineFactRule, layerNotKnown, type RuleContext, type Segment, someInternetSegment } from '#rule';

/** 不正通信の監視: 伊勢崎市 6(3)ウ, 特別区人事・厚生事務組合 6(3)[2]. */
export const internetMonitoring = defineFactRule({
  id: 'resilience/internet-monitoring',
  title: ({ layer }) => ({
    ja: `${layer('internet').ja}では、不正な通信を監視する`,
    en: `Unauthorised communication is monitored in ${layer('internet').en}`,
  }),
  rationale: {
    ja: 'インターネットに面した系は、つねに攻撃を受けます。監視していなければ、侵入されても気付くまでに時間がかかり、被害が広がります。',
    en: 'What faces the internet is attacked all the time. Unmonitored, a break-in is noticed late and spreads.',
  },
  remedy: {
    ja: '不正な通信を検知する仕組みを設け、monitoring.intrusion を true に改めてください。',
    en: 'Have unauthorised communication detected and change monitoring.intrusion to true.',
  },
  appliesTo: 'segments',
  neededKinds: [someInternetSegment],
  layers: 'needs',
  field: 'monitoring.intrusion',
  violation: { ja: '不正な通信を監視していません', en: 'does not monitor unauthorised communication' },
  when: isInternet,
  examples: {
    pass: `
segments:
  - { id: web, name: 公開系, layer: internet, monitoring: { intrusion: true } }
`,
    fail: `
segments:
  - { id: web, name: 公開系, layer: internet, monitoring: { intrusion: false } }
`,
    unknown: `
segments:
  - { id: web, name: 公開系, layer: internet }
`,
  },
  mutation: { set: { 'segments/in-guest monitoring.intrusion': false } },
});

function isInternet(segment: Segment, { network }: RuleContext) {
  const reading = network.layerOf(segment);
  return reading.known === 'yes' ? reading.layer.treatedAs === 'internet' : layerNotKnown(reading);
}
