import type { Day } from '../base/date.ts';
import type { Area } from './workbook.ts';

/** A workbook to be written. */
export interface WorkbookLayout {
  /** in their order; the first that is not hidden is shown when the workbook is opened */
  readonly sheets: readonly SheetLayout[];
  /** what every printed page says at its head: how the workbook is to be handled */
  readonly marking?: string;
}

/** A sheet to be written. Rows and columns are numbered from 1, as their addresses are. */
export interface SheetLayout {
  /** unique, and such as {@link sheetNamed} gives it */
  readonly name: string;
  readonly hidden?: true;
  /** of the columns, from the first on, in characters of half width */
  readonly widths: readonly number[];
  readonly hiddenColumns?: ReadonlySet<number>;
  /** from the first on */
  readonly rows: readonly RowLayout[];
  readonly merges?: readonly Area[];
  /** how many rows and columns stay in view; the rows are repeated on each page of paper */
  readonly frozen?: { readonly rows: number; readonly columns: number };
  /** the header and the rows that a filter hides or shows */
  readonly filtered?: Area;
  readonly choices?: readonly ChoiceLayout[];
  /** over how many sheets of paper the columns go, side by side; one where it is absent */
  readonly pagesWide?: number;
  /** paper lies on its long side unless this is set */
  readonly upright?: true;
}

/** A row to be written. */
export interface RowLayout {
  /** in points; as high as what stands in it where this is absent */
  readonly height?: number;
  /** from the first column on; nothing stands where there is `undefined` */
  readonly cells: readonly (CellLayout | undefined)[];
}

/** A cell to be written. */
export interface CellLayout {
  /** A text stays a text, whatever it begins with: nothing that is written is ever computed. Absent for an empty cell. */
  readonly value?: string | number | { readonly day: Day };
  readonly style?: CellStyle;
  /** shown when the pointer is on the cell */
  readonly note?: string;
}

/** How a cell looks. Colours are `RRGGBB`. */
export interface CellStyle {
  readonly bold?: true;
  /** in points; 10 where it is absent */
  readonly size?: number;
  readonly colour?: string;
  readonly fill?: string;
  /** a thin line on all sides */
  readonly border?: true;
  /** lines break at the width of the column and at line feeds */
  readonly wrap?: true;
  readonly centred?: true;
}

/** What is offered where a cell is filled in. */
export interface ChoiceLayout {
  readonly area: Area;
  /** one after the other in a list that opens; none for a message alone */
  readonly choices: readonly string[];
  /** whether anything else is refused; else it is taken after a warning */
  readonly only?: true;
  /** what is shown while the cell is selected */
  readonly prompt?: { readonly title: string; readonly text: string };
}

const longestName = 31;

/**
 * @param taken the names of the other sheets of the workbook
 * @returns a name that Excel takes for a sheet: at most 31 characters, none of `[ ] : * ? / \`, no quotation mark at an end,
 *   and no other sheet's whatever the case
 */
export function sheetNamed(wanted: string, taken: Iterable<string>): string {
  const others = new Set([...taken].map((name) => name.toLowerCase()));
  const clean = wanted.replaceAll(/[[\]:*?/\\\p{Cc}]/gu, '_').replaceAll(/^'|'$/gu, '_') || '_';
  for (let number = 1; ; number += 1) {
    const suffix = number === 1 ? '' : ` (${number})`;
    const name = `${cut(clean, longestName - suffix.length)}${suffix}`;
    if (!others.has(name.toLowerCase())) return name;
  }
}

/** Cuts a text to so many units, but never through a character. */
function cut(text: string, length: number): string {
  const last = text.charCodeAt(length - 1);
  return text.slice(0, last >= 0xd800 && last < 0xdc00 ? length - 1 : length);
}
