import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';

const root = path.resolve(import.meta.dirname, '../..');
const run = (argv: readonly string[], directory = root) =>
  sekisho(['coverage', ...argv, '--as-of', '2026-11-20'], { directory });

interface Coverage {
  readonly policy: string;
  readonly clauses: readonly {
    readonly ref: string;
    readonly modality: string;
    readonly answeredBy: {
      readonly rules: readonly string[];
      readonly attestation: boolean;
      readonly informs: string | null;
    };
    readonly verdicts: Readonly<Record<string, number>>;
    readonly status: string;
  }[];
  readonly totals: Readonly<Record<string, number>>;
}

describe('sekisho coverage', () => {
  it.each([
    ['kumagaya', 28],
    ['isesaki', 37],
    ['minakami', 42],
    ['tokubetsuku', 39],
  ])('accounts for every clause of %s, each answered', async (policy, atLeast) => {
    const { stdout, code } = await run(['examples/city', '-p', policy, '-f', 'json', '--fail-uncovered']);
    const coverage = JSON.parse(stdout) as Coverage;
    expect(code).toBe(0);
    expect(coverage.clauses.length).toBeGreaterThanOrEqual(atLeast);
    expect(new Set(coverage.clauses.map(({ ref }) => ref)).size).toBe(coverage.clauses.length);
    for (const { answeredBy } of coverage.clauses) {
      expect(answeredBy.rules.length > 0 || answeredBy.attestation || answeredBy.informs !== null).toBe(true);
    }
    const { clauses, ...counts } = coverage.totals;
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(clauses);
  });

  it('tells how the inventory stands to a clause', async () => {
    const { clauses } = JSON.parse(
      (await run(['examples/city', '-p', 'isesaki', '-f', 'json'])).stdout,
    ) as Coverage;
    const status = Object.fromEntries(clauses.map((clause) => [clause.ref, clause.status]));
    expect(status).toMatchObject({
      '6(3)ア[1]': 'not-met',
      '2(8)': 'unknown',
      '2(1)': 'informs',
      '6(3)': 'attested',
    });
    const separation = clauses.find(({ ref }) => ref === '6(3)ア[1]');
    expect(separation?.answeredBy.rules).toContain('resilience/mynumber-separation');
    expect(separation?.verdicts['fail']).toBe(2);
  });

  it('calls a clause excepted whose only faults are permitted, and unknown where an attestation is missing', async () => {
    const yaml = `organization: { name: 関所町 }
assets:
  - { id: drawings, name: 旧庁舎設計図, manager: false }
exceptions:
  - { id: e, rules: [classification/manager-assigned, classification/copies-managed, organization/roles-held], records: [drawings, 関所町], reason: 移管待ち, applicant: 総務課長, approver: 副町長, approved: 2026-04-01 }
`;
    await inFolder({ 'a.yaml': yaml }, async (directory) => {
      const { clauses } = JSON.parse(
        (await run(['a.yaml', '-p', 'minakami', '-f', 'json'], directory)).stdout,
      ) as Coverage;
      const status = Object.fromEntries(clauses.map((clause) => [clause.ref, clause.status]));
      expect([status['3)管理責任[1]'], status['3)管理責任[2]']]).toEqual(['excepted', 'not-applicable']);
      expect(status['4)[1]']).toBe('unknown');
    });
  });

  it.each([
    ['', 'attested'],
    ['date: 2026-11-20', 'attested'],
    ['date: 2026-11-21', 'unknown'],
    ['date: 先月', 'unknown'],
    ['date:', 'unknown'],
    ['by:', 'unknown'],
    ['validUntil: 2026-11-20', 'attested'],
    ['validUntil: 2026-11-19', 'not-met'],
    ['validUntil: 来年', 'unknown'],
    ['evidence: [{ path: 研修.txt }]', 'attested'],
    ['evidence: [{ path: なし.txt }]', 'unknown'],
    [`evidence: [{ path: 研修.txt, sha256: ${'0'.repeat(64)} }]`, 'unknown'],
  ])('calls a clause whose attestation says “%s” %s', async (said, expected) => {
    const fields = { statement: '理解を確かめた', by: '町長', date: '2026-04-01' };
    const key = said.split(':')[0];
    const kept = Object.entries(fields).filter(([name]) => name !== key);
    const lines = [...kept.map(([name, value]) => `${name}: ${value}`), ...(said === '' ? [] : [said])];
    const yaml = `organization: { name: 関所町 }\nattestations:\n  - id: a\n    clause: "4)[1]"\n    ${lines.join('\n    ')}\n`;
    await inFolder({ 'a.yaml': yaml, '研修.txt': '記録' }, async (directory) => {
      const { stdout } = await run(['a.yaml', '-p', 'minakami', '-f', 'json'], directory);
      const { clauses } = JSON.parse(stdout) as Coverage;
      expect(clauses.find(({ ref }) => ref === '4)[1]')?.status).toBe(expected);
    });
  });

  it.each([
    ['with this year’s beside it', { date: '2026-04-01' }, 'attested', 0],
    [
      'with one that runs until today beside it',
      { date: '2026-04-01', validUntil: '2026-11-20' },
      'attested',
      0,
    ],
    ['with another that has run out', { date: '2025-06-01', validUntil: '2026-03-31' }, 'not-met', 1],
    ['with one for tomorrow', { date: '2026-11-21' }, 'not-met', 1],
    ['with one of another policy', { date: '2026-04-01', policy: 'isesaki' }, 'not-met', 1],
    ['with one of another clause', { date: '2026-04-01', clause: '4)研修・訓練' }, 'not-met', 1],
  ])('takes last year’s attestation %s for what it is', async (_, other, expected, code) => {
    const write = (fields: object) =>
      `  - ${JSON.stringify({ clause: '4)[1]', statement: '理解を確かめた', by: '町長', ...fields })}\n`;
    const last = write({ id: 'last-year', date: '2025-04-01', validUntil: '2026-03-31' });
    const yaml = `organization: { name: 関所町 }\nattestations:\n${last}${write({ id: 'other', ...other })}`;
    await inFolder({ 'a.yaml': yaml }, async (directory) => {
      const { stdout } = await run(['a.yaml', '-p', 'minakami', '-f', 'json'], directory);
      const { clauses } = JSON.parse(stdout) as Coverage;
      expect(clauses.find(({ ref }) => ref === '4)[1]')?.status).toBe(expected);
      const only = ['--rule', 'inventory/attestation-current', '--as-of', '2026-11-20'];
      expect((await sekisho(['a.yaml', '-p', 'minakami', ...only], { directory })).code).toBe(code);
    });
  });

  it.each(['text', 'markdown', 'html'])(
    'as %s names every clause, is the same bytes every time and ends its last line',
    async (format) => {
      for (const lang of ['ja', 'en']) {
        const argv = ['examples/city', '-p', 'isesaki', '-f', format, '--lang', lang];
        const { stdout, code } = await run(argv);
        expect(code).toBe(0);
        expect((await run(argv)).stdout).toBe(stdout);
        expect(stdout.endsWith('\n')).toBe(true);
        expect(stdout).toContain(format === 'markdown' ? '6(3)ア\\[1\\]' : '6(3)ア[1]');
        expect(stdout).not.toContain('undefined');
        expect(stdout).not.toMatch(/%u[0-9A-F]{4}|%20/);
        expect(stdout).toContain(format === 'markdown' ? 'resilience/' : 'resilience/mynumber-separation');
      }
    },
  );

  it('takes a policy of the body’s own for text alone, whatever its texts hold', async () => {
    const hostile = '<img src=x onerror="alert(1)"> &amp; 目的|\u001b[2J';
    const words = JSON.stringify({ ja: hostile, en: hostile });
    const policy = `id: own
title: ${words}
clauses:
  - { ref: ${JSON.stringify(hostile)}, title: ${words}, summary: ${words}, modality: must, informs: ${JSON.stringify(hostile)} }
`;
    await inFolder({ 'a.yaml': 'assets: []\n', 'own.yaml': policy }, async (directory) => {
      const drawn = async (format: string) =>
        (await run(['a.yaml', '-p', './own.yaml', '-f', format], directory)).stdout;
      const html = await drawn('html');
      expect(html).not.toContain('<img');
      expect(html.split('&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp;amp; 目的|')).toHaveLength(6);
      const markdown = await drawn('markdown');
      expect(markdown.split('\\<img src=x onerror="alert(1)"\\> \\&amp; 目的\\|')).toHaveLength(4);
      expect(`${html}${markdown}`).not.toContain('\u001b');
    });
  });

  it('is about one policy at a time', async () => {
    const { stderr, code } = await run(['examples/city', '-p', 'isesaki', '-p', 'minakami']);
    expect(code).toBe(2);
    expect(stderr).toContain('isesaki, minakami');
  });
});
