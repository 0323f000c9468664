/** What a node of the tape is. */
export const kinds = { empty: 0, scalar: 1, sequence: 2, mapping: 3, alias: 4, key: 5, merge: 6 } as const;

/** Cells of one node: kind, start, end, link (see {@link Tape}). */
export const cellsPerNode = 4;

/** A path into a document: keys of mappings, indexes of sequences. */
export type Path = readonly (string | number)[];

/** Where something stands: offsets in UTF-16 code units, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What {@link Tape.locate} finds. */
export interface Location extends Span {
  /** how many steps of the path exist in the document */
  readonly depth: number;
  /** the anchored text, where the value came through an alias or a merge key */
  readonly origin?: Span;
  /** the alias that leads to that text: the last one, where aliases lead to aliases */
  readonly alias?: Span;
}

/** What most places do not have. */
const nothing = {};

/**
 * Where every node of a file stands, in document order, four numbers a node:
 * kind, start, end, and a link: of a collection the node after its last one, of an alias its target,
 * of a key its name. A path is resolved by walking; nothing is built for files that nobody asks about.
 */
export class Tape {
  readonly #cells: Int32Array;
  readonly #keys: readonly string[];
  readonly #items = new Map<number, Int32Array>();
  readonly #children = new Map<number, ReadonlyMap<string, number>>();

  constructor(cells: Int32Array, keys: readonly string[]) {
    this.#cells = cells;
    this.#keys = keys;
  }

  /** @returns the node of a mapping's value, or `undefined`; a key that is merged in does not count */
  child(node: number, key: string): number | undefined {
    const mapping = this.#dereference(node);
    if (this.#kind(mapping) !== kinds.mapping) return undefined;
    const known = this.#children.get(mapping);
    if (known !== undefined) return known.get(key);
    const end = this.#link(mapping);
    let passed = 0;
    let empty: number | undefined;
    for (let at = mapping + 1; at < end; at = this.#after(at + 1)) {
      if (this.#kind(at) === kinds.key && this.#keys[this.#link(at)] === key) {
        // Of a key that is written twice the one with something after it was used.
        if (this.#kind(at + 1) !== kinds.empty) return at + 1;
        empty ??= at + 1;
      }
      if (++passed === 64) return this.#index(mapping).get(key);
    }
    return empty;
  }

  /** Indexes a large mapping: scanning all its keys for each of them would be quadratic. */
  #index(mapping: number): ReadonlyMap<string, number> {
    const children = new Map<string, number>();
    const end = this.#link(mapping);
    for (let at = mapping + 1; at < end; at = this.#after(at + 1)) {
      const key = this.#keys[this.#link(at)] ?? '';
      if (this.#kind(at) !== kinds.key) continue;
      const known = children.get(key);
      if (known === undefined || (this.#kind(known) === kinds.empty && this.#kind(at + 1) !== kinds.empty))
        children.set(key, at + 1);
    }
    this.#children.set(mapping, children);
    return children;
  }

  /** @returns the nodes of a sequence's items, in order; empty for anything else */
  items(node: number): Int32Array {
    const sequence = this.#dereference(node);
    const known = this.#items.get(sequence);
    if (known !== undefined) return known;
    const nodes: number[] = [];
    if (this.#kind(sequence) === kinds.sequence) {
      const end = this.#link(sequence);
      for (let at = sequence + 1; at < end; at = this.#after(at))
        if (this.#kind(at) !== kinds.empty) nodes.push(at);
    }
    const items = Int32Array.from(nodes);
    this.#items.set(sequence, items);
    return items;
  }

  /**
   * Locates a path below a node: a written value at itself; an absent or empty one at its key, else at the nearest present
   * parent; an aliased or merged one at the alias or the `<<`.
   *
   * @param part `key` asks for the key instead of the value
   */
  locate(node: number, path: Path, part: 'value' | 'key' = 'value'): Location {
    let at = node;
    let place: Span = this.#own(node, undefined);
    let origin: Span | undefined;
    let alias: Span | undefined;
    // Once inside an anchor, the location stays at the alias: that is what the reader's record contains.
    let borrowed = false;
    let depth = 0;
    for (; depth < path.length; depth++) {
      if (this.#kind(at) === kinds.alias) {
        alias = this.#own(at, undefined);
        if (!borrowed) place = alias;
        borrowed = true;
      }
      const step = this.#step(this.#dereference(at), path[depth] as string | number);
      if (step === undefined) break;
      const wanted =
        part === 'key' && depth === path.length - 1 && step.key !== undefined ? step.key : step.node;
      const own = this.#own(wanted, step.key);
      if (step.merge !== undefined) {
        alias = step.alias === undefined ? alias : this.#own(step.alias, undefined);
        if (!borrowed) place = this.#own(step.merge, undefined);
        borrowed = true;
      }
      if (borrowed) origin = own;
      else place = own;
      at = step.node;
    }
    if (this.#kind(at) === kinds.alias && depth === path.length && part === 'value') {
      const target = this.#link(at);
      if (target >= 0) {
        origin = this.#own(target, undefined);
        alias = this.#own(at, undefined);
      }
    } else if (depth < path.length && depth > 0 && !borrowed) {
      // For an absent value below a mapping or list, the nearest thing present is the key of that.
      place = this.locate(node, path.slice(0, depth), 'key');
    }
    return {
      start: place.start,
      end: place.end,
      depth,
      ...(origin === undefined ? nothing : alias === undefined ? { origin } : { origin, alias }),
    };
  }

  /** The step of a path: the node it leads to, the key it goes by, the `<<` it comes through, and the last alias behind that. */
  #step(
    parent: number,
    step: string | number,
  ): { node: number; key?: number; merge?: number; alias?: number } | undefined {
    if (typeof step === 'number') {
      const node = this.items(parent)[step];
      return node === undefined ? undefined : { node };
    }
    const node = this.child(parent, step);
    if (node !== undefined) return { node, key: node - 1 };
    if (this.#kind(parent) !== kinds.mapping) return undefined;
    const end = this.#link(parent);
    for (let at = parent + 1; at < end; at = this.#after(at + 1)) {
      if (this.#kind(at) !== kinds.merge) continue;
      const value = this.#dereference(at + 1);
      const sources = this.#kind(value) === kinds.sequence ? this.items(value) : [at + 1];
      for (const source of sources) {
        const found = this.#step(this.#dereference(source), step);
        if (found === undefined) continue;
        const own = this.#kind(source) === kinds.alias ? { alias: source } : {};
        return { ...own, ...found, merge: at };
      }
    }
    return undefined;
  }

  #own(node: number, key: number | undefined): Span {
    const shown = this.#kind(node) === kinds.empty && key !== undefined ? key : node;
    return { start: Math.max(0, this.#start(shown)), end: Math.max(0, this.#end(shown)) };
  }

  #dereference(node: number): number {
    let at = node;
    while (this.#kind(at) === kinds.alias) {
      const target = this.#link(at);
      if (target < 0) return at;
      at = target;
    }
    return at;
  }

  #after(node: number): number {
    const kind = this.#kind(node);
    return kind === kinds.sequence || kind === kinds.mapping ? this.#link(node) : node + 1;
  }

  #kind(node: number): number {
    return this.#cells[node * cellsPerNode] ?? kinds.empty;
  }

  #start(node: number): number {
    return this.#cells[node * cellsPerNode + 1] ?? -1;
  }

  #end(node: number): number {
    return this.#cells[node * cellsPerNode + 2] ?? -1;
  }

  #link(node: number): number {
    return this.#cells[node * cellsPerNode + 3] ?? -1;
  }
}
