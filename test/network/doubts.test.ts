import { describe, expect, it } from 'vitest';
import { sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';
import { andNothingElse } from '../support/rest.ts';

/** What 伊勢崎市's policy says of one connection between the MyNumber layer and an office. */
async function messages(office: string, link: string): Promise<string[]> {
  const yaml = `segments:
  - { id: m, name: 住民記録, layer: mynumber }
  - { id: office, name: 庁内, ${office} }
  - { id: juki, name: 住基ネット, layer: external }
connections:
  - { id: link, name: 接続, from: m, to: office, ${link} }
`;
  return inFolder({ 'a.yaml': andNothingElse(yaml) }, async (directory) => {
    const options = ['--rule', 'resilience/mynumber-separation', '--lang', 'en', '-f', 'json'];
    const { stdout } = await sekisho(['check', 'a.yaml', '-p', 'isesaki', ...options], { directory });
    const { findings } = JSON.parse(stdout) as { findings: { ruleId: string; message: string }[] };
    return findings.filter(({ ruleId }) => ruleId.startsWith('resilience/')).map(({ message }) => message);
  });
}

const limited = (destination: string) =>
  `specific: { destination: ${destination}, addresses: [10.0.0.1], ports: [443] }, approval: { by: CISO, date: 2026-04-01 }`;

describe('what cannot be told of a crossing', () => {
  it.each([
    ['a layer that is not written', 'notes: x', '', 'whose layer is not stated'],
    ['a layer the policy does not know', 'layer: 独立', '', 'whose layer “独立” the policy does not know'],
    [
      'a destination that is elsewhere',
      'layer: lgwan',
      limited('juki'),
      'but specific.destination is no end of the connection',
    ],
    [
      'a destination that is not written',
      'layer: lgwan',
      'specific: { ports: [443] }',
      'but does not state specific.destination',
    ],
  ])('says so of %s', async (_, office, link, expected) => {
    const told = await messages(office, link);
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(expected);
  });
});

describe('the way out to the internet', () => {
  async function asked(connection: string): Promise<string[]> {
    const yaml = `segments:
  - { id: web, name: 公開系, layer: internet }
  - { id: line, name: 専用線, layer: external }
  - { id: net, name: インターネット, layer: external, externalNetwork: internet }
systems:
  - { id: mirror, name: 配布元, segments: [net] }
  - { id: gateway, name: 中継機, segments: [net, web] }
connections:
  - { id: link, name: 接続, ${connection} }
`;
    return inFolder({ 'a.yaml': yaml }, async (directory) => {
      const options = ['--rule', 'resilience/security-cloud', '-f', 'json'];
      const { stdout } = await sekisho(['check', 'a.yaml', '-p', 'isesaki', ...options], { directory });
      const { findings } = JSON.parse(stdout) as {
        findings: { ruleId: string; verdict: string; location: { pointer: string } }[];
      };
      return findings
        .filter(({ ruleId }) => ruleId.startsWith('resilience/'))
        .map(({ verdict, location }) => `${verdict} ${location.pointer}`);
    });
  }

  it.each([
    ['from: segments/line, to: web, securityCloud: false', 'unknown /connections/0/from'],
    ['from: web, to: net, securityCloud: false', 'fail /connections/0/securityCloud'],
    ['from: web, to: mirror, securityCloud: false', 'fail /connections/0/securityCloud'],
    ['from: web, to: gateway, securityCloud: false'],
  ])('%s', async (connection, ...expected) => {
    expect(await asked(connection)).toEqual(expected);
  });
});
