import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { cityDevices, townAssets } from '../import/register/workbooks.ts';
import { sekisho } from '../support/cli.ts';
import { hasLibreOffice, savedByLibreOffice } from '../support/libreoffice.ts';
import { inFolder } from '../support/load.ts';
import { xlsxOf } from '../support/xlsx.ts';

/** What is written and read here stands in the same way in LibreOffice. `npm run verify:full -- workbooks` installs it. */
const isTried = (process.env['SEKISHO_FULL'] ?? '') !== '' && hasLibreOffice();

describe.runIf(isTried)('registers that LibreOffice saved', { timeout: 300_000 }, () => {
  it.each([
    ['a town', () => xlsxOf({ sheets: townAssets })],
    ['a city', () => xlsxOf({ sheets: cityDevices })],
  ])('%s: its workbook gives the same inventory', async (_, workbook) => {
    const original = workbook();
    const saved = savedByLibreOffice(original, 'xlsx', 'xlsx');
    expect(await inventoryOf('台帳.xlsx', saved)).toEqual(await inventoryOf('台帳.xlsx', original));
  });
});

/** @returns the files of the inventory that a register gives */
async function inventoryOf(name: string, register: Uint8Array): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  await inFolder({}, async (directory) => {
    await writeFile(path.join(directory, name), register);
    const argv = ['import', 'register', name, '--out', '台帳', '--accept-guesses'];
    expect(await sekisho(argv, { directory })).toMatchObject({ code: 0, stderr: '' });
    const folder = path.join(directory, '台帳');
    for (const file of await readdir(folder))
      files.set(file, withoutErrors(await readFile(path.join(folder, file), 'utf8')));
  });
  return files;
}

/** A formula that failed fails in another way in another program. */
function withoutErrors(text: string): string {
  return text.replaceAll(/#(?:N\/A|NAME\?)/g, '#…');
}
