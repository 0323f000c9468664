import { defineRule, layerNotKnown, pass } from '#rule';

/**
 * Every segment has a layer that the policy knows: the ground of all rules on separation and split. A word for no
 * layer at all is reported by inventory/unknown-layer.
 */
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
  layers: 'asks',
  check: (segment, { network }) => {
    const reading = network.layerOf(segment);
    return reading.known === 'yes' ? pass : layerNotKnown(reading);
  },
  examples: {
    pass: `
segments:
  - { id: resident-network, name: 住民記録ネットワーク, layer: mynumber }
`,
    unknown: `
segments:
  - { id: resident-network, name: 住民記録ネットワーク }
`,
  },
  mutation: { unset: ['segments/water-control layer'], verdict: 'unknown' },
});
