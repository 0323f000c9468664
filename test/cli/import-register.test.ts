import { chmod, symlink } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { boardFiles, cityDevices, townAssets } from '../import/register/workbooks.ts';
import { sekisho } from '../support/cli.ts';
import { inOffice } from '../support/office.ts';
import { xlsxOf } from '../support/xlsx.ts';

const header = '管理番号,情報資産の名称,所管課,備考,保管場所,機密性,廃棄年月日';
const resident = 'A-1,住民票,市民課,毎月更新,電算室,機密性3,';
const tax = 'A-2,税台帳,税務課,毎年更新,書庫,機密性2,R8.3.31';
const register = `${header}\n${resident}\n${tax}\n`;

/** The counts of cells that an import tells, by their words. */
function countsOf(stdout: string): { all: number; parts: Record<string, number> }[] {
  return [...stdout.matchAll(/ {2}欄 (\d+): (.*)/g)].map(([, all, parts = '']) => ({
    all: Number(all),
    parts: Object.fromEntries(
      parts.split('、').map((part) => [part.replace(/ \d+$/, ''), Number(/\d+$/.exec(part)?.[0])]),
    ),
  }));
}

describe('the registers of three offices', () => {
  it('a town: titles, headers of two rows, 同上, merged, hidden and crossed out cells, a formula that failed', async () => {
    await inOffice({ '台帳R8.xlsx': xlsxOf({ sheets: townAssets }) }, async (office) => {
      const { stdout } = await office.imports('台帳R8.xlsx');
      expect(
        await office.text('台帳/assets.yaml'),
      ).toBe(`# sekisho import register が台帳（Excel等）から作成した assets です。
# 書き足した項目やコメントは、取り込み直しても残ります。台帳で変えた欄だけが変わります。

assets:
  - id: 税-001
    name: 固定資産課税台帳
    division: 税務課
    classification:
      confidentiality: 機密性３
      integrity: ２
    storage:
      locked: true
    notes: 年１回更新
    x-保管場所: 電算室
    x-暗号化: 要
    x-個人情報の有無: ○

  - id: 税-002
    name: 滞納整理票
    division: 税務課
    classification:
      confidentiality: 機密性３
      integrity: ２
    storage:
      locked: true
    x-保管場所: 電算室
    x-暗号化: －
    x-個人情報の有無: ○

  - id: 税-003
    name: 申告書綴り
    division: 税務課
    classification:
      confidentiality: 機密性２
      integrity: １
    storage:
      locked: false
    disposal:
      method: dissolution
      date: "2026-03-31"
    x-個人情報の有無: 有（要配慮）
    x-保管場所: 税務課書庫
    x-暗号化: －
    x-備考: "#N/A"

  - id: 税-004
    name: ｺﾞﾙﾌ場利用税台帳
    division: 税務課
    classification:
      confidentiality: 機密性１
      integrity: １
    contains: []
    storage:
      locked: true
    disposal:
      method: shredding
      date: R8.3.31
    notes: "A: \\"b\\" #c\\n- d"
    x-保管場所: 税務課書庫
    x-暗号化: －
`);
      expect(countsOf(stdout)).toEqual([
        {
          all: 52,
          parts: {
            項目へ: 29,
            'x- へ': 8,
            問い: 3,
            '対象外・未記入': 0,
            '同上・結合': 3,
            行番号: 4,
            空欄: 5,
          },
        },
      ]);
      for (const told of [
        '記入要領」: 取り込みません',
        '10行目（合計）、11行目（注記）',
        '非表示の行も取り込みました: 9',
        '非表示の列も取り込みました: 備考',
        '): C8',
        '): M8',
      ])
        expect(stdout.replaceAll('）: ', '): ')).toContain(told);
    });
  });

  it('a city: two sheets that refer to each other, from which rooms and networks are made', async () => {
    await inOffice({ '機器.xlsx': xlsxOf({ sheets: cityDevices }) }, async (office) => {
      const { stdout } = await office.imports('機器.xlsx');
      const common = { segments: ['LGWAN接続系'], facility: '税務課', software: [{ name: 'Windows 11' }] };
      expect(await office.records('systems')).toEqual([
        {
          id: '住民情報システムサーバ',
          name: '住民情報システムサーバ',
          segments: ['マイナンバー利用事務系'],
          addresses: ['10.1.2.3'],
          facility: '本庁電算室',
          malware: { installed: true },
          software: [{ name: 'Windows Server 2022' }],
          'x-機器番号': 'SV-01',
          'x-種別': 'サーバ',
          'x-OS／サポート終了': '2031-10-14',
          'x-リース満了日': '令和１０年３月３１日',
        },
        {
          ...common,
          id: '税務課端末',
          name: '税務課端末',
          addresses: ['10.2.0.5', '10.2.0.6'],
          malware: { installed: true },
          'x-機器番号': 'PC-01',
          'x-種別': 'ノートPC',
          'x-リース満了日': '－',
        },
        {
          ...common,
          id: '税務課端末-2',
          name: '税務課端末',
          malware: { installed: false },
          'x-機器番号': 'PC-02',
          'x-種別': 'ノートPC',
          'x-IPアドレス': 'DHCP',
          'x-リース満了日': 'リース外',
        },
      ]);
      expect(await office.records('contracts')).toMatchObject([
        {
          id: '情報政策課-住民情報システム保守',
          contractor: '㈱Ａ社',
          period: { starts: 'R8.4.1', ends: 'R9.3.31' },
          terms: { confidentiality: true },
          'x-対象システム': '住民情報システム',
          'x-再委託の可否': '原則禁止',
        },
        {
          id: '税務課-帳票印刷',
          contractor: '（株）Ｂ印刷',
          period: { starts: '2026-04-01', ends: '2027-03-31' },
          'x-対象システム': '該当なし',
          'x-再委託の可否': '可',
        },
      ]);
      expect(await office.records('segments')).toEqual([
        { id: 'マイナンバー利用事務系', name: 'マイナンバー利用事務系', layer: 'mynumber' },
        { id: 'LGWAN接続系', name: 'LGWAN接続系', layer: 'lgwan' },
      ]);
      for (const { all, parts } of countsOf(stdout))
        expect(Object.values(parts).reduce((sum, count) => sum + count)).toBe(all);
      expect(countsOf(stdout).map(({ all }) => all)).toEqual([33, 16]);
      // Nothing is made twice, and a guess about a name is taken once it is confirmed.
      expect((await office.imports('機器.xlsx')).stdout).toContain('変更はありません');
      await office.change(
        '台帳/register.mapping.yaml',
        'guess: 住民情報システムサーバ',
        'id: 住民情報システムサーバ',
      );
      await office.imports('機器.xlsx');
      expect((await office.records('contracts'))[0]).toMatchObject({ systems: ['住民情報システムサーバ'] });
      expect((await office.records('contracts'))[0]).not.toHaveProperty('x-対象システム');
    });
  });

  it('a board: text with a list of files, numbers twice, line feeds and what looks like a formula', async () => {
    await inOffice({ '個人情報ファイル簿.csv': boardFiles }, async (office) => {
      await office.imports('個人情報ファイル簿.csv');
      expect(await office.records('personalInformationFiles')).toEqual([
        {
          id: 'K-1',
          name: '学齢簿',
          division: '学校教育課',
          contains: [],
          notes: '改行\nあり',
          'x-機密性': '３',
          'x-媒体': '電子・紙',
          'x-保存期間': '永年',
        },
        {
          id: '学校教育課-就学援助台帳',
          name: '就学援助台帳',
          division: '学校教育課',
          contains: ['my-number'],
          notes: '=SUM(A1)',
          'x-機密性': '3',
          'x-媒体': '電子',
          'x-保存期間': '５年',
          'x-管理番号': 'K-2',
        },
        {
          id: '学校教育課-要保護児童名簿',
          name: '要保護児童名簿',
          division: '学校教育課',
          'x-機密性': '３',
          'x-個人番号の有無': '不明',
          'x-媒体': '紙',
          'x-保存期間': '５年',
          'x-管理番号': 'K-2',
        },
      ]);
    });
  });

  it('a board: its list of files taken for the assets, where it has no other register', async () => {
    await inOffice({ '個人情報ファイル簿.csv': boardFiles }, async (office) => {
      await office.imports('個人情報ファイル簿.csv', '--section', 'assets');
      expect(await office.records('assets')).toEqual([
        // That it holds no My Number does not say that it holds no personal information.
        {
          id: 'K-1',
          name: '学齢簿',
          division: '学校教育課',
          classification: { confidentiality: '３' },
          retention: '永年',
          notes: '改行\nあり',
          'x-個人番号の有無': '無',
          'x-媒体': '電子・紙',
        },
        {
          id: '学校教育課-就学援助台帳',
          name: '就学援助台帳',
          division: '学校教育課',
          classification: { confidentiality: 3 },
          contains: ['my-number'],
          retention: '５年',
          notes: '=SUM(A1)',
          'x-媒体': '電子',
          'x-管理番号': 'K-2',
        },
        {
          id: '学校教育課-要保護児童名簿',
          name: '要保護児童名簿',
          division: '学校教育課',
          classification: { confidentiality: '３' },
          retention: '５年',
          'x-個人番号の有無': '不明',
          'x-媒体': '紙',
          'x-管理番号': 'K-2',
        },
      ]);
    });
  });

  it('each makes an inventory that checks without an error', async () => {
    const files = {
      '台帳R8.xlsx': xlsxOf({ sheets: townAssets }),
      '機器.xlsx': xlsxOf({ sheets: cityDevices }),
      '個人情報ファイル簿.csv': boardFiles,
    };
    await inOffice(files, async (office) => {
      for (const name of Object.keys(files)) await office.imports(name, '--accept-guesses');
      const { directory } = office;
      const checked = await sekisho(['check', '台帳', '-p', 'minakami', '-f', 'json'], { directory });
      const report = JSON.parse(checked.stdout);
      expect(report.errors).toEqual([]);
      expect(JSON.stringify(report)).not.toContain('register.mapping');
      expect(
        report.findings.filter(({ ruleId }: { ruleId: string }) => ruleId === 'inventory/reference'),
      ).toEqual([]);
      expect((await office.imports(...Object.keys(files), '--check')).code).toBe(0);
    });
  });
});

describe('what a sheet says above its table', () => {
  const sheet = (division: string) =>
    `情報資産管理台帳,,\n所管課：${division}　作成日：R8.4.1,,\n管理番号,情報資産の名称,機密性\nA-1,住民票,3\nA-2,戸籍,3\n`;

  it('counts for each of its rows, and is named by its own cell', async () => {
    await inOffice({ '情報資産.csv': sheet('市民課') }, async (office) => {
      await office.imports('情報資産.csv');
      const records = await office.records('assets');
      expect(records.map(({ id, division }) => [id, division])).toEqual([
        ['A-1', '市民課'],
        ['A-2', '市民課'],
      ]);
      // When it was made says nothing of the records.
      expect(await office.text('台帳/assets.yaml')).not.toContain('作成日');
      const state = JSON.parse(await office.text('台帳/register.import.json'));
      expect(state.records[1].cells).toMatchObject({ division: 'A2', name: 'B5' });
    });
  });

  it('changes all of its rows where it changes', async () => {
    await inOffice({ '情報資産.csv': sheet('市民課') }, async (office) => {
      await office.imports('情報資産.csv');
      await office.put('情報資産.csv', sheet('住民課'));
      await office.imports('情報資産.csv');
      const records = await office.records('assets');
      expect(records.map(({ division }) => division)).toEqual(['住民課', '住民課']);
    });
  });

  it('gives way to a column for the same', async () => {
    await inOffice({ '情報資産.csv': `所管課：総務部\n${register}` }, async (office) => {
      await office.imports('情報資産.csv');
      const records = await office.records('assets');
      expect(records.map(({ division }) => division)).toEqual(['市民課', '税務課']);
    });
  });
});

describe('a list of permitted communication', () => {
  it('has no names: its records are called by their ends, and come back under the same ids', async () => {
    const list = (rows: string) => `番号,送信元,宛先,プロトコル,ポート,用途\n${rows}`;
    const first = '1,LGWAN端末,住民情報,TCP,443,住基照会\n';
    await inOffice({ '通信許可一覧.csv': list(first) }, async (office) => {
      await office.imports('通信許可一覧.csv');
      const named = ({ id, name, purpose }: Record<string, unknown>) => [id, name, purpose];
      expect((await office.records('connections')).map(named)).toEqual([
        ['LGWAN端末-住民情報-TCP443', 'LGWAN端末→住民情報（TCP 443）', '住基照会'],
      ]);
      await office.put(
        '通信許可一覧.csv',
        list(`1,LGWAN端末,外部,TCP,53,名前解決\n${first.replace('1', '2')}`),
      );
      await office.imports('通信許可一覧.csv');
      const ids = (await office.records('connections')).map(({ id }) => id);
      expect(ids).toContain('LGWAN端末-住民情報-TCP443');
      expect(ids).toHaveLength(2);
    });
  });
});

describe('guesses and questions', () => {
  it('are not imported until somebody confirms them, and what people wrote in the mapping stays', async () => {
    await inOffice({ '台帳R8.xlsx': xlsxOf({ sheets: townAssets }) }, async (office) => {
      await office.imports('台帳R8.xlsx');
      const mapping = '台帳/register.mapping.yaml';
      await office.change(
        mapping,
        'guess: facility # 推測。正しければ guess を field に書き換える',
        'field: facility # 総務課に確認済み',
      );
      await office.change(mapping, '有（要配慮）:', '有（要配慮）: true');
      await office.change(mapping, 'complete: []', 'complete: [contains]');
      await office.imports('台帳R8.xlsx');
      expect(await office.text(mapping)).toContain('field: facility # 総務課に確認済み');
      const [, , third] = await office.records('assets');
      expect(third).toMatchObject({ facility: '税務課書庫', contains: ['personal-information'] });
      expect((await office.records('facilities')).map(({ id }) => id)).toEqual(['電算室', '税務課書庫']);
      expect((await office.imports('台帳R8.xlsx', '--check')).stdout).toContain('変更はありません');
    });
  });

  it('are all taken with --accept-guesses, but for an unclear word, which stays a question', async () => {
    await inOffice({ '台帳R8.xlsx': xlsxOf({ sheets: townAssets }) }, async (office) => {
      await office.imports('台帳R8.xlsx', '--accept-guesses');
      const mapping = await office.text('台帳/register.mapping.yaml');
      expect(mapping).not.toMatch(/^ +guess:/m);
      expect(mapping).toMatch(/ 要: # L6/);
      expect((await office.records('assets'))[0]).toMatchObject({ facility: '電算室', 'x-暗号化': '要' });
      expect((await office.imports('台帳R8.xlsx', '--check')).stdout).toContain('変更はありません');
    });
  });

  it('a table of which nothing tells what its rows are is asked about and not passed over', async () => {
    await inOffice(
      { '一覧.csv': '名称,担当,備考\n住民票,市民課,毎月\n税台帳,税務課,毎年\n' },
      async (office) => {
        expect((await office.imports('一覧.csv')).stdout).toMatch(/section に/);
        expect(await office.text('台帳/register.mapping.yaml')).not.toContain('ignored: true');
        await office.imports('一覧.csv', '--section', 'assets', '--accept-guesses');
        expect(await office.records('assets')).toHaveLength(2);
      },
    );
  });
});

describe('a second import', () => {
  it('writes not a byte where nothing changed, whatever people added and however lines end', async () => {
    await inOffice({ '資産.csv': register }, async (office) => {
      await office.imports('資産.csv', '--accept-guesses');
      await office.change(
        '台帳/assets.yaml',
        '    name: 住民票',
        '    name: 住民票 # 正本\n    owner-note: あ\n    x-メモ: い',
      );
      for (const name of ['台帳/assets.yaml', '台帳/register.mapping.yaml', '台帳/facilities.yaml'])
        await office.put(name, `\uFEFF${(await office.text(name)).replaceAll('\n', '\r\n')}`);
      const before = await office.files();
      expect((await office.imports('資産.csv')).stdout).toContain('変更はありません');
      expect(await office.files()).toEqual(before);
    });
  });

  it('changes the changed value alone, and no id for a row that is inserted above', async () => {
    await inOffice({ '資産.csv': register }, async (office) => {
      await office.imports('資産.csv', '--accept-guesses');
      await office.change('台帳/assets.yaml', 'notes: 毎月更新', 'notes: 毎月更新 # 要確認');
      const before = await office.text('台帳/assets.yaml');
      await office.put(
        '資産.csv',
        `${header}\nA-0,戸籍,市民課,毎日,書庫,機密性3,\n${resident.replace('毎月更新', '毎週更新')}\n${tax}\n`,
      );
      await office.refuses(1, '資産.csv', '--check');
      await office.imports('資産.csv');
      const after = await office.text('台帳/assets.yaml');
      expect(after.startsWith(before.replace('毎月更新', '毎週更新').trimEnd())).toBe(true);
      expect((await office.records('assets')).map(({ id }) => id)).toEqual(['A-1', 'A-2', 'A-0']);
      await office.imports('資産.csv', '--check');
    });
  });

  it('lists what is gone, and removes it with --prune alone', async () => {
    await inOffice({ '資産.csv': register }, async (office) => {
      await office.imports('資産.csv');
      await office.put('資産.csv', `${header}\n${resident}\n`);
      expect((await office.imports('資産.csv')).stdout).toContain('「A-2」は表から消えています');
      expect(await office.records('assets')).toHaveLength(2);
      await office.imports('資産.csv', '--prune');
      expect((await office.records('assets')).map(({ id }) => id)).toEqual(['A-1']);
    });
  });

  it('writes nothing where both sides changed, and names both places', async () => {
    await inOffice({ '資産.csv': register }, async (office) => {
      await office.imports('資産.csv');
      await office.change('台帳/assets.yaml', '毎月更新', '手で改めた');
      await office.change('資産.csv', '毎月更新', '表で改めた');
      const { stdout } = await office.refuses(1, '資産.csv');
      expect(stdout).toMatch(/台帳\/assets\.yaml:\d+:\d+: .*資産\.csv 資産!D2/);
    });
  });

  it('with --dry-run or --check writes nothing, and no folder', async () => {
    await inOffice({ '資産.csv': register }, async (office) => {
      await office.refuses(0, '資産.csv', '--dry-run');
      await office.refuses(1, '資産.csv', '--check');
    });
  });

  it('of a YAML that it did not write is refused without --adopt', async () => {
    await inOffice(
      { '資産.csv': register, '台帳/assets.yaml': 'assets:\n  - id: A-1\n    name: 住民票\n' },
      async (office) => {
        expect((await office.refuses(2, '資産.csv')).stderr).toContain('--adopt');
        await office.imports('資産.csv', '--adopt');
        expect((await office.records('assets')).map(({ id }) => id)).toEqual(['A-1', 'A-2']);
      },
    );
  });

  it('of a register under the name of the next year goes on with its records', async () => {
    for (const [first, next] of [
      ['台帳R8.xlsx', '台帳R9.xlsx'],
      ['資産R8.csv', '資産R9.csv'],
    ] as const) {
      const sheets = [
        {
          name: '資産台帳',
          rows: register
            .trim()
            .split('\n')
            .map((row) => row.split(',')),
        },
      ];
      const bytes = first.endsWith('csv') ? register : xlsxOf({ sheets });
      await inOffice({ [first]: bytes, [next]: bytes }, async (office) => {
        await office.imports(first, '--accept-guesses');
        const before = await office.text('台帳/assets.yaml');
        expect((await office.imports(next)).stdout).toContain('変更 0項目');
        expect(await office.text('台帳/assets.yaml')).toBe(before);
        expect(await office.text('台帳/register.mapping.yaml')).not.toContain(first);
        expect(await office.text('台帳/register.import.json')).not.toContain(first);
      });
    }
  });

  it('of the same form from another division touches nothing of the first', async () => {
    const other = register
      .replaceAll('市民課', '福祉課')
      .replaceAll('税務課', '福祉課')
      .replace('住民票', '手当')
      .replace('税台帳', '給付');
    await inOffice({ '市民.csv': register, '福祉.csv': other }, async (office) => {
      await office.imports('市民.csv', '--accept-guesses');
      const before = await office.text('台帳/assets.yaml');
      const { stdout } = await office.imports('福祉.csv', '--accept-guesses', '--prune');
      expect(stdout).toContain('追加 2件、変更 0項目、削除 0件');
      expect((await office.text('台帳/assets.yaml')).startsWith(before.trimEnd())).toBe(true);
      expect((await office.records('assets')).map(({ id, ...rest }) => [id, rest['x-管理番号']])).toEqual([
        ['A-1', undefined],
        ['A-2', undefined],
        ['福祉課-手当', 'A-1'],
        ['福祉課-給付', 'A-2'],
      ]);
      // What both have records in stays when the one no longer has.
      await office.put('市民.csv', `${header}\n${resident}\n`);
      await office.imports('市民.csv', '--prune');
      expect((await office.records('facilities')).map(({ id }) => id)).toEqual(['電算室', '書庫']);
      await office.imports('市民.csv', '福祉.csv');
      await office.imports('市民.csv', '福祉.csv', '--check');
    });
  });

  it('stops at a column that is gone, says what to do, and loses nothing once that is done', async () => {
    await inOffice({ '資産.csv': register }, async (office) => {
      await office.imports('資産.csv');
      const before = await office.text('台帳/assets.yaml');
      await office.change('資産.csv', '備考', '摘要');
      const { stdout } = await office.refuses(1, '資産.csv');
      expect(stdout).toContain('列「備考」がありません。見出しを変えたのなら対応表の header を直し');
      await office.change('台帳/register.mapping.yaml', 'header: 備考', 'header: 摘要');
      await office.imports('資産.csv');
      expect(await office.text('台帳/assets.yaml')).toBe(before);
      await office.put('資産.csv', register.replace('備考,', '').replaceAll(/毎.更新,/g, ''));
      await office.refuses(1, '資産.csv');
      await office.change(
        '台帳/register.mapping.yaml',
        'header: 摘要',
        'header: 摘要\n        removed: true',
      );
      await office.imports('資産.csv');
      expect(await office.text('台帳/assets.yaml')).toBe(before.replaceAll(/ {4}notes: .*\n/g, ''));
    });
  });
});

describe('what stands in the way', () => {
  const sheet = (rest: string) =>
    `sheets:\n  - file: 資産.csv\n    sheet: 資産\n    section: assets\n${rest}`;
  const column = (field: string) => sheet(`    columns:\n      - header: 備考\n        field: ${field}\n`);

  it.each([
    ['an unknown section', ['資産.csv', '--section', 'asset'], '「asset」という区分はありません'],
    [
      'an unknown sheet',
      ['資産.csv', '--sheet', '資産2'],
      'というシートはありません。あるのは 「資産」 です',
    ],
    ['no such file', ['無い.csv'], 'ENOENT'],
    ['a folder', ['.'], 'EISDIR'],
    ['two files of one name', ['資産.csv', './資産.csv'], '同じ名前のファイルが2つあります'],
    ['two files of one name to Windows', ['資産.csv', '資産.CSV'], '同じ名前のファイルが2つあります'],
    ['an unknown option', ['資産.csv', '--sheets', 'a'], '--sheets'],
  ])('%s', async (_, argv, told) => {
    await inOffice({ '資産.csv': register }, async (office) => {
      expect((await office.refuses(2, ...argv)).stderr).toContain(told);
    });
  });

  it.each([
    [
      'no field',
      column('notez'),
      ':7:16: assets に、欄から取り込める項目「notez」はありません。notes ではありませんか',
    ],
    ['a prototype', column('__proto__'), '項目「__proto__」はありません'],
    ['what every object has', column('constructor'), '項目「constructor」はありません'],
    ['a number', column('3'), '項目「3」はありません'],
    ['a mapping of fields', column('classification'), '項目「classification」はありません'],
    ['nothing after x-', column('x-'), '項目「x-」はありません'],
    ['one of several', column('[notes, nosuch]'), '項目「nosuch」はありません'],
    [
      'a field of two columns',
      `${column('name')}      - header: 名\n        field: name\n`,
      ':9:16: name には 7行目の列も当てられています',
    ],
    ['an unknown list', sheet('    complete: [contain]\n'), 'contains ではありませんか'],
    [
      'a sheet twice',
      `${sheet('')}  - file: 資産.csv\n    sheet: 資産\n    ignored: true\n`,
      'シート「資産」は 3行目にもあります',
    ],
    ['posts', sheet('').replace('assets', 'roles'), 'roles は台帳の行から取り込める区分ではありません'],
    ['another type', 'sheets: 3\n', 'm.yaml:1:'],
    ['no mapping', '- 1\n', 'm.yaml:1:1'],
    ['no YAML', 'sheets: [\n', 'm.yaml:1:9'],
  ])('a mapping with %s', async (_, mapping, told) => {
    await inOffice({ '資産.csv': register, 'm.yaml': mapping }, async (office) => {
      const { stderr } = await office.refuses(2, '資産.csv', '--mapping', 'm.yaml');
      expect(stderr).toContain(told);
      expect(stderr).not.toMatch(/\n +at /);
    });
  });

  it.each(['', '{', '[]', '{"version":2,"records":[]}', '{"version":1,"records":[\n{}\n]}', '<<<<<<< a\n'])(
    'a damaged record of the last import: %j',
    async (state) => {
      await inOffice({ '資産.csv': register, '台帳/register.import.json': state }, async (office) => {
        expect((await office.refuses(2, '資産.csv')).stderr).toContain('台帳/register.import.json:');
      });
    },
  );

  it('files in another encoding, or broken, beside which nothing can be written', async () => {
    const cp932 = Buffer.from(
      '6173736574733a0a20202d2069643a20412d310a202020206e616d653a208f5a96af95740a',
      'hex',
    );
    for (const name of ['assets.yaml', 'ほか.yaml', 'register.mapping.yaml'])
      for (const bytes of [cp932, Buffer.from('assets: [\n')])
        await inOffice({ '資産.csv': register, [`台帳/${name}`]: bytes }, async (office) => {
          expect((await office.refuses(2, '資産.csv', '--adopt')).stderr).toMatch(
            new RegExp(`台帳/${name}:\\d`),
          );
        });
  });

  it('a record of the same id in a file of another name', async () => {
    await inOffice(
      {
        '資産.csv': register,
        '台帳/税.yaml': 'assets:\n  - id: A-2\n    name: 税台帳\nfacilities:\n  - id: R1\n    name: 電算室\n',
      },
      async (office) => {
        expect((await office.refuses(2, '資産.csv')).stderr).toContain(
          '台帳/税.yaml:2:5: id「A-2」の記録が既にここにあります',
        );
        await office.change('台帳/税.yaml', '  - id: A-2\n    name: 税台帳', '  - id: A-3\n    name: 税台帳');
        await office.imports('資産.csv', '--accept-guesses');
        expect((await office.records('assets')).map(({ facility }) => facility)).toEqual(['R1', '書庫']);
      },
    );
  });

  it('links, a file in the place of the folder, and one that is write-protected', async () => {
    await inOffice(
      { '資産.csv': register, '秘密.yaml': 'sekisho: 1\n# 秘密\n', 台帳: 'x' },
      async (office) => {
        expect((await office.refuses(2, '資産.csv')).stderr).toContain('台帳');
      },
    );
    await inOffice(
      { '資産.csv': register, '秘密.yaml': 'sekisho: 1\n# 秘密\n', '台帳/a.txt': '' },
      async (office) => {
        await symlink(
          path.join(office.directory, '秘密.yaml'),
          path.join(office.directory, '台帳/register.mapping.yaml'),
        );
        expect((await office.refuses(2, '資産.csv')).stderr).toContain('リンクなので、書き込みません');
      },
    );
    if (process.getuid?.() === 0) return;
    await inOffice({ '資産.csv': register, '台帳/a.txt': '' }, async (office) => {
      await chmod(path.join(office.directory, '台帳'), 0o555);
      expect((await office.refuses(2, '資産.csv')).stderr).toContain('EACCES');
      await chmod(path.join(office.directory, '台帳'), 0o755);
    });
  });

  it.each<[string, string, Uint8Array | string]>([
    ['an empty file', 'a.xlsx', ''],
    ['text that is named a workbook', 'a.xlsx', register],
    [
      'a document under a password',
      'a.xlsx',
      Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.alloc(504),
        Buffer.from('EncryptedPackage\0', 'utf16le'),
      ]),
    ],
    ['half a workbook', 'a.xlsx', xlsxOf({ sheets: townAssets }).subarray(0, 900)],
    ['a picture', 'a.csv', Buffer.from('89504e470d0a1a0a0000000d', 'hex')],
    [
      'an entity that leads out',
      'a.xlsx',
      xlsxOf({
        sheets: [{ name: 'S', rows: [['a']] }],
        parts: {
          'xl/worksheets/sheet1.xml': '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><worksheet/>',
        },
      }),
    ],
  ])('%s as a register', async (_, name, bytes) => {
    await inOffice({ [name]: bytes }, async (office) => {
      const { stdout, stderr } = await office.refuses(2, name);
      expect(stdout).toBe('');
      expect(stderr.trimEnd().split('\n')).toHaveLength(1);
      expect(stderr).toContain(`${name}: `);
    });
  });
});

describe('names that mean something elsewhere', () => {
  it('are kept as headers, and a formula is a text', async () => {
    const headers = [
      '__proto__',
      'constructor',
      'x-',
      'prototype',
      'A.__proto__.b',
      '"a: b # {c}"',
      '"長\n見出し"',
      'あ'.repeat(39),
    ];
    const values = ['甲', '乙', '丙', '丁', '戊', `=cmd|'/c calc'!A1`, '己', '庚'];
    const text = `管理番号,情報資産の名称,所管課,機密性,${headers}\nA-1,__proto__,市民課,機密性3,${values}\nA-2,constructor,税務課,機密性3,${values}\n`;
    await inOffice({ '資産.csv': text }, async (office) => {
      await office.imports('資産.csv');
      expect((await office.records('assets')).map(({ name }) => name)).toEqual(['__proto__', 'constructor']);
      for (const record of await office.records('assets'))
        expect(
          Object.entries(record)
            .filter(([key]) => key.startsWith('x-'))
            .map(([, value]) => value)
            .sort(),
        ).toEqual([...values].sort());
      await office.imports('資産.csv', '--check');
    });
  });

  it('are kept as names of sheets, and a header of a whole page gives a key that can be read again', async () => {
    const rows = [
      ['管理番号', '情報資産の名称', '所管課', '機密性', '長'.repeat(6000), '備考', '備考'],
      ['A-1', '住民票', '市民課', '機密性3', '一', '二', '三'],
      ['A-2', '税', '税務課', '機密性2', '四', '五', '六'],
    ];
    const names = ["資産: #1 '甲'", '- 資産 {2}', '2026'];
    await inOffice(
      {
        '資産.xlsx': xlsxOf({
          sheets: names.map((name, at) => ({
            name,
            rows: rows.map((cells, row) => (row === 0 ? cells : [`${at}${cells[0]}`, ...cells.slice(1)])),
          })),
        }),
      },
      async (office) => {
        await office.imports('資産.xlsx', '--accept-guesses');
        await office.imports('資産.xlsx', '--accept-guesses');
        await office.imports('資産.xlsx', '--check');
        const records = await office.records('assets');
        expect(records).toHaveLength(6);
        for (const record of records)
          expect(Object.values(record).flat()).toEqual(
            expect.arrayContaining([record['name'] === '住民票' ? '二' : '五']),
          );
      },
    );
  });
});
