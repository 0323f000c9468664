import { describe, expect, it } from 'vitest';
import { sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';

const day = ['--as-of', '2026-11-20'];

/** As much of a JSON report as these tests read. */
interface Report {
  readonly notices: readonly { readonly code: string; readonly message: string }[];
  readonly findings: readonly {
    readonly ruleId: string;
    readonly verdict: string;
    readonly message: string;
    readonly remedy: string;
    readonly record: { readonly kind: string; readonly id: string };
    readonly location: { readonly pointer: string };
    readonly suppression: unknown;
  }[];
  readonly outOfScope: readonly { readonly kind: string; readonly id: string }[];
  readonly summary: { readonly findings: { readonly error: number } };
}

/** What `sekisho check` says of an inventory of one file. */
async function check(yaml: string, ...argv: string[]): Promise<{ code: number; report: Report }> {
  return inFolder({ 'a.yaml': yaml }, async (directory) => {
    const { code, stdout } = await sekisho(['a.yaml', '-f', 'json', ...day, ...argv], { directory });
    return { code, report: JSON.parse(stdout) as Report };
  });
}

/** The same in a format for people, or for another program. */
async function told(yaml: string, format: string, ...argv: string[]): Promise<string> {
  return inFolder({ 'a.yaml': yaml }, async (directory) => {
    const { stdout } = await sekisho(['a.yaml', '-f', format, ...day, ...argv], { directory });
    return stdout;
  });
}

const schools = `
organization:
  name: 宿場町
  agencies:
    - { id: office, name: 町長部局, organ: mayor }
    - { id: school, name: 町立小学校, organ: schools }
assets:
  - { id: a, name: 児童名簿, agency: school }
  - { id: b, name: 成績, agency: school }
  - { id: c, name: 住民基本台帳, agency: office }
`;

describe('A17: what must be known first', () => {
  const message = '台帳の記録3件のうち1件だけです';

  it('A17: comes first in text, HTML and Markdown, in JSON and as a SARIF notification', async () => {
    const { report } = await check(schools, '-p', 'minakami');
    expect(report.notices.map(({ code }) => code)).toContain('mostly-out-of-scope');
    expect(report.notices[0]?.message).toContain(message);
    for (const format of ['text', 'markdown']) {
      const [first] = (await told(schools, format, '-p', 'minakami'))
        .split('\n')
        .filter((line) => !line.startsWith('<!--'));
      expect(first).toContain(message);
    }
    const html = await told(schools, 'html', '-p', 'minakami');
    expect(html.indexOf(message)).toBeGreaterThan(0);
    expect(html.indexOf(message)).toBeLessThan(html.indexOf('判定結果'));
    for (const format of ['sarif', 'sarif-audit']) {
      const log = JSON.parse(await told(schools, format, '-p', 'minakami'));
      const [invocation] = log.runs[0].invocations;
      expect(invocation.executionSuccessful).toBe(true);
      expect(invocation.toolExecutionNotifications[0]).toMatchObject({
        level: 'warning',
        descriptor: { id: 'mostly-out-of-scope' },
      });
    }
    expect(await told(schools, 'github', '-p', 'minakami')).toMatch(
      /^::warning title=mostly-out-of-scope::/m,
    );
  });

  it.each(['text', 'markdown', 'html', 'json'])(
    'A17: is in the account of clauses as %s, too',
    async (format) => {
      const account = await inFolder({ 'a.yaml': schools }, (directory) =>
        sekisho(['coverage', 'a.yaml', '-p', 'minakami', '-f', format, ...day], { directory }),
      );
      expect(account.stdout).toContain(message);
    },
  );

  it('A17: changes no exit code', async () => {
    const { code, report } = await check(schools, '-p', 'minakami', '--rule', 'technical/mail-spam');
    expect(report.notices.length).toBeGreaterThan(0);
    expect(code).toBe(0);
  });

  it('A17: puts a mark of doubt, not of success, before a last line that has nothing to say', async () => {
    const text = await told(schools, 'text', '-p', 'minakami', '--rule', 'technical/mail-spam');
    expect(text).not.toContain('✔');
  });
});

describe('A9: a day before the text judged by took effect', () => {
  const union = `
organization: { name: 組合 }
assets: []
`;
  const on = async (asOf: string, policy = 'tokubetsuku') =>
    inFolder({ 'a.yaml': union }, async (directory) => {
      const run = (format: string) =>
        sekisho(['a.yaml', '-p', policy, '-f', format, '--as-of', asOf], { directory });
      const { notices } = JSON.parse((await run('json')).stdout) as Report;
      return {
        notice: notices.find(({ code }) => code === 'before-edition')?.message,
        text: (await run('text')).stdout,
        html: (await run('html')).stdout,
      };
    });

  it('A9: is judged with a warning that names the edition and the day', async () => {
    const { notice, text, html } = await on('2025-01-01');
    expect(notice).toContain('2026-04-01施行の版');
    expect(notice).toContain('2025-01-01');
    expect(notice).toContain('2022-04-01');
    expect(text.split('\n').find((line) => line.includes('判定日 2025-01-01 │'))).toContain('2026-04-01');
    expect(html).toContain('令和8年4月1日施行の版の条文で判定（判定日には施行前）');
  });

  it('A9: says that no edition was in force before all of them, never that the document states no date', async () => {
    const { notice, html } = await on('2010-01-01');
    expect(notice).toContain('最初の版の施行（2012-04-01）より前');
    expect(html).not.toContain('施行日の記載なし');
  });

  it('A9: says nothing from the day of the last edition on, nor of a document without dates', async () => {
    expect((await on('2026-04-01')).notice).toBeUndefined();
    expect((await on('2000-01-01', 'isesaki')).notice).toBeUndefined();
  });

  it('A9: finds the last edition of a policy file in whatever order it lists them', async () => {
    const own = `
id: own
title: { ja: 自団体のポリシー, en: Our own policy }
editions: [2026-04-01, 2020-04-01]
clauses:
  - ref: "1"
    title: { ja: 目的, en: Purpose }
    summary: { ja: 目的を定める。, en: It states the purpose. }
    modality: purpose
    informs: { ja: 全体, en: all of it }
`;
    const { stdout } = await inFolder({ 'a.yaml': union, 'own.yaml': own }, (directory) =>
      sekisho(['a.yaml', '-p', './own.yaml', '-f', 'json', '--as-of', '2026-03-31'], { directory }),
    );
    const { notices } = JSON.parse(stdout) as Report;
    expect(notices[0]?.message).toContain('2026-04-01施行の版');
  });
});

describe('A10: a baseline that holds findings', () => {
  const yaml = `
organization: { name: 宿場町 }
systems:
  - { id: mail, name: メールサーバー, type: mail, mail: { spamFilter: false } }
  - { id: mail2, name: 予備のメールサーバー, type: mail }
`;
  const argv = ['a.yaml', '-p', 'minakami', '--rule', 'technical/mail-spam', ...day];
  const baseline = ['--baseline', 'b.json'];

  it('A10: is told of in the last line with its counts, after it was written and ever after', async () => {
    await inFolder({ 'a.yaml': yaml }, async (directory) => {
      const last = async (more: readonly string[]) =>
        (await sekisho([...argv, ...baseline, ...more], { directory })).stdout.trimEnd().split('\n').at(-1);
      const written = await last(['--update-baseline']);
      expect(written).toContain('新しい指摘はありません');
      expect(written).toMatch(/違反 1件、判定不能 [1-9]\d*件、要確認 0件/);
      expect(await last([])).toBe(written);
      const { stdout } = await sekisho([...argv, ...baseline, '-f', 'json'], { directory });
      const { notices } = JSON.parse(stdout) as Report;
      expect(notices.map(({ code }) => code)).toContain('baseline-holds');
    });
  });

  it.each([
    ['html', /判定結果.*/],
    ['github', /^sekisho: .*$/m],
    ['markdown', /^## .*$/m],
  ])('A10: never reads as a bare 「指摘はありません」 in %s', async (format, result) => {
    await inFolder({ 'a.yaml': yaml }, async (directory) => {
      await sekisho([...argv, ...baseline, '--update-baseline'], { directory });
      const { stdout } = await sekisho([...argv, ...baseline, '-f', format], { directory });
      expect(result.exec(stdout)?.[0]).toContain('新しい指摘はありません');
    });
  });
});
