import type { Segment, Service, System } from '../../generated/records.ts';
import type { InventoryView } from '../inventory/view.ts';
import { isLayerStated, readLayer } from '../policy/layers.ts';
import type { CanonicalLayer, Layer, Policy } from '../policy/policy.ts';
import { type Crossing, type Direction, findCrossings, type Question } from './crossings.ts';
import {
  factsOfSegment,
  factsOfService,
  type LayerReading,
  type NodeFacts,
  type Side,
} from './node-facts.ts';
import { separation, uncontrolled, unsanitised } from './questions.ts';
import { type HopRecord, type Node, Topology } from './topology.ts';

/** The questions that rules ask of the whole network. */
export type NetworkQuestion =
  /** may anything pass between the MyNumber layer and another? */
  | { readonly about: 'mynumber-separation' }
  /** may anything pass between LGWAN and the internet without a control? */
  | { readonly about: 'lgwan-split' }
  /** may data pass between them without being sanitised by one of the methods? */
  | {
      readonly about: 'lgwan-sanitisation';
      readonly methods: readonly string[];
      readonly direction: Direction;
    };

/** Whether a system stands in a layer; where that is unknown, the record that does not say so. */
export type LayerMembership =
  | { readonly in: boolean }
  | { readonly in: undefined; readonly silent: System | Segment };

/** What rules may ask of the network. */
export interface NetworkView {
  /** @returns what the policy makes of a segment's or service's layer; a service that states none is outside */
  layerOf(record: Segment | Service): LayerReading;
  /** @returns the layer of a segment before the change, as the policy reads it; `undefined` where there is none */
  layerBefore(segment: Segment): Layer | undefined;
  /** @returns the node of a segment, system or service; `undefined` for a record that has no part in the network */
  node(record: object): Node | undefined;
  /**
   * Whether data can pass between the body's own network and a node, over any number of hops. `false` only where the node
   * is certainly joined to a network out of scope and not to the body's own.
   */
  isJoined(record: object, direction: Direction): boolean;
  /**
   * Whether a system stands in a layer: `true` as soon as one of its segments does, `undefined` while that is unknown, with
   * the record that lacks the fact.
   */
  stands(system: System, layer: CanonicalLayer): LayerMembership;
  /** The same of any layer of the policy. */
  standsIn(system: System, isMeant: (layer: Layer) => boolean): LayerMembership;
  /**
   * The answer for a connection or system. `undefined`: it does not touch the layer asked about; an empty `reached`: it
   * touches it and leads nowhere.
   */
  crossing(record: HopRecord, asked: NetworkQuestion): Crossing | undefined;
}

/** Segments, systems and connections read as one network under one policy. */
export class Network implements NetworkView {
  readonly #inventory: InventoryView;
  readonly #policy: Policy;
  readonly #inScope: (record: Segment | Service) => boolean;
  /** the layer of every segment and service, cached since each system and connection in it asks */
  readonly #readings = new Map<Segment | Service, LayerReading>();
  #services: ReadonlySet<Service> | undefined;
  #topology: Topology | undefined;
  readonly #joined: { [direction in Direction]?: Readonly<Record<'own' | 'foreign', readonly boolean[]>> } =
    {};
  readonly #keys: Readonly<Record<Direction, Map<readonly string[], string>>> = {
    incoming: new Map(),
    outgoing: new Map(),
  };
  readonly #crossings = new Map<string, ReadonlyMap<HopRecord, Crossing>>();

  /** @param inScope whether the policy applies to a segment or service; one to which it does not counts as outside */
  constructor(inventory: InventoryView, policy: Policy, inScope: (record: Segment | Service) => boolean) {
    this.#inventory = inventory;
    this.#policy = policy;
    this.#inScope = inScope;
  }

  layerOf(record: Segment | Service): LayerReading {
    let reading = this.#readings.get(record);
    if (reading === undefined) {
      reading = this.#outside(record) ?? this.#read(record);
      this.#readings.set(record, reading);
    }
    return reading;
  }

  layerBefore({ id }: Segment): Layer | undefined {
    const before = this.#inventory.earlier?.find('segments', id);
    return isLayerStated(before?.layer) ? readLayer(this.#policy, before?.layer ?? '') : undefined;
  }

  isJoined(record: object, direction: Direction): boolean {
    const index = this.topology.node(record)?.index ?? -1;
    this.#joined[direction] ??= {
      own: reach(this.topology, 'own', direction),
      foreign: reach(this.topology, 'foreign', direction),
    };
    const { own, foreign } = this.#joined[direction];
    return own[index] === true || foreign[index] !== true;
  }

  #isService(record: Segment | Service): record is Service {
    this.#services ??= new Set(this.#inventory.records('services'));
    return this.#services.has(record as Service);
  }

  /** The external layer for a record out of scope; `undefined` for one in scope. */
  #outside(record: Segment | Service): (LayerReading & { readonly known: 'yes' }) | undefined {
    const external = this.#policy.layers.get('external');
    return external === undefined || this.#inScope(record) ? undefined : { known: 'yes', layer: external };
  }

  /** The layer that a record states, as the policy reads it, in scope or not. */
  #read(record: Segment | Service): LayerReading {
    const written = record.layer;
    if (!isLayerStated(written)) {
      const external = this.#policy.layers.get('external');
      return this.#isService(record) && external !== undefined
        ? { known: 'yes', layer: external }
        : { known: 'not-stated' };
    }
    const layer = readLayer(this.#policy, written);
    return layer === undefined ? { known: 'no', written } : { known: 'yes', layer };
  }

  /** The facts of a segment or service that decide where paths lead. */
  factsOf(record: Segment | Service): NodeFacts {
    const outside = this.#outside(record);
    if (this.#isService(record)) return factsOfService(record, outside ?? this.#read(record));
    return factsOfSegment(record, this.#read(record), outside?.layer);
  }

  /** Who can talk to whom, as the policy sees the layers. */
  get topology(): Topology {
    this.#topology ??= new Topology(this.#inventory, (record) => this.factsOf(record));
    return this.#topology;
  }

  node(record: object): Node | undefined {
    return this.topology.node(record);
  }

  stands(system: System, layer: CanonicalLayer): LayerMembership {
    return this.standsIn(system, ({ treatedAs }) => treatedAs === layer);
  }

  standsIn(system: System, isMeant: (layer: Layer) => boolean): LayerMembership {
    if (system.segments === undefined) return { in: undefined, silent: system };
    let silent: Segment | undefined;
    let dangling = false;
    for (const id of system.segments) {
      const segment = this.#inventory.find('segments', id);
      if (segment === undefined) {
        dangling = true;
        continue;
      }
      const reading = this.layerOf(segment);
      if (reading.known !== 'yes') silent ??= segment;
      else if (isMeant(reading.layer)) return { in: true };
    }
    if (silent !== undefined) return { in: undefined, silent };
    return dangling ? { in: undefined, silent: system } : { in: false };
  }

  crossing(record: HopRecord, asked: NetworkQuestion): Crossing | undefined {
    const key = this.#keyOf(asked);
    let crossings = this.#crossings.get(key);
    if (crossings === undefined) {
      crossings = findCrossings(this.topology, questionOf(asked));
      this.#crossings.set(key, crossings);
    }
    return crossings.get(record);
  }

  /** The cache key of a question, itself cached since every connection and system asks. */
  #keyOf(asked: NetworkQuestion): string {
    if (asked.about !== 'lgwan-sanitisation') return asked.about;
    const { about, direction, methods } = asked;
    let key = this.#keys[direction].get(methods);
    if (key === undefined) {
      key = [about, direction, ...methods].join(' ');
      this.#keys[direction].set(methods, key);
    }
    return key;
  }
}

/** @returns for every node whether data from a side of the network comes to it, or from it to that side */
function reach(topology: Topology, side: Side, direction: Direction): readonly boolean[] {
  const reached = topology.nodes.map((node) => node.side === side);
  const queue = topology.nodes.filter(({ index }) => reached[index]);
  for (const { index } of queue) {
    const hops = direction === 'outgoing' ? topology.outgoing[index] : topology.incoming[index];
    for (const { from, to } of hops ?? []) {
      const next = topology.nodes[direction === 'outgoing' ? to : from];
      if (next === undefined || reached[next.index]) continue;
      reached[next.index] = true;
      if (next.transit) queue.push(next);
    }
  }
  return reached;
}

function questionOf(asked: NetworkQuestion): Question {
  switch (asked.about) {
    case 'mynumber-separation':
      return separation('mynumber');
    case 'lgwan-split':
      return uncontrolled;
    case 'lgwan-sanitisation':
      return unsanitised(asked.methods, asked.direction);
  }
}
