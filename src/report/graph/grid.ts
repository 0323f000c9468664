import { addToGroup } from '../../base/groups.ts';
import type { Picture, PictureEdge } from './picture.ts';

/** A cell of the grid, counted from the top left. */
export interface Cell {
  readonly row: number;
  readonly column: number;
}

/** The cell of each node; nodes that communicate are placed near each other. */
export class Grid {
  readonly columns: number;
  readonly cells = new Map<string, Cell>();
  /** by lane: its first row, and how many it has; an empty lane has one */
  readonly lanes: { readonly first: number; readonly rows: number }[] = [];
  readonly rows: number;

  constructor({ lanes, edges }: Picture) {
    const nodes = lanes.reduce((sum, lane) => sum + lane.nodes.length, 0);
    this.columns = nodes <= 40 ? 4 : nodes <= 80 ? 6 : 8;
    const slots: (string | undefined)[][] = [];
    let row = 0;
    for (const lane of lanes) {
      const rows = Math.max(1, Math.ceil(lane.nodes.length / this.columns));
      this.lanes.push({ first: row, rows });
      slots.push(Array.from({ length: rows * this.columns }, (_, index) => lane.nodes[index]?.id));
      row += rows;
    }
    this.rows = row;
    for (const [index, lane] of slots.entries())
      for (const [slot, id] of lane.entries())
        if (id !== undefined) this.cells.set(id, this.#cell(index, slot));
    this.#improve(slots, neighbours(edges));
  }

  /** Swaps the nodes of a lane while that shortens the lines. Large lanes are skipped, since it would take too long. */
  #improve(slots: (string | undefined)[][], near: ReadonlyMap<string, readonly string[]>): void {
    for (let pass = 0; pass < 12; pass++) {
      let better = false;
      for (const [lane, ids] of slots.entries()) {
        if (ids.length > 80) continue;
        for (let a = 0; a < ids.length; a++)
          for (let b = a + 1; b < ids.length; b++)
            better = this.#swapIfBetter(lane, ids, a, b, near) || better;
      }
      if (!better) return;
    }
  }

  #swapIfBetter(
    lane: number,
    ids: (string | undefined)[],
    a: number,
    b: number,
    near: ReadonlyMap<string, readonly string[]>,
  ): boolean {
    const cost = () => this.#cost(ids[a], near) + this.#cost(ids[b], near);
    const swap = () => {
      [ids[a], ids[b]] = [ids[b], ids[a]];
      for (const slot of [a, b]) {
        const id = ids[slot];
        if (id !== undefined) this.cells.set(id, this.#cell(lane, slot));
      }
    };
    const costBefore = cost();
    swap();
    if (cost() < costBefore - 0.001) return true;
    swap();
    return false;
  }

  #cost(id: string | undefined, near: ReadonlyMap<string, readonly string[]>): number {
    if (id === undefined) return 0;
    const own = this.cells.get(id);
    if (own === undefined) return 0;
    // Nodes without communication, and the free cells of a half-filled row, go to the end.
    let sum = 0.01 * own.row;
    for (const other of near.get(id) ?? []) {
      const cell = this.cells.get(other);
      if (cell === undefined) continue;
      const [across, down] = [Math.abs(cell.column - own.column), Math.abs(cell.row - own.row)];
      sum += across + 1.6 * down + (down === 0 && across > 1 ? 1 : 0);
    }
    return sum;
  }

  #cell(lane: number, slot: number): Cell {
    return {
      row: (this.lanes[lane]?.first ?? 0) + Math.floor(slot / this.columns),
      column: slot % this.columns,
    };
  }
}

function neighbours(edges: readonly PictureEdge[]): Map<string, string[]> {
  const near = new Map<string, string[]>();
  for (const { from, to } of edges) {
    addToGroup(near, from, to);
    addToGroup(near, to, from);
  }
  return near;
}
