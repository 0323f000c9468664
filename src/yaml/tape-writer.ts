import { cellsPerNode, kinds, Tape } from './tape.ts';

/** Cells to write on, which the next tape takes over: memory that was just written is several times as fast as new. */
let draft = new Int32Array(4096 * cellsPerNode);

/** No more is kept than a large file needs, in cells. */
const mostKept = 1 << 20;

/** Writes a tape from the first node of a text to its last. */
export class TapeWriter {
  readonly #keys: string[] = [];
  readonly #keyIndex = new Map<string, number>();
  #cells = draft;
  #nodes = 0;
  #end = 0;

  constructor() {
    // Whoever else writes before this one is done has cells of its own.
    draft = new Int32Array(0);
  }

  /** How many nodes are written: the next one's number. */
  get nodes(): number {
    return this.#nodes;
  }

  /** Where what is written ends. */
  get end(): number {
    return this.#end;
  }

  push(kind: number, start: number, end: number, link: number): number {
    const node = this.#nodes++;
    const cell = node * cellsPerNode;
    if (cell >= this.#cells.length) this.#grow();
    const cells = this.#cells;
    cells[cell] = kind;
    cells[cell + 1] = start;
    cells[cell + 2] = end;
    cells[cell + 3] = link;
    if (end > this.#end) this.#end = end;
    return node;
  }

  /** Closes a collection behind what was written last. */
  close(node: number): void {
    this.#cells[node * cellsPerNode + 2] = this.#end;
    this.#cells[node * cellsPerNode + 3] = this.#nodes;
  }

  /** Notes that something that is no node of its own reaches up to an offset. */
  reach(end: number): void {
    if (end > this.#end) this.#end = end;
  }

  /** Takes back the nodes from one on. */
  drop(from: number): void {
    this.#nodes = from;
  }

  cell(node: number, offset: number): number {
    return this.#cells[node * cellsPerNode + offset] ?? -1;
  }

  /** @returns the node behind one and all that belongs to it */
  after(node: number): number {
    const kind = this.cell(node, 0);
    return kind === kinds.sequence || kind === kinds.mapping ? this.cell(node, 3) : node + 1;
  }

  /** @returns the number that stands for a key on the tape */
  internKey(key: string): number {
    let index = this.#keyIndex.get(key);
    if (index === undefined) {
      index = this.#keys.push(key) - 1;
      this.#keyIndex.set(key, index);
    }
    return index;
  }

  /** @returns the tape, to which nothing can be added then */
  tape(): Tape {
    const cells = this.#cells.slice(0, this.#nodes * cellsPerNode);
    if (this.#cells.length <= mostKept) draft = this.#cells;
    this.#cells = cells;
    return new Tape(cells, this.#keys);
  }

  #grow(): void {
    const cells = new Int32Array(Math.max(this.#cells.length * 2, 1024 * cellsPerNode));
    cells.set(this.#cells);
    this.#cells = cells;
  }
}
