import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { replaceUnseen } from '../../src/base/unseen.ts';
import { archiveOf } from '../support/archive.ts';
import { sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';
import { type XlsxSheet, xlsxParts, zipOf } from '../support/xlsx.ts';

const sheetPart = 'xl/worksheets/sheet1.xml';

/** A register of one record, of which a part is another. */
function withPart(name: string, part: string | Uint8Array): Uint8Array {
  const rows = [
    ['管理番号', '情報資産の名称', '所管課'],
    ['A-1', '住民票', '市民課'],
  ];
  return zipOf({ ...xlsxParts({ sheets: [{ name: '情報資産', rows }] }), [name]: part });
}

function sheetXml(inside: string): string {
  return `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${inside}</worksheet>`;
}

/** A container of Excel up to 2003 in which the workbook is encrypted. */
function underPassword(): Uint8Array {
  const start = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  return Buffer.concat([start, Buffer.alloc(504), Buffer.from('EncryptedPackage\0', 'utf16le')]);
}

const doctype = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>';

const registers: readonly (readonly [string, () => string | Uint8Array, string])[] = [
  ['a bomb', () => withPart(sheetPart, Buffer.alloc(100 * 1024 * 1024, ' ')), '200倍を超える'],
  [
    '16,384 columns in which something stands',
    () =>
      withPart(sheetPart, sheetXml(`<sheetData><row>${'<c><v>1</v></c>'.repeat(16_384)}</row></sheetData>`)),
    '列',
  ],
  [
    'a million shared texts that are all alike',
    () => withPart('xl/sharedStrings.xml', `<sst>${'<si><t>a</t></si>'.repeat(1_000_000)}</sst>`),
    '200倍を超える',
  ],
  ['broken XML', () => withPart(sheetPart, sheetXml('<sheetData><row>')), sheetPart],
  ['an entity that leads out', () => withPart(sheetPart, `${doctype}${sheetXml('&x;')}`), sheetPart],
  ['text under the name of a workbook', () => '管理番号,情報資産の名称\nA-1,住民票\n', 'xlsx'],
  ['a picture', () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), '画像'],
  ['a password', underPassword, 'パスワード'],
  ['nothing', () => '', '空'],
  ['half a workbook', () => withPart(sheetPart, sheetXml('')).subarray(0, 700), '壊れて'],
  ['an archive of something else', () => archiveOf([{ name: 'a.txt' }]), '圧縮ファイル'],
];

describe('a register that is made to do harm, or is none', () => {
  it.each(registers)('%s', async (_, register, told) => {
    await inFolder({}, async (directory) => {
      await writeFile(path.join(directory, '台帳.xlsx'), register());
      for (const language of ['ja', 'en']) {
        const argv = ['import', 'register', '台帳.xlsx', '--out', '出力', '--lang', language];
        const { code, stdout, stderr } = await sekisho(argv, { directory });
        expect(code).toBe(2);
        expect(stdout).toBe('');
        expect(stderr).toMatch(/^sekisho: .*台帳\.xlsx/);
        expect(stderr.trimEnd().split('\n')).toHaveLength(1);
        if (language === 'ja') expect(stderr).toContain(told);
      }
      expect(await readdir(directory)).toEqual(['台帳.xlsx']);
    });
  });
});

/** A workbook in whose texts Excel writes as `_x001B_` what XML does not take. */
function withControls(sheets: readonly XlsxSheet[]): Uint8Array {
  const parts = Object.entries(xlsxParts({ sheets })).map(([name, part]) => {
    const written = String(part).replaceAll('\u001b', '_x001B_').replaceAll('\u0007', '_x0007_');
    return [name, written] as const;
  });
  return zipOf(Object.fromEntries(parts));
}

describe('texts of a register that are commands to something', () => {
  const bell = '\u001b[31m赤\u001b[0m\u202e\u0007';
  const yaml = '要\n  - file: evil.xlsx\n    section: assets';
  const headers = [
    '__proto__',
    'constructor',
    '<<',
    '&a',
    '!!js/function',
    '*a',
    '- b',
    '"',
    '# c',
    '{d',
    bell,
  ];
  const sheets: readonly XlsxSheet[] = [
    {
      name: '情報資産\u200b',
      rows: [
        [
          '管理番号',
          '情報資産の名称',
          '暗号化',
          '個人情報\n  evil: 1',
          '保管場所',
          '情報システム',
          ...headers,
        ],
        ['A-1', `住民票${bell}`, yaml, yaml, `部屋\n  x: y${bell}`, `無い\n    id: evil${bell}`, ...headers],
        ['__proto__', '<<', '－', `不明${bell}`, '__proto__', 'constructor', ...headers],
      ],
    },
    { name: bell, rows: [['何か'], ['x']] },
  ];

  it.each(['ja', 'en'])('are texts in the files, and seen as what they are, in %s', (language) =>
    inFolder({}, async (directory) => {
      await writeFile(path.join(directory, '台帳.xlsx'), withControls(sheets));
      for (const options of [[], ['--accept-guesses'], ['--check']]) {
        const argv = ['import', 'register', '台帳.xlsx', '--out', '出力', '--lang', language, ...options];
        const { code, stdout, stderr } = await sekisho(argv, { directory });
        expect([code, stderr]).toEqual([0, '']);
        expect(replaceUnseen(stdout, () => '')).toBe(stdout);
      }
      const files = await readdir(path.join(directory, '出力'));
      for (const file of files) {
        const text = await readFile(path.join(directory, '出力', file), 'utf8');
        expect(
          replaceUnseen(text, () => ''),
          file,
        ).toBe(text);
      }
      const read = async (file: string) => parse(await readFile(path.join(directory, '出力', file), 'utf8'));
      const mapping = await read('register.mapping.yaml');
      expect(mapping.sheets.map(({ sheet }: { readonly sheet: string }) => sheet)).toEqual([
        '情報資産\u200b',
        bell,
      ]);
      const { assets } = await read('assets.yaml');
      expect(assets).toMatchObject([
        { id: 'A-1', name: `住民票${bell}`, 'x-暗号化': yaml, 'x-<<': '<<', [`x-${bell}`]: bell },
        { id: 'proto', name: '<<', 'x-constructor': 'constructor', 'x-管理番号': '__proto__' },
      ]);
      expect(Object.keys(Object.prototype)).toEqual([]);
    }),
  );
});
