import { readFileSync } from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';

const assets = (count: number) =>
  Array.from(
    { length: count },
    (_, index) =>
      `  - { id: a${index}, name: 文書${index}, form: paper, division: 町民課, manager: 町民課長, classification: { confidentiality: 3, integrity: 2, availability: 2 }, origin: internal, businessPurpose: 窓口 }\n`,
  ).join('');
const rules = [
  'classification/storage-locked',
  'classification/storage-hidden',
  'classification/levels-assigned',
];
const ruleOptions = rules.flatMap((rule) => ['--rule', rule]);

interface Written {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly file: string;
}

async function toDo(
  text: string,
  { file, argv = [] }: { readonly file?: string; readonly argv?: readonly string[] } = {},
): Promise<Written> {
  return inFolder({ 'a.yaml': text }, async (directory) => {
    const format = file === undefined ? 'todo' : `todo=${file}`;
    const run = await sekisho(
      ['a.yaml', '-p', 'minakami', '--as-of', '2026-11-20', '-f', format, ...ruleOptions, ...argv],
      { directory },
    );
    return { ...run, file: file === undefined ? '' : readFileSync(path.join(directory, file), 'utf8') };
  });
}

function rowsOf(csv: string): Readonly<Record<string, string>>[] {
  const { data } = Papa.parse<Record<string, string>>(csv.replace(/^\uFEFF/, ''), {
    header: true,
    newline: '\r\n',
    skipEmptyLines: true,
  });
  return data;
}

describe('the list of what is to be written', () => {
  it('has one row for every record and fact, with who writes it, what, and where', async () => {
    const { file } = await toDo(`assets:\n${assets(2)}`, { file: 'list.csv' });
    expect(file.startsWith('\uFEFF')).toBe(true);
    expect(rowsOf(file).filter(({ 項目 }) => 項目 === 'storage.locked')).toMatchObject([
      { 名称: '文書0', ファイル: 'a.yaml', 行: '2' },
      {
        所管課: '町民課',
        管理責任者: '町民課長',
        台帳の区分: '情報資産 (assets)',
        id: 'a1',
        名称: '文書1',
        書く項目: '施錠できる場所に保管しているか',
        書く内容: expect.stringContaining('true'),
        選択肢: 'true（はい）、false（いいえ）',
        判定待ち: '1',
        行: '3',
      },
    ]);
  });

  it('counts what several rules wait for once, and puts what settles most first', async () => {
    const text = `assets:\n  - { id: a, name: 名簿, form: paper }\n${assets(1)}`;
    const rows = rowsOf((await toDo(text, { file: 'list.csv' })).file);
    const keys = rows.map(({ id, 項目, 書く項目 }) => `${id} ${項目} ${書く項目}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(rows[0]).toMatchObject({ id: 'a', 項目: 'classification.confidentiality', 判定待ち: '3' });
    // The levels are those of the policy.
    expect(rows[0]?.['選択肢']).toBe('3（機密性3）、2（機密性2）、1（機密性1）');
  });

  it('is no formula to a spreadsheet', async () => {
    const text = `assets:\n${assets(1)}`.replace('文書0', '"=cmd|calc"').replace('町民課長', '"+1"');
    const { file } = await toDo(text, { file: 'list.csv' });
    expect(rowsOf(file)[0]).toMatchObject({ 名称: "'=cmd|calc", 管理責任者: "'+1" });
  });

  it('is a check list in a Markdown file, and text in any other', async () => {
    const { file } = await toDo(`assets:\n${assets(1)}`, { file: 'list.MD' });
    expect(file).toMatch(/^# 台帳に書き足すこと\n/);
    expect(file).toMatch(/\n- \[ \] 「文書0」 町民課、町民課長 `a\.yaml:2`\n/);
    const text = await toDo(`assets:\n${assets(1)}`);
    expect(text.stdout).toMatch(/\n {5}□ 「文書0」 {2}町民課、町民課長 {2}a\.yaml:2:5\n/);
    expect((await toDo(`assets:\n${assets(1)}`, { file: 'list.txt' })).file).toBe(text.stdout);
  });

  it('does not look whole where it is not', async () => {
    const broken = `assets:\n${assets(1)}  - { id: b, name: 図面, form: 16 }\n`;
    for (const file of ['list.csv', 'list.md', 'list.txt'])
      expect((await toDo(broken, { file })).file).toContain('正しくないところが1か所あります');
    const done = await toDo('assets: []\n');
    expect(done.stdout).toContain('書き足すことはありません。');
    const undone = await toDo('assets: [\n');
    expect(undone.stdout).not.toContain('書き足すことはありません。');
    expect(undone.code).toBe(1);
  });

  it('has for a division what that division writes', async () => {
    const text = `facilities:\n  - { id: 書庫, name: 書庫, division: 管財課 }\nassets:\n${assets(1).replace('form: paper', 'form: paper, facility: 書庫')}`;
    const idsOf = async (division: string) =>
      rowsOf((await toDo(text, { file: 'list.csv', argv: ['--division', division] })).file).map(
        ({ id }) => id,
      );
    for (const division of ['町民課', '管財課'])
      for (const id of await idsOf(division)) expect(id).toBe(division === '町民課' ? 'a0' : '書庫');
  });
});

describe('the text report', () => {
  const run = async (count: number, argv: readonly string[] = []) =>
    inFolder({ 'a.yaml': `assets:\n${assets(count)}` }, async (directory) => {
      const { stdout } = await sekisho(['a.yaml', '-p', 'minakami', ...ruleOptions, ...argv], { directory });
      return stdout;
    });

  it('says how to get the whole list, where it does not show all of it', async () => {
    expect(await run(2)).not.toContain('-f todo');
    expect(await run(5)).toContain('記録ごとの一覧は -f todo で、');
    const whole = await run(5, ['--todo-details']);
    expect(whole).not.toContain('-f todo');
    for (const index of [0, 1, 2, 3, 4]) expect(whole).toContain(`「文書${index}」`);
  });
});

describe('the json and csv reports', () => {
  it('say which field a finding is about, and whether it is missing', async () => {
    const text = `assets:\n${assets(1)}  - { id: b, name: 図面, form: paper, storage: { locked: false }, classification: { confidentiality: 高, integrity: 2, availability: 2 } }\n`;
    await inFolder({ 'a.yaml': text }, async (directory) => {
      const check = async (format: string) =>
        (await sekisho(['a.yaml', '-p', 'minakami', '-f', format, ...ruleOptions], { directory })).stdout;
      const { findings } = JSON.parse(await check('json')) as {
        findings: { record: { id: string }; field?: string; missing?: true; verdict: string }[];
      };
      const told = findings.map(({ record, field, missing, verdict }) => [
        record.id,
        verdict,
        field,
        missing,
      ]);
      expect(told).toContainEqual(['a0', 'unknown', 'storage.locked', true]);
      // It is written, and still unknown.
      const unclear = told.filter(
        ([id, verdict, field]) =>
          id === 'b' && verdict === 'unknown' && field === 'classification.confidentiality',
      );
      for (const [, , , missing] of unclear) expect(missing).toBeUndefined();
      const row = rowsOf(await check('csv')).find(({ id, 項目 }) => id === 'a0' && 項目 === 'storage.locked');
      expect(row).toMatchObject({ 所管課: '町民課', 未記入: '未記入' });
    });
  });
});
