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

/** A spreadsheet of which cells can be changed, and rows be added to tables: all other bytes stay as they are. */
export interface EditableSpreadsheet {
  readonly workbook: Workbook;
  /** whether new rows always come between others, since nothing in the file says where rows stand */
  readonly insertsRows: boolean;
  kindOf(sheet: string, row: number, column: number): CellKind;
  /** @returns the characters of a text that the encoding of the file does not have */
  missingIn(text: string): string;
  /** Whether a program that opens the file would compute a text, as it does with `=1+1` in a csv file. */
  computes(text: string): boolean;
  /** Whether all that stands below a place, or refers to it, can move down. */
  canMakeRoom(room: RoomForRows): boolean;
  /**
   * @param rooms for new rows, whose cells are among the edits; sheet by sheet from the top down
   * @returns the bytes of the file with other contents in some of its cells; without edits the very same
   */
  write(edits: readonly CellEdit[], rooms?: readonly RoomForRows[]): Uint8Array;
}

/** Room for new rows below the last one of a table. */
export interface RoomForRows {
  readonly sheet: string;
  /** the first row of the table, and the last, behind which the new ones come */
  readonly first: number;
  readonly behind: number;
  readonly count: number;
  /** whether the rows are there already and empty; else what stands below moves down */
  readonly isFree: boolean;
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
