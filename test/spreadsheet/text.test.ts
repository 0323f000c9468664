import { isAscii, isUtf8 as isValidUtf8 } from 'node:buffer';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { openSpreadsheet } from '../../src/spreadsheet/open.ts';
import type { SpreadsheetProblem } from '../../src/spreadsheet/problem.ts';
import { SpreadsheetError } from '../../src/spreadsheet/problem.ts';
import { encodeText } from '../../src/spreadsheet/text/encode.ts';

const table = '資産名,所管課,登録日\r\n住民基本台帳,市民課,R8.4.1\r\n"改行\nあり","引用""符",～①㈱髙\r\n';
const cells = [
  ['資産名', '所管課', '登録日'],
  ['住民基本台帳', '市民課', 'R8.4.1'],
  ['改行\nあり', '引用"符', '～①㈱髙'],
];

type Encoding =
  | 'UTF-8'
  | 'UTF-8 with BOM'
  | 'UTF-16LE'
  | 'UTF-16LE with BOM'
  | 'UTF-16BE'
  | 'UTF-16BE with BOM'
  | 'CP932';

const encodings: Readonly<Record<Encoding, (text: string) => Uint8Array | undefined>> = {
  'UTF-8': (text) => Buffer.from(text),
  'UTF-8 with BOM': (text) => Buffer.from(`\uFEFF${text}`),
  'UTF-16LE': (text) => Buffer.from(text, 'utf16le'),
  'UTF-16LE with BOM': (text) => Buffer.from(`\uFEFF${text}`, 'utf16le'),
  'UTF-16BE': (text) => Buffer.from(text, 'utf16le').swap16(),
  'UTF-16BE with BOM': (text) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
  CP932: cp932,
};

describe('a table as text of an old server', () => {
  const table = '資産名,所管課,備考\n住民記録,市民課,ﾊﾞｯﾁ\nあいう,税務課,～－①\n';

  it.each([
    ['kanji and kana', table],
    ['kanji alone', '台帳,機器\n税務,情報\n'],
    ['hiragana alone', 'なまえ,ばしょ\nあ,い\n'],
    ['katakana alone', 'サーバ,ルータ\nア,イ\n'],
  ])('is told from CP932 in EUC-JP, with %s', (_, text) => {
    const read = (encoding: 'euc-jp' | 'shift_jis') =>
      values(Uint8Array.from(encodeText(text, encoding)), '台帳.csv');
    expect(read('euc-jp')).toEqual(
      text
        .trim()
        .split('\n')
        .map((line) => line.split(',')),
    );
    expect(read('shift_jis')).toEqual(read('euc-jp'));
  });

  it.each(['ﾒｲｼｮｳ,ﾊﾞｼｮ\nｻｰﾊﾞ,ｼﾂ\n', 'ﾃﾞｰﾀ･ﾍﾞｰｽ,ﾊﾞｼｮ\nｼｽﾃﾑ,ｷｷ\n'])(
    'is CP932 where it is halfwidth kana: %s',
    (text) => {
      expect(
        values(Uint8Array.from(encodeText(text, 'shift_jis')), '台帳.csv')
          .flat()
          .join(),
      ).toBe(text.trim().replaceAll('\n', ','));
    },
  );
});

describe('a table as text', () => {
  it.each(Object.entries(encodings))('is read in %s', (_, encode) => {
    const bytes = encode(table) ?? new Uint8Array();
    const { sheets } = openSpreadsheet(bytes, '情報資産/台帳.2026.csv');
    expect(sheets).toHaveLength(1);
    expect(sheets[0]?.name).toBe('台帳.2026');
    expect(values(bytes)).toEqual(cells);
  });

  it.each([
    [
      'a.csv',
      'a\tb,c\td\n1\t2\t3\n',
      [
        ['a', 'b,c', 'd'],
        ['1', '2', '3'],
      ],
    ],
    [
      'a.tsv',
      'a,b,c\n1,2,3\n',
      [
        ['a', 'b', 'c'],
        ['1', '2', '3'],
      ],
    ],
    [
      'a.txt',
      'a\tb\n"1\n,2"\t3\n',
      [
        ['a', 'b'],
        ['1\n,2', '3'],
      ],
    ],
    ['a.csv', '一列だけ\nあ\n', [['一列だけ'], ['あ']]],
    ['a.csv', '表題, 令和8年\n\na\tb\tc\nd\te\tf\n', [['表題, 令和8年'], ['a', 'b', 'c'], ['d', 'e', 'f']]],
    ['a.csv', 'a,b\rc,d\r\ne,f\ng,', [['a', 'b'], ['c', 'd'], ['e', 'f'], ['g']]],
    ['a.csv', '15"液晶,"a"b,c', [['15"液晶', 'ab', 'c']]],
    ['a.csv', 'a,b\n\u001A', [['a', 'b']]],
    [
      'a.csv',
      '名称;金額\nA;1,200\n"B;C";3,400\n',
      [
        ['名称', '金額'],
        ['A', '1,200'],
        ['B;C', '3,400'],
      ],
    ],
    [
      'a.csv',
      'a,b\nc;d,e\nf;g,h\n',
      [
        ['a', 'b'],
        ['c;d', 'e'],
        ['f;g', 'h'],
      ],
    ],
  ])('%s: its delimiter and lines are told by its content: %j', (name, text, expected) => {
    expect(values(Buffer.from(text), name)).toEqual(expected);
  });

  it('has only those cells in which something stands, where they stand', () => {
    const [sheet] = openSpreadsheet(Buffer.from(',,\n,a, \n\n=1+1,,b'), 'a.csv').sheets;
    expect(
      sheet?.rows.map(({ number, cells }) => [
        number,
        [...cells].map(([column, { text }]) => [column, text]),
      ]),
    ).toEqual([
      [
        2,
        [
          [2, 'a'],
          [3, ' '],
        ],
      ],
      [
        4,
        [
          [1, '=1+1'],
          [3, 'b'],
        ],
      ],
    ]);
  });

  it('comes back as another program wrote it, in every encoding that can hold it', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      fc.constantFrom(
        '',
        '"',
        '""',
        'a,b',
        'a\tb',
        '\n',
        '\r\n',
        '\r',
        'ア',
        'ｱ',
        '　',
        '①',
        '～',
        '\\',
        '=1',
      ),
    );
    const rows = fc
      .integer({ min: 2, max: 5 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 2, maxLength: 6 }),
      );
    fc.assert(
      fc.property(
        rows,
        fc.constantFrom(',', '\t'),
        fc.constantFrom('\r\n', '\n', '\r'),
        fc.constantFrom(...(Object.keys(encodings) as Encoding[])),
        (table, delimiter, newline, encoding) => {
          const bytes = encodings[encoding](Papa.unparse(table, { delimiter, newline, quotes: true }));
          fc.pre(bytes !== undefined && table.flat().every(isPlain));
          // A few texts in CP932 are others in UTF-8, byte for byte.
          fc.pre(encoding !== 'CP932' || !isUtf8(bytes));
          const [sheet] = openSpreadsheet(bytes, delimiter === '\t' ? 'a.tsv' : 'a.csv').sheets;
          const read = new Map(sheet?.rows.map(({ number, cells }) => [number, cells]));
          expect(
            table.map((row, index) =>
              row.map((_, column) => read.get(index + 1)?.get(column + 1)?.text ?? ''),
            ),
          ).toEqual(table);
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each<[string, Uint8Array, string, SpreadsheetProblem]>([
    ['nothing', new Uint8Array(), 'a.csv', { code: 'empty' }],
    ['bytes in no encoding', Buffer.from([0x61, 0x2c, 0xff, 0xff, 0x0a]), 'a.csv', { code: 'encoding' }],
    ['ISO-2022-JP', Buffer.from('a,\u001B$B0!\u001B(B\n'), 'a.csv', { code: 'encoding' }],
    [
      'zero bytes among others',
      Buffer.from([0x61, 0, 0, 0, 0x62, 0x2c, 0, 1]),
      'a.csv',
      { code: 'encoding' },
    ],
    [
      'a quotation mark that stays open',
      Buffer.from('a,b\n\n"c,d\ne,f\n'),
      'a.csv',
      { code: 'open-quote', line: 3 },
    ],
    [
      'text under the name of a workbook',
      Buffer.from('a,b\n'),
      '台帳.XLSX',
      { code: 'not-a-workbook', extension: 'xlsx' },
    ],
    [
      'a web page',
      Buffer.from('\uFEFF\n<html><table><tr><td>a'),
      '台帳.xls',
      { code: 'other-kind', kind: 'html' },
    ],
    ['XML', Buffer.from('<?xml version="1.0"?><Workbook/>'), '台帳.xls', { code: 'other-kind', kind: 'xml' }],
    ['a PDF', Buffer.from('%PDF-1.7\n'), '台帳.csv', { code: 'other-kind', kind: 'pdf' }],
    [
      'a picture',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d]),
      '台帳.xlsx',
      { code: 'other-kind', kind: 'picture' },
    ],
    [
      'a long cell',
      Buffer.from(`a,${'あ'.repeat(32_768)}`),
      'a.csv',
      { code: 'limit', limit: 'cellCharacters', most: 32_767 },
    ],
    [
      'many columns',
      Buffer.from('a,'.repeat(2001)),
      'a.csv',
      { code: 'limit', limit: 'columns', most: 2000 },
    ],
    [
      'many rows',
      Buffer.from('a\n'.repeat(200_001)),
      'a.csv',
      { code: 'limit', limit: 'rows', most: 200_000 },
    ],
  ])('is refused: %s', (_, bytes, name, problem) => {
    expect(problemOf(bytes, name)).toEqual(problem);
  });
});

function problemOf(bytes: Uint8Array, name: string): SpreadsheetProblem | undefined {
  try {
    openSpreadsheet(bytes, name);
    return undefined;
  } catch (error) {
    if (error instanceof SpreadsheetError) return error.problem;
    throw error;
  }
}

function values(bytes: Uint8Array, name = 'a.csv'): string[][] {
  const [sheet] = openSpreadsheet(bytes, name).sheets;
  return (sheet?.rows ?? []).map(({ cells }) => [...cells.values()].map(({ text }) => text));
}

/** No controls, which no table holds, but for line breaks and tabs. */
function isPlain(text: string): boolean {
  return [...text].every((character) => character >= ' ' || '\t\n\r'.includes(character));
}

function isUtf8(bytes: Uint8Array): boolean {
  return isValidUtf8(bytes) && !isAscii(bytes);
}

/** Node.js writes no CP932, so what it reads is turned around. */
function cp932(text: string): Uint8Array | undefined {
  bytesOf ??= cp932Bytes();
  const bytes: number[] = [];
  for (const character of text) {
    const written = bytesOf.get(character);
    if (written === undefined) return undefined;
    bytes.push(...written);
  }
  return Uint8Array.from(bytes);
}

let bytesOf: ReadonlyMap<string, readonly number[]> | undefined;

function cp932Bytes(): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder('shift_jis', { fatal: true });
  const found = new Map<string, readonly number[]>();
  const add = (...bytes: number[]) => {
    try {
      const character = decoder.decode(Uint8Array.from(bytes));
      if ([...character].length === 1 && !found.has(character)) found.set(character, bytes);
    } catch {
      // These bytes are no character.
    }
  };
  for (let first = 0; first < 256; first += 1) {
    add(first);
    for (let second = 0x40; second < 0xfd; second += 1) if (first >= 0x81) add(first, second);
  }
  return found;
}
