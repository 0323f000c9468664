import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editSpreadsheet } from '../../src/spreadsheet/edit.ts';
import { spreadsheetLimits } from '../../src/spreadsheet/limits.ts';
import { openSpreadsheet } from '../../src/spreadsheet/open.ts';
import { encodeText } from '../../src/spreadsheet/text/encode.ts';
import { openArchive } from '../../src/spreadsheet/xlsx/archive.ts';
import { relationshipsXml, worksheetXml, type XlsxContent, xlsxOf } from '../support/xlsx.ts';

const content: XlsxContent = {
  sheets: [
    {
      name: '台帳',
      rows: [
        ['名称', '施錠', '廃棄日', '件数'],
        ['戸籍', '○', { value: 46112, format: 'yyyy/m/d' }, 5],
        [{ value: '税務', struckOut: true }, undefined, undefined, { formula: 'D2+1', value: 6 }],
      ],
      merges: ['A5:B5'],
    },
    { name: '別紙', rows: [['何も変わらない']] },
  ],
};

function rowsOf(bytes: Uint8Array, sheet = 0): Record<string, string>[] {
  return (openSpreadsheet(bytes, '台帳.xlsx').sheets[sheet]?.rows ?? []).map(({ cells }) =>
    Object.fromEntries([...cells].map(([column, { text }]) => [column, text])),
  );
}

function partOf(bytes: Uint8Array, name: string): string {
  return Buffer.from(openArchive(bytes, spreadsheetLimits).unpack(name)).toString('utf8');
}

const sheet = '台帳';
const sheetPart = 'xl/worksheets/sheet1.xml';

describe('a workbook of which cells are changed', () => {
  const original = xlsxOf(content);
  const edit = editSpreadsheet(original, '台帳.xlsx');

  it('is the very same without changes', () => {
    expect(edit.write([])).toBe(original);
  });

  it('has other contents in these cells, their looks, and everything else as it was', () => {
    const bytes = edit.write([
      { sheet, row: 3, column: 1, content: { kind: 'text', text: '=1+1 & <b>\n二行' } },
      { sheet, row: 2, column: 4, content: { kind: 'number', number: 7 } },
      { sheet, row: 2, column: 2, content: { kind: 'empty' } },
      { sheet, row: 3, column: 3, content: { kind: 'day', day: '2026-04-01', lookOf: 2 } },
    ]);
    expect(rowsOf(bytes)).toEqual([
      { 1: '名称', 2: '施錠', 3: '廃棄日', 4: '件数' },
      { 1: '戸籍', 3: '2026-03-31', 4: '7' },
      { 1: '=1+1 & <b>\n二行', 3: '2026-04-01', 4: '6' },
    ]);
    const struckOut = openSpreadsheet(bytes, 'a').sheets[0]?.rows[2]?.cells.get(1);
    expect(struckOut?.struckOut).toBe(true);
    const [before, after] = [partOf(original, sheetPart), partOf(bytes, sheetPart)];
    const untouched = (xml: string) => xml.replaceAll(/<c r="(A3|D2|B2|C3)"[^>]*?(\/>|>.*?<\/c>)/gs, '');
    expect(untouched(after)).toBe(untouched(before));
    for (const part of ['xl/styles.xml', 'xl/sharedStrings.xml', 'xl/worksheets/sheet2.xml'])
      expect(partOf(bytes, part)).toBe(partOf(original, part));
  });

  it('gets rows below the others that look like one of them', () => {
    const bytes = edit.write([
      { sheet, row: 4, column: 1, content: { kind: 'text', text: '新規' }, rowLike: 3 },
      { sheet, row: 4, column: 3, content: { kind: 'day', day: '2026-05-01', lookOf: 2 }, rowLike: 3 },
    ]);
    expect(rowsOf(bytes)[3]).toEqual({ 1: '新規', 3: '2026-05-01' });
    expect(partOf(bytes, sheetPart)).toContain('<row r="4"><c r="A4" s="');
  });

  it('is computed when it is opened, where it has formulas', () => {
    const bytes = edit.write([{ sheet, row: 2, column: 4, content: { kind: 'number', number: 7 } }]);
    expect(partOf(bytes, 'xl/workbook.xml')).toContain('</sheets><calcPr fullCalcOnLoad="1"/>');
  });

  it('lists no formula to compute that is gone', () => {
    const withChain = xlsxOf({
      ...content,
      parts: {
        'xl/calcChain.xml': '<calcChain/>',
        '[Content_Types].xml':
          '<Types><Override PartName="/xl/calcChain.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"/></Types>',
        'xl/_rels/workbook.xml.rels': relationshipsXml([
          ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
          ['rId2', 'worksheet', 'worksheets/sheet2.xml'],
          ['rId3', 'calcChain', 'calcChain.xml'],
          ['rId4', 'styles', 'styles.xml'],
          ['rId5', 'sharedStrings', 'sharedStrings.xml'],
        ]),
      },
    });
    const chained = editSpreadsheet(withChain, '台帳.xlsx');
    expect(chained.kindOf(sheet, 3, 4)).toBe('formula');
    const kept = chained.write([{ sheet, row: 2, column: 4, content: { kind: 'number', number: 7 } }]);
    expect(openArchive(kept, spreadsheetLimits).names).toContain('xl/calcChain.xml');
    const bytes = chained.write([{ sheet, row: 3, column: 4, content: { kind: 'number', number: 7 } }]);
    expect(openArchive(bytes, spreadsheetLimits).names).not.toContain('xl/calcChain.xml');
    expect(partOf(bytes, '[Content_Types].xml')).not.toContain('calcChain');
    expect(partOf(bytes, 'xl/_rels/workbook.xml.rels')).not.toContain('calcChain');
    expect(rowsOf(bytes)[2]).toEqual({ 1: '税務', 4: '7' });
  });

  it('tells which cells cannot be changed alone', () => {
    const bound = editSpreadsheet(
      xlsxOf({
        sheets: [{ name: sheet, rows: [] }],
        parts: {
          [sheetPart]: worksheetXml(
            '<sheetData><row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">B1</f><v>1</v></c><c r="C1"><f t="array" ref="C1:C2">B1:B2</f><v>1</v></c></row><row r="2"><c r="A2"><f t="shared" si="0"/><v>2</v></c><c r="C2"><v>2</v></c></row></sheetData>',
          ),
        },
      }),
      '台帳.xlsx',
    );
    const kinds = [1, 2].map((row) => [1, 2, 3].map((column) => bound.kindOf(sheet, row, column)));
    expect(kinds).toEqual([
      ['bound', 'empty', 'bound'],
      ['formula', 'empty', 'bound'],
    ]);
  });

  it.each(['x:', ''])('is found under the prefix “%s”, in UTF-16, and in tags without content', (prefix) => {
    const xml = worksheetXml(
      '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>甲</t></is></c></row><row r="2"/></sheetData>',
    )
      .replace(/encoding="UTF-8"/, 'encoding="UTF-16"')
      .replaceAll(/<(\/?)(?=[a-z])/g, `<$1${prefix}`)
      .replace('xmlns=', prefix === '' ? 'xmlns=' : 'xmlns:x=');
    const bytes = xlsxOf({
      sheets: [{ name: sheet, rows: [] }],
      parts: { [sheetPart]: Buffer.from(`\uFEFF${xml}`, 'utf16le') },
    });
    const written = editSpreadsheet(bytes, '台帳.xlsx').write([
      { sheet, row: 1, column: 1, content: { kind: 'text', text: '乙' } },
      { sheet, row: 2, column: 2, content: { kind: 'text', text: '丙' } },
    ]);
    expect(rowsOf(written)).toEqual([{ 1: '乙' }, { 2: '丙' }]);
  });
});

describe('a table as text of which cells are changed', () => {
  const text = '名称,"施錠",備考\r\n戸籍,"○","a,""b"""\r\n税務\r\n合計,,\u001A';
  const encodings: Record<string, (text: string) => Uint8Array> = {
    'UTF-8': (all) => Buffer.from(all),
    'UTF-8 with a mark': (all) => Buffer.from(`\uFEFF${all}`),
    'UTF-16LE': (all) => Buffer.from(`\uFEFF${all}`, 'utf16le'),
    'UTF-16BE': (all) => Buffer.from(`\uFEFF${all}`, 'utf16le').swap16(),
    'EUC-JP': (all) => Buffer.from(encodeText(all, 'euc-jp')),
  };

  it.each(Object.entries(encodings))('keeps all else as it was in %s', (_, encode) => {
    const edit = editSpreadsheet(encode(text), '台帳.csv');
    const bytes = edit.write(
      [
        { sheet, row: 2, column: 2, content: { kind: 'text', text: '×' } },
        { sheet, row: 3, column: 3, content: { kind: 'text', text: '二行\nある' } },
        { sheet, row: 4, column: 1, content: { kind: 'text', text: '新規' } },
      ],
      [{ sheet, first: 2, behind: 3, count: 1, isFree: false }],
    );
    const changed = '名称,"施錠",備考\r\n戸籍,"×","a,""b"""\r\n税務,,"二行\nある"\r\n新規\r\n合計,,\u001A';
    expect(Buffer.from(bytes)).toEqual(Buffer.from(encode(changed)));
  });

  it('keeps the bytes of CP932 for what has several, and tells what it does not have', () => {
    // ㈱ in its row of NEC, ∵ in the same where JIS has it, too, and 髙 as IBM added it.
    const head = [0x87, 0x8a, 0x2c, 0x87, 0x9a, 0x2c, 0xfb, 0xfc, 0x0d, 0x0a];
    const bytes = Buffer.from([...head, 0x61, 0x2c, 0x62, 0x2c, 0xb1]);
    const edit = editSpreadsheet(bytes, '台帳.csv');
    const written = edit.write([{ sheet, row: 2, column: 2, content: { kind: 'text', text: '髙～①ｱ' } }]);
    expect([...written]).toEqual([
      ...head,
      ...[0x61, 0x2c, 0xfb, 0xfc, 0x81, 0x60, 0x87, 0x40, 0xb1, 0x2c, 0xb1],
    ]);
    expect(edit.missingIn('𠮷野〜①')).toBe('𠮷〜');
  });

  it('reads back what was written, whatever stands around it', () => {
    const cell = fc.constantFrom('', 'a', '"', ',', '二\n行', '"a",b', 'x y', "'", '＝');
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 2, maxLength: 6 }),
        fc.nat(),
        fc.nat(),
        cell,
        fc.constantFrom('\n', '\r\n'),
        (rows, row, column, value, newline) => {
          const quoted = (one: string) => (/[",\n]/.test(one) ? `"${one.replaceAll('"', '""')}"` : one);
          const csv = `a,b,c,d,e,f${newline}${rows.map((cells) => cells.map(quoted).join(',')).join(newline)}`;
          const [at, to] = [row % rows.length, column % 7];
          const bytes = editSpreadsheet(Buffer.from(csv), 'a.csv').write([
            { sheet: 'a', row: at + 2, column: to + 1, content: { kind: 'text', text: value } },
          ]);
          const expected = rows.map((cells, index) => {
            const all = index === at ? Object.assign([...cells, '', '', '', '', ''], { [to]: value }) : cells;
            return Object.fromEntries(all.flatMap((one, place) => (one === '' ? [] : [[place + 1, one]])));
          });
          const read = new Map(
            openSpreadsheet(bytes, 'a.csv').sheets[0]?.rows.map(({ number, cells }) => [
              number,
              Object.fromEntries([...cells].map(([place, { text: one }]) => [place, one])),
            ]),
          );
          expect(expected.map((_, index) => read.get(index + 2) ?? {})).toEqual(expected);
        },
      ),
    );
  });
});
