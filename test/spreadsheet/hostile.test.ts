import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type SpreadsheetLimits, spreadsheetLimits } from '../../src/spreadsheet/limits.ts';
import { openSpreadsheet } from '../../src/spreadsheet/open.ts';
import { SpreadsheetError, type SpreadsheetProblem } from '../../src/spreadsheet/problem.ts';
import { columnName } from '../../src/spreadsheet/workbook.ts';
import { type ArchiveFile, archiveOf } from '../support/archive.ts';
import { relationshipsXml, worksheetXml, xlsxOf, xlsxParts, zipOf } from '../support/xlsx.ts';

const sheetPart = 'xl/worksheets/sheet1.xml';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

describe('an archive', () => {
  it.each<[string, () => Uint8Array, SpreadsheetProblem]>([
    ['that ends too early', () => plain().subarray(0, 900), damaged('truncated')],
    ['of which the beginning alone is there', () => plain().subarray(0, 4), damaged('truncated')],
    ['of which the middle is missing', () => without(plain(), 200, 600), damaged('truncated')],
    ['of which a byte is another', () => changed(plain()), damaged('unpacking', sheetPart)],
    [
      'with a name that leads out',
      () => withFile({ name: '../../etc/passwd' }),
      damaged('unsafe-name', '../../etc/passwd'),
    ],
    ['with an absolute name', () => withFile({ name: '/etc/passwd' }), damaged('unsafe-name', '/etc/passwd')],
    ['with the name of a drive', () => withFile({ name: 'C:\\a.xml' }), damaged('unsafe-name', 'C:/a.xml')],
    ['with one name twice', () => withFile({ name: sheetPart }), damaged('same-name', sheetPart)],
    [
      'with one name twice, written in other letters',
      () => withFile({ name: 'XL/Workbook.xml' }),
      damaged('same-name', 'XL/Workbook.xml'),
    ],
    ['of files under a password', () => sheetAs({ encrypted: true }), { code: 'password' }],
    ['packed in an unknown way', () => sheetAs({ method: 14 }), damaged('unpacking', sheetPart)],
    [
      'with a part larger than stated',
      () => sheetAs({ data: Buffer.alloc(100_000, ' '), size: 10 }),
      damaged('unpacking', sheetPart),
    ],
    [
      'with a part smaller than stated',
      () => sheetAs({ data: Buffer.from(worksheetXml('')), size: 1000 }),
      damaged('unpacking', sheetPart),
    ],
    [
      'with a part that lies elsewhere',
      () => sheetAs({ offset: 0x7fffffff }),
      damaged('truncated', sheetPart),
    ],
    ['with more files than there may be', () => withFiles(10_001), limit('entries')],
    ['without any file', () => archiveOf([]), { code: 'other-kind', kind: 'archive' }],
    ['of something else', () => archiveOf([{ name: 'a.csv' }]), { code: 'other-kind', kind: 'archive' }],
    [
      'of OpenDocument',
      () => archiveOf([{ name: 'mimetype' }, { name: 'content.xml' }]),
      { code: 'other-kind', kind: 'opendocument' },
    ],
    [
      'of Numbers',
      () => archiveOf([{ name: 'Index/Document.iwa' }]),
      { code: 'other-kind', kind: 'numbers' },
    ],
    ['of Word', () => archiveOf([{ name: 'word/document.xml' }]), { code: 'other-kind', kind: 'document' }],
    [
      'of a binary workbook',
      () => archiveOf([{ name: 'xl/workbook.bin' }]),
      { code: 'other-kind', kind: 'xlsb' },
    ],
  ])('%s', (_, bytes, problem) => {
    expect(problemOf(bytes())).toEqual(problem);
  });

  it('is a bomb that says so', () => {
    expect(problemOf(sheetAs({ data: Buffer.alloc(100 * 1024 * 1024, ' ') }))).toEqual(
      limit('unpackingFactor'),
    );
  });

  it('is a bomb that hides it', () => {
    expect(problemOf(sheetAs({ data: Buffer.alloc(100 * 1024 * 1024, ' '), size: 5000 }))).toEqual(
      damaged('unpacking', sheetPart),
    );
  });

  it('unpacks to more than it may, all parts that are read together', () => {
    const sheets = [1, 2, 3].map((number) => ({ name: `表${number}`, rows: [['a'.repeat(20_000)]] }));
    const parts = Object.fromEntries(
      sheets.map(({ rows }, index) => [
        `xl/worksheets/sheet${index + 1}.xml`,
        worksheetXml(`<sheetData><row><c t="str"><v>${rows[0]?.[0]}</v></c></row></sheetData>`),
      ]),
    );
    const bytes = xlsxOf({ sheets, parts: { ...parts, 'xl/media/image1.png': new Uint8Array(200_000) } });
    expect(problemOf(bytes, { unpackedBytes: 50_000 })).toEqual({
      code: 'limit',
      limit: 'unpackedBytes',
      most: 50_000,
    });
    expect(problemOf(bytes, { unpackedBytes: 100_000 })).toBeUndefined();
  });

  it('may be written as ZIP64, and is then read', () => {
    const files = Object.entries(xlsxParts({ sheets: [{ name: 'S', rows: [['a']] }] }));
    const bytes = archiveOf(files.map(([name, data]) => ({ name, data: Buffer.from(data), large: true })));
    expect(openSpreadsheet(bytes, 'a.xlsx').sheets[0]?.rows[0]?.cells.get(1)?.text).toBe('a');
    const lost = archiveOf(files.map(([name]) => ({ name, large: true, offset: 2 ** 52 })));
    expect(problemOf(lost)?.code).toBe('damaged');
  });

  it('is no archive but an old workbook, one under a password, or a document', () => {
    const compound = (name: string) =>
      Buffer.concat([
        Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
        Buffer.alloc(504),
        Buffer.from(`${name}\0`, 'utf16le'),
      ]);
    expect(
      ['EncryptedPackage', 'Workbook', 'Book', 'WordDocument'].map((name) => problemOf(compound(name))),
    ).toEqual([
      { code: 'password' },
      { code: 'old-format' },
      { code: 'old-format' },
      { code: 'other-kind', kind: 'document' },
    ]);
  });
});

describe('parts', () => {
  it.each<[string, Record<string, string | undefined>, SpreadsheetProblem]>([
    ['no list of sheets', { 'xl/workbook.xml': undefined }, damaged('missing-part', 'xl/workbook.xml')],
    ['no sheet', { [sheetPart]: undefined }, damaged('missing-part', sheetPart)],
    [
      'no shared texts',
      { 'xl/sharedStrings.xml': undefined },
      damaged('missing-part', 'xl/sharedStrings.xml'),
    ],
    ['no relationships', { 'xl/_rels/workbook.xml.rels': undefined }, damaged('missing-part', 'S')],
    [
      'a relationship in a circle',
      rels('worksheet', 'workbook.xml'),
      damaged('other-part', 'xl/workbook.xml'),
    ],
    [
      'a list of sheets that is one',
      { '_rels/.rels': relationshipsXml([['a', 'officeDocument', sheetPart]]) },
      damaged('other-part', sheetPart),
    ],
    [
      'a relationship that leads out',
      rels('worksheet', '../../../etc/passwd'),
      damaged('missing-part', 'etc/passwd'),
    ],
    [
      'a list without sheets',
      { 'xl/workbook.xml': `<workbook xmlns="${main}"/>` },
      damaged('no-sheets', 'xl/workbook.xml'),
    ],
    [
      'two sheets with one name',
      { 'xl/workbook.xml': list('a', 'A') },
      damaged('same-sheet-name', 'xl/workbook.xml'),
    ],
    [
      'too many sheets',
      { 'xl/workbook.xml': list(...Array.from({ length: 201 }, (_, index) => `${index}`)) },
      limit('sheets'),
    ],
  ])('with %s', (_, parts, problem) => {
    expect(problemOf(xlsxOf({ sheets: [{ name: 'S', rows: [['a']] }], parts }))).toEqual(problem);
  });
});

describe('a sheet', () => {
  const row = (number: number | string, cells = '<c><v>1</v></c>') => `<row r="${number}">${cells}</row>`;

  it.each<[string, () => string, SpreadsheetProblem]>([
    ['that breaks off', () => worksheetXml(row(1)).slice(0, -20), damaged('xml', sheetPart)],
    ['of tags that do not match', () => worksheetXml('<sheetData></sheetDate>'), damaged('xml', sheetPart)],
    ['of bytes that are no UTF-8', () => worksheetXml('<a b="\u0001"/>'), damaged('xml', sheetPart)],
    [
      'with an entity that leads out',
      () => `<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>${body('<c t="str"><v>&x;</v></c>')}`,
      damaged('doctype', sheetPart),
    ],
    [
      'with a billion laughs',
      () => `<!DOCTYPE a [${laughs()}]>${body('<c t="str"><v>&x9;</v></c>')}`,
      damaged('doctype', sheetPart),
    ],
    [
      'with an entity that nothing declares',
      () => body('<c t="str"><v>&x;</v></c>'),
      damaged('xml', sheetPart),
    ],
    [
      'nested without end',
      () => `<worksheet xmlns="${main}">${'<a>'.repeat(1_000_000)}`,
      damaged('nesting', sheetPart),
    ],
    ['with a tag without end', () => `<worksheet xmlns="${main}" ${attributes()}`, damaged('xml', sheetPart)],
    [
      'with a text without end',
      () => body(`<c t="str"><v>${noise(6_000_000)}</v></c>`),
      damaged('xml', sheetPart),
    ],
    [
      'with a text in many pieces',
      () => body(`<c t="str"><v>${`${noise(1000)}<x/>`.repeat(1000)}</v></c>`),
      limit('cellCharacters', 'S'),
    ],
    [
      'with a comment without end',
      () => `<worksheet xmlns="${main}"><!--${noise(6_000_000)}`,
      damaged('xml', sheetPart),
    ],
    ['with a row below the last', () => worksheetXml(row(1_048_577)), damaged('address', sheetPart)],
    ['with a row that is none', () => worksheetXml(row('-1')), damaged('address', sheetPart)],
    ['with a row of words', () => worksheetXml(row('1e3x')), damaged('address', sheetPart)],
    ['with a cell of another row', () => body('<c r="A2"><v>1</v></c>'), damaged('address', sheetPart)],
    [
      'with a cell behind the last column',
      () => body('<c r="XFE1"><v>1</v></c>'),
      damaged('address', sheetPart),
    ],
    ['with a cell outside of a row', () => worksheetXml('<c><v>1</v></c>'), damaged('address', sheetPart)],
    [
      'with an address of words',
      () => body('<c r="constructor"><v>1</v></c>'),
      damaged('address', sheetPart),
    ],
    [
      'with one address twice',
      () => body('<c r="A1"><v>1</v></c><c r="A1"><v>2</v></c>'),
      damaged('same-address', sheetPart),
    ],
    [
      'with a shared text that is not there',
      () => body('<c t="s"><v>7</v></c>'),
      damaged('shared-string', sheetPart),
    ],
    ['with the shared text -1', () => body('<c t="s"><v>-1</v></c>'), damaged('shared-string', sheetPart)],
    [
      'with a shared text of words',
      () => body('<c t="s"><v>length</v></c>'),
      damaged('shared-string', sheetPart),
    ],
    [
      'with a long text',
      () => body(`<c t="str"><v>${'あ'.repeat(32_768)}</v></c>`),
      limit('cellCharacters', 'S'),
    ],
    ['of 16,384 columns', () => body('<c><v>1</v></c>'.repeat(16_384)), limit('columns', 'S')],
    [
      'of more rows than there may be',
      () => worksheetXml('<row><c><v>1</v></c></row>'.repeat(200_001)),
      limit('rows', 'S'),
    ],
    [
      'of merged areas that are none',
      () => worksheetXml('<mergeCells><mergeCell ref="B2:A1"/></mergeCells>'),
      damaged('address', sheetPart),
    ],
    [
      'of merged areas that lie on each other',
      () =>
        worksheetXml(
          `${'<row><c><v>1</v></c></row>'.repeat(10_000)}${'<mergeCell ref="B1:XFD1048576"/>'.repeat(100_000)}`,
        ),
      damaged('merges', sheetPart),
    ],
    [
      'of columns that are hidden again and again',
      () => worksheetXml('<col min="1" max="16384" hidden="1"/>'.repeat(20_000)),
      damaged('address', sheetPart),
    ],
  ])('%s', (_, xml, problem) => {
    expect(problemOf(withPart(sheetPart, xml()))).toEqual(problem);
  });

  it('has more merged areas than there may be', () => {
    const bytes = xlsxOf({ sheets: [{ name: 'S', rows: [['a']], merges: ['A1:A2', 'B1:B2', 'C1:C2'] }] });
    expect(problemOf(bytes, { merges: 2 })).toEqual({ code: 'limit', limit: 'merges', most: 2, sheet: 'S' });
  });

  it('has more cells than there may be, in all sheets together', () => {
    const bytes = xlsxOf({ sheets: ['1', '2'].map((name) => ({ name, rows: [[1, 2, 3]] })) });
    expect(problemOf(bytes, { cells: 5 })).toEqual({ code: 'limit', limit: 'cells', most: 5 });
    expect(problemOf(bytes, { cells: 6 })).toBeUndefined();
  });

  it('has 16,384 columns of which nothing is written, and is read', () => {
    const bytes = withPart(sheetPart, body(`${'<c s="0"/>'.repeat(16_383)}<c><v>1</v></c>`));
    expect([...(openSpreadsheet(bytes, 'a.xlsx').sheets[0]?.rows[0]?.cells.keys() ?? [])]).toEqual([16_384]);
  });
});

describe('shared texts', () => {
  it('are a million, and are read', () => {
    const items = Array.from({ length: 1_000_000 }, (_, index) => `<si><t>文字列${index}</t></si>`).join('');
    const parts = {
      'xl/sharedStrings.xml': `<sst xmlns="${main}">${items}</sst>`,
      [sheetPart]: body('<c t="s"><v>999999</v></c>'),
    };
    const { sheets } = openSpreadsheet(xlsxOf({ sheets: [{ name: 'S', rows: [] }], parts }), 'a.xlsx');
    expect(sheets[0]?.rows[0]?.cells.get(1)?.text).toBe('文字列999999');
  });

  it('are more than there may be', () => {
    const bytes = xlsxOf({ sheets: [{ name: 'S', rows: [['a', 'b', 'c']] }] });
    expect(problemOf(bytes, { sharedStrings: 2 })).toEqual({
      code: 'limit',
      limit: 'sharedStrings',
      most: 2,
    });
  });
});

it('A file may be too large to be looked at.', () => {
  expect(problemOf(plain(), { fileBytes: 10 })).toMatchObject({
    code: 'limit',
    limit: 'fileBytes',
    found: plain().length,
  });
});

it('Whatever a byte is changed to, a workbook is read or refused in words of its own.', () => {
  const original = archiveOf(
    Object.entries(xlsxParts({ sheets: [{ name: 'S', rows: [['a', 1, true]] }] })).map(([name, data]) => ({
      name,
      data: Buffer.from(data),
    })),
  );
  for (let at = 0; at < original.length; at += 1) {
    const bytes = Uint8Array.from(original);
    bytes[at] = (bytes[at] ?? 0) ^ (at % 2 === 0 ? 0xff : 1);
    problemOf(bytes);
  }
});

function damaged(
  damage: Extract<SpreadsheetProblem, { code: 'damaged' }>['damage'],
  part?: string,
): SpreadsheetProblem {
  return { code: 'damaged', damage, ...(part !== undefined && { part }) };
}

function limit(name: keyof SpreadsheetLimits, sheet?: string): SpreadsheetProblem {
  return { code: 'limit', limit: name, most: spreadsheetLimits[name], ...(sheet !== undefined && { sheet }) };
}

/** @returns why a workbook is refused; any other error than of a spreadsheet goes through */
function problemOf(
  bytes: Uint8Array,
  limits: Partial<SpreadsheetLimits> = {},
): SpreadsheetProblem | undefined {
  try {
    openSpreadsheet(bytes, '台帳.xlsx', { ...spreadsheetLimits, ...limits });
    return undefined;
  } catch (error) {
    if (error instanceof SpreadsheetError) return error.problem;
    throw error;
  }
}

function plain(): Uint8Array {
  return xlsxOf({
    sheets: [
      {
        name: 'S',
        rows: [
          ['a', 'b'],
          [1, 2],
        ],
      },
    ],
  });
}

function without(bytes: Uint8Array, from: number, to: number): Uint8Array {
  return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
}

/** Changes the checksum of the sheet, in the directory at the end. */
function changed(bytes: Uint8Array): Uint8Array {
  const copy = Buffer.from(bytes);
  const at = copy.lastIndexOf(sheetPart) - 46 + 16;
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}

function withFile(file: ArchiveFile): Uint8Array {
  return archiveOf([...filesOf(), file]);
}

function withFiles(count: number): Uint8Array {
  return archiveOf(Array.from({ length: count }, (_, index) => ({ name: `xl/${index}` })));
}

/** A workbook whose sheet is another file. */
function sheetAs(file: Partial<ArchiveFile>): Uint8Array {
  return archiveOf(
    filesOf().map((original) => (original.name === sheetPart ? { ...original, ...file } : original)),
  );
}

function filesOf(): ArchiveFile[] {
  const parts = xlsxParts({ sheets: [{ name: 'S', rows: [['a']] }] });
  return Object.entries(parts).map(([name, data]) => ({ name, data: Buffer.from(data) }));
}

function withPart(name: string, xml: string): Uint8Array {
  return zipOf({ ...xlsxParts({ sheets: [{ name: 'S', rows: [['a']] }] }), [name]: xml });
}

function body(cells: string): string {
  return `<worksheet xmlns="${main}"><sheetData><row r="1">${cells}</row></sheetData></worksheet>`;
}

function rels(type: string, target: string): Record<string, string> {
  return { 'xl/_rels/workbook.xml.rels': relationshipsXml([['rId1', type, target]]) };
}

function list(...names: readonly string[]): string {
  const sheets = names.map((name) => `<sheet name="${name}" sheetId="1" r:id="rId1"/>`).join('');
  return `<workbook xmlns="${main}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>${sheets}</sheets></workbook>`;
}

function laughs(): string {
  const entities = Array.from(
    { length: 9 },
    (_, index) => `<!ENTITY x${index + 1} "${`&x${index};`.repeat(10)}">`,
  );
  return `<!ENTITY x0 "lol">${entities.join('')}`;
}

function attributes(): string {
  return Array.from({ length: 700_000 }, (_, index) => `a${columnName(index + 1)}="${index}"`).join(' ');
}

/** Text that hardly packs, so that it is no bomb. */
function noise(length: number): string {
  return (
    deflateRawSync(Buffer.alloc(0)).toString('hex') +
    Array.from({ length: Math.ceil(length / 8) }, (_, index) =>
      ((index * 2_654_435_761) >>> 0).toString(16).padStart(8, '0'),
    ).join('')
  );
}
