import { spreadsheetLimits } from '../../spreadsheet/limits.ts';

/** @returns a text of sekisho's own, which may quote a name of any length, as much of it as a cell or a note takes */
export function ownText(text: string): string {
  const most = spreadsheetLimits.cellCharacters;
  // No half of a character is left at the end.
  return text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/u, '')}…`;
}
