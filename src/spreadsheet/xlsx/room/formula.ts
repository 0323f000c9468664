import type { RoomForRows } from '../../editable.ts';
import { movedSpan } from './room.ts';

/** Where a formula stands, as far as its references depend on that. */
export interface FormulaPlace {
  /** whether references without a sheet are to the one that gets room */
  readonly isOnSheet: boolean;
  /** whether it stands in a record: what adds up the rows so far is not to count on */
  readonly isInRecord: boolean;
}

/** A reference to rows of the sheet that gets room. */
interface Reference {
  readonly left: string;
  readonly top: number;
  readonly right: string | undefined;
  readonly bottom: number;
  readonly isFixed: boolean;
}

const name = String.raw`[\p{L}\p{N}_.\\]`;

/** Texts, what stands in brackets, references with their sheets, and all else that is written like a name. */
const parts = new RegExp(
  [
    `(?<text>"(?:[^"]|"")*")`,
    String.raw`(?<sheet>(?:'(?:[^']|'')*'|(?:\[\d+\])?${name}+)!)?(?<![\p{L}\p{N}_.\\])(?<area>\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?|\$?\d{1,7}:\$?\d{1,7})(?![\p{L}\p{N}_.\\(!])`,
    String.raw`(?<bracket>\[(?:[^[\]]|\[[^\]]*\])*\])`,
    `(?<other>${name}+)`,
  ].join('|'),
  'gu',
);

/** @returns a formula that means the same cells once there is room, and the new rows where it means all rows of the table */
export function movedFormula(formula: string, room: RoomForRows, place: FormulaPlace): string {
  return formula.replaceAll(parts, (whole, ...rest) => {
    const { sheet, area } = rest.at(-1) as Record<string, string | undefined>;
    if (area === undefined || !isOnSheet(sheet, room, place)) return whole;
    const reference = readReference(area);
    return `${sheet ?? ''}${writtenReference(reference, movedReference(reference, room, place))}`;
  });
}

function isOnSheet(sheet: string | undefined, room: RoomForRows, place: FormulaPlace): boolean {
  if (sheet === undefined) return place.isOnSheet;
  const named = sheet
    .slice(0, -1)
    .replace(/^'(.*)'$/su, '$1')
    .replaceAll("''", "'");
  return named.toLowerCase() === room.sheet.toLowerCase();
}

function readReference(area: string): Reference {
  const [first = '', last] = area.split(':');
  const split = (corner: string) => /^(\$?[A-Z]*)(\$?)(\d+)$/u.exec(corner) ?? ['', '', '', '0'];
  const [, left = '', topMark = '', top = '0'] = split(first);
  const [, right, bottomMark = '', bottom = top] = last === undefined ? [] : split(last);
  return {
    ...{ left: left + topMark, top: Number(top) },
    ...{ right: right === undefined ? undefined : right + bottomMark, bottom: Number(bottom) },
    isFixed: topMark === '$' && bottomMark === '$',
  };
}

function movedReference(
  { left, top, right, bottom, isFixed }: Reference,
  room: RoomForRows,
  place: FormulaPlace,
) {
  // One row of several columns is that row; one cell as an area, or several rows, are all rows of a table.
  const isOfRows =
    right !== undefined && (top < bottom || left.replaceAll('$', '') === right.replaceAll('$', ''));
  const grows = isOfRows && top >= room.first && (!place.isInRecord || isFixed);
  return movedSpan({ top, bottom }, room, grows);
}

function writtenReference(
  { left, right }: Reference,
  { top, bottom }: { top: number; bottom: number },
): string {
  return right === undefined ? `${left}${top}` : `${left}${top}:${right}${bottom}`;
}

/** Whether a formula finds cells in ways that no moving of rows can follow: by texts that are addresses, or over several sheets. */
export function isUnmovable(formula: string): boolean {
  if (/[\p{L}\p{N}'_]:'?[\p{L}\p{N}_. ]+'?!|'[^']*:[^']*'!/u.test(formula.replaceAll(/"(?:[^"]|"")*"/gu, '')))
    return true;
  if (!/\b(?:INDIRECT|ADDRESS)\s*\(/iu.test(formula)) return false;
  return (
    /\bADDRESS\s*\(/iu.test(formula) ||
    [...formula.matchAll(/"((?:[^"]|"")*)"/gu)].some(([, text = '']) => isAddress(text))
  );
}

function isAddress(text: string): boolean {
  return text.includes('!') || /^\$?[A-Z]{1,3}\$?\d*(?::.*)?$/iu.test(text);
}

/**
 * Whether formulas of several cells that are written once cannot be moved together: some of them mean rows above the place, others
 * rows below.
 *
 * @param down how many rows below the cell that is written the last one stands
 */
export function divides(formula: string, room: RoomForRows, place: FormulaPlace, down: number): boolean {
  if (down === 0) return false;
  return [...formula.matchAll(parts)].some(({ groups: { sheet, area } = {} }) => {
    if (area === undefined || !isOnSheet(sheet, room, place)) return false;
    const { top, bottom, right, left } = readReference(area);
    const movesTop = !left.endsWith('$');
    const movesBottom = right === undefined ? movesTop : !right.endsWith('$');
    const crosses = (row: number, moves: boolean) => moves && row <= room.behind && row + down > room.behind;
    const ends =
      movesBottom &&
      right !== undefined &&
      !place.isInRecord &&
      bottom <= room.behind &&
      bottom + down >= room.behind;
    return crosses(top, movesTop) || crosses(bottom, movesBottom) || ends;
  });
}
