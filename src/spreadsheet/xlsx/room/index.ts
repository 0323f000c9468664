import type { RoomForRows } from '../../editable.ts';
import type { SpreadsheetLimits } from '../../limits.ts';
import { packedAddress, rowOf } from '../address.ts';
import { type Archive, openArchive } from '../archive.ts';
import { sheetParts, workbookPart } from '../read.ts';
import { recalculated } from '../recalculation.ts';
import { readRelationships } from '../relationships.ts';
import { repackArchive } from '../repack.ts';
import { isUnmovable } from './formula.ts';
import { movedArea } from './room.ts';
import { formulasWithRoom, isSheetFixed, sheetWithRoom } from './sheet-room.ts';
import { attributeOf, mapTags, plainText, withAttributes } from './tags.ts';

/** A workbook of which a sheet is to get room, and where its sheets are. */
interface OpenWorkbook {
  readonly archive: Archive;
  /** by their names */
  readonly sheets: ReadonlyMap<string, string>;
}

function openWorkbook(bytes: Uint8Array, limits: SpreadsheetLimits): OpenWorkbook {
  const archive = openArchive(bytes, limits);
  return { archive, sheets: sheetParts(archive, limits).parts };
}

/**
 * Whether rows can be put into a sheet, with all that refers to the rows below moving along. What cannot be followed there — texts
 * that are addresses, notes and controls below, pivot tables, merged cells around the place — stands in the way.
 */
export function canMakeRoom(bytes: Uint8Array, room: RoomForRows, limits: SpreadsheetLimits): boolean {
  const { archive, sheets } = openWorkbook(bytes, limits);
  const part = sheets.get(room.sheet);
  const xml = part === undefined ? undefined : textOf(archive, part);
  if (part === undefined || xml === undefined || isSheetFixed(xml, room)) return false;
  const related = readRelationships(archive, part);
  if (related.some(({ type }) => /^(?:pivotTable|slicer|timeline|queryTable|control|oleObject)/iu.test(type)))
    return false;
  if (related.some((one) => /omments?$/u.test(one.type) && hasNotesBelow(archive, one.part, room)))
    return false;
  const others = [...[...sheets.values()].filter((one) => one !== part), workbookPart(archive)];
  return others.every((one) => {
    const other = textOf(archive, one);
    return other !== undefined && !hasUnmovable(other);
  });
}

function hasUnmovable(xml: string): boolean {
  let found = false;
  mapTags(xml, ({ name, text }) => {
    if (/^(?:f|formula\d?|definedName)$/u.test(name)) found ||= isUnmovable(plainText(text));
    return undefined;
  });
  return found;
}

function hasNotesBelow(archive: Archive, part: string, { behind }: RoomForRows): boolean {
  let found = false;
  mapTags(textOf(archive, part) ?? '', ({ attributes }) => {
    found ||= rowOf(packedAddress(attributeOf(attributes, 'ref') ?? '')) > behind;
    return undefined;
  });
  return found;
}

/** @returns the bytes of a workbook in which a table has room for more rows, or goes on to those that are free below it */
export function withRoom(bytes: Uint8Array, room: RoomForRows, limits: SpreadsheetLimits): Uint8Array {
  const { archive, sheets } = openWorkbook(bytes, limits);
  const part = sheets.get(room.sheet);
  if (part === undefined) return bytes;
  // The order in which formulas are computed is listed by cells, and programs make the list again.
  const changes = room.isFree ? new Map<string, Uint8Array | undefined>() : recalculated(archive, true);
  const source = openArchive(bytes, limits);
  const change = (name: string, edit: (xml: string) => string) => {
    const pending = changes.get(name);
    const xml = pending === undefined ? textOf(source, name) : Buffer.from(pending).toString('utf8');
    if (xml === undefined) return;
    const edited = edit(xml);
    if (edited !== xml) changes.set(name, Buffer.from(edited));
  };
  change(part, (xml) => sheetWithRoom(xml, room));
  for (const { type, part: own } of readRelationships(source, part)) {
    if (type === 'table') change(own, (xml) => sheetWithRoom(xml, room));
    if (type === 'drawing' && !room.isFree) change(own, (xml) => drawingWithRoom(xml, room));
  }
  for (const other of [...sheets.values()].filter((one) => one !== part))
    change(other, (xml) => formulasWithRoom(xml, room));
  change(workbookPart(source), (xml) => formulasWithRoom(xml, room));
  for (const name of source.names) {
    if (/\/charts\/[^/]+\.xml$/u.test(name)) change(name, (xml) => formulasWithRoom(xml, room));
    if (/\/pivotCache\/pivotCacheDefinition[^/]*\.xml$/u.test(name))
      change(name, (xml) => pivotWithRoom(xml, room));
  }
  return changes.size === 0 ? bytes : repackArchive(bytes, changes, limits);
}

/** Pictures and charts below move along; their rows are counted from 0. */
function drawingWithRoom(xml: string, { behind, count }: RoomForRows): string {
  return mapTags(xml, ({ isEnd, name, text }) =>
    isEnd || name !== 'row' || !(Number(text) >= behind) ? undefined : { text: String(Number(text) + count) },
  );
}

function pivotWithRoom(xml: string, room: RoomForRows): string {
  return mapTags(xml, ({ isEnd, name, attributes }) => {
    if (isEnd || name !== 'worksheetSource') return undefined;
    const isOfSheet = plainText(attributeOf(attributes, 'sheet') ?? '') === room.sheet;
    return isOfSheet
      ? { attributes: withAttributes(attributes, ['ref'], (ref) => movedArea(ref, room, true)) }
      : undefined;
  });
}

/** @returns the text of a part in UTF-8, as every program writes it; `undefined` of one in another encoding, which stays as it is */
function textOf(archive: Archive, part: string): string | undefined {
  if (!archive.has(part)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(archive.unpack(part));
  } catch {
    return undefined;
  }
}
