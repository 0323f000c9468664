import type { Cell, Grid } from './grid.ts';
import type { PictureEdge } from './picture.ts';

/** The route of a line through the grid: straight to the adjacent box, or through one or two channels. */
export interface Route {
  readonly edge: PictureEdge;
  readonly from: Cell;
  readonly to: Cell;
  readonly straight: boolean;
  /** channel n is above row n */
  readonly start: { readonly side: 'top' | 'bottom'; readonly channel: number };
  readonly end: { readonly side: 'top' | 'bottom'; readonly channel: number };
  /** gutter n is left of column n; absent where one channel is enough */
  readonly gutter?: number;
}

/** @returns the route of a line between two cells */
export function routeOf(edge: PictureEdge, grid: Grid): Route {
  const nowhere: Cell = { row: 0, column: 0 };
  const [from, to] = [grid.cells.get(edge.from) ?? nowhere, grid.cells.get(edge.to) ?? nowhere];
  const exit = (own: Cell, other: Cell): Route['start'] =>
    own.row < other.row ? { side: 'bottom', channel: own.row + 1 } : { side: 'top', channel: own.row };
  const [start, end] = [exit(from, to), exit(to, from)];
  const straight = from.row === to.row && Math.abs(from.column - to.column) === 1;
  if (start.channel === end.channel) return { edge, from, to, straight, start, end };
  const [left, right] = [Math.min(from.column, to.column), Math.max(from.column, to.column)];
  // The gutter beside the lower box, on the side of the other box.
  const low = from.row > to.row ? from : to;
  const gutter =
    left === right ? (left < grid.columns / 2 ? left : left + 1) : low.column === left ? left + 1 : right;
  return { edge, from, to, straight, start, end, gutter };
}

/** Gives each interval the lowest track on which it overlaps no other. */
export function tracks(
  intervals: readonly { readonly from: number; readonly to: number }[],
  apart: number,
): number[] {
  const order = intervals.map((_, index) => index);
  const at = (index: number) => intervals[index] as { from: number; to: number };
  order.sort((a, b) => at(a).from - at(b).from || at(a).to - at(b).to || a - b);
  const ends: number[] = [];
  const chosen: number[] = new Array(intervals.length).fill(0);
  for (const index of order) {
    const { from, to } = at(index);
    let track = ends.findIndex((end) => end + apart <= from);
    if (track === -1) track = ends.length;
    ends[track] = to;
    chosen[index] = track;
  }
  return chosen;
}
