import type { EditableSpreadsheet } from './editable.ts';
import { kindOf } from './kind.ts';
import { type SpreadsheetLimits, spreadsheetLimits } from './limits.ts';
import { openSpreadsheet } from './open.ts';
import { editText } from './text/edit.ts';
import { editXlsx } from './xlsx/edit.ts';

/**
 * Opens a spreadsheet to change cells of it, under the same limits as for reading it.
 *
 * @throws SpreadsheetError for a file that cannot be read, or more in it than there may be
 */
export function editSpreadsheet(
  bytes: Uint8Array,
  name: string,
  limits: SpreadsheetLimits = spreadsheetLimits,
): EditableSpreadsheet {
  const workbook = openSpreadsheet(bytes, name, limits);
  return kindOf(bytes) === 'archive'
    ? editXlsx(bytes, workbook, limits)
    : editText(bytes, name, workbook, limits);
}
