import { encodeText } from '../../../src/spreadsheet/text/encode.ts';
import { columnName } from '../../../src/spreadsheet/workbook.ts';
import { type XlsxCell, type XlsxSheet, xlsxOf } from '../../support/xlsx.ts';
import type { FirstDaySheet } from './first-day.ts';

/** @returns the files that sheets stand in, by their names: workbooks, or csv as the sheet says */
export function filesOf(sheets: readonly FirstDaySheet[]): Readonly<Record<string, Uint8Array>> {
  const files: Record<string, Uint8Array> = {};
  for (const file of new Set(sheets.map((sheet) => sheet.file))) {
    const own = sheets.filter((sheet) => sheet.file === file);
    const [first] = own;
    files[file] =
      first !== undefined && file.endsWith('.csv') ? csvOf(first) : xlsxOf({ sheets: own.map(xlsxSheetOf) });
  }
  return files;
}

/** @returns the path of a header, from the top to the lowest */
export function pathOf(header: string): readonly string[] {
  return header.split(' > ');
}

interface Grid {
  readonly rows: readonly (readonly string[])[];
  readonly merges: readonly string[];
}

/** @returns the rows of a sheet, with headers of groups merged over their columns and single ones down to the lowest row */
function gridOf({ columns, above = [], below = [], turned = false }: FirstDaySheet): Grid {
  const values = columns.map((column) => column[2].split('|'));
  if (turned) {
    const rows = columns.map(([header], index) => [header, ...(values[index] ?? [])]);
    return { rows: [...above, ...rows, ...below], merges: [] };
  }
  const paths = columns.map(([header]) => pathOf(header));
  const depth = Math.max(...paths.map((path) => path.length));
  const begins = (index: number, level: number) =>
    level + 1 === paths[index]?.length ||
    paths[index - 1]?.slice(0, level + 1).join() !== paths[index]?.slice(0, level + 1).join();
  const headers = Array.from({ length: depth }, (_, level) =>
    paths.map((path, index) => (begins(index, level) ? (path[level] ?? '') : '')),
  );
  const merges = paths.flatMap((path, index) =>
    path.flatMap((_, level) => {
      if (!begins(index, level)) return [];
      let right = index;
      if (level + 1 < path.length)
        while (
          right + 1 < paths.length &&
          (paths[right + 1]?.length ?? 0) > level + 1 &&
          !begins(right + 1, level)
        )
          right += 1;
      const bottom = level + 1 === path.length ? depth - 1 : level;
      if (right === index && bottom === level) return [];
      const top = above.length + 1;
      return [`${columnName(index + 1)}${top + level}:${columnName(right + 1)}${top + bottom}`];
    }),
  );
  const length = Math.max(...values.map((column) => column.length));
  const records = Array.from({ length }, (_, index) => values.map((column) => column[index] ?? ''));
  return { rows: [...above, ...headers, ...records, ...below], merges };
}

function xlsxSheetOf(sheet: FirstDaySheet): XlsxSheet {
  const { rows, merges } = gridOf(sheet);
  return { name: sheet.sheet, rows: rows.map((cells) => cells.map(cellOf)), merges };
}

/** Numbers stand as numbers, as Excel makes them of what is typed. */
function cellOf(text: string): XlsxCell {
  return /^\d{1,9}$/.test(text) && !/^0\d/.test(text) ? Number(text) : text;
}

function csvOf(sheet: FirstDaySheet): Uint8Array {
  const separator = sheet.separator ?? ',';
  const quoted = (text: string) =>
    text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  const text = gridOf(sheet)
    .rows.map((cells) => `${cells.map(quoted).join(separator)}\r\n`)
    .join('');
  switch (sheet.encoding) {
    case 'cp932':
      return encodeText(text, 'shift_jis');
    case 'utf-16':
      return encodeText(`\uFEFF${text}`, 'utf-16le');
    case 'euc-jp':
      return eucJp(text);
    default:
      return encodeText(text, 'utf-8');
  }
}

/** Encodes a text in EUC-JP, by what its bytes are decoded to. */
export function eucJp(text: string): Uint8Array {
  const decoder = new TextDecoder('euc-jp');
  const table = new Map<string, readonly number[]>();
  for (let byte = 0; byte < 0x80; byte += 1) table.set(String.fromCharCode(byte), [byte]);
  for (let byte = 0xa1; byte <= 0xdf; byte += 1)
    table.set(decoder.decode(Uint8Array.of(0x8e, byte)), [0x8e, byte]);
  for (let lead = 0xa1; lead <= 0xfe; lead += 1)
    for (let trail = 0xa1; trail <= 0xfe; trail += 1) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (!table.has(character)) table.set(character, [lead, trail]);
    }
  return Uint8Array.from(Array.from(text, (character) => table.get(character) ?? [0x3f]).flat());
}
