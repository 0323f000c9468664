import { copyFile, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { listSections } from '../../generated/records.ts';
import { isMapping, type Mapping } from '../../src/base/mapping.ts';
import { stated } from '../../src/import/register/record-value.ts';
import { loadInventory } from '../../src/inventory/load.ts';
import { openSpreadsheet } from '../../src/spreadsheet/open.ts';
import { workTree } from '../../src/tree/work-tree.ts';
import { sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';

const project = path.resolve(import.meta.dirname, '../..');

/** The records of an inventory by section and id, as its files state them. */
async function recordsAt(folder: string): Promise<ReadonlyMap<string, unknown>> {
  const { files } = await loadInventory(
    { tree: workTree, paths: [folder], without: [], evidenceFolders: [] },
    { directory: folder },
  );
  const records = new Map<string, unknown>();
  for (const { yaml } of files)
    for (const { value } of yaml.documents)
      for (const section of listSections)
        for (const record of ((value as Mapping | undefined)?.[section] ?? []) as Mapping[])
          records.set(`${section} ${record['id']}`, inCells(stated(record)));
  return records;
}

/** Levels and ports may be written as numbers or as texts, which the checker reads as the same; a cell gives texts. */
function inCells(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => inCells(item, key));
  if (isMapping(value))
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, inCells(item, name)]));
  const isEither = ['confidentiality', 'integrity', 'availability', 'ports'].includes(key);
  return isEither && typeof value === 'number' ? String(value) : value;
}

/** Exports an inventory and imports the workbook into an empty folder. */
async function roundTrip(folder: string, directory: string, ...options: string[]) {
  const exported = await sekisho(
    ['export', 'register', folder, '--out', '台帳.xlsx', '--as-of', '2026-06-01', ...options],
    { directory },
  );
  expect(exported).toMatchObject({ code: 0 });
  const imported = await sekisho(['import', 'register', '台帳.xlsx', '--out', '取込'], { directory });
  expect(imported).toMatchObject({ code: 0, stderr: '' });
  return { exported, imported, records: await recordsAt(path.join(directory, '取込')) };
}

describe('an exported register', () => {
  it.each([
    ['town', 'minakami'],
    ['city', 'isesaki'],
    ['small-town', 'minakami'],
    ['second-city', 'kumagaya'],
    ['union', 'isesaki'],
    ['first-steps', 'isesaki'],
  ])('of examples/%s is imported without a question to the same records', (example, policy) =>
    inFolder({}, async (directory) => {
      const folder = path.join(project, 'examples', example);
      const { imported, exported, records } = await roundTrip(folder, directory, '-p', policy);
      expect(
        imported.stdout.match(/.*(?:問い:|問い [1-9]|推測 [1-9]|x- に残すもの [1-9]|作成した記録).*/gu),
      ).toBeNull();
      expect(exported.stderr).not.toContain('欄に書き表せない');
      expect(Object.fromEntries(records)).toEqual(Object.fromEntries(await recordsAt(folder)));
    }),
  );
});
void [copyFile, mkdir, readdir, readFile, stat, writeFile, openSpreadsheet];
