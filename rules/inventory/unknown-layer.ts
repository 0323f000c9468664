import {
  defineRule,
  fail,
  isLayerStated,
  layersToChoose,
  nearestLayer,
  notApplicable,
  pass,
  readLayer,
} from '#rule';

/**
 * The word for a layer is one that a policy knows. Asked only where a policy rests on layers: under the others `layer`
 * is a note that nobody judges by.
 */
export const unknownLayer = defineRule({
  id: 'inventory/unknown-layer',
  title: {
    ja: '系は、ポリシーの知る語で書かれている',
    en: 'Layers are written in words that the policy knows',
  },
  rationale: {
    ja: '「基幹系」「情報系」のような語は、団体によって指す系が違います。どの系か決まらないセグメントがあると、系どうしが分離・分割されているかを確かめられません。',
    en: 'Words such as “core network” mean different layers in different offices. While a segment may be of any layer, nobody can tell whether the layers are kept apart.',
  },
  remedy: {
    ja: 'layer に、ポリシーの定める系のid又は名称を書いてください。',
    en: 'Write in layer the id or the name of a layer that the policy names.',
  },
  appliesTo: ['segments', 'services'],
  integrity: true,
  check: (record, { policies, asksForLayers }) => {
    const written = record.layer;
    if (!isLayerStated(written) || !asksForLayers(record)) return notApplicable;
    if (policies.some((policy) => readLayer(policy, written) !== undefined)) return pass;
    const layers = layersToChoose(policies);
    const nearest = nearestLayer(policies, written);
    const message = {
      ja: `系「${written}」がポリシーの定める系になく、どの系に属するか決まりません`,
      en: `has the layer “${written}”, which the policy does not name, so nobody can tell where it belongs`,
    };
    const remedy = {
      ja: `layer に次のいずれかを書いてください: ${layers.map(({ id, name }) => `${id} (${name.ja})`).join('、')}。${nearest === undefined ? '' : `${nearest} ではありませんか。`}`,
      en: `Write one of these in layer: ${layers.map(({ id, name }) => `${id} (${name.en})`).join(', ')}.${nearest === undefined ? '' : ` Did you mean ${nearest}?`}`,
    };
    return fail('layer', message, { remedy });
  },
  examples: {
    pass: `
segments:
  - { id: resident-network, name: 住民記録ネットワーク, layer: マイナンバー利用事務系 }
`,
    fail: `
segments:
  - { id: resident-network, name: 住民記録ネットワーク, layer: 基幹系 }
`,
    policy: { rules: ['resilience/layer-assigned'] },
  },
  mutation: { set: { 'segments/water-control layer': 'control' } },
});
