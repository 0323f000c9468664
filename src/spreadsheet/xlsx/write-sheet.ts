import fastStringWidth from 'fast-string-width';
import type { Day } from '../../base/date.ts';
import type { CellLayout, ChoiceLayout, RowLayout, SheetLayout } from '../layout.ts';
import { spreadsheetLimits } from '../limits.ts';
import { refuseMore } from '../problem.ts';
import { type Area, addressOf, columnName } from '../workbook.ts';
import type { WrittenNote } from './write-notes.ts';
import type { Styles } from './write-styles.ts';
import { declaration, escapeXml, namespaces, type SharedTexts } from './write-text.ts';

/** What the sheets of a workbook share. */
export interface Shared {
  readonly texts: SharedTexts;
  readonly styles: Styles;
  /** what every printed page says at its head */
  readonly marking?: string | undefined;
  /** @returns where a list of choices stands in the workbook: `'_choices'!$A$1:$A$5` */
  placeOf(choices: readonly string[]): string;
}

/**
 * @returns the part of a sheet, in the order in which its elements have to stand (ECMA-376-1, 18.3.1.99)
 * @throws SpreadsheetError for a text that is longer than a cell may hold
 */
export function sheetXml(sheet: SheetLayout, shared: Shared, isShown: boolean): string {
  const { rows, merges = [], choices = [], upright, filtered, pagesWide = 1 } = sheet;
  return [
    `${declaration}<worksheet xmlns="${namespaces.main}" xmlns:r="${namespaces.office}">`,
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    viewXml(sheet, isShown),
    '<sheetFormatPr defaultRowHeight="16.5"/>',
    columnsXml(sheet),
    '<sheetData>',
    ...rows.map((row, index) => rowXml(row, index + 1, sheet.widths, shared)),
    '</sheetData>',
    filtered === undefined ? '' : `<autoFilter ref="${rangeOf(filtered)}"/>`,
    listXml(
      'mergeCells',
      merges.map((area) => `<mergeCell ref="${rangeOf(area)}"/>`),
    ),
    listXml(
      'dataValidations',
      choices.map((one) => choiceXml(one, shared)),
    ),
    '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="9" orientation="${upright ? 'portrait' : 'landscape'}"${pagesWide === 1 ? '' : ` fitToWidth="${pagesWide}"`} fitToHeight="0"/>`,
    `<headerFooter>${headerXml(shared)}<oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter>`,
    notesOf(sheet).length === 0 ? '' : '<legacyDrawing r:id="rIdBoxes"/>',
    '</worksheet>',
  ].join('');
}

/** In a header `&` begins a code, and a digit behind a code belongs to it. */
function headerXml({ marking }: Shared): string {
  if (marking === undefined) return '';
  return `<oddHeader>${escapeXml(`&C&B ${marking.replaceAll(/\s+/gu, ' ').replaceAll('&', '&&')}`)}</oddHeader>`;
}

/** @returns the notes at the cells of a sheet */
export function notesOf({ rows }: SheetLayout): WrittenNote[] {
  return rows.flatMap(({ cells }, row) =>
    cells.flatMap((cell, column) =>
      cell?.note === undefined ? [] : { row: row + 1, column: column + 1, text: cell.note },
    ),
  );
}

/** @returns a range as spreadsheets write it: `A1:C9` */
function rangeOf({ top, left, bottom, right }: Area): string {
  return `${addressOf(top, left)}:${addressOf(bottom, right)}`;
}

/** @returns a range that stays where it is when it is copied: `$A$1:$C$9` */
export function fixedRangeOf({ top, left, bottom, right }: Area): string {
  return `$${columnName(left)}$${top}:$${columnName(right)}$${bottom}`;
}

function viewXml({ frozen }: SheetLayout, isShown: boolean): string {
  const selected = isShown ? ' tabSelected="1"' : '';
  if (frozen === undefined) return `<sheetViews><sheetView${selected} workbookViewId="0"/></sheetViews>`;
  const { rows, columns } = frozen;
  const pane = columns === 0 ? 'bottomLeft' : rows === 0 ? 'topRight' : 'bottomRight';
  const splits = `${columns === 0 ? '' : ` xSplit="${columns}"`}${rows === 0 ? '' : ` ySplit="${rows}"`}`;
  return `<sheetViews><sheetView${selected} workbookViewId="0"><pane${splits} topLeftCell="${addressOf(rows + 1, columns + 1)}" activePane="${pane}" state="frozen"/></sheetView></sheetViews>`;
}

function columnsXml({ widths, hiddenColumns }: SheetLayout): string {
  const columns = widths.map((width, index) => {
    const number = index + 1;
    return `<col min="${number}" max="${number}" width="${width}"${hiddenColumns?.has(number) ? ' hidden="1"' : ''} customWidth="1"/>`;
  });
  return columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`;
}

function rowXml(
  { cells, height }: RowLayout,
  number: number,
  widths: readonly number[],
  shared: Shared,
): string {
  const written = cells.map((cell, index) =>
    cell === undefined ? '' : cellXml(cell, addressOf(number, index + 1), shared),
  );
  const needed = height ?? heightOf(cells, widths);
  const size = needed === undefined ? '' : ` ht="${needed}" customHeight="1"`;
  return `<row r="${number}"${size}>${written.join('')}</row>`;
}

/** Excel shows at most so many points of a row. */
const highest = 409;

/** @returns the height in which all lines of a row are seen, since not every program finds it itself; nothing for one line */
function heightOf(cells: RowLayout['cells'], widths: readonly number[]): number | undefined {
  const lines = cells.map((cell, index) => {
    if (cell?.style?.wrap !== true || typeof cell.value !== 'string') return 1;
    const width = Math.max((widths[index] ?? 8) - 1, 1);
    const ofLine = (line: string) => Math.max(Math.ceil(fastStringWidth(line) / width), 1);
    return cell.value.split('\n').reduce((total, line) => total + ofLine(line), 0);
  });
  const most = Math.max(1, ...lines);
  return most === 1 ? undefined : Math.min(most * 14 + 4, highest);
}

function cellXml({ value, style = {} }: CellLayout, address: string, { texts, styles }: Shared): string {
  if (value === undefined) return `<c r="${address}" s="${styles.numberOf(style, 'text', false)}"/>`;
  if (typeof value === 'number')
    return `<c r="${address}" s="${styles.numberOf(style, 'general', false)}"><v>${value}</v></c>`;
  const serial = typeof value === 'object' ? serialOf(value.day) : undefined;
  if (serial !== undefined)
    return `<c r="${address}" s="${styles.numberOf(style, 'day', false)}"><v>${serial}</v></c>`;
  const text = typeof value === 'object' ? value.day : value;
  refuseMore(text.length, 'cellCharacters', spreadsheetLimits);
  const look = styles.numberOf(style, 'text', /^[=+\-@'\t]/.test(text));
  return `<c r="${address}" s="${look}" t="s"><v>${texts.numberOf(text)}</v></c>`;
}

/** The days since the end of 1899; before March 1900 spreadsheets count wrong, so those days stay texts. */
function serialOf(day: Day): number | undefined {
  const serial = Math.round((Date.parse(day) - Date.UTC(1899, 11, 30)) / 86_400_000);
  return serial > 60 ? serial : undefined;
}

function choiceXml({ area, choices, only, prompt }: ChoiceLayout, { placeOf }: Shared): string {
  const list = choices.length === 0 ? '' : `<formula1>${escapeXml(placeOf(choices))}</formula1>`;
  const kind = choices.length === 0 ? '' : ` type="list" errorStyle="${only ? 'stop' : 'warning'}"`;
  // As long as Excel takes them: 32 and 255 characters.
  const shown =
    prompt === undefined
      ? ''
      : ` showInputMessage="1" promptTitle="${attribute(prompt.title, 32)}" prompt="${attribute(prompt.text, 255)}"`;
  return `<dataValidation${kind} allowBlank="1"${shown}${choices.length === 0 ? '' : ' showErrorMessage="1"'} sqref="${rangeOf(area)}">${list}</dataValidation>`;
}

function attribute(text: string, longest: number): string {
  const whole = text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;
  return escapeXml(whole).replaceAll('\n', '&#10;');
}

function listXml(element: string, items: readonly string[]): string {
  return items.length === 0 ? '' : `<${element} count="${items.length}">${items.join('')}</${element}>`;
}
