import type { Fact } from './node-facts.ts';
import type { Hop, Node, Topology } from './topology.ts';

/** The answers of a question for the nodes and hops of a network, by index. */
interface Sides {
  readonly inside: readonly boolean[];
  /** whether a node is on the other side, or may be */
  readonly beyond: readonly ('yes' | 'perhaps' | 'no')[];
  /** whether data passes a hop, or may */
  readonly passable: readonly boolean[];
}

/** A path that begins at a silent end: a node whose layer is not stated. */
interface SilentWay {
  /** the missing field that states the layer of that end */
  readonly fact: Fact;
  /** the hops in the direction of the data */
  readonly hops: readonly Hop[];
}

/**
 * Paths from silent ends: nodes whose layer is not stated. Such an end may be on the side asked about, so a hop to anything
 * that is, or may be, on the other side may be a crossing. The search does not go through other silent ends: hops at those
 * are judged there.
 *
 * Nodes that lack the same field, as a system and its segment, are on the same side, whichever that is, and cannot cross
 * between each other. So each missing field is a label, and every node keeps the two nearest ends of different labels. That
 * takes one search per direction, however many ends there are.
 */
export class SilentWays {
  readonly #topology: Topology;
  readonly #sides: Sides;
  readonly #labels = new Map<object, number>();
  readonly #found: { outgoing?: Nearest; incoming?: Nearest } = {};

  constructor(topology: Topology, sides: Sides) {
    this.#topology = topology;
    this.#sides = sides;
  }

  /** Whether a node may be on the side asked about. */
  isSilent(index: number): boolean {
    return (this.#topology.nodes[index]?.silent.length ?? 0) > 0 && this.#sides.inside[index] !== true;
  }

  /**
   * @param direction `outgoing` where the hop leaves the silent end, `incoming` where it comes to it
   * @returns the shortest path over this hop to, or from, what is or may be the other side
   */
  through(hop: Hop, direction: 'outgoing' | 'incoming'): SilentWay | undefined {
    const [end, next] = direction === 'outgoing' ? [hop.from, hop.to] : [hop.to, hop.from];
    if (!this.isSilent(end) || this.#sides.passable[hop.index] !== true) return undefined;
    this.#found[direction] ??= this.#search(direction);
    const nearest = this.#found[direction];
    const own = this.#labelOf(end);
    const slot = nearest.findIndex(({ label }) => label[next] !== none && label[next] !== own);
    const label = nearest[slot]?.label[next];
    if (label === undefined) return undefined;
    const hops = [hop, ...this.#rest(next, label, nearest, direction)];
    return { fact: this.#factOf(end, next), hops: direction === 'outgoing' ? hops : hops.reverse() };
  }

  /** The missing field of an end; of a system in several segments, that of another segment than the next node. */
  #factOf(end: number, next: number): Fact {
    const { silent } = this.#topology.nodes[end] as Node;
    const { record } = this.#topology.nodes[next] as Node;
    return (silent.find((fact) => fact.record !== record) ?? silent[0]) as Fact;
  }

  #labelOf(index: number): number {
    const { record, silent } = this.#topology.nodes[index] as Node;
    const [fact] = silent;
    if (this.#sides.beyond[index] === 'yes') return fact === undefined ? certain : this.#labelFor(record);
    return this.#labelFor(fact !== undefined && silent.length === 1 ? fact.record : record);
  }

  #labelFor(record: object): number {
    const label = this.#labels.get(record) ?? this.#labels.size + certain + 1;
    this.#labels.set(record, label);
    return label;
  }

  #search(direction: 'outgoing' | 'incoming'): Nearest {
    const { nodes } = this.#topology;
    const nearest: Nearest = [slotFor(nodes.length), slotFor(nodes.length)];
    const queue: { readonly at: number; readonly label: number }[] = [];
    for (const { index } of nodes) {
      if (this.#sides.inside[index] || this.#sides.beyond[index] === 'no') continue;
      const label = this.#labelOf(index);
      nearest[0].label[index] = label;
      queue.push({ at: index, label });
    }
    const backwards = direction === 'outgoing' ? this.#topology.incoming : this.#topology.outgoing;
    for (const { at, label } of queue) {
      for (const hop of backwards[at] ?? []) {
        const before = direction === 'outgoing' ? hop.from : hop.to;
        if (!this.#sides.passable[hop.index] || !this.#isBetween(before)) continue;
        const free = nearest.find((slot) => slot.label[before] === label || slot.label[before] === none);
        if (free === undefined || free.label[before] === label) continue;
        free.label[before] = label;
        free.next[before] = hop.index;
        queue.push({ at: before, label });
      }
    }
    return nearest;
  }

  #isBetween(index: number): boolean {
    return (
      this.#topology.nodes[index]?.transit === true && !this.#sides.inside[index] && !this.isSilent(index)
    );
  }

  #rest(start: number, label: number, nearest: Nearest, direction: 'outgoing' | 'incoming'): Hop[] {
    const hops: Hop[] = [];
    let at = start;
    for (;;) {
      const slot = nearest.find((one) => one.label[at] === label);
      const hop = this.#topology.hops[slot?.next[at] ?? none];
      if (hop === undefined) return hops;
      hops.push(hop);
      at = direction === 'outgoing' ? hop.to : hop.from;
    }
  }
}

const none = -1;

/** The label of everything that is certainly on the other side. */
const certain = 0;

/** For every node the label of a near end, and the hop towards it. */
interface Slot {
  readonly label: Int32Array;
  readonly next: Int32Array;
}

/** The nearest end, and the nearest of another label. */
type Nearest = readonly [Slot, Slot];

function slotFor(size: number): Slot {
  return { label: new Int32Array(size).fill(none), next: new Int32Array(size).fill(none) };
}
