import { describe, expect, it } from 'vitest';
import { sekisho } from '../support/cli.ts';
import { findingsOf } from '../support/findings.ts';
import { inFolder } from '../support/load.ts';

async function outOfScope(policy: string, yaml: string): Promise<readonly string[]> {
  return inFolder({ 'a.yaml': yaml }, async (directory) => {
    const { stdout } = await sekisho(['a.yaml', '-p', policy, '-f', 'json', '--as-of', '2026-11-20'], {
      directory,
    });
    const report = JSON.parse(stdout) as { outOfScope: { kind: string; id: string }[] };
    return report.outOfScope.map(({ kind, id }) => `${kind}/${id}`);
  });
}

const body = `organization:
  name: 関所市
  agencies:
    - { id: office, name: 市長部局, organ: mayor }
    - { id: schools, name: 市立小中学校, organ: unlisted }
`;

describe('A6: a record that states an agency in scope', () => {
  const onSchoolServer = (agency: string) => `${body}segments:
  - { id: lan, name: 校内LAN, agency: schools, layer: internet, network: school }
  - { id: core, name: 基幹系, agency: office, layer: mynumber, network: administrative }
systems:
  - { id: server, name: 校内サーバ, type: server, agency: schools, segments: [lan] }
assets:
  - { id: list, name: 就学援助台帳, form: electronic, system: server, contains: [my-number], affairs: [my-number-use]${agency} }
`;

  it.each(['isesaki', 'kumagaya'])(
    'A6: is judged on the server of a school, too, under %s',
    async (policy) => {
      const found = await findingsOf(
        'classification/levels-assigned',
        policy,
        onSchoolServer(', agency: office'),
      );
      expect(found.map(({ record }) => record.id)).toContain('list');
      expect(await outOfScope(policy, onSchoolServer(', agency: office'))).toEqual([
        'systems/server',
        'segments/lan',
      ]);
      expect(await outOfScope(policy, onSchoolServer(''))).toContain('assets/list');
      expect(await outOfScope(policy, onSchoolServer(', agency: schools'))).toContain('assets/list');
    },
  );

  it('A6: breaks the placement of MyNumber data where the school’s layer is written otherwise', async () => {
    const [finding] = await findingsOf(
      'resilience/mynumber-placement',
      'isesaki',
      onSchoolServer(', agency: office'),
    );
    expect(finding).toMatchObject({ verdict: 'fail', record: { id: 'list' } });
  });

  const inSegment = (agency: string, network: string) => `${body}segments:
  - { id: lan, name: 校舎LAN, agency: schools, layer: lgwan, network: ${network} }
systems:
  - { id: server, name: 分室サーバ, type: server, segments: [lan]${agency} }
connections:
  - { id: line, name: 分室の通信, from: lan, to: lan2${agency} }
`;
  const whole = (agency: string, network: string) =>
    inSegment(agency, network).replace(
      'systems:',
      `  - { id: lan2, name: 別のLAN, agency: schools, layer: lgwan, network: ${network} }\nsystems:`,
    );

  it('A6: goes by that agency, a system and a connection among the networks of others as well', async () => {
    const places = ['segments/lan', 'segments/lan2'];
    const others = ['systems/server', 'connections/line'];
    const outside = async (agency: string, network: string, policy = 'isesaki') =>
      [...(await outOfScope(policy, whole(agency, network)))].sort();
    expect(await outside(', agency: office', 'administrative')).toEqual(places);
    expect(await outside('', 'administrative')).toEqual([...places, ...others].sort());
    // 伊勢崎市 is for one network alone: what stands in another is left out, whoever it is of.
    expect(await outside(', agency: office', 'school')).toEqual([...places, ...others].sort());
    expect(await outside(', agency: office', 'school', 'kumagaya')).toEqual(places);
  });
});
