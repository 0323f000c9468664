import { describe, expect, it } from 'vitest';
import { sekisho } from '../support/cli.ts';
import { inRepository, inWorkplace, type Workplace } from '../support/git.ts';
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

/** An inventory whose agencies belong to these organs, and in which each has an asset without a manager. */
function inventoryOf(organs: Readonly<Record<string, string>>, more = ''): string {
  const agencies = Object.entries(organs).map(
    ([id, organ]) => `    - { id: ${id}, name: ${id}部局, organ: ${organ} }`,
  );
  const assets = Object.keys(organs).map(
    (id) => `  - { id: ${id}-list, name: ${id}の名簿, agency: ${id}, manager: false }`,
  );
  return `organization:\n  name: 宿場町\n  agencies:\n${agencies.join('\n')}\n${more}assets:\n${assets.join('\n')}\n`;
}

/** Which assets of such an inventory are judged. */
function judgedAssets({ outOfScope }: Report, organs: Readonly<Record<string, string>>): string[] {
  const outside = new Set(outOfScope.map(({ id }) => id));
  return Object.keys(organs).filter((id) => !outside.has(`${id}-list`));
}

describe('A6: the organ of an agency', () => {
  const unknownOrgans = ({ findings }: Report) =>
    findings.filter(({ ruleId }) => ruleId === 'inventory/unknown-organ');

  it('A6: that is a slip of the pen is an error with the nearest name, and empties no scope', async () => {
    const organs = { office: 'mayorr', gikai: 'assembly-secretariat' };
    const { code, report } = await check(inventoryOf(organs), '-p', 'minakami');
    const [finding, ...others] = unknownOrgans(report);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      verdict: 'fail',
      location: { pointer: '/organization/agencies/0/organ' },
    });
    expect(finding?.message).toContain('mayorr');
    expect(finding?.remedy).toContain('mayor（町長部局）ではありませんか');
    expect(finding?.remedy).toMatch(/schools.*unlisted.*outside/);
    expect(code).toBe(1);
    expect(judgedAssets(report, organs)).toEqual(['office', 'gikai']);
    expect(report.notices.map(({ code: notice }) => notice)).not.toContain('mostly-out-of-scope');
  });

  it('A6: alone in an inventory, it is no less an error', async () => {
    const { code, report } = await check(
      inventoryOf({ office: 'mayorr' }),
      '-p',
      'isesaki',
      '--rule',
      'classification/levels-assigned',
    );
    expect(unknownOrgans(report)[0]?.remedy).toContain('mayor（市長）');
    expect(code).toBe(1);
  });

  it.each([
    ['minakami', { office: '町長部局', c: '各行政委員会', school: '教育委員会所管の学校' }, ['office', 'c']],
    [
      'isesaki',
      { office: '市長', kyoiku: '教育 委員会', gikai: '議会', x: 'ｍａｙｏｒ' },
      ['office', 'kyoiku', 'gikai', 'x'],
    ],
    ['isesaki', { office: 'Mayor', kyoiku: 'Board of education' }, ['office', 'kyoiku']],
  ])('A6: may be the own name of %s for it, however typed (%o)', async (policy, organs, inScope) => {
    const written = Object.fromEntries(Object.entries(organs).map(([id, organ]) => [id, `"${organ}"`]));
    const { report } = await check(inventoryOf(written), '-p', policy);
    expect(unknownOrgans(report)).toEqual([]);
    expect(judgedAssets(report, organs)).toEqual(inScope);
  });

  it('A6: is asked to be covered by name as by id', async () => {
    const names = ['町長部局', '各行政委員会', '議会事務局', '地方公営企業'];
    const organs = Object.fromEntries(names.map((name, index) => [`a${index}`, name]));
    const { report } = await check(
      inventoryOf(organs),
      '-p',
      'minakami',
      '--rule',
      'organization/agencies-covered',
    );
    expect(report.findings.filter(({ ruleId }) => ruleId === 'organization/agencies-covered')).toEqual([]);
  });

  it('A6: may be `unlisted`, an organ of the body that has a policy of its own, or `outside`, of which nothing is asked', async () => {
    const yaml = inventoryOf(
      { office: 'mayor', byoin: 'unlisted', ken: 'outside' },
      '  complete: [documents, roles]\n  roles: [{ role: ciso, post: 副市長 }, { role: security-officer, post: 部長, agency: office }]\ndocuments: []\n',
    );
    const { report } = await check(yaml, '-p', 'isesaki');
    expect(unknownOrgans(report)).toEqual([]);
    expect(report.outOfScope.map(({ id }) => id).sort()).toEqual(['byoin-list', 'ken-list']);
    const about = (rule: string) => report.findings.filter(({ ruleId }) => ruleId === rule);
    const asked = about('organization/outside-agency-policy');
    expect(asked).toHaveLength(1);
    expect(asked[0]?.message).toContain('byoin部局');
    expect(about('organization/structure-complete')).toEqual([]);
  });

  it('A6: is known to every policy that lists no bodies, and binds there', async () => {
    const own = `
id: own
title: { ja: 自団体のポリシー, en: Our own policy }
clauses:
  - ref: "1"
    title: { ja: 管理, en: Managers }
    summary: { ja: 管理者を置く。, en: There are managers. }
    modality: must
    rules: [{ id: classification/manager-assigned, basis: stated }]
`;
    const organs = { office: 'なんでも', ken: 'outside', byoin: 'unlisted' };
    await inFolder({ 'a.yaml': inventoryOf(organs), 'own.yaml': own }, async (directory) => {
      const { stdout } = await sekisho(['a.yaml', '-p', './own.yaml', '-f', 'json', ...day], { directory });
      const report = JSON.parse(stdout) as Report;
      expect(unknownOrgans(report)).toEqual([]);
      expect(judgedAssets(report, organs)).toEqual(['office', 'byoin']);
    });
  });

  it('A6: of one selected policy is for another an organ that it does not list', async () => {
    const organs = { office: 'mayor', shobo: 'fire-chief' };
    const { report } = await check(inventoryOf(organs), '-p', 'isesaki', '-p', 'minakami');
    expect(unknownOrgans(report)).toEqual([]);
    const clauses = (record: string) =>
      report.findings.filter((finding) => finding.record.id === record).map(({ ruleId }) => ruleId);
    expect(clauses('office-list')).toContain('classification/manager-assigned');
    expect(clauses('shobo-list')).not.toContain('classification/manager-assigned');
  });

  it.each(['kumagaya', 'isesaki', 'minakami', 'tokubetsuku'])(
    'A6: keeps every clause of %s from being met while it is a slip of the pen',
    async (policy) => {
      const yaml = inventoryOf(
        { office: 'mayorrr' },
        '  complete: [roles]\n  roles: [{ role: ciso, post: 副市長 }]\n',
      );
      const { stdout } = await inFolder({ 'a.yaml': yaml }, (directory) =>
        sekisho(['coverage', 'a.yaml', '-p', policy, '-f', 'json', ...day], { directory }),
      );
      const { clauses } = JSON.parse(stdout) as {
        clauses: { ref: string; status: string; answeredBy: { rules: string[] } }[];
      };
      const onScope = clauses.filter(({ answeredBy }) =>
        answeredBy.rules.some((rule) =>
          ['organization/agencies-covered', 'organization/structure-complete'].includes(rule),
        ),
      );
      expect(onScope.filter(({ status }) => ['met', 'not-applicable', 'attested'].includes(status))).toEqual(
        [],
      );
    },
  );
});

describe('B9: a policy of another body', () => {
  const organs = {
    a: 'administrative-commissions',
    b: 'assembly-secretariat',
    c: 'waterworks',
    d: 'fire-department',
    e: 'mayor',
  };
  const yaml = inventoryOf(
    organs,
    '  complete: [documents, roles]\n  roles: [{ role: ciso, post: 副市長 }, { role: security-officer, post: 部長, agency: e }]\ndocuments: []\n',
  );

  it('B9: is one finding that says for which policy the inventory was written, and no fail for each agency', async () => {
    const { report } = await check(yaml, '-p', 'isesaki');
    const [finding, ...others] = report.findings.filter(({ ruleId }) => ruleId === 'inventory/unknown-organ');
    expect(others).toEqual([]);
    expect(finding?.location.pointer).toBe('/organization/agencies');
    expect(finding?.message).toContain('kumagaya');
    expect(finding?.remedy).toContain('organization.policy');
    const aboutAgencies = report.findings.filter(({ ruleId }) =>
      [
        'organization/outside-agency-policy',
        'organization/structure-complete',
        'organization/agencies-covered',
      ].includes(ruleId),
    );
    expect(aboutAgencies).toEqual([]);
  });

  it('B9: is no finding under the policy that the inventory was written for', async () => {
    const { report } = await check(yaml, '-p', 'kumagaya');
    expect(report.findings.filter(({ ruleId }) => ruleId === 'inventory/unknown-organ')).toEqual([]);
  });
});

describe('the summary of the audit report', () => {
  it('counts what does not apply apart from the shares of what was judged', async () => {
    const html = await told(schools, 'html', '-p', 'minakami');
    const [table = ''] = /<caption>判定の件数[\s\S]*?<\/table>/.exec(html) ?? [];
    const shares = [...table.matchAll(/([\d.]+) %/g)].map(([, share]) => Number(share));
    expect(shares).toHaveLength(6);
    expect(shares.reduce((sum, share) => sum + share)).toBeCloseTo(100, 0);
    expect(/対象外<\/span>[\s\S]*?<\/tr>/.exec(table)?.[0]).not.toContain('%');
  });
});

describe('a digest of what was judged by', () => {
  const yaml = `
organization: { name: 宿場町 }
systems:
  - { id: mail, name: メールサーバー, type: mail, mail: { spamFilter: false } }
`;
  const own = (severity: string) => `
id: own
title: { ja: 自団体のポリシー, en: Our own policy }
clauses:
  - ref: "1"
    title: { ja: メール, en: Mail }
    summary: { ja: 迷惑メールに備える。, en: Mail is filtered. }
    modality: must
    rules: [{ id: technical/mail-spam, basis: stated, severity: ${severity} }]
`;
  type Judged = Report & { readonly judgedBy: { readonly digest: string } };
  const judged = async (place: Workplace, ...argv: string[]) =>
    (await place.report(['a.yaml', '-p', './own.yaml', ...argv])) as unknown as Judged;
  const others = ({ notices }: Report) => notices.filter(({ code }) => code === 'other-rules');

  it('is the same for the same rules and policies, and another for others', async () => {
    await inWorkplace({ 'a.yaml': yaml, 'own.yaml': own('error') }, async (place) => {
      const { judgedBy } = await judged(place);
      expect(judgedBy.digest).toMatch(/^sha256:[0-9a-f]{64}$/);
      await place.write({ 'a.yaml': `${yaml}assets: []\n`, 'own.yaml': `# 注\n${own('error')}` });
      expect((await judged(place)).judgedBy).toEqual(judgedBy);
      await place.write({ 'own.yaml': own('warning') });
      const other = await judged(place);
      expect(other.judgedBy).not.toEqual(judgedBy);
      await place.write({ 'sekisho.config.yaml': 'unknown: error\n' });
      expect((await judged(place)).judgedBy).not.toEqual(other.judgedBy);
    });
  });

  it('lets a baseline say that it was made by others, until it is made anew', async () => {
    await inWorkplace({ 'a.yaml': yaml, 'own.yaml': own('error') }, async (place) => {
      const baseline = ['--baseline', 'b.json'];
      await place.check(['a.yaml', '-p', './own.yaml', ...baseline, '--update-baseline']);
      expect(others(await judged(place, ...baseline))).toEqual([]);
      await place.write({ 'own.yaml': own('warning') });
      expect(others(await judged(place, ...baseline))[0]?.message).toContain('b.json');
      await place.check(['a.yaml', '-p', './own.yaml', ...baseline, '--prune']);
      expect(others(await judged(place, ...baseline))).toHaveLength(1);
      await place.check(['a.yaml', '-p', './own.yaml', ...baseline, '--update-baseline']);
      expect(others(await judged(place, ...baseline))).toEqual([]);
    });
  });

  it('is not asked of a baseline that was written without it', async () => {
    const empty = '{ "schemaVersion": 1, "findings": [] }\n';
    await inWorkplace({ 'a.yaml': yaml, 'own.yaml': own('error'), 'b.json': empty }, async (place) => {
      expect(others(await judged(place, '--baseline', 'b.json'))).toEqual([]);
    });
  });

  it('lets a comparison say that the inventory was judged by others then', async () => {
    await inRepository({ 'a.yaml': yaml, 'own.yaml': own('error') }, async (place) => {
      await place.write({ 'a.yaml': `${yaml}assets: []\n` });
      expect(others(await judged(place, '--base', 'main'))).toEqual([]);
      await place.write({ 'own.yaml': own('warning') });
      expect(others(await judged(place, '--base', 'main'))[0]?.message).toContain('main');
      await place.write({ 'own.yaml': own('error'), 'sekisho.config.yaml': 'unknown: error\n' });
      expect(others(await judged(place, '--base', 'main'))).toHaveLength(1);
    });
  });
});
