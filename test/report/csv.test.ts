import path from 'node:path';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { csv as inPieces } from '../../src/report/findings/csv/csv.ts';
import { changedFinding } from '../../src/result/derived-finding.ts';
import { sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';
import { whole } from '../support/report-text.ts';
import { exampleRuns, resultOf } from '../support/result.ts';

const csv = whole(inPieces);

const root = path.resolve(import.meta.dirname, '../..');
const options = { language: 'ja', color: 0, include: [] } as const;

/** As much of a finding in a JSON report as is read here. */
interface Found {
  readonly message: string;
  readonly fingerprint: string;
  readonly record: { readonly id: string; readonly name: string };
  readonly location: { readonly line: number };
}

/** What is judged where one finding is enough. */
const rule = ['classification/manager-assigned'];

/** Reads it back, each row by the names of its columns. */
function read(text: string): Readonly<Record<string, string>>[] {
  const { data, errors } = Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ''), {
    header: true,
    newline: '\r\n',
    skipEmptyLines: true,
  });
  expect(errors).toEqual([]);
  return data;
}

describe('the csv report', () => {
  it.each(exampleRuns)('of %s holds all findings, each in its row', async (folder, ...argv) => {
    for (const lang of ['ja', 'en']) {
      const run = async (format: string) =>
        (
          await sekisho(['check', folder, ...argv, '-f', format, '--lang', lang, '--as-of', '2026-11-20'], {
            directory: root,
          })
        ).stdout;
      const text = await run('csv');
      // Excel takes a file for UTF-8 by this mark alone.
      expect(text.startsWith('\uFEFF')).toBe(true);
      expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
      const { findings } = JSON.parse(await run('json'));
      const column = {
        ja: ['id', '名称', '指摘', '行', '指紋'],
        en: ['id', 'name', 'finding', 'line', 'fingerprint'],
      };
      const names = column[lang as 'ja' | 'en'];
      expect(read(text).map((row) => names.map((name) => row[name]))).toEqual(
        (findings as Found[]).map((finding) => [
          finding.record.id,
          finding.record.name,
          finding.message,
          String(finding.location.line),
          finding.fingerprint,
        ]),
      );
    }
  });

  it('has a column for everything that somebody sorts by', async () => {
    const { stdout } = await sekisho(
      ['check', 'examples/town', '-p', 'minakami', '-f', 'csv', '--as-of', '2026-11-20'],
      { directory: root },
    );
    expect(read(stdout).find(({ id }) => id === '嘱託医')).toEqual({
      判定: '違反',
      深刻度: '高',
      前回との比較: '',
      ポリシー条項: 'minakami 4)遵守事項[2] 支給以外の端末の業務利用',
      台帳の区分: '職員等の区分 (staffGroups)',
      id: '嘱託医',
      名称: '嘱託医・産業医（非常勤特別職）',
      機関: '町長部局',
      所管課: '',
      項目: 'privateDevices.prohibited',
      未記入: '',
      指摘: '「嘱託医・産業医（非常勤特別職）」は支給以外の端末の業務利用が禁止されていません。',
      対処: expect.stringContaining('privateDevices.prohibited を true に改めてください'),
      ファイル: 'examples/town/団体.yaml',
      行: '116',
      桁: '35',
      原因: '',
      ルール: 'human/private-devices-prohibited',
      ルールの題名: '支給以外の端末の業務利用を禁止する',
      計上しない理由: '例外措置の適用中',
      例外措置: '例外-R8-1',
      例外措置の理由等: expect.stringContaining('嘱託医は診療所の自分の端末で'),
      承認者: '最高情報セキュリティ責任者（副町長）',
      期限: '2027-03-31',
      指紋: expect.stringMatching(/^v1:/),
    });
  });

  it('holds quotes, commas and lines within their cells', async () => {
    const yaml = 'assets:\n  - { id: a, name: "住民\\"票\\", 写し\\r\\n2", manager: false }\n';
    const [row] = read(csv(await resultOf({ 'a.yaml': yaml }, rule), options));
    expect(row?.['名称']).toBe('住民"票", 写し 2');
  });

  it('lets no cell be a formula, in full width, behind blanks or whatever an inventory begins with', async () => {
    const result = await resultOf(
      { 'a.yaml': 'assets:\n  - { id: a, name: 住民票, manager: false }\n' },
      rule,
    );
    const [finding] = result.findings;
    if (finding === undefined) throw new Error('nothing found');
    const cellsOf = (name: string) => {
      const named = changedFinding(finding, { record: { ...finding.record, id: name, name } });
      const [row] = read(csv({ ...result, findings: [named] }, options));
      return [row?.['id'], row?.['名称']];
    };
    for (const name of [
      '=1+1',
      '+1',
      '-1',
      '@SUM(A1)',
      '＝1',
      '＋1',
      '－1',
      '＠1',
      '\t=1',
      '\r=1',
      '\n=1',
      ' =1',
    ])
      for (const cell of cellsOf(name)) expect(cell?.startsWith("'")).toBe(true);
    for (const name of ['　=1', '\u200B=1', '\u00A0＝1', '\tx'])
      for (const cell of cellsOf(name)) expect(cell?.startsWith("'")).toBe(true);
    expect(cellsOf('住民票=1')).toEqual(['住民票=1', '住民票=1']);

    const characters = fc.string({
      unit: fc.constantFrom(...'=+-@＝＋－＠\t\r\n ",;\'a台　\u200B\uFEFF\u00AD'),
    });
    fc.assert(
      fc.property(characters, (name) => {
        for (const cell of cellsOf(name)) expect(cell?.normalize('NFKC')).not.toMatch(/^[\s\p{Cf}]*[=+\-@]/u);
      }),
    );
  });

  it('lets none be one where a semicolon ends a cell, as LibreOffice reads it', async () => {
    const yaml =
      'assets:\n  - { id: "a;=1+1", name: "b; ＝1", manager: false }\n  - { id: "c; d", name: e, manager: false }\n';
    const text = csv(await resultOf({ 'a.yaml': yaml }, rule), options);
    expect(text).toContain(',"a;=1+1","b; ＝1",');
    expect(text).toContain(',c; d,e,');
    expect(read(text).map(({ id }) => id)).toEqual(['a;=1+1', 'c; d']);
  });

  it('does not look clean where the run broke', async () => {
    await inFolder({ 'a.yaml': 'assets: []\n' }, async (directory) => {
      const { stdout, code } = await sekisho(['a.yaml', '-f', 'csv'], { directory });
      expect(code).toBe(2);
      expect(read(stdout)).toMatchObject([{ 判定: '実行できず', ルール: 'no-policy' }]);
    });
  });
});
