import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CellLayout, type SheetLayout, sheetNamed } from '../../src/spreadsheet/layout.ts';
import { spreadsheetLimits } from '../../src/spreadsheet/limits.ts';
import { openSpreadsheet } from '../../src/spreadsheet/open.ts';
import { SpreadsheetError } from '../../src/spreadsheet/problem.ts';
import { openArchive } from '../../src/spreadsheet/xlsx/archive.ts';
import { writeXlsx } from '../../src/spreadsheet/xlsx/write.ts';

function sheetOf(cells: readonly (CellLayout | undefined)[][], more: Partial<SheetLayout> = {}): SheetLayout {
  return { name: '表', widths: [], rows: cells.map((row) => ({ cells: row })), ...more };
}

function readBack(...sheets: readonly SheetLayout[]) {
  return openSpreadsheet(writeXlsx({ sheets }), '台帳.xlsx').sheets;
}

/** @returns the XML of a part of a workbook */
function partOf(name: string, ...sheets: readonly SheetLayout[]): string {
  const archive = openArchive(writeXlsx({ sheets }), spreadsheetLimits);
  return Buffer.from(archive.unpack(name)).toString('utf8');
}

describe('writing a workbook', () => {
  it('gives back every text that it was given, whatever stands in it', () => {
    // Half a character cannot be written; an empty text is an empty cell.
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
    const awkward = fc.constantFrom(
      '=1+1',
      '@a',
      '-',
      '+81',
      '_x0041_',
      '\u0001',
      'a\r\nb',
      ' a ',
      '0012',
      '\t',
      '&amp;',
      "'",
    );
    fc.assert(
      fc.property(fc.array(fc.array(fc.oneof(text, awkward), { maxLength: 5 }), { maxLength: 5 }), (rows) => {
        const [sheet] = readBack(sheetOf(rows.map((row) => row.map((value) => ({ value })))));
        const read = (sheet?.rows ?? []).flatMap(({ number, cells }) =>
          [...cells].map(([column, cell]) => [number, column, cell.text]),
        );
        const given = rows.flatMap((row, r) => row.map((value, c) => [r + 1, c + 1, value]));
        expect(read).toEqual(given);
      }),
    );
  });

  it('never writes a formula', () => {
    const xml = partOf('xl/worksheets/sheet1.xml', sheetOf([[{ value: '=cmd|calc' }, { value: '+1' }]]));
    expect(xml).not.toContain('<f>');
    expect(partOf('xl/styles.xml', sheetOf([[{ value: '=a' }]]))).toContain('quotePrefix="1"');
  });

  it('writes days as days, and as texts where spreadsheets cannot count them', () => {
    const days = ['2026-04-01', '1900-03-01', '1899-12-31', '1945-08-15'];
    const [sheet] = readBack(sheetOf([days.map((day) => ({ value: { day } }))]));
    expect([...(sheet?.rows[0]?.cells.values() ?? [])].map(({ text }) => text)).toEqual(days);
    const xml = partOf('xl/worksheets/sheet1.xml', sheetOf([[{ value: { day: '2026-04-01' } }]]));
    expect(xml).toContain('<v>46113</v>');
  });

  it('writes numbers as numbers', () => {
    expect(partOf('xl/worksheets/sheet1.xml', sheetOf([[{ value: 12.5 }]]))).toContain('<v>12.5</v>');
  });

  it('keeps lists of choices on a sheet that is not shown, under a name that no other sheet has', () => {
    const area = { top: 2, left: 1, bottom: 9, right: 1 };
    const choices = [{ area, choices: ['はい, 全部', 'いいえ'], only: true as const }];
    const sheets = readBack(sheetOf([[{ value: 'a' }]], { choices }), sheetOf([], { name: '_Choices' }));
    expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['表', undefined],
      ['_Choices', undefined],
      ['_choices (2)', true],
    ]);
    expect([...(sheets[2]?.rows[0]?.cells.values() ?? [])].map(({ text }) => text)).toEqual(['はい, 全部']);
  });

  it('writes merged areas, hidden sheets and hidden columns', () => {
    const merges = [{ top: 1, left: 1, bottom: 2, right: 3 }];
    const [first, second] = readBack(
      sheetOf([[{ value: 'a' }]], { merges, widths: [8, 9], hiddenColumns: new Set([2]) }),
      sheetOf([], { name: '裏', hidden: true }),
    );
    expect(first?.merges).toEqual(merges);
    expect([...(first?.hiddenColumns ?? [])]).toEqual([2]);
    expect(second?.hidden).toBe(true);
  });

  it('keeps the header in view and on each page', () => {
    const sheet = sheetOf([[{ value: 'a' }]], { frozen: { rows: 1, columns: 2 } });
    expect(partOf('xl/worksheets/sheet1.xml', sheet)).toContain(
      '<pane xSplit="2" ySplit="1" topLeftCell="C2" activePane="bottomRight" state="frozen"/>',
    );
    expect(partOf('xl/workbook.xml', sheet)).toContain("'表'!$A:$B,'表'!$1:$1</definedName>");
  });

  it('writes notes with the boxes that show them', () => {
    const sheet = sheetOf([[undefined, { value: 'a', note: '1行目\n<2行目>' }]]);
    expect(partOf('xl/comments1.xml', sheet)).toContain('ref="B1"');
    expect(partOf('xl/comments1.xml', sheet)).toContain('1行目\n&lt;2行目&gt;');
    expect(partOf('xl/drawings/vmlDrawing1.vml', sheet)).toContain('<x:Row>0</x:Row><x:Column>1</x:Column>');
  });

  it('gives the same bytes for the same layout', () => {
    const sheets = [sheetOf([[{ value: 'a', style: { bold: true } }]])];
    expect(Buffer.from(writeXlsx({ sheets })).equals(Buffer.from(writeXlsx({ sheets })))).toBe(true);
  });

  it('refuses a text that is longer than a cell may hold', () => {
    expect(() => writeXlsx({ sheets: [sheetOf([[{ value: 'あ'.repeat(32_768) }]])] })).toThrow(
      SpreadsheetError,
    );
  });
});

describe('naming a sheet', () => {
  it.each([
    ['情報資産', [], '情報資産'],
    ['情報資産', ['情報資産'], '情報資産 (2)'],
    ['a/b:c', [], 'a_b_c'],
    ["'a'", [], '_a_'],
    ['', [], '_'],
    ['Sheet', ['SHEET', 'sheet (2)'], 'Sheet (3)'],
    ['あ'.repeat(40), ['あ'.repeat(31)], `${'あ'.repeat(27)} (2)`],
    [`${'a'.repeat(30)}𠮷`, [], 'a'.repeat(30)],
  ])('names %s beside %j', (wanted, taken, name) => {
    expect(sheetNamed(wanted, taken)).toBe(name);
  });
});
