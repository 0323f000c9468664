import { defineRule, type Issue, type Layer, type Localized, layerNotKnown, pass, review } from '#rule';

const canonicalLayers: Localized = {
  ja: 'mynumber (マイナンバー利用事務系)、lgwan (LGWAN接続系)、internet (インターネット接続系)、external (外部) のいずれか、またはポリシーの定める系',
  en: 'one of mynumber, lgwan, internet, external, or a layer that the policy names',
};

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
  remedy: ({ layerChoices }) => ({
    ja: `segments[].layer に、${layerChoices?.ja ?? canonicalLayers.ja}を書いてください。`,
    en: `Write in segments[].layer ${layerChoices?.en ?? canonicalLayers.en}.`,
  }),
  appliesTo: 'segments',
  layers: 'asks',
  check: (segment, { network }) => {
    const reading = network.layerOf(segment);
    if (reading.known !== 'yes') return layerNotKnown(reading);
    const before = network.layerBefore(segment);
    return before !== undefined && before.id !== reading.layer.id && isProtected(before)
      ? moved(before, reading.layer)
      : pass;
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

/** A layer that others are kept apart from. One of a body's own is apart from all others. */
function isProtected({ treatedAs }: Layer): boolean {
  return treatedAs !== 'internet' && treatedAs !== 'external';
}

/** A change that says of a segment that it is in another layer may hide a way out of the one that it is in. */
function moved(from: Layer, to: Layer): Issue {
  return review(
    'layer',
    {
      ja: `属する系が「${from.name.ja}」から「${to.name.ja}」に変わっています。実際に移したか、確かめる必要があります`,
      en: `was in ${from.name.en} and is now in ${to.name.en}; someone must check that it was really moved`,
    },
    {
      remedy: {
        ja: `構成図や機器の設定で、「${to.name.ja}」に移したことを確かめてから、この変更を取り込んでください。移していなければ、layer を元に戻してください。`,
        en: `Check by diagrams and the settings of devices that it was moved to ${to.name.en} before you take the change in; if it was not, put layer back.`,
      },
    },
  );
}
