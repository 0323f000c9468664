import type { Area, Cell, Row, Sheet } from '../../../src/spreadsheet/workbook.ts';

/** A sheet as it looks: its rows, in which an empty text is an empty cell, and what is merged, as `F4:H4`. */
export function sheetOf(
  name: string,
  grid: readonly (readonly string[])[],
  merges: readonly string[] = [],
): Sheet {
  const rows: Row[] = [];
  for (const [index, texts] of grid.entries()) {
    const cells = new Map<number, Cell>();
    for (const [column, text] of texts.entries()) if (text !== '') cells.set(column + 1, { text });
    if (cells.size > 0) rows.push({ number: index + 1, cells });
  }
  return { name, rows, hiddenColumns: new Set(), merges: merges.map(areaOf) };
}

function areaOf(address: string): Area {
  const [, left = '', top = '', right = '', bottom = ''] =
    /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(address) ?? [];
  return { top: Number(top), left: columnNumber(left), bottom: Number(bottom), right: columnNumber(right) };
}

function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}
