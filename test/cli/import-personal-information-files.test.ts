import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';
import { type XlsxSheet, xlsxOf } from '../support/xlsx.ts';

const assets = `管理番号,情報資産の名称,所管課,機密性
A-1,住民基本台帳データ,市民課,3
A-2,固定資産課税台帳ﾌｧｲﾙ,税務課,3
A-3,介護保険システム一式,福祉課,3
`;

/** As the law's own form has it, with a column of the office's own for the assets. */
const files = `個人情報ファイル簿
個人情報ファイルの名称,行政機関等の名称,個人情報ファイルが利用に供される事務をつかさどる組織の名称,個人情報ファイルの利用目的,記録項目,記録範囲,個人情報ファイルに記録される個人情報の収集方法,"要配慮個人情報が含まれるときは、その旨",記録情報の経常的提供先,開示請求等を受理する組織の名称及び所在地,個人情報ファイルの種別,本人の数,対応する情報資産,備考
住民基本台帳ファイル,市長,市民課,居住関係の公証,"1氏名、2生年月日、3住所",本市の住民,本人の届出,無,税務署,総務課（本庁舎2階）,法第60条第2項第1号（電算処理ファイル）,"約50,000人",,
固定資産課税台帳 ファイル,市長,税務課,固定資産税の賦課,"氏名、住所",納税義務者,登記所からの通知,無,無,総務課（本庁舎2階）,電算処理ファイル,"1,000人以上",,
要介護認定ファイル,市長,福祉課,要介護認定,"氏名、心身の状況",申請者,本人の申請,含む,無,総務課（本庁舎2階）,マニュアル処理ファイル,"1,000人以上",介護保険システム一式,毎年見直し
`;

const registers = { '情報資産台帳.csv': assets, '個人情報ファイル簿.csv': files };

/** As much as is asked of a finding here. */
interface Finding {
  readonly ruleId: string;
  readonly verdict: string;
  readonly message: string;
  readonly remedy: string;
}

/** Imports registers in one run, without a mapping. */
async function imported(directory: string, files = Object.keys(registers)): Promise<string> {
  const argv = ['import', 'register', ...files, '--out', '台帳'];
  const { code, stdout, stderr } = await sekisho(argv, { directory });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
}

/** What `check` says of files that stand in no asset, and of what is wrong with the inventory itself. */
async function standingInNone(directory: string): Promise<Finding[]> {
  const { stdout } = await sekisho(['check', '台帳', '-p', 'minakami', '-f', 'json'], { directory });
  const { findings, errors }: { findings: Finding[]; errors: unknown[] } = JSON.parse(stdout);
  expect(errors).toEqual([]);
  return findings.filter(
    ({ ruleId, verdict }) =>
      ruleId === 'inventory/personal-information-file-asset' ||
      (ruleId.startsWith('inventory/') && verdict === 'fail'),
  );
}

describe('個人情報ファイル簿, imported beside a register of assets', () => {
  it('is read without a mapping, its references by the names of assets', async () => {
    await inFolder(registers, async (directory) => {
      await imported(directory);
      const mapping = await readFile(path.join(directory, '台帳/register.mapping.yaml'), 'utf8');
      expect(mapping).not.toMatch(/^ +(?:guess|answers|complete):/m);
      const written = await readFile(path.join(directory, '台帳/personalInformationFiles.yaml'), 'utf8');
      const [resident, , care] = parse(written).personalInformationFiles;
      expect(resident).toEqual({
        id: '市民課-住民基本台帳ファイル',
        name: '住民基本台帳ファイル',
        agency: '市長',
        division: '市民課',
        type: 'electronic',
        businessPurpose: '居住関係の公証',
        recordedItems: ['1氏名', '2生年月日', '3住所'],
        subjects: '本市の住民',
        quantity: '約50,000人',
        collection: '本人の届出',
        contains: [],
        recipients: '税務署',
        requestsReceivedBy: '総務課（本庁舎2階）',
      });
      expect(care).toMatchObject({
        type: 'manual',
        contains: ['sensitive-personal-information'],
        recipients: false,
        assets: ['A-3'],
        notes: '毎年見直し',
      });
    });
  });

  it('has its files that stand in no asset named with their cells, until the remedy is followed', async () => {
    await inFolder(registers, async (directory) => {
      await imported(directory);
      // The second bears the name of an asset, in other width and with a blank; the third names one.
      const [finding, ...others] = await standingInNone(directory);
      expect(others).toEqual([]);
      expect(finding).toMatchObject({
        verdict: 'unknown',
        message: expect.stringContaining('「住民基本台帳ファイル」'),
        location: { source: { file: '個人情報ファイル簿.csv', cell: 'M3' } },
      });
      const [, line = ''] = /このファイルに (assets: \[.+?\]) と/.exec(finding?.remedy ?? '') ?? [];
      expect(line).toBe('assets: [A-1]');
      const file = path.join(directory, '台帳/personalInformationFiles.yaml');
      const text = await readFile(file, 'utf8');
      const name = '    name: 住民基本台帳ファイル\n';
      await writeFile(file, text.replace(name, `${name}    ${line}\n`));
      expect(await standingInNone(directory)).toEqual([]);
      // What people wrote stays when the registers are imported again.
      expect(await imported(directory)).toContain('変更はありません');
      expect(await standingInNone(directory)).toEqual([]);
    });
  });

  it('is quiet as well once the register has an asset of that name', async () => {
    await inFolder(registers, async (directory) => {
      await imported(directory);
      expect(await standingInNone(directory)).toHaveLength(1);
      const file = path.join(directory, '情報資産台帳.csv');
      await writeFile(file, `${assets}A-4,住民基本台帳ファイル,市民課,3\n`);
      await imported(directory);
      expect(await standingInNone(directory)).toEqual([]);
    });
  });
});

/** The law's own form, as it is filled in for one file. */
const form = (name: string, [first, second]: readonly [string, string], sensitive: string): XlsxSheet => ({
  name,
  rows: [
    ['個人情報ファイル簿（単票）'],
    [],
    ['個人情報ファイルの名称', name],
    ['行政機関等の名称', '関所町長'],
    ['個人情報ファイルが利用に供される事務をつかさどる組織の名称', '福祉課'],
    ['個人情報ファイルの利用目的', '要介護認定'],
    ['記録項目', '氏名、住所'],
    ['記録範囲', '申請者'],
    ['個人情報ファイルに記録される個人情報の収集方法', '本人の申請'],
    ['要配慮個人情報が含まれるときは、その旨', sensitive],
    ['記録情報の経常的提供先', '－'],
    ['開示請求等を受理する組織の名称及び所在地', '（名称）', '総務課'],
    [undefined, '（所在地）', '関所町本町1-1'],
    [
      '個人情報ファイルの種別',
      `${first}法第60条第2項第1号（電算処理ファイル）`,
      `${second}法第60条第2項第2号（マニュアル処理ファイル）`,
    ],
    ['備　考', undefined],
  ],
  merges: ['A1:C1', 'B3:C3', 'A12:A13'],
});

describe('個人情報ファイル簿, as forms of one file each', () => {
  const sheets = [
    form('要介護認定ファイル', ['☑', '□'], '含む'),
    form('相談記録ファイル', ['□', '☑'], '含まない'),
  ];
  const forms = { '個人情報ファイル簿.xlsx': xlsxOf({ sheets }) };

  it('is read as a list is, and its cells are named where they stand', async () => {
    await inFolder(forms, async (directory) => {
      await imported(directory, Object.keys(forms));
      const written = await readFile(path.join(directory, '台帳/personalInformationFiles.yaml'), 'utf8');
      const records = parse(written).personalInformationFiles;
      expect(records[0]).toMatchObject({
        name: '要介護認定ファイル',
        division: '福祉課',
        type: 'electronic',
        contains: ['sensitive-personal-information'],
        requestsReceivedBy: '（名称） 総務課 （所在地） 関所町本町1-1',
      });
      expect(records[1]).toMatchObject({ name: '相談記録ファイル', type: 'manual', contains: [] });
      const findings = await standingInNone(directory);
      expect(findings).toMatchObject([
        { location: { source: { sheet: '要介護認定ファイル', cell: 'B3' } } },
        { location: { source: { sheet: '相談記録ファイル', cell: 'B3' } } },
      ]);
      expect(await imported(directory, Object.keys(forms))).toContain('変更はありません');
    });
  });
});
