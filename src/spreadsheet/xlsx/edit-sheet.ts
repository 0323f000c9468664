import { groupBy } from '../../base/groups.ts';
import type { CellContent, CellEdit } from '../editable.ts';
import { spreadsheetLimits } from '../limits.ts';
import { refuseMore } from '../problem.ts';
import { addressOf } from '../workbook.ts';
import type { CellPlace, RowPlace, SheetPlaces } from './places.ts';
import { escapeXml } from './write-text.ts';

/** A part of a text, and what comes in its place. */
interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Replaces what stands in cells of a sheet, and nothing else of its XML: their styles stay, and so does every other character. A
 * text is written into the cell itself, so that the texts which cells share stay as they are.
 *
 * @returns the new XML
 */
export function editSheet(
  xml: string,
  places: SheetPlaces,
  edits: readonly CellEdit[],
  from1904: boolean,
): string {
  const writer = new CellWriter(places, from1904);
  const splices: Splice[] = [];
  for (const [row, own] of groupBy(inOrder(edits), (edit) => edit.row)) {
    const place = places.rows.get(row);
    if (place === undefined) splices.push(writer.newRow(row, own));
    else splices.push(...writer.changedRow(place, own, xml));
  }
  return spliced(xml, splices);
}

function inOrder(edits: readonly CellEdit[]): CellEdit[] {
  return [...edits].sort((one, other) => one.row - other.row || one.column - other.column);
}

/** @param splices none of which overlap; those of one place come in their order */
function spliced(text: string, splices: readonly Splice[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end, text: piece } of [...splices].sort((one, other) => one.start - other.start)) {
    pieces.push(text.slice(at, start), piece);
    at = end;
  }
  return [...pieces, text.slice(at)].join('');
}

class CellWriter {
  readonly #places: SheetPlaces;
  readonly #from1904: boolean;
  /** the numbers of the rows, from the top down */
  readonly #rows: readonly number[];

  constructor(places: SheetPlaces, from1904: boolean) {
    this.#places = places;
    this.#from1904 = from1904;
    this.#rows = [...places.rows.keys()].sort((one, other) => one - other);
  }

  changedRow(row: RowPlace, edits: readonly CellEdit[], xml: string): Splice[] {
    const isInside = (column: number) => this.#places.cells.has(row.number * 32_768 + column);
    const changed = edits.filter(({ column }) => isInside(column));
    const added = edits.filter(({ column }) => !isInside(column));
    const splices = changed.flatMap((edit): Splice[] => {
      const place = this.#cellAt(edit.row, edit.column);
      if (place === undefined) return [];
      const address = this.#places.isAddressed ? addressOf(edit.row, edit.column) : undefined;
      return [{ start: place.start, end: place.end, text: this.#cell(edit, address, place.style) }];
    });
    if (row.isEmptyTag && added.length > 0) return [this.#filled(row, added, xml)];
    for (const edit of added) {
      const at = this.#placeFor(row, edit.column);
      splices.push({ start: at, end: at, text: this.#newCell(edit, row) });
    }
    return splices;
  }

  /** A row that is written as a tag alone gets an end tag. */
  #filled(row: RowPlace, edits: readonly CellEdit[], xml: string): Splice {
    const tag = xml.slice(row.start, row.end).replace(/\s*\/>$/, '>');
    const cells = edits.map((edit) => this.#newCell(edit, row)).join('');
    return { start: row.start, end: row.end, text: `${tag}${cells}</${this.#places.prefix}row>` };
  }

  /** @returns where a cell of a row belongs that is not there yet */
  #placeFor({ number, inside, columns }: RowPlace, column: number): number {
    const before = columns.filter((one) => one < column).at(-1);
    return before === undefined ? inside : (this.#cellAt(number, before)?.end ?? inside);
  }

  /** A row below or between others, which looks like one of them. */
  newRow(number: number, edits: readonly CellEdit[]): Splice {
    const { prefix, rows, dataEnd } = this.#places;
    const like = rows.get(edits[0]?.rowLike ?? 0);
    const byColumn = new Map(edits.map((edit) => [edit.column, edit]));
    const columns = [...new Set([...(like?.columns ?? []), ...byColumn.keys()])].sort((a, b) => a - b);
    const cells = columns.map((column) => {
      const edit = byColumn.get(column) ?? {
        sheet: '',
        row: number,
        column,
        content: { kind: 'empty' as const },
      };
      const style = like && this.#cellAt(like.number, column)?.style;
      return this.#cell(edit, addressOf(number, column), style ?? this.#styleOfColumn(column));
    });
    const next = this.#rows.find((one) => one > number);
    const at = next === undefined ? dataEnd : (rows.get(next)?.start ?? dataEnd);
    const text = `<${prefix}row r="${number}"${lookOfRow(like)}>${cells.join('')}</${prefix}row>`;
    return { start: at, end: at, text };
  }

  #newCell(edit: CellEdit, { attributes }: RowPlace): string {
    const ofRow = attributes['customFormat'] === '1' ? attributes['s'] : undefined;
    const like = edit.rowLike === undefined ? undefined : this.#cellAt(edit.rowLike, edit.column)?.style;
    return this.#cell(
      edit,
      addressOf(edit.row, edit.column),
      like ?? ofRow ?? this.#styleOfColumn(edit.column),
    );
  }

  #cell({ content, column }: CellEdit, address: string | undefined, style: string | undefined): string {
    const { prefix } = this.#places;
    const look = (content.kind === 'day' && this.#styleAt(content.lookOf, column)) || style;
    const at = address === undefined ? '' : ` r="${address}"`;
    const tag = `${prefix}c${at}${look === undefined ? '' : ` s="${look}"`}`;
    const value = (number: number) => `<${tag}><${prefix}v>${number}</${prefix}v></${prefix}c>`;
    switch (content.kind) {
      case 'empty':
        return `<${tag}/>`;
      case 'number':
        return value(content.number);
      case 'day':
        return value(serialOf(content, this.#from1904));
      case 'text':
        refuseMore(content.text.length, 'cellCharacters', spreadsheetLimits);
        return `<${tag} t="inlineStr"><${prefix}is><${prefix}t xml:space="preserve">${escapeXml(content.text)}</${prefix}t></${prefix}is></${prefix}c>`;
    }
  }

  #styleAt(row: number | undefined, column: number): string | undefined {
    return row === undefined ? undefined : this.#cellAt(row, column)?.style;
  }

  #cellAt(row: number, column: number): CellPlace | undefined {
    return this.#places.cells.get(row * 32_768 + column);
  }

  #styleOfColumn(column: number): string | undefined {
    return this.#places.columnStyles.find(({ first, last }) => column >= first && column <= last)?.style;
  }
}

/** What a row has of another one's: its height and the style of its empty cells. */
function lookOfRow(like: RowPlace | undefined): string {
  return ['s', 'customFormat', 'ht', 'customHeight']
    .flatMap((name) => {
      const value = like?.attributes[name];
      return value === undefined ? [] : ` ${name}="${escapeXml(value)}"`;
    })
    .join('');
}

/** The days since the end of 1899, or of 1903. */
function serialOf({ day }: CellContent & { readonly kind: 'day' }, from1904: boolean): number {
  const first = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  return Math.round((Date.parse(day) - first) / 86_400_000);
}
