import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Validator } from 'jsonschema';
import { describe, expect, it } from 'vitest';
import { judged, type Run, sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';

/**
 * One clause asks about faults from 1 April 2027 on, one until 31 March 2028; training every two years, which from that day
 * in 2027 on is every year; encryption today, and again from 2028 on; two attestations, one of them from October 2027 on.
 */
const policy = `id: town
title: { ja: 試験町の方針, en: Policy of a town }
clauses:
  - ref: 第1条
    title: { ja: 障害の記録, en: Faults }
    summary: { ja: 要旨, en: Summary }
    modality: must
    rules: [{ id: technical/faults-recorded, basis: stated }]
    inForce: { from: 令和9年4月1日, until: 2028-03-31 }
  - ref: 第2条
    title: { ja: 研修, en: Training }
    summary: { ja: 要旨, en: Summary }
    modality: must
    rules: [{ id: human/training-current, basis: stated, parameters: { maxAge: P24M } }]
  - ref: 第3条
    title: { ja: 毎年の研修, en: Training every year }
    summary: { ja: 要旨, en: Summary }
    modality: must
    rules: [{ id: human/training-current, basis: stated, parameters: { maxAge: P12M } }]
    inForce: { from: 2027-04-01 }
  - ref: 第4条
    title: { ja: 認識, en: Understanding }
    summary: { ja: 要旨, en: Summary }
    modality: must
    attestation: true
    inForce: { until: 2027-03-31 }
  - ref: 第5条
    title: { ja: 新しい認識, en: New understanding }
    summary: { ja: 要旨, en: Summary }
    modality: must
    attestation: true
    inForce: { from: 2027-10-01 }
  - ref: 第6条
    title: { ja: 暗号化, en: Encryption }
    summary: { ja: 要旨, en: Summary }
    modality: should
    rules: [{ id: classification/encryption-at-rest, basis: stated }]
  - ref: 第7条
    title: { ja: 暗号化の義務, en: Encryption as a duty }
    summary: { ja: 要旨, en: Summary }
    modality: must
    rules: [{ id: classification/encryption-at-rest, basis: stated }]
    inForce: { from: 2028-04-01 }
  - ref: 第8条
    title: { ja: 用語, en: Terms }
    summary: { ja: 要旨, en: Summary }
    modality: definition
    informs: { ja: 用語, en: terms }
    inForce: { from: 2027-04-01 }
`;

const faulty = `  - { id: s1, name: 住民記録システム, type: server, faults: { recorded: false } }\n`;
const silent = `  - { id: s2, name: 税システム, type: server }\n`;
const group = (last: string) =>
  `staffGroups:\n  - { id: g1, name: 正規職員, employment: regular, headcount: 10, lastTraining: ${last} }\n`;
const plain = `assets:
  - { id: a1, name: 住民票, form: media, classification: { confidentiality: 3 }, encryption: { atRest: false } }\n`;
const attested = (clause: string, until = '2029-03-31') =>
  `attestations:\n  - { id: t1, clause: ${clause}, statement: 確かめた, by: 町長, date: 2026-04-10, validUntil: ${until} }\n`;

/** An inventory in which all is well under the clauses in force, and faults are not recorded. */
const inventory = `organization: { name: 試験町 }
systems:
${faulty}${group('2026-11-01')}assets: []
${attested('第4条')}`;

interface Report {
  readonly notices: readonly { readonly code: string }[];
  readonly summary: {
    readonly verdicts: Readonly<Record<string, number>>;
    readonly findings: Readonly<Record<string, number>>;
    readonly announced?: number;
  };
  readonly findings: readonly {
    readonly ruleId: string;
    readonly verdict: string;
    readonly severity: string;
    readonly label: string;
    readonly announced?: string;
    readonly fingerprint: string;
    readonly suppression: { readonly kind: string } | null;
    readonly state?: string;
    readonly message: string;
    readonly clauses: readonly { readonly ref: string; readonly announced?: string }[];
  }[];
}

interface Coverage {
  readonly clauses: readonly {
    readonly ref: string;
    readonly status: string;
    readonly then?: string;
    readonly inForce?: object;
    readonly verdicts: Readonly<Record<string, number>>;
  }[];
  readonly totals: Readonly<Record<string, number>>;
}

interface Asked {
  readonly inventory?: string;
  readonly policy?: string;
  readonly configuration?: string;
  readonly more?: readonly string[];
}

async function run(command: string, asOf: string, asked: Asked = {}): Promise<Run> {
  const files = {
    'a.yaml': asked.inventory ?? inventory,
    'own.policy.yaml': asked.policy ?? policy,
    ...(asked.configuration && { 'sekisho.config.yaml': asked.configuration }),
  };
  const argv = [command, 'a.yaml', '-p', './own.policy.yaml', '--as-of', asOf, ...(asked.more ?? [])];
  return inFolder(files, (directory) => sekisho(argv, { directory }));
}

async function reportOn(asOf: string, asked: Asked = {}): Promise<Report> {
  const { stdout } = await run('check', asOf, { ...asked, more: [...(asked.more ?? []), '-f', 'json'] });
  return JSON.parse(stdout);
}

/** What a report says of a rule: verdict, severity, the day from which on, and the clauses. */
function told({ findings }: Report, ruleId: string) {
  return findings
    .filter((finding) => finding.ruleId === ruleId)
    .map(({ verdict, severity, announced, clauses }) => [
      verdict,
      severity,
      announced,
      clauses.map(({ ref, announced: day }) => (day === undefined ? ref : `${ref} ${day}`)).join(),
    ]);
}

async function coverageOn(asOf: string, asked: Asked = {}): Promise<Coverage> {
  const { stdout } = await run('coverage', asOf, { ...asked, more: ['-f', 'json'] });
  return JSON.parse(stdout);
}

/** The status of each clause, and what it will be. */
function statuses({ clauses }: Coverage): Readonly<Record<string, string>> {
  return Object.fromEntries(
    clauses.map(({ ref, status, then }) => [ref, then === undefined ? status : `${status} ${then}`]),
  );
}

const faults = 'technical/faults-recorded';

describe('a rule that one clause asks for, from one day to another', () => {
  it('is announced until the day before the first, holds to the last, and is judged no more from the next on', async () => {
    const days = ['2027-03-31', '2027-04-01', '2028-03-31', '2028-04-01'];
    const all = await Promise.all(days.map(async (day) => told(await reportOn(day), faults)));
    expect(all).toEqual([
      [['fail', 'info', '2027-04-01', '第1条 2027-04-01']],
      [['fail', 'error', undefined, '第1条']],
      [['fail', 'error', undefined, '第1条']],
      [],
    ]);
  });

  it('has one fingerprint and one message on every day, and the same without days', async () => {
    const without = policy.replaceAll(/ {4}inForce: .*\n/g, '');
    const said = ({ findings }: Report) =>
      findings
        .filter(({ ruleId }) => ruleId === faults)
        .map(({ fingerprint, message }) => [fingerprint, message]);
    const [before, after, always] = await Promise.all([
      reportOn('2027-03-31'),
      reportOn('2027-04-01'),
      reportOn('2027-03-31', { policy: without }),
    ]);
    expect(said(before)).toEqual(said(after));
    expect(said(before)).toEqual(said(always));
  });

  it('weighs info whatever the configuration says, unknown too, until it is in force', async () => {
    const configuration = `unknown: error\nrules: { ${faults}: error }\n`;
    const both = inventory.replace(faulty, faulty + silent);
    expect(told(await reportOn('2027-03-31', { configuration, inventory: both }), faults)).toEqual([
      ['fail', 'info', '2027-04-01', '第1条 2027-04-01'],
      ['unknown', 'info', '2027-04-01', '第1条 2027-04-01'],
    ]);
    expect(told(await reportOn('2027-04-01', { configuration, inventory: both }), faults)).toEqual([
      ['fail', 'error', undefined, '第1条'],
      ['unknown', 'error', undefined, '第1条'],
    ]);
  });

  it.each([
    ['--fail-on', 'info'],
    ['--fail-on', 'warning'],
    ['--max-warnings', '0'],
    ['--quiet', '--fail-on', 'info'],
  ])('fails no run before its day: %s %s', async (...more) => {
    const met = inventory.replace('attestations:', 'reviews: []\nattestations:') + attestedNew;
    const at = async (day: string) => (await run('check', day, { more, inventory: met })).code;
    expect([await at('2027-03-31'), await at('2027-04-01')]).toEqual([0, 1]);
  });

  it('can be left out, excepted and selected; once it has ended, naming it is refused or has no effect', async () => {
    const excepted = `${inventory}exceptions:
  - { id: e1, rules: [${faults}], records: [s1], reason: 更改まで, applicant: 課長, approver: 町長, approved: 2027-01-10, expires: 2027-03-31 }
`;
    const suppressed = await reportOn('2027-03-31', { inventory: excepted });
    expect(suppressed.findings.find(({ ruleId }) => ruleId === faults)).toMatchObject({
      announced: '2027-04-01',
      suppression: { kind: 'exception' },
    });
    // The attestation of October is the one that is left.
    expect(suppressed.summary.announced).toBe(1);
    const lasting = excepted
      .replaceAll('2027-', '2028-')
      .replace('expires: 2028-03-31', 'expires: 2028-06-30');
    const ended = await reportOn('2028-04-01', { inventory: lasting });
    expect(ended.findings.filter(({ ruleId }) => ruleId === 'inventory/exception-unused')).toEqual([]);
    const more = ['--rule', faults];
    expect((await run('check', '2027-03-31', { more })).code).toBe(0);
    const refused = await run('check', '2028-04-01', { more });
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain(`--rule の ${faults} を求める条項は、判定日には効力を失っている`);
    const trained = inventory
      .replace('2026-11-01', '2028-03-01')
      .replace(attested('第4条'), attested('第5条'));
    for (const left of [{ more: ['--skip', faults] }, { configuration: `rules: { ${faults}: warning }\n` }])
      expect((await run('check', '2028-04-01', { ...left, inventory: trained })).code).toBe(0);
  });
});

/** What keeps the attestation clause of October 2027 from being open. */
const attestedNew =
  '  - { id: t2, clause: 第5条, statement: 確かめた, by: 町長, date: 2026-04-10, validUntil: 2029-03-31 }\n';

describe('a rule that clauses in force and announced ones ask for', () => {
  it('with other numbers is told for the announced one alone where the others are met', async () => {
    const once = { inventory: inventory.replace('2026-11-01', '2025-08-01') };
    expect(told(await reportOn('2027-03-31', once), 'human/training-current')).toEqual([
      ['fail', 'info', '2027-04-01', '第3条 2027-04-01'],
    ]);
    expect(told(await reportOn('2027-04-01', once), 'human/training-current')).toEqual([
      ['fail', 'error', undefined, '第3条'],
    ]);
    const { clauses } = await coverageOn('2027-03-31', once);
    expect(clauses.find(({ ref }) => ref === '第2条')).toMatchObject({
      status: 'met',
      verdicts: { pass: 1, fail: 0 },
    });
    expect(statuses({ clauses, totals: {} })).toMatchObject({ 第3条: 'announced not-met' });
  });

  it('breaks what is in force with that verdict and weight, and cites the announced one with its day', async () => {
    const { report, later } = {
      report: await reportOn('2027-05-01', { inventory: inventory.replace('assets: []\n', plain) }),
      later: await reportOn('2028-04-01', { inventory: inventory.replace('assets: []\n', plain) }),
    };
    const rule = 'classification/encryption-at-rest';
    expect(told(report, rule)).toEqual([['fail', 'warning', undefined, '第6条,第7条 2028-04-01']]);
    expect(told(later, rule)).toEqual([['fail', 'error', undefined, '第6条,第7条']]);
    expect(report.findings.find(({ ruleId }) => ruleId === rule)?.label).toBe('improvement');
    const status = statuses(
      await coverageOn('2027-05-01', { inventory: inventory.replace('assets: []\n', plain) }),
    );
    expect(status).toMatchObject({ 第6条: 'not-met', 第7条: 'announced not-met' });
  });
});

describe('a clause that an attestation answers', () => {
  const rule = 'inventory/attestation-current';

  it('is asked for today, announced, or not at all, each by its own days', async () => {
    const none = { inventory: inventory.replace(attested('第4条'), 'attestations: []\n') };
    expect(told(await reportOn('2027-03-31', none), rule)).toEqual([
      ['unknown', 'warning', undefined, '第4条'],
      ['unknown', 'info', '2027-10-01', '第5条 2027-10-01'],
    ]);
    expect(told(await reportOn('2027-04-01', none), rule)).toEqual([
      ['unknown', 'info', '2027-10-01', '第5条 2027-10-01'],
    ]);
    expect(told(await reportOn('2027-10-01', none), rule)).toEqual([
      ['unknown', 'warning', undefined, '第5条'],
    ]);
  });

  it('is met, or broken, in advance by what is attested', async () => {
    const made = (until: string) => ({
      inventory: inventory.replace(attested('第4条'), attested('第5条', until)),
    });
    expect(statuses(await coverageOn('2027-04-01', made('2029-03-31')))).toMatchObject({
      第5条: 'announced attested',
    });
    const expired = made('2026-12-31');
    expect(statuses(await coverageOn('2027-04-01', expired))).toMatchObject({ 第5条: 'announced not-met' });
    expect(told(await reportOn('2027-04-01', expired), rule)).toEqual([
      ['fail', 'info', '2027-10-01', '第5条 2027-10-01'],
    ]);
  });

  it('leaves what attests it alone once it has ended, though that has run out', async () => {
    const kept = { inventory: inventory.replace(attested('第4条'), attested('第4条', '2026-12-31')) };
    expect(told(await reportOn('2027-03-31', kept), rule)).toContainEqual([
      'fail',
      'error',
      undefined,
      '第4条',
    ]);
    const after = await reportOn('2027-04-01', kept);
    expect(told(after, rule)).toEqual([['unknown', 'info', '2027-10-01', '第5条 2027-10-01']]);
    expect(statuses(await coverageOn('2027-04-01', kept))).toMatchObject({ 第4条: 'ended' });
  });

  it('is no mistake of the inventory where all such clauses have ended', async () => {
    const lone = policy.replace(/ {2}- ref: 第5条[\s\S]*?(?= {2}- ref: 第6条)/, '');
    const kept = inventory.replace(attested('第4条'), attested('第4条', '2026-12-31'));
    await inFolder({ 'a.yaml': kept, 'own.policy.yaml': lone }, async (directory) => {
      const options = { policy: ['./own.policy.yaml'], asOf: '2027-04-01' };
      const { findings, rules } = await judged(['a.yaml'], options, { directory });
      expect(findings.filter(({ ruleId }) => ruleId === rule)).toEqual([]);
      expect(rules.get(rule)?.verdicts).toEqual({
        pass: 0,
        fail: 0,
        unknown: 0,
        review: 0,
        notApplicable: 2,
      });
    });
  });
});

describe('coverage', () => {
  it('says of each clause how it stands, and how it will, with its days', async () => {
    const coverage = await coverageOn('2027-03-31');
    expect(statuses(coverage)).toEqual({
      第1条: 'announced not-met',
      第2条: 'met',
      第3条: 'announced met',
      第4条: 'attested',
      第5条: 'announced unknown',
      第6条: 'not-applicable',
      第7条: 'announced not-applicable',
      第8条: 'announced informs',
    });
    expect(coverage.totals).toEqual({ clauses: 8, met: 1, attested: 1, 'not-applicable': 1, announced: 5 });
    expect(coverage.clauses[0]?.inForce).toEqual({ from: '2027-04-01', until: '2028-03-31' });
    expect(coverage.clauses[0]?.verdicts).toMatchObject({ fail: 1 });
  });

  it('counts nothing of a clause that has ended', async () => {
    const coverage = await coverageOn('2028-04-01');
    expect(coverage.clauses[0]).toMatchObject({
      status: 'ended',
      verdicts: { pass: 0, fail: 0, unknown: 0 },
    });
    expect(coverage.clauses[0]).not.toHaveProperty('then');
    expect(coverage.totals).toMatchObject({ ended: 2 });
  });

  it('takes neither for one that nothing answers', async () => {
    const open = (days: string) =>
      `${policy}  - { ref: 第9条, title: 未定, summary: 未定。, modality: must, attestation: true, inForce: ${days} }\n`;
    for (const days of ['{ from: 2027-04-01 }', '{ until: 2027-01-01 }'])
      expect(
        (await run('coverage', '2027-03-31', { policy: open(days), more: ['--fail-uncovered'] })).code,
      ).toBe(0);
  });

  it.each([
    ['ja', 'text', ['▷ 施行前', '2027-04-01 から違反、2028-03-31 まで', '施行前 5']],
    ['en', 'text', ['▷ announced', 'violated from 2027-04-01, until 2028-03-31', '5 announced']],
    ['ja', 'markdown', ['施行前（2027-04-01 から違反、2028-03-31 まで）', '施行前 5']],
    ['en', 'markdown', ['announced (violated from 2027-04-01, until 2028-03-31)', '5 announced']],
    ['ja', 'html', ['<p>2027-04-01 から違反、2028-03-31 まで</p>', '施行前 5']],
    ['en', 'html', ['<p>violated from 2027-04-01, until 2028-03-31</p>', '5 announced']],
  ] as const)('shows it in words (%s, %s)', async (lang, format, words) => {
    const { stdout } = await run('coverage', '2027-03-31', { more: ['-f', format, '--lang', lang] });
    for (const word of words) expect(stdout).toContain(word);
    const ended = await run('coverage', '2028-04-01', { more: ['-f', format, '--lang', lang] });
    expect(ended.stdout).toContain(lang === 'ja' ? '失効' : 'ended');
  });
});

/** All kinds of announced findings, and an improvement of today. */
const mixed = `organization: { name: 試験町 }
systems:
${faulty}${silent}${group('2025-08-01')}${plain}${attested('第4条')}`;

describe('reports', () => {
  it('as JSON are as the schema has them, and count announced findings apart', async () => {
    const schema = JSON.parse(
      readFileSync(path.resolve(import.meta.dirname, '../../schemas/report.schema.json'), 'utf8'),
    );
    const before = await reportOn('2027-03-31', { inventory: mixed });
    expect(new Validator().validate(before, schema).errors.map(String)).toEqual([]);
    expect(before.summary).toMatchObject({ findings: { error: 0, warning: 1, info: 0 }, announced: 4 });
    expect(before.summary.verdicts).toMatchObject({ fail: 1, unknown: 0 });
    expect(before.notices.map(({ code }) => code)).toContain('clauses-not-in-force');
    const always = await reportOn('2027-03-31', {
      inventory: mixed,
      policy: policy.replaceAll(/ {4}inForce: .*\n/g, ''),
    });
    expect(always.summary).not.toHaveProperty('announced');
    expect(always.notices).toEqual([]);
  });

  it('say once at the top what is not in force, and warn where nothing is', async () => {
    const top = async (day: string, lang: string) =>
      (await run('check', day, { more: ['--lang', lang] })).stdout.split('\n')[0];
    expect(await top('2027-03-31', 'ja')).toMatch(
      /^ℹ .*8条項のうち5条項は、判定日 2027-03-31 に効力がありません（施行前のもの 5条項、早いもので 2027-04-01 から）。施行前の条項は/,
    );
    expect(await top('2028-04-01', 'en')).toMatch(
      /^ℹ Of the 8 clauses .*2 not in force any more, the last until 2028-03-31\)\. Clauses that/,
    );
    const whole = `inForce: { from: 2027-04-01 }\n${policy.replaceAll(/ {4}inForce: .*\n/g, '')}`.replace(
      /^(.*\n)(id: .*\n)/,
      '$2$1',
    );
    const all = await run('check', '2027-03-31', {
      policy: whole,
      inventory: mixed,
      more: ['--fail-on', 'info'],
    });
    expect(all.code).toBe(0);
    expect(all.stdout).toMatch(/^⚠ .*判定日 2027-03-31 に効力のある条項がありません/);
    expect(all.stdout).toContain('⚠ 指摘はありません (施行前の条項による指摘 ');
  });

  it('as text have them in a group of their own after the others', async () => {
    const { stdout } = await run('check', '2027-03-31', { inventory: mixed });
    const places = [
      '改善事項（深刻度 中）  「住民票」は',
      '第7条  暗号化の義務 (2028-04-01 から)',
      '施行前の条項による指摘 4件 ─ 示した日から数えます。今の結果には数えません',
      '2027-04-01 から違反  「住民記録システム」は',
      '2027-04-01 から違反  「正規職員」は',
      '2027-04-01 から判定不能 1件',
      '2027-10-01 から判定不能 1件',
      '違反 0件、改善事項 1件、判定不能 0件、要確認 0件、施行前の条項による指摘 4件 (深刻度 高 0、中 1、低 0)',
    ].map((words) => [words, stdout.indexOf(words)] as const);
    for (const [words, at] of places) expect([words, at >= 0]).toEqual([words, true]);
    expect(places.map(([, at]) => at)).toEqual(places.map(([, at]) => at).toSorted((a, b) => a - b));
    const english = await run('check', '2027-03-31', { inventory: mixed, more: ['--lang', 'en'] });
    for (const words of [
      '4 findings under clauses not in force yet: each holds from the day shown and does not count today',
      'violation from 2027-04-01  “住民記録システム”',
      '1 unknown from 2027-10-01',
      '0 unknown, 0 review; 4 under clauses not in force yet (0 error, 1 warning, 0 info)',
    ])
      expect(english.stdout).toContain(words);
  });

  it('as HTML have them in a last chapter, to which every link leads', async () => {
    for (const [lang, label] of [
      ['ja', '2027-04-01 から違反'],
      ['en', 'violation from 2027-04-01'],
    ] as const) {
      const { stdout } = await run('check', '2027-03-31', {
        inventory: mixed,
        more: ['-f', 'html', '--lang', lang],
      });
      const chapter = stdout.indexOf('id="chapter-announced"');
      expect(chapter).toBeGreaterThan(stdout.lastIndexOf('data-chapter="classification"'));
      expect(stdout.indexOf(label, chapter)).toBeGreaterThan(chapter);
      const ids = new Set([...stdout.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id));
      const links = [...stdout.matchAll(/ href="#([^"]*)"/g)].map(([, id]) => id);
      expect(links.filter((id) => !ids.has(id))).toEqual([]);
      expect(ids.size).toBe([...stdout.matchAll(/ id="([^"]*)"/g)].length);
    }
  });

  it('for pipelines and code review have them where nothing fails', async () => {
    const as = async (format: string) =>
      (await run('check', '2027-03-31', { inventory: mixed, more: ['-f', format] })).stdout;
    const github = (await as('github')).split('\n').filter((line) => line.includes('2027-04-01 から違反'));
    expect(github.map((line) => line.slice(0, '::notice '.length))).toEqual(['::notice ', '::notice ']);
    const gitlab = (JSON.parse(await as('gitlab')) as { description: string; severity: string }[]).filter(
      ({ description }) => description.startsWith('2027-04-01 から違反: '),
    );
    expect(gitlab.map(({ severity }) => severity)).toEqual(['info', 'info']);
    const junit = await as('junit');
    expect(junit).toContain('<skipped message="2027-04-01 から違反: 「住民記録システム」は');
    expect(junit.match(/<failure /g)).toHaveLength(1);
    expect(await as('csv')).toContain('\r\n2027-04-01 から違反,低,');
    const sarif = JSON.parse(await as('sarif')).runs[0].results as {
      level: string;
      properties?: { announced?: string };
    }[];
    expect(sarif.filter(({ properties }) => properties?.announced).map(({ level }) => level)).toEqual([
      'note',
      'note',
    ]);
    const audit = JSON.parse(await as('sarif-audit')).runs[0];
    expect(
      audit.results.filter((one: { properties?: { announced?: string } }) => one.properties?.announced),
    ).toHaveLength(4);
    expect(audit.taxonomies[0].taxa[0].properties).toHaveProperty('status', 'announced');
    expect(audit.taxonomies[0].taxa[0].properties).toHaveProperty('then', 'not-met');
    const markdown = await as('markdown');
    expect(markdown).toContain('<summary>施行前の条項による指摘 4件: 示した日から');
    expect(markdown).toContain('- **2027-04-01 から違反** 「住民記録システム」は');
    expect(markdown).toContain('| 違反 | 0 |');
    expect(markdown).toContain('### 違反・要確認等 1件\n');
    expect(markdown).not.toContain('### 判定不能');
  });

  it('of a rule that is met in advance is no passed test, and no lack of records', async () => {
    const met = inventory.replace('recorded: false', 'recorded: true');
    const { stdout } = await run('check', '2027-03-31', { inventory: met, more: ['-f', 'junit'] });
    expect(stdout).toContain('このルールを求める条項は、2027-04-01 から効力を生じます');
  });
});

describe('a comparison', () => {
  const baseline = ['--baseline', 'b.json'];

  it('with a baseline that lists an announced finding keeps it known when its day comes', async () => {
    const files = { 'a.yaml': inventory, 'own.policy.yaml': policy };
    await inFolder(files, async (directory) => {
      const argv = (day: string, ...more: string[]) => [
        'check',
        'a.yaml',
        '-p',
        './own.policy.yaml',
        '--as-of',
        day,
        ...baseline,
        ...more,
      ];
      expect((await sekisho(argv('2027-03-31', '--update-baseline'), { directory })).code).toBe(0);
      for (const day of ['2027-03-31', '2027-04-01']) {
        const { code, stdout } = await sekisho(argv(day, '-f', 'json', '--fail-on', 'info'), { directory });
        expect(code).toBe(0);
        const report = JSON.parse(stdout) as Report;
        expect(report.findings.find(({ ruleId }) => ruleId === faults)).toMatchObject({
          state: 'unchanged',
          suppression: { kind: 'baseline' },
        });
      }
    });
  });

  it('with a baseline that does not fails the run when its day comes', async () => {
    const files = {
      'a.yaml': inventory,
      'own.policy.yaml': policy,
      'b.json': '{ "schemaVersion": 1, "findings": [] }',
    };
    await inFolder(files, async (directory) => {
      const argv = (day: string) => [
        'check',
        'a.yaml',
        '-p',
        './own.policy.yaml',
        '--as-of',
        day,
        ...baseline,
      ];
      const before = await sekisho(argv('2027-03-31'), { directory });
      expect([before.code, before.stdout.includes('新規 0件')]).toEqual([0, true]);
      expect((await sekisho(argv('2027-04-01'), { directory })).code).toBe(1);
    });
  });

  it('with another state of the inventory calls new what the change announces, and fails no run', async () => {
    const good = inventory.replace('recorded: false', 'recorded: true');
    await inFolder(
      { 'before/a.yaml': good, 'now/a.yaml': inventory, 'own.policy.yaml': policy },
      async (directory) => {
        const argv = ['check', 'now', '-p', './own.policy.yaml', '--as-of', '2027-03-31', '--base', 'before'];
        const { code, stdout } = await sekisho([...argv, '--fail-on', 'info', '-f', 'json'], { directory });
        expect(code).toBe(0);
        expect((JSON.parse(stdout) as Report).findings.find(({ ruleId }) => ruleId === faults)).toMatchObject(
          { state: 'new', announced: '2027-04-01' },
        );
      },
    );
  });
});

describe('what describes policies', () => {
  const told = async (
    argv: readonly string[],
    files: Readonly<Record<string, string>> = { 'own.policy.yaml': policy },
  ) => (await inFolder(files, (directory) => sekisho(argv, { directory }))).stdout;

  it('explains when a clause is in force, by itself and under a rule', async () => {
    const own = ['-p', './own.policy.yaml'];
    expect(await told(['explain', ...own, '第1条'])).toMatch(/効力 +2027-04-01 から 2028-03-31 まで/);
    expect(await told(['explain', ...own, '--lang', 'en', '第1条'])).toMatch(
      /in force +from 2027-04-01 until 2028-03-31/,
    );
    expect(await told(['explain', ...own, faults])).toContain(
      '第1条  障害の記録（義務、明記、2027-04-01 から 2028-03-31 まで）',
    );
    expect(await told(['rules', ...own])).toContain('第1条（2027-04-01 から 2028-03-31 まで）');
    const { rules } = JSON.parse(await told(['rules', ...own, '-f', 'json']));
    expect(rules.find(({ id }: { id: string }) => id === faults).clauses).toContainEqual(
      expect.objectContaining({ ref: '第1条', inForce: { from: '2027-04-01', until: '2028-03-31' } }),
    );
  });

  it('tells it where a policy is checked', async () => {
    expect(
      await told(['policies', 'check', 'own.policy.yaml']),
    ).toBe(`own.policy.yaml: 誤りはありません（8条項、3ルール）
効力を有する日 2027-04-01 から 2028-03-31 まで: 1条項（第1条）
効力を有する日 2027-04-01 から: 2条項（第3条, 第8条）
効力を有する日 2027-03-31 まで: 1条項（第4条）
効力を有する日 2027-10-01 から: 1条項（第5条）
効力を有する日 2028-04-01 から: 1条項（第7条）
`);
    expect(await told(['policies', 'check', '--lang', 'en', 'own.policy.yaml'])).toContain(
      'in force from 2027-04-01: 2 clauses (第3条, 第8条)\n',
    );
  });

  it('notices a day that two policies have otherwise', async () => {
    const files = {
      'own.policy.yaml': policy,
      'other.policy.yaml': policy
        .replace('from: 令和9年4月1日', 'from: 2026-04-01')
        .replace('from: 2027-10-01', 'from: 2026-10-01'),
    };
    const diff = ['policies', 'diff', 'own.policy.yaml', 'other.policy.yaml'];
    const text = await told(diff, files);
    expect(text).toContain('どちらも求めるが、求め方が違うもの ─ 1ルール');
    expect(text).toContain('第1条（2026-04-01 から 2028-03-31 まで）  義務');
    expect(text).toContain('第5条（2026-10-01 から）  新しい認識（義務）');
    const { rules, attestations } = JSON.parse(await told([...diff, '-f', 'json'], files));
    expect(rules.unlike.map(({ id }: { id: string }) => id)).toEqual([faults]);
    expect(attestations.b[1]).toMatchObject({ ref: '第5条', inForce: { from: '2026-10-01' } });
  });
});
