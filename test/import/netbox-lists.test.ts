import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Run, sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';

type Files = Readonly<Record<string, unknown>>;

/** Runs an import of what files hold, and gives what it said and the names and segments of the systems that it wrote. */
function imported(
  files: Files,
  source = 'nb',
  ...more: string[]
): Promise<Run & { systems: Record<string, unknown>[] }> {
  const texts = Object.fromEntries(
    Object.entries(files).map(([name, content]) => [
      name,
      typeof content === 'string' ? content : JSON.stringify(content),
    ]),
  );
  return inFolder({ 'nb/README.txt': '', ...texts }, async (directory) => {
    const run = await sekisho(['import', 'netbox', source, '--out', 'out', ...more], { directory });
    const written = path.join(directory, 'out/systems.yaml');
    const systems = existsSync(written) ? parse(await readFile(written, 'utf8')).systems : [];
    expect(run.code === 2, run.stderr).toBe(!existsSync(path.join(directory, 'out')));
    return { ...run, systems };
  });
}

const devices = (...ids: number[]) => ids.map((id) => ({ id, name: `pc-${id}` }));
const address = (query: string) => `https://netbox.example/api/dcim/devices/${query}`;

/** The pages of a list of six devices, two on each. */
const pages = [
  { count: 6, next: address('?limit=2&offset=2'), previous: null, results: devices(1, 2) },
  { count: 6, next: address('?limit=2&offset=4'), previous: address('?limit=2'), results: devices(3, 4) },
  { count: 6, next: null, previous: address('?limit=2&offset=2'), results: devices(5, 6) },
];

describe('a list of several pages', () => {
  const names = ['pc-1', 'pc-2', 'pc-3', 'pc-4', 'pc-5', 'pc-6'];

  it.each([
    ['numbered', ['dcim.devices.1.json', 'dcim.devices.2.json', 'dcim.devices.3.json']],
    [
      'of which the first bears no number',
      ['dcim.devices.json', 'dcim.devices-2.json', 'dcim.devices-3.json'],
    ],
    ['numbered otherwise', ['dcim.devices_page1.json', 'dcim.devices_page2.json', 'dcim.devices (3).json']],
    ['in any order', ['dcim.devices.30.json', 'dcim.devices.4.json', 'dcim.devices.5.json']],
  ])('is joined: %s', async (_, files) => {
    const run = await imported(Object.fromEntries(files.map((name, index) => [`nb/${name}`, pages[index]])));
    expect(run.systems.map(({ name }) => name)).toEqual(names);
  });

  it('is joined where pages were put into one list', async () => {
    const run = await imported({ 'nb/dcim.devices.json': pages });
    expect(run.systems.map(({ name }) => name)).toEqual(names);
  });

  it.each([
    ['the last', [0, 1], '続きのページ (?limit=2&offset=4) がありません (6件のうち4件だけ)'],
    ['one in between', [0, 2], '続きのページ (?limit=2&offset=2) がありません (6件のうち4件だけ)'],
    ['the first', [1, 2], '前のページ (?limit=2) がありません (6件のうち4件だけ)'],
    ['all but one', [0], '続きのページ (?limit=2&offset=2) がありません (6件のうち2件だけ)'],
  ])('of which a page is missing is no list: %s', async (_, present, problem) => {
    const files = present.map((index) => [`nb/dcim.devices.${index + 1}.json`, pages[index]]);
    const { code, stderr } = await imported(Object.fromEntries(files));
    expect(code).toBe(2);
    expect(stderr).toContain(`dcim.devices の${problem}`);
    expect(stderr).toContain('?limit=0 を付けて全件を取り直すか');
  });

  it('of which entries are missing, or the next page has no number, is no list', async () => {
    const cut = { count: 72, next: null, previous: null, results: devices(1) };
    const { code, stderr } = await imported({ 'nb/dcim.devices.json': cut }, 'nb', '--lang', 'en');
    expect(code).toBe(2);
    expect(stderr).toContain('nb/dcim.devices.json: is not the whole list (1 of 72 entries)');
    const odd = { next: address('?cursor=abc'), previous: null, results: devices(1) };
    expect((await imported({ 'nb/dcim.devices.json': odd })).code).toBe(2);
  });

  it('of which one page is there twice says so, and one that moved in between counts once', async () => {
    const twice = await imported({
      'nb/dcim.devices.json': { count: 1, next: null, previous: null, results: devices(1) },
      'nb/dcim.devices (1).json': { count: 1, next: null, previous: null, results: devices(2) },
    });
    expect(twice.code).toBe(2);
    expect(twice.stderr).toContain('nb/dcim.devices.json: dcim.devices (1).json と重なっています');
    const plain = await imported({
      'nb/dcim.devices.json': devices(1, 2),
      'nb/dcim.devices-2.json': devices(2, 3),
    });
    expect(plain.code).toBe(2);
    expect(plain.stderr).toContain('nb/dcim.devices-2.json: dcim.devices.json と重なっています');
    const overlapping = await imported({
      'nb/dcim.devices.1.json': { ...pages[0], count: 3 },
      'nb/dcim.devices.2.json': {
        ...pages[2],
        count: 3,
        previous: address('?limit=2'),
        results: devices(2, 3),
      },
    });
    expect(overlapping.systems.map(({ name }) => name)).toEqual(['pc-1', 'pc-2', 'pc-3']);
  });

  it('is not made of other files that begin with its name', async () => {
    const run = await imported({
      'nb/dcim.devices.json': devices(1),
      'nb/dcim.devices.old.json': devices(2),
      'nb/dcim.device-roles.json': devices(3),
    });
    expect(run.systems.map(({ name }) => name)).toEqual(['pc-1']);
  });
});

/** A device and a virtual machine on one VLAN each, as the lists of NetBox 4 have them. */
const site = { id: 4, name: '本庁舎', slug: 'honcho' };
const lists = {
  'dcim.devices': [
    {
      ...{
        id: 1,
        name: 'db01',
        role: { id: 9, name: 'Server', slug: 'server' },
        site,
        status: { value: 'offline' },
      },
      ...{ device_type: { id: 5, model: 'SV', slug: 'sv' }, tags: [{ id: 3, name: 'T', slug: 't' }] },
    },
    { id: 2, name: 'sw01', role: { id: 8, name: 'Switch', slug: 'switch' }, site, tags: [] },
  ],
  'virtualization.virtual-machines': [
    { id: 1, name: 'vm01', cluster: { id: 2, name: 'C' }, status: { value: 'active' } },
  ],
  'ipam.vlans': [
    { id: 7, vid: 10, name: '基幹', site },
    { id: 8, vid: 20, name: '情報', site },
  ],
  'ipam.prefixes': [
    { id: 1, prefix: '10.1.0.0/24', vlan: { id: 7 }, vrf: { id: 6, name: 'KIKAN', rd: '65000:1' } },
  ],
  'dcim.interfaces': [
    { id: 1, name: 'eth0', device: { id: 1, name: 'db01' } },
    {
      id: 2,
      name: 'ge-0',
      device: { id: 2, name: 'sw01' },
      untagged_vlan: { id: 7 },
      tagged_vlans: [{ id: 8 }],
    },
  ],
  'virtualization.interfaces': [
    { id: 1, name: 'eth0', virtual_machine: { id: 1 }, untagged_vlan: { id: 8 } },
  ],
  'ipam.ip-addresses': [
    {
      ...{ id: 1, address: '10.1.0.5/24', vrf: { id: 6 } },
      ...{ assigned_object_type: 'dcim.interface', assigned_object_id: 1 },
    },
  ],
  'dcim.cables': [
    {
      id: 1,
      status: { value: 'connected' },
      a_terminations: [
        { object_type: 'dcim.interface', object_id: 1, object: { name: 'eth0', device: { id: 1 } } },
      ],
      b_terminations: [
        { object_type: 'dcim.interface', object_id: 2, object: { name: 'ge-0', device: { id: 2 } } },
      ],
    },
  ],
};

/** The same as `manage.py dumpdata` writes it, of NetBox 3 with numbers for the types of content. */
const dump = [
  ...row('contenttypes.contenttype', 20, { app_label: 'dcim', model: 'interface' }),
  ...row('contenttypes.contenttype', 21, { app_label: 'dcim', model: 'device' }),
  ...row('dcim.site', 4, { name: '本庁舎', slug: 'honcho', group: null }),
  ...row('dcim.devicerole', 9, { name: 'Server', slug: 'server' }),
  ...row('dcim.devicerole', 8, { name: 'Switch', slug: 'switch' }),
  ...row('dcim.devicetype', 5, { model: 'SV', slug: 'sv' }),
  ...row('extras.tag', 3, { name: 'T', slug: 't' }),
  ...row('extras.taggeditem', 1, { content_type: 21, object_id: 1, tag: 3 }),
  ...row('dcim.device', 1, { name: 'db01', device_role: 9, device_type: 5, site: 4, status: 'offline' }),
  ...row('dcim.device', 2, { name: 'sw01', device_role: 8, site: 4, status: 'active' }),
  ...row('virtualization.cluster', 2, { name: 'C' }),
  ...row('virtualization.virtualmachine', 1, { name: 'vm01', cluster: 2, status: 'active' }),
  ...row('ipam.vlan', 7, { vid: 10, name: '基幹', site: 4, role: null }),
  ...row('ipam.vlan', 8, { vid: 20, name: '情報', site: 4 }),
  ...row('ipam.vrf', 6, { name: 'KIKAN', rd: '65000:1' }),
  ...row('ipam.prefix', 1, { prefix: '10.1.0.0/24', vlan: 7, vrf: 6, status: 'active' }),
  ...row('dcim.interface', 1, { name: 'eth0', device: 1, enabled: true, mode: '', tagged_vlans: [] }),
  ...row('dcim.interface', 2, { name: 'ge-0', device: 2, untagged_vlan: 7, tagged_vlans: [8] }),
  ...row('virtualization.vminterface', 1, { name: 'eth0', virtual_machine: 1, untagged_vlan: 8 }),
  ...row('ipam.ipaddress', 1, {
    ...{ address: '10.1.0.5/24', vrf: 6, role: '' },
    ...{ assigned_object_type: 20, assigned_object_id: 1 },
  }),
  ...row('dcim.cable', 1, { status: 'connected' }),
  ...row('dcim.cabletermination', 1, { cable: 1, cable_end: 'A', termination_type: 20, termination_id: 1 }),
  ...row('dcim.cabletermination', 2, {
    cable: 1,
    cable_end: 'B',
    termination_type: ['dcim', 'interface'],
    termination_id: 2,
  }),
];

function row(model: string, pk: number, fields: object): object[] {
  return [{ model, pk, fields }];
}

describe('a single file', () => {
  /** All files that an import of `lists` writes, by way of a folder. */
  async function filesOf(files: Files, source: string): Promise<string[]> {
    return inFolder(
      Object.fromEntries(Object.entries(files).map(([name, content]) => [name, JSON.stringify(content)])),
      async (directory) => {
        const run = await sekisho(['import', 'netbox', source, '--out', 'out'], { directory });
        expect(run.code, run.stderr).toBe(0);
        const names = ['systems', 'segments', 'connections'];
        return Promise.all(names.map((name) => readFile(path.join(directory, `out/${name}.yaml`), 'utf8')));
      },
    );
  }

  const folder = Object.fromEntries(Object.entries(lists).map(([name, list]) => [`nb/${name}.json`, list]));
  const renamed = (rename: (name: string) => string) =>
    Object.fromEntries(Object.entries(lists).map(([name, list]) => [rename(name), list]));
  const [dcim, ipam, virtualization] = ['dcim', 'ipam', 'virtualization'].map((application) =>
    Object.fromEntries(
      Object.entries(lists)
        .filter(([name]) => name.startsWith(application))
        .map(([name, list]) => [name.slice(application.length + 1), list]),
    ),
  );

  it.each([
    ['lists by endpoints', lists],
    ['lists by paths', renamed((name) => `/api/${name.replace('.', '/')}/`)],
    ['lists by applications', { dcim, ipam, virtualization }],
    [
      'lists by names alone, with underscores',
      renamed((name) =>
        name === 'virtualization.interfaces'
          ? 'vm_interfaces'
          : name.replace(/^.*\./, '').replaceAll('-', '_'),
      ),
    ],
    [
      'answers with their counts',
      Object.fromEntries(
        Object.entries(lists).map(([name, results]) => [
          name,
          { count: results.length, next: null, previous: null, results },
        ]),
      ),
    ],
    ['a dump of the database', dump],
  ])('is imported as the folder is: %s', async (_, content) => {
    const expected = await filesOf(folder, 'nb');
    expect(await filesOf({ 'dump.json': content }, 'dump.json')).toEqual(expected);
    expect(expected[0]).toContain('segments: [vlan-honcho-10]\n');
  });

  it('of a dump says which tables it does not hold', async () => {
    const { code, stderr } = await imported({ 'dump.json': dump.slice(0, 10) }, 'dump.json');
    expect(code).toBe(0);
    expect(stderr).toContain('ipam.prefixes がありません');
  });

  it('may be one list, named by its file', async () => {
    const { systems } = await imported({ 'nb/dcim.devices.json': devices(1) }, 'nb/dcim.devices.json');
    expect(systems).toHaveLength(1);
  });

  it('with a page of a list is not whole', async () => {
    const { code, stderr } = await imported({ 'dump.json': { devices: pages[0] } }, 'dump.json');
    expect(code).toBe(2);
    expect(stderr).toContain('dump.json: dcim.devices の続きのページ (?limit=2&offset=2) がありません');
  });
});

describe('what is no NetBox', () => {
  it.each([
    [
      'a folder of other things',
      { 'nb/a.json': '{}' },
      'nb',
      'nb: NetBoxの一覧がありません。',
      'nb: holds no list of NetBox',
    ],
    ['nothing', {}, 'none', 'none: 読めません', 'none: cannot be read'],
    ['text', { 'a.json': 'hello' }, 'a.json', 'a.json: JSONとして読めません', 'a.json: is no JSON'],
    [
      'half of a file',
      { 'a.json': '[{"model": "dcim.de' },
      'a.json',
      'JSONが途中で切れています',
      'ends in the middle of its JSON',
    ],
    [
      'other JSON',
      { 'a.json': '{"name": "x", "version": 1}' },
      'a.json',
      'a.json: NetBoxの一覧でも manage.py dumpdata の出力でもありません',
      'a.json: is neither lists of NetBox nor',
    ],
    ['a number', { 'a.json': '3' }, 'a.json', 'a.json: NetBoxの一覧でも', 'a.json: is neither lists'],
    ['an empty list', { 'a.json': '[]' }, 'a.json', 'a.json: NetBoxの一覧でも', 'a.json: is neither lists'],
    [
      'an error of NetBox',
      { 'a.json': '{"detail": "Invalid token"}' },
      'a.json',
      '(NetBoxの応答: Invalid token)',
      '(NetBox answered: Invalid token)',
    ],
    [
      'a dump without machines',
      { 'a.json': row('ipam.vlan', 1, { vid: 1 }) },
      'a.json',
      'a.json: 機器も仮想マシンもありません',
      'a.json: holds neither devices nor virtual machines',
    ],
    [
      'a list that is none',
      { 'a.json': { 'dcim.devices': { '1': {} } } },
      'a.json',
      'a.json: 「dcim.devices」がNetBoxの一覧ではありません',
      'a.json: "dcim.devices" is no list',
    ],
  ])('is refused in one sentence with its place: %s', async (_, files, source, ja, en) => {
    const runs = [
      await imported(files as Files, source),
      await imported(files as Files, source, '--lang', 'en'),
    ];
    for (const [index, text] of [ja, en].entries()) {
      expect(runs[index]?.code).toBe(2);
      expect(runs[index]?.stderr).toContain(text);
      expect(runs[index]?.stderr.trimEnd().split('\n')).toHaveLength(1);
    }
  });
});
