/** A file that people keep tables in, whatever its format: what stands in its cells, and nothing that computes or leads away. */
export interface Workbook {
  readonly sheets: readonly Sheet[];
}

/** One sheet. Rows and columns are numbered from 1, as their addresses are. */
export interface Sheet {
  readonly name: string;
  readonly hidden?: true;
  /** those in which something stands, from top to bottom */
  readonly rows: readonly Row[];
  readonly hiddenColumns: ReadonlySet<number>;
  /** cells shown as one; what stands in it stands in its top left cell */
  readonly merges: readonly Area[];
}

/** A row of a sheet. */
export interface Row {
  readonly number: number;
  readonly hidden?: true;
  /** those in which something stands, by their columns, from left to right */
  readonly cells: ReadonlyMap<number, Cell>;
}

/** A cell in which something stands. */
export interface Cell {
  /**
   * What the sheet shows, never empty: width and line breaks as they were written; a day as `2026-04-01` and, where its
   * format shows no more, a month as `2026-04`; a number without the separators and words of its format, but with the zeros
   * before it; of a formula the result that was saved.
   */
  readonly text: string;
  /** crossed out as a whole, so it may be meant as deleted */
  readonly struckOut?: true;
  /** the result of a formula that failed, such as `#N/A` */
  readonly isError?: true;
}

/** A rectangle of cells, its borders included. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** @returns the address of a cell as spreadsheets write it: `M14` */
export function addressOf(row: number, column: number): string {
  return `${columnName(column)}${row}`;
}

/** @returns the letters of a column: 1 is `A`, 27 is `AA` */
export function columnName(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return `${rest === 0 ? '' : columnName(rest)}${String.fromCharCode(65 + ((column - 1) % 26))}`;
}
