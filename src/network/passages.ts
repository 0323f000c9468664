import type { LinkKind } from '../result/result.ts';
import { linkKind } from './link-kind.ts';
import { usualMethods } from './questions.ts';
import type { Hop, HopRecord, Node, ReachedLayer, RouteStep, Topology } from './topology.ts';

/** A path from one layer directly into another: of those that begin with one record, the least guarded. */
export interface LayerPassage {
  readonly from: ReachedLayer;
  readonly to: ReachedLayer;
  readonly kind: LinkKind;
  /** the record that lets data out of the layer it comes from */
  readonly first: HopRecord;
  /** the shortest path, hop by hop */
  readonly route: readonly RouteStep[];
}

/**
 * Finds every passage between layers: data leaves a layer by a hop and enters another, directly or through nodes that are
 * in no single layer (equipment, hosts of several layers, segments whose layer is not stated). One search per target layer
 * and kind of guard, so the cost is linear.
 */
export function findPassages(topology: Topology): LayerPassage[] {
  const ways = new Ways(topology);
  const found = new Map<HopRecord, Map<string, LayerPassage>>();
  for (const hop of topology.hops) {
    const from = ways.layerOf(hop.from);
    if (from === undefined) continue;
    for (const passage of ways.beyond(hop, from)) {
      const known = found.get(hop.record) ?? new Map<string, LayerPassage>();
      found.set(hop.record, known);
      const ends = `${passage.from.id}\n${passage.to.id}`;
      const earlier = known.get(ends);
      if (earlier === undefined || isWorse(passage, earlier)) known.set(ends, passage);
    }
  }
  return [...found.values()].flatMap((passages) => [...passages.values()]);
}

/** From the least to the best guarded. A path is as well guarded as the best guarded of its hops. */
const guards: readonly LinkKind[] = ['normal', 'unconfirmed', 'sanitised', 'specific'];

function isWorse(a: LayerPassage, b: LayerPassage): boolean {
  const [first, second] = [guards.indexOf(a.kind), guards.indexOf(b.kind)];
  return first < second || (first === second && a.route.length < b.route.length);
}

/** For every node between the layers: the distance to one layer, and the hop towards it. */
interface Way {
  readonly distance: Int32Array;
  readonly next: readonly (Hop | undefined)[];
}

class Ways {
  readonly #topology: Topology;
  readonly #layers: ReadonlyMap<string, ReachedLayer>;
  readonly #guard: ReadonlyMap<Hop, number>;
  readonly #known = new Map<string, Way>();

  constructor(topology: Topology) {
    this.#topology = topology;
    this.#layers = new Map(topology.nodes.flatMap(({ layers }) => layers).map((layer) => [layer.id, layer]));
    this.#guard = new Map(topology.hops.map((hop) => [hop, guardOf(hop)]));
  }

  /** The layer of a node that is in exactly one. */
  layerOf(index: number): ReachedLayer | undefined {
    const { layers } = this.#topology.nodes[index] as Node;
    return layers.length === 1 ? layers[0] : undefined;
  }

  /** @returns the passages that begin with a hop out of a layer */
  beyond(hop: Hop, from: ReachedLayer): LayerPassage[] {
    const next = this.layerOf(hop.to);
    const own = this.#guard.get(hop) ?? 0;
    if (next !== undefined) return next.id === from.id ? [] : [this.#passage(from, next, own, [hop])];
    if (!(this.#topology.nodes[hop.to] as Node).transit) return [];
    return [...this.#layers.values()].flatMap((to) => {
      if (to.id === from.id) return [];
      for (let guard = own; guard < guards.length; guard++) {
        const rest = this.#rest(hop.to, this.#way(to, guard));
        if (rest !== undefined) return [this.#passage(from, to, guard, [hop, ...rest])];
      }
      return [];
    });
  }

  #passage(from: ReachedLayer, to: ReachedLayer, guard: number, hops: readonly Hop[]): LayerPassage {
    const route = hops.map((hop) => this.#topology.step(hop));
    const first = hops[0] as Hop;
    return { from, to, kind: guards[guard] ?? 'normal', first: first.record, route };
  }

  #rest(start: number, { distance, next }: Way): Hop[] | undefined {
    if ((distance[start] ?? -1) < 0) return undefined;
    const hops: Hop[] = [];
    for (let hop = next[start]; hop !== undefined; hop = next[hop.to]) hops.push(hop);
    return hops;
  }

  /** One breadth-first search against the data, from all nodes of a layer, over hops guarded no better than this. */
  #way(to: ReachedLayer, guard: number): Way {
    const key = `${to.id}\n${guard}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const { nodes, incoming } = this.#topology;
    const distance = new Int32Array(nodes.length).fill(-1);
    const next: (Hop | undefined)[] = new Array(nodes.length).fill(undefined);
    const queue = nodes.filter(({ index }) => this.layerOf(index)?.id === to.id).map(({ index }) => index);
    for (const index of queue) distance[index] = 0;
    for (let head = 0; head < queue.length; head++) {
      const at = queue[head] as number;
      for (const hop of incoming[at] ?? []) {
        const { from } = hop;
        const passable = this.layerOf(from) === undefined && nodes[from]?.transit === true;
        if (!passable || distance[from] !== -1 || (this.#guard.get(hop) ?? 0) > guard) continue;
        distance[from] = (distance[at] ?? 0) + 1;
        next[from] = hop;
        queue.push(from);
      }
    }
    const way = { distance, next };
    this.#known.set(key, way);
    return way;
  }
}

/** A gateway at an end of a hop guards it, too. */
function guardOf(hop: Hop): number {
  const kind = linkKind(hop);
  const sanitised = kind === 'normal' && hop.sanitisation.some((method) => usualMethods.includes(method));
  return guards.indexOf(sanitised ? 'sanitised' : kind);
}
