import { type Applicability, defineFactRule, type RuleContext, type Segment, unknown } from '#rule';

/** Only permitted devices can connect: みなかみ町 5)コンピュータ・ネットワーク管理[2]. */
export const unauthorisedDevicesBlocked = defineFactRule({
  id: 'technical/unauthorised-devices-blocked',
  title: {
    ja: '許可のない端末をネットワークに接続できないようにする',
    en: 'Unauthorised devices cannot connect to the network',
  },
  rationale: {
    ja: '私物の端末や来庁者の持ち込んだ機器が庁内のネットワークにつながると、ファイアウォールの内側から不正プログラムが広がります。空いた差込口に機器をつなぐだけで情報を盗むこともできてしまいます。',
    en: 'A private or a visitor’s device on the internal network spreads malware from inside the firewall. A free socket in the wall is then all it takes to steal information.',
  },
  remedy: {
    ja: '端末の認証や登録により、許可した端末だけが接続できるように設定し、deviceControl.unauthorisedBlocked を true に改めてください。庁外のネットワークであれば、layer に external と書いてください。',
    en: 'Let only permitted devices connect, by certificates, registration or the like, and change deviceControl.unauthorisedBlocked to true. If the network is not the body’s own, write layer: external.',
  },
  appliesTo: 'segments',
  field: 'deviceControl.unauthorisedBlocked',
  when: isOwn,
  violation: { ja: '許可のない端末を接続できてしまいます', en: 'lets unauthorised devices connect' },
  examples: {
    pass: `
segments:
  - id: office-network
    name: 庁内端末ネットワーク
    layer: lgwan
    deviceControl:
      unauthorisedBlocked: true
`,
    fail: `
segments:
  - id: branch-network
    name: 出張所ネットワーク
    layer: lgwan
    deviceControl:
      unauthorisedBlocked: false
`,
    unknown: `
segments:
  - id: branch-network
    name: 出張所ネットワーク
    layer: lgwan
`,
  },
  mutation: { set: { 'segments/lg-annex deviceControl.unauthorisedBlocked': false } },
});

/** The body does not control outside segments, and a segment without a stated layer may be outside. */
function isOwn(segment: Segment, { network }: RuleContext, stated: boolean): Applicability {
  const reading = network.layerOf(segment);
  if (reading.known === 'yes') return reading.layer.treatedAs !== 'external';
  return stated || reading.known === 'no' || unknown('layer');
}
