import { describe, expect, it } from 'vitest';
import { sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';
import type { Report, ReportedFinding } from '../support/report.ts';

const town = 'organization:\n  name: 宿場町\n';

/** @returns what `sekisho check` reports of one rule in an inventory, of the files that lie beside it too */
async function reported(
  rule: string,
  inventory: string,
  { asOf = '2026-11-20', policy = 'minakami', configuration = '' } = {},
): Promise<readonly ReportedFinding[]> {
  const files = { 'a.yaml': inventory, 'sekisho.config.yaml': configuration };
  return inFolder(files, async (directory) => {
    const argv = ['a.yaml', '-p', policy, '-f', 'json', '--as-of', asOf, '--rule', rule];
    const { stdout } = await sekisho(argv, { directory });
    return (JSON.parse(stdout) as Report).findings.filter(({ ruleId }) => ruleId === rule);
  });
}

const verdicts = (findings: readonly ReportedFinding[]) =>
  findings.map(({ record, verdict }) => `${record.id} ${verdict}`);

const trained = (day: string) =>
  `${town}staffGroups: [{ id: 職員, name: 職員, employment: regular, lastTraining: ${day} }]\n`;
const audited = (type: string, day: string) =>
  `${town}audits: [{ id: 監査, name: 監査, type: ${type}, date: ${day} }]\n`;
const verified = (day: string) =>
  `${town}contracts: [{ id: 保守, name: 保守, type: outsourcing, verification: { last: ${day} } }]\n`;
const told = (detected: string, when: string) =>
  `${town}incidents: [{ id: 誤送信, detected: ${detected}, reported: ${when} }]\n`;

describe('B2: a number of our own is never a fail', () => {
  it.each([
    ['human/training-current', trained('2020-04-01'), 'minakami', 'P24M', '職員'],
    ['outsourcing/contractor-verified', verified('2020-04-01'), 'minakami', 'P12M', '保守'],
    ['human/incident-reported-promptly', told('2026-05-01', '2026-06-01'), 'minakami', 'P1D', '誤送信'],
    ['evaluation/audit-performed', audited('internal', '2020-04-01'), 'kumagaya', 'P12M', '宿場町'],
    [
      'evaluation/self-inspection-performed',
      audited('self-inspection', '2020-04-01'),
      'isesaki',
      'P12M',
      '宿場町',
    ],
    ['operations/compliance-confirmed', audited('internal', '2020-04-01'), 'tokubetsuku', 'P12M', '宿場町'],
  ])(
    'B2: %s is a review by default and a fail where the interval is set',
    async (rule, inventory, policy, interval, id) => {
      const name = rule === 'human/incident-reported-promptly' ? 'maxDelay' : 'maxAge';
      const byDefault = await reported(rule, inventory, { policy });
      expect(verdicts(byDefault)).toEqual([`${id} review`]);
      expect(byDefault[0]?.message).toContain('（既定値）');
      expect(byDefault[0]?.message).toContain('文書に定めがない');
      const configuration = `parameters: { ${rule}: { ${name}: ${interval} } }\n`;
      const bySetting = await reported(rule, inventory, { policy, configuration });
      expect(verdicts(bySetting)).toEqual([`${id} fail`]);
      expect(bySetting[0]?.message).toContain('（設定ファイル）');
    },
  );

  it('B2: the same holds for an interval that the policy sets', async () => {
    const policy = `id: own
title: { ja: 自町の基準, en: Own standards }
extends: minakami
parameters: { human/training-current: { maxAge: P12M } }
`;
    await inFolder({ 'a.yaml': trained('2025-04-01'), 'own.yaml': policy }, async (directory) => {
      const argv = ['a.yaml', '-p', './own.yaml', '-f', 'json', '--as-of', '2026-11-20'];
      const { findings } = JSON.parse((await sekisho(argv, { directory })).stdout) as Report;
      expect(verdicts(findings.filter(({ ruleId }) => ruleId === 'human/training-current'))).toEqual([
        '職員 fail',
      ]);
    });
  });
});

describe('B2: an interval may be counted in fiscal years', () => {
  // The day judged by, the day of the audit, and whether this fiscal year or the one before holds it.
  it.each([
    ['2027-03-31', '2025-03-31', ['宿場町 review']],
    ['2027-03-31', '2025-04-01', []],
    ['2027-03-31', '2026-03-31', []],
    ['2027-03-31', '2027-03-31', []],
    ['2027-04-01', '2025-04-01', ['宿場町 review']],
    ['2027-04-01', '2026-03-31', ['宿場町 review']],
    ['2027-04-01', '2026-04-01', []],
    ['2027-04-01', '2027-03-31', []],
    ['2027-09-30', '2026-03-31', ['宿場町 review']],
    ['2027-09-30', '2026-04-01', []],
    ['2027-09-30', '2027-04-01', []],
  ])('B2: on %s an audit of %s comes to %j, by default', async (asOf, day, expected) => {
    for (const [rule, type] of [
      ['evaluation/audit-performed', 'external'],
      ['evaluation/self-inspection-performed', 'self-inspection'],
      ['operations/compliance-confirmed', 'compliance-check'],
    ] as const)
      expect(verdicts(await reported(rule, audited(type, day), { asOf, policy: 'isesaki' }))).toEqual(
        expected,
      );
    const contract = await reported('outsourcing/contractor-verified', verified(day), { asOf });
    expect(verdicts(contract)).toEqual(expected.map(() => '保守 review'));
  });

  it('B2: it is worded as fiscal years, and can be set for any interval', async () => {
    const rule = 'human/training-current';
    const [finding] = await reported(rule, trained('2025-03-31'), {
      configuration: 'parameters: { human/training-current: { maxAge: fiscal-year } }\n',
    });
    expect(finding?.verdict).toBe('fail');
    expect(finding?.message).toContain('より後、当年度又は前年度（設定ファイル）に行われていません');
  });

  it.each([
    ['human/training-current: { maxAge: 年度 }', 'fiscal-year (当年度又は前年度)'],
    ['human/training-current: { maxAge: 12 }', 'P12M (12か月)'],
    ['human/incident-reported-promptly: { maxDelay: fiscal-year }', 'P90D (90日)'],
  ])('B2: a configuration is refused that sets what is no interval: %s', async (setting, said) => {
    const files = { 'a.yaml': town, 'sekisho.config.yaml': `parameters: { ${setting} }\n` };
    await inFolder(files, async (directory) => {
      const { code, stderr } = await sekisho(['a.yaml', '-p', 'minakami'], { directory });
      expect(code).toBe(2);
      expect(stderr).toContain('期間として読めません');
      expect(stderr).toContain(said);
    });
  });
});

describe('B2: definitions of anti-malware software', () => {
  const rule = 'technical/malware-definitions-current';
  const systems = (...definitions: readonly string[]) =>
    `${town}systems:\n${definitions
      .map(
        (one, index) =>
          `  - { id: 端末${index + 1}, name: 端末${index + 1}, type: terminal, malware: { installed: true, definitions: ${one} } }\n`,
      )
      .join('')}`;

  it('B2: updated automatically pass', async () => {
    expect(await reported(rule, systems('automatic', 'automatic'))).toEqual([]);
    expect(await reported('inventory/date-in-future', systems('automatic'))).toEqual([]);
    expect(await reported('inventory/schema', systems('automatic'))).toEqual([]);
  });

  it('B2: of a hand-kept date that is old are asked about once for the body', async () => {
    const old = Array.from({ length: 45 }, () => '2026-04-01');
    const found = await reported(rule, systems(...old, 'automatic', '2026-11-19'));
    expect(verdicts(found)).toEqual(['宿場町 review']);
    expect(found[0]?.message).toContain('45件の情報システム（「端末1」「端末2」「端末3」ほか）');
    expect(found[0]?.message).toContain('7日（既定値）');
    expect(found[0]?.trace).toHaveLength(45);
  });

  it('B2: that are not updated, or of which nothing is said, are told of each machine', async () => {
    expect(verdicts(await reported(rule, systems('false', '2026-04-01', '')))).toEqual([
      '宿場町 review',
      '端末1 fail',
      '端末3 unknown',
    ]);
  });

  it('B2: are a fail of each machine where the interval is set', async () => {
    const configuration = `parameters: { ${rule}: { maxAge: P7D } }\n`;
    expect(verdicts(await reported(rule, systems('2026-04-01', '2026-11-19'), { configuration }))).toEqual([
      '端末1 fail',
    ]);
  });

  it('B2: of a machine with an exception are not asked about', async () => {
    const exception = `exceptions:
  - id: 例外
    rules: [${rule}]
    records: [端末1]
    reason: 更新で止まるため
    applicant: 税務課長
    approver: 副町長
    approved: 2026-04-01
    expires: 2027-03-31
`;
    const found = await reported(rule, `${systems('2026-10-01')}${exception}`);
    expect(found.map(({ record, suppression }) => [record.id, suppression?.kind])).toEqual([
      ['端末1', 'exception'],
    ]);
  });

  it('B2: are not read where they are written otherwise, and what to write is said', async () => {
    const [problem] = await reported('inventory/schema', systems('自動更新'));
    expect(problem?.message).toContain('日付として読めません');
    expect(problem?.remedy).toContain('automatic');
  });
});

describe('C: corrective action is demanded promptly', () => {
  const rule = 'operations/violation-corrective-action';
  const violated = (facts: string) => `${town}violations: [{ id: 持出し, name: 持出し${facts} }]\n`;
  const within = (maxDelay: string) => ({
    configuration: `parameters: { ${rule}: { maxDelay: ${maxDelay} } }\n`,
  });
  const late = ', detected: R8.6.1, correctiveAction: R8.9.1';

  it.each([
    ['', ['correctiveAction']],
    [', detected: R8.6.1', ['correctiveAction']],
    [', detected: R8.6.1, correctiveAction: true', ['correctiveAction']],
    [', correctiveAction: R8.6.2', ['detected']],
    [', correctiveAction: true', ['detected', 'correctiveAction']],
    [', detected: R8.6.1, correctiveAction: R8.5.1', ['correctiveAction']],
  ])('C: without the days, or with days that cannot be right, it is unknown: %j', async (facts, fields) => {
    const found = await reported(rule, violated(facts));
    expect(found.map(({ verdict, cause }) => [verdict, cause])).toEqual(
      fields.map((field) => ['unknown', `fact violations/持出し.${field}`]),
    );
    // What to write leads to no further question: a bare yes is not offered.
    for (const { remedy } of found) {
      expect(remedy).toContain('detected');
      expect(remedy).toContain('correctiveAction');
      expect(remedy).not.toContain('true');
    }
    expect(await reported('inventory/schema', violated(facts))).toEqual([]);
  });

  it('C: with both days it passes, however late, until somebody sets an interval', async () => {
    expect(await reported(rule, violated(late))).toEqual([]);
    expect(await reported(rule, violated(late), within('P92D'))).toEqual([]);
  });

  it('C: beyond an interval that is set it is a review, never a fail', async () => {
    const [finding, ...others] = await reported(rule, violated(late), within('P7D'));
    expect(others).toEqual([]);
    expect(finding?.verdict).toBe('review');
    expect(finding?.message).toContain('「R8.9.1」が、違反を確認した日「R8.6.1」から7日（設定ファイル）');
  });

  it('C: corrective action that was not demanded is still a fail', async () => {
    expect(verdicts(await reported(rule, violated(', correctiveAction: false')))).toEqual(['持出し fail']);
  });
});

describe('C: how far audits reach', () => {
  const rule = 'evaluation/audit-reach';
  const body = (...audits: readonly string[]) => `organization:
  name: 宿場町
  agencies:
    - { id: 町長, name: 町長部局 }
    - { id: 教委, name: 教育委員会事務局 }
    - { id: 議会, name: 議会事務局 }
    - { id: 組合, name: 広域組合, organ: outside }
audits:${audits.length === 0 ? ' []' : audits.map((facts, index) => `\n  - { id: 監査${index}, name: 監査${index}, ${facts} }`).join('')}
`;
  const under = (policy: string) => ({ policy });

  it.each(['kumagaya', 'isesaki', 'tokubetsuku'])(
    'C: under %s an agency that no audit ever covered is one review that names those that were audited',
    async (policy) => {
      const [finding, ...others] = await reported(
        rule,
        body(
          'type: internal, date: R8.6.1, scope: [町長]',
          'type: external, date: R6.4.1, scope: [教委]',
          'type: self-inspection, date: R8.6.1',
          'type: external, date: R8.6.1, scope: [組合]',
        ),
        under(policy),
      );
      expect(others).toEqual([]);
      expect(finding?.verdict).toBe('review');
      expect(finding?.record.id).toBe('宿場町');
      expect(finding?.message).toContain('「議会事務局」を対象とした情報セキュリティ監査が台帳にありません');
      expect(finding?.message).toContain('監査した機関は、「町長部局」「教育委員会事務局」です');
      expect(finding?.message).not.toContain('広域組合');
      expect(finding?.trace).toHaveLength(2);
    },
  );

  it('C: what was audited before the last three fiscal years is asked no more, and not shown as audited in them', async () => {
    const [finding] = await reported(
      rule,
      body('type: internal, date: R8.6.1, scope: [町長]', 'type: internal, date: R6.3.31, scope: [教委]'),
      under('kumagaya'),
    );
    expect(finding?.message).toContain('「議会事務局」を対象とした');
    expect(finding?.message).toContain('監査した機関は、「町長部局」です');
  });

  it.each([
    ['every agency at some time', ['scope: [町長, 議会]', 'scope: [教委]']],
    ['the whole body, by an audit without a scope', ['scope: [町長]', 'findings: []']],
    ['the whole body, by an audit whose scope is empty', ['scope: []']],
  ])('C: nothing is found where audits covered %s', async (_, scopes) => {
    const audits = scopes.map((scope, index) => `type: internal, date: ${2019 + index}-06-01, ${scope}`);
    expect(await reported(rule, body(...audits), under('isesaki'))).toEqual([]);
  });

  it('C: nothing is asked where no agencies or no audits are listed, or another rule asks for the fact', async () => {
    for (const inventory of [
      audited('internal', '2026-06-01'),
      body(),
      body('type: self-inspection, date: R8.6.1'),
      body('date: R8.6.1'),
      body('type: internal'),
    ])
      expect(await reported(rule, inventory, under('kumagaya'))).toEqual([]);
  });

  it('C: an audit without a day does not show that it reached an agency', async () => {
    const found = await reported(
      rule,
      body('type: internal, date: R8.6.1, scope: [町長, 教委]', 'type: internal, scope: [議会]'),
      under('kumagaya'),
    );
    expect(found.map(({ verdict, cause }) => [verdict, cause])).toEqual([
      ['unknown', 'fact audits/監査1.date'],
    ]);
  });
});
