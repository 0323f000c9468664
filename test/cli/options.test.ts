import { describe, expect, it } from 'vitest';
import { sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';

/** One error, two warnings (what is not written) and one suppressed error, under two rules. */
const yaml = `organization: { name: 関所町, policy: minakami, roles: [{ role: general-security-officer, post: 総務部長 }] }
assets:
  - { id: a, name: 住民票, manager: false, form: electronic, classification: { confidentiality: 2 }, encryption: { atRest: true } }
  - { id: b, name: 課税台帳, manager: 税務課長, form: electronic, classification: { confidentiality: 2 } }
  - { id: c, name: 選挙人名簿, manager: 総務課長, form: electronic, classification: { confidentiality: 2 }, encryption: { atRest: false } }
exceptions:
  - id: 例外-1
    rules: [classification/encryption-at-rest]
    records: [c]
    reason: 更新まで
    compensatingMeasures: 施錠
    applicant: 総務課長
    approver: 統括情報セキュリティ責任者
    approved: 2026-10-01
    expires: 2027-03-31
`;
const few = ['classification/manager-assigned', 'classification/encryption-at-rest'];
const run = (argv: readonly string[], world: Parameters<typeof sekisho>[1] = {}) =>
  inFolder({ 'a.yaml': yaml }, (directory) =>
    sekisho(['a.yaml', ...few.flatMap((rule) => ['--rule', rule]), ...argv], { directory, ...world }),
  );

describe('--max-warnings', () => {
  it('makes a run fail that has more warnings than that, whatever --fail-on says, and says so', async () => {
    for (const failOn of ['error', 'never']) {
      const mended = ['--rule', 'classification/encryption-at-rest', '--fail-on', failOn];
      const only = (most: string) =>
        inFolder({ 'a.yaml': yaml }, (directory) =>
          sekisho(['a.yaml', ...mended, '--max-warnings', most], { directory }),
        );
      expect(await only('0')).toMatchObject({
        code: 1,
        stderr: 'sekisho: 深刻度が warning（中）の指摘が1件あり、--max-warnings の0件を超えています\n',
      });
      expect(await only('1')).toMatchObject({ code: 0, stderr: '' });
    }
  });

  it('is refused where it is no count', async () => {
    for (const given of ['-1', 'x', '1.5', '']) {
      const { code, stdout, stderr } = await run(['--max-warnings', given, '--lang', 'en']);
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toContain(`--max-warnings: “${given}” is not a count`);
    }
  });
});

describe('--quiet', () => {
  it('shows what makes the exit code 1 and the summary, and changes nothing else', async () => {
    const all = await run([]);
    const quiet = await run(['--quiet']);
    expect(all.stdout).toContain('判定不能 1件 ─');
    expect(quiet.stdout).not.toContain('判定不能 1件 ─');
    expect(quiet.stdout).toContain('住民票');
    expect(quiet.code).toBe(all.code);
    expect(quiet.stdout.split('\n').slice(-3)).toEqual(all.stdout.split('\n').slice(-3));
    const everything = await run(['--quiet', '--fail-on', 'info']);
    expect(everything.stdout).toBe(all.stdout);
  });

  it('leaves the summary alone where nothing may fail, but an inventory that is not valid', async () => {
    const { stdout: quiet } = await run(['--quiet', '--fail-on', 'never']);
    const [notice = '', summary = '', ...more] = quiet.trimEnd().split('\n\n');
    expect([notice.startsWith('ℹ '), summary.split('\n').length, more]).toEqual([true, 2, []]);
    await inFolder({ 'a.yaml': 'assets: [\n' }, async (directory) => {
      const { stdout } = await sekisho(['a.yaml', '-p', 'minakami', '--quiet', '--fail-on', 'never'], {
        directory,
      });
      expect(stdout).toContain('inventory/syntax');
    });
  });

  it('leaves other formats as they are', async () => {
    expect(await run(['-f', 'json', '--quiet'])).toEqual(await run(['-f', 'json']));
  });
});

describe('--show-suppressed', () => {
  it('tells of an exception its id, approver and last day', async () => {
    expect((await run([])).stdout).not.toContain('選挙人名簿');
    const ja = (await run(['--show-suppressed'])).stdout;
    expect(ja).toContain(
      [
        '例外措置の適用中の指摘 1件',
        '  「選挙人名簿」は保存時に暗号化されていません。条項に明記はなく、この対策は条項の解釈によるものです。',
        '      例外措置 例外-1 の適用中: 更新まで、承認 統括情報セキュリティ責任者、2027-03-31 まで',
        '      classification/encryption-at-rest  a.yaml:5:122',
      ].join('\n'),
    );
    expect((await run(['--show-suppressed', '--lang', 'en'])).stdout).toContain(
      'under exception 例外-1: 更新まで, approved by 統括情報セキュリティ責任者, until 2027-03-31',
    );
  });

  it('tells of the baseline, too, and of nothing where nothing is suppressed', async () => {
    await inFolder(
      { 'a.yaml': 'assets:\n  - { id: a, name: 住民票, manager: false }\n' },
      async (directory) => {
        const argv = [
          'a.yaml',
          '-p',
          'minakami',
          '--rule',
          'classification/manager-assigned',
          '--show-suppressed',
        ];
        expect((await sekisho(argv, { directory })).stdout).not.toContain('の適用中: ');
        const { stdout } = await sekisho([...argv, '--baseline', 'b.json', '--update-baseline'], {
          directory,
        });
        expect(stdout).toContain('既知の指摘（基準時点から継続） 1件');
        expect(stdout).toContain('既知の指摘（基準時点から継続）: ');
      },
    );
  });
});

describe('--timing', () => {
  it('tells on stderr how long each phase and rule took, the longest first, and changes no report', async () => {
    const { stdout, stderr, code } = await run(['--timing', '-f', 'json'], { tick: 1 });
    const plain = await run(['-f', 'json']);
    expect([stdout, code]).toEqual([plain.stdout, plain.code]);
    expect(stderr).toMatchSnapshot();
    expect(
      (await run(['--timing', '--lang', 'en'], { tick: (reading) => reading / 2 })).stderr,
    ).toMatchSnapshot();
  });

  it('adds up what both states of a comparison take, phase by phase', async () => {
    const files = { 'now/a.yaml': yaml, 'old/a.yaml': yaml };
    const { stderr } = await inFolder(files, (directory) => {
      const argv = [
        'now',
        ...few.flatMap((rule) => ['--rule', rule]),
        '--base',
        'old',
        '--timing',
        '--lang',
        'en',
      ];
      return sekisho(argv, { directory, tick: 1 });
    });
    const spent = (phase: string) => Number(new RegExp(`^ *${phase} +([\\d.]+) ms$`, 'm').exec(stderr)?.[1]);
    for (const phase of ['read', 'parse', 'findings']) expect([phase, spent(phase)]).toEqual([phase, 2]);
    expect(spent('report')).toBe(1);
  });
});

describe('a long run', () => {
  const terminal = { stderrColumns: 80, tick: 120, environment: { LANG: 'ja_JP.UTF-8' } };

  it('tells a person at the terminal how far it is, on one line that is gone in the end', async () => {
    const { stderr } = await inFolder({ 'a.yaml': yaml }, (directory) =>
      sekisho(['a.yaml'], { directory, ...terminal }),
    );
    const lines = stderr.split('\r\u001b[K');
    expect(lines.length).toBeGreaterThan(20);
    expect(lines[0]).toBe('');
    expect(lines.at(-1)).toBe('');
    for (const line of lines.slice(1, -1)) expect(line).toMatch(/^sekisho: 判定中 \d+\/\d+ ルール$/);
  });

  it('takes the line away where the run ends in an error', async () => {
    const { stderr, code } = await inFolder({ 'a.yaml': yaml, 'b.json': '{}' }, (directory) =>
      sekisho(['a.yaml', '--prune'], { directory, ...terminal }),
    );
    expect(code).toBe(2);
    expect(stderr).toContain('ルール\r\u001b[Ksekisho: ベースラインのファイルが決まっていません');
  });

  it.each([
    ['short', { ...terminal, tick: 0 }],
    ['in a log', { tick: 120 }],
    ['in continuous integration', { ...terminal, environment: { CI: 'true' } }],
    ['on a terminal that cannot go back', { ...terminal, environment: { TERM: 'dumb' } }],
    ['on a terminal too narrow for it', { ...terminal, stderrColumns: 12 }],
  ])('says nothing where it is %s', async (_, world) => {
    const { stderr } = await inFolder({ 'a.yaml': yaml }, (directory) =>
      sekisho(['a.yaml'], { directory, ...world }),
    );
    expect(stderr).toBe('');
  });
});
