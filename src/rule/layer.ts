import type { LayerReading } from '../network/places.ts';
import { type Issue, unknown } from './definition.ts';

/** The layer of the record itself is needed and cannot be told: none is written, or a word that the policy does not know. */
export function layerNotKnown(reading: Exclude<LayerReading, { readonly known: 'yes' }>): Issue {
  if (reading.known === 'not-stated') return unknown('layer');
  return unknown('layer', {
    ja: `系「${reading.written}」がポリシーの定める系にないため、どの系か判定できません`,
    en: `has the layer “${reading.written}”, which the policy does not know`,
  });
}
