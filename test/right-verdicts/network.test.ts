import { describe, expect, it } from 'vitest';
import { judgeNetwork } from '../support/network.ts';

const limited = 'resilience/specific-communication-limited';
const apart = 'resilience/mynumber-separation';

/** The findings of one rule, without its name. */
async function told(rule: string, yaml: string, policy = 'isesaki'): Promise<string[]> {
  const { findings } = await judgeNetwork(yaml, policy, (id) => id === rule);
  return findings.map((finding) => finding.replace(` ${rule}`, ''));
}

describe('the limits of specific communication', () => {
  const specific = (addresses: string, ports: string, more = 'destination: gov') => `segments:
  - { id: core, name: 基幹, layer: mynumber }
  - { id: gov, name: 公開, layer: internet }
connections:
  - id: link
    name: 接続
    from: core
    to: gov
    direction: one-way
    specific: { addresses: ${addresses}, ports: ${ports}, ${more} }
    approval: { by: CISO, date: 2026-04-01 }
`;
  const link = 'connections/link';

  it.each([
    '任意',
    '全ポート',
    '全部',
    '全て',
    'すべて',
    '制限なし',
    '無制限',
    '指定なし',
    'any',
    'ＡＬＬ',
    '制限 なし',
    'any/tcp',
    '＊',
    '1-65535',
    '１～６５５３５',
    '1〜65535',
    'tcp/1-65535',
  ])('A5: “%s” is no limit to ports', async (word) => {
    const yaml = specific('[10.1.2.3]', `[443, "${word}"]`);
    // The text names no limits: they are our reading of it.
    expect(await told(limited, yaml)).toEqual([`review ${link}`]);
    expect(await told(apart, yaml)).toEqual([`fail ${link}`]);
  });

  it.each([
    '任意',
    '全アドレス',
    '制限なし',
    'Ａｎｙ',
    '*',
    '0.0.0.0/0',
    '::/0',
    '0.0.0.0',
    '0.0.0.0～255.255.255.255',
  ])('A5: “%s” is no limit to addresses', async (word) => {
    const yaml = specific(`["${word}"]`, '[443]');
    // The text names no limits: they are our reading of it.
    expect(await told(limited, yaml)).toEqual([`review ${link}`]);
    expect(await told(apart, yaml)).toEqual([`fail ${link}`]);
  });

  it.each([
    ['[未定]', '[443]', 'addresses'],
    ['[全国の自治体]', '[443]', 'addresses'],
    ['[10.1.2.3, 調整中]', '[443]', 'addresses'],
    ['[10.1.2.300]', '[443]', 'addresses'],
    ['[tbd]', '[443]', 'addresses'],
    ['[10.1.2.9-10.1.2.3]', '[443]', 'addresses'],
    ['[10.1.2.3]', '[未定]', 'ports'],
    ['[10.1.2.3]', '[443, 要調整]', 'ports'],
    ['[10.1.2.3]', '[70000]', 'ports'],
    ['[10.1.2.3]', '[443-80]', 'ports'],
    ['[10.1.2.3]', '["443, 80"]', 'ports'],
  ])(
    'A5: addresses %s and ports %s cannot be read, so that nobody can tell',
    async (addresses, ports, field) => {
      const yaml = specific(addresses, ports);
      const unknown = [`unknown ${link} ? ${link}.specific.${field}`];
      expect(await told(limited, yaml)).toEqual(unknown);
      expect(await told(apart, yaml)).toEqual(unknown);
    },
  );

  it.each([
    ['[10.1.2.3]', '[443]'],
    ['["10.1.2.0/28", "２００１:db8::1"]', '["tcp/443", "8000-8010", "443/udp", "８０００～８０１０"]'],
    ['[juki.example.lg.jp, 10.1.2.3-10.1.2.9, "10.1.2.3 ～ 10.1.2.9", "fd00::1-fd00::9"]', '[443]'],
  ])('A5: addresses %s and ports %s are limits', async (addresses, ports) => {
    expect(await told(limited, specific(addresses, ports))).toEqual([]);
    expect(await told(apart, specific(addresses, ports))).toEqual([]);
  });

  it('A5: the destination is where the data goes', async () => {
    const destination = [`unknown ${link} ? ${link}.specific.destination`];
    const from = specific('[10.1.2.3]', '[443]', 'destination: core');
    expect(await told(apart, from)).toEqual(destination);
    expect(await told(apart, from.replace('    direction: one-way\n', ''))).toEqual([]);
    expect(await told(apart, from.replace('from: core\n    to: gov', 'from: gov\n    to: core'))).toEqual([]);
  });
});
