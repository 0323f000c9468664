import { describe, expect, it } from 'vitest';
import { sekisho } from '../support/cli.ts';
import { inOffice, type Office } from '../support/office.ts';
import { type XlsxSheet, xlsxOf } from '../support/xlsx.ts';

/*
 * An auditor who has the register beside the report looks at the cell that a finding names. It has to be the one in which the fact
 * stands, or in which it would stand.
 */

const devices: XlsxSheet = {
  name: '機器台帳',
  rows: [
    ['所管課：情報政策課'],
    [
      '管理番号',
      '機器名称',
      '種別',
      'ソフトウェア',
      undefined,
      'ウイルス対策',
      undefined,
      'ログ取得',
      '設置場所',
      'バックアップ',
    ],
    [undefined, undefined, undefined, '名称', 'バージョン', '有無', '定義ファイル更新日'],
    ['X-1', '端末A', '端末', 'Windows 11', '23H2', '有', undefined, undefined, '電算室', undefined],
    ['X-2', '端末B', 'サーバ', 'RHEL', '9.2', '〃', undefined, undefined, undefined, '不明'],
  ],
  merges: [
    ...['A2:A3', 'B2:B3', 'C2:C3', 'D2:E2', 'F2:G2', 'H2:H3', 'I2:I3', 'J2:J3'],
    // The same room for both.
    'I4:I5',
  ],
};

const forms: XlsxSheet = {
  name: '個人情報ファイル簿',
  rows: [
    ['個人情報ファイル簿'],
    ['個人情報ファイルの名称', '国民健康保険資格ファイル'],
    ['個人情報ファイルが利用に供される事務をつかさどる組織の名称', '住民課'],
    ['個人情報ファイルの利用目的', '資格管理'],
    ['要配慮個人情報が含まれるときは、その旨'],
    [],
    ['個人情報ファイルの名称', '学齢簿'],
    ['個人情報ファイルが利用に供される事務をつかさどる組織の名称'],
    ['個人情報ファイルの利用目的', '就学事務'],
    ['要配慮個人情報が含まれるときは、その旨', '含まない'],
  ],
};

/** Where findings say that they are, by record and place in it, after values of the YAML were broken. */
async function cellsIn(office: Office): Promise<ReadonlyMap<string, string>> {
  const argv = ['check', '台帳', '-p', 'isesaki', '-f', 'json', '--as-of', '2026-06-01'];
  const { stdout } = await sekisho(argv, { directory: office.directory });
  const { findings } = JSON.parse(stdout) as {
    readonly findings: readonly {
      readonly record: { readonly id?: string };
      readonly location: {
        readonly pointer: string;
        readonly source?: { readonly file: string; readonly sheet: string; readonly cell: string };
      };
    }[];
  };
  return new Map(
    findings.flatMap(({ record, location: { pointer, source } }) =>
      source === undefined
        ? []
        : [[`${record.id} ${pointer.split('/').slice(3).join('/')}`, `${source.file} ${source.cell}`]],
    ),
  );
}

function inDevices(use: (office: Office) => Promise<void>): Promise<void> {
  return inOffice({ '機器.xlsx': xlsxOf({ sheets: [devices, forms] }) }, async (office) => {
    await office.imports('機器.xlsx', '--accept-guesses');
    await use(office);
  });
}

describe('the cell of a finding', () => {
  it('is the blank one that the fact is to be written in, also of a column in which nothing stands', () =>
    inDevices(async (office) => {
      const cells = await cellsIn(office);
      expect(cells.get('X-2 malware/definitions')).toBe('機器.xlsx G5');
      expect(cells.get('X-2 logs/acquired')).toBe('機器.xlsx H5');
      // No column is for these.
      expect(cells.get('X-2 monitoring')).toBe('機器.xlsx B5');
    }));

  it('is the one whose text waits for an answer', () =>
    inDevices(async (office) => {
      expect((await cellsIn(office)).get('X-2 backup/taken')).toBe('機器.xlsx J5');
    }));

  it('is that of the field, where two columns make up an item of a list', () =>
    inDevices(async (office) => {
      expect((await cellsIn(office)).get('X-1 software/0/authorised')).toBe('機器.xlsx D4');
      await office.change('台帳/systems.yaml', 'version: 23H2', 'version: [23H2]');
      await office.change('台帳/systems.yaml', 'name: RHEL', 'name: [RHEL]');
      const cells = await cellsIn(office);
      expect(cells.get('X-1 software/0/version')).toBe('機器.xlsx E4');
      expect(cells.get('X-2 software/0/name')).toBe('機器.xlsx D5');
    }));

  it('is the one of a merged cell, of 〃, and of a fact above the table', () =>
    inDevices(async (office) => {
      const text = await office.text('台帳/systems.yaml');
      const [head = '', first = '', second = ''] = text.split(/(?= {2}- id: X)/);
      const broken = second
        .replace(/facility: .*/, 'facility: [a]')
        .replace(/installed: .*/, 'installed: たぶん')
        .replace(/division: .*/, 'division: [a]');
      await office.put('台帳/systems.yaml', head + first + broken);
      const cells = await cellsIn(office);
      // An address within the merged cell, which is I4 to whoever goes there.
      expect(cells.get('X-2 facility')).toBe('機器.xlsx I5');
      expect(cells.get('X-2 malware/installed')).toBe('機器.xlsx F5');
      expect(cells.get('X-2 division')).toBe('機器.xlsx A1');
    }));

  it('stands beside its header in a form that is turned on its side, be it blank', () =>
    inDevices(async (office) => {
      const text = await office.text('台帳/personalInformationFiles.yaml');
      const broken = text
        .replace(/( {2}- id: 学齢簿)/, '$1\n    division: [a]')
        .replace(/division: "?住民課"?/, 'division: [b]')
        .replace(/(division: \[b\])/, '$1\n    contains: [何か]');
      await office.put('台帳/personalInformationFiles.yaml', broken);
      const cells = await cellsIn(office);
      expect(cells.get('学齢簿 division')).toBe('機器.xlsx B8');
      expect(cells.get('住民課-国民健康保険資格ファイル division')).toBe('機器.xlsx B3');
      expect(cells.get('住民課-国民健康保険資格ファイル contains/0')).toBe('機器.xlsx B5');
    }));

  it('is in the file of the last import, whatever that was called before', () =>
    inDevices(async (office) => {
      await office.put('機器（令和9年度）.xlsx', xlsxOf({ sheets: [devices, forms] }));
      await office.imports('機器（令和9年度）.xlsx');
      expect((await cellsIn(office)).get('X-2 logs/acquired')).toBe('機器（令和9年度）.xlsx H5');
    }));
});

describe('two columns that give one list', () => {
  const contracts = (second: string) =>
    xlsxOf({
      sheets: [
        {
          name: '委託先一覧',
          rows: [
            ['契約件名', '対象システム', '関連システム'],
            ['保守', '住基', second],
          ],
        },
        {
          name: '機器一覧',
          rows: [
            ['管理番号', '機器名称'],
            ['S-1', '住基'],
            ['S-2', '税'],
          ],
        },
      ],
    });
  const mapping = `sheets:
  - { file: 契約.xlsx, sheet: 委託先一覧, section: contracts, columns: [ { header: 契約件名, field: name }, { header: 対象システム, field: systems }, { header: 関連システム, field: systems } ] }
`;

  it('make it up from the cell of the first', () =>
    inOffice({ '契約.xlsx': contracts('税'), '台帳/register.mapping.yaml': mapping }, async (office) => {
      await office.imports('契約.xlsx', '--accept-guesses');
      expect(await office.records('contracts')).toMatchObject([{ systems: ['S-1', 'S-2'] }]);
      await office.change('台帳/contracts.yaml', '[S-1, S-2]', '{ a: b }');
      expect((await cellsIn(office)).get('保守 systems')).toBe('契約.xlsx B2');
    }));

  it('lose none of their texts where one of them names what is not known', () =>
    inOffice({ '契約.xlsx': contracts('謎'), '台帳/register.mapping.yaml': mapping }, async (office) => {
      await office.imports('契約.xlsx', '--accept-guesses');
      const [contract] = await office.records('contracts');
      const kept = JSON.stringify(contract);
      expect(contract).not.toHaveProperty('systems');
      expect(kept).toContain('住基');
      expect(kept).toContain('謎');
    }));
});
