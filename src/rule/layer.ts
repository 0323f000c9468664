import type { LayerReading } from '../network/node-facts.ts';
import { type Issue, unknown } from './definition.ts';

/**
 * The issue where the layer of the record is needed and unknown: none is written, or a word that the policy does not know.
 */
export function layerNotKnown(reading: Exclude<LayerReading, { readonly known: 'yes' }>): Issue {
  if (reading.known === 'not-stated') return unknown('layer');
  return unknown('layer', {
    ja: `系「${reading.written}」がポリシーの定める系にないため、どの系か判定できません`,
    en: `has the layer “${reading.written}”, which the policy does not know`,
  });
}
