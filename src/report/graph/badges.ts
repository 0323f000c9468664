import { addToGroup } from '../../base/groups.ts';
import { columns } from '../paper/columns.ts';
import { type Box, columnWidth, type Layout, type Line, type Point } from './layout.ts';

/** A badge on a line: the numbers of its hops, or how many connections the line stands for. */
export interface Badge {
  readonly text: string;
  readonly offending: boolean;
  /** its centre */
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export const badgeHeight = 16;

/** The positions tried along a segment of a line, as fractions; the middle is the easiest to find. */
const spots = [0.5, 0.35, 0.65, 0.2, 0.8, 0.1, 0.9];

/** Only so much of a long line is searched: a badge far from the middle is hard to connect with its line. */
const candidatesPerLine = 42;

/**
 * Places a badge on every line that needs one, where it covers no other badge and no box. Lines of offending paths are
 * placed first. Where a line has no free position, its badge goes to the middle of the longest segment.
 */
export function placeBadges({ lines, boxes }: Layout): Badge[] {
  const placed: Badge[] = [];
  const taken = new Taken(boxes.map(asMark));
  const wanted = lines.flatMap((line) => wish(line) ?? []);
  for (const { line, text, offending } of [
    ...wanted.filter((line) => line.offending),
    ...wanted.filter((line) => !line.offending),
  ]) {
    const width = Math.max(18, columns(text) * columnWidth + 8);
    const candidates = placesOn(line.points).map((point) => ({ ...point, text, offending, width }));
    const chosen = candidates.find((position) => taken.isFree(position)) ?? candidates[0];
    if (chosen === undefined) continue;
    placed.push(chosen);
    taken.add(chosen);
  }
  return placed;
}

/** A spatial index of what is in the picture, by the squares of a grid: a badge is compared only with what is near. */
class Taken {
  readonly #squares = new Map<number, Map<number, Area[]>>();

  constructor(areas: readonly Area[]) {
    for (const area of areas) this.add(area);
  }

  add(area: Area): void {
    const [left, right, top, bottom] = squaresOf(area);
    for (let row = top; row <= bottom; row++) {
      const squares = this.#squares.get(row) ?? new Map<number, Area[]>();
      this.#squares.set(row, squares);
      for (let column = left; column <= right; column++) addToGroup(squares, column, area);
    }
  }

  isFree(area: Area): boolean {
    const [left, right, top, bottom] = squaresOf(area);
    for (let row = top; row <= bottom; row++)
      for (let column = left; column <= right; column++)
        if (
          this.#squares
            .get(row)
            ?.get(column)
            ?.some((other) => overlaps(area, other)) === true
        )
          return false;
    return true;
  }
}

/** The side of a square in pixels: at least the width of most badges. */
const square = 64;

function squaresOf({ x, y, width, height = badgeHeight }: Area): [number, number, number, number] {
  const at = (value: number) => Math.floor(value / square);
  return [at(x - width / 2), at(x + width / 2), at(y - height / 2), at(y + height / 2)];
}

function wish(line: Line): { line: Line; text: string; offending: boolean } | undefined {
  const { hops, names } = line.edge;
  if (hops.length > 0)
    return {
      line,
      text: hops.length > 2 ? `${hops.slice(0, 2).join(', ')} …` : hops.join(', '),
      offending: true,
    };
  return names.length > 1 ? { line, text: `×${names.length}`, offending: false } : undefined;
}

/** Candidate positions on a line: the longest segment first, and on each segment the middle first. */
function placesOn(points: readonly Point[]): Point[] {
  const parts = points.flatMap((b, index) => {
    const a = points[index - 1];
    return a === undefined ? [] : [{ a, b, length: Math.hypot(a.x - b.x, a.y - b.y) }];
  });
  return parts
    .toSorted((a, b) => b.length - a.length)
    .flatMap(({ a, b }) => spots.map((at) => ({ x: a.x + (b.x - a.x) * at, y: a.y + (b.y - a.y) * at })))
    .slice(0, candidatesPerLine);
}

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height?: number;
}

function asMark({ x, y, width, height }: Box): Area {
  return { x: x + width / 2, y: y + height / 2, width, height };
}

function overlaps(a: Area, b: Area): boolean {
  const across = Math.abs(a.x - b.x) < (a.width + b.width) / 2;
  return across && Math.abs(a.y - b.y) < ((a.height ?? badgeHeight) + (b.height ?? badgeHeight)) / 2;
}
