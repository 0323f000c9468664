import { describe, expect, it } from 'vitest';
import { editSpreadsheet } from '../../src/spreadsheet/edit.ts';
import type { RoomForRows } from '../../src/spreadsheet/editable.ts';
import { spreadsheetLimits } from '../../src/spreadsheet/limits.ts';
import { openSpreadsheet } from '../../src/spreadsheet/open.ts';
import { openArchive } from '../../src/spreadsheet/xlsx/archive.ts';
import { divides, isUnmovable, movedFormula } from '../../src/spreadsheet/xlsx/room/formula.ts';
import { hasLibreOffice, savedByLibreOffice } from '../support/libreoffice.ts';
import { relationshipsXml, worksheetXml, xlsxParts, zipOf } from '../support/xlsx.ts';

/** Behind row 4 of a table that begins in row 2. */
const room: RoomForRows = { sheet: '台帳', first: 2, behind: 4, count: 2, isFree: false };

describe('a formula', () => {
  const below = { isOnSheet: true, isInRecord: false };
  const elsewhere = { isOnSheet: false, isInRecord: false };
  const inRecord = { isOnSheet: true, isInRecord: true };

  it.each([
    ['A4+A5', 'A4+A7', below],
    ['SUM(C2:C4)', 'SUM(C2:C6)', below],
    ['SUM(C2:C4)*$A$9', 'SUM(C2:C6)*$A$11', below],
    ['SUM(C1:C10)', 'SUM(C1:C12)', below],
    ['SUM(C4:F4)', 'SUM(C4:F4)', below],
    ['SUM(C4:C4)', 'SUM(C4:C6)', below],
    ['SUM(C1:C3)', 'SUM(C1:C3)', below],
    // What adds up the rows so far does not count on; what is of all records does.
    ['SUM(C$2:C4)', 'SUM(C$2:C4)', inRecord],
    ['C4/SUM($C$2:$C$4)', 'C4/SUM($C$2:$C$6)', inRecord],
    ['COUNTA(C:C)+ROWS(5:9)', 'COUNTA(C:C)+ROWS(7:11)', below],
    ['LOG10(A5)&"A5 と ""A6"""', 'LOG10(A7)&"A5 と ""A6"""', below],
    ['表1[[#All],[A5]]+A5B+Z_A5', '表1[[#All],[A5]]+A5B+Z_A5', below],
    ["A5+別!A5+'別 の'!A5", "A7+別!A5+'別 の'!A5", below],
    ["A5+台帳!A5+'台帳'!B2:B4", "A5+台帳!A7+'台帳'!B2:B6", elsewhere],
    ['[1]台帳!A5', '[1]台帳!A5', elsewhere],
    ['台帳!$A$1:$H$4', '台帳!$A$1:$H$4', elsewhere],
    ['台帳!$A$1:$H$5', '台帳!$A$1:$H$7', elsewhere],
  ])('%s becomes %s', (before, after, place) => {
    expect(movedFormula(before, room, place)).toBe(after);
  });

  it('is not moved where it finds its cells by texts, or over several sheets', () => {
    const unmovable = ['INDIRECT("A5")', 'INDIRECT("A"&B1)', 'INDIRECT(ADDRESS(5,1))', 'SUM(一月:三月!A5)'];
    for (const formula of [...unmovable, "SUM('4月:6月'!A5)"])
      expect(isUnmovable(formula), formula).toBe(true);
    for (const formula of ['INDIRECT(B5)', 'SUM(A1:B5)', 'SUM(台帳!A1:B5)', 'IF(A1="x:y!",1,2)'])
      expect(isUnmovable(formula), formula).toBe(false);
  });

  it('of several cells is not moved where some of them mean rows above and others rows below', () => {
    expect(divides('A3*2', room, inRecord, 1)).toBe(false);
    expect(divides('A3*2', room, inRecord, 2)).toBe(true);
    expect(divides('A$3*2', room, inRecord, 9)).toBe(false);
    expect(divides('A9*2', room, below, 9)).toBe(false);
  });
});

const rows = [
  ['1', '<c r="A1" t="inlineStr"><is><t>名称</t></is></c><c r="C1" t="inlineStr"><is><t>数</t></is></c>'],
  ...['2', '3', '4'].map((row) => [
    row,
    `<c r="A${row}" t="inlineStr"><is><t>資産${row}</t></is></c><c r="C${row}"><v>${row}</v></c><c r="D${row}"><f>C${row}*2</f><v>${Number(row) * 2}</v></c>`,
  ]),
  [
    '5',
    '<c r="A5" t="inlineStr"><is><t>計</t></is></c><c r="C5"><f t="shared" ref="C5:D5" si="0">SUM(C2:C4)</f><v>9</v></c><c r="D5"><f t="shared" si="0"/><v>18</v></c>',
  ],
  ['7', '<c r="A7" t="inlineStr"><is><t>※ 凡例</t></is></c>'],
];

const sheet = worksheetXml(
  [
    '<dimension ref="A1:D7"/>',
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/><selection activeCell="A7" sqref="A7"/></sheetView></sheetViews>',
    `<sheetData>${rows.map(([row, cells]) => `<row r="${row}"${row === '7' ? ' ht="40" customHeight="1"' : ''}>${cells}</row>`).join('')}</sheetData>`,
    '<autoFilter ref="A1:D4"/>',
    '<mergeCells count="3"><mergeCell ref="A1:B1"/><mergeCell ref="A4:B4"/><mergeCell ref="A7:D7"/></mergeCells>',
    '<conditionalFormatting sqref="C2:C4"><cfRule type="expression" priority="1"><formula>COUNTIF($A$2:$A$4,$A2)&gt;$C$5</formula></cfRule></conditionalFormatting>',
    '<dataValidations count="1"><dataValidation type="list" sqref="C2:C4 D5"><formula1>$A$7</formula1></dataValidation></dataValidations>',
    '<rowBreaks count="1" manualBreakCount="1"><brk id="5" max="16383" man="1"/></rowBreaks>',
    '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>',
  ].join(''),
);

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const table = `<table xmlns="${main}" id="1" name="t" displayName="t" ref="A1:D4"><autoFilter ref="A1:D4"/><tableColumns count="4"><tableColumn id="1" name="名称"/><tableColumn id="2" name="列2"/><tableColumn id="3" name="数"/><tableColumn id="4" name="列4"/></tableColumns></table>`;

function workbook(xml = sheet) {
  const names =
    '<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">台帳!$A$1:$D$7</definedName><definedName name="数">台帳!$C$2:$C$4</definedName></definedNames>';
  const parts = xlsxParts({
    sheets: [
      { name: '台帳', rows: [['x']] },
      { name: '集計', rows: [[{ value: 9, formula: 'SUM(台帳!C2:C4)+台帳!C5' }]] },
    ],
  });
  return zipOf({
    ...parts,
    'xl/worksheets/sheet1.xml': xml,
    'xl/worksheets/_rels/sheet1.xml.rels': relationshipsXml([['rId1', 'table', '../tables/table1.xml']]),
    'xl/tables/table1.xml': table,
    'xl/workbook.xml': String(parts['xl/workbook.xml']).replace('</sheets>', `</sheets>${names}`),
    '[Content_Types].xml': String(parts['[Content_Types].xml']).replace(
      '</Types>',
      '<Override PartName="/xl/tables/table1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml"/></Types>',
    ),
  });
}

/** The text of a part. */
function partOf(bytes: Uint8Array, name: string): string {
  return Buffer.from(openArchive(bytes, spreadsheetLimits).unpack(name)).toString('utf8');
}

const added = [5, 6].flatMap((row) => [
  { sheet: '台帳', row, column: 1, content: { kind: 'text', text: `追加${row}` }, rowLike: 4 } as const,
  { sheet: '台帳', row, column: 3, content: { kind: 'number', number: 10 }, rowLike: 4 } as const,
]);

describe('a sheet of which a table gets more rows', () => {
  it('moves all that stands below, with all that refers to it, and lets the table go on', () => {
    const edit = editSpreadsheet(workbook(), '台帳.xlsx');
    expect(edit.canMakeRoom(room)).toBe(true);
    const bytes = edit.write(added, [room]);
    const xml = partOf(bytes, 'xl/worksheets/sheet1.xml');
    for (const part of [
      ...['<dimension ref="A1:D9"/>', 'activeCell="A9" sqref="A9"', 'topLeftCell="A2"'],
      ...['<row r="9" ht="40" customHeight="1">', '<autoFilter ref="A1:D6"/>', '<brk id="7"'],
      '<mergeCells count="5"><mergeCell ref="A1:B1"/><mergeCell ref="A4:B4"/><mergeCell ref="A9:D9"/><mergeCell ref="A5:B5"/><mergeCell ref="A6:B6"/></mergeCells>',
      '<conditionalFormatting sqref="C2:C6">',
      '<formula>COUNTIF($A$2:$A$6,$A2)&gt;$C$7</formula>',
      'sqref="C2:C6 D7"><formula1>$A$9</formula1>',
      '<c r="C7"><f t="shared" ref="C7:D7" si="0">SUM(C2:C6)</f><v></v>',
      '<c r="D4"><f>C4*2</f>',
    ])
      expect(xml).toContain(part);
    expect(partOf(bytes, 'xl/tables/table1.xml')).toContain('ref="A1:D6"><autoFilter ref="A1:D6"/>');
    expect(partOf(bytes, 'xl/worksheets/sheet2.xml')).toContain('SUM(台帳!C2:C6)+台帳!C7');
    const names = partOf(bytes, 'xl/workbook.xml');
    expect(names).toContain('>台帳!$A$1:$D$9<');
    expect(names).toContain('>台帳!$C$2:$C$6<');
  });

  it('goes on to rows that are free, and moves nothing', () => {
    const edit = editSpreadsheet(workbook(), '台帳.xlsx');
    const bytes = edit.write(added.slice(0, 2), [{ ...room, count: 1, isFree: true }]);
    const xml = partOf(bytes, 'xl/worksheets/sheet1.xml');
    expect(xml).toContain('sqref="C2:C5 D5"');
    expect(xml).toContain('<row r="7" ht="40"');
    expect(xml).toContain('<mergeCell ref="A7:D7"/>');
  });

  it.each([
    ['merged cells around the place', ['ref="A7:D7"', 'ref="A3:A7"']],
    ['a formula for cells above and below', ['ref="C5:D5"', 'ref="C4:C9"']],
    ['a comment of XML, in which anything may stand', ['<sheetData>', '<!-- x --><sheetData>']],
  ])('stays as it is because of %s', (_, [from = '', to = '']) => {
    expect(sheet).toContain(from);
    expect(editSpreadsheet(workbook(sheet.replace(from, to)), '台帳.xlsx').canMakeRoom(room)).toBe(false);
  });

  it.runIf(hasLibreOffice())(
    'opens in LibreOffice, with totals of all rows',
    () => {
      const bytes = editSpreadsheet(workbook(), '台帳.xlsx').write(added, [room]);
      const saved = openSpreadsheet(savedByLibreOffice(bytes, 'xlsx', 'xlsx'), '台帳.xlsx');
      const [own, other] = saved.sheets;
      const texts = own?.rows.map(({ number, cells }) => [
        number,
        ...Array.from(cells.values(), ({ text }) => text),
      ]);
      expect(texts).toContainEqual([7, '計', '29', '18']);
      expect(texts).toContainEqual([9, '※ 凡例']);
      expect(other?.rows[0]?.cells.get(1)?.text).toBe('58');
      expect(own?.merges).toContainEqual({ top: 9, left: 1, bottom: 9, right: 4 });
    },
    120_000,
  );
});
