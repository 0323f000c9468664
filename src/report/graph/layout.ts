import { addToGroup } from '../../base/groups.ts';
import { fitted } from './fitted.ts';
import { type Cell, Grid } from './grid.ts';
import type { Picture, PictureEdge, PictureNode } from './picture.ts';
import { type Route, routeOf, tracks } from './route.ts';

/** The positions of everything in a picture, in pixels from the top left of the first lane. */
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
  /** the label in lines that fit the box; cut off if there are too many */
  readonly label: readonly string[];
}

export interface Line {
  readonly edge: PictureEdge;
  /** the corners of the line, which passes behind no box but ends at two */
  readonly points: readonly Point[];
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The width of one text column (half a Japanese character) at 12px, in the widest of the fonts named. */
export const columnWidth = 6.8;
/** The strip left of the boxes, for the names of the lanes. */
export const stripWidth = 132;
const boxWidth = 168;
const boxHeight = 42;
const labelColumns = 22;
const trackGap = 8;
const gutterRoom = 44;
const channelRoom = 30;
const laneBottom = 14;

/**
 * Places boxes in a grid, lane below lane, and routes lines through the space between rows (channels) and columns
 * (gutters). Every line has a track of its own there, so no two lines overlap and none crosses a box.
 */
export function layOut(picture: Picture): Layout {
  const grid = new Grid(picture);
  const routes = picture.edges.map((edge) => routeOf(edge, grid));
  return new Measured(picture, grid, routes).layout();
}

/** The space above each row: its height, its number of tracks, and the track of each line segment. */
interface Channels {
  readonly heights: readonly number[];
  readonly counts: readonly number[];
  readonly track: ReadonlyMap<string, number>;
}

/** Computes the pixel positions of columns, gutters and ports. */
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
      const inside = routes.filter((route) => route.gutter === gutter);
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
      for (const [index, route] of inside.entries())
        this.#gutterX.set(route, first + (chosen[index] ?? 0) * trackGap);
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
      (route, index): Line => ({ edge: route.edge, points: this.#points(route, index, rowY, channels) }),
    );
    return { width: this.#width, height: y, lanes, boxes, lines };
  }

  /** Places ports, the points where lines leave a box: along its edge, ordered by where the lines go. */
  #placePorts(): void {
    const sides = new Map<
      string,
      { readonly key: string; readonly towards: number; readonly cell: Cell }[]
    >();
    for (const [index, { from, to, start, end, straight, gutter }] of this.#routes.entries()) {
      if (straight) continue;
      for (const [which, own, other, side] of [
        ['from', from, to, start.side],
        ['to', to, from, end.side],
      ] as const) {
        const name = `${own.row} ${own.column} ${side}`;
        const port = {
          key: `${index} ${which}`,
          towards: gutter === undefined ? other.column : gutter - 0.5 + other.column / 1000,
          cell: own,
        };
        addToGroup(sides, name, port);
      }
    }
    for (const [name, ports] of sides) {
      ports.sort((a, b) => a.towards - b.towards);
      // Ports at the top and at the bottom are shifted apart, so that lines from above and below do not overlap.
      const shift = name.endsWith('top') ? -4 : 4;
      const step = Math.min(22, (boxWidth - 24) / ports.length);
      for (const [index, { key, cell }] of ports.entries()) {
        const middle = (this.#columnX[cell.column] ?? 0) + boxWidth / 2 + shift;
        this.#ports.set(key, middle + (index - (ports.length - 1) / 2) * step);
      }
    }
  }

  /** Assigns a track in its channel to every horizontal segment. */
  #channels(): Channels {
    const parts = new Map<number, { key: string; from: number; to: number }[]>();
    for (const [index, route] of this.#routes.entries()) {
      if (route.straight) continue;
      const [a, b] = [this.#ports.get(`${index} from`) ?? 0, this.#ports.get(`${index} to`) ?? 0];
      const gutter = this.#gutterX.get(route);
      const spans =
        gutter === undefined
          ? [{ channel: route.start.channel, key: `${index} from`, ends: [a, b] }]
          : [
              { channel: route.start.channel, key: `${index} from`, ends: [a, gutter] },
              { channel: route.end.channel, key: `${index} to`, ends: [gutter, b] },
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
      const count = Math.max(0, ...chosen.map((chosenTrack) => chosenTrack + 1));
      counts.push(count);
      heights.push(Math.max(count === 0 ? 14 : channelRoom, 24 + count * trackGap));
    }
    return { heights, track, counts };
  }

  #points(route: Route, index: number, rowY: readonly number[], channels: Channels): Point[] {
    const top = (cell: Cell) => rowY[cell.row] ?? 0;
    const left = (cell: Cell) => this.#columnX[cell.column] ?? 0;
    if (route.straight) {
      const y = top(route.from) + boxHeight / 2;
      const rightwards = route.from.column < route.to.column;
      return [
        { x: left(route.from) + (rightwards ? boxWidth : 0), y },
        { x: left(route.to) + (rightwards ? 0 : boxWidth), y },
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
    const startY = trackY(route.start.channel, `${index} from`);
    const gutter = this.#gutterX.get(route);
    const middle =
      gutter === undefined
        ? [
            { x: a, y: startY },
            { x: b, y: startY },
          ]
        : [
            { x: a, y: startY },
            { x: gutter, y: startY },
            { x: gutter, y: trackY(route.end.channel, `${index} to`) },
            { x: b, y: trackY(route.end.channel, `${index} to`) },
          ];
    return [port(route.from, route.start.side, a), ...middle, port(route.to, route.end.side, b)];
  }
}
