import { readFile } from 'node:fs/promises';
import path from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { dueFormats } from '../../src/report/formats.ts';
import { readCalendar } from '../support/calendar.ts';
import { sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';
import { exampleRuns } from '../support/result.ts';

const root = path.resolve(import.meta.dirname, '../..');
const long = `長い名の契約、区切り;と,と\\を含み${'保守'.repeat(40)}`;
const inventory = `organization:
  name: 関所町
  code: "999999"
  divisions: [{ id: joho, name: 情報政策課 }]
contracts:
  - { id: 保守, name: "${long.replace('\\', '\\\\')}", type: outsourcing, division: joho, period: { ends: 令和8年12月 } }
  - { id: 式, name: "=cmd|' /C calc'!A0", type: outsourcing, period: { ends: 2026-10-31 } }
systems:
  - id: 住基
    name: 住基システム
    supportEnds: 2027-01-12
    software:
      - { name: 業務OS, version: "10", supportEnds: 2027-01-12 }
      - { name: 業務OS, version: "11", supportEnds: 2026-12-31 }
`;
const about = ['-p', 'minakami', '--as-of', '2026-11-20'];

async function run(format: string, text = inventory, ...argv: readonly string[]) {
  return inFolder({ 'a.yaml': text }, (directory) =>
    sekisho(['due', 'a.yaml', ...about, '-f', format, ...argv], { directory }),
  );
}

function rowsOf(csv: string): Readonly<Record<string, string>>[] {
  return Papa.parse<Record<string, string>>(csv.slice(1), {
    header: true,
    newline: '\r\n',
    skipEmptyLines: true,
  }).data;
}

describe('what falls due as csv', () => {
  it('has a row for each, then what is not known, and no formula', async () => {
    const { stdout } = await run('csv');
    expect(stdout.startsWith('\uFEFF')).toBe(true);
    expect(stdout.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const rows = rowsOf(stdout);
    expect(rows.map((row) => [row['期限'], row['状況'], row['種類'], row['id'], row['所管課']])).toEqual([
      ['2026-10-31', '期限切れ', '契約', '式', ''],
      ['2026-12-31', '期限前', 'サポート', '住基', ''],
      ['2026-12-31', '期限前', '契約', '保守', '情報政策課'],
      ['2027-01-12', '期限前', 'サポート', '住基', ''],
      ['2027-01-12', '期限前', 'サポート', '住基', ''],
      ['', '期限不明', '定期の義務', '', ''],
      ['', '期限不明', '定期の義務', '', ''],
      ['', '期限不明', '定期の義務', '', ''],
      ['', '期限不明', '定期の義務', '', ''],
    ]);
    expect(rows[0]?.['名称']).toBe("'=cmd|' /C calc'!A0");
    expect(rows[2]?.['台帳の表記']).toBe('令和8年12月');
    expect(rows[0]).toMatchObject({ ファイル: 'a.yaml', 行: '7' });
  });

  it('is in English, too', async () => {
    const [first] = rowsOf((await run('csv', inventory, '--lang', 'en')).stdout);
    expect(first).toMatchObject({ due: '2026-10-31', state: 'overdue', kind: 'contract', id: '式' });
  });
});

describe('what falls due as a calendar', () => {
  it('is one that others can read, with a whole day for each', async () => {
    const { events, properties } = readCalendar((await run('ical')).stdout);
    expect(properties['X-WR-CALNAME']).toBe('期限の来るもの ─ 関所町');
    expect(properties['X-WR-CALDESC']).toContain('2026-11-20 から 2027-02-18 まで（P90D）');
    expect(properties['X-WR-CALDESC']).toContain('いつ行ったか分からない');
    expect(events.map((event) => [event['DTSTART;VALUE=DATE'], event['CATEGORIES']])).toEqual([
      ['20261031', '契約'],
      ['20261231', 'サポート'],
      ['20261231', '契約,情報政策課'],
      ['20270112', 'サポート'],
      ['20270112', 'サポート'],
    ]);
    expect(events[0]?.['SUMMARY']).toBe("【期限切れ】契約の期限: =cmd|' /C calc'!A0");
    expect(events[2]?.['SUMMARY']).toBe(`契約の期限: ${long}`);
    expect(events[2]?.['DESCRIPTION']).toMatch(
      /^契約期間が終わります.*\n期限: 2026-12-31（令和8年12月）\n所管課: 情報政策課\n場所: a\.yaml:6:\d+$/,
    );
    expect(new Set(events.map(({ DTSTAMP }) => DTSTAMP))).toEqual(new Set(['20261120T000000Z']));
  });

  it('has the same bytes each time, whatever the clock says', async () => {
    const at = (now: string) =>
      inFolder({ 'a.yaml': inventory }, (directory) =>
        sekisho(['due', 'a.yaml', ...about, '-f', 'ical'], { directory, now }),
      );
    expect((await at('2026-11-20T03:00:00Z')).stdout).toBe((await at('2029-01-01T00:00:00Z')).stdout);
  });

  it('knows an entry again as its date moves and lines come and go, and no other body’s', async () => {
    const uids = async (text: string) =>
      readCalendar((await run('ical', text)).stdout).events.map(({ UID }) => UID);
    const before = await uids(inventory);
    const moved = inventory.replace('令和8年12月', '2026-12-30').replace('contracts:', '\n\ncontracts:');
    expect(new Set(await uids(moved))).toEqual(new Set(before));
    const shifted = inventory.replace(
      '      - { name: 業務OS, version: "10"',
      '      - { name: 表計算 }\n      - { name: 業務OS, version: "10"',
    );
    expect(new Set(await uids(shifted))).toEqual(new Set(before));
    const others = await uids(inventory.replace('999999', '999998'));
    expect(others.filter((uid) => before.includes(uid))).toEqual([]);
    expect(before.join()).not.toContain('保守');
  });

  it('is one where nothing falls due, too, and says so', async () => {
    const { events, properties } = readCalendar(
      (await run('ical', 'organization: { name: 関所町 }\n')).stdout,
    );
    expect(events).toEqual([]);
    expect(properties['X-WR-CALDESC']).toContain('期限の来るものも、期限の過ぎたものもありません');
  });

  it('tells two records of one id apart', async () => {
    const twice = inventory.replaceAll('id: 式', 'id: 保守');
    expect(readCalendar((await run('ical', twice)).stdout).events).toHaveLength(5);
  });
});

describe('every format of what falls due', () => {
  it.each(exampleRuns)('holds all of %s', async (folder, ...argv) => {
    const asked = ['due', folder, ...argv, '--within', 'P1Y', '--as-of', '2026-11-20'];
    for (const lang of ['ja', 'en'])
      await inFolder({}, async (out) => {
        const outputs = ['ical', 'csv', 'text'].flatMap((format) => [
          '-f',
          `${format}=${path.join(out, format)}`,
        ]);
        await sekisho([...asked, '--lang', lang, ...outputs], { directory: root });
        const written = (format: string) => readFile(path.join(out, format), 'utf8');
        const { events } = readCalendar(await written('ical'));
        const dated = rowsOf(await written('csv')).filter(
          (row) => row[lang === 'ja' ? '期限' : 'due'] !== '',
        );
        expect(dated.length).toBe(events.length);
        const counted = /(?:^|\n)(\d+)(?:件（うち| due,)/.exec(await written('text'));
        expect(Number(counted?.[1] ?? 0)).toBe(events.length);
      });
  });

  it('goes to files, several at once', async () => {
    await inFolder({ 'a.yaml': inventory }, async (directory) => {
      const files = Object.keys(dueFormats).map((format) => `${format}=out.${format}`);
      const { code, stdout } = await sekisho(
        ['due', 'a.yaml', ...about, ...files.flatMap((file) => ['-f', file])],
        { directory },
      );
      expect([code, stdout]).toEqual([0, '']);
      readCalendar(await readFile(path.join(directory, 'out.ical'), 'utf8'));
      const wrong = await sekisho(['due', 'a.yaml', ...about, '-f', '期限.ics'], { directory });
      expect(wrong.stderr).toContain('ical');
    });
  });

  it('names the cell of the register', async () => {
    const register = '管理番号,契約の名称,種類,終期\nK-1,保守業務,業務委託,2026-12-31\n';
    await inFolder({ '契約.csv': register }, async (directory) => {
      const argv = [
        'import',
        'register',
        '契約.csv',
        '--out',
        '台帳',
        '--section',
        'contracts',
        '--accept-guesses',
      ];
      expect((await sekisho(argv, { directory })).stderr).toBe('');
      const written = async (format: string) =>
        (await sekisho(['due', '台帳', ...about, '-f', format], { directory })).stdout;
      expect(await written('text')).toContain('← 契約.csv 契約!D2');
      expect(rowsOf(await written('csv'))[0]).toMatchObject({
        元の表のファイル: '契約.csv',
        元の表のセル: 'D2',
      });
      expect(readCalendar(await written('ical')).events[0]?.['DESCRIPTION']).toContain('← 契約.csv 契約!D2');
    });
  });

  it('says on which lines an inventory is broken that nobody knows', async () => {
    const broken = inventory.replace('2027-01-12\n', 'いつか\n');
    for (const format of Object.keys(dueFormats)) {
      const { code, stdout } = await run(format, broken);
      expect(code).toBe(1);
      expect(stdout.replaceAll('\r\n ', '')).toContain('読めないか正しくないところが1か所');
    }
  });
});
