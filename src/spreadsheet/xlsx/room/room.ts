import type { RoomForRows } from '../../editable.ts';
import { lastRow } from '../address.ts';

/** The first and the last row of something. */
export interface RowSpan {
  readonly top: number;
  readonly bottom: number;
}

/** @returns where a row stands once there is room */
export function movedRow(row: number, { behind, count, isFree }: RoomForRows): number {
  return !isFree && row > behind ? Math.min(row + count, lastRow) : row;
}

/**
 * @param grows whether what ends with the table goes on to its new rows
 * @returns where rows stand once there is room; what lies around the place grows by it
 */
export function movedSpan({ top, bottom }: RowSpan, room: RoomForRows, grows: boolean): RowSpan {
  const { behind, count } = room;
  const ends = grows && bottom === behind && top <= behind;
  return { top: movedRow(top, room), bottom: ends ? bottom + count : movedRow(bottom, room) };
}

/** @returns an area such as `A1:B2`, or the address of one cell, where it is once there is room */
export function movedArea(written: string, room: RoomForRows, grows: boolean): string {
  const parts = /^(\$?[A-Z]{1,3}\$?)(\d{1,7})(?::(\$?[A-Z]{1,3}\$?)(\d{1,7}))?$/u.exec(written);
  if (parts === null) return written;
  const [, left = '', top = '', right, bottom = top] = parts;
  const now = movedSpan({ top: Number(top), bottom: Number(bottom) }, room, grows);
  if (right === undefined && now.top === now.bottom) return `${left}${now.top}`;
  return `${left}${now.top}:${right ?? left}${now.bottom}`;
}

/** @returns several areas with blanks between them */
export function movedAreas(written: string, room: RoomForRows, grows: boolean): string {
  return written
    .split(' ')
    .map((area) => movedArea(area, room, grows))
    .join(' ');
}
