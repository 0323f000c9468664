import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Run, sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';

const server = { id: 1, name: 'Server', slug: 'server' };
const router = { id: 2, name: 'Router', slug: 'router' };
const device = (id: number, name: string, more: object = {}) => ({ id, name, role: server, ...more });
const vlan = (id: number, vid: number) => ({ id, vid, name: `v${vid}` });
const port = (id: number, machine: number, more: object = {}) => ({ id, device: { id: machine }, ...more });
const vrf = (id: number) => ({ id, name: `VRF${id}` });
const prefix = (id: number, range: string, more: object = {}) => ({ id, prefix: range, ...more });
const address = (id: number, text: string, on: number, more: object = {}) => ({
  ...{ id, address: text, assigned_object_type: 'dcim.interface', assigned_object_id: on },
  ...more,
});

/** What an import said, and the segments of each system that it wrote. */
async function placed(
  lists: Readonly<Record<string, readonly object[]>>,
  ...more: string[]
): Promise<Run & { segments: Record<string, unknown> }> {
  return inFolder({ 'dump.json': JSON.stringify(lists) }, async (directory) => {
    const run = await sekisho(['import', 'netbox', 'dump.json', '--out', 'out', ...more], { directory });
    expect(run.code, run.stderr).toBe(0);
    const { systems } = parse(await readFile(path.join(directory, 'out/systems.yaml'), 'utf8'));
    const records = systems as { id: string; segments?: unknown }[];
    return { ...run, segments: Object.fromEntries(records.map(({ id, segments }) => [id, segments])) };
  });
}

describe('a system stands on the segment', () => {
  it('of the VLAN in whose prefix an address of its interface lies, whichever of NetBox it is of', async () => {
    const { segments } = await placed({
      devices: [device(1, 'nested'), device(2, 'by-number'), device(3, 'bare')],
      virtual_machines: [{ id: 1, name: 'vm', role: server }],
      vlans: [vlan(1, 10), vlan(2, 20)],
      prefixes: [prefix(1, '10.1.0.0/24', { vlan: vlan(1, 10) }), prefix(2, '10.2.0.0/24', { vlan: 2 })],
      interfaces: [port(1, 1), port(2, 2), { id: 3, device: 3 }],
      vm_interfaces: [{ id: 1, virtual_machine: { id: 1 } }],
      ip_addresses: [
        { id: 1, address: '10.1.0.1/24', assigned_object: { id: 1, device: { id: 1 } } },
        address(2, '10.1.0.2/24', 2),
        address(3, '10.2.0.3/24', 3),
        address(4, '10.2.0.4/24', 1, { assigned_object_type: 'virtualization.vminterface' }),
      ],
    });
    expect(segments).toEqual({
      nested: ['vlan-10'],
      'by-number': ['vlan-10'],
      bare: ['vlan-20'],
      vm: ['vlan-20'],
    });
  });

  it('of the narrowest prefix, in the VRF of the address alone', async () => {
    const { segments } = await placed({
      devices: [device(1, 'narrow'), device(2, 'wide'), device(3, 'other')],
      interfaces: [port(1, 1), port(2, 2), port(3, 3)],
      prefixes: [
        prefix(1, '10.0.0.0/8'),
        prefix(2, '10.1.0.0/24'),
        prefix(3, '10.1.0.0/16', { vrf: vrf(5) }),
      ],
      ip_addresses: [
        address(1, '10.1.0.1/24', 1),
        address(2, '10.9.0.1/24', 2),
        address(3, '10.1.0.1/24', 3, { vrf: vrf(5) }),
      ],
    });
    expect(segments).toEqual({
      narrow: ['prefix-10-1-0-0-24'],
      wide: ['prefix-10-0-0-0-8'],
      other: ['prefix-VRF5-10-1-0-0-16'],
    });
  });

  it('of all VLANs that its interfaces carry, the outer one of a tunnel too', async () => {
    const { segments } = await placed({
      devices: [device(1, 'a')],
      vlans: [vlan(1, 10), vlan(2, 20), vlan(3, 30)],
      interfaces: [
        port(1, 1, { untagged_vlan: vlan(1, 10), tagged_vlans: [vlan(2, 20)], qinq_svlan: vlan(3, 30) }),
      ],
    });
    expect(segments['a']).toEqual(['vlan-10', 'vlan-20', 'vlan-30']);
  });

  it('of its primary address, where the list of addresses has none', async () => {
    const { segments } = await placed({
      devices: [device(1, 'a', { primary_ip4: { id: 1, address: '10.1.0.1/24' } })],
      prefixes: [prefix(1, '10.1.0.0/24')],
    });
    expect(segments['a']).toEqual(['prefix-10-1-0-0-24']);
  });
});

describe('what cannot be told is said and not guessed', () => {
  const sameRange = {
    vlans: [vlan(1, 10), vlan(2, 20)],
    prefixes: [1, 2].map((id) => prefix(id, '192.168.0.0/24', { vlan: { id } })),
  };

  it('one range of two VLANs, but for the VLAN of the port', async () => {
    const run = await placed({
      ...sameRange,
      devices: [device(1, 'open'), device(2, 'known'), device(3, 'rt', { role: router })],
      interfaces: [port(1, 1), port(2, 2, { untagged_vlan: { id: 2 } }), port(3, 3)],
      ip_addresses: [1, 2, 3].map((id) => address(id, `192.168.0.${id}/24`, id)),
    });
    expect(run.segments).toEqual({ open: undefined, known: ['vlan-20'], rt: undefined });
    expect(run.stderr).toContain(
      'open の 192.168.0.1 は、どのセグメントのものか決められません (vlan-10, vlan-20)。',
    );
    expect(run.stderr).not.toContain('known の');
  });

  it('a primary address that several VRFs have room for', async () => {
    const run = await placed(
      {
        devices: [device(1, 'a', { primary_ip4: { id: 1, address: '10.2.0.1/24' } })],
        prefixes: [prefix(1, '10.2.0.0/24'), prefix(2, '10.2.0.0/16', { vrf: vrf(5) })],
      },
      '--lang',
      'en',
    );
    expect(run.segments['a']).toBeUndefined();
    expect(run.stderr).toContain('10.2.0.1 of a may lie in prefix-10-2-0-0-24 or prefix-VRF5-10-2-0-0-16;');
  });

  it('the other leg of a host, whose address lies in no prefix', async () => {
    const host = (id: number, outside: string) => [
      address(id * 2, `10.1.0.${id}/24`, id),
      address(id * 2 + 1, outside, id),
    ];
    const run = await placed({
      devices: [device(1, 'a'), device(2, 'b'), device(3, 'c'), device(4, 'rt', { role: router })],
      interfaces: [1, 2, 3, 4].map((id) => port(id, id)),
      prefixes: [prefix(1, '10.1.0.0/24')],
      ip_addresses: [
        ...host(1, '203.0.113.1/24'),
        ...host(2, '203.0.113.2/24'),
        ...host(3, 'fe80::1/64'),
        ...host(4, '203.0.113.4/24'),
      ],
    });
    const known = ['prefix-10-1-0-0-24'];
    expect(run.segments).toEqual({ a: undefined, b: undefined, c: known, rt: known });
    expect(run.stderr).toContain(
      'どのプレフィックスにも入らないIPアドレスがあるため、a など2件のセグメントを書いていません (203.0.113.1 など)。',
    );
  });
});
