import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { LikeResult } from '../../../src/export/like/result.ts';
import { openSpreadsheet } from '../../../src/spreadsheet/open.ts';
import { boardFiles, cityDevices, townAssets } from '../../import/register/workbooks.ts';
import { type XlsxSheet, xlsxOf } from '../../support/xlsx.ts';
import { type ImportedRegister, type Inventory, importedRegister } from './registers.ts';

/** Changes the inventory and gives the register back, which then says the same as the inventory. */
async function changed(
  name: string,
  original: readonly XlsxSheet[] | Uint8Array,
  edit: (inventory: Inventory) => void,
): Promise<LikeResult> {
  const bytes = original instanceof Uint8Array ? original : xlsxOf({ sheets: original });
  let result: LikeResult | undefined;
  await importedRegister(name, bytes, async (register) => {
    edit(register.inventory);
    result = await register.like();
    await saysTheSame(register, result);
  });
  if (result === undefined) throw new Error('nothing was imported');
  return result;
}

/** The import of what was written changes nothing of the inventory, and meets no conflict. */
async function saysTheSame(register: ImportedRegister, { bytes }: LikeResult): Promise<void> {
  await register.save();
  const { code, stdout, after } = await register.importAgain(bytes);
  expect(code, stdout).toBe(0);
  expect(after).toEqual(register.inventory);
}

/** What a section holds that the inventory does not have. */
const none: Inventory[string] = [];

function cellsOf({ changed: cells }: LikeResult): Record<string, string> {
  return Object.fromEntries(cells.map(({ cell, to }) => [cell, to]));
}

function leftOf({ notWritten }: LikeResult): string[] {
  return notWritten.map(({ id, path: at, why }) => `${id} ${at ?? ''} ${why}`);
}

/** The values under a field, to be changed. */
function within(record: Record<string, unknown> | undefined, field: string): Record<string, unknown> {
  return record?.[field] as Record<string, unknown>;
}

/** A workbook of one sheet of systems, from its headers on. */
function systems(rows: XlsxSheet['rows'], merges: readonly string[] = []): readonly XlsxSheet[] {
  return [
    {
      name: '機器一覧',
      rows: [
        ['管理番号', '機器名称', '所管課', '設置場所', '導入年月日', 'ログ保存日数', 'ログ取得', '備考'],
        ...rows,
      ],
      merges,
    },
  ];
}

const three = [
  ['K-1', '甲サーバ', '総務課', '電算室', { value: 46113, format: 'yyyy/m/d' }, 365, '○', '正'],
  ['K-2', '乙サーバ', '〃', '電算室', { value: 45748, format: 'yyyy/m/d' }, 180, '○', '副'],
  ['K-3', '丙サーバ', '〃', '電算室', { value: 45383, format: 'yyyy/m/d' }, 180, '×', '予備'],
] as const;

describe('a register of which nobody changed anything', () => {
  it.each([
    ['資産.xlsx', xlsxOf({ sheets: townAssets })],
    ['機器.xlsx', xlsxOf({ sheets: cityDevices })],
    ['個人情報ファイル.csv', Buffer.from(boardFiles)],
  ])('is the very same: %s', async (name, bytes) => {
    await importedRegister(name, bytes, async ({ directory, like }) => {
      const result = await like();
      const nothing = { changed: [], appended: [], notWritten: [], gone: [], withoutColumn: [], newer: 0 };
      expect(result).toMatchObject(nothing);
      expect(Buffer.from(result.bytes)).toEqual(await readFile(path.join(directory, name)));
    });
  });
});

describe('values that people changed', () => {
  it('stand in their cells in the convention of their columns', async () => {
    const result = await changed('資産.xlsx', townAssets, ({ assets = [] }) => {
      const [first, second, , fourth] = assets;
      Object.assign(within(first, 'classification'), { confidentiality: 2, integrity: '1' });
      within(second, 'storage')['locked'] = false;
      Object.assign(within(fourth, 'disposal'), { date: '2026-10-01', method: 'incineration' });
      Object.assign(fourth ?? {}, { notes: '=SUM(A1)', 'x-暗号化': '検討中' });
    });
    expect(cellsOf(result)).toEqual({
      ...{ E6: '機密性２', F6: '１', I7: '×', J9: 'R8.10.1', K9: '焼却', M9: '=SUM(A1)', L9: '検討中' },
    });
    expect(leftOf(result)).toEqual([]);
  });

  it('are numbers and days where those of their columns are', async () => {
    const result = await changed('機器.xlsx', systems(three), ({ systems: [first, second] = none }) => {
      Object.assign(first ?? {}, { introduced: '2026-12-24' });
      within(second, 'logs')['retentionDays'] = 730;
    });
    expect(cellsOf(result)).toEqual({ E2: '2026-12-24', F3: '730' });
    const sheet = openSpreadsheet(result.bytes, '機器.xlsx').sheets[0];
    expect(sheet?.rows[1]?.cells.get(5)?.text).toBe('2026-12-24');
  });

  it('change no row below that repeats the cell', async () => {
    const result = await changed('機器.xlsx', systems(three), ({ systems: [first] = none }) => {
      Object.assign(first ?? {}, { division: '税務課' });
    });
    expect(cellsOf(result)).toEqual({ C2: '税務課', C3: '総務課' });
    const all = await changed('機器.xlsx', systems(three), ({ systems: records = [] }) => {
      for (const record of records) record['division'] = '税務課';
    });
    expect(cellsOf(all)).toEqual({ C2: '税務課' });
  });

  it('are written into merged cells for all of their rows, or listed', async () => {
    const merged = systems(
      [three[0], ['K-2', '乙サーバ', '総務課', undefined, undefined, 180, '○', '副'], three[2]],
      ['D2:D3'],
    );
    const other = ({ facilities }: Inventory) => facilities?.push({ id: '別館', name: '別館' });
    const one = await changed('機器.xlsx', merged, (inventory) => {
      other(inventory);
      Object.assign(inventory['systems']?.[0] ?? {}, { facility: '別館', notes: '新' });
    });
    expect(cellsOf(one)).toEqual({ H2: '新' });
    expect(leftOf(one)).toEqual(['K-1 facility merged']);
    const both = await changed('機器.xlsx', merged, (inventory) => {
      other(inventory);
      for (const record of inventory['systems']?.slice(0, 2) ?? []) record['facility'] = '別館';
    });
    expect(cellsOf(both)).toEqual({ D2: '別館' });
  });

  it('take the place of formulas, which is said', async () => {
    const formula = [...three[0].slice(0, 7), { formula: 'A2&"x"', value: '計算' }];
    const result = await changed('機器.xlsx', systems([formula, three[1]]), ({ systems: [first] = none }) => {
      Object.assign(first ?? {}, { notes: '手で' });
    });
    expect(result.changed).toMatchObject([{ cell: 'H2', from: '計算', to: '手で', replacesFormula: true }]);
  });

  it('take along the cells that name a record which is called otherwise now', async () => {
    const sheets: XlsxSheet[] = [
      ...systems(three),
      {
        name: '委託先一覧',
        rows: [
          ['契約番号', '委託業務の名称', '受託者', '対象システム'],
          ['8-1', '甲の保守', '㈱ほし', '甲サーバ'],
          ['8-2', '乙の保守', '㈱ほし', '乙サーバ'],
        ],
      },
    ];
    const result = await changed('機器.xlsx', sheets, ({ systems: [first] = none }) => {
      Object.assign(first ?? {}, { name: '甲号機' });
    });
    expect(cellsOf(result)).toEqual({ B2: '甲号機', D2: '甲号機' });
  });

  it('stay in the inventory where nothing that reads back says them, or there is no column', async () => {
    const result = await changed('機器.xlsx', systems(three), ({ systems: [first, second] = none }) => {
      Object.assign(first ?? {}, { monitoring: true });
      Object.assign(second ?? {}, { 'x-手書き': 'あ', introduced: false });
    });
    expect(result.bytes).toBeDefined();
    expect(result.withoutColumn).toEqual([
      { section: 'systems', path: 'monitoring', count: 1 },
      { section: 'systems', path: 'x-手書き', count: 1 },
    ]);
  });
});

describe('records that people added or removed', () => {
  it('get rows below the table with the look of the last one, or are listed with their rows', async () => {
    const result = await changed('機器.xlsx', systems(three), (inventory) => {
      inventory['systems']?.shift();
      inventory['systems']?.push({
        id: 'K-9',
        name: '丁サーバ',
        introduced: '2026-12-01',
        logs: { acquired: true },
      });
    });
    expect(result.gone).toMatchObject([{ sheet: '機器一覧', row: 2, id: 'K-1' }]);
    expect(result.appended).toMatchObject([{ sheet: '機器一覧', row: 5, id: 'K-9' }]);
    const row = openSpreadsheet(result.bytes, '機器.xlsx').sheets[0]?.rows[4];
    expect(Array.from(row?.cells ?? [], ([column, { text }]) => [column, text])).toEqual([
      ...[
        [1, 'K-9'],
        [2, '丁サーバ'],
        [5, '2026-12-01'],
        [7, '○'],
      ],
    ]);
  });

  it('move totals and notes down that stand right below the table', async () => {
    const rowsOf = (bytes: Uint8Array) => openSpreadsheet(bytes, '資産.xlsx').sheets[1]?.rows ?? [];
    const textsOf = (rows: ReturnType<typeof rowsOf>) =>
      rows.map(({ cells }) => Array.from(cells.values(), ({ text }) => text));
    const before = textsOf(rowsOf(xlsxOf({ sheets: townAssets })));
    const result = await changed('資産.xlsx', townAssets, (inventory) => {
      inventory['assets']?.push({ id: '税-005', name: '新しい台帳' }, { id: '税-006', name: '別の台帳' });
    });
    expect(leftOf(result)).toEqual([]);
    expect(result.appended).toMatchObject([{ id: '税-005' }, { id: '税-006' }]);
    const at = (result.appended[0]?.row ?? 0) - 1;
    const after = rowsOf(result.bytes);
    const index = after.findIndex(({ number }) => number === at + 1);
    const texts = textsOf(after);
    expect(texts.slice(0, index)).toEqual(before.slice(0, index));
    expect(texts.slice(index, index + 2).map((row) => row.slice(1, 3))).toEqual([
      ['税-005', '新しい台帳'],
      ['税-006', '別の台帳'],
    ]);
    expect(texts.slice(index + 2)).toEqual(before.slice(index));
    expect(before.length).toBeGreaterThan(index);
  });

  it('are listed where what stands below cannot be moved, with what to do', async () => {
    const [guide, sheet] = townAssets as [XlsxSheet, XlsxSheet];
    const rows = [...sheet.rows, [{ value: 1, formula: 'INDIRECT("B"&6)' }]];
    const result = await changed('資産.xlsx', [guide, { ...sheet, rows }], (inventory) => {
      inventory['assets']?.push({ id: '税-005', name: '新しい台帳' });
    });
    expect(leftOf(result)).toEqual(['税-005  no-room']);
    expect(result.changed).toEqual([]);
  });

  it('are listed where an import would give their rows another id', async () => {
    const unnumbered = systems(three).map((sheet) => ({
      ...sheet,
      rows: sheet.rows.map((row) => row.slice(1)),
    }));
    const result = await changed('機器.xlsx', unnumbered, (inventory) => {
      inventory['systems']?.push({ id: 'own-id', name: '丁サーバ' }, { id: '戊サーバ', name: '戊サーバ' });
    });
    expect(leftOf(result)).toEqual(['own-id  another-record']);
    expect(result.appended).toMatchObject([{ row: 5, id: '戊サーバ' }]);
  });
});

describe('a register as text', () => {
  const cp932 = (text: string) => {
    const table: Record<string, number[]> = {
      管: [0x8a, 0xc7],
      理: [0x97, 0x9d],
      番: [0x94, 0xd4],
      号: [0x8d, 0x86],
      情: [0x8f, 0xee],
      報: [0x95, 0xf1],
      資: [0x8e, 0x91],
      産: [0x8e, 0x59],
      の: [0x82, 0xcc],
      名: [0x96, 0xbc],
      称: [0x8f, 0xcc],
      備: [0x94, 0xf5],
      考: [0x8d, 0x6c],
      甲: [0x8d, 0x62],
      乙: [0x89, 0xb3],
    };
    return Buffer.from([...text].flatMap((character) => table[character] ?? [character.charCodeAt(0)]));
  };
  const csv = '管理番号,情報資産の名称,備考\r\nA-1,甲,x\r\nA-2,"乙",y\r\n';

  it('keeps its encoding and the bytes of all other lines', async () => {
    const result = await changed('資産.csv', cp932(csv), ({ assets = [] }) => {
      Object.assign(assets[0] ?? {}, { notes: '甲,乙' });
      assets.push({ id: 'A-3', name: '甲乙' });
    });
    expect(Buffer.from(result.bytes)).toEqual(
      cp932(csv.replace('甲,x', '甲,"甲,乙"').replace('y\r\n', 'y\r\nA-3,甲乙,\r\n')),
    );
  });

  it('lists what its encoding has no characters for', async () => {
    const result = await changed('資産.csv', cp932(csv), ({ assets: [first] = none }) => {
      Object.assign(first ?? {}, { notes: '𠮷' });
    });
    expect(leftOf(result)).toEqual(['A-1 notes missing-characters']);
    expect(Buffer.from(result.bytes)).toEqual(cp932(csv));
  });
});

it('an original that is damaged is refused', async () => {
  await importedRegister('資産.xlsx', xlsxOf({ sheets: townAssets }), async (register) => {
    await register.replaceOriginal(Buffer.from('PK\u0003\u0004 nothing'));
    await expect(register.like()).rejects.toThrow('damaged');
  });
});
