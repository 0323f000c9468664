import path from 'node:path';
import fc from 'fast-check';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import { pullRequest as inPieces } from '../../src/report/findings/pull-request/pull-request.ts';
import { code, quoted } from '../../src/report/findings/pull-request/quoted.ts';
import { factOf } from '../../src/report/findings/to-do/to-dos.ts';
import { changedFinding } from '../../src/result/derived-finding.ts';
import type { Finding, Result } from '../../src/result/result.ts';
import { sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';
import { whole } from '../support/report-text.ts';
import { exampleRuns, hopBy, placeIn, resultOf, swollen } from '../support/result.ts';

const pullRequest = whole(inPieces);

/** How many of the made-up inputs are tried: some in each run of all tests, all where SEKISHO_FULL asks for the long form. */
const share = (process.env['SEKISHO_FULL'] ?? '') === '' ? 0.3 : 1;

const root = path.resolve(import.meta.dirname, '../..');
const ja = { language: 'ja', color: 0, include: [] } as const;
const en = { language: 'en', color: 0, include: [] } as const;

/** What GitHub makes of it: GitHub Flavored Markdown, with the HTML that stands in it. */
const html = (markdown: string) =>
  micromark(markdown, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] });

/** The elements in a page, each once. */
const elements = (page: string) => new Set([...page.matchAll(/<([a-z]\w*)/gi)].map(([, name]) => name));
const ours = ['h2', 'h3', 'hr', 'p', 'ul', 'li', 'strong', 'code', 'details', 'summary', 'blockquote'].concat(
  'table',
  'thead',
  'tbody',
  'tr',
  'th',
  'td',
);

const yaml = `assets:
  - { id: a, name: 住民票, manager: false }
  - { id: b, name: 課税台帳, manager: false }
  - { id: c, name: 選挙人名簿 }
`;
const few = () => resultOf({ '台帳.yaml': yaml }, ['classification/manager-assigned']);

/** The findings of the small inventory, each standing as it is told to. */
async function standing(...changes: readonly Partial<Finding>[]): Promise<Result> {
  const result = await few();
  const findings = result.findings.map((finding, index) => changedFinding(finding, changes[index] ?? {}));
  return { ...result, findings };
}

describe('the markdown report', () => {
  it.each(exampleRuns)('of %s is short enough, and of our elements alone', async (folder, ...argv) => {
    for (const lang of ['ja', 'en']) {
      const { stdout } = await sekisho(
        ['check', folder, ...argv, '-f', 'markdown', '--lang', lang, '--as-of', '2026-11-20'],
        { directory: root },
      );
      expect(stdout.length).toBeLessThan(65_000);
      expect(stdout.split('\n')[0]).toBe('<!-- sekisho -->');
      expect([...elements(html(stdout))].filter((name) => !ours.includes(name ?? ''))).toEqual([]);
      expect(stdout).toContain(lang === 'ja' ? '判定日 2026-11-20' : 'as of 2026-11-20');
    }
  });

  it('counts, tells each finding with clause and remedy, then what to fill in, and how the clauses stand', async () => {
    expect(pullRequest(await few(), ja)).toMatchSnapshot();
    expect(pullRequest(await few(), en)).toMatchSnapshot();
  });

  it('shows what is new and folds the rest away, where it is compared', async () => {
    const result = await standing(
      { state: 'new' },
      { state: 'unchanged', suppression: { kind: 'baseline', justification: '' } },
      { state: 'changed' },
    );
    const fixed = [{ ...result.findings[0], ruleId: 'human/training-current', message: undefined }].map(
      ({ ruleId, record, fingerprint }) => ({
        ruleId: ruleId ?? '',
        verdict: 'fail' as const,
        record: { kind: 'staffGroups', id: 's', name: record?.name ?? '' },
        fingerprint: fingerprint ?? '',
      }),
    );
    const comparison = { against: 'baseline', name: 'sekisho-baseline.json', fixed } as const;
    const text = pullRequest({ ...result, comparison }, ja);
    expect(text).toContain('新しい指摘 2件（解消 1件、変わらず 1件）');
    expect(text).toContain('| 判定 | 新規 | 判定が変わった | 変わらず | 解消 |');
    expect(text).toContain('| 違反 | 1 | 0 | 1 | 1 |');
    expect(text).toContain('| 判定不能 | 0 | 1 | 0 | 0 |');
    expect(text).toContain('ベースライン（sekisho-baseline.json）と比べました。');
    const [open = '', ...folds] = text.split('<details>');
    expect(open).toContain('「住民票」は管理責任を負う者が定められていません。');
    expect(open).not.toContain('課税台帳');
    expect(folds.find((fold) => fold.includes('以前からの指摘 1件'))).toContain('「課税台帳」');
    expect(folds.find((fold) => fold.includes('解消した指摘 1件'))).toContain('(staffGroups/s)');
  });

  it('says what the change opens and closes, and what it does to that by which it is judged', async () => {
    const end = (id: string, name: string) => ({ id, name: { ja: name, en: id } });
    const hop = (name: string) => ({
      message: { ja: name, en: name },
      record: { kind: 'connections', id: 'x', name },
      location: placeIn('network.yaml', 7),
      hop: hopBy({ kind: 'connections', id: 'x', name }),
    });
    const result: Result = {
      ...(await few()),
      networkChange: {
        opened: [
          {
            from: end('mynumber', 'マイナンバー利用事務系'),
            to: end('internet', 'インターネット接続系'),
            kind: 'normal',
            hops: [hop('住基端末 → 臨時ルータ'), hop('臨時ルータ → 公開ネットワーク')],
          },
        ],
        closed: [],
      },
      trusted: {
        ref: 'origin/main',
        changes: [
          { kind: 'exception', name: '例外-R8-9', change: 'added' },
          { kind: 'configuration', name: 'sekisho.config.yaml', change: 'changed' },
        ],
      },
      unrelated: { since: 'origin/main', count: 12 },
    };
    const text = pullRequest(result, ja);
    expect(text).toContain('### この変更が開く通信の経路 1件');
    expect(text).toContain('- **マイナンバー利用事務系 → インターネット接続系**（許可された通信）');
    expect(text).toContain('  - 住基端末 → 臨時ルータ `network.yaml:7:1`');
    expect(text).not.toContain('閉じる');
    expect(text).toContain('### 判定の前提への変更（origin/main との違い）');
    expect(text).toContain('- 例外措置 `例外-R8-9`: 追加');
    expect(text).toContain('- 設定ファイル `sekisho.config.yaml`: 変更');
    expect(text).toContain('この変更と関わりのない指摘 12件は載せていません');
    expect(pullRequest(result, en)).toContain('This change opens 1 way for data');
  });

  it('tells what an exception covers, and by whose approval', async () => {
    const { stdout } = await sekisho(
      ['check', 'examples/town', '-p', 'minakami', '-f', 'markdown', '--as-of', '2026-11-20'],
      { directory: root },
    );
    const fold = stdout.split('<details>').find((part) => part.includes('例外措置の適用中の指摘 3件'));
    expect(fold).toContain('例外措置 例外-R8-1 の適用中: 嘱託医は');
    expect(fold).toContain('承認 最高情報セキュリティ責任者（副町長）、2027-03-31 まで');
  });

  it('does not look clean where the run broke', async () => {
    await inFolder({ 'a.yaml': 'assets: []\n' }, async (directory) => {
      const { stdout, code } = await sekisho(['a.yaml', '-f', 'markdown'], { directory });
      expect(code).toBe(2);
      expect(stdout).toContain('## ❌ sekisho: 判定を終えられませんでした');
      expect(stdout).toContain('- 判定に使うポリシーが決まりません');
    });
  });

  it('stays under the limit however much there is, whole findings only, and says what is left out', async () => {
    const result = await few();
    const long = result.findings.map((finding) =>
      changedFinding(finding, { message: { ja: `「${'長'.repeat(5000)}」`, en: 'x'.repeat(5000) } }),
    );
    for (const one of [result, { ...result, findings: long }]) {
      for (const count of [600, 25_000]) {
        const all = swollen(one, count);
        const text = pullRequest(all, ja);
        expect(text.length).toBeGreaterThan(50_000);
        expect(text.length).toBeLessThan(65_000);
        const fails = all.findings.filter(({ verdict }) => verdict === 'fail').length;
        const shown = text.match(/^- \*\*(?:違反|改善事項|記載の誤り)\*\*/gm)?.length ?? 0;
        expect(text.match(/^ {2}- ルール/gm)).toHaveLength(shown);
        expect(text).toContain(`### 違反・要確認等 ${fails}件`);
        expect(text).toContain(`ほか${fails - shown}件は、ここに入りきらないため省きました。`);
        // What is small has its place whatever else there is.
        expect(text).toContain('判定日 2026-11-20');
        expect(text).toContain(`判定不能 ${count - fails}件: 台帳に書き足すと判定できます`);
        expect(text).toMatch(/台帳に書き足すと判定できます\n\n- \*\*情報資産の管理責任を負う職/);
      }
    }
  });

  it('shows as many facts to fill in as there is room for, where little is wrong', async () => {
    const assets = Array.from(
      { length: 150 },
      (_, i) => `  - { id: a${i}, name: ${'長い名前の台帳'.repeat(9)}${i} }\n`,
    );
    const result = await resultOf({ 'a.yaml': `assets:\n${assets.join('')}` });
    const unknown = result.findings.filter(({ verdict }) => verdict === 'unknown');
    const apart = unknown.map((finding, i) => {
      const { kind, field, name, value, about, keys, record, location } = factOf(finding);
      const missing = { kind, field: `${field}${i}`, name, value, about, keys, record, location };
      return changedFinding(finding, { missing });
    });
    const text = pullRequest({ ...result, findings: apart }, ja);
    expect(text.match(/^- \*\*情報資産/gm)?.length).toBeGreaterThan(200);
    expect(text.length).toBeGreaterThan(60_000);
    expect(text.length).toBeLessThan(65_000);
  });
});

describe('text from an inventory in a comment', () => {
  it.each([
    ['@octocat', '@\u200Boctocat'],
    ['市民課 <cm@example.jp>', '市民課 \\<cm@\u200Bexample.jp\\>'],
    ['閉じる #12 !3 GH-4 owner/repo#5', '閉じる \\#\u200B12 !\u200B3 GH-\u200B4 owner/repo\\#\u200B5'],
    ['https://example.com www.example.com', 'https:\u200B//example.com www\u200B.example.com'],
    ['![x](y) <img src=x> | **a** `b`\n# c', '!\\[x\\](y) \\<img src=x\\> \\| \\*\\*a\\*\\* \\`b\\` \\# c'],
  ])('%j becomes %j', (text, expected) => expect(quoted(text)).toBe(expected));

  it('links nothing, formats nothing, calls nobody', () => {
    const pieces = fc.constantFrom(
      ...'@#!<>[]()*_`~|\\&:/\n 台a1'.split(''),
      'https://a.jp',
      'www.a.jp',
      'a@b.jp',
      '-->',
      '<details>',
      '&lt;',
      '```',
      '/close',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        const page = html(`- **違反** ${quoted(text)}\n  - 条項: ${quoted(text)} ${code(`x${text}`)}\n`);
        expect(
          [...elements(page)].filter((name) => !['ul', 'li', 'strong', 'code', 'p'].includes(name ?? '')),
        ).toEqual([]);
        expect(page.match(/<strong>/g)).toHaveLength(1);
        expect(page.match(/<li>/g)).toHaveLength(2);
        expect(page.replaceAll(/<code>.*?<\/code>/gs, '')).not.toMatch(/@\w|#\d/);
      }),
      { numRuns: 500 * share },
    );
  });

  it('is cut where it is longer than a sentence can be, not within a character', () => {
    const text = quoted('𠮷'.repeat(2000));
    expect(text.length).toBeLessThan(1100);
    expect(text).not.toContain('\\u{');
    expect(text.endsWith('𠮷…')).toBe(true);
  });
});
