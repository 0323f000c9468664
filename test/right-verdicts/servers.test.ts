import { describe, expect, it } from 'vitest';
import { sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';
import type { Report } from '../support/report.ts';

const serverRules = [
  'technical/backup-taken',
  'technical/capacity-limited',
  'technical/faults-recorded',
  'technical/logs-acquired',
  'technical/logs-analysed',
  'technical/access-control',
  'technical/intrusion-protection',
  'technical/malware-protection',
  'technical/malware-definitions-current',
  'technical/software-authorised',
  'technical/software-licensed',
  'physical/server-housed',
];

/** A register of business systems that states of each all that is asked of servers. */
const application = `  - id: 住民記録
    name: 住民記録システム
    type: application
    capacity: { limitSet: true }
    backup: { taken: true }
    logs: { acquired: true, analysed: true }
    faults: { recorded: true }
    accessControl: true
    monitoring: true
    malware: { installed: true, definitions: automatic }
    vulnerability: { intrusionPrevention: true }
`;

const server = (type: string) =>
  `  - { id: 機器, name: 機器${type === '' ? '' : `, type: ${type}`}, agency: 町長部局 }\n`;

const town = (complete = '[]') => `organization:
  name: 宿場町
  complete: ${complete}
  agencies:
    - { id: 町長部局, name: 町長部局 }
    - { id: 学校, name: 小学校, organ: schools }
`;

interface Judged {
  /** the rules on servers that are unknown for the body */
  readonly asked: readonly string[];
  readonly clauses: Readonly<Record<string, string>>;
  readonly findings: Report['findings'];
}

async function judged(policy: string, yaml: string): Promise<Judged> {
  return inFolder({ 'a.yaml': yaml }, async (directory) => {
    const argv = ['a.yaml', '-p', policy, '-f', 'json', '--as-of', '2026-11-20'];
    const { findings } = JSON.parse((await sekisho(argv, { directory })).stdout) as Report;
    const { stdout } = await sekisho(['coverage', ...argv], { directory });
    const covered = JSON.parse(stdout) as { clauses: readonly { ref: string; status: string }[] };
    const asked = findings
      .filter(({ ruleId, verdict }) => serverRules.includes(ruleId) && verdict === 'unknown')
      .filter(({ record }) => record.id === '宿場町')
      .map(({ ruleId }) => ruleId);
    const clauses = Object.fromEntries(covered.clauses.map(({ ref, status }) => [ref, status]));
    return { asked: asked.sort(), clauses, findings };
  });
}

describe.each([
  ['kumagaya', ['6(3)', '6(5)[1]', '6(5)[2]', '6(5)[3]', '6(5)[4]']],
  ['isesaki', ['6(4)', '6(6)[1]', '6(6)[2]', '6(6)[3]', '6(6)[4]']],
  ['tokubetsuku', ['6(4)', '6(6)[1]', '6(6)[2]', '6(6)[3]', '6(6)[4]']],
])('A11: under %s', (policy, refs) => {
  it('A11: a register of business systems without servers leaves the clauses on servers unknown', async () => {
    const { asked, clauses, findings } = await judged(policy, `${town()}systems:\n${application}`);
    expect(asked).toEqual([...serverRules].sort());
    for (const ref of refs) expect(clauses[ref], ref).toBe('unknown');
    const [first] = findings.filter(({ ruleId }) => ruleId === 'technical/backup-taken');
    expect(first?.message).toContain('サーバ等（サーバ、ストレージ、メールサーバ）が1件もなく');
    expect(first?.remedy).toContain('type を server 又は storage 又は mail として');
    expect(first?.remedy).toContain('organization.complete に systems を加えて');
  });
});

describe('A11: under minakami', () => {
  it('A11: the clause on servers is unknown without any, and once for each rule', async () => {
    const { asked, findings, clauses } = await judged('minakami', `${town()}systems:\n${application}`);
    expect(asked).toContain('technical/backup-taken');
    expect(findings.filter(({ ruleId }) => ruleId === 'technical/backup-taken')).toHaveLength(1);
    const computers = Object.entries(clauses).filter(([ref]) =>
      /^5\)コンピュータ・ネットワーク管理\[1\]/.test(ref),
    );
    expect(computers.length).toBeGreaterThan(0);
    for (const [ref, status] of computers) expect(status, ref).toBe('unknown');
  });

  it('A11: it is not asked where the systems are declared whole, or said to be none', async () => {
    expect((await judged('minakami', `${town('[systems]')}systems:\n${application}`)).asked).toEqual([]);
    expect((await judged('minakami', `${town()}systems: []\n`)).asked).toEqual([]);
  });

  it('A11: it is not asked where a server is listed, or a system that may be one', async () => {
    for (const type of ['server', 'storage', 'mail', '']) {
      const yaml = `${town()}systems:\n${application}${server(type)}`;
      const { asked } = await judged('minakami', yaml);
      expect(
        asked.filter((rule) => rule.startsWith('technical/')),
        type,
      ).toEqual([]);
    }
  });

  it('A11: a server of an agency out of scope does not answer for the body', async () => {
    const school = server('server').replace('町長部局', '学校');
    const { asked } = await judged('minakami', `${town()}systems:\n${application}${school}`);
    expect(asked).toContain('technical/backup-taken');
  });

  it('A11: while a file cannot be read, the file is what to mend', async () => {
    const files = { 'a.yaml': `${town('[systems]')}systems:\n${application}`, 'b.yaml': 'systems:\n\t- a\n' };
    await inFolder(files, async (directory) => {
      const argv = [
        '.',
        '-p',
        'minakami',
        '-f',
        'json',
        '--as-of',
        '2026-11-20',
        '--rule',
        'technical/backup-taken',
      ];
      const { findings } = JSON.parse((await sekisho(argv, { directory })).stdout) as Report;
      const found = findings.filter(({ ruleId }) => ruleId === 'technical/backup-taken');
      expect(found.map(({ verdict }) => verdict)).toEqual(['unknown']);
      expect(found[0]?.message).toContain('読めないファイルがある');
    });
  });
});

/** A network of all layers, and a register that lists one record of each section that the rules below ask about. */
const partial = (complete = '[]') => `organization:
  name: 宿場町
  complete: ${complete}
segments:
  - { id: 番号, name: 番号系, layer: mynumber }
systems: [{ id: 機器, name: 機器, type: network-device, segments: [番号] }]
connections: []
services: [{ id: 翻訳, name: 翻訳, type: cloud }]
facilities: [{ id: 書庫, name: 書庫, type: archive }]
contracts: [{ id: 館, name: 公民館, type: designated-manager }]
assets: []
`;

describe.each([
  ['kumagaya', ['6(3)', '6(6)[3]']],
  ['isesaki', ['2(11)', '6(3)ア[2]', '6(3)ア[3]', '6(3)イ[1]', '6(3)イ[2]', '6(3)ウ[1]', '6(4)', '6(7)[3]']],
  [
    'minakami',
    ['5)電子メールセキュリティ[1][1]', '5)コンピュータ・ネットワーク管理[4][1]', '7)契約による義務付け[1]'],
  ],
  ['tokubetsuku', ['2(11)', '6(3)ア[1]', '6(3)ア[2]', '6(3)[2]', '6(4)', '6(7)[3]']],
])('a kind of record that is not listed, under %s', (policy, refs) => {
  it('A: leaves its clauses unknown until its section is declared whole', async () => {
    const { clauses, findings } = await judged(policy, partial());
    for (const ref of refs) expect(clauses[ref], ref).toBe('unknown');
    const lacking = (found: Judged['findings']) =>
      found.filter(({ message }) => message.includes('1件もなく、判定できません'));
    const told = lacking(findings).flatMap((one) => one.clauses.map(({ ref }) => ref));
    expect(refs.filter((ref) => !told.includes(ref))).toEqual([]);
    const whole = await judged(policy, partial('[segments, systems, services, facilities, contracts]'));
    expect(lacking(whole.findings)).toEqual([]);
  });
});

describe.each(['isesaki', 'tokubetsuku'])('a section that is not there, under %s', (policy) => {
  it('A: leaves the clauses on layers unknown, whatever the others list', async () => {
    const { clauses } = await judged(
      policy,
      `segments: [{ id: 庁内, name: 庁内, layer: lgwan }, { id: 公開, name: 公開, layer: internet }]
systems: [{ id: 機器, name: 機器, type: server, segments: [庁内] }]
`,
    );
    for (const ref of policy === 'isesaki' ? ['2(11)', '6(3)イ[1]', '6(3)イ[2]'] : ['2(11)', '6(3)ア[1]'])
      expect(clauses[ref], ref).toBe('unknown');
  });
});
