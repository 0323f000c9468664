import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Run, sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';

type Entry = Readonly<Record<string, unknown>> & { readonly id: number };
type Lists = Readonly<Record<string, readonly Entry[]>>;

const server = { id: 1, name: 'サーバ', slug: 'server' };
const device = (id: number, name: string, more: object = {}): Entry => ({ id, name, role: server, ...more });
const vlan = (id: number, vid: number, name: string): Entry => ({ id, vid, name });
const port = (id: number, machine: number, vlans: number): Entry => ({
  ...{ id, name: `eth${id}`, device: { id: machine }, untagged_vlan: { id: vlans } },
});
const cable = (id: number, from: number, to: number): Entry => {
  const end = (one: number) => [{ object_type: 'dcim.interface', object_id: one }];
  return { id, a_terminations: end(from), b_terminations: end(to) };
};

/** A NetBox of three devices on two VLANs, two of which a cable joins. */
const lists: Lists = {
  'dcim.devices': [device(1, 'db01'), device(2, 'web01'), device(3, 'old01')],
  'ipam.vlans': [vlan(1, 10, '基幹'), vlan(2, 20, '情報')],
  'ipam.prefixes': [{ id: 1, prefix: '10.1.0.0/24', vlan: { id: 1 } }],
  'dcim.interfaces': [port(1, 1, 1), port(2, 2, 2), port(3, 3, 2)],
  'ipam.ip-addresses': [
    { id: 1, address: '10.1.0.5/24', assigned_object_type: 'dcim.interface', assigned_object_id: 1 },
  ],
  'dcim.cables': [cable(1, 1, 2), cable(2, 2, 3)],
};

/** A folder in which a NetBox is imported into `台帳`, again and again. */
class Office {
  readonly directory: string;
  #lists = lists;

  constructor(directory: string) {
    this.directory = directory;
  }

  /** Changes entries of NetBox by list and id; `undefined` is deleted. */
  async change(list: string, changes: Readonly<Record<number, Entry | undefined>>): Promise<void> {
    const entries = new Map((this.#lists[list] ?? []).map((entry) => [entry.id, entry]));
    for (const [id, entry] of Object.entries(changes)) {
      if (entry === undefined) entries.delete(Number(id));
      else entries.set(Number(id), entry);
    }
    this.#lists = { ...this.#lists, [list]: [...entries.values()] };
    await writeFile(this.#file(`nb/${list}.json`), JSON.stringify(this.#lists[list]));
  }

  run(...argv: string[]): Promise<Run> {
    return sekisho(['import', 'netbox', 'nb', '--out', '台帳', ...argv], { directory: this.directory });
  }

  async imports(...argv: string[]): Promise<Run> {
    const run = await this.run(...argv);
    expect(run.code, run.stdout + run.stderr).toBe(0);
    return run;
  }

  /** Runs what is to write nothing. */
  async writesNothing(code: number, ...argv: string[]): Promise<Run> {
    const before = await this.files();
    const run = await this.run(...argv);
    expect(run.code, run.stdout + run.stderr).toBe(code);
    expect(await this.files()).toEqual(before);
    return run;
  }

  text(section: string): Promise<string> {
    return readFile(this.#file(`台帳/${section}.yaml`), 'utf8');
  }

  async edit(section: string, from: string, to: string): Promise<void> {
    const text = await this.text(section);
    expect(text).toContain(from);
    await writeFile(this.#file(`台帳/${section}.yaml`), text.replace(from, to));
  }

  async records(section: string): Promise<Record<string, unknown>[]> {
    return parse(await this.text(section))[section];
  }

  async ids(section: string): Promise<unknown[]> {
    return (await this.records(section)).map(({ id }) => id);
  }

  /** All files with their bytes and times of change. */
  async files(): Promise<string[]> {
    const names = (await readdir(this.directory, { recursive: true })).sort();
    return Promise.all(
      names.map(async (name) => {
        const { mtimeMs } = await stat(this.#file(name));
        const bytes = await readFile(this.#file(name), 'latin1').catch(() => 'folder');
        return `${name} ${mtimeMs} ${bytes}`;
      }),
    );
  }

  #file(name: string): string {
    return path.join(this.directory, name);
  }
}

function inOffice(use: (office: Office) => Promise<void>, more: Readonly<Record<string, string>> = {}) {
  const files = Object.entries(lists).map(([name, list]) => [`nb/${name}.json`, JSON.stringify(list)]);
  return inFolder({ ...Object.fromEntries(files), ...more }, (directory) => use(new Office(directory)));
}

describe('a NetBox that is imported again', () => {
  it('writes not a byte where nothing changed, whatever people added', async () => {
    await inOffice(async (office) => {
      const first = await office.imports();
      expect(first.stdout).toContain('書き込みました（追加 7件、変更 0項目、削除 0件）: 台帳/systems.yaml');
      expect(first.stdout).toContain('次に: sekisho check 台帳 -p');
      await office.edit(
        'systems',
        '    name: db01\n',
        '    name: db01 # 更改予定\n    manager: 情報政策課長\n',
      );
      expect((await office.writesNothing(0)).stdout).toContain('変更はありません');
      expect((await office.writesNothing(0, '--check')).stdout).toContain('変更はありません');
    });
  });

  it('changes what changed there alone, and says what under --dry-run', async () => {
    await inOffice(async (office) => {
      await office.imports();
      await office.edit(
        'systems',
        '    name: db01\n',
        '    name: db01 # 更改予定\n    manager: 情報政策課長\n',
      );
      const before = await office.text('systems');
      await office.change('dcim.interfaces', { 1: port(1, 1, 2) });
      await office.change('ipam.ip-addresses', { 1: undefined });
      await office.change('dcim.devices', { 1: device(1, 'db01', { description: '原本' }) });
      const dry = await office.writesNothing(0, '--dry-run');
      expect(dry.stdout).toContain('「db01」の segments: [vlan-10] → [vlan-20] (NetBox の dcim.devices 1)');
      expect(dry.stdout).toContain('書き込む内容（追加 0件、変更 3項目、削除 0件）');
      expect((await office.writesNothing(1, '--check')).stdout).toContain(
        '台帳が NetBox に追いついていません',
      );
      await office.imports();
      const expected = before
        .replace('segments: [vlan-10]', 'segments: [vlan-20]')
        .replace('    addresses: ["10.1.0.5"]\n', '    notes: 原本\n');
      const sorted = (text: string) => text.split('\n').sort();
      expect(sorted(await office.text('systems'))).toEqual(sorted(expected));
      expect((await office.records('systems'))[0]).toMatchObject({ manager: '情報政策課長', notes: '原本' });
    });
  });

  it('lists what is gone, and removes it with --prune alone', async () => {
    await inOffice(async (office) => {
      await office.imports();
      await office.change('dcim.devices', { 3: undefined });
      await office.change('dcim.interfaces', { 3: undefined });
      const { stdout } = await office.imports();
      expect(stdout).toContain(
        '「old01」は NetBox から消えています (前回は NetBox の dcim.devices 3)。台帳からも消すなら --prune を付けてください',
      );
      expect(stdout).toContain('「cable-2」は NetBox から消えています');
      expect(await office.ids('systems')).toEqual(['db01', 'web01', 'old01']);
      await office.imports('--prune');
      expect(await office.ids('systems')).toEqual(['db01', 'web01']);
      expect(await office.ids('connections')).toEqual(['cable-1']);
      await office.writesNothing(0);
    });
  });

  it('writes nothing where both sides changed, and names both', async () => {
    await inOffice(async (office) => {
      await office.imports();
      await office.edit('systems', 'segments: [vlan-10]', 'segments: [vlan-20]');
      expect((await office.writesNothing(0)).stdout).toContain('のままにします');
      await office.change('dcim.interfaces', { 1: port(1, 1, 99) });
      await office.change('ipam.vlans', { 99: vlan(99, 99, '新') });
      const { stdout } = await office.writesNothing(1);
      expect(stdout).toMatch(
        /台帳\/systems\.yaml:\d+:\d+: .*「db01」の segments が、YAML と NetBox の両方で別々に変わっています/,
      );
      expect(stdout).toContain('食い違いが解けるまで、何も書き込みません');
      const english = await office.writesNothing(1, '--lang', 'en');
      expect(english.stdout).toContain('has changed both here and in NetBox, differently');
    });
  });

  it('says nothing of connections that people confirmed or removed, as they were asked to', async () => {
    await inOffice(async (office) => {
      await office.imports();
      await office.edit('connections', 'confirmed: false', 'confirmed: true');
      const rest = (await office.text('connections')).replace(/\n {2}- id: cable-2[\s\S]*/, '');
      await writeFile(path.join(office.directory, '台帳/connections.yaml'), rest);
      const { stdout } = await office.writesNothing(0);
      expect(stdout).not.toContain('のままにします');
      expect(stdout).toContain('手で消された通信 1件は、ケーブルがあっても加えません');
    });
  });

  it('of a list of the last import that is missing is refused', async () => {
    await inOffice(async (office) => {
      await office.imports();
      const left = Object.fromEntries(Object.entries(lists).filter(([name]) => name !== 'ipam.ip-addresses'));
      await writeFile(path.join(office.directory, 'part.json'), JSON.stringify(left));
      const before = await office.text('systems');
      const run = await sekisho(['import', 'netbox', 'part.json', '--out', '台帳'], {
        directory: office.directory,
      });
      expect(run.code).toBe(2);
      expect(run.stderr).toContain('part.json: ipam.ip-addresses がありません。前回の取り込みにはあったので');
      expect(await office.text('systems')).toBe(before);
      await writeFile(path.join(office.directory, 'part.json'), JSON.stringify(lists));
      const whole = await sekisho(['import', 'netbox', 'part.json', '--out', '台帳'], {
        directory: office.directory,
      });
      expect(whole.stdout).toContain('変更はありません');
    });
  });

  it('tells a list that is empty from one that is missing, also in a dump of the database', async () => {
    const row = (model: string, pk: number, fields: object) => ({ model, pk, fields });
    const end = (pk: number, side: string) =>
      row('dcim.cabletermination', pk, {
        ...{ cable: 1, cable_end: side, termination_type: ['dcim', 'interface'], termination_id: pk },
      });
    const dumpOf = (cableOfPort: number | null) => [
      row('dcim.device', 1, { name: 'db01' }),
      row('dcim.device', 2, { name: 'web01' }),
      row('dcim.interface', 1, { device: 1, cable: cableOfPort }),
      row('dcim.interface', 2, { device: 2, cable: cableOfPort }),
    ];
    const cabled = [...dumpOf(1), row('dcim.cable', 1, { status: 'connected' }), end(1, 'A'), end(2, 'B')];
    const answered = { ...lists, 'dcim.cables': { count: 0, next: null, previous: null, results: [] } };
    for (const [before, missing, after] of [
      [lists, { ...lists, 'dcim.cables': undefined }, answered],
      [cabled, dumpOf(1), dumpOf(null)],
    ])
      await inFolder({}, async (directory) => {
        const imports = async (dump: unknown) => {
          await writeFile(path.join(directory, 'nb.json'), JSON.stringify(dump));
          return sekisho(['import', 'netbox', 'nb.json', '--out', '台帳'], { directory });
        };
        expect((await imports(before)).stdout).toContain('台帳/connections.yaml');
        expect((await imports(missing)).stderr).toContain('dcim.cables がありません');
        const { code, stdout } = await imports(after);
        expect(code).toBe(0);
        expect(stdout).toContain('「cable-1」は NetBox から消えています');
      });
  });

  it('gives addresses that machines share to each of them, and names those of which none is known', async () => {
    const shared = {
      ...{ id: 9, address: '10.1.0.254/24' },
      ...{ assigned_object_type: 'ipam.fhrpgroup', assigned_object_id: 7 },
    };
    const files = { ...lists, 'ipam.ip-addresses': [shared] };
    const member = (id: number, machine: number) => ({
      ...{ id, group: { id: 7 }, interface_type: 'dcim.interface', interface_id: machine },
      interface: { id: machine, device: { id: machine } },
    });
    const groups = { 'ipam.fhrp-group-assignments': [member(1, 1), member(2, 3)] };
    await inFolder({ 'nb.json': JSON.stringify(files) }, async (directory) => {
      const run = () => sekisho(['import', 'netbox', 'nb.json', '--out', '台帳'], { directory });
      const alone = await run();
      expect(alone.stderr).toContain(
        'どの機器のものか分かりません: 10.1.0.254。ipam.fhrp-group-assignments も取得',
      );
      expect(alone.stdout).not.toContain('割り当てられていない');
      await writeFile(path.join(directory, 'nb.json'), JSON.stringify({ ...files, ...groups }));
      const together = await run();
      expect(together.stderr).not.toContain('10.1.0.254');
      const { systems } = parse(await readFile(path.join(directory, '台帳/systems.yaml'), 'utf8'));
      expect(systems.map(({ addresses }: { addresses?: unknown }) => addresses)).toEqual([
        ['10.1.0.254'],
        undefined,
        ['10.1.0.254'],
      ]);
      expect(systems[2].segments).toEqual(['vlan-20', 'vlan-10']);
    });
  });

  it('is told in lines that fit the terminal', async () => {
    await inFolder({ 'nb.json': JSON.stringify(lists) }, async (directory) => {
      const argv = ['import', 'netbox', 'nb.json', '--out', '台帳', '--lang', 'en'];
      const { stdout } = await sekisho(argv, { directory, columns: 40 });
      expect(stdout.split('\n').filter((line) => line.length > 40)).toEqual([]);
      expect(stdout).toContain('\n  ');
    });
  });

  it('takes over what is there already with --adopt alone', async () => {
    await inOffice(
      async (office) => {
        expect((await office.writesNothing(2)).stderr).toContain(
          '台帳/systems.yaml: 既にありますが、取り込んだものかどうか分かりません (netbox.import.json に記録がありません)',
        );
        await office.imports('--adopt');
        expect((await office.records('systems'))[0]).toMatchObject({
          id: 'db01',
          name: '住民記録',
          type: 'server',
        });
        expect(await office.text('systems')).toContain('# 手書き\n');
        await office.writesNothing(0);
      },
      { '台帳/systems.yaml': '# 手書き\nsystems:\n  - id: db01\n    name: 住民記録\n' },
    );
  });

  it('into a folder that registers are imported into leaves their records alone, and they its own', async () => {
    await inOffice(
      async (office) => {
        const register = [
          'import',
          'register',
          '機器.csv',
          '--out',
          '台帳',
          '--section',
          'systems',
          '--accept-guesses',
        ];
        const csv = () => sekisho(register, { directory: office.directory });
        expect((await csv()).code).toBe(0);
        expect((await office.run()).code).toBe(2);
        await office.imports('--adopt');
        expect(await office.ids('systems')).toEqual(['S-1', 'db01', 'web01', 'old01']);
        expect((await csv()).stdout).toContain('変更はありません');
        await office.writesNothing(0, '--prune');
      },
      { '機器.csv': '管理番号,機器名,所管課\nS-1,窓口端末,市民課\n' },
    );
  });

  it('refuses a record of a file that was damaged, or of which another file has the id', async () => {
    await inOffice(async (office) => {
      await office.imports();
      await writeFile(
        path.join(office.directory, '台帳/ほか.yaml'),
        'systems:\n  - id: new01\n    name: 新\n',
      );
      await office.change('dcim.devices', { 4: device(4, 'new01') });
      expect((await office.writesNothing(2)).stderr).toContain('id「new01」の記録が既にここにあります');
      await writeFile(
        path.join(office.directory, '台帳/netbox.import.json'),
        '{"version":1,"records":[\n<<<<<<<',
      );
      expect((await office.writesNothing(2)).stderr).toContain('台帳/netbox.import.json:2: git の競合の印');
    });
  });
});

describe('ids', () => {
  it('stay whatever a device or VLAN is called, and are not taken by another', async () => {
    await inOffice(async (office) => {
      await office.imports();
      await office.change('dcim.devices', { 1: device(1, 'db-main'), 4: device(4, 'db01') });
      await office.change('ipam.vlans', {
        1: { ...vlan(1, 110, '基幹'), site: { name: '本庁舎', slug: 'honcho' } },
      });
      await office.imports();
      const [first, , , fourth] = await office.records('systems');
      expect([first?.['id'], first?.['name'], first?.['segments']]).toEqual(['db01', 'db-main', ['vlan-10']]);
      expect([fourth?.['id'], fourth?.['name']]).toEqual(['db01-device-4', 'db01']);
      expect((await office.records('segments'))[0]).toMatchObject({
        id: 'vlan-10',
        name: '本庁舎 基幹 (VLAN 110)',
      });
      expect(await office.ids('connections')).toEqual(['cable-1', 'cable-2']);
      await office.writesNothing(0);
    });
  });

  it('stay where a second device gets the name of the first, or one is deleted and entered again', async () => {
    await inOffice(async (office) => {
      await office.imports();
      await office.edit('systems', '    name: web01\n', '    name: web01\n    manager: 情報政策課長\n');
      await office.change('dcim.devices', { 2: undefined, 9: device(9, 'web01'), 8: device(8, 'db01') });
      await office.change('dcim.interfaces', { 2: port(2, 9, 2) });
      await office.imports();
      const records = await office.records('systems');
      expect(records.map(({ id }) => id)).toEqual(['db01', 'web01', 'old01', 'db01-device-8']);
      expect(records[1]).toMatchObject({ manager: '情報政策課長', 'x-netbox': { device: 9 } });
      await office.writesNothing(0);
    });
  });
});

describe('a mapping', () => {
  const mapping = 'layers:\n  vlans: { 基幹: mynumber, 情報: lgwan }\n';

  it('in the folder that is written to is used without being named', async () => {
    await inOffice(
      async (office) => {
        await office.imports();
        expect((await office.records('segments')).map(({ layer }) => layer)).toEqual(['mynumber', 'lgwan']);
        await office.writesNothing(0);
      },
      { '台帳/netbox.mapping.yaml': mapping },
    );
  });

  it('of the last import must not be forgotten, and a layer that it changes is changed', async () => {
    await inOffice(
      async (office) => {
        await office.imports('--mapping', 'a.mapping.yaml');
        expect((await office.writesNothing(2)).stderr).toContain(
          'nb: 対応表がありません。前回の取り込みにはあったので',
        );
        await writeFile(path.join(office.directory, 'a.mapping.yaml'), mapping.replace('lgwan', 'internet'));
        await office.imports('--mapping', 'a.mapping.yaml');
        expect((await office.records('segments')).map(({ layer }) => layer)).toEqual([
          'mynumber',
          'internet',
        ]);
      },
      { 'a.mapping.yaml': mapping },
    );
  });

  it('does not overrule a layer that people wrote where there was none', async () => {
    await inOffice(
      async (office) => {
        await office.imports();
        await office.edit(
          'segments',
          '    name: 情報 (VLAN 20)\n',
          '    name: 情報 (VLAN 20)\n    layer: internet\n',
        );
        const { stdout } = await office.writesNothing(1, '--mapping', 'a.mapping.yaml');
        expect(stdout).toContain('「vlan-20」の layer が、YAML と NetBox の両方で別々に変わっています');
      },
      { 'a.mapping.yaml': mapping },
    );
  });
});
