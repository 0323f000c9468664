import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { html as inPieces } from '../../src/report/findings/html/report.ts';
import { changedFinding } from '../../src/result/derived-finding.ts';
import { sekisho, sekishoOnProject, type World } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';
import { whole } from '../support/report-text.ts';
import { hopBy, resultOf } from '../support/result.ts';

const html = whole(inPieces);

const root = path.resolve(import.meta.dirname, '../..');
const runs = [
  ['examples/first-steps', 'minakami'],
  ['examples/city', 'isesaki'],
  ['examples/city', 'kumagaya'],
  ['examples/second-city', 'isesaki'],
  ['examples/town', 'minakami'],
  ['examples/union', 'tokubetsuku'],
  ['examples/own-policy', undefined],
] as const;

const judge = (paths: readonly string[], options: readonly string[], world?: World) => {
  const argv = ['check', ...paths, '--as-of', '2026-11-20', ...options];
  return world === undefined ? sekishoOnProject(argv) : sekisho(argv, world);
};
const report = async (example: string, policy: string | undefined, lang = 'ja') =>
  (await judge([example], [...(policy ? ['-p', policy] : []), '-f', 'html', '--lang', lang])).stdout;
const inline = (page: string, files: Readonly<Record<string, string>>, ...options: readonly string[]) =>
  inFolder(files, (directory) => judge(['.'], ['-p', page, '-f', 'html', ...options], { directory }));

const matches = (page: string, pattern: RegExp) => [...page.matchAll(pattern)].map(([, one = '']) => one);
/** What a reader sees of the markup: texts without tags. */
const textOf = (page: string) =>
  page
    .replaceAll(/<(style|script)>[\s\S]*?<\/\1>/g, '')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');

describe.each(runs)('the html report of %s under %s', (example, policy) => {
  it.each(['ja', 'en'])(
    'in %s has every part, every finding once, and no link that leads nowhere',
    async (lang) => {
      const page = await report(example, policy, lang);
      expect(page).toContain(`<html lang="${lang}">`);
      expect(matches(page, /<section id="(\w+)"/g)).toEqual([
        'front',
        'summary',
        'coverage',
        'findings',
        'network',
        'exceptions',
        'attestations',
        'scope',
        'rules',
        'inputs',
      ]);
      const ids = matches(page, /\sid="([^"]+)"/g);
      expect(new Set(ids).size).toBe(ids.length);
      for (const target of matches(page, /\shref="#([^"]+)"/g)) expect(ids).toContain(target);
      for (const reference of matches(page, /\saria-labelledby="([^"]+)"/g))
        for (const id of reference.split(' ')) expect(ids).toContain(id);
      const json = await judge([example], [...(policy ? ['-p', policy] : []), '-f', 'json', '--lang', lang]);
      const { findings } = JSON.parse(json.stdout) as {
        findings: { fingerprint: string; message: string; verdict: string; record: { name: string } }[];
      };
      expect(ids.filter((id) => id.startsWith('finding-')).sort()).toEqual(
        findings.map(({ fingerprint }) => fingerprint.replace('v1:', 'finding-')).sort(),
      );
      const text = textOf(page);
      // What is merely not written stands once for each fact, with the names of the records.
      for (const { message, verdict, record } of findings)
        expect(text).toContain(verdict === 'unknown' ? record.name : message);
      expect(text).not.toMatch(/undefined|NaN|\[object/);
    },
  );

  it('loads nothing, and names its own styles and script as all that may act', async () => {
    const page = await report(example, policy);
    expect(page).not.toMatch(/<(link|img|iframe|object|embed|base)\b|\s(src|srcset|style|on\w+)=/i);
    expect(matches(page, /\shref="([^#][^"]*)"/g)).toEqual([]);
    expect(page).not.toMatch(/@import|url\((?!#)/);
    const hash = (code: string) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`;
    const styles = matches(page, /<style>([\s\S]*?)<\/style>/g).map(hash);
    const scripts = matches(page, /<script>([\s\S]*?)<\/script>/g).map(hash);
    expect(scripts).toHaveLength(1);
    expect(matches(page, /http-equiv="Content-Security-Policy" content="([^"]*)"/g)).toEqual([
      `default-src 'none'; style-src ${styles.join(' ')}; script-src ${scripts[0]}; base-uri 'none'; form-action 'none'`,
    ]);
  });
});

describe('the html report', () => {
  it('has the same script whatever the inventory', async () => {
    const scripts = await Promise.all(
      [report('examples/city', 'isesaki'), report('examples/town', 'minakami', 'en')].map(
        async (page) => /<script>([\s\S]*?)<\/script>/.exec(await page)?.[1],
      ),
    );
    expect(scripts[0]).toBe(scripts[1]);
    expect(scripts[0]).toContain('hidden');
  });

  it('accounts for every clause, the duties first, and links a clause to what its rules found', async () => {
    const page = await report('examples/city', 'isesaki');
    const rows = matches(page, /<tr><th scope="row">(.*?)<\/th><td data-label="題名">/g);
    const { stdout } = await sekisho(['coverage', 'examples/city', '-p', 'isesaki', '-f', 'json'], {
      directory: root,
    });
    const { clauses } = JSON.parse(stdout) as { clauses: { ref: string; modality: string }[] };
    const isDuty = ({ modality }: { modality: string }) =>
      ['must', 'principle', 'should', 'may'].includes(modality);
    const inOrder = [...clauses.filter(isDuty), ...clauses.filter((clause) => !isDuty(clause))];
    expect(inOrder).not.toEqual(clauses);
    expect(rows).toEqual(inOrder.map(({ ref }) => ref));
    expect(page).toContain(
      '<span class="code">resilience/mynumber-separation</span> <a href="#rule-resilience/mynumber-separation">指摘3件</a>',
    );
  });

  it('ties itself to its inputs by digests that sha256sum gives, too', async () => {
    await inFolder({ 'a.yaml': 'assets: []\n', '台帳/b.yaml': 'systems: []\n' }, async (directory) => {
      const { stdout } = await judge(['.'], ['-p', 'minakami', '-f', 'html'], { directory });
      const sum = (content: string | Buffer) => createHash('sha256').update(content).digest('hex');
      const lines = ['a.yaml', '台帳/b.yaml'].map(
        (file) => `${sum(readFileSync(path.join(directory, file)))}  ${file}\n`,
      );
      for (const line of lines) expect(stdout).toContain(line.slice(0, 64));
      expect(stdout).toContain(`SHA-256：${sum(lines.join(''))}`);
    });
  });

  it('says on top that a run went wrong, and never looks clean', async () => {
    await inFolder({ 'a.yaml': 'assets: []\n' }, async (directory) => {
      for (const [lang, sign] of [
        ['ja', 'この判定は完了していません'],
        ['en', 'This run is not complete'],
      ] as const) {
        const { stdout, code } = await judge(['.'], ['-f', 'html', '--lang', lang], { directory });
        expect(code).toBe(2);
        expect(stdout.indexOf(sign)).toBeLessThan(stdout.indexOf('<dl'));
        expect(stdout).not.toMatch(
          /指摘はありません|no findings|すべて判定しました|were judged|すべてポリシーの適用範囲|in the scope of/i,
        );
        expect(/<title>(.*)<\/title>/.exec(stdout)?.[1]).toMatch(/^【判定未完了】|^\[NOT COMPLETE\]/);
      }
    });
  });

  it('shows exceptions in force and not, with approver and last day, and what they suppress', async () => {
    const exception = (id: string, approved: string, expires: string, record: string) =>
      `  - { id: ${id}, name: 移管待ち${id}, rules: [classification/manager-assigned], records: [${record}], reason: 課の統合まで, applicant: 総務課長, approver: 副町長, approved: ${approved}, expires: ${expires} }\n`;
    const { stdout } = await inline('minakami', {
      'a.yaml': `assets:\n  - { id: a, name: 住民票, manager: false }\n  - { id: b, name: 図面, manager: false }\nexceptions:\n${exception('now', '2026-04-01', '2027-01-31', 'a')}${exception('past', '2025-04-01', '2026-01-31', 'b')}`,
    });
    const [, inForce = '', rest = ''] = stdout.split(/有効な例外措置<|有効でない例外措置</);
    expect(inForce).toContain('移管待ちnow');
    expect(textOf(inForce)).toContain('副町長');
    expect(inForce).toContain('2027-01-31');
    expect(inForce).not.toContain('移管待ちpast');
    expect(rest).toContain('移管待ちpast');
    const text = textOf(stdout);
    expect(text).toContain('違反：例外措置の適用中');
    expect(text).toContain('例外措置の適用中：課の統合まで');
  });

  it('shows attestations with what became of their evidence', async () => {
    const { stdout } = await inline('minakami', {
      'a.yaml': `attestations:\n  - { id: t, policy: minakami, clause: "4)[1]", statement: 研修で確かめた, by: 総務課長, date: 2026-06-01, evidence: [{ path: a.txt }, { path: b.txt }] }\n`,
      'a.txt': '受講者一覧',
    });
    const text = textOf(stdout);
    expect(text).toContain('研修で確かめた');
    expect(text).toMatch(/a\.txt\s*所在を確認/);
    expect(text).toMatch(/b\.txt\s*× ファイルがない/);
  });

  it('says on the cover how the clauses of every policy stand, unless the run went wrong', async () => {
    const { stdout } = await sekisho(
      ['examples/city', '-p', 'isesaki', '-p', 'kumagaya', '--as-of', '2026-11-20', '-f', 'html'],
      { directory: root },
    );
    const [cover = ''] = textOf(stdout).split('この報告書は');
    expect(cover).toContain(
      '伊勢崎市情報セキュリティポリシー（71条項）：違反 3、未確定 4、適合 39、確認済 5、参照（判定なし） 20',
    );
    expect(cover).toMatch(/熊谷市情報セキュリティ基本方針[^（]*（49条項）：/);
    const result = await resultOf({ 'a.yaml': 'assets: []\n' });
    const error = { code: 'rule-crashed' as const, message: { ja: 'あ', en: 'a' }, location: null };
    const broken = html({ ...result, errors: [error] }, { language: 'ja', color: 0, include: [] });
    expect(textOf(broken).split('この報告書は')[0]).not.toContain('条項）：');
  });

  it('marks attestations that have run out, and no other', async () => {
    const one = (id: string, until: string) =>
      `  - { id: ${id}, policy: minakami, clause: "4)[1]", statement: 確かめた, by: 総務課長, date: 2026-01-01, validUntil: ${until} }\n`;
    const { stdout } = await inline('minakami', {
      'a.yaml': `attestations:\n${one('past', '2026-11-19')}${one('last-day', '2026-11-20')}`,
    });
    expect(textOf(stdout).match(/2026-11-(19|20)× 期限切れ/g)).toEqual(['2026-11-19× 期限切れ']);
  });

  it('rounds no share to nothing or to all where it is not', async () => {
    const result = await resultOf({ 'a.yaml': 'assets: []\n' });
    const verdicts = { pass: 9999, fail: 0, unknown: 0, review: 1, notApplicable: 0 };
    const summary = { ...result.summary, verdicts };
    const text = textOf(html({ ...result, summary }, { language: 'ja', color: 0, include: [] }));
    expect(text).toMatch(/△ 要確認人が見て判断する必要がある。1< 0\.1 %/);
    expect(text).toMatch(/○ 適合[^0-9]+9,999> 99\.9 %/);
  });

  it('says what was left out, changed by the configuration, and out of scope', async () => {
    const { stdout } = await inline(
      'minakami',
      {
        'a.yaml':
          'organization: { name: 架空町, agencies: [{ id: school, name: 小学校, organ: schools }] }\nassets: []\n',
        'sekisho.config.yaml':
          'rules:\n  technical/mail-spam: off\n  classification/manager-assigned: info\n',
      },
      '--skip',
      'technical/iot-managed',
    );
    const text = textOf(stdout);
    expect(text).toMatch(/technical\/mail-spam設定 rules/);
    expect(text).toMatch(/technical\/iot-managed--skip/);
    expect(text).toMatch(/classification\/manager-assigned深刻度 .+ → 低/);
    const town = textOf(await report('examples/town', 'minakami'));
    expect(town).toContain('霧湯町立学校情報セキュリティポリシー');
  });

  it('keeps many findings of a rule folded away, but for the first ones', async () => {
    const assets = (count: number) =>
      `assets:\n${Array.from({ length: count }, (_, i) => `  - { id: a${i}, name: 住民票${i}, manager: false }\n`).join('')}attestations: [{ id: t, clause: "4)[1]", statement: 確かめた, by: 総務課長, date: 2026-06-01 }]\n`;
    const counts = async (count: number) => {
      const { stdout } = await inline(
        'minakami',
        { 'a.yaml': assets(count) },
        '--rule',
        'classification/manager-assigned',
      );
      return {
        full: matches(stdout, /<li class="finding" id="([^"]+)"/g).length,
        rows: matches(stdout, /<tr id="(finding-[^"]+)"/g).length,
        folded: matches(stdout, /(<details data-more)>/g).length,
      };
    };
    expect(await counts(13)).toEqual({ full: 0, rows: 13, folded: 0 });
    expect(await counts(14)).toEqual({ full: 0, rows: 14, folded: 1 });
  });

  it('escapes whatever an inventory says, wherever it goes', async () => {
    const evil = `</style></script><script>alert(1)</script><img src=x onerror=alert(2)>"'&\\`;
    const name = JSON.stringify(evil);
    const { stdout } = await inline('isesaki', {
      'a.yaml': `organization: { name: ${name}, code: ${name}, agencies: [{ id: ${name}, name: ${name} }] }
assets: [{ id: ${name}, name: ${name}, agency: ${name}, manager: false, classification: { confidentiality: ${name} } }]
segments: [{ id: ${name}, name: ${name}, layer: mynumber }, { id: b, name: ${name}, layer: internet }]
connections: [{ id: c, name: ${name}, from: ${name}, to: b, purpose: ${name} }]
exceptions: [{ id: ${name}, name: ${name}, rules: [${name}], records: [${name}], reason: ${name}, applicant: ${name}, approver: ${name}, ticket: ${name} }]
attestations: [{ id: ${name}, name: ${name}, policy: ${name}, clause: ${name}, statement: ${name}, by: ${name}, evidence: [{ path: ${name} }, { url: ${name} }] }]
`,
    });
    expect(matches(stdout, /(<script\b)/g)).toHaveLength(1);
    expect(matches(stdout, /(<\/script>)/g)).toHaveLength(1);
    expect(matches(stdout, /(<\/style>)/g)).toHaveLength(2);
    expect(stdout).not.toContain('<img');
    expect(textOf(stdout)).toContain(evil);
    const running = matches(stdout, /<style>:root\{--running-left:("[^<]*?);--running-right/g);
    expect(running).toHaveLength(1);
    expect(running[0]).toMatch(/^"(?:[\p{L}\p{N} ]|\\[0-9a-f]+ )*"$/u);
  });

  it('tells what changed since an earlier state, and what of the change was not believed', async () => {
    const result = await resultOf({ 'a.yaml': 'assets: [{ id: a, name: 住民票, manager: false }]\n' });
    const [finding] = result.findings;
    if (finding === undefined) throw new Error('nothing found');
    const end = (id: string) => ({ id, name: { ja: `${id}系`, en: `the ${id} layer` } });
    const hop = {
      message: { ja: '甲 → 乙', en: 'a → b' },
      record: finding.record,
      location: finding.location,
      hop: hopBy(finding.record),
    };
    const page = html(
      {
        ...result,
        findings: result.findings.map((one) => changedFinding(one, { state: 'new' })),
        comparison: {
          against: 'base',
          name: 'main',
          fixed: [
            changedFinding(finding, {
              fingerprint: 'v1:0123456789abcdef',
              message: { ja: '直った指摘', en: 'mended' },
            }),
          ],
        },
        unrelated: { since: 'main', count: 7 },
        networkChange: {
          opened: [{ from: end('lgwan'), to: end('internet'), kind: 'normal', hops: [hop] }],
          closed: [],
        },
        drawing: () => ({
          policy: { id: 'minakami', title: end('minakami').name },
          lanes: [{ id: 'l', kind: 'unknown' }],
          nodes: [{ id: 'n', lane: 'l', record: finding.record }],
          links: [],
          paths: [],
          judgement: { judged: true, statement: { ja: '経路なし', en: 'no paths' }, remarks: [] },
        }),
        trusted: { ref: 'main', changes: [{ kind: 'exception', name: 'own-excuse', change: 'added' }] },
        repository: { uri: 'https://example.jp/inventory.git', revision: 'f'.repeat(40), branch: 'main' },
      },
      { language: 'ja', color: 0, include: [] },
    );
    const text = textOf(page);
    expect(text).toMatch(/深刻度 高、新規/);
    expect(text).toMatch(/なくなった指摘 main との比較[\s\S]*01234567[\s\S]*直った指摘/);
    expect(text).toContain('main からの変更に関わりのない指摘7件は除いています。');
    expect(text).toMatch(/変更で開く経路\s*lgwan系 → internet系/);
    expect(text).not.toContain('変更で閉じる経路');
    expect(text).toMatch(/own-excuse例外措置追加/);
    expect(text).toContain(`https://example.jp/inventory.gitmain${'f'.repeat(40)}`);
    const options = { color: 0, include: [] } as const;
    const unchanged = { ...result, trusted: { ref: 'main', changes: [] } };
    expect(textOf(html(unchanged, { ...options, language: 'ja' }))).toContain(
      '設定は main の状態のものを用いました。それらへの変更はありません。',
    );
    expect(textOf(html(unchanged, { ...options, language: 'en' }))).toContain(
      'were taken from main. They have not been changed since.',
    );
  });
});
