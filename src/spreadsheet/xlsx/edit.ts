import { groupBy } from '../../base/groups.ts';
import type { CellKind, EditableSpreadsheet } from '../editable.ts';
import type { SpreadsheetLimits } from '../limits.ts';
import type { Workbook } from '../workbook.ts';
import { type Archive, openArchive } from './archive.ts';
import { editSheet } from './edit-sheet.ts';
import { findPlaces, type SheetPlaces } from './places.ts';
import { sheetParts } from './read.ts';
import { recalculated } from './recalculation.ts';
import { repackArchive } from './repack.ts';
import { canMakeRoom, withRoom } from './room/index.ts';

/** A workbook of which cells can be changed: what is not changed of a sheet keeps its characters, and all other parts their bytes. */
export function editXlsx(
  bytes: Uint8Array,
  workbook: Workbook,
  limits: SpreadsheetLimits,
): EditableSpreadsheet {
  const archive = openArchive(bytes, limits);
  const { parts, from1904 } = sheetParts(archive, limits);
  const opened = new Map<string, OpenedSheet>();
  const sheetNamed = (name: string): OpenedSheet | undefined => {
    const part = parts.get(name);
    if (part === undefined) return undefined;
    const known = opened.get(name) ?? openSheet(archive, part);
    opened.set(name, known);
    return known;
  };
  return {
    workbook,
    insertsRows: false,
    kindOf: (sheet, row, column) => kindOf(sheetNamed(sheet)?.places, row, column),
    missingIn: () => '',
    computes: () => false,
    canMakeRoom: (room) =>
      sheetNamed(room.sheet)?.places.isAddressed === true && canMakeRoom(bytes, room, limits),
    write(edits, rooms = []) {
      if (edits.length === 0) return bytes;
      if (rooms.length > 0) {
        const roomy = rooms.reduce((made, room) => withRoom(made, room, limits), bytes);
        return editXlsx(roomy, workbook, limits).write(edits);
      }
      const changes = new Map<string, Uint8Array | undefined>();
      let dropsFormula = false;
      for (const [name, own] of groupBy(edits, ({ sheet }) => sheet)) {
        const sheet = sheetNamed(name);
        if (sheet === undefined) continue;
        dropsFormula ||= own.some(({ row, column }) => kindOf(sheet.places, row, column) === 'formula');
        changes.set(sheet.part, encoded(editSheet(sheet.text, sheet.places, own, from1904), sheet.encoding));
      }
      for (const [part, content] of recalculated(openArchive(bytes, limits), dropsFormula))
        changes.set(part, content);
      return repackArchive(bytes, changes, limits);
    },
  };
}

interface OpenedSheet {
  readonly part: string;
  readonly text: string;
  readonly encoding: Encoding;
  readonly places: SheetPlaces;
}

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

function openSheet(archive: Archive, part: string): OpenedSheet {
  const bytes = archive.unpack(part);
  const encoding = encodingOf(bytes);
  // With its byte order mark, which stays.
  const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  return { part, text, encoding, places: findPlaces(part, text) };
}

function encodingOf([first, second]: Uint8Array): Encoding {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

function encoded(text: string, encoding: Encoding): Uint8Array {
  if (encoding === 'utf-8') return Buffer.from(text);
  const bytes = Buffer.from(text, 'utf16le');
  return encoding === 'utf-16be' ? bytes.swap16() : bytes;
}

function kindOf(places: SheetPlaces | undefined, row: number, column: number): CellKind {
  if (places === undefined) return 'unreachable';
  const isOfArray = places.arrays.some(
    ({ top, left, bottom, right }) => row >= top && row <= bottom && column >= left && column <= right,
  );
  if (isOfArray) return 'bound';
  const cell = places.cells.get(row * 32_768 + column);
  if (cell === undefined) return places.isAddressed ? 'empty' : 'unreachable';
  if (cell.formula !== 'none') return cell.formula === 'own' ? 'formula' : 'bound';
  if (!cell.isFilled) return 'empty';
  return cell.type === 'n' || cell.type === 'd' ? 'number' : 'text';
}
