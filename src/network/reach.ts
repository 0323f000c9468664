import type { Hop, Node, Topology } from './topology.ts';

/**
 * What a hop between two sides lets through: the nodes of this side behind it, and the ends beyond it. Systems are ways, not
 * places.
 */
export interface Reach {
  readonly behind: readonly Node['record'][];
  readonly beyond: readonly Node['record'][];
}

/** The sides of a question, by the index of a node or a hop. */
export interface Sides {
  readonly inside: readonly boolean[];
  /** whether a node of the other side is outside the body or on the internet */
  readonly end: readonly boolean[];
  readonly passable: readonly boolean[];
}

/**
 * Tells what stands behind and beyond each hop, so that a known way out is not known for more than it was. Nodes that data
 * can pass between, in whichever direction, are one group: that says a little too much of one-way connections, and takes
 * one pass over the network for all hops together.
 */
export class Reaches {
  readonly #inside: readonly boolean[];
  readonly #behind: Groups;
  readonly #beyond: Groups;

  constructor({ nodes, hops }: Topology, { inside, end, passable }: Sides) {
    this.#inside = inside;
    this.#behind = new Groups(nodes);
    this.#beyond = new Groups(nodes);
    for (const { index, from, to } of hops) {
      if (inside[from] && inside[to]) this.#behind.join(from, to);
      else if (!inside[from] && !inside[to] && passable[index] && nodes[from]?.transit && nodes[to]?.transit)
        this.#beyond.join(from, to);
    }
    for (const { index } of nodes) if (inside[index]) this.#behind.add(index, index);
    for (const { index } of nodes) if (end[index]) this.#beyond.add(index, index);
    // A node that lets nothing pass is an end of each group that leads to it.
    for (const { index, from, to } of hops) {
      if (!passable[index] || inside[from] || inside[to]) continue;
      if (end[to] && !nodes[to]?.transit) this.#beyond.add(from, to);
      if (end[from] && !nodes[from]?.transit) this.#beyond.add(to, from);
    }
  }

  /** @returns what some hops of one record lead between */
  of(hops: readonly Hop[]): Reach {
    const ends = hops.flatMap(({ from, to }) => [from, to]);
    return {
      behind: this.#behind.of(ends.filter((end) => this.#inside[end])),
      beyond: this.#beyond.of(ends.filter((end) => !this.#inside[end])),
    };
  }
}

/** Nodes in groups that are joined step by step. */
class Groups {
  readonly #nodes: readonly Node[];
  readonly #parents: Int32Array;
  readonly #members = new Map<number, Set<number>>();
  /** by the roots of one or more groups */
  readonly #records = new Map<string, readonly Node['record'][]>();

  constructor(nodes: readonly Node[]) {
    this.#nodes = nodes;
    this.#parents = Int32Array.from(nodes, (_, index) => index);
  }

  join(one: number, other: number): void {
    this.#parents[this.#root(one)] = this.#root(other);
  }

  /** Adds a node, unless it is a system, to the group of another; only once all groups are joined. */
  add(one: number, member: number): void {
    if (this.#nodes[member]?.isSystem) return;
    const root = this.#root(one);
    const members = this.#members.get(root) ?? new Set();
    this.#members.set(root, members.add(member));
  }

  /** @returns the members of the groups of some nodes: of the same groups always the same list */
  of(nodes: readonly number[]): readonly Node['record'][] {
    const roots = [...new Set(nodes.map((node) => this.#root(node)))].sort((a, b) => a - b);
    const key = roots.join();
    const known = this.#records.get(key) ?? roots.flatMap((root) => this.#recordsOf(root));
    this.#records.set(key, known);
    return known;
  }

  #recordsOf(root: number): readonly Node['record'][] {
    return [...(this.#members.get(root) ?? [])].flatMap((index) => this.#nodes[index]?.record ?? []);
  }

  #root(node: number): number {
    let root = node;
    while (this.#parents[root] !== root) {
      const parent = this.#parents[root] as number;
      this.#parents[root] = this.#parents[parent] as number;
      root = parent;
    }
    return root;
  }
}
