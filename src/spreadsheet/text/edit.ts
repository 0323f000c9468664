import { groupBy } from '../../base/groups.ts';
import {
  type CellEdit,
  type CellKind,
  contentText,
  type EditableSpreadsheet,
  type RoomForRows,
} from '../editable.ts';
import type { SpreadsheetLimits } from '../limits.ts';
import { refuseMore } from '../problem.ts';
import type { Workbook } from '../workbook.ts';
import { type Delimiter, placesOf, type RowPlace } from './cells.ts';
import { decodeText } from './decode.ts';
import { byteCounter, encodeText, missingIn } from './encode.ts';
import { tableIn } from './read.ts';

/** A table as text, of which cells can be changed: all other bytes stay, whichever of several their encoding has for a character. */
export function editText(
  bytes: Uint8Array,
  name: string,
  workbook: Workbook,
  limits: SpreadsheetLimits,
): EditableSpreadsheet {
  const { text, encoding } = decodeText(bytes);
  const { content, delimiter } = tableIn(text, name);
  const table = new TextTable(content, delimiter, limits);
  return {
    workbook,
    insertsRows: true,
    kindOf: (_sheet, row, column) => table.kindOf(row, column),
    missingIn: (characters) => missingIn(characters, encoding),
    computes: (characters) => formula.test(characters) && !harmless.test(characters.trim()),
    canMakeRoom: () => true,
    write(edits, [room] = []) {
      if (edits.length === 0) return bytes;
      const pieces: Uint8Array[] = [];
      // A byte order mark belongs to no text.
      const mark = bytes.subarray(0, bytes.length - sizeOf(bytes, text, encoding));
      const body = bytes.subarray(mark.length);
      const byteAt = byteCounter(body, text, encoding);
      let at = 0;
      for (const splice of table.splices(edits, room)) {
        pieces.push(body.subarray(at, byteAt(splice.start)), encodeText(splice.text, encoding));
        at = byteAt(splice.end);
      }
      return Buffer.concat([mark, ...pieces, body.subarray(at)]);
    },
  };
}

/** What spreadsheet programs take for a formula in a text file: there is no way to say that it is none. */
const formula = /^[\s\p{Cf}]*[=+\-@＝＋－＠]/u;

/** A dash for nothing, and numbers. */
const harmless = /^(?:[-－]|[+-]?\d+(?:\.\d+)?)$/u;

function sizeOf(bytes: Uint8Array, text: string, encoding: Parameters<typeof byteCounter>[2]): number {
  return encoding === 'shift_jis' || encoding === 'euc-jp'
    ? bytes.length
    : byteCounter(bytes, text, encoding)(text.length);
}

interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The rows of a text, and how their cells are written. */
class TextTable {
  readonly #text: string;
  readonly #delimiter: Delimiter;
  readonly #limits: SpreadsheetLimits;
  readonly #rows: readonly RowPlace[];

  constructor(text: string, delimiter: Delimiter, limits: SpreadsheetLimits) {
    this.#text = text;
    this.#delimiter = delimiter;
    this.#limits = limits;
    this.#rows = placesOf(text, delimiter);
  }

  kindOf(row: number, column: number): CellKind {
    const place = this.#rows[row - 1];
    if (place === undefined) return 'unreachable';
    const { start = 0, end = 0 } = place.cells[column - 1] ?? {};
    return end === start || this.#text.slice(start, end) === '""' ? 'empty' : 'text';
  }

  /** @returns what is replaced, from the beginning of the text to its end */
  splices(edits: readonly CellEdit[], room: RoomForRows | undefined): Splice[] {
    const splices: Splice[] = [];
    const added = new Map<number, readonly CellEdit[]>();
    for (const [row, own] of groupBy(edits, (edit) => edit.row)) {
      const place = this.#rows[row - 1];
      if (room !== undefined && row > room.behind) added.set(row, own);
      else if (place !== undefined) splices.push(...this.#rowSplices(place, own));
    }
    if (room !== undefined) splices.push(this.#insertion(room.behind, [...added.values()]));
    return splices.sort((one, other) => one.start - other.start);
  }

  #rowSplices({ cells, end }: RowPlace, edits: readonly CellEdit[]): Splice[] {
    const isQuoted = this.#isMostlyQuoted(cells);
    const splices: Splice[] = [];
    const beyond = new Map<number, string>();
    for (const { column, content } of edits) {
      const cell = cells[column - 1];
      const text = contentText(content);
      if (cell === undefined) beyond.set(column, this.#written(text, isQuoted));
      else {
        const old = this.#text.slice(cell.start, cell.end);
        splices.push({ ...cell, text: this.#written(text, old === '' ? isQuoted : old.startsWith('"')) });
      }
    }
    if (beyond.size > 0) {
      // A row that ends early gets the separators up to the cells that it lacks.
      const last = Math.max(...beyond.keys());
      const added = Array.from({ length: last - cells.length }, (_, index) => {
        return `${this.#delimiter}${beyond.get(cells.length + index + 1) ?? ''}`;
      });
      splices.push({ start: end, end, text: added.join('') });
    }
    return splices;
  }

  #insertion(behind: number, rows: readonly (readonly CellEdit[])[]): Splice {
    const place = this.#rows[behind - 1];
    const cells = place?.cells ?? [];
    const isQuoted = this.#isMostlyQuoted(cells);
    const lines = rows.map((row) => {
      const texts = new Map(row.map(({ column, content }) => [column, contentText(content)]));
      return Array.from({ length: Math.max(cells.length, ...texts.keys()) }, (_, index) => {
        const text = texts.get(index + 1) ?? '';
        return text === '' && !isQuoted ? '' : this.#written(text, isQuoted);
      }).join(this.#delimiter);
    });
    const newline = this.#newline();
    const end = place?.end ?? this.#text.length;
    return { start: end, end, text: lines.map((line) => `${newline}${line}`).join('') };
  }

  #newline(): string {
    const [{ end = 0, next = 0 } = {}] = this.#rows;
    return this.#text.slice(end, next) || '\r\n';
  }

  #isMostlyQuoted(cells: RowPlace['cells']): boolean {
    const quoted = cells.filter(({ start }) => this.#text.charAt(start) === '"');
    return cells.length > 0 && quoted.length * 2 > cells.length;
  }

  #written(text: string, isQuoted: boolean): string {
    refuseMore(text.length, 'cellCharacters', this.#limits);
    const needsQuotes = text.includes(this.#delimiter) || /["\r\n]/.test(text);
    return isQuoted || needsQuotes ? `"${text.replaceAll('"', '""')}"` : text;
  }
}
