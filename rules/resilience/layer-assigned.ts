import { defineRule, fail, pass, unknown } from '#rule';

/** Every segment has a layer that the policy knows: the ground of all rules on separation and split. */
export const layerAssigned = defineRule({
  id: 'resilience/layer-assigned',
  title: {
    ja: 'ネットワークの各セグメントは、属する系が定まっている',
    en: 'Every network segment belongs to a layer',
  },
  rationale: {
    ja: 'どの系に属するか分からないセグメントがあると、系どうしが分離・分割されているかを確かめられません。',
    en: 'While a segment belongs to no layer, nobody can tell whether the layers are kept apart.',
  },
  remedy: {
    ja: 'segments[].layer に、mynumber (マイナンバー利用事務系)、lgwan (LGWAN接続系)、internet (インターネット接続系)、external (外部) のいずれか、またはポリシーの定める系を書いてください。',
    en: 'Write in segments[].layer one of mynumber, lgwan, internet, external, or a layer that the policy names.',
  },
  appliesTo: 'segments',
  check: (segment, { network, policy }) => {
    const reading = network.layerOf(segment);
    if (reading.known === 'yes') return pass;
    if (reading.known === 'not-stated') return unknown('layer');
    const known = [...policy.layers.keys()].join(', ');
    return fail('layer', {
      ja: `系「${reading.written}」がポリシーの定める系 (${known}) にありません`,
      en: `has the layer “${reading.written}”, which the policy does not know (${known})`,
    });
  },
  examples: {
    pass: `
segments:
  - { id: resident-network, name: 住民記録ネットワーク, layer: mynumber }
`,
    fail: `
segments:
  - { id: resident-network, name: 住民記録ネットワーク, layer: 基幹系 }
`,
    unknown: `
segments:
  - { id: resident-network, name: 住民記録ネットワーク }
`,
  },
});
