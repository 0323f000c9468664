import { describe, expect, it } from 'vitest';
import { sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';

async function judge(
  yaml: string,
  policy: string,
  rule: string,
  texts: Readonly<Record<string, string>> = {},
) {
  return inFolder({ 'a.yaml': yaml, ...texts }, async (directory) => {
    const { stdout } = await sekisho(
      ['a.yaml', '-p', policy, '-f', 'json', '--as-of', '2026-11-20', '--rule', rule],
      { directory },
    );
    const report = JSON.parse(stdout) as {
      findings: { ruleId: string; record: { id: string }; message: string }[];
      outOfScope: { kind: string; id: string }[];
      summary: { verdicts: Record<string, number> };
    };
    return { ...report, found: report.findings.filter(({ ruleId }) => ruleId === rule) };
  });
}

describe('the scope of a policy', () => {
  const agencies =
    'organization:\n  name: 関所町\n  agencies:\n    - { id: town, name: 町長部局, organ: mayor }\n    - { id: school, name: 町立小学校, organ: schools }\n    - { id: unsaid, name: 出張所 }\n';
  const assets = (agency: string) =>
    `${agencies}assets:\n  - { id: a, name: 名簿, manager: false${agency === '' ? '' : `, agency: ${agency}`} }\n`;

  it('leaves out the agencies that the policy excludes, and lists their records', async () => {
    const { found, outOfScope, summary } = await judge(
      assets('school'),
      'minakami',
      'classification/manager-assigned',
    );
    expect(found).toEqual([]);
    expect(outOfScope).toEqual([{ kind: 'assets', id: 'a', name: '名簿' }]);
    expect(summary.verdicts['notApplicable']).toBeGreaterThan(0);
  });

  it('holds for everything that does not say that it is outside', async () => {
    for (const agency of ['town', 'unsaid', '']) {
      const { found, outOfScope } = await judge(
        assets(agency),
        'minakami',
        'classification/manager-assigned',
      );
      expect(found).toHaveLength(1);
      expect(outOfScope).toEqual([]);
    }
  });

  it('that names only whom it leaves out holds for all others', async () => {
    const rule = 'classification/manager-assigned';
    const text = '{ ja: 規程, en: Rules }';
    const own = `id: own
title: ${text}
scope: { excludes: [{ id: schools, name: { ja: 学校, en: schools } }] }
clauses:
  - { ref: 第1条, title: ${text}, summary: ${text}, modality: must, rules: [{ id: ${rule}, basis: stated }] }
`;
    const outside = async (agency: string) =>
      (await judge(assets(agency), './own.policy.yaml', rule, { 'own.policy.yaml': own })).outOfScope.length;
    expect([await outside('school'), await outside('town')]).toEqual([1, 0]);
  });

  it('limited to the administrative network, keeps a school’s network as something outside: a way through it counts', async () => {
    const yaml = `segments:
  - { id: resident, name: 住民記録, layer: mynumber, network: administrative }
  - { id: school, name: 学校系, layer: lgwan, network: school }
  - { id: web, name: 公開系, layer: internet, network: administrative }
connections:
  - { id: to-school, name: 学校への接続, from: resident, to: school }
  - { id: school-out, name: 学校からの接続, from: school, to: web }
systems:
  - { id: pupil, name: 児童用端末, type: terminal, segments: [school] }
`;
    const { found, outOfScope } = await judge(yaml, 'isesaki', 'resilience/mynumber-separation');
    expect(found.map(({ record, message }) => [record.id, message])).toEqual([
      [
        'to-school',
        '「学校への接続」はマイナンバー利用事務系と外部・インターネット接続系との間の通信を許しています。',
      ],
    ]);
    expect(outOfScope.map(({ id }) => id).sort()).toEqual(['pupil', 'school']);
  });

  it('judges what a network in scope is joined by, whoever that belongs to', async () => {
    const yaml = `organization:
  name: 関所市
  agencies: [{ id: school, name: 市立小学校, organ: unlisted }]
segments:
  - { id: resident, name: 住民記録, layer: mynumber }
  - { id: office, name: 業務系, layer: lgwan }
  - { id: web, name: 公開系, layer: internet }
  - { id: class, name: 教室, layer: internet, network: school }
  - { id: outside, name: インターネット, layer: external, externalNetwork: internet }
systems:
  - { id: nas, name: 共有サーバ, segments: [resident, web], agency: school }
  - { id: apart, name: 校内サーバ, segments: [class, outside], agency: school }
connections:
  - { id: link, name: 名簿の転送, from: office, to: resident, agency: school, control: firewall, sanitisation: mail-text }
  - { id: bypass, name: 臨時回線, from: office, to: web, agency: school, control: none, sanitisation: none }
  - { id: wifi, name: 校内の接続, from: class, to: outside, agency: school, control: none }
`;
    const found = async (rule: string) =>
      (await judge(yaml, 'isesaki', rule)).found.map(({ record }) => record.id);
    expect(await found('resilience/mynumber-separation')).toEqual(['nas', 'link']);
    expect(await found('resilience/lgwan-split')).toEqual(['bypass']);
    expect(await found('resilience/lgwan-sanitisation')).toEqual(['bypass']);
    // What the school has is not asked for logs; but the body lists no server of its own.
    expect(await found('technical/logs-acquired')).toEqual(['関所市']);
    const { outOfScope } = await judge(yaml, 'isesaki', 'resilience/mynumber-separation');
    expect(outOfScope.map(({ id }) => id)).toContain('nas');
  });

  it('does not take a line that an agency out of scope keeps safe for the body’s', async () => {
    const line = (agency: string) => `organization:
  name: 関所市
  agencies: [{ id: office, name: 市長部局, organ: mayor }, { id: school, name: 市立小学校, organ: unlisted }]
segments:
  - { id: office, name: 業務系, layer: lgwan }
  - { id: web, name: 公開系, layer: internet }
connections:
  - { id: link, name: 更新の取得, from: office, to: web, agency: ${agency}, control: firewall }
systems: []
`;
    const split = async (agency: string) => {
      const coverage = await inFolder({ 'a.yaml': line(agency) }, async (directory) =>
        sekisho(['coverage', 'a.yaml', '-p', 'isesaki', '-f', 'json'], { directory }),
      );
      const { clauses } = JSON.parse(coverage.stdout) as { clauses: { ref: string; status: string }[] };
      return clauses.find(({ ref }) => ref === '2(11)')?.status;
    };
    expect(await split('office')).toBe('met');
    expect(await split('school')).toBe('not-applicable');
  });

  it('does not take what an agency out of scope registers for what the body has', async () => {
    const registers = (agency: string) => `organization:
  name: 関所市
  complete: [assets, systems, segments]
  agencies: [{ id: office, name: 市長部局, organ: mayor }, { id: school, name: 市立小学校, organ: unlisted }]
systems: [{ id: s, name: サーバ, agency: ${agency} }]
assets:
  - { id: a, name: 台帳データ, form: electronic, agency: ${agency} }
  - { id: b, name: 台帳, form: paper, agency: ${agency} }
  - { id: c, name: 構成図, form: system-document, agency: ${agency} }
`;
    const forms = await judge(registers('school'), 'isesaki', 'organization/assets-all-forms');
    expect(forms.found).toHaveLength(4);
    expect((await judge(registers('office'), 'isesaki', 'organization/assets-all-forms')).found).toEqual([]);
  });

  const bodies = `organization:
  name: 関所市
  complete: [documents, audits, staffGroups, services]
  agencies: [{ id: office, name: 市長部局, organ: mayor }, { id: school, name: 市立小学校, organ: unlisted }]
`;

  it.each([
    ['operations/incident-plan', (agency: string) => document('incident-plan', agency)],
    ['evaluation/standards-established', (agency: string) => document('standards', agency)],
    ['evaluation/basic-policy-adopted', (agency: string) => document('basic-policy', agency)],
    [
      'evaluation/self-inspection-performed',
      (agency: string) =>
        `audits: [{ id: a, name: 自己点検, type: self-inspection, date: 2026-06-01, scope: [${agency}] }]`,
    ],
    [
      'human/duty-holders-covered',
      (agency: string) => `staffGroups:
  - { id: regular, name: 職員, employment: regular, agency: ${agency} }
  - { id: others, name: 再任用職員, employment: reappointed, agency: ${agency} }
  - { id: fixed-term, name: 会計年度任用職員, employment: fixed-term, agency: ${agency} }`,
    ],
    [
      'outsourcing/sns-procedure',
      (agency: string) =>
        `services: [{ id: sns, name: 市公式SNS, type: sns }]\n${document('sns-procedure', agency)}`,
    ],
  ])('asks %s of the body, whatever an agency out of scope has', async (rule, having) => {
    expect((await judge(bodies + having('school'), 'isesaki', rule)).found).toHaveLength(1);
    expect((await judge(bodies + having('office'), 'isesaki', rule)).found).toEqual([]);
  });

  it.each([
    ['organization/incident-contact', 'incident-contact'],
    ['organization/roles-held', 'general-security-officer'],
    ['organization/structure-complete', 'ciso'],
  ])('asks %s of the body, whatever role somebody holds in an agency out of scope', async (rule, role) => {
    const policy = rule === 'organization/roles-held' ? 'minakami' : 'kumagaya';
    const held = (agency: string) => `organization:
  name: 関所町
  agencies: [{ id: office, name: 部局, organ: mayor }, { id: school, name: 小学校, organ: unlisted }]
  roles: [{ role: security-manager, post: 課長, agency: office }, { role: ${role}, post: 教頭, agency: ${agency} }]
`;
    expect((await judge(held('school'), policy, rule)).found).toHaveLength(1);
    expect((await judge(held('office'), policy, rule)).found).toEqual([]);
  });

  it('asks no rules on cloud services of the body where only an agency out of scope uses one', async () => {
    const using = (agency: string) =>
      `${bodies}services: [{ id: s, name: 学習支援クラウド, type: cloud, agency: ${agency} }]\n`;
    const rule = 'outsourcing/cloud-rules';
    expect((await judge(using('school'), 'isesaki', rule)).found).toEqual([]);
    expect((await judge(using('office'), 'isesaki', rule)).found).toHaveLength(1);
  });
});

function document(type: string, agency: string): string {
  return `documents: [{ id: d, name: 文書, type: ${type}, adopted: 2026-04-01, agency: ${agency} }]`;
}
