import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { columns } from '../../src/report/paper/columns.ts';
import { type Run, sekisho } from '../support/cli.ts';
import { inRepository } from '../support/git.ts';
import { inFolder } from '../support/load.ts';

const register = `管理番号,情報資産の名称,所管課,管理責任者,機密性,完全性,可用性,保存時の暗号化
A-1,住民票,町民課,町民課長,3,2,2,無
A-2,税務台帳,税務課,,2,2,2,有
`;
const state = '台帳/register.import.json';
const rules = ['classification/manager-assigned', 'classification/levels-assigned'];
const judging = [
  ...['-p', 'minakami', '--as-of', '2026-11-20'],
  ...rules.flatMap((rule) => ['--rule', rule]),
];

/** Imports a register, and uses the folder that the inventory then lies in. */
function imported(use: (folder: string) => Promise<void>): Promise<void> {
  return inFolder({ '情報資産.csv': register }, async (directory) => {
    const argv = ['import', 'register', '情報資産.csv', '--out', '台帳', '--section', 'assets'];
    const { code, stderr } = await sekisho([...argv, '--accept-guesses'], { directory });
    expect(stderr).toBe('');
    expect(code).toBe(0);
    await use(directory);
  });
}

function check(directory: string, ...argv: string[]): Promise<Run> {
  return sekisho(['check', '台帳', ...judging, ...argv], { directory, columns: 80 });
}

interface JsonReport {
  readonly notices: readonly { readonly code: string; readonly message: string }[];
  readonly findings: readonly {
    readonly ruleId: string;
    readonly verdict: string;
    readonly fingerprint: string;
    readonly record: { readonly id: string };
    readonly location: { readonly line: number; readonly source?: object };
  }[];
}

async function report(directory: string, ...argv: string[]): Promise<JsonReport> {
  const { stdout } = await check(directory, '-f', 'json', ...argv);
  return JSON.parse(stdout) as JsonReport;
}

function edit(directory: string, file: string, change: (text: string) => string): Promise<void> {
  const target = path.join(directory, file);
  return readFile(target, 'utf8').then((text) => writeFile(target, change(text)));
}

function withoutSources(all: JsonReport['findings']) {
  return all.map(({ location: { source: _, ...location }, ...finding }) => ({ ...finding, location }));
}

const ofManager = { file: '情報資産.csv', sheet: '情報資産', cell: 'D3' };

describe('a finding on a record from a register', () => {
  it('names the blank cell, of a field that is missing', async () => {
    await imported(async (directory) => {
      const { findings } = await report(directory);
      expect(findings.map(({ record, location }) => [record.id, location.source])).toEqual([
        ['A-2', ofManager],
      ]);
    });
  });

  it('names the cell of the field, also where the YAML was changed since', async () => {
    await imported(async (directory) => {
      await edit(directory, '台帳/assets.yaml', (text) =>
        text.replace('confidentiality: 3', 'confidentiality: 秘').replace('町民課長', 'false'),
      );
      const { findings } = await report(directory);
      expect(findings.map(({ ruleId, location }) => [ruleId, location.source])).toEqual([
        ['classification/manager-assigned', { ...ofManager, cell: 'D2' }],
        ['inventory/unknown-level', { ...ofManager, cell: 'E2' }],
        ['classification/manager-assigned', ofManager],
      ]);
    });
  });

  it('names the cell of a value that the vocabulary does not know', async () => {
    await imported(async (directory) => {
      await edit(directory, '台帳/assets.yaml', (text) => text.replace('atRest: false', 'atRest: たぶん'));
      const { findings } = await report(directory, '--rule', 'inventory/schema');
      expect(findings.map(({ location }) => location.source)).toContainEqual({ ...ofManager, cell: 'H2' });
    });
  });

  it.each(['ja', 'en'])(
    'says so in every report in %s, within the width of the terminal',
    async (language) => {
      await imported(async (directory) => {
        await edit(directory, '台帳/assets.yaml', (text) => text.replace('町民課長', 'false'));
        const place = '台帳/assets.yaml:16:5 ← 情報資産.csv 情報資産!D3';
        const written = async (format: string) =>
          (await check(directory, '--lang', language, '-f', format)).stdout;
        const text = await written('text');
        // biome-ignore lint/suspicious/noControlCharactersInRegex: colours
        const plain = text.replaceAll(/\u001b\[[\d;]*m/g, '');
        expect(plain).toContain('    ← 情報資産.csv 情報資産!D2\n');
        expect(plain.replaceAll(/\s+/g, ' ')).toContain(place);
        expect(Math.max(...plain.split('\n').map(columns))).toBeLessThanOrEqual(80);
        const asked = { 'todo=a.txt': place, 'todo=a.md': '16 ← 情報資産.csv 情報資産!D3', markdown: place };
        for (const [format, expected] of Object.entries(asked)) {
          const [, file] = format.split('=');
          const shown = await written(format);
          const content = file === undefined ? shown : await readFile(path.join(directory, file), 'utf8');
          expect(content.replaceAll(/\s+/g, ' ')).toContain(expected);
        }
        expect(await written('html')).toContain('<span class="code soft">← 情報資産.csv 情報資産!D2</span>');
        const { runs } = JSON.parse(await written('sarif')) as {
          readonly runs: readonly {
            readonly results: readonly { readonly properties?: { readonly source?: object } }[];
          }[];
        };
        expect(runs[0]?.results.map(({ properties }) => properties?.source)).toContainEqual({
          ...ofManager,
          cell: 'D2',
        });
        await written('todo=a.csv');
        const toDo = await readFile(path.join(directory, 'a.csv'), 'utf8');
        for (const [table, cell] of [
          [await written('csv'), 'D2'],
          [toDo, 'D3'],
        ] as const) {
          const [head = [], first = []] = Papa.parse<string[]>(table.slice(1)).data;
          const names = {
            ja: ['元の表のファイル', '元の表のシート', '元の表のセル'],
            en: ['source file', 'source sheet', 'source cell'],
          };
          expect(head.slice(-3)).toEqual(names[language as 'ja' | 'en']);
          expect(first.slice(-3)).toEqual(['情報資産.csv', '情報資産', cell]);
        }
      });
    },
  );

  it('is the same finding as without the register, with the same fingerprint', async () => {
    await imported(async (directory) => {
      const { findings } = await report(directory);
      const { stdout } = await check(directory, '-f', 'csv');
      await rm(path.join(directory, state));
      const without = await report(directory);
      expect(without.findings).toEqual(withoutSources(findings));
      expect(without.notices.map(({ code }) => code)).toEqual(['rules-left-out']);
      const table = (await check(directory, '-f', 'csv')).stdout;
      expect(stdout.split('\r\n')[0]).toBe(
        `${table.split('\r\n')[0]},元の表のファイル,元の表のシート,元の表のセル`,
      );
    });
  });

  it('names no cell for a second record of the same id', async () => {
    await imported(async (directory) => {
      await edit(
        directory,
        '台帳/assets.yaml',
        (text) => `${text}  - { id: A-2, name: 写し, manager: false }\n`,
      );
      const { findings } = await report(directory);
      expect(
        findings.filter(({ record }) => record.id === 'A-2').map(({ location }) => location.source),
      ).toEqual([ofManager, undefined, undefined, undefined]);
    });
  });
});

describe('a state that cannot be read', () => {
  it.each([
    ['damaged', (text: string) => text.slice(0, text.lastIndexOf('"cells"')), 3, '壊れています'],
    ['empty', () => '', 1, '壊れています'],
    ['of another program', () => '{"a":1}', 1, '取り込みの記録ではありません'],
    ['from a merge', (text: string) => text.replace('{"section"', '<<<<<<< HEAD\n{"section"'), 2, '競合の印'],
    ['with a wrong cell', (text: string) => text.replace('"B3"', '"=1+1"'), 3, '正しくありません'],
    ['made to use up the memory', () => '['.repeat(8_000_000), 1, '取り込みの記録ではありません'],
    ['larger than its limit', () => ' '.repeat(64 * 1024 * 1024 + 1), 1, '大きすぎます'],
  ])('%s, gives no cells, and a notice of where and why', async (_, change, line, why) => {
    await imported(async (directory) => {
      const { findings } = await report(directory);
      await edit(directory, state, change);
      const broken = await report(directory);
      expect(broken.findings).toEqual(withoutSources(findings));
      const [notice] = broken.notices.filter(({ code }) => code === 'cells-not-named');
      expect(notice?.message).toContain(`${state}:${line}: `);
      expect(notice?.message).toContain(why);
      const english = await report(directory, '--lang', 'en');
      expect(english.notices.at(-1)?.message).toContain(`${state}:${line} `);
    });
  });

  it('is none where a folder has its name', async () => {
    await imported(async (directory) => {
      await rm(path.join(directory, state));
      await mkdir(path.join(directory, state));
      const { findings, notices } = await report(directory);
      expect(findings.map(({ location }) => location.source)).toEqual([undefined]);
      expect(notices.map(({ code }) => code)).toEqual(['rules-left-out']);
    });
  });
});

describe('with an earlier commit', () => {
  const segments = (connection: string) => `
segments:
  - { id: 番号, name: 番号, layer: mynumber }
  - { id: 網, name: 網, layer: internet }
connections:
${connection}
`;
  const connection = '  - { id: 直通, name: 直通, from: 番号, to: 網, control: none }';
  const stateWith = (cell: string) =>
    `{"version":1,"records":[\n{"section":"connections","id":"直通","file":"通信.xlsx","sheet":"許可","row":4,"values":{"name":"直通"},"cells":{"name":"${cell}"}}\n]}\n`;
  const sourceIn = (cell: string) => ({ file: '通信.xlsx', sheet: '許可', cell });

  it('cells are those of the state that a place is in', async () => {
    await inRepository(
      { '台帳/通信.yaml': segments(connection), [state]: stateWith('B4') },
      async (place) => {
        await place.write({ [state]: stateWith('C9') });
        const now = await place.report(['台帳', '--base', 'HEAD']);
        const ofNow = now.findings
          .filter(({ record }) => record.id === '直通')
          .map(({ location }) => location);
        expect(ofNow.length).toBeGreaterThan(0);
        for (const location of ofNow) expect(location).toMatchObject({ source: sourceIn('C9') });
        expect(now.findings.map((finding) => finding.state)).not.toContain('new');

        await place.write({ '台帳/通信.yaml': segments('  []'), [state]: null });
        const gone = await place.report(['台帳', '--base', 'HEAD']);
        expect(gone.networkChange?.closed[0]?.hops).toMatchObject([{ location: { source: sourceIn('B4') } }]);
      },
      ['-p', 'minakami'],
    );
  });

  it('a trusted state reads its own, and none is a change to what was trusted', async () => {
    await inRepository(
      { '台帳/通信.yaml': segments(connection), [state]: stateWith('B4') },
      async (place) => {
        await place.write({ [state]: stateWith('C9') });
        const { findings, trusted } = await place.report(['台帳', '--trust', 'HEAD']);
        const [found] = findings.filter(({ record }) => record.id === '直通');
        expect(found?.location).toMatchObject({ source: sourceIn('C9') });
        expect(trusted?.changes).toEqual([]);
      },
      ['-p', 'minakami'],
    );
  });
});
