import { expect, it } from 'vitest';
import { inOffice, type Office } from '../../support/office.ts';
import { type FirstDaySheet, firstDay } from './first-day.ts';
import { filesOf } from './first-day-files.ts';

/** What an office does with a register from one year to the next. */
const [register] = firstDay.filter(({ sheet }) => sheet === '台帳');
const named = (year: number) => `令和${year}年度_情報資産管理台帳.xlsx`;

const thisYear: FirstDaySheet = { ...(register as FirstDaySheet), file: named(8) };

/** The rows in another order, with a new one between them, under new titles and the name of the next year. */
const nextYear: FirstDaySheet = {
  ...thisYear,
  file: named(9),
  above: [['情報資産管理台帳（令和９年度）'], []],
  columns: thisYear.columns.map(([header, right, values]) => {
    const [first = '', second = '', third = ''] = values.split('|');
    const added = header.startsWith('情報資産名')
      ? '新しい台帳'
      : header.endsWith('課・係')
        ? '税務課収納係'
        : '';
    const rows = header === '項番' ? ['1', '2', '3', '4'] : [third, first, added, second];
    return [header, right, rows.join('|')];
  }),
};

/** Some rows of a register as a sheet of their own. */
function sheetOf(sheet: FirstDaySheet, name: string, rows: readonly number[]): FirstDaySheet {
  const columns = sheet.columns.map(([header, right, values]): FirstDaySheet['columns'][number] => {
    const texts = values.split('|');
    return [header, right, rows.map((row) => texts[row] ?? '').join('|')];
  });
  return { ...sheet, sheet: name, columns };
}

async function ofThisYear(use: (office: Office) => Promise<void>): Promise<void> {
  await inOffice(filesOf([thisYear]), async (office) => {
    await office.imports(named(8), '--accept-guesses');
    for (const [name, bytes] of Object.entries(filesOf([nextYear]))) await office.put(name, bytes);
    await use(office);
  });
}

it('the register of the next year, in another order and with a new row, adds that and changes nothing', async () => {
  await ofThisYear(async (office) => {
    const before = await office.records('assets');
    const { stdout } = await office.imports(named(9));
    expect(stdout).toContain('追加 1件、変更 0項目、削除 0件');
    const after = await office.records('assets');
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.slice(before.length)).toMatchObject([{ name: '新しい台帳', division: '税務課収納係' }]);
  });
});

it('a sheet that was split holds the records that it held, under the mapping that people have confirmed', async () => {
  await ofThisYear(async (office) => {
    await office.imports(named(9));
    const before = await office.text('台帳/assets.yaml');
    const halves = [sheetOf(nextYear, '資産税', [0, 1]), sheetOf(nextYear, '住民税', [2, 3])];
    for (const [name, bytes] of Object.entries(filesOf(halves))) await office.put(name, bytes);
    const { stdout } = await office.imports(named(9));
    expect(stdout).toContain('追加 0件、変更 0項目、削除 0件');
    expect(stdout).not.toContain('表から消えています');
    expect(await office.text('台帳/assets.yaml')).toBe(before);
  });
});

it('records of a sheet that is gone, and of which no other sheet holds any, are said to be', async () => {
  await ofThisYear(async (office) => {
    await office.imports(named(9));
    const rest = [sheetOf(nextYear, '資産税', [0, 1])];
    for (const [name, bytes] of Object.entries(filesOf(rest))) await office.put(name, bytes);
    const { stdout } = await office.imports(named(9));
    expect(stdout).toContain('「税務課収納係-新しい台帳」は表から消えています');
    expect(stdout).toContain('「税務課住民税係-給与支払報告書」は表から消えています');
    expect(await office.records('assets')).toHaveLength(4);
  });
});

it('with its header of names renamed it is known all the same, and nothing is written before that is settled', async () => {
  await ofThisYear(async (office) => {
    const [[header] = ['']] = nextYear.columns.filter(([one]) => one.startsWith('情報資産名'));
    const renamed = nextYear.columns.map(([one, ...rest]): FirstDaySheet['columns'][number] => [
      one === header ? '情報資産の名称' : one,
      ...rest,
    ]);
    for (const [name, bytes] of Object.entries(filesOf([{ ...nextYear, columns: renamed }])))
      await office.put(name, bytes);
    const { stdout } = await office.refuses(1, named(9));
    expect(stdout).toContain(
      '列「情報資産名(帳票・データ名)」がありません。見出しを変えたのなら対応表の header を直し',
    );
    expect(stdout).toContain('新しい列「情報資産の名称」が対応表にありません');
  });
});
