import { describe, expect, it } from 'vitest';
import {
  containEveryAddress,
  containsRange,
  overlaps,
  parseAddress,
  parsePrefix,
  parseRange,
} from '../../src/base/addresses.ts';
import { sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';

const range = (text: string) => {
  const parsed = parseRange(text);
  if (parsed === undefined) throw new Error(`${text} is no range`);
  return parsed;
};

describe('ranges', () => {
  it.each([
    [['0.0.0.0/0'], true],
    [['128.0.0.0/1', '10.0.0.0/8', '0.0.0.0/1'], true],
    [['0.0.0.0/2', '64.0.0.0/2', '128.0.0.0/2', '192.0.0.0/2'], true],
    [['::/1', '8000::/1'], true],
    [['::/1', '128.0.0.0/1'], false],
    [['0.0.0.0/1', '128.0.0.0/2', '192.0.0.1/32'], false],
    [[], false],
  ])('%j are every address of a kind: %s', (texts, expected) => {
    expect(containEveryAddress(texts.map(range))).toBe(expected);
  });
});

describe('an address', () => {
  it.each([
    '10.10.1.5',
    'fd00:20::5',
    '::1',
    '１０．１０．１．５',
    ' 10.10.1.5 ',
    '10.10.1.5/24',
    '0.0.0.0',
    '::ffff:10.0.0.1',
  ])('%s is one', (text) => {
    const address = parseAddress(text);
    expect(address?.first).toBe(address?.last);
    expect(address).toBeDefined();
  });

  it.each([
    '',
    '10.10.1',
    '10.10.1.256',
    '0x0a000001',
    '10.10.1.5/33',
    '10.10.1.5/24/2',
    '10.10.1.5-9',
    'DHCP',
    'fd00::1::2',
    '10.10.1.5/',
  ])('%j is none', (text) => expect(parseAddress(text)).toBeUndefined());
});

describe('a range', () => {
  it.each([
    ['10.0.0.0/8', '10.255.255.255', true],
    ['10.0.0.0/8', '11.0.0.0', false],
    ['10.20.20.0/23', '10.20.21.255', true],
    ['10.20.20.0/23', '10.20.22.0', false],
    ['10.20.20.7/23', '10.20.20.1', true],
    ['0.0.0.0/0', '255.255.255.255', true],
    ['10.1.1.1', '10.1.1.1', true],
    ['10.1.1.1/32', '10.1.1.0/31', false],
    ['fd00:20::/64', 'fd00:20::ffff:ffff:ffff:ffff', true],
    ['fd00:20::/64', 'fd00:20:0:1::', false],
    ['::/0', '10.0.0.1', false],
  ])('%s, does it hold %s? %s', (outer, inner, expected) => {
    expect(containsRange(range(outer), range(inner))).toBe(expected);
  });

  it.each(['10.0.0.0/33', '::/129', '10.0.0.0/x', '10.0.0.0/-1', '/24', 'VLAN 20'])('%j is none', (text) =>
    expect(parseRange(text)).toBeUndefined(),
  );
});

describe('a prefix', () => {
  it.each(['10.10.0.0/16', 'fd00::/64', '10.1.1.1/32'])('%s is one', (text) =>
    expect(parsePrefix(text)).toEqual(parseRange(text)),
  );

  it.each(['10.10.1.5', 'fd00::1', '10.0.0/8', '/8', ''])('%j is none', (text) =>
    expect(parsePrefix(text)).toBeUndefined(),
  );
});

describe('overlaps', () => {
  const found = (...owned: string[]) =>
    overlaps(
      owned.map((text) => {
        const [owner = '', cidr = ''] = text.split(' ');
        return { owner, range: range(cidr) };
      }),
    ).map((pair) => pair.map(({ owner }) => owner).join());

  it('finds ranges that are the same, and ranges in ranges', () => {
    expect(found('a 10.0.0.0/24', 'b 10.0.0.0/24', 'c 10.0.1.0/24')).toEqual(['a,b']);
    expect(found('a 10.0.0.0/24', 'b 10.0.0.0/8', 'c 10.255.0.0/24')).toEqual(['b,a', 'b,c']);
  });

  it('leaves out those of one owner, of two families, and neighbours', () => {
    expect(found('a 10.0.0.0/8', 'a 10.0.0.0/24', 'b ::/0', 'c 9.0.0.0/8')).toEqual([]);
  });

  it('sees past the ranges of the same owner', () => {
    expect(found('a 10.0.0.0/8', 'b 10.0.0.0/9', 'b 10.0.0.0/16')).toEqual(['a,b', 'a,b']);
    expect(found('b 10.0.0.0/9', 'a 10.0.0.0/8', 'a 10.0.0.0/16')).toEqual(['a,b', 'b,a']);
  });

  it('agrees with comparing each with each, on whose ranges overlap those of another owner', () => {
    let seed = 7;
    const dice = (sides: number) => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return Math.floor((seed / 2147483648) * sides);
    };
    for (let round = 0; round < 300; round++) {
      const owned = Array.from({ length: 10 }, () => ({
        owner: dice(4),
        range: range(`10.0.${dice(4)}.${dice(256)}/${20 + dice(13)}`),
      }));
      const touched = new Set(overlaps(owned).flatMap((pair) => pair.map(({ owner }) => owner)));
      const overlapping = owned.filter((one) =>
        owned.some(
          ({ owner, range: other }) =>
            owner !== one.owner && (containsRange(other, one.range) || containsRange(one.range, other)),
        ),
      );
      expect(touched).toEqual(new Set(overlapping.map(({ owner }) => owner)));
    }
  });

  it('takes little time over many ranges, all the same', () => {
    const owned = Array.from({ length: 20_000 }, (_, owner) => ({ owner, range: range('10.0.0.0/24') }));
    expect(overlaps(owned)).toHaveLength(owned.length - 1);
  });
});

describe('rules on addresses', () => {
  async function all(yaml: string): Promise<string[]> {
    return inFolder({ 'a.yaml': `organization: { name: 関所市 }\n${yaml}` }, async (directory) => {
      const { stdout } = await sekisho(['a.yaml', '-p', 'minakami', '-f', 'json'], { directory });
      const { findings } = JSON.parse(stdout) as {
        findings: { ruleId: string; verdict: string; location: { pointer: string }; fingerprint: string }[];
      };
      const ours = findings.filter(({ ruleId }) =>
        /address-outside|segment-overlap|connection-to-itself|segment-unused/.test(ruleId),
      );
      expect(new Set(ours.map(({ fingerprint }) => fingerprint)).size).toBe(ours.length);
      return ours.map(({ ruleId, verdict, location }) => `${verdict} ${ruleId} ${location.pointer}`);
    });
  }

  /** Without what is said of segments that nothing uses: most of these examples have no more than they need. */
  const found = async (yaml: string) => (await all(yaml)).filter((one) => !one.includes('segment-unused'));
  const unused = async (yaml: string) => (await all(yaml)).filter((one) => one.includes('segment-unused'));

  const segments = (...fields: string[]) =>
    `segments:\n${fields.map((more, index) => `  - { id: s${index}, name: 系${index}, ${more} }\n`).join('')}`;

  it.each([
    ['a segment without a range', segments('cidr: [10.0.0.0/24]', 'layer: lgwan')],
    ['a range of the other family', segments('cidr: [10.0.0.0/24]', 'cidr: ["fd00::/64"]')],
    ['a range that cannot be read counts as none', segments('cidr: [10.0.0.0/24]', 'cidr: [DHCP]')],
    ['a segment that is not there', segments('cidr: [10.0.0.0/24]')],
  ])('nothing is said of an address with %s', async (_, yaml) => {
    const systems = 'systems:\n  - { id: a, name: 甲, segments: [s0, s1], addresses: [10.9.9.9] }\n';
    expect((await found(yaml + systems)).filter((one) => one.includes('address-outside'))).toEqual([]);
  });

  it('nothing is said of an address that stands on any link', async () => {
    const yaml = segments('cidr: [10.0.0.0/24, "fd00::/64"]');
    const system = (addresses: string) =>
      `${yaml}systems:\n  - { id: a, name: 甲, segments: [s0], addresses: [${addresses}] }\n`;
    expect(await found(system('"fe80::1", "febf::1", 169.254.7.1'))).toEqual([]);
    expect(await found(system('"fec0::1", 169.253.7.1'))).toEqual([
      'fail inventory/address-outside-segment /systems/0/addresses/0',
      'fail inventory/address-outside-segment /systems/0/addresses/1',
    ]);
  });

  it('each address is judged by itself, and what is none is said, even without segments', async () => {
    const systems =
      'systems:\n  - { id: a, name: 甲, segments: [s0], addresses: [10.0.0.1, 10.0.1.1, 10.0.1.1, 未定] }\n  - { id: b, name: 乙, addresses: [10.9.9.9, DHCP] }\n';
    expect(await found(segments('cidr: [10.0.0.0/24]') + systems)).toEqual([
      'fail inventory/address-outside-segment /systems/0/addresses/1',
      'fail inventory/address-outside-segment /systems/0/addresses/2',
      'fail inventory/address-outside-segment /systems/0/addresses/3',
      'fail inventory/address-outside-segment /systems/1/addresses/1',
    ]);
  });

  it.each([
    [
      'of VRFs that differ',
      ['cidr: [10.0.0.0/24], x-netbox: { vrf: A }', 'cidr: [10.0.0.0/24], x-netbox: { vrf: B }'],
    ],
    ['of a school', ['cidr: [10.0.0.0/24], network: school', 'cidr: [10.0.0.0/24]']],
    ['outside', ['cidr: [10.0.0.0/24]', 'cidr: [10.0.0.0/8], layer: external']],
    ['of one segment', ['cidr: [10.0.0.0/24, 10.0.0.0/25]']],
  ])('ranges %s may overlap', async (_, fields) => {
    expect(await found(segments(...fields))).toEqual([]);
  });

  it('an overlap is told once, at the later segment, wherever the wider range is', async () => {
    expect(await found(segments('cidr: [10.0.0.0/24]', 'cidr: [10.1.0.0/24, 10.0.0.0/8]'))).toEqual([
      'fail inventory/segment-overlap /segments/1/cidr/1',
    ]);
    expect(await found(segments('cidr: [10.0.0.0/8]', 'cidr: [10.1.0.0/24, 10.1.0.0/24]'))).toEqual([
      'fail inventory/segment-overlap /segments/1/cidr/0',
      'fail inventory/segment-overlap /segments/1/cidr/1',
    ]);
    expect(await found(segments('cidr: [10.0.0.0/40, 10.0.0.0/24]'))).toEqual([
      'fail inventory/segment-overlap /segments/0/cidr/0',
    ]);
  });

  it('a segment is used by a system, by a connection or by what specific communication goes to; else a person must look', async () => {
    const used = `${segments('layer: lgwan', 'layer: lgwan', 'layer: lgwan', 'layer: external')}systems:
  - { id: a, name: 甲, segments: [s0] }
connections:
  - { id: c, name: 丙, from: s0, to: a, specific: { destination: s1 } }
`;
    expect(await unused(used)).toEqual(['review inventory/segment-unused /segments/2']);
    expect(await unused(used.replace('to: a', 'to: s2'))).toEqual([]);
    // While nobody has listed systems or connections, nothing can be told of what is used.
    expect(await unused(segments('layer: lgwan'))).toEqual([]);
    expect(await unused(`${segments('layer: lgwan')}systems: []\n`)).toEqual([]);
    expect(await unused(`${segments('layer: lgwan')}systems: []\nconnections: []\n`)).toHaveLength(1);
  });

  it('a connection to what is not there is a dangling reference, and none to itself unless both ends say the same', async () => {
    const connections = (from: string, to: string) =>
      `${segments('layer: lgwan')}connections:\n  - { id: c, name: 丙, from: ${from}, to: ${to} }\n`;
    expect(await found(connections('gone', 'lost'))).toEqual([]);
    expect(await found(connections('s0', 's0'))).toEqual([
      'fail inventory/connection-to-itself /connections/0/to',
    ]);
    expect(await found(connections('s0', 'segments/s0'))).toHaveLength(1);
    expect(await found(connections('s0', 'gone'))).toEqual([]);
  });
});
