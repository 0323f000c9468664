import { type SaxesOptions, SaxesParser } from 'saxes';
import { damaged } from '../problem.ts';
import type { Area } from '../workbook.ts';
import { columnOf, lastColumn, packedAddress, readArea } from './address.ts';
import type { Attributes } from './xml.ts';

/** Where things stand in the text of a sheet's part, from its first character on. */
export interface SheetPlaces {
  /** of the names of elements: nothing, or `x:` */
  readonly prefix: string;
  /** by {@link packedAddress} */
  readonly cells: ReadonlyMap<number, CellPlace>;
  /** by their numbers */
  readonly rows: ReadonlyMap<number, RowPlace>;
  /** where the end tag of `sheetData` begins */
  readonly dataEnd: number;
  /** styles of columns that cells without one have */
  readonly columnStyles: readonly ColumnStyle[];
  /** cells that one formula fills together, none of which can be changed alone */
  readonly arrays: readonly Area[];
  /** whether each row and cell says where it stands; else nothing may be put between them */
  readonly isAddressed: boolean;
}

/** An element, from its first to behind its last character. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/** A cell as it is written. */
export interface CellPlace extends Span {
  readonly style: string | undefined;
  readonly type: string;
  /** whether anything stands in it, be it an empty text */
  readonly isFilled: boolean;
  /** `leading` where the formulas of other cells are taken from its own */
  readonly formula: 'none' | 'own' | 'leading';
}

/** A row as it is written. */
export interface RowPlace extends Span {
  readonly number: number;
  /** behind its start tag */
  readonly inside: number;
  readonly attributes: Attributes;
  readonly isEmptyTag: boolean;
  /** the columns of its cells, from left to right */
  readonly columns: readonly number[];
}

interface ColumnStyle {
  readonly first: number;
  readonly last: number;
  readonly style: string;
}

/**
 * Finds the rows and cells of a sheet in its XML, of which reading the sheet has shown that it is well-formed.
 *
 * @param part the name of the part
 */
export function findPlaces(part: string, text: string): SheetPlaces {
  const finder = new PlaceFinder(part);
  const parser = new SaxesParser<SaxesOptions>();
  let start = 0;
  parser.on('error', () => {
    throw damaged('xml', part);
  });
  parser.on('opentagstart', () => {
    start = text.lastIndexOf('<', parser.position - 1);
  });
  parser.on('opentag', ({ name, attributes, isSelfClosing }) =>
    finder.open(name, attributes as Attributes, start, parser.position, isSelfClosing),
  );
  parser.on('closetag', ({ name }) => finder.close(name, parser.position, text));
  parser.write(text).close();
  return finder.places();
}

type Writable<Item> = { -readonly [Key in keyof Item]: Item[Key] };

class PlaceFinder {
  readonly #part: string;
  readonly #cells = new Map<number, CellPlace>();
  readonly #rows = new Map<number, RowPlace>();
  readonly #columnStyles: ColumnStyle[] = [];
  readonly #arrays: Area[] = [];
  #prefix: string | undefined;
  #extensions = 0;
  #dataEnd = 0;
  #isAddressed = true;
  #row: (Writable<RowPlace> & { readonly columns: number[] }) | undefined;
  #lastRow = 0;
  #cell: (Writable<CellPlace> & { readonly column: number }) | undefined;
  #lastColumn = 0;

  constructor(part: string) {
    this.#part = part;
  }

  places(): SheetPlaces {
    return {
      prefix: this.#prefix ?? '',
      cells: this.#cells,
      rows: this.#rows,
      dataEnd: this.#dataEnd,
      columnStyles: this.#columnStyles,
      arrays: this.#arrays,
      isAddressed: this.#isAddressed,
    };
  }

  open(name: string, attributes: Attributes, start: number, end: number, isEmptyTag: boolean): void {
    this.#prefix ??= name.slice(0, name.indexOf(':') + 1);
    if (this.#extensions > 0 || name === `${this.#prefix}extLst`) this.#extensions += 1;
    else if (name === `${this.#prefix}row`) this.#openRow(attributes, start, end, isEmptyTag);
    else if (name === `${this.#prefix}c`) this.#openCell(attributes, start);
    else if (name === `${this.#prefix}f`) this.#openFormula(attributes);
    else if (name === `${this.#prefix}v` || name === `${this.#prefix}is`) this.#fillCell();
    else if (name === `${this.#prefix}col`) this.#addColumn(attributes);
  }

  close(name: string, end: number, text: string): void {
    if (this.#extensions > 0) this.#extensions -= 1;
    else if (name === `${this.#prefix}row`) this.#closeRow(end);
    else if (name === `${this.#prefix}c`) this.#closeCell(end);
    else if (name === `${this.#prefix}sheetData`) this.#dataEnd = text.lastIndexOf('<', end - 1);
  }

  #openRow(attributes: Attributes, start: number, inside: number, isEmptyTag: boolean): void {
    const { r } = attributes;
    if (r === undefined) this.#isAddressed = false;
    const number = r === undefined ? this.#lastRow + 1 : Number(r);
    this.#row = { number, start, end: inside, inside, attributes, isEmptyTag, columns: [] };
    this.#lastRow = number;
    this.#lastColumn = 0;
  }

  #closeRow(end: number): void {
    if (this.#row === undefined) return;
    this.#row.end = end;
    // Where a row stands twice, as no program writes it, the first counts: nothing is put into the other.
    if (this.#rows.has(this.#row.number)) this.#isAddressed = false;
    else this.#rows.set(this.#row.number, this.#row);
    this.#row = undefined;
  }

  #openCell({ r, s, t }: Attributes, start: number): void {
    if (r === undefined) this.#isAddressed = false;
    const column = r === undefined ? this.#lastColumn + 1 : columnOf(packedAddress(r));
    if (column < 1 || column > lastColumn || this.#row === undefined) throw damaged('address', this.#part);
    if (column <= this.#lastColumn) this.#isAddressed = false;
    this.#lastColumn = column;
    this.#row.columns.push(column);
    this.#cell = { start, end: start, style: s, type: t ?? 'n', isFilled: false, formula: 'none', column };
  }

  #closeCell(end: number): void {
    if (this.#cell === undefined || this.#row === undefined) return;
    const { column, ...cell } = this.#cell;
    this.#cells.set(this.#row.number * 32_768 + column, { ...cell, end });
    this.#cell = undefined;
  }

  #fillCell(): void {
    if (this.#cell !== undefined) this.#cell.isFilled = true;
  }

  #openFormula({ t, ref }: Attributes): void {
    if (this.#cell === undefined) return;
    const area = ref === undefined ? undefined : readArea(ref);
    const isOfSeveral = area !== undefined && (area.top < area.bottom || area.left < area.right);
    this.#cell.formula = t === 'shared' && isOfSeveral ? 'leading' : 'own';
    if (t !== undefined && t !== 'shared' && t !== 'normal' && area !== undefined) this.#arrays.push(area);
  }

  #addColumn({ min, max, style }: Attributes): void {
    if (style !== undefined) this.#columnStyles.push({ first: Number(min), last: Number(max), style });
  }
}
