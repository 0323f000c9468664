import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { boardFiles, cityDevices, townAssets } from '../../import/register/workbooks.ts';
import { xlsxOf } from '../../support/xlsx.ts';
import { importedRegister } from './registers.ts';

describe('a register that nobody changed', () => {
  it.each([
    ['資産.xlsx', xlsxOf({ sheets: townAssets })],
    ['機器.xlsx', xlsxOf({ sheets: cityDevices })],
    ['個人情報ファイル.csv', Buffer.from(boardFiles)],
  ])('is the very same: %s', async (name, bytes) => {
    await importedRegister(name, bytes, async ({ directory, like }) => {
      const result = await like();
      expect(result).toMatchObject({
        changed: [],
        appended: [],
        notWritten: [],
        gone: [],
        withoutColumn: [],
        newer: 0,
      });
      expect(Buffer.from(result.bytes)).toEqual(await readFile(path.join(directory, name)));
    });
  });
});

describe('values that people changed', () => {
  it('stand in their cells as their columns have them', async () => {
    await importedRegister('資産.xlsx', xlsxOf({ sheets: townAssets }), async (register) => {
      const { inventory } = register;
      console.log(JSON.stringify(inventory['assets'], null, 0));
      const [first, second, third, fourth] = inventory['assets'] ?? [];
      Object.assign(first?.['classification'] as object, { confidentiality: 2, integrity: '1' });
      Object.assign(second?.['storage'] as object, { locked: false });
      Object.assign(third ?? {}, { notes: '=要確認' });
      Object.assign(fourth?.['disposal'] as object, { date: '2026-10-01', method: 'shredding' });
      const result = await register.like();
      console.log(JSON.stringify({ ...result, bytes: undefined }, null, 1));
      await register.save();
      const again = await register.importAgain(result.bytes);
      console.log(again.stdout);
    });
  });
});
