import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openSpreadsheet } from '../../src/spreadsheet/open.ts';
import { writeXlsx } from '../../src/spreadsheet/xlsx/write.ts';
import { sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';
import { answer, type Filled, keyHeader, rowsOf, sheetOf } from '../support/to-do-workbook.ts';

const inventory = `# 関所町の台帳
organization:
  name: 関所町
  policy: minakami
  divisions: [{ id: shimin, name: 市民課 }, { id: joho, name: 情報政策課 }]
assets:
  # 窓口で使う
  - id: juki-paper
    name: 住民基本台帳関係書類
    division: 市民課
    manager: 市民課長
    form: paper # 紙で保管
    classification: { confidentiality: 機密性3 }
    x-棚: 3
  - id: 申請書 綴り
    name: 申請書綴り
    division: shimin
    form: paper
  - { id: log, name: 利用記録, division: joho, form: electronic, system: sv1 }
systems:
  - id: sv1
    name: 庁内ファイルサーバ
    type: server
  - id: pc
    name: 窓口端末
    type: terminal
`;

const asOf = ['--as-of', '2026-11-20'];

/** Exports what an inventory lacks. */
async function exported(directory: string, ...argv: readonly string[]) {
  return sekisho(['export', 'todo', 'inv', '--out', 'out', ...asOf, ...argv], { directory });
}

const imported = (directory: string, ...argv: readonly string[]) =>
  sekisho(['import', 'todo', 'answers.xlsx', '--out', 'inv', ...argv], { directory });

const textIn = (directory: string) => readFileSync(path.join(directory, 'inv/a.yaml'), 'utf8');

const locked = 'assets storage.locked juki-paper';
const applications = 'assets origin 申請書 綴り';

/** Exports, answers and imports, and gives what a user has then. */
async function answered(
  answers: Readonly<Record<string, Filled>>,
  { text = inventory, argv = [] }: { readonly text?: string; readonly argv?: readonly string[] } = {},
) {
  return inFolder({ 'inv/a.yaml': inventory }, async (directory) => {
    await exported(directory);
    answer(path.join(directory, 'out/記入依頼.xlsx'), path.join(directory, 'answers.xlsx'), answers);
    writeFileSync(path.join(directory, 'inv/a.yaml'), text);
    const run = await imported(directory, ...argv);
    return { ...run, text: textIn(directory) };
  });
}

describe('sekisho export todo', () => {
  it('writes a workbook for each division with what it lacks, a row for each fact', () =>
    inFolder({ 'inv/a.yaml': inventory }, async (directory) => {
      const run = await exported(directory, '--by', 'division', '--due', 'R9.1.29');
      expect(run).toMatchObject({ code: 0, stderr: '' });
      expect(readdirSync(path.join(directory, 'out')).sort()).toEqual([
        '記入依頼_市民課.xlsx',
        '記入依頼_情報政策課.xlsx',
        '記入依頼_所管課なし.xlsx',
      ]);
      const rows = rowsOf(path.join(directory, 'out/記入依頼_市民課.xlsx'));
      expect(new Set(rows.map((row) => row.get('名称')))).toEqual(
        new Set(['住民基本台帳関係書類', '申請書綴り']),
      );
      const keys = rows.map((row) => row.get(keyHeader));
      expect(new Set(keys).size).toBe(keys.length);
      expect(Object.fromEntries(rows.find((row) => row.get(keyHeader) === applications) ?? [])).toMatchObject(
        {
          id: '申請書 綴り',
          区分: '情報資産',
          項目: '作成・入手の別',
          '【回答】': '',
          何を書くか: expect.stringContaining('庁内で作成・外部から入手 のいずれかを書く'),
          期限: '2027-01-29',
          '所管課・管理責任者': '市民課',
        },
      );
    }));

  it('offers the words that the import takes, and that a field does not apply', () =>
    inFolder({ 'inv/a.yaml': inventory }, async (directory) => {
      await exported(directory);
      const { sheets } = openSpreadsheet(readFileSync(path.join(directory, 'out/記入依頼.xlsx')), 'a.xlsx');
      const offered = sheets
        .find(({ hidden }) => hidden)
        ?.rows.flatMap(({ cells }) => [...cells.values()].map(({ text }) => text));
      expect(offered).toEqual(expect.arrayContaining(['○', '×', '機密性3', '庁内で作成', '対象外']));
    }));

  it('hides the columns that an import needs, and no other', () =>
    inFolder({ 'inv/a.yaml': inventory }, async (directory) => {
      await exported(directory);
      const { rows, header, hiddenColumns } = sheetOf(path.join(directory, 'out/記入依頼.xlsx'));
      expect([...hiddenColumns].map((column) => rows[header]?.cells.get(column)?.text)).toEqual([
        keyHeader,
        '取込用の選択肢（消さない・書き換えない）',
      ]);
    }));

  it('overwrites nothing: an office may have answered in it', () =>
    inFolder({ 'inv/a.yaml': inventory }, async (directory) => {
      await exported(directory);
      const file = path.join(directory, 'out/記入依頼.xlsx');
      writeFileSync(file, 'answered');
      const again = await exported(directory);
      expect(again.code).toBe(2);
      expect(again.stderr).toContain('out/記入依頼.xlsx');
      expect(readFileSync(file, 'utf8')).toBe('answered');
    }));

  it('refuses a day that is none, before anything is written', () =>
    inFolder({ 'inv/a.yaml': inventory }, async (directory) => {
      const run = await exported(directory, '--due', '1月末');
      expect(run.code).toBe(2);
      expect(run.stderr).toContain('--due の「1月末」は日付ではありません');
      expect(readdirSync(directory)).toEqual(['inv']);
    }));
});

describe('sekisho import todo', () => {
  it('writes answers where their records stand, with who answered when, and nothing else', async () => {
    const run = await answered({
      [locked]: {
        '【回答】': '○',
        回答者: '市民課 庶務係長',
        回答日: { day: '2026-12-01' },
        '根拠・備考': '鍵は課長が管理',
      },
      [applications]: { '【回答】': '外部から入手' },
      'assets classification.integrity juki-paper': { '【回答】': '完全性２' },
    });
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.stdout).toContain('取り込む 3件');
    const added = run.text.split('\n').filter((line) => !inventory.split('\n').includes(line));
    expect(added.map((line) => line.replaceAll(/[A-Z]+\d+/g, 'CELL'))).toEqual([
      '    classification: { confidentiality: 機密性3, integrity: 完全性２ }',
      '    storage:',
      '      locked: true',
      '    answers:',
      '      - { field: classification.integrity, source: answers.xlsx 記入依頼!CELL }',
      '      - { field: storage.locked, by: 市民課 庶務係長, date: "2026-12-01", source: answers.xlsx 記入依頼!CELL, remarks: 鍵は課長が管理 }',
      '    origin: external',
      '    answers:',
      '      - { field: origin, source: answers.xlsx 記入依頼!CELL }',
    ]);
    // Comments, order and the other keys stay.
    expect(inventory.split('\n').filter((line) => !run.text.split('\n').includes(line))).toEqual([
      '    classification: { confidentiality: 機密性3 }',
    ]);
  });

  it('changes not a byte the second time, nor for blank answers', () =>
    inFolder({ 'inv/a.yaml': inventory }, async (directory) => {
      await exported(directory);
      const from = path.join(directory, 'out/記入依頼.xlsx');
      answer(from, path.join(directory, 'answers.xlsx'), {});
      expect(await imported(directory)).toMatchObject({
        code: 0,
        stdout: expect.stringContaining('変更はありません'),
      });
      expect(textIn(directory)).toBe(inventory);
      answer(from, path.join(directory, 'answers.xlsx'), {
        [locked]: { '【回答】': '×' },
        [applications]: { '【回答】': '対象外', 回答者: '市民課' },
      });
      expect(await imported(directory)).toMatchObject({ code: 0 });
      const once = textIn(directory);
      expect(once).not.toBe(inventory);
      expect(await imported(directory)).toMatchObject({
        code: 0,
        stdout: expect.stringContaining('台帳にあるもの 2件'),
      });
      expect(textIn(directory)).toBe(once);
    }));

  it('takes what fits, and names the file, the sheet and the cell of the rest with what to write', async () => {
    const run = await answered({
      [locked]: { '【回答】': '△' },
      'assets disposal.date 申請書 綴り': { '【回答】': '来年' },
      'assets manager 申請書 綴り': { '【回答】': '市民課長' },
      [applications]: { '【回答】': '外部から入手', 回答日: '先週' },
    });
    expect(run.code).toBe(1);
    expect(run.stdout).toMatch(
      /answers\.xlsx 記入依頼![A-Z]+\d+: .*storage\.locked.*「△」.*○・× のいずれかを書いてください。当てはまらなければ「対象外」/u,
    );
    expect(run.stdout).toMatch(/記入依頼![A-Z]+\d+: 回答日「先週」は日付として読めません/u);
    expect(run.stdout).toContain('取り込む 1件');
    expect(run.text).toContain('    manager: 市民課長\n    form: paper\n');
    expect(run.text).not.toContain('locked');
    expect(run.text).not.toContain('origin');
  });

  it('leaves what the inventory says otherwise by now, and names both places', async () => {
    const changed = inventory.replace('    x-棚: 3\n', '    storage: { locked: false }\n    x-棚: 3\n');
    const run = await answered({ [locked]: { '【回答】': '○' } }, { text: changed });
    expect(run.code).toBe(1);
    expect(run.stdout).toMatch(
      /inv\/a\.yaml:14:\d+: .*storage\.locked は、台帳では false、answers\.xlsx 記入依頼!/u,
    );
    expect(run.text).toBe(changed);
  });

  it('takes neither of two answers that differ', () =>
    inFolder({ 'inv/a.yaml': inventory }, async (directory) => {
      await exported(directory);
      const from = path.join(directory, 'out/記入依頼.xlsx');
      answer(from, path.join(directory, 'a.xlsx'), { [locked]: { '【回答】': '○' } });
      answer(from, path.join(directory, 'b.xlsx'), { [locked]: { '【回答】': '×' } });
      const run = await sekisho(['import', 'todo', 'a.xlsx', 'b.xlsx', '--out', 'inv'], { directory });
      expect(run.code).toBe(1);
      expect(run.stdout).toMatch(/b\.xlsx 記入依頼!.*「×」と、a\.xlsx 記入依頼!.*「○」とで違います/u);
      expect(textIn(directory)).toBe(inventory);
    }));

  it('writes nothing with --dry-run and --check, which fails while an answer waits', async () => {
    const answers = { [locked]: { '【回答】': '○' } };
    expect(await answered(answers, { argv: ['--dry-run'] })).toMatchObject({ code: 0, text: inventory });
    expect(await answered(answers, { argv: ['--check'] })).toMatchObject({ code: 1, text: inventory });
    expect(await answered({}, { argv: ['--check'] })).toMatchObject({ code: 0 });
  });

  it('notes what does not apply, and asks for it no more, while every verdict stays', () =>
    inFolder({ 'inv/a.yaml': inventory }, async (directory) => {
      const verdicts = async () => {
        const { stdout } = await sekisho(['check', 'inv', ...asOf, '-f', 'json'], { directory });
        const { summary, findings } = JSON.parse(stdout);
        return { summary, findings: findings.map((one: { fingerprint: string }) => one.fingerprint) };
      };
      const before = await verdicts();
      await exported(directory);
      const from = path.join(directory, 'out/記入依頼.xlsx');
      answer(from, path.join(directory, 'answers.xlsx'), { [locked]: { '【回答】': '－' } });
      expect(await imported(directory)).toMatchObject({
        code: 0,
        stdout: expect.stringContaining('うち対象外 1件'),
      });
      expect(textIn(directory)).toContain('    notApplicable: [storage.locked]\n');
      expect(await verdicts()).toEqual(before);
      const again = await sekisho(['export', 'todo', 'inv', '--out', 'out2', ...asOf], { directory });
      expect(again.stdout).toContain('ほかに1か所は、台帳で対象外 (notApplicable) とされているので');
      const keys = rowsOf(path.join(directory, 'out2/記入依頼.xlsx')).map((row) => row.get(keyHeader));
      expect(keys).not.toContain(locked);
      expect(keys).toContain('assets storage.hiddenFromView juki-paper');
    }));

  it('refuses a workbook that is none of its own', () =>
    inFolder({ 'inv/a.yaml': inventory }, async (directory) => {
      const sheet = { name: '資産', widths: [10], rows: [{ cells: [{ value: '名称' }] }] };
      writeFileSync(path.join(directory, 'answers.xlsx'), writeXlsx({ sheets: [sheet] }));
      const run = await imported(directory);
      expect(run.code).toBe(2);
      expect(run.stderr).toContain('answers.xlsx: sekisho export todo が書き出した表ではありません');
    }));
});
