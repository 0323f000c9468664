import { isLayerStated, readLayer } from '../policy/layers.ts';
import type { Policy } from '../policy/policy.ts';
import { type Outcome, type RuleContext, unknown, unreadable } from '../rule.ts';
import type { PolicyView } from './policy-view.ts';

/**
 * Whether no segment or service in scope states a layer of the body itself, so that rules about layers can neither judge a
 * record nor be not applicable. A body that states to have no segments has no layers. Records out of scope do not count.
 */
export function isWithoutLayers({ inventory, policy, binds }: PolicyView): boolean {
  const segments = inventory.records('segments');
  const none = !segments.some(binds);
  if (none && (inventory.isWhole('segments') || (inventory.states('segments') && segments.length === 0)))
    return false;
  return [...segments, ...inventory.records('services')].every(
    (record) => !binds(record) || !statesInnerLayer(record.layer, policy),
  );
}

/** Whether a layer is stated and is not the external one. */
function statesInnerLayer(written: string | undefined, policy: Pick<Policy, 'layers'>): boolean {
  return isLayerStated(written) && readLayer(policy, written)?.treatedAs !== 'external';
}

/**
 * @returns the outcome of every rule to which layers matter in such an inventory; it is the same, so that their findings
 *   merge
 */
export function withoutLayers({ inventory, words }: RuleContext): Outcome {
  const listed = inventory.records('segments').length > 0;
  const key = listed ? 'layer' : 'segments';
  if (!inventory.readable)
    return { ...unreadable({ ja: 'ネットワークの系', en: 'the layers of the network' }, key), shared };
  const message = listed
    ? {
        ja: '台帳の segments のどれにも系 (layer) が書かれておらず、系の分離や分割を判定できません',
        en: 'states the layer of no segment, so that nothing can be told of how its layers are kept apart',
      }
    : {
        ja: '台帳に segments がなく、系の分離や分割を判定できません',
        en: 'lists no segments, so that nothing can be told of how its layers are kept apart',
      };
  const remedy = {
    ja: `segments に${listed ? 'ある' : 'ネットワークセグメントを載せ、'}1件ごとに、属する系を layer に書いてください（${words.layerChoices?.ja ?? 'mynumber・lgwan・internet・external のいずれか、又はポリシーの定める系'}）。`,
    en: `${listed ? 'For each of the segments' : 'List the segments and for each of them'} write its layer in layer: ${words.layerChoices?.en ?? 'mynumber, lgwan, internet, external, or one that the policy names'}.`,
  };
  const what = listed
    ? { id: key, ja: '各セグメントの系 (layer)', en: 'the layer of each segment' }
    : { id: key, ja: 'すべての記録と、それぞれの系 (layer)', en: 'all records, each with its layer' };
  return unknown('', message, { key, shared, remedy, missing: { section: 'segments', what } });
}

const shared = 'layers';
