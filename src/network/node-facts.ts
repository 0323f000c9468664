import type { Segment, Service, System } from '../../generated/records.ts';
import { isLayerStated } from '../policy/layers.ts';
import type { Layer } from '../policy/policy.ts';

/** The layer of a record as the policy reads it. */
export type LayerReading =
  | { readonly known: 'yes'; readonly layer: Layer }
  /** written, but a word for no layer of the policy */
  | { readonly known: 'no'; readonly written: string }
  | { readonly known: 'not-stated' };

/** A missing field of a record. */
export interface Fact {
  readonly section: 'segments' | 'systems' | 'services';
  readonly record: Segment | System | Service;
  readonly path: string;
}

/** Whose network it is: the body's own, that of records out of scope (`foreign`), or neither. */
export type Side = 'own' | 'foreign' | 'outside';

/** The facts of a segment or a service that decide where paths lead. */
export interface NodeFacts {
  /** as the policy reads it; external for records out of scope */
  readonly layer?: Layer;
  /** the missing field that states its layer, so that it may be in any */
  readonly unknown?: Fact;
  /**
   * Whether it is on the internet; `both` for a service that is reached from LGWAN and from the internet. Or the missing
   * field that decides this.
   */
  readonly internet: boolean | 'both' | Fact;
  /** the field to fill in for a service that counts as outside, but may be run as part of a layer (ガバメントクラウド) */
  readonly unplaced?: Fact;
  readonly side: Side;
  /** whether data that arrives can leave again by another way */
  readonly transit: boolean;
}

/**
 * A segment out of scope is not judged, but it stays in the network: it counts as external, and is still the internet or
 * lets data pass on to it.
 *
 * @param own the layer that it states, as the policy reads it
 * @param outside the external layer, where the segment is out of scope
 */
export function factsOfSegment(segment: Segment, own: LayerReading, outside: Layer | undefined): NodeFacts {
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
 * A service is in the layer that it states, else external. Data never passes through a service, so its other connections do
 * not matter.
 *
 * @param own the layer that the service states, as the policy reads it; external where it states none
 */
export function factsOfService(service: Service, own: LayerReading): NodeFacts {
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
