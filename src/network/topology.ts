import type { Connection, Segment, Service, System } from '../../generated/records.ts';
import type { Localized } from '../base/localized.ts';
import type { InventoryView } from '../inventory/view.ts';
import type { CanonicalLayer } from '../policy/policy.ts';
import type { Fact, NodeFacts, Side } from './node-facts.ts';
import { type Approval, approval } from './specific-communication.ts';

/** A record that lets data pass: a connection, or a system that stands in several segments. */
export type HopRecord = Connection | System;

/** A layer as paths name it. */
export interface ReachedLayer {
  readonly id: string;
  readonly name: Localized;
  readonly treatedAs?: CanonicalLayer;
}

/** A segment, system or service in the network. */
export interface Node {
  readonly index: number;
  readonly record: Segment | System | Service;
  readonly isSystem: boolean;
  /** the layers it is in; several for a system in several segments */
  readonly layers: readonly ReachedLayer[];
  readonly canonical: ReadonlySet<CanonicalLayer>;
  /** the missing fields that state its layer; empty where it is known */
  readonly silent: readonly Fact[];
  readonly internet: NodeFacts['internet'];
  readonly unplaced?: Fact;
  readonly side: Side;
  /** whether data that arrives can leave again by another way */
  readonly transit: boolean;
}

/** Data may flow from one node to another, by virtue of a record. */
export interface Hop {
  /** its index in {@link Topology.hops} */
  readonly index: number;
  readonly from: number;
  readonly to: number;
  readonly record: HopRecord;
  /** whether the hop runs from the connection's `to` back to its `from` */
  readonly backwards: boolean;
  /** nobody has confirmed that the connection is permitted communication */
  readonly unconfirmed: boolean;
  /** the state of the connection's claim to be specific communication */
  readonly specific: Approval;
  /** what sanitises data on this hop: the connection itself, or a system at one of its ends */
  readonly sanitisation: readonly string[];
}

/** A hop by its records: data passes from one to another, by virtue of a third (which may be one of them). */
export interface RouteStep {
  readonly record: HopRecord;
  readonly from: Node['record'];
  readonly to: Node['record'];
}

/**
 * Who can talk to whom. A connection is permitted communication, in its direction. A system joins its segments, unless it
 * says `forwards: false`, or was disposed of; a network device joins nothing by itself, only connections do. What is outside is an end of
 * paths, never on the way.
 */
export class Topology {
  readonly nodes: Node[] = [];
  readonly hops: Hop[] = [];
  /** hops by the node they leave, and by the node they reach */
  readonly outgoing: Hop[][] = [];
  readonly incoming: Hop[][] = [];
  /** each hop as a step, by its index, cached since many paths share hops */
  readonly #steps: RouteStep[] = [];
  readonly #indexes = new Map<object, number>();
  readonly #inventory: InventoryView;
  readonly #factsOf: (record: Segment | Service) => NodeFacts;

  /** @param factsOf what a policy makes of a segment or service */
  constructor(inventory: InventoryView, factsOf: (record: Segment | Service) => NodeFacts) {
    this.#inventory = inventory;
    this.#factsOf = factsOf;
    for (const segment of inventory.records('segments')) this.#segmentOrService(segment);
    for (const system of inventory.records('systems'))
      if (!isGone(system) && this.#segmentsOf(system).length > 1) this.#system(system);
    for (const connection of inventory.records('connections')) this.#connection(connection);
  }

  /** @returns the node of a segment, or of a system or service that has a part in the network */
  node(record: object): Node | undefined {
    const index = this.#indexes.get(record);
    return index === undefined ? undefined : this.nodes[index];
  }

  /** @returns a hop of this network by its records */
  step({ index, record, from, to }: Hop): RouteStep {
    const node = (end: number) => (this.nodes[end] as Node).record;
    this.#steps[index] ??= { record, from: node(from), to: node(to) };
    return this.#steps[index];
  }

  #connection(connection: Connection): void {
    const from = this.#end(connection.from);
    const to = this.#end(connection.to);
    if (from === undefined || to === undefined || from === to) return;
    const unconfirmed = connection.confirmed === false;
    const specific = approval(connection, this.#inventory);
    this.#hop(from, to, connection, { backwards: false, unconfirmed, specific });
    if (connection.direction !== 'one-way')
      this.#hop(to, from, connection, { backwards: true, unconfirmed, specific });
  }

  #end(id: string | undefined): number | undefined {
    const end = this.#inventory.end(id);
    if (end === undefined) return undefined;
    const known = this.#indexes.get(end.record);
    if (known !== undefined || end.section === 'segments') return known;
    return end.section === 'systems' ? this.#system(end.record) : this.#segmentOrService(end.record);
  }

  #segmentOrService(record: Segment | Service): number {
    const { layer, unknown, ...facts } = this.#factsOf(record);
    return this.#add({
      record,
      isSystem: false,
      layers: layer === undefined ? [] : [layer],
      canonical: new Set(layer?.treatedAs === undefined ? [] : [layer.treatedAs]),
      silent: unknown === undefined ? [] : [unknown],
      ...facts,
    });
  }

  #system(system: System): number {
    const segments = this.#segmentsOf(system);
    if (system.type === 'network-device') {
      return this.#add({
        record: system,
        isSystem: true,
        layers: [],
        canonical: new Set(),
        silent: [],
        internet: false,
        side: 'outside',
        transit: true,
      });
    }
    const homes = segments
      .map((segment) => this.nodes[this.#indexes.get(segment) ?? -1])
      .filter((node) => node !== undefined);
    const layers = new Map(homes.flatMap((home) => home.layers).map((layer) => [layer.id, layer]));
    const nowhere: Fact = { section: 'systems', record: system, path: 'segments' };
    const internets = homes.length === 0 ? [nowhere] : homes.map(({ internet }) => internet);
    const index = this.#add({
      record: system,
      isSystem: true,
      layers: [...layers.values()],
      canonical: new Set(homes.flatMap((home) => [...home.canonical])),
      silent: homes.length === 0 ? [nowhere] : homes.flatMap(({ silent }) => silent),
      internet:
        internets.find((one) => one === true) ?? internets.find((one) => typeof one === 'object') ?? false,
      side: (['own', 'foreign'] as const).find((one) => homes.some(({ side }) => side === one)) ?? 'outside',
      transit: system.forwards !== false,
    });
    for (const home of isGone(system) ? [] : homes) {
      this.#hop(home.index, index, system);
      this.#hop(index, home.index, system);
    }
    return index;
  }

  #segmentsOf(system: System): Segment[] {
    const segments = (system.segments ?? []).map((id) => this.#inventory.find('segments', id));
    return [...new Set(segments)].filter((segment) => segment !== undefined);
  }

  #add(node: Omit<Node, 'index'>): number {
    const index = this.nodes.length;
    this.nodes.push({ index, ...node });
    this.outgoing.push([]);
    this.incoming.push([]);
    this.#indexes.set(node.record, index);
    return index;
  }

  #hop(from: number, to: number, record: HopRecord, facts: ConnectionFacts = ofSystem): void {
    // A literal with all properties: searches read all hops, which is much faster while they share one hidden class.
    const hop: Hop = {
      index: this.hops.length,
      from,
      to,
      record,
      backwards: facts.backwards,
      unconfirmed: facts.unconfirmed,
      specific: facts.specific,
      sanitisation: this.#sanitisation(record, from, to),
    };
    this.hops.push(hop);
    this.outgoing[from]?.push(hop);
    this.incoming[to]?.push(hop);
  }

  #sanitisation(record: HopRecord, from: number, to: number): readonly string[] {
    const own = sanitisationOf(record);
    const before = sanitisationOf(this.nodes[from]?.record);
    const after = sanitisationOf(this.nodes[to]?.record);
    // Few hops sanitise, and each is asked.
    if (own === undefined && before === undefined && after === undefined) return nothing;
    return [own, before, after].filter((method) => method !== undefined);
  }
}

function sanitisationOf(record: HopRecord | Node['record'] | undefined): string | undefined {
  return record !== undefined && 'sanitisation' in record ? record.sanitisation : undefined;
}

/** The properties of hops that only connections state. */
type ConnectionFacts = Pick<Hop, 'backwards' | 'unconfirmed' | 'specific'>;

const nothing: readonly string[] = [];

const ofSystem: ConnectionFacts = { backwards: false, unconfirmed: false, specific: { state: 'none' } };

/** Whether a system was disposed of, so that nothing passes through it any more. */
function isGone({ disposal }: System): boolean {
  return typeof disposal?.date === 'string';
}
