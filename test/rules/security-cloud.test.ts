import { describe, expect, it } from 'vitest';
import { findingsOf } from '../support/findings.ts';

const rule = 'resilience/security-cloud';

const network = (connection: string) => `segments:
  - { id: web, name: 公開系, layer: internet }
  - { id: net, name: インターネット, layer: external, externalNetwork: internet }
  - { id: centre, name: データセンター, layer: external, externalNetwork: data-centre }
  - { id: leased, name: 事業者網, layer: external }
systems:
  - { id: provider, name: プロバイダのルータ, type: network-device, segments: [net] }
  - { id: colo, name: 事業者のルータ, type: network-device, segments: [centre] }
  - { id: firewall, name: ファイアウォール, type: network-device, segments: [web, net] }
connections:
  - { id: c, name: 接続, ${connection} }
`;

const verdicts = async (connection: string) =>
  (await findingsOf(rule, 'isesaki', network(connection))).map(({ verdict }) => verdict);

describe('a way to the internet', () => {
  it('may end at a system that stands in the internet', async () => {
    expect(await verdicts('from: web, to: provider, securityCloud: false')).toEqual(['fail']);
    expect(await verdicts('from: systems/provider, to: segments/web, securityCloud: false')).toEqual([
      'fail',
    ]);
    expect(await verdicts('from: web, to: provider')).toEqual(['unknown']);
    expect(await verdicts('from: web, to: provider, securityCloud: true')).toEqual([]);
  });

  it('is none to a data centre, nor to a firewall of the body, behind which it goes on', async () => {
    expect(await verdicts('from: web, to: colo, securityCloud: false')).toEqual([]);
    expect(await verdicts('from: web, to: firewall, securityCloud: false')).toEqual([]);
  });

  it('cannot be told from another while the network outside is not named, which is what to write', async () => {
    const [finding] = await findingsOf(rule, 'isesaki', network('from: web, to: leased'));
    expect(finding?.verdict).toBe('unknown');
    expect(finding?.remedy).toBe('segments の「leased」に externalNetwork を書いてください。');
  });
});
