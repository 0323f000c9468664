import { defined } from '../base/defined.ts';
import { addToGroup } from '../base/groups.ts';
import { canonicalLayers } from '../policy/policy.ts';
import type { Fact } from './node-facts.ts';
import { type Reach, Reaches } from './reach.ts';
import { SilentWays } from './silence.ts';
import type { Hop, HopRecord, Node, ReachedLayer, RouteStep, Topology } from './topology.ts';

/** A question to the network: whether data can pass from one set of nodes (this side) to another, and by which hops. */
export interface Question {
  /** the nodes on this side: a layer */
  inside(node: Node): boolean;
  /** the layers that a node on the other side counts as; none where the node is only on the way */
  ends(node: Node): readonly ReachedLayer[];
  /** the missing field that decides whether a node is on the other side; `undefined` where that is known */
  doubtful(node: Node): Fact | undefined;
  /** whether a node is a service that both sides use, so that data may pass inside it */
  isShared?(node: Node): boolean;
  /** whether data passes a hop in the sense of this question, or why that is unknown */
  passes(hop: Hop): boolean | HopDoubt;
  /** only data that leaves this side, or only data that enters it; both where left out */
  readonly direction?: Direction;
}

/** Why it is unknown whether data passes a hop, with the missing fact. */
export interface HopDoubt {
  readonly kind:
    | 'unconfirmed'
    | 'specific-incomplete'
    | 'control-not-stated'
    | 'sanitisation-not-stated'
    | EndDoubt;
  readonly lacking: string;
  /** the section of the record that lacks it, where that is an end */
  readonly section?: Fact['section'];
}

/** Why it is unknown on which side a node is: its layer, its network, or how a service is reached is not stated. */
export type EndDoubt = 'layer-not-stated' | 'network-not-stated' | 'way-not-stated';

export type Direction = 'outgoing' | 'incoming';

/** The answer to a question for one connection or system. */
export interface Crossing {
  readonly record: HopRecord;
  /**
   * Which end of a connection lies on the other side, or states no layer; absent for a system, and where nothing is
   * crossed.
   */
  readonly outside?: 'from' | 'to';
  /** a service that both sides use, where the hop leads to nothing else on the other side */
  readonly shared?: Node['record'];
  /** the layers that data reaches, or comes from, through this hop; may be empty */
  readonly reached: readonly ReachedLayer[];
  /**
   * the path to each of these, in the same order; where none is reached, the path to an end whose layer is not stated, if
   * any
   */
  readonly paths: readonly CrossingPath[];
  /** why it is unknown whether there is a path; absent where it is known */
  readonly doubt?: HopDoubt & { readonly record: HopRecord | Node['record'] };
  /** tells what it leads between, for comparisons; absent where nothing is crossed */
  readonly reach?: () => Reach;
}

/** The shortest path between the two sides for one layer, hop by hop in the direction of the data. */
export interface CrossingPath {
  /** absent where it leads to a node that states no layer */
  readonly layer?: ReachedLayer;
  readonly route: readonly RouteStep[];
  /** where the route begins at a system that stands on both sides: the hop from the side asked about to it */
  readonly before?: RouteStep;
  /** where the route ends at such a system: the hop from it to the side asked about */
  readonly after?: RouteStep;
}

/**
 * Finds every hop by which data can pass from one side of a question to the other. Reachability is one search per kind of
 * end and direction, not one per hop, so the cost is linear. Hops that touch the side asked about and lead nowhere are
 * included with nothing reached. A hop at a node that may be on that side, since its layer is not stated, is unknown.
 */
export function findCrossings(topology: Topology, question: Question): ReadonlyMap<HopRecord, Crossing> {
  const search = new Search(topology, question);
  const crossings = new Map<HopRecord, Crossing>();
  for (const hop of topology.hops) {
    const [from, to] = [search.isInside(hop.from), search.isInside(hop.to)];
    if (!from && !to) {
      const perhaps = search.perhaps(hop);
      const known = crossings.get(hop.record);
      if (perhaps !== undefined)
        crossings.set(hop.record, known === undefined ? perhaps : join(known, perhaps));
      continue;
    }
    const direction = from ? 'outgoing' : 'incoming';
    const counts = from !== to && (question.direction ?? direction) === direction;
    const known = crossings.get(hop.record);
    if (!counts && known !== undefined) continue;
    const found = counts ? crossing(hop, from, search) : nothing(hop.record);
    crossings.set(hop.record, known === undefined ? found : join(known, found));
  }
  addReaches(crossings, topology, search);
  return crossings;
}

/** Tells of each crossing what it leads between. */
function addReaches(crossings: Map<HopRecord, Crossing>, topology: Topology, search: Search): void {
  const crossed = new Map<HopRecord, Hop[]>();
  for (const hop of topology.hops)
    if (search.isInside(hop.from) !== search.isInside(hop.to) && crossings.get(hop.record)?.paths.length)
      addToGroup(crossed, hop.record, hop);
  let reaches: Reaches | undefined;
  const reachOf = (hops: readonly Hop[]) => {
    reaches ??= search.reaches();
    return reaches.of(hops);
  };
  for (const [record, hops] of crossed) {
    const crossing = crossings.get(record) as Crossing;
    crossings.set(record, { ...crossing, reach: () => reachOf(hops) });
  }
}

function nothing(record: HopRecord): Crossing {
  return { record, reached: [], paths: [] };
}

function crossing(hop: Hop, fromInside: boolean, search: Search): Crossing {
  const found = search.through(hop);
  const outside = outsideEnd(hop, fromInside);
  return found.paths.length === 0 || outside === undefined ? found : { ...found, outside };
}

function outsideEnd({ record, backwards }: Hop, fromInside: boolean): 'from' | 'to' | undefined {
  if (!('from' in record)) return undefined;
  return fromInside === backwards ? 'from' : 'to';
}

/**
 * Merges the two directions of a connection into one crossing: the more certain wins, then for each layer the shorter
 * route.
 */
function join(a: Crossing, b: Crossing): Crossing {
  if (rank(a) !== rank(b)) return rank(a) > rank(b) ? a : b;
  if (rank(a) === 0) return a;
  const shortest = new Map<string | undefined, CrossingPath>();
  for (const path of [...a.paths, ...b.paths]) {
    const known = shortest.get(path.layer?.id);
    if (known === undefined || path.route.length < known.route.length) shortest.set(path.layer?.id, path);
  }
  const paths = [...shortest.values()].sort(byNearness);
  // Reports the doubt of the nearest path.
  const nearest = paths[0] !== undefined && b.paths.includes(paths[0]) ? b : a;
  return { ...nearest, ...reaching(paths) };
}

/** @returns the paths with the layers that they lead to */
function reaching(paths: readonly CrossingPath[]): Pick<Crossing, 'reached' | 'paths'> {
  return { reached: paths.flatMap(({ layer }) => layer ?? []), paths };
}

function byNearness(a: CrossingPath, b: CrossingPath): number {
  const nearer = a.route.length - b.route.length;
  if (nearer !== 0 || a.layer === undefined || b.layer === undefined) return nearer;
  return byLayer(a.layer, b.layer);
}

/** How certain a crossing is. A doubtful path into a known layer ranks above one to an end whose layer is not stated. */
function rank({ reached, doubt, shared }: Crossing): number {
  if (shared !== undefined) return 1;
  if (reached.length === 0) return doubt === undefined ? 0 : 2;
  return doubt === undefined ? 4 : 3;
}

/** The canonical layers from the innermost out, then a body's own by id. */
function byLayer(a: ReachedLayer, b: ReachedLayer): number {
  const rankOf = ({ id }: ReachedLayer) => (canonicalLayers as readonly string[]).indexOf(id) >>> 0;
  return rankOf(a) - rankOf(b) || (a.id < b.id ? -1 : 1);
}

/** For each node its distance from an end, and the index of the hop towards it; -1 where there is no path. */
interface Distances {
  readonly end: ReachedLayer | undefined;
  readonly distance: Int32Array;
  readonly next: Int32Array;
}

/** Whether a search follows only hops that certainly pass data, or also doubtful ones. */
type Certainty = 'certain' | 'possible';

class Search {
  readonly #topology: Topology;
  readonly #inside: readonly boolean[];
  /** the nodes that are ends, by the layer they count as, or as `doubtful` or `shared` */
  readonly #ends: ReadonlyMap<string, readonly number[]>;
  readonly #question: Question;
  readonly #silent: SilentWays;
  readonly #layers: readonly ReachedLayer[];
  /** whether data passes each hop, cached since every search asks for every hop */
  readonly #passes: readonly (boolean | HopDoubt)[];
  readonly #known = new Map<string, readonly Distances[]>();

  constructor(topology: Topology, question: Question) {
    this.#topology = topology;
    this.#question = question;
    this.#inside = topology.nodes.map((node) => question.inside(node));
    this.#passes = topology.hops.map((hop) => question.passes(hop));
    const ends = new Map<string, number[]>();
    const layers = new Map<string, ReachedLayer>();
    for (const node of topology.nodes) {
      if (this.#inside[node.index]) continue;
      if (question.doubtful(node) !== undefined) addToGroup(ends, 'doubtful', node.index);
      if (question.isShared?.(node)) addToGroup(ends, 'shared', node.index);
      for (const layer of question.ends(node)) {
        addToGroup(ends, `layer ${layer.id}`, node.index);
        layers.set(layer.id, layer);
      }
    }
    this.#ends = ends;
    // Sorted, so that the order of files does not change the wording of a finding.
    this.#layers = [...layers.values()].sort(byLayer);
    const ofLayers = new Set(this.#layers.flatMap(({ id }) => ends.get(`layer ${id}`) ?? []));
    const perhaps = new Set([...(ends.get('doubtful') ?? []), ...(ends.get('shared') ?? [])]);
    this.#silent = new SilentWays(topology, {
      inside: this.#inside,
      beyond: topology.nodes.map(({ index }) =>
        ofLayers.has(index) ? 'yes' : perhaps.has(index) ? 'perhaps' : 'no',
      ),
      passable: this.#passes.map((passes) => passes !== false),
    });
  }

  reaches(): Reaches {
    return new Reaches(this.#topology, {
      inside: this.#inside,
      end: this.#topology.nodes.map(
        (node) =>
          !this.#inside[node.index] &&
          this.#question.ends(node).length > 0 &&
          (node.side !== 'own' || node.internet !== false),
      ),
      passable: this.#passes.map((passes) => passes !== false),
    });
  }

  isInside(node: number): boolean {
    return this.#inside[node] === true;
  }

  /** The crossing of a hop between this side and a node that is not on it. */
  through(hop: Hop): Crossing {
    const direction: Direction = this.#inside[hop.from] ? 'outgoing' : 'incoming';
    const passes = this.#passes[hop.index];
    if (passes === false) return nothing(hop.record);
    if (passes === true) {
      const certain = this.#reach(hop, direction, 'certain');
      if (certain.length > 0)
        return { record: hop.record, ...reaching(this.#paths(hop, certain, direction)) };
    }
    const possible = this.#reach(hop, direction, 'possible');
    if (possible[0] !== undefined) {
      const hops = this.#hops(hop, possible[0], direction);
      const doubtful = hops.find(({ index }) => typeof this.#passes[index] === 'object') ?? hop;
      return {
        record: hop.record,
        ...reaching(this.#paths(hop, possible, direction)),
        doubt: { ...this.#doubt(doubtful), record: doubtful.record },
      };
    }
    return this.#towardsDoubt(hop, direction) ?? this.#towardsShared(hop, direction) ?? nothing(hop.record);
  }

  /**
   * The crossing of a hop between nodes of which none is known to be on this side, but one may be. `undefined` where none
   * may.
   */
  perhaps(hop: Hop): Crossing | undefined {
    const { direction } = this.#question;
    const silent = (['outgoing', 'incoming'] as const).filter((one) =>
      this.#silent.isSilent(one === 'outgoing' ? hop.from : hop.to),
    );
    if (silent.length === 0) return undefined;
    for (const one of silent) {
      const way = (direction ?? one) === one ? this.#silent.through(hop, one) : undefined;
      if (way !== undefined && (way.hops.length === 1 || !this.#endsThere(hop)))
        return this.#doubted(hop, one, way.fact, this.#route(way.hops));
    }
    if (!('from' in hop.record)) return undefined;
    // No crossing, whatever the missing layer is. But while no node is known to be on this side, that must not read as a
    // pass.
    const [fact] = this.#topology.nodes[silent[0] === 'incoming' ? hop.to : hop.from]?.silent ?? [];
    return fact === undefined || this.#inside.includes(true)
      ? nothing(hop.record)
      : this.#doubted(hop, silent[0] ?? 'outgoing', fact, []);
  }

  #doubted(hop: Hop, direction: Direction, fact: Fact, route: readonly RouteStep[]): Crossing {
    // Reported at the end that states no layer.
    const outside = outsideEnd(hop, direction === 'incoming');
    return {
      record: hop.record,
      ...defined({ outside }),
      ...reaching(route.length === 0 ? [] : [{ route }]),
      doubt: doubtOf(fact),
    };
  }

  /** The crossing of a hop that leads to no end that is certain, but to one that may be on the other side. */
  #towardsDoubt(hop: Hop, direction: Direction): Crossing | undefined {
    const found = this.#towards('doubtful', hop, direction);
    const fact = found && this.#question.doubtful(found.end);
    return found && fact && { record: hop.record, ...reaching([found.path]), doubt: doubtOf(fact) };
  }

  /** The crossing of a hop that leads to no other end than a service that both sides use. */
  #towardsShared(hop: Hop, direction: Direction): Crossing | undefined {
    const found = this.#towards('shared', hop, direction);
    return found && { record: hop.record, ...reaching([found.path]), shared: found.end.record };
  }

  #towards(kind: 'doubtful' | 'shared', hop: Hop, direction: Direction) {
    const [nearest] = this.#distances(kind, direction, 'possible');
    if (nearest === undefined || !this.#isReached(nearest, hop, direction)) return undefined;
    const hops = this.#hops(hop, nearest, direction);
    const last = direction === 'outgoing' ? hops.at(-1)?.to : hops[0]?.from;
    return {
      end: this.#topology.nodes[last ?? -1] as Node,
      path: { route: this.#route(hops), ...this.#within(hop, direction) },
    };
  }

  #doubt({ index }: Hop): HopDoubt {
    const passes = this.#passes[index];
    return typeof passes === 'object' ? passes : { kind: 'unconfirmed', lacking: 'confirmed' };
  }

  /** The layers that can be reached by a hop (or that reach it), nearest first. */
  #reach(hop: Hop, direction: Direction, certainty: Certainty): Distances[] {
    const beyond = direction === 'outgoing' ? hop.to : hop.from;
    return this.#distances('layers', direction, certainty)
      .filter((distances) => this.#isReached(distances, hop, direction))
      .sort((a, b) => (a.distance[beyond] ?? 0) - (b.distance[beyond] ?? 0));
  }

  #isReached({ distance }: Distances, hop: Hop, direction: Direction): boolean {
    const left = distance[direction === 'outgoing' ? hop.to : hop.from] ?? -1;
    return left === 0 || (left > 0 && !this.#endsThere(hop));
  }

  /** A host between segments that does not forward passes data between those segments only, not beyond them. */
  #endsThere({ record, from, to }: Hop): boolean {
    return [from, to].some((end) => {
      const node = this.#topology.nodes[end];
      return node?.record === record && !node.transit;
    });
  }

  /** The path over a hop to, or from, each of the given layers. */
  #paths(hop: Hop, layers: readonly Distances[], direction: Direction): CrossingPath[] {
    const within = this.#within(hop, direction);
    return layers.map((distances) => ({
      ...defined({ layer: distances.end }),
      route: this.#route(this.#hops(hop, distances, direction)),
      ...within,
    }));
  }

  #within({ record, from, to }: Hop, direction: Direction): Pick<CrossingPath, 'before' | 'after'> {
    const { incoming, outgoing } = this.#topology;
    const near = direction === 'outgoing' ? incoming[from] : outgoing[to];
    const own = near?.find((hop) => hop.record === record && this.#inside[hop.from] && this.#inside[hop.to]);
    if (own === undefined) return {};
    const step = this.#topology.step(own);
    return direction === 'outgoing' ? { before: step } : { after: step };
  }

  #route(hops: readonly Hop[]): RouteStep[] {
    return hops.map((hop) => this.#topology.step(hop));
  }

  #hops(hop: Hop, towards: Distances, direction: Direction): Hop[] {
    const hops = [hop];
    const nextOf = (node: number) => this.#topology.hops[towards.next[node] ?? -1];
    let at = direction === 'outgoing' ? hop.to : hop.from;
    for (let next = nextOf(at); next !== undefined; next = nextOf(at)) {
      hops.push(next);
      at = direction === 'outgoing' ? next.to : next.from;
    }
    return direction === 'outgoing' ? hops : hops.reverse();
  }

  /** The distances to each layer, or to ends of another kind; computed on demand. */
  #distances(
    to: 'layers' | 'doubtful' | 'shared',
    direction: Direction,
    certainty: Certainty,
  ): readonly Distances[] {
    const key = `${to} ${direction} ${certainty}`;
    let distances = this.#known.get(key);
    if (distances === undefined) {
      distances =
        to === 'layers'
          ? this.#layers.map((layer) => this.#search(`layer ${layer.id}`, layer, direction, certainty))
          : [this.#search(to, undefined, direction, certainty)];
      this.#known.set(key, distances);
    }
    return distances;
  }

  /**
   * One breadth-first search from all ends of a kind, against the direction asked for. A node that is not an end
   * counts only if data can pass through it; the layer itself is never entered again.
   *
   * @param kind of end; @param end the layer that these count as, if they do
   */
  #search(
    kind: string,
    end: ReachedLayer | undefined,
    direction: Direction,
    certainty: Certainty,
  ): Distances {
    const { nodes } = this.#topology;
    const distance = new Int32Array(nodes.length).fill(-1);
    const next = new Int32Array(nodes.length).fill(-1);
    const queue = [...(this.#ends.get(kind) ?? [])];
    for (const node of queue) distance[node] = 0;
    const backwards = direction === 'outgoing' ? this.#topology.incoming : this.#topology.outgoing;
    for (let head = 0; head < queue.length; head++) {
      const at = queue[head] as number;
      for (const hop of backwards[at] ?? []) {
        const before = direction === 'outgoing' ? hop.from : hop.to;
        if (distance[before] !== -1 || this.#inside[before] || nodes[before]?.transit !== true) continue;
        const passes = this.#passes[hop.index];
        if (passes === false || (certainty === 'certain' && passes !== true)) continue;
        distance[before] = (distance[at] ?? 0) + 1;
        next[before] = hop.index;
        queue.push(before);
      }
    }
    return { end, distance, next };
  }
}

function doubtOf({ section, record, path }: Fact): NonNullable<Crossing['doubt']> {
  const kind =
    path === 'externalNetwork'
      ? 'network-not-stated'
      : path === 'reachedBy'
        ? 'way-not-stated'
        : 'layer-not-stated';
  return { kind, section, record, lacking: path };
}
