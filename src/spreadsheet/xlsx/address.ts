import type { Area } from '../workbook.ts';

/** What a sheet has at most (ECMA-376-1, sections 18.3.1.4 and 18.3.1.73 as Excel keeps them). */
export const lastRow = 1_048_576;
export const lastColumn = 16_384;

/**
 * Reads the address of a cell, such as `M14`, without making anything: there is one for every cell.
 *
 * @returns the column and the row as `row * 32768 + column`; 0 for what is no address of a sheet
 */
export function packedAddress(text: string): number {
  let column = 0;
  let row = 0;
  let at = 0;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at) & ~32;
    if (code < 65 || code > 90 || at > 2) break;
    column = column * 26 + code - 64;
  }
  if (text.length - at > 7) return 0;
  for (; at < text.length; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return 0;
    row = row * 10 + digit;
  }
  return column < 1 || column > lastColumn || row < 1 || row > lastRow ? 0 : row * 32_768 + column;
}

export function columnOf(packed: number): number {
  return packed % 32_768;
}

export function rowOf(packed: number): number {
  return Math.floor(packed / 32_768);
}

/** @returns the rectangle that is written as `A1:B2`; nothing for what is none of a sheet */
export function readArea(text: string): Area | undefined {
  const [from = '', to = from] = text.replaceAll('$', '').split(':');
  const first = packedAddress(from);
  const last = packedAddress(to);
  if (first === 0 || last === 0) return undefined;
  const area = { top: rowOf(first), left: columnOf(first), bottom: rowOf(last), right: columnOf(last) };
  return area.top > area.bottom || area.left > area.right ? undefined : area;
}
