import type { Day } from '../base/date.ts';
import type { Workbook } from './workbook.ts';

/** What is to stand in a cell. */
export interface CellEdit {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly content: CellContent;
  /** a row whose looks a row takes that is not there yet */
  readonly rowLike?: number;
}

/** A text stays a text, whatever it begins with: nothing that is written is ever computed. */
export type CellContent =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number }
  | {
      /** a day as spreadsheets count days, which a text takes in ISO 8601 */
      readonly kind: 'day';
      readonly day: Day;
      /** the row of a cell of the same column whose look, and with it whose format of days, it takes */
      readonly lookOf?: number;
    }
  | { readonly kind: 'empty' };

/** How a cell is kept in its file. */
export type CellKind =
  | 'empty'
  | 'text'
  | 'number'
  | 'formula'
  /** it cannot be changed alone: formulas of other cells are taken from it, or one formula fills it together with others */
  | 'bound'
  /** nothing can be put where it is: the file does not say where its cells stand */
  | 'unreachable';

/** A spreadsheet of which cells can be changed, and nothing else: all other bytes stay as they are. */
export interface EditableSpreadsheet {
  readonly workbook: Workbook;
  /** whether rows can be put between others, since nothing in the file says where rows stand */
  readonly insertsRows: boolean;
  kindOf(sheet: string, row: number, column: number): CellKind;
  /** @returns the characters of a text that the encoding of the file does not have */
  missingIn(text: string): string;
  /**
   * @param inserted the numbers of the rows that are put in behind a row of a table that is text; rows below it move down
   * @returns the bytes of the file with other contents in some of its cells; without edits the very same
   */
  write(edits: readonly CellEdit[], inserted?: InsertedRows): Uint8Array;
}

/** Rows that are put between others. */
export interface InsertedRows {
  readonly behind: number;
  /** what stands in them, by their columns */
  readonly rows: readonly ReadonlyMap<number, string>[];
}

/** @returns what a cell shows of what stands in it */
export function contentText(content: CellContent): string {
  switch (content.kind) {
    case 'text':
      return content.text;
    case 'number':
      return String(content.number);
    case 'day':
      return content.day;
    case 'empty':
      return '';
  }
}
