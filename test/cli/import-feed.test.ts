import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { sekisho } from '../support/cli.ts';
import { inOffice, type Office } from '../support/office.ts';

const inventory = `# 手で書いた台帳
systems:
  # 窓口
  - id: PC-1
    name: 窓口端末   # 正本
    malware: { installed: true, definitions: 2026-11-01 }   # 毎日
    x-管理番号: 備-001
    addresses: [10.0.0.1, 10.0.0.2]

  - id: PC-2
    name: 税務端末
    x-管理番号: 備-002
`;

const header = '管理番号,OS,定義ファイル更新日,最終パッチ適用日';
const first = 'PC-1,Windows 11,2026-11-20 03:00,2026-11-10';
const second = 'PC-2,Windows 11,2026-11-19,';
const feed = `${header}\n${first}\n${second}\n`;
const byId = ['wsus.csv', '--update', 'systems', '--key', 'id'];

const updated = inventory
  .replace('definitions: 2026-11-01', 'definitions: "2026-11-20"')
  .replace(
    '    x-管理番号: 備-001',
    '    vulnerability:\n      lastPatched: "2026-11-10"\n    x-管理番号: 備-001',
  )
  .replace('    name: 税務端末\n', '    name: 税務端末\n    malware:\n      definitions: "2026-11-19"\n');

/** The systems of a file. */
function parsed(text: string): Record<string, unknown>[] {
  return parse(text).systems;
}

/** Runs an import of which some rows are not taken. */
async function incomplete(office: Office, ...argv: string[]): Promise<string> {
  const { code, stdout, stderr } = await office.run(...argv, '--out', '台帳');
  expect([code, stderr]).toEqual([1, '']);
  return stdout;
}

describe('a table of a management tool', () => {
  it('sets the fields that it has columns for where they stand, and nothing else', async () => {
    await inOffice({ 'wsus.csv': feed, '台帳/機器.yaml': inventory }, async (office) => {
      const { stdout } = await office.imports(...byId);
      expect(await office.text('台帳/機器.yaml')).toBe(updated);
      expect(stdout).toContain('情報システム・機器の更新（id で照合）: 2行');
      expect(stdout).toContain('追加 0件、変更 3項目、削除 0件');
      expect(stdout).not.toContain('guess');
    });
  });

  it('needs no options the next time, also under the name of another day, and changes not a byte', async () => {
    await inOffice({ 'wsus-1120.csv': feed, '台帳/機器.yaml': inventory }, async (office) => {
      await office.imports('wsus-1120.csv', ...byId.slice(1));
      const before = await office.files();
      expect((await office.imports('wsus-1120.csv')).stdout).toContain('変更はありません');
      await office.imports('wsus-1120.csv', '--check');
      expect(await office.files()).toEqual(before);
      await office.put('wsus-1121.csv', feed.replace('2026-11-19', '2026-11-20'));
      await office.imports('wsus-1121.csv');
      expect(await office.text('台帳/機器.yaml')).toBe(updated.replace('2026-11-19', '2026-11-20'));
      const mapping = await office.text('台帳/register.mapping.yaml');
      expect(mapping.match(/file: .*/g)).toEqual(['file: wsus-1121.csv']);
      expect(mapping).toContain('update: {section: systems, key: id}');
    });
  });

  it('with --dry-run or --check writes nothing', async () => {
    await inOffice({ 'wsus.csv': feed, '台帳/機器.yaml': inventory }, async (office) => {
      await office.refuses(0, ...byId, '--dry-run');
      expect((await office.refuses(1, ...byId, '--check')).stdout).toContain('変更 3項目');
    });
  });

  it('takes no guess, nothing that people keep, and no column without a field, until somebody says so', async () => {
    const guessed = '管理番号,IPアドレス,設置場所,OS,PC名\nPC-1,10.0.0.9,電算室,Windows 11,別名\n';
    await inOffice({ 'wsus.csv': guessed, '台帳/機器.yaml': inventory }, async (office) => {
      const { stdout } = await office.imports(...byId);
      expect(stdout).toContain('対応 1、推測 2、取り込まないもの 2');
      expect(await office.text('台帳/機器.yaml')).toBe(inventory);
      await office.change('台帳/register.mapping.yaml', 'guess: addresses', 'field: addresses');
      await office.change('台帳/register.mapping.yaml', 'header: OS', 'header: OS\n        field: x-OS');
      await office.imports('wsus.csv');
      const [record] = parsed(await office.text('台帳/機器.yaml'));
      expect(record).toMatchObject({ name: '窓口端末', addresses: ['10.0.0.9'], 'x-OS': 'Windows 11' });
      expect(record).not.toHaveProperty('facility');
    });
  });

  it('takes guesses with --accept-guesses, and makes no record of a name', async () => {
    const guessed = '管理番号,設置場所,IPアドレス\nPC-1,電算室,10.0.0.9\n';
    await inOffice({ 'wsus.csv': guessed, '台帳/機器.yaml': inventory }, async (office) => {
      const { stdout } = await office.imports(...byId, '--accept-guesses');
      expect(stdout).toContain('「電算室」');
      expect(await office.text('台帳/機器.yaml')).toBe(
        inventory.replace('[10.0.0.1, 10.0.0.2]', '["10.0.0.9"]'),
      );
      expect([...(await office.files()).keys()]).not.toContain('台帳/facilities.yaml');
    });
  });

  it.each([
    ['name', '機器名', '窓口端末'],
    ['addresses', 'IPアドレス', '10.0.0.2'],
    ['x-管理番号', '管理番号', '備-００１'],
    ['id', '管理番号', 'pc-1'],
  ])('finds the record by its %s', async (key, column, value) => {
    const table = `${column},定義ファイル更新日\n${value},2026-11-20\n`;
    await inOffice({ 'wsus.csv': table, '台帳/機器.yaml': inventory }, async (office) => {
      const { stdout } = await office.imports('wsus.csv', '--update', 'systems', '--key', key);
      expect(await office.text('台帳/機器.yaml')).toBe(
        inventory.replace('definitions: 2026-11-01', 'definitions: "2026-11-20"'),
      );
      expect(stdout).toContain('表に行の無い情報システム・機器: 1件');
    });
  });

  it('is asked for the column of the key where no header tells it', async () => {
    const table = 'ホスト,定義ファイル更新日\nPC-1,2026-11-20\n';
    await inOffice({ 'wsus.csv': table, '台帳/機器.yaml': inventory }, async (office) => {
      const stdout = await incomplete(office, ...byId);
      expect(stdout).toContain('id が入っている列に field: id と書いてください');
      expect(await office.text('台帳/機器.yaml')).toBe(inventory);
      const mapping = await office.text('台帳/register.mapping.yaml');
      await office.put(
        '台帳/register.mapping.yaml',
        mapping.replace(/header: ホスト.*/, 'header: ホスト\n        field: id'),
      );
      await office.imports('wsus.csv');
      expect(await office.text('台帳/機器.yaml')).toContain('definitions: "2026-11-20"');
    });
  });

  it('goes with a register in one run, and updates what that has just written', async () => {
    const register = '管理番号,機器名,所管課,IPアドレス,OS\nPC-1,窓口端末,市民課,10.0.0.1,Windows 11\n';
    const table = feed.replace(`${second}\n`, '').replace('2026-11-20', '2026-11-18');
    await inOffice({ '機器台帳.csv': register, 'wsus.csv': table }, async (office) => {
      await office.imports('機器台帳.csv', '--section', 'systems', '--accept-guesses');
      await office.imports(...byId);
      await office.put('機器台帳.csv', register.replace('市民課', '税務課'));
      await office.put('wsus.csv', table.replace('2026-11-18', '2026-11-19'));
      await office.imports('機器台帳.csv', 'wsus.csv');
      expect(await office.records('systems')).toMatchObject([
        { division: '税務課', malware: { definitions: '2026-11-19' } },
      ]);
      await office.imports('wsus.csv', '機器台帳.csv', '--check');
    });
  });
});

describe('a row that is not taken', () => {
  it.each([
    ['of no record', `${feed}PC-9,,2026-11-20,\n`, 'id「PC-9」（A4）の記録が systems にありません'],
    ['without a key', `${feed},Windows 11,2026-11-20,\n`, 'id が無いので取り込まない行: 4'],
  ])('%s is named, and the others are taken', async (_, table, told) => {
    await inOffice({ 'wsus.csv': table, '台帳/機器.yaml': inventory }, async (office) => {
      expect(await incomplete(office, ...byId)).toContain(told);
      expect(await office.text('台帳/機器.yaml')).toBe(updated);
      const before = await office.files();
      expect(await incomplete(office, 'wsus.csv')).toContain('変更はありません');
      expect(await office.files()).toEqual(before);
    });
  });

  it('of no record is passed over where the mapping says so, and is no reason to object', async () => {
    await inOffice(
      { 'wsus.csv': `${feed}PC-9,,2026-11-20,\n`, '台帳/機器.yaml': inventory },
      async (office) => {
        await incomplete(office, ...byId);
        await office.change('台帳/register.mapping.yaml', 'key: id', 'key: id, ignoreOthers: true');
        expect((await office.imports(...byId, '--check')).stdout).toContain('読み飛ばした行: 1');
      },
    );
  });

  it('is each of two for the same record', async () => {
    await inOffice(
      { 'wsus.csv': `${feed}PC-2,,2026-11-12,\n`, '台帳/機器.yaml': inventory },
      async (office) => {
        const stdout = await incomplete(office, ...byId);
        expect(stdout).toContain('3行目は取り込みません: 同じ記録（id「PC-2」）の行が 3、4行目にあります');
        expect(stdout).toContain('4行目は取り込みません');
        const [one, two] = parsed(await office.text('台帳/機器.yaml'));
        expect([one?.['malware'], two?.['malware']]).toEqual([
          { installed: true, definitions: '2026-11-20' },
          undefined,
        ]);
      },
    );
  });

  it('has a key that several records have', async () => {
    const twice = `${inventory}  - id: PC-3\n    name: 予備\n    x-管理番号: 備-002\n`;
    const table = '管理番号,定義ファイル更新日\n備-001,2026-11-20\n備-002,2026-11-20\n';
    await inOffice({ 'wsus.csv': table, '台帳/機器.yaml': twice }, async (office) => {
      const stdout = await incomplete(office, 'wsus.csv', '--update', 'systems', '--key', 'x-管理番号');
      expect(stdout).toContain('台帳/機器.yaml:10:5、台帳/機器.yaml:13:5');
      expect(await office.text('台帳/機器.yaml')).toBe(
        twice.replace('definitions: 2026-11-01', 'definitions: "2026-11-20"'),
      );
    });
  });

  it('is older than what stands in any field, and sets none', async () => {
    const later = inventory.replace('2026-11-01', 'R8.11.19');
    const earlier = feed.replace('2026-11-20 03:00', '2026-11-18');
    await inOffice({ 'wsus.csv': earlier, '台帳/機器.yaml': later }, async (office) => {
      const stdout = await incomplete(office, ...byId);
      expect(stdout).toContain(
        'C2 では "2026-11-18" と、台帳（台帳/機器.yaml:6:46）の R8.11.19 より前の日付です',
      );
      const [one, two] = parsed(await office.text('台帳/機器.yaml'));
      expect(one).not.toHaveProperty('vulnerability');
      expect(two).toMatchObject({ malware: { definitions: '2026-11-19' } });
    });
  });

  it('has a date after today, and keeps no later table from being taken', async () => {
    const ahead = feed.replace('2026-11-20 03:00', '2027-11-20');
    await inOffice({ 'wsus.csv': ahead, '台帳/機器.yaml': inventory }, async (office) => {
      const stdout = await incomplete(office, ...byId);
      expect(stdout).toContain(
        'id「PC-1」の malware.definitions（C2）の "2027-11-20" は、取り込む日（2026-11-20）より後の日付です',
      );
      const [one, two] = parsed(await office.text('台帳/機器.yaml'));
      expect(one).toMatchObject({ malware: { definitions: '2026-11-01' } });
      expect(two).toMatchObject({ malware: { definitions: '2026-11-19' } });
      // One that was taken before, or was written by hand, stands in nobody's way.
      await office.change('台帳/機器.yaml', '2026-11-01', '2027-11-20');
      await office.put('wsus.csv', feed);
      await office.imports(...byId);
      expect(await office.text('台帳/機器.yaml')).toContain('definitions: "2026-11-20"');
    });
  });

  it('would change what others refer to', async () => {
    const shared = inventory
      .replace('malware: {', 'malware: &av {')
      .replace('    name: 税務端末\n', '    name: 税務端末\n    malware: *av\n');
    await inOffice({ 'wsus.csv': `${feed}`, '台帳/機器.yaml': shared }, async (office) => {
      const stdout = await incomplete(office, ...byId);
      expect(stdout).toContain('2行目は取り込みません');
      expect(stdout).toContain('アンカー');
      expect(await office.text('台帳/機器.yaml')).toBe(shared);
    });
  });
});

describe('a record that a register has made as well', () => {
  const register =
    '管理番号,機器名,所管課,定義ファイル更新日,OS\nPC-1,窓口端末,市民課,2026-11-01,Windows 11\n';
  const table = '管理番号,定義ファイル更新日\nPC-1,2026-11-20\n';

  function inBoth(use: (office: Office) => Promise<void>): Promise<void> {
    return inOffice({ '機器台帳.csv': register, 'wsus.csv': table }, async (office) => {
      await office.imports('機器台帳.csv', '--section', 'systems', '--accept-guesses');
      await office.imports(...byId);
      await use(office);
    });
  }

  it('keeps what the table says where its cell in the register did not change', async () => {
    await inBoth(async (office) => {
      await office.change('機器台帳.csv', '市民課', '税務課');
      const { stdout } = await office.imports('機器台帳.csv');
      expect(stdout).toContain('ほかの表で更新した値のままにする項目: 1');
      expect(await office.records('systems')).toMatchObject([
        { division: '税務課', malware: { definitions: '2026-11-20' } },
      ]);
      await office.imports('機器台帳.csv', 'wsus.csv', '--check');
    });
  });

  it('is in conflict where the cell changed to something else, and not where it says the same', async () => {
    await inBoth(async (office) => {
      await office.put('機器台帳.csv', register.replace('2026-11-01', '2026-11-05'));
      expect((await office.refuses(1, '機器台帳.csv')).stdout).toContain(
        '機器台帳.csv 機器台帳!D2: "2026-11-05"',
      );
      await office.put('機器台帳.csv', register.replace('2026-11-01', '2026-11-20'));
      await office.imports('機器台帳.csv');
    });
  });

  it('is removed with its row by --prune, unless people have written into it', async () => {
    const others = `${register}PC-2,税務端末,税務課,,Windows 11\n`;
    await inBoth(async (office) => {
      await office.put('機器台帳.csv', others);
      await office.imports('機器台帳.csv');
      await office.put('機器台帳.csv', others.replace(/PC-1.*\n/, ''));
      await office.imports('機器台帳.csv', '--prune');
      expect((await office.records('systems')).map(({ id }) => id)).toEqual(['PC-2']);
      expect(await office.text('台帳/register.import.json')).not.toContain('wsus');
    });
    await inBoth(async (office) => {
      await office.put('機器台帳.csv', others);
      await office.imports('機器台帳.csv');
      await office.change('台帳/systems.yaml', '2026-11-20', '2026-11-21');
      await office.put('機器台帳.csv', others.replace(/PC-1.*\n/, ''));
      await office.refuses(1, '機器台帳.csv', '--prune');
    });
  });

  it('has findings that name the cell of the table', async () => {
    await inBoth(async (office) => {
      // Before the day on which the definitions are said to have been updated.
      const argv = ['check', '台帳', '-p', 'minakami', '--as-of', '2026-11-10', '-f', 'json'];
      const { stdout } = await sekisho(argv, { directory: office.directory });
      const { findings } = JSON.parse(stdout);
      const sources = findings
        .filter(({ ruleId }: { ruleId: string }) => ruleId === 'inventory/date-in-future')
        .map(({ location }: { location: { source?: object } }) => location.source);
      expect(sources).toEqual([{ file: 'wsus.csv', sheet: 'wsus', cell: 'B2' }]);
    });
  });
});

describe('what stands in the way of an update', () => {
  const sheet = (rest: string) => `sheets:\n  - file: wsus.csv\n    sheet: wsus\n${rest}`;

  it.each([
    ['no key', ['--update', 'systems'], '両方を指定してください'],
    ['no section', ['--key', 'id'], '両方を指定してください'],
    [
      'an unknown section',
      ['--update', 'system', '--key', 'id'],
      '--update に「system」という区分はありません',
    ],
    ['a key that is a date', ['--update', 'systems', '--key', 'malware.definitions'], 'では照合できません'],
    ['a key in a list of fields', ['--update', 'systems', '--key', 'software[].name'], 'では照合できません'],
    ['an unknown key', ['--update', 'systems', '--key', 'nosuch'], 'では照合できません'],
    ['--prune', ['--update', 'systems', '--key', 'id', '--prune'], '--prune と一緒には指定できません'],
    ['--section', ['--update', 'systems', '--key', 'id', '--section', 'assets'], '--section と一緒には'],
  ])('%s', async (_, argv, told) => {
    await inOffice({ 'wsus.csv': feed, '台帳/機器.yaml': inventory }, async (office) => {
      expect((await office.refuses(2, 'wsus.csv', ...argv)).stderr).toContain(told);
    });
  });

  it.each([
    ['records of its own', sheet('    section: systems\n'), '行を記録として取り込むシートです'],
    [
      'another key',
      sheet('    update: { section: systems, key: name }\n'),
      '--update systems --key name です',
    ],
    [
      'two uses',
      sheet('    section: systems\n    update: { section: systems, key: id }\n'),
      'section と update の両方があります',
    ],
    ['a wrong key', sheet('    update: { section: systems, key: malware }\n'), ':4:38: systems の記録は'],
    ['posts', sheet('    update: { section: roles, key: id }\n'), 'roles は台帳の行から'],
    [
      'a part of a list',
      sheet(
        '    update: { section: systems, key: id }\n    columns:\n      - header: OS\n        field: software[].name\n',
      ),
      'software[].name は、既にある記録を書き換える表では扱えません',
    ],
  ])('a mapping with %s', async (_, mapping, told) => {
    await inOffice({ 'wsus.csv': feed, 'm.yaml': mapping, '台帳/機器.yaml': inventory }, async (office) => {
      const { stderr } = await office.refuses(2, ...byId, '--mapping', 'm.yaml');
      expect(stderr).toContain(told);
    });
  });

  it('a column that is gone, and rows all between brackets', async () => {
    await inOffice({ 'wsus.csv': feed, '台帳/機器.yaml': inventory }, async (office) => {
      await office.imports(...byId);
      await office.put('wsus.csv', feed.replace('最終パッチ適用日', '適用日時'));
      expect((await office.refuses(1, 'wsus.csv')).stdout).toContain('列「最終パッチ適用日」がありません');
    });
    const flow = 'systems: [{ id: PC-1, name: a }]\n';
    await inOffice({ 'wsus.csv': feed, [path.join('台帳', 'a.yaml')]: flow }, async (office) => {
      expect((await office.refuses(2, ...byId)).stderr).toContain(
        '台帳/a.yaml:1:10: この区分を書き換えられません',
      );
    });
  });

  it('a guess of what its rows are gives way to --update', async () => {
    await inOffice({ 'wsus.csv': feed, '台帳/機器.yaml': inventory }, async (office) => {
      await office.put('台帳/register.mapping.yaml', sheet('    guess: systems # 推測\n'));
      await office.imports(...byId);
      expect(await office.text('台帳/register.mapping.yaml')).not.toContain('guess: systems');
      expect(await office.text('台帳/機器.yaml')).toBe(updated);
    });
  });
});
