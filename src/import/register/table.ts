/** The table of a sheet: what stands under which header. */
export interface Table {
  /** the rows that the headers stand in, from the first to the last */
  readonly headerRows: { readonly first: number; readonly last: number };
  /** those that have a header or values, from left to right */
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  /** all other rows in which something stands */
  readonly skipped: readonly SkippedRow[];
  /** what rows above the table say of all of it; these rows are among the skipped ones, too */
  readonly facts?: readonly TableFact[];
  /** it is in a sheet that sekisho wrote, with one row of headers at its top and nothing but records below */
  readonly isOwn?: true;
  /** headers of columns that tell of the records what sekisho found, and are passed over */
  readonly passedOver?: readonly string[];
}

/** Something that a sheet says of its whole table: 「所管課：総務課」. */
export interface TableFact {
  readonly row: number;
  /** where the text begins, with the key before it if they are one cell */
  readonly column: number;
  /** without blanks, width folded (NFKC): `所管課` */
  readonly key: string;
  /** as it was written, on one line */
  readonly text: string;
}

/** A column of a table. */
export interface TableColumn {
  readonly column: number;
  /**
   * Its headers from the top to the lowest, joined by `／` where there are several: `廃棄／年月日`. Line breaks and blanks are
   * gone, width is folded (NFKC). Empty where values stand under no header.
   */
  readonly header: string;
  readonly hidden?: true;
  /** it stands above the table, and says the same of each row */
  readonly isAbove?: true;
}

/** A row of values. */
export interface TableRow {
  readonly row: number;
  readonly hidden?: true;
  /** by their columns */
  readonly cells: ReadonlyMap<number, TableCell>;
  /** of a form on its side: where what its headers ask for would stand, by the columns that say nothing */
  readonly blanks?: ReadonlyMap<number, { readonly row: number; readonly column: number }>;
}

/** A value of a table. */
export interface TableCell {
  /** with the blanks around it cut off; never empty */
  readonly text: string;
  /** what it repeats: a merged cell that reaches down to it, or 同上 and 〃, whose value this is, or what stands above the table */
  readonly repeats?: 'merged' | 'ditto' | 'above';
  /** where it stands, if not in its row and column */
  readonly at?: { readonly row: number; readonly column: number };
  readonly struckOut?: true;
  readonly isError?: true;
}

/** A row that is no record, and why. */
export interface SkippedRow {
  readonly row: number;
  /** a blank form is a row that is counted and not filled in */
  readonly why: 'title' | 'legend' | 'total' | 'header-again' | 'blank-form';
  /** what stands in it, on one line */
  readonly text: string;
}
