import { addToGroup } from '../../groups.ts';
import { columns } from '../columns.ts';
import { wrap } from '../wrap.ts';
import type { Picture, PictureEdge, PictureNode } from './picture.ts';

/** Where everything of a picture stands, in pixels from the top left of the first lane. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly lanes: readonly {
    readonly y: number;
    readonly height: number;
    readonly label: readonly string[];
  }[];
  readonly boxes: readonly Box[];
  readonly lines: readonly Line[];
}

export interface Box {
  readonly node: PictureNode;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** the label in lines that fit, cut off where they are too many */
  readonly label: readonly string[];
}

export interface Line {
  readonly edge: PictureEdge;
  /** corners of the way, which never leads behind a box that it does not end at */
  readonly points: readonly Point[];
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** One column of text (half a Japanese character) is so wide at 12px: the widest of the fonts named. */
export const columnWidth = 6.8;
export const stripWidth = 132;
const boxWidth = 168;
const boxHeight = 42;
const labelColumns = 22;
const trackGap = 8;
const gutterRoom = 44;
const channelRoom = 30;
const laneBottom = 14;

/**
 * Places boxes in a grid, lane below lane, and leads lines through the room between its rows (channels) and columns
 * (gutters). Every line has a track of its own there, so that no two lie on one another and none crosses a box.
 */
export function layOut(picture: Picture): Layout {
  const grid = new Grid(picture);
  const routes = picture.edges.map((edge) => route(edge, grid));
  return new Measured(picture, grid, routes).layout();
}

interface Cell {
  readonly row: number;
  readonly column: number;
}

/** Which cell each node stands in; nodes that talk to each other stand near each other. */
class Grid {
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

  /** Swaps what stands in a lane as long as that makes lines shorter; only where that is quickly done. */
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
    const before = cost();
    swap();
    if (cost() < before - 0.001) return true;
    swap();
    return false;
  }

  #cost(id: string | undefined, near: ReadonlyMap<string, readonly string[]>): number {
    if (id === undefined) return 0;
    const own = this.cells.get(id);
    if (own === undefined) return 0;
    // What talks to nobody, and rows left half empty, go to the end.
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
    for (const [one, other] of [
      [from, to],
      [to, from],
    ] as const) {
      addToGroup(near, one, other);
    }
  }
  return near;
}

/** How a line goes through the grid: straight to the next box, or up or down by one or two channels. */
interface Route {
  readonly edge: PictureEdge;
  readonly from: Cell;
  readonly to: Cell;
  readonly straight: boolean;
  /** channels lie above the row of the same number */
  readonly start: { readonly side: 'top' | 'bottom'; readonly channel: number };
  readonly end: { readonly side: 'top' | 'bottom'; readonly channel: number };
  /** gutters lie left of the column of the same number; absent where one channel is enough */
  readonly gutter?: number;
}

function route(edge: PictureEdge, grid: Grid): Route {
  const nowhere: Cell = { row: 0, column: 0 };
  const [from, to] = [grid.cells.get(edge.from) ?? nowhere, grid.cells.get(edge.to) ?? nowhere];
  const exit = (own: Cell, other: Cell): Route['start'] =>
    own.row < other.row ? { side: 'bottom', channel: own.row + 1 } : { side: 'top', channel: own.row };
  const [start, end] = [exit(from, to), exit(to, from)];
  const straight = from.row === to.row && Math.abs(from.column - to.column) === 1;
  if (start.channel === end.channel) return { edge, from, to, straight, start, end };
  const [left, right] = [Math.min(from.column, to.column), Math.max(from.column, to.column)];
  // Beside the box at the lower end, on the side that the other lies.
  const low = from.row > to.row ? from : to;
  const gutter =
    left === right ? (left < grid.columns / 2 ? left : left + 1) : low.column === left ? left + 1 : right;
  return { edge, from, to, straight, start, end, gutter };
}

/** Gives each of some intervals the lowest track on which it meets no other. */
function tracks(
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

/** The room above each row: its height, how many tracks it has, and which one a line's part is on. */
interface Channels {
  readonly heights: readonly number[];
  readonly counts: readonly number[];
  readonly track: ReadonlyMap<string, number>;
}

/** Gives every column, row, port and track its pixels. */
class Measured {
  readonly #picture: Picture;
  readonly #grid: Grid;
  readonly #routes: readonly Route[];
  readonly #columnX: number[] = [];
  readonly #width: number;
  readonly #gutterX = new Map<Route, number>();
  readonly #ports = new Map<string, number>();

  constructor(picture: Picture, grid: Grid, routes: readonly Route[]) {
    this.#picture = picture;
    this.#grid = grid;
    this.#routes = routes;
    let x = stripWidth;
    for (let gutter = 0; gutter <= grid.columns; gutter++) {
      const inside = routes.filter((one) => one.gutter === gutter);
      const chosen = tracks(
        inside.map(({ start, end }) => ({
          from: Math.min(start.channel, end.channel),
          to: Math.max(start.channel, end.channel),
        })),
        0.5,
      );
      const count = Math.max(0, ...chosen.map((track) => track + 1));
      const room = Math.max(gutter === 0 || gutter === grid.columns ? 24 : gutterRoom, 24 + count * trackGap);
      const first = x + room / 2 - ((count - 1) * trackGap) / 2;
      for (const [index, one] of inside.entries())
        this.#gutterX.set(one, first + (chosen[index] ?? 0) * trackGap);
      x += room;
      if (gutter < grid.columns) {
        this.#columnX.push(x);
        x += boxWidth;
      }
    }
    this.#width = x;
    this.#placePorts();
  }

  layout(): Layout {
    const channels = this.#channels();
    const rowY: number[] = [];
    const lanes: { y: number; height: number; label: string[] }[] = [];
    let y = 0;
    for (const [index, { first, rows }] of this.#grid.lanes.entries()) {
      const top = y;
      for (let row = first; row < first + rows; row++) {
        y += channels.heights[row] ?? channelRoom;
        rowY[row] = y;
        y += boxHeight;
      }
      y += laneBottom;
      const name = this.#picture.lanes[index]?.name ?? '';
      lanes.push({ y: top, height: y - top, label: fitted(name, 17, 3) });
    }
    const boxes = this.#picture.lanes
      .flatMap(({ nodes }) => nodes)
      .map((node): Box => {
        const { row, column } = this.#grid.cells.get(node.id) ?? { row: 0, column: 0 };
        const [left, top] = [this.#columnX[column] ?? 0, rowY[row] ?? 0];
        return {
          node,
          x: left,
          y: top,
          width: boxWidth,
          height: boxHeight,
          label: fitted(node.label, labelColumns, 2),
        };
      });
    const lines = this.#routes.map(
      (one, index): Line => ({ edge: one.edge, points: this.#points(one, index, rowY, channels) }),
    );
    return { width: this.#width, height: y, lanes, boxes, lines };
  }

  /** Where lines leave a box: side by side along its edge, in the order of where they go. */
  #placePorts(): void {
    const sides = new Map<
      string,
      { readonly key: string; readonly towards: number; readonly cell: Cell }[]
    >();
    for (const [index, { from, to, start, end, straight, gutter }] of this.#routes.entries()) {
      if (straight) continue;
      for (const [end_, own, other, side] of [
        ['from', from, to, start.side],
        ['to', to, from, end.side],
      ] as const) {
        const name = `${own.row} ${own.column} ${side}`;
        const port = {
          key: `${index} ${end_}`,
          towards: gutter === undefined ? other.column : gutter - 0.5 + other.column / 1000,
          cell: own,
        };
        addToGroup(sides, name, port);
      }
    }
    for (const [name, ports] of sides) {
      ports.sort((a, b) => a.towards - b.towards);
      // Ports above and below are shifted, lest lines from above and below meet in one.
      const shift = name.endsWith('top') ? -4 : 4;
      const step = Math.min(22, (boxWidth - 24) / ports.length);
      for (const [index, { key, cell }] of ports.entries()) {
        const middle = (this.#columnX[cell.column] ?? 0) + boxWidth / 2 + shift;
        this.#ports.set(key, middle + (index - (ports.length - 1) / 2) * step);
      }
    }
  }

  /** The horizontal parts of all lines, by channel, on tracks of their own. */
  #channels(): Channels {
    const parts = new Map<number, { key: string; from: number; to: number }[]>();
    for (const [index, one] of this.#routes.entries()) {
      if (one.straight) continue;
      const [a, b] = [this.#ports.get(`${index} from`) ?? 0, this.#ports.get(`${index} to`) ?? 0];
      const gutter = this.#gutterX.get(one);
      const spans =
        gutter === undefined
          ? [{ channel: one.start.channel, key: `${index} from`, ends: [a, b] }]
          : [
              { channel: one.start.channel, key: `${index} from`, ends: [a, gutter] },
              { channel: one.end.channel, key: `${index} to`, ends: [gutter, b] },
            ];
      for (const { channel, key, ends } of spans) {
        const part = { key, from: Math.min(...ends), to: Math.max(...ends) };
        addToGroup(parts, channel, part);
      }
    }
    const track = new Map<string, number>();
    const heights: number[] = [];
    const counts: number[] = [];
    for (let channel = 0; channel < this.#grid.rows; channel++) {
      const inside = parts.get(channel) ?? [];
      const chosen = tracks(inside, 6);
      for (const [index, { key }] of inside.entries()) track.set(key, chosen[index] ?? 0);
      const count = Math.max(0, ...chosen.map((one) => one + 1));
      counts.push(count);
      heights.push(Math.max(count === 0 ? 14 : channelRoom, 24 + count * trackGap));
    }
    return { heights, track, counts };
  }

  #points(one: Route, index: number, rowY: readonly number[], channels: Channels): Point[] {
    const top = (cell: Cell) => rowY[cell.row] ?? 0;
    const left = (cell: Cell) => this.#columnX[cell.column] ?? 0;
    if (one.straight) {
      const y = top(one.from) + boxHeight / 2;
      const rightwards = one.from.column < one.to.column;
      return [
        { x: left(one.from) + (rightwards ? boxWidth : 0), y },
        { x: left(one.to) + (rightwards ? 0 : boxWidth), y },
      ];
    }
    const trackY = (channel: number, key: string) => {
      const above = (rowY[channel] ?? 0) - (channels.heights[channel] ?? channelRoom);
      const count = channels.counts[channel] ?? 1;
      const room = channels.heights[channel] ?? channelRoom;
      return above + room / 2 + ((channels.track.get(key) ?? 0) - (count - 1) / 2) * trackGap;
    };
    const port = (cell: Cell, side: 'top' | 'bottom', x: number): Point => ({
      x,
      y: top(cell) + (side === 'bottom' ? boxHeight : 0),
    });
    const [a, b] = [this.#ports.get(`${index} from`) ?? 0, this.#ports.get(`${index} to`) ?? 0];
    const startY = trackY(one.start.channel, `${index} from`);
    const gutter = this.#gutterX.get(one);
    const middle =
      gutter === undefined
        ? [
            { x: a, y: startY },
            { x: b, y: startY },
          ]
        : [
            { x: a, y: startY },
            { x: gutter, y: startY },
            { x: gutter, y: trackY(one.end.channel, `${index} to`) },
            { x: b, y: trackY(one.end.channel, `${index} to`) },
          ];
    return [port(one.from, one.start.side, a), ...middle, port(one.to, one.end.side, b)];
  }
}

/** A text in so many lines at most, of like length, with an ellipsis where it is longer. */
function fitted(text: string, width: number, lines: number): string[] {
  const all = wrap(text, width);
  if (all.length > lines) {
    let last = all[lines - 1] ?? '';
    while (columns(`${last}…`) > width) last = [...last].slice(0, -1).join('');
    return [...all.slice(0, lines - 1), `${last}…`];
  }
  const choices: string[][] = [];
  for (let narrow = Math.ceil(columns(text) / all.length); narrow <= width; narrow++) {
    const even = wrap(text, narrow);
    if (even.length === all.length) choices.push(even);
  }
  return choices.find((choice) => !choice.some(breaksWord)) ?? choices[0] ?? all;
}

/** Whether a line ends within a word of katakana. */
function breaksWord(line: string, index: number, lines: readonly string[]): boolean {
  return /[ァ-ヴー]$/.test(line) && /^[ァ-ヴー]/.test(lines[index + 1] ?? '');
}
