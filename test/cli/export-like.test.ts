import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { townAssets } from '../import/register/workbooks.ts';
import { sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';
import { xlsxOf } from '../support/xlsx.ts';

const original = xlsxOf({ sheets: townAssets });

/** Imports the register of a town into a folder of its own. */
async function withTown(
  use: (directory: string, like: (...more: string[]) => ReturnType<typeof sekisho>) => Promise<void>,
) {
  await inFolder({}, async (directory) => {
    await writeFile(path.join(directory, '資産.xlsx'), original);
    await sekisho(['import', 'register', '資産.xlsx', '--out', '台帳', '--accept-guesses'], { directory });
    const argv = ['export', 'register', '台帳', '--like', '資産.xlsx', '--out', '更新.xlsx'];
    await use(directory, (...more) => sekisho([...argv, ...more], { directory }));
  });
}

async function edit(directory: string, from: string, to: string): Promise<void> {
  const file = path.join(directory, '台帳/assets.yaml');
  const text = await readFile(file, 'utf8');
  expect(text).toContain(from);
  await writeFile(file, text.replace(from, to));
}

it('gives a register back as it was where nothing changed', async () => {
  await withTown(async (directory, like) => {
    expect(await like()).toEqual({
      code: 0,
      stdout: '書き込む変更はありません。更新.xlsx は 資産.xlsx と同じ内容です\n',
      stderr: '',
    });
    expect(await readFile(path.join(directory, '更新.xlsx'))).toEqual(Buffer.from(original));
  });
});

it('tells every cell that changed and every value that could not be written, and exits with 1 for these', async () => {
  await withTown(async (directory, like) => {
    await edit(directory, '機密性３', '機密性２');
    expect(await like('--lang', 'en')).toEqual({
      code: 0,
      stdout:
        '“情報資産管理台帳” E6 (税-001): 機密性３ → 機密性２\nwritten: 更新.xlsx (cells changed: 1, rows added: 0, not written: 0)\n',
      stderr: '',
    });
    await edit(directory, 'facility: 電算室', 'facility: 税務課書庫');
    const refused = await like();
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toContain('--force');
    expect(await like('--force')).toMatchObject({
      code: 1,
      stdout:
        '「情報資産管理台帳」E6（税-001）: 機密性３ → 機密性２\n書けませんでした: 「情報資産管理台帳」H6（assets/税-001） facility「税務課書庫」: 結合されたセルや空欄で上の値を引き継ぐ列のため、ほかの行の値まで変わります。手で分けて記入してください\n更新.xlsx に書き出しました（変更 1欄、追加 0行、書けなかったもの 1件）\n',
    });
  });
});

it('writes nothing for what was never imported, another kind of file, or with options that judge', async () => {
  await withTown(async (directory, like) => {
    const other = await like('--out', '更新.csv');
    expect(other).toMatchObject({ code: 2, stdout: '' });
    expect(other.stderr).toContain('.xlsx');
    expect((await like('--as-of', '2026-04-01')).stderr).toContain('--as-of');
    await writeFile(
      path.join(directory, '別.xlsx'),
      xlsxOf({ sheets: [{ name: '別', rows: [['a', 'b']] }] }),
    );
    expect((await like('--like', '別.xlsx')).stderr).toContain('別.xlsx の表は対応表にありません');
    await writeFile(path.join(directory, '壊.xlsx'), original.subarray(0, 500));
    expect(await like('--like', '壊.xlsx')).toMatchObject({ code: 2, stdout: '' });
    const elsewhere = await sekisho(
      ['export', 'register', '空', '--like', '資産.xlsx', '--out', '更新.xlsx'],
      { directory },
    );
    expect(elsewhere).toMatchObject({ code: 2, stdout: '' });
    expect(elsewhere.stderr).toContain('register.import.json');
  });
});

it('changes nothing that stands above a table for all of its rows, and takes it for what new rows say', async () => {
  const sheet = '所管課：市民課,,\n管理番号,情報資産の名称,機密性\nA-1,住民票,3\nA-2,戸籍,3\n';
  await inFolder({ '情報資産.csv': sheet }, async (directory) => {
    const runs = (...argv: string[]) => sekisho(argv, { directory });
    expect(await runs('import', 'register', '情報資産.csv', '--out', '台帳')).toMatchObject({ code: 0 });
    await edit(
      directory,
      'division: 市民課\n    classification:\n      confidentiality: 3',
      'division: 住民課\n    classification:\n      confidentiality: "2"',
    );
    const file = path.join(directory, '台帳/assets.yaml');
    const added =
      '\n  - id: A-3\n    name: 印鑑登録\n    division: 市民課\n    classification:\n      confidentiality: "2"\n';
    await writeFile(file, (await readFile(file, 'utf8')) + added);
    const { code, stdout } = await runs(
      'export',
      'register',
      '台帳',
      '--like',
      '情報資産.csv',
      '--out',
      '新.csv',
    );
    expect(code).toBe(1);
    expect(stdout).toContain('「情報資産」A1（assets/A-1） division「住民課」: 表の上に書かれ');
    expect(await readFile(path.join(directory, '新.csv'), 'utf8')).toBe(
      sheet.replace('住民票,3', '住民票,2').concat('A-3,印鑑登録,2\n'),
    );
  });
});

it('takes the mapping from where it was at the import', async () => {
  const sheet = '管理番号,情報資産の名称,機密性\nA-1,住民票,3\n';
  await inFolder({ '情報資産.csv': sheet }, async (directory) => {
    const runs = (...argv: string[]) => sekisho(argv, { directory });
    const mapping = ['--mapping', '対応表.mapping.yaml'];
    const imported = ['import', 'register', '情報資産.csv', '--out', '台帳', ...mapping];
    expect(await runs(...imported)).toMatchObject({ code: 0 });
    await edit(directory, 'confidentiality: 3', 'confidentiality: 2');
    const like = ['export', 'register', '台帳', '--out', '新.csv'];
    const without = await runs(...like, '--like', '情報資産.csv');
    expect(without).toMatchObject({ code: 2, stdout: '' });
    const absent = await runs(...like, '--like', '情報資産.csv', '--mapping', '無.yaml');
    expect(absent).toMatchObject({ code: 2, stdout: '' });
    expect(absent.stderr).toContain('無.yaml');
    expect(await runs(...like, '--like', '情報資産.csv', ...mapping)).toMatchObject({ code: 0, stderr: '' });
    expect(await readFile(path.join(directory, '新.csv'), 'utf8')).toBe(sheet.replace(',3', ',2'));
    expect((await runs(...like, ...mapping)).stderr).toContain('--like と一緒に');
  });
});

it('writes nothing into a csv file that a spreadsheet program would compute', async () => {
  const sheet = '管理番号,情報資産の名称,備考\nA-1,住民票,－\n';
  await inFolder({ '情報資産.csv': sheet }, async (directory) => {
    const runs = (...argv: string[]) => sekisho(argv, { directory });
    await runs(
      'import',
      'register',
      '情報資産.csv',
      '--out',
      '台帳',
      '--section',
      'assets',
      '--accept-guesses',
    );
    await edit(directory, 'name: 住民票', `name: "=cmd|'/c calc'!A0"`);
    const like = ['export', 'register', '台帳', '--out', '新.csv', '--like', '情報資産.csv'];
    const { code, stdout, stderr } = await runs(...like);
    expect(code).toBe(1);
    expect(`${stdout}${stderr}`).toContain('数式として計算');
    expect(await readFile(path.join(directory, '新.csv'), 'utf8')).toBe(sheet);
  });
});
