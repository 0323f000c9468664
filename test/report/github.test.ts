import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { githubNotices, github as inPieces } from '../../src/report/findings/github.ts';
import { changedFinding } from '../../src/result/derived-finding.ts';
import type { Finding, Result } from '../../src/result/result.ts';
import { sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';
import { whole } from '../support/report-text.ts';
import { exampleRuns, resultOf, swollen } from '../support/result.ts';

const github = whole(inPieces);

const root = path.resolve(import.meta.dirname, '../..');
const options = { language: 'ja', color: 0, include: [] } as const;

interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

/** Reads a log as the runner does (its ActionCommand.cs): every line that begins a command, its parts taken back. */
function commandsIn(log: string): Command[] {
  const back = (text: string, tokens: readonly (readonly [string, string])[]) =>
    tokens.reduce((all, [escaped, token]) => all.replaceAll(escaped, token), text);
  const data = [
    ['%0D', '\r'],
    ['%0A', '\n'],
    ['%25', '%'],
  ] as const;
  const property = [...data.slice(0, 2), ['%3A', ':'], ['%2C', ','], ...data.slice(2)] as const;
  return log.split(/\r\n|\r|\n/).flatMap((line) => {
    const trimmed = line.trimStart();
    const end = trimmed.indexOf('::', 2);
    if (!trimmed.startsWith('::') || end < 0) return [];
    const [name = '', ...rest] = trimmed.slice(2, end).split(' ');
    const pairs = rest.join(' ').split(',').filter(Boolean);
    const properties = Object.fromEntries(
      pairs.map((pair) => {
        const at = pair.indexOf('=');
        return [pair.slice(0, at), back(pair.slice(at + 1), property)];
      }),
    );
    return [{ name, properties, data: back(trimmed.slice(end + 2), data) }];
  });
}

const withSeverities = (result: Result, severities: readonly Finding['severity'][]): Result => ({
  ...result,
  findings: swollen(result, severities.length).findings.map((finding, index) =>
    changedFinding(finding, { severity: severities[index] ?? 'info' }),
  ),
});
/** What is judged where one finding is enough. */
const rule = ['classification/manager-assigned'];
const failing = 'assets:\n  - id: a\n    name: 住民票\n    manager: false\n';

describe('the github report', () => {
  it.each(exampleRuns)('of %s has a command for each fail, none of them broken', async (folder, ...argv) => {
    for (const lang of ['ja', 'en']) {
      const run = (...more: string[]) =>
        sekisho(['check', folder, ...argv, '--lang', lang, '--as-of', '2026-11-20', ...more], {
          directory: root,
        });
      const { findings, notices } = JSON.parse((await run('-f', 'json')).stdout);
      const count = (...verdicts: string[]) =>
        findings.filter(
          (one: { verdict: string; suppression: unknown }) =>
            one.suppression === null && verdicts.includes(one.verdict),
        ).length;
      const first = notices.map(({ code }: { code: string }) => code);
      const told = async (...more: string[]) => {
        const commands = commandsIn((await run('-f', 'github', ...more)).stdout);
        const titles = commands.slice(0, first.length).map(({ properties }) => properties['title']);
        expect(titles).toEqual(first);
        return commands.slice(first.length);
      };
      expect(await told()).toHaveLength(count('fail'));
      const all = await told('--include', 'unknown,review');
      expect(all).toHaveLength(count('fail', 'unknown', 'review'));
      for (const { name, properties } of all) {
        expect(['error', 'warning', 'notice']).toContain(name);
        expect(Object.keys(properties)).toEqual(['file', 'line', 'endLine', 'col', 'endColumn', 'title']);
      }
    }
  });

  it('stands on the line concerned, with what to do and the clause', async () => {
    const [found] = commandsIn(github(await resultOf({ '台帳/a,b:c.yaml': failing }), options));
    expect(found).toEqual({
      name: 'error',
      properties: {
        file: '台帳/a,b:c.yaml',
        line: '4',
        endLine: '4',
        col: '14',
        endColumn: '18',
        title: '違反: 情報資産の管理責任を負う者を定める',
      },
      data: expect.stringMatching(
        /^「住民票」は管理責任を負う者が定められていません。\n条項: minakami 3\)管理責任\[1\] 管理責任を負う者\n対処: /,
      ),
    });
  });

  it('lets nothing in an inventory become a command', async () => {
    const name =
      'A\\n::set-output name=x::y\\r\\n::stop-commands::z\\r::add-mask::q%0A::error::w,file=/etc/passwd ##[add-mask]v';
    const yaml = `assets:\n  - { id: "::warning::a", name: "${name}", manager: false }\n`;
    const log = github(await resultOf({ 'x%0A::debug::.yaml': yaml }), options);
    expect(log.trimEnd().split(/[\r\n]+/)).toHaveLength(2);
    const [found, ...others] = commandsIn(log);
    expect(others).toEqual([]);
    expect(found?.properties['file']).toBe('x%0A::debug::.yaml');
    expect(found?.data).toContain(
      'A ::set-output name=x::y ::stop-commands::z ::add-mask::q%0A::error::w,file=/etc/passwd',
    );
  });

  it('begins with the heaviest, and with what is new', async () => {
    const judged = { ...(await resultOf({ 'a.yaml': failing }, rule)), notices: [] };
    const result = withSeverities(judged, ['info', 'error', 'warning', 'error']);
    const findings = result.findings.map((finding, index) =>
      changedFinding(finding, {
        message: { ja: `第${index}`, en: '' },
        state: index === 1 ? 'unchanged' : 'new',
      }),
    );
    expect(commandsIn(github({ ...result, findings }, options)).map(({ data }) => data.slice(0, 2))).toEqual([
      '第3',
      '第1',
      '第2',
      '第0',
    ]);
  });

  it('says how many GitHub will not show: more than ten of a kind', async () => {
    const judged = await resultOf({ 'a.yaml': failing }, rule);
    const result = { ...judged, notices: [] };
    const severities = [...Array(12).fill('error'), ...Array(10).fill('warning'), ...Array(11).fill('info')];
    expect(githubNotices(withSeverities(result, severities.slice(2, 22)), options)).toEqual([]);
    const all = withSeverities(result, severities);
    expect(githubNotices(all, options)[0]?.ja).toContain('33件のうち重いものから30件が示され、残り3件は');
    const withNotice = { ...all, notices: judged.notices };
    expect(githubNotices(withNotice, options)[0]?.ja).toContain(
      '33件のうち重いものから29件が示され、残り4件は',
    );
    const crash = { code: 'rule-crashed', message: { ja: '', en: '' }, location: null } as const;
    expect(githubNotices({ ...all, errors: [crash] }, options)[0]?.en).toContain('29 of 33 findings');
  });

  it('says so on stderr, and leaves the exit code as it is', async () => {
    const records = Array.from({ length: 11 }, (_, i) => `  - { id: a${i}, name: 第${i}, manager: false }\n`);
    await inFolder({ 'a.yaml': `assets:\n${records.join('')}` }, async (directory) => {
      const { stderr, code } = await sekisho(['a.yaml', '-p', 'minakami', '-f', 'github'], { directory });
      expect(stderr).toContain('11件のうち重いものから10件が示され、残り1件');
      expect(code).toBe(1);
    });
  });

  it('is an error where the policy is to be written, where the run broke', async () => {
    await inFolder({ 'a.yaml': 'assets: []\n' }, async (directory) => {
      const { stdout, code } = await sekisho(['a.yaml', '-f', 'github'], { directory });
      expect(code).toBe(2);
      expect(commandsIn(stdout)).toEqual([
        {
          name: 'error',
          properties: expect.objectContaining({ title: 'no-policy', file: 'a.yaml', line: '1' }),
          data: expect.stringContaining('判定に使うポリシーが決まりません'),
        },
      ]);
    });
  });
});
