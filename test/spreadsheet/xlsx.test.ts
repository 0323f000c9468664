import { describe, expect, it } from 'vitest';
import { openSpreadsheet } from '../../src/spreadsheet/open.ts';
import { addressOf, type Cell, type Sheet } from '../../src/spreadsheet/workbook.ts';
import {
  relationshipsXml,
  worksheetXml,
  type XlsxCell,
  type XlsxContent,
  xlsxOf,
  xlsxParts,
  zipOf,
} from '../support/xlsx.ts';

describe('a workbook', () => {
  it('has its sheets in their order, with what is hidden', () => {
    const { sheets } = open({
      sheets: [
        { name: '記入要領', rows: [['説明']], state: 'hidden' },
        { name: '台帳', rows: [['あ'], [], ['い']], hiddenRows: [3], hiddenColumns: [2, 5] },
        { name: '作業用', rows: [], state: 'veryHidden' },
      ],
    });
    expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['記入要領', true],
      ['台帳', undefined],
      ['作業用', true],
    ]);
    expect(sheets[1]?.rows.map(({ number, hidden }) => [number, hidden])).toEqual([
      [1, undefined],
      [3, true],
    ]);
    expect([...(sheets[1]?.hiddenColumns ?? [])]).toEqual([2, 5]);
  });

  it('has the texts of its cells as they are written, without the readings of kanji', () => {
    expect(
      texts([
        ['住民基本台帳', { value: '熊谷', reading: 'クマガヤ' }],
        ['  前後の空白　', 'a\nb', 'a\r\nb', '_x000D_', '', '𠮷野家 ①㈱'],
        [{ runs: [{ text: '機密性' }, { text: '２', struckOut: false }] }],
      ]),
    ).toEqual({
      A1: '住民基本台帳',
      B1: '熊谷',
      A2: '  前後の空白　',
      B2: 'a\nb',
      C2: 'a\r\nb',
      D2: '_x000D_',
      F2: '𠮷野家 ①㈱',
      A3: '機密性２',
    });
  });

  it('says what is crossed out as a whole', () => {
    const cells = cellsOf(
      first({
        sheets: [
          {
            name: 'S',
            rows: [
              [
                { value: '廃止', struckOut: true },
                { runs: [{ text: '旧' }, { text: '新', struckOut: false }], struckOut: true },
                {
                  runs: [
                    { text: '旧', struckOut: true },
                    { text: ' ', struckOut: false },
                    { text: '名', struckOut: true },
                  ],
                },
                { runs: [{ text: '旧', struckOut: true }, { text: '新' }] },
                { runs: [{ text: '旧', struckOut: true }, { text: '名' }], struckOut: true },
                { value: 3, struckOut: true },
              ],
            ],
          },
        ],
      }),
    );
    expect(
      Object.entries(cells)
        .filter(([, { struckOut }]) => struckOut)
        .map(([address]) => address),
    ).toEqual(['A1', 'C1', 'E1', 'F1']);
  });

  it('has the saved results of formulas, and runs none', () => {
    const cells = cellsOf(
      first({
        sheets: [
          {
            name: 'S',
            rows: [
              [
                { formula: 'A2&"課"', value: '総務課' },
                { formula: 'SUM(A2:A3)', value: 12.5 },
                { formula: 'A2=1', value: true },
                { formula: 'VLOOKUP(A2,B:B,1,FALSE)', error: '#N/A' },
                { formula: 'NOW()' },
                { formula: 'IF(A2="","",A2)', value: '' },
                false,
              ],
            ],
          },
        ],
      }),
    );
    expect(cells).toEqual({
      A1: { text: '総務課' },
      B1: { text: '12.5' },
      C1: { text: 'TRUE' },
      D1: { text: '#N/A', isError: true },
      E1: { text: '=NOW()', isError: true },
      G1: { text: 'FALSE' },
    });
  });

  it('leaves out what a merged area covers', () => {
    const sheet = first({
      sheets: [
        {
          name: 'S',
          rows: [['分類', '覆われた', '名'], ['覆われた'], ['', '見える']],
          merges: ['A1:B2', 'C5:C6', 'D1:D1'],
        },
      ],
    });
    expect(textsOf(sheet)).toEqual({ A1: '分類', C1: '名', B3: '見える' });
    expect(sheet.merges).toEqual([
      { top: 1, left: 1, bottom: 2, right: 2 },
      { top: 5, left: 3, bottom: 6, right: 3 },
    ]);
  });

  it('counts days from 1904 where it says so', () => {
    const rows = [
      [
        { value: 0, format: 14 },
        { value: 44_651, format: 14 },
      ],
    ];
    expect(textsOf(first({ from1904: true, sheets: [{ name: 'S', rows }] }))).toEqual({
      A1: '1904-01-01',
      B1: '2026-04-01',
    });
  });

  it.each([
    [
      'cells and rows without addresses',
      '<row><c><v>1</v></c><c r="D1"><v>2</v></c><c><v>3</v></c></row><row><c><v>4</v></c></row>',
      { A1: '1', D1: '2', E1: '3', A2: '4' },
    ],
    [
      'rows and cells out of order',
      '<row r="2"><c r="B2"><v>2</v></c><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>0</v></c></row>',
      { A1: '0', A2: '1', B2: '2' },
    ],
    [
      'inline texts',
      '<row r="1"><c r="A1" t="inlineStr"><is><r><t>住</t></r><r><t>民</t></r><rPh sb="0" eb="1"><t>ジュウ</t></rPh></is></c></row>',
      { A1: '住民' },
    ],
    [
      'days written as such',
      '<row r="1"><c r="A1" t="d"><v>2026-04-01</v></c><c r="B1" t="d"><v>2026-04-01T10:30:00</v></c></row>',
      { A1: '2026-04-01', B1: '2026-04-01 10:30' },
    ],
    [
      'CDATA and references',
      '<row r="1"><c r="A1" t="str"><v><![CDATA[<a>]]>&amp;&#x3042;</v></c></row>',
      { A1: '<a>&あ' },
    ],
    ['numbers that are none', '<row r="1"><c r="A1"><v>abc</v></c></row>', { A1: 'abc' }],
    ['styles that are not there', '<row r="1"><c r="A1" s="99"><v>1</v></c></row>', { A1: '1' }],
    ['cells with a style alone', '<row r="1"><c r="A1" s="0"/><c r="B1" s="0"><v></v></c></row>', {}],
    [
      'what programs keep for themselves',
      '<row r="1"><c r="A1"><v>1</v><extLst><ext><c r="B1"><v>2</v></c></ext></extLst></c></row>',
      { A1: '1' },
    ],
  ])('has %s', (_, rows, expected) => {
    const sheet = worksheetXml(`<sheetData>${rows}</sheetData>`);
    expect(
      textsOf(first({ sheets: [{ name: 'S', rows: [] }], parts: { 'xl/worksheets/sheet1.xml': sheet } })),
    ).toEqual(expected);
  });

  it('keeps blanks around a text only where it says so', () => {
    const strings =
      '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t> a </t></si><si><t xml:space="preserve"> b </t></si></sst>';
    const sheet = worksheetXml(
      '<sheetData><row r="1"><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row></sheetData>',
    );
    expect(
      textsOf(
        first({
          sheets: [{ name: 'S', rows: [] }],
          parts: { 'xl/sharedStrings.xml': strings, 'xl/worksheets/sheet1.xml': sheet },
        }),
      ),
    ).toEqual({ A1: 'a', B1: ' b ' });
  });

  it('is read under any prefix, in the strict variant, and in UTF-16', () => {
    const content: XlsxContent = {
      sheets: [{ name: '台帳', rows: [['住民', { value: 46_113, format: 14 }]] }],
    };
    const changed = Object.entries(xlsxParts(content)).map(([name, part]): [string, Uint8Array] => [
      name,
      name.startsWith('xl/') && !name.includes('_rels')
        ? utf16(prefixed(strict(String(part))))
        : Buffer.from(strict(String(part))),
    ]);
    const workbook = openSpreadsheet(zipOf(Object.fromEntries(changed)), '台帳.xlsx');
    expect(workbook.sheets.map(textsOf)).toEqual([{ A1: '住民', B1: '2026-04-01' }]);
  });

  it('is found wherever its relationships lead', () => {
    const { 'xl/workbook.xml': list = '', ...parts } = xlsxParts({
      sheets: [{ name: 'S', rows: [['a', 1]] }],
    });
    const moved = zipOf({
      ...parts,
      '_rels/.rels': relationshipsXml([['rId9', 'officeDocument', '/xl/book/other.xml']]),
      'xl/book/other.xml': list,
      'xl/book/_rels/other.xml.rels': relationshipsXml([
        ['rId1', 'worksheet', '../worksheets/sheet1.xml'],
        ['rId2', 'sharedStrings', '/xl/SharedStrings.xml'],
      ]),
    });
    expect(openSpreadsheet(moved, 'a.csv').sheets.map(textsOf)).toEqual([{ A1: 'a', B1: '1' }]);
  });

  it('may have charts among its sheets, macros, and links that nobody follows', () => {
    const parts = {
      'xl/_rels/workbook.xml.rels': `${relationshipsXml([['rId1', 'chartsheet', 'chartsheets/sheet1.xml']]).replace('</Relationships>', '')}<Relationship Id="rId7" Type="x/externalLink" Target="http://example.jp/" TargetMode="External"/></Relationships>`,
      'xl/vbaProject.bin': new Uint8Array([0xd0, 0xcf]),
    };
    expect(open({ sheets: [{ name: 'グラフ', rows: [] }], parts }).sheets).toEqual([
      { name: 'グラフ', rows: [], hiddenColumns: new Set(), merges: [] },
    ]);
  });
});

function open(content: XlsxContent) {
  return openSpreadsheet(xlsxOf(content), '台帳.xlsx');
}

function first(content: XlsxContent): Sheet {
  const [sheet] = open(content).sheets;
  if (sheet === undefined) throw new Error('no sheet');
  return sheet;
}

function texts(rows: readonly (readonly XlsxCell[])[]): Record<string, string> {
  return textsOf(first({ sheets: [{ name: 'S', rows }] }));
}

function textsOf(sheet: Sheet): Record<string, string> {
  return Object.fromEntries(Object.entries(cellsOf(sheet)).map(([address, { text }]) => [address, text]));
}

function cellsOf({ rows }: Sheet): Record<string, Cell> {
  return Object.fromEntries(
    rows.flatMap(({ number, cells }) =>
      [...cells].map(([column, cell]) => [addressOf(number, column), cell]),
    ),
  );
}

function strict(xml: string): string {
  return xml
    .replaceAll(
      'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
      'http://purl.oclc.org/ooxml/spreadsheetml/main',
    )
    .replaceAll(
      'http://schemas.openxmlformats.org/officeDocument/2006',
      'http://purl.oclc.org/ooxml/officeDocument',
    );
}

function prefixed(xml: string): string {
  return xml
    .replace(/<(\/?)(?=[A-Za-z])/g, '<$1x:')
    .replace('xmlns=', 'xmlns:x=')
    .replace('encoding="UTF-8"', 'encoding="UTF-16"');
}

function utf16(xml: string): Uint8Array {
  return Buffer.from(`\uFEFF${xml}`, 'utf16le');
}
