import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { spreadsheetLimits } from '../../src/spreadsheet/limits.ts';
import { openArchive } from '../../src/spreadsheet/xlsx/archive.ts';
import { sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';
import { reportsOf } from '../support/redaction.ts';

const inventory = `
organization: { name: 試験町 }
segments:
  - { id: core, name: 基幹, layer: mynumber }
  - { id: net, name: 出口, layer: internet }
systems:
  - { id: a, name: 中継器, type: server, segments: [core, net], forwards: true }
`;
const marking = '自治体機密性2・<取扱注意> & 複製禁止';
const configuration = `sekisho: 1\npolicy: isesaki\nmarking: ${JSON.stringify(marking)}\n`;

/** How the formats write the mark. */
const written: Readonly<Record<string, string>> = {
  html: '自治体機密性2・&lt;取扱注意&gt; &amp; 複製禁止',
  svg: '自治体機密性2・&lt;取扱注意&gt; &amp; 複製禁止',
  junit: '自治体機密性2・&lt;取扱注意&gt; &amp; 複製禁止',
  dot: '自治体機密性2・<取扱注意> &amp; 複製禁止',
};

/** The bytes of GitLab's format are a list of issues and nothing else; that of JSON is told by its schema. */
const without = ['check gitlab', 'check ndjson'];

async function partsOf(file: string): Promise<ReadonlyMap<string, string>> {
  const archive = openArchive(await readFile(file), spreadsheetLimits);
  return new Map(archive.names.map((name) => [name, Buffer.from(archive.unpack(name)).toString('utf8')]));
}

describe('the handling mark of the configuration', () => {
  it('is in every format that has a place for it', async () => {
    const reports = await inFolder({ 'a.yaml': inventory, 'sekisho.config.yaml': configuration }, (folder) =>
      reportsOf(folder, []),
    );
    for (const [name, report] of Object.entries(reports)) {
      if (name.endsWith('stderr') || without.includes(name)) continue;
      const format = name.split(' ')[1] ?? '';
      const plain = report.replaceAll(/\\(?=[^u"])|#(?:38|60|62);/g, (mark) =>
        mark.startsWith('#') ? String.fromCharCode(Number(mark.slice(1, -1))) : '',
      );
      const marked = written[format] ?? marking;
      const found = [plain, plain.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')];
      expect({ name, found: found.some((one) => one.includes(marked)) }).toEqual({ name, found: true });
    }
  });

  it('is in sight on every page of the audit report, and of every printed one', async () => {
    const reports = await inFolder({ 'a.yaml': inventory, 'sekisho.config.yaml': configuration }, (folder) =>
      reportsOf(folder, [], ['check']),
    );
    const page = reports['check html'] ?? '';
    expect(page).toMatch(/<body>\s*<p class="handling" role="note"><span>取扱区分：自治体機密性2/);
    expect(page).toMatch(/--running-mark:"取扱区分\\ff1a 自治体機密性2\\30fb /);
    expect(page).toMatch(/@bottom-left\s*\{\s*content:\s*var\(--running-mark\)/);
    // Where there are no margin boxes, the head of a table does the same.
    expect(page).toMatch(/@supports not[\s\S]*\.handling\s*\{\s*display:\s*table-header-group/);
    expect(page).not.toContain('取扱区分を定めてください');
  });

  it('leaves a csv a table: a column of its own, with the mark in every row', async () => {
    const reports = await inFolder({ 'a.yaml': inventory, 'sekisho.config.yaml': configuration }, (folder) =>
      reportsOf(folder, ['--redact'], ['check']),
    );
    for (const name of ['check csv', 'check todo.csv']) {
      const [header = '', ...rows] = (reports[name] ?? '').trimEnd().split('\r\n');
      expect(header.replace('\ufeff', '').split(',').slice(-2)).toEqual(['取扱区分', '伏せたもの']);
      expect(rows.length).toBeGreaterThan(3);
      for (const row of rows.filter((one) => /,/.test(one)).slice(0, 3))
        expect(row).toMatch(/自治体機密性2・<取扱注意> & 複製禁止,アドレス・氏名等・製品$/);
    }
  });

  it('is asked for on the cover of the audit report alone, where there is none', async () => {
    for (const [lang, asked] of [
      ['ja', '取扱区分を定めてください（設定ファイル sekisho.config.yaml の marking:'],
      ['en', 'Settle how this report is to be handled: what marking: in sekisho.config.yaml says'],
    ] as const) {
      const reports = await inFolder({ 'a.yaml': inventory }, (folder) =>
        reportsOf(folder, ['-p', 'isesaki', '--lang', lang]),
      );
      for (const [name, report] of Object.entries(reports))
        expect({ name, asked: report.split(asked).length - 1 }).toEqual({
          name,
          asked: name === 'check html' ? 1 : 0,
        });
      expect(reports['check html']).not.toContain('class="handling"');
    }
  });

  it('is at the head of every printed sheet of the workbooks, and on the front sheet', async () => {
    await inFolder(
      { '台帳/a.yaml': inventory, '台帳/sekisho.config.yaml': configuration },
      async (directory) => {
        const register = await sekisho(['export', 'register', '台帳', '--out', 'r.xlsx'], { directory });
        expect(register.code, register.stderr).toBe(0);
        await mkdir(path.join(directory, 'todo'));
        const toDo = await sekisho(['export', 'todo', '台帳', '--out', 'todo'], { directory });
        expect(toDo.code, toDo.stderr).toBe(0);
        for (const file of ['r.xlsx', 'todo/記入依頼.xlsx']) {
          const parts = await partsOf(path.join(directory, file));
          const sheets = [...parts].filter(([name]) => name.startsWith('xl/worksheets/sheet'));
          expect(sheets.length).toBeGreaterThan(0);
          for (const [, xml] of sheets)
            expect(xml).toContain(
              '<oddHeader>&amp;C&amp;B 自治体機密性2・&lt;取扱注意&gt; &amp;&amp; 複製禁止</oddHeader>',
            );
          expect(parts.get('xl/sharedStrings.xml')).toContain(
            '自治体機密性2・&lt;取扱注意&gt; &amp; 複製禁止',
          );
        }
      },
    );
  });

  it('is offered by init', async () => {
    await inFolder({}, async (directory) => {
      const { code, stderr } = await sekisho(['init', '台帳', '--name', '試験町', '-p', 'isesaki', '-y'], {
        directory,
      });
      expect(code, stderr).toBe(0);
      expect(await readFile(path.join(directory, '台帳/sekisho.config.yaml'), 'utf8')).toContain(
        '# marking: 自治体機密性2・取扱注意',
      );
    });
  });
});
