import type { Segment, Service, System } from '../../generated/records.ts';
import { isLayerStated } from '../policy/layers.ts';
import type { Layer } from '../policy/policy.ts';

/** What a record's layer comes to under the policy. */
export type LayerReading =
  | { readonly known: 'yes'; readonly layer: Layer }
  /** written, but a word for no layer of the policy */
  | { readonly known: 'no'; readonly written: string }
  | { readonly known: 'not-stated' };

/** A field that the inventory would have to fill in. */
export interface Fact {
  readonly section: 'segments' | 'systems' | 'services';
  readonly record: Segment | System | Service;
  readonly path: string;
}

/** Whose network it is: the body's own, that of what the policy does not apply to, or what lies outside both. */
export type Side = 'own' | 'foreign' | 'outside';

/** What a segment or a service is to the ways of the network. */
export interface Place {
  /** as the policy sees it: what it does not apply to lies outside */
  readonly layer?: Layer;
  /** the field that would have to say its layer, so that it may be of any */
  readonly unknown?: Fact;
  /**
   * Whether whoever reaches it is on the internet; `both` for a service that LGWAN and the internet reach alike. Or
   * the field that would have to say so.
   */
  readonly internet: boolean | 'both' | Fact;
  /** the field to fill in for a service that counts as outside, but may be run as part of a layer (ガバメントクラウド) */
  readonly unplaced?: Fact;
  readonly side: Side;
  /** whether data that arrives can leave again by another way */
  readonly transit: boolean;
}

/**
 * What a segment is. Out of scope takes it out of judgement, not out of the network: it is outside, and yet it is the
 * internet, or lets data pass on to it, as before.
 *
 * @param own what the policy makes of the layer that it states
 * @param outside the layer of what lies outside, where the policy does not apply to the segment
 */
export function placeOfSegment(segment: Segment, own: LayerReading, outside: Layer | undefined): Place {
  if (own.known !== 'yes') {
    const fact: Fact = { section: 'segments', record: segment, path: 'layer' };
    if (outside !== undefined) return { layer: outside, internet: fact, side: 'foreign', transit: true };
    return { unknown: fact, internet: fact, side: 'own', transit: true };
  }
  const { treatedAs } = own.layer;
  const external = treatedAs === 'external';
  return {
    layer: outside ?? own.layer,
    internet: external ? externalInternet(segment) : treatedAs === 'internet',
    side: outside !== undefined ? 'foreign' : external ? 'outside' : 'own',
    transit: !external,
  };
}

function externalInternet(segment: Segment): boolean | Fact {
  const { externalNetwork } = segment;
  return externalNetwork === undefined
    ? { section: 'segments', record: segment, path: 'externalNetwork' }
    : externalNetwork === 'internet';
}

/**
 * What a service is: a place of the layer that it states, else outside. Nobody passes through a service, so what else
 * connects to it says nothing of it.
 *
 * @param own what the policy makes of the layer that it states; outside where it states none
 */
export function placeOfService(service: Service, own: LayerReading): Place {
  if (own.known !== 'yes') {
    const fact: Fact = { section: 'services', record: service, path: 'layer' };
    return { unknown: fact, internet: fact, side: 'outside', transit: false };
  }
  const { layer } = own;
  if (layer.treatedAs !== 'external')
    return { layer, internet: layer.treatedAs === 'internet', side: 'outside', transit: false };
  const ways = waysTo(service);
  const mayBelong =
    !isLayerStated(service.layer) &&
    (service.type === undefined || service.type === 'cloud') &&
    !ways?.includes('internet') &&
    !ways?.includes('lgwan');
  return {
    layer,
    internet:
      ways === undefined ? { section: 'services', record: service, path: 'reachedBy' } : internetBy(ways),
    ...(mayBelong ? { unplaced: { section: 'services', record: service, path: 'layer' } } : {}),
    side: 'outside',
    transit: false,
  };
}

function internetBy(ways: NonNullable<Service['reachedBy']>): boolean | 'both' {
  if (!ways.includes('internet')) return false;
  return ways.includes('lgwan') ? 'both' : true;
}

/** By which networks a service is reached; `undefined` where that is not stated. Only social media is always on the internet. */
export function waysTo({ type, reachedBy }: Service): Service['reachedBy'] {
  if (reachedBy !== undefined && reachedBy.length > 0) return reachedBy;
  return type === 'sns' ? ['internet'] : undefined;
}
