import type { Segment, System } from '../inventory/records.ts';
import type { InventoryView } from '../inventory/view.ts';
import { readLayer } from '../policy/layers.ts';
import type { CanonicalLayer, Layer, Policy } from '../policy/policy.ts';
import { type Crossing, type Direction, findCrossings, type Question } from './crossings.ts';
import { separation, uncontrolled, unsanitised } from './questions.ts';
import { type HopRecord, Topology } from './topology.ts';

/** What a record's layer comes to under the policy. */
export type LayerReading =
  | { readonly known: 'yes'; readonly layer: Layer }
  /** written, but a word for no layer of the policy */
  | { readonly known: 'no'; readonly written: string }
  | { readonly known: 'not-stated' };

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

/** What rules may ask of the network. */
export interface NetworkView {
  /** @returns what the policy makes of a segment's layer */
  layerOf(segment: Segment): LayerReading;
  /**
   * Whether a system stands in a layer: `true` as soon as one of its segments does, `undefined` while that
   * cannot be told, with the record that would have to say it.
   */
  stands(
    system: System,
    layer: CanonicalLayer,
  ): { readonly in: boolean } | { readonly in: undefined; readonly silent: System | Segment };
  /**
   * What a connection or system does about the question whether data can pass. `undefined`: it does not touch the
   * layer asked about; without `reached` it touches it and leads nowhere.
   */
  crossing(record: HopRecord, asked: NetworkQuestion): Crossing | undefined;
}

/** Segments, systems and connections read as one network under one policy. */
export class Network implements NetworkView {
  readonly #inventory: InventoryView;
  readonly #policy: Policy;
  readonly #inScope: (segment: Segment) => boolean;
  /** what every segment comes to, of which each system and connection in it asks */
  readonly #readings = new Map<Segment, LayerReading>();
  #topology: Topology | undefined;
  readonly #keys: Readonly<Record<Direction, Map<readonly string[], string>>> = {
    incoming: new Map(),
    outgoing: new Map(),
  };
  readonly #crossings = new Map<string, ReadonlyMap<HopRecord, Crossing>>();

  /** @param inScope whether a segment belongs to what the policy applies to; one that does not counts as outside */
  constructor(inventory: InventoryView, policy: Policy, inScope: (segment: Segment) => boolean) {
    this.#inventory = inventory;
    this.#policy = policy;
    this.#inScope = inScope;
  }

  layerOf(segment: Segment): LayerReading {
    let reading = this.#readings.get(segment);
    if (reading === undefined) {
      reading = this.#read(segment);
      this.#readings.set(segment, reading);
    }
    return reading;
  }

  #read(segment: Segment): LayerReading {
    const external = this.#policy.layers.get('external');
    if (!this.#inScope(segment) && external !== undefined) return { known: 'yes', layer: external };
    const written = segment.layer;
    if (written === undefined || written.trim() === '') return { known: 'not-stated' };
    const layer = readLayer(this.#policy, written);
    return layer === undefined ? { known: 'no', written } : { known: 'yes', layer };
  }

  stands(
    system: System,
    layer: CanonicalLayer,
  ): { in: boolean } | { in: undefined; silent: System | Segment } {
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
      else if (reading.layer.treatedAs === layer) return { in: true };
    }
    if (silent !== undefined) return { in: undefined, silent };
    return dangling ? { in: undefined, silent: system } : { in: false };
  }

  crossing(record: HopRecord, asked: NetworkQuestion): Crossing | undefined {
    const key = this.#keyOf(asked);
    let crossings = this.#crossings.get(key);
    if (crossings === undefined) {
      this.#topology ??= new Topology(this.#inventory, (segment) => this.layerOf(segment));
      crossings = findCrossings(this.#topology, questionOf(asked));
      this.#crossings.set(key, crossings);
    }
    return crossings.get(record);
  }

  /** A question is asked of every connection and system, so it is put into words once. */
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
