import {
  capitalised,
  defineRule,
  fail,
  judgeCrossing,
  type Localized,
  notApplicable,
  reachedNames,
  someMynumberSegment,
  unlessUnclear,
} from '#rule';

/** 分離: no way between the MyNumber layer and any other, in either direction, over any number of hops. */
export const mynumberSeparation = defineRule({
  id: 'resilience/mynumber-separation',
  title: ({ layer }) => ({
    ja: `${layer('mynumber').ja}は、他の領域と通信できない`,
    en: capitalised(`${layer('mynumber').en} cannot communicate with any other layer`),
  }),
  rationale: {
    ja: '他の系との通信が1か所でも通じていれば、そこからマイナンバーを含む住民情報が流出するおそれがあります。認められるのは、通信先・アドレス・ポートを限り承認を受けた特定通信だけです。',
    en: 'One way through is enough for residents’ data to leave. Only specific communication is allowed: limited to a destination, addresses and ports, and approved.',
  },
  remedy: {
    ja: '通信を止めるか、特定通信とする承認を得たうえで、specific に destination・addresses・ports を、approval に by・date を書いてください。',
    en: 'Stop the communication; or obtain its approval as specific communication, then state specific.destination, .addresses and .ports, and approval.by and .date.',
  },
  appliesTo: ['connections', 'systems'],
  neededKinds: [someMynumberSegment],
  beyondScope: true,
  layers: 'needs',
  judgesPaths: true,
  check: (record, context) => {
    const crossing = context.network.crossing(record, { about: 'mynumber-separation' });
    if (crossing === undefined) return unlessUnclear(notApplicable, record, context);
    const others = reachedNames(crossing, { ja: '他の領域', en: 'another layer' });
    const own = context.words.layer('mynumber');
    const between = { ja: `${own.ja}と${others.ja}`, en: `${own.en} and ${others.en}` };
    const message = {
      ja: `${between.ja}との間の通信を許しています`,
      en: `lets ${own.en} communicate with ${others.en}`,
    };
    const outcome = judgeCrossing(crossing, between, context, ({ outside }) =>
      outside === undefined
        ? fail('segments', message, { remedy: systemRemedy(own) })
        : fail(outside, message),
    );
    return unlessUnclear(outcome, record, context);
  },
  examples: {
    pass: `
segments:
  - { id: resident-network, name: 住民記録ネットワーク, layer: mynumber }
  - { id: juki, name: 住基ネット, layer: external }
connections:
  - id: juki-link
    name: 住基ネット接続
    from: resident-network
    to: juki
    specific: { destination: juki, addresses: [10.0.0.1], ports: [443] }
    approval: { by: 最高情報セキュリティ責任者, date: 2026-04-01 }
`,
    fail: `
segments:
  - { id: resident-network, name: 住民記録ネットワーク, layer: mynumber }
  - { id: web, name: 公開用ネットワーク, layer: internet }
connections:
  - { id: leak, name: 臨時の接続, from: resident-network, to: web }
`,
    unknown: `
segments:
  - { id: resident-network, name: 住民記録ネットワーク, layer: mynumber }
  - { id: office, name: 庁内ネットワーク }
connections:
  - { id: link, name: 庁内との接続, from: resident-network, to: office }
`,
  },
  mutation: [
    // Four hops further on, visitors.
    {
      add: { connections: { id: 'annex-4', from: 'wlc-annex', to: 'rt-guest', control: 'acl' } },
      at: 'connections/annex-1 to',
    },
    { set: { 'systems/koseki-files segments.1': 'lg-servers' }, at: 'systems/koseki-files segments' },
    { unset: ['connections/遠隔バックアップ specific'], at: 'connections/遠隔バックアップ to' },
  ],
});

function systemRemedy(own: Localized): Localized {
  return {
    ja: `${own.ja}と他の領域の両方に接続しないよう機器を分け、segments から一方を外してください。転送しない設定 (forwards: false) にしても分離にはなりません。`,
    en: 'Use separate machines and take one side off segments. Not forwarding (forwards: false) does not make it a separation.',
  };
}
