import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { spreadsheetLimits } from '../../src/spreadsheet/limits.ts';
import { openArchive } from '../../src/spreadsheet/xlsx/archive.ts';
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

describe.runIf(isTried)('workbooks that sekisho writes', { timeout: 300_000 }, () => {
  it('an exported register gives the same inventory once LibreOffice has saved it', async () => {
    const written = await workbookOf(['export', 'register', town, '-p', 'minakami', '--as-of', '2026-11-20']);
    const saved = savedByLibreOffice(written, 'xlsx', 'xlsx');
    expect(await inventoryOf('台帳.xlsx', saved)).toEqual(await inventoryOf('台帳.xlsx', written));
  });

  it('an empty register keeps its drop-downs and notes', async () => {
    const written = await workbookOf(['init', '-p', 'minakami'], '--xlsx');
    const archive = openArchive(savedByLibreOffice(written, 'xlsx', 'xlsx'), spreadsheetLimits);
    const parts = archive.names.map(
      (name) => [name, Buffer.from(archive.unpack(name)).toString('utf8')] as const,
    );
    const sheets = parts.filter(([name]) => name.startsWith('xl/worksheets/sheet')).map(([, xml]) => xml);
    expect(sheets.some((xml) => xml.includes('type="list"'))).toBe(true);
    expect(parts.some(([name, xml]) => /comments/.test(name) && xml.includes('<comment '))).toBe(true);
  });

  it('each can be printed', async () => {
    const written = await workbookOf(['export', 'register', town, '-p', 'minakami', '--as-of', '2026-11-20']);
    expect(savedByLibreOffice(written, 'xlsx', 'pdf').subarray(0, 5).toString('latin1')).toBe('%PDF-');
  });
});

const town = path.resolve(import.meta.dirname, '../../examples/town');

/** @returns the workbook that a command writes */
async function workbookOf(argv: readonly string[], option = '--out'): Promise<Uint8Array> {
  let written: Uint8Array | undefined;
  await inFolder({}, async (directory) => {
    expect(await sekisho([...argv, option, '台帳.xlsx'], { directory })).toMatchObject({
      code: 0,
      stderr: '',
    });
    written = await readFile(path.join(directory, '台帳.xlsx'));
  });
  if (written === undefined) throw new Error('nothing was written');
  return written;
}

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

/** A formula that failed fails in another way in another program, and so do digests of files that tell of it. */
function withoutErrors(text: string): string {
  return text.replaceAll(/#(?:N\/A|NAME\?)|\b[0-9a-f]{64}\b/g, '#…');
}
