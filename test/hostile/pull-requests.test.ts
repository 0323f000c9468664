import { symlink } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import {
  type ComparedReport,
  type Files,
  inRepository,
  inWorkplace,
  type Workplace,
} from '../support/git.ts';

/** A town as it was reviewed: a network with a known way out of the MyNumber layer. */
const network = {
  organization: {
    name: '町',
    policy: 'isesaki',
    agencies: [{ id: 'mayor', name: '町長部局', organ: 'mayor' }],
  },
  segments: [
    { id: 'm1', name: '番号系1', layer: 'mynumber' },
    { id: 'm2', name: '番号系2', layer: 'mynumber' },
    { id: 'l1', name: '業務系', layer: 'lgwan' },
    { id: 'web', name: '公開系', layer: 'internet' },
    { id: 'vendor', name: '委託先', layer: 'external', externalNetwork: 'other' },
    { id: 'juki', name: '住基ネット', layer: 'external', externalNetwork: 'other' },
  ],
  connections: [
    {
      id: 'leak',
      name: '臨時の接続',
      from: 'm1',
      to: 'web',
      direction: 'one-way',
      ports: [443],
      control: 'firewall',
    },
    {
      id: 'juki-link',
      name: '住基ネット接続',
      from: 'm1',
      to: 'juki',
      specific: { destination: 'juki', addresses: ['10.0.0.1/32'], ports: [443] },
      approval: { by: '最高情報セキュリティ責任者', date: '2026-04-01' },
    },
  ],
};

type Network = typeof network;
type Change = (changed: Network) => unknown;

/** The town with a change. */
function townWith(...changes: readonly Change[]): string {
  const changed = structuredClone(network);
  for (const change of changes) change(changed);
  return stringify(changed);
}

const connection =
  (fields: Readonly<Record<string, unknown>>): Change =>
  ({ connections }) =>
    connections.push(fields as never);
const segment =
  (fields: Readonly<Record<string, unknown>>): Change =>
  ({ segments }) =>
    segments.push(fields as never);
const edit =
  (kind: 'segments' | 'connections', id: string, fields: Readonly<Record<string, unknown>>): Change =>
  (changed) =>
    Object.assign(changed[kind].find((one) => one.id === id) ?? {}, fields);

const separation = 'resilience/mynumber-separation';
const permission = {
  id: 'e1',
  rules: [separation],
  records: ['leak'],
  reason: '移行の間だけ残すため',
  applicant: '情報政策課長',
  approver: '最高情報セキュリティ責任者',
  approved: '2026-04-01',
};

const options = ['--rule', separation, '--rule', 'resilience/specific-communication-limited'];

const active = ({ findings }: ComparedReport) =>
  findings
    .filter(({ suppression }) => suppression === null)
    // What the town does not say is unknown throughout.
    .filter(({ record }) => !['町', 'e1'].includes(record.id))
    .map(({ ruleId, record, verdict }) => `${verdict} ${ruleId.split('/')[1]} ${record.id}`);

/** How the known way out is known, and by what options that is believed. */
const knownBy: Readonly<
  Record<string, { readonly reviewed?: Files; readonly baseline?: true; readonly argv: readonly string[] }>
> = {
  'a finding of the base': { argv: ['--base', 'main', '--changed'] },
  'an exception of the trusted state': {
    reviewed: { '台帳/e.yaml': stringify({ exceptions: [permission] }) },
    argv: ['--trust', 'main'],
  },
  'a baseline': { baseline: true, argv: ['--baseline', 'known.json', '--trust', 'main'] },
};

async function proposal(
  { reviewed = {}, baseline, argv }: (typeof knownBy)[string],
  change: Files,
  use: (report: ComparedReport & { code: number }, place: Workplace) => Promise<void> | void,
): Promise<void> {
  await inRepository(
    { '台帳/network.yaml': townWith(), ...(reviewed as Record<string, string>) },
    async (place) => {
      if (baseline) {
        await place.check(['台帳', '--baseline', 'known.json', '--update-baseline']);
        await place.commit();
      }
      await place.write(change);
      await use(await place.report(['台帳', ...argv]), place);
    },
    options,
  );
}

describe.each(Object.entries(knownBy))('a way out that is known by %s', (_, known) => {
  it('is known as long as nothing changes', () =>
    proposal(known, {}, (report) => {
      expect([report.code, active(report)]).toEqual([0, []]);
    }));

  it.each<[string, string]>([
    ['a name', townWith(edit('connections', 'leak', { name: '臨時接続' }))],
    ['a note', townWith(edit('connections', 'leak', { notes: '令和8年度末に廃止' }))],
    ['the order', townWith(({ segments }) => segments.reverse())],
    ['another LGWAN segment', townWith(segment({ id: 'l2', name: '業務系2', layer: 'lgwan' }))],
    ['a MyNumber segment by itself', townWith(segment({ id: 'm3', name: '番号系3', layer: 'mynumber' }))],
  ])('is still known with %s', (_what, changed) =>
    proposal(known, { '台帳/network.yaml': changed }, (report) => {
      // What --changed shows is also what the change touches.
      const isTouched = known.argv.includes('--changed') && changed.includes('臨時接続');
      const shown = isTouched || (known.argv.includes('--changed') && changed.includes('廃止'));
      expect([report.code, active(report)]).toEqual(shown ? [1, ['fail mynumber-separation leak']] : [0, []]);
    }),
  );

  it.each<[string, string]>([
    ['more of the layer behind it', townWith(connection({ id: 'in', name: '庁内', from: 'm2', to: 'm1' }))],
    [
      'a new segment of the layer behind it',
      townWith(
        segment({ id: 'm3', name: '番号系3', layer: 'mynumber' }),
        connection({ id: 'in', name: '庁内', from: 'm3', to: 'm1' }),
      ),
    ],
    [
      'another place on the internet beyond it',
      townWith(
        segment({ id: 'dmz', name: '公開系2', layer: 'internet' }),
        connection({ id: 'out', name: '公開', from: 'web', to: 'dmz', control: 'firewall' }),
      ),
    ],
    ['another destination', townWith(edit('connections', 'leak', { to: 'vendor' }))],
    ['more ports', townWith(edit('connections', 'leak', { ports: ['1-65000'] }))],
    ['both directions', townWith(edit('connections', 'leak', { direction: 'two-way' }))],
    ['another control', townWith(edit('connections', 'leak', { control: 'none' }))],
  ])('is reported again with %s', (_what, changed) =>
    proposal(known, { '台帳/network.yaml': changed }, (report) => {
      expect(active(report)).toContain('fail mynumber-separation leak');
      expect(report.code).toBe(1);
    }),
  );
});

describe('an approved specific communication', () => {
  const limits = (fields: Readonly<Record<string, unknown>>) =>
    townWith(
      edit('connections', 'juki-link', {
        specific: { destination: 'juki', addresses: ['10.0.0.1/32'], ports: [443], ...fields },
      }),
    );

  it.each<[string, string, readonly string[]]>([
    [
      're-pointed',
      townWith(
        edit('connections', 'juki-link', {
          to: 'vendor',
          specific: { destination: 'vendor', addresses: ['10.0.0.1/32'], ports: [443] },
        }),
      ),
      [],
    ],
    ['widened in its addresses', limits({ addresses: ['10.0.0.0/8'] }), []],
    ['widened in its ports', limits({ ports: ['1-30000'] }), []],
    ['given one more port', limits({ ports: [443, 22] }), []],
    ['whose far end is relabelled', townWith(edit('segments', 'juki', { name: '委託先の網' })), []],
    ['whose far end is moved', townWith(edit('segments', 'juki', { externalNetwork: 'internet' })), []],
  ])('%s does not hold under its old approval', async (_what, changed) => {
    for (const argv of [
      ['--base', 'main'],
      ['--trust', 'main'],
    ])
      await inRepository(
        { '台帳/network.yaml': townWith() },
        async (place) => {
          await place.write({ '台帳/network.yaml': changed });
          const report = await place.report(['台帳', ...argv]);
          expect(active(report)).toContain('unknown mynumber-separation juki-link');
          expect(active(report)).toContain('unknown specific-communication-limited juki-link');
        },
        options,
      );
  });

  it('that was widened does not hold where the base is what is judged, but not what was reviewed', async () => {
    await inRepository(
      { '台帳/network.yaml': townWith() },
      async (place) => {
        await place.commit({ '台帳/network.yaml': limits({ addresses: ['10.0.0.0/8'] }) });
        const report = await place.report(['台帳', '--base', 'HEAD', '--trust', 'HEAD~1']);
        expect(active(report)).toContain('unknown specific-communication-limited juki-link');
      },
      options,
    );
  });

  it.each<[string, string]>([
    ['narrowed', limits({ addresses: ['10.0.0.1'], ports: ['443'] })],
    [
      'approved again',
      townWith(
        edit('connections', 'juki-link', {
          specific: { destination: 'juki', addresses: ['10.0.0.0/8'], ports: [443, 22] },
          approval: { by: '最高情報セキュリティ責任者', date: '2026-11-01' },
        }),
      ),
    ],
    ['given a note', townWith(edit('connections', 'juki-link', { notes: '令和8年度に更新' }))],
  ])('%s still holds', (_what, changed) =>
    inRepository(
      { '台帳/network.yaml': townWith() },
      async (place) => {
        await place.write({ '台帳/network.yaml': changed });
        const report = await place.report(['台帳', '--trust', 'main']);
        expect(active(report).filter((one) => one.endsWith('juki-link'))).toEqual([]);
      },
      options,
    ),
  );

  it.each([
    ['ports', ['2-65535']],
    ['ports', ['1-30000', '30001-65000']],
    ['ports', ['TBD']],
    ['ports', ['未定']],
    ['ports', ['なし']],
    ['ports', ['-']],
    ['ports', ['制限なし']],
    ['ports', ['全ポート']],
    ['ports', ['1-65535']],
    ['addresses', ['TBD']],
    ['addresses', ['未定']],
    ['addresses', ['なし']],
    ['addresses', ['-']],
    ['addresses', ['制限なし']],
    ['addresses', ['*.*.*.*']],
    ['addresses', ['0.0.0.0/0']],
    ['addresses', ['0.0.0.0/1', '128.0.0.0/2']],
    ['addresses', ['1.0.0.0-255.255.255.255']],
  ])('limited in its %s to %j is not limited', (field, values) =>
    inRepository(
      { '台帳/network.yaml': limits({ [field]: values }) },
      async (place) => {
        const found = active(await place.report(['台帳'])).filter((one) => one.endsWith('juki-link'));
        expect(found.length).toBeGreaterThan(0);
      },
      options,
    ),
  );
});

describe('what is not judged is listed', () => {
  const violation = stringify({
    connections: [{ id: 'hidden-leak', name: '隠れた接続', from: 'm2', to: 'web' }],
  });
  const known = {
    '台帳/network.yaml': townWith(),
    '台帳/.old.yaml': violation,
    '台帳/読んでください.md': '# 台帳\n',
  };
  const configuration = { 'sekisho.config.yaml': 'exclude: ["除外/**"]\n' };

  async function listed(change: Files, prepare?: (folder: string) => Promise<void>) {
    let hidden: readonly string[] = [];
    const codes: number[] = [];
    await inRepository(
      { ...known, ...configuration },
      async (place) => {
        await symlink('network.yaml', path.join(place.folder, '台帳/known.yaml'));
        await place.commit();
        await place.write(change);
        await prepare?.(path.join(place.folder, '台帳'));
        for (const argv of [
          ['--base', 'main', '--changed'],
          ['--trust', 'main'],
        ]) {
          const report = await place.report(['台帳', ...argv, '--fail-on', 'never']);
          hidden = (report.hidden ?? []).map(({ kind, name, reason, facts }) =>
            [kind, name, reason, ...(facts ?? [])].join(' '),
          );
          codes.push((await place.check(['台帳', ...argv, '--fail-on', 'never', '--fail-on-hidden'])).code);
        }
      },
      options,
    );
    return { hidden, codes };
  }

  it('where the base is a folder with a copy, too', async () => {
    await inWorkplace(
      {
        'before/a.yaml': townWith(),
        'before/b/.old.yaml': violation,
        'now/a.yaml': townWith(),
        'now/b/.old.yaml': violation,
        'now/b/.new.yaml': violation,
        'now/c.json': violation,
      },
      async (place) => {
        for (const folder of ['before', 'now'])
          await symlink('a.yaml', path.join(place.folder, folder, 'known.yaml'));
        await symlink('b', path.join(place.folder, 'now/more'));
        const { hidden = [] } = await place.report(['now', '--base', 'before']);
        expect(hidden.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
          'file now/b/.new.yaml',
          'file now/c.json',
          'link now/more',
        ]);
      },
      options,
    );
  });

  it('and nothing is where nothing changes, or only what is no inventory', async () => {
    expect(
      await listed({
        '台帳/議事録.txt': 'assets: x\n',
        '台帳/.editorconfig': 'root = true\n',
        '台帳/x.json': '{}',
      }),
    ).toEqual({ hidden: [], codes: [0, 0] });
  });

  it.each<[string, string, string]>([
    ['台帳/.leak.yaml', 'hidden', 'file'],
    ['台帳/.hidden/leak.yaml', 'hidden', 'file'],
    ['台帳/leak.yml.bak', 'name', 'file'],
    ['台帳/leak.yaml~', 'name', 'file'],
    ['台帳/leak.json', 'name', 'file'],
    ['台帳/own.policy.yaml', 'name', 'file'],
    ['台帳/policy.yaml', 'name', 'file'],
    ['台帳/mapping.yaml', 'name', 'file'],
    ['台帳/除外/leak.yaml', 'excluded', 'file'],
  ])('a violation in %s', async (name, reason, kind) => {
    const file =
      reason === 'excluded'
        ? { [name]: violation, 'sekisho.config.yaml': 'exclude: ["除外/**"]\n' }
        : { [name]: violation };
    expect(await listed(file)).toEqual({ hidden: [`${kind} ${name} ${reason}`], codes: [1, 1] });
  });

  const leftover = '台帳/.sekisho-0123456789abcdef.tmp';

  it('but not what a killed run has left behind, which is not judged either', async () => {
    expect(await listed({ [leftover]: violation })).toEqual({ hidden: [], codes: [0, 0] });
    await inRepository(
      { ...known, ...configuration },
      async (place) => {
        const argv = ['台帳', '--base', 'main', '-f', 'json'];
        const before = await place.check(argv);
        await place.write({ [leftover]: violation });
        expect(await place.check(argv)).toEqual(before);
      },
      options,
    );
  });

  it.each<[string, string]>([
    [`${leftover}.yaml`, 'file'],
    ['台帳/.sekisho-0123456789abcdef.yaml', 'file'],
    ['台帳/.sekisho-0123456789abcdef.tmp/leak.yaml', 'file'],
    ['台帳/sekisho-0123456789abcdef.yaml.tmp', 'file'],
  ])('but a violation in %s, whose name is none of those', async (name, kind) => {
    const reason = name.startsWith('台帳/.') ? 'hidden' : 'name';
    expect(await listed({ [name]: violation })).toEqual({
      hidden: [`${kind} ${name} ${reason}`],
      codes: [1, 1],
    });
  });

  it('and a link of such a name, which no run leaves behind', async () => {
    const { hidden, codes } = await listed({}, async (folder) => {
      await symlink('../elsewhere', path.join(folder, path.basename(leftover)));
    });
    expect(hidden).toEqual([`link ${leftover} link`]);
    expect(codes).toEqual([1, 1]);
  });

  it('a record that is moved to such a name is gone, as from any other file that is no inventory', async () => {
    await inRepository(
      { ...known, '台帳/leak.yaml': violation },
      async (place) => {
        await place.write({ '台帳/leak.yaml': null, [leftover]: violation });
        const { comparison, networkChange } = await place.report(['台帳', '--base', 'main']);
        const gone = comparison?.fixed.filter(({ recordGone }) => recordGone).map(({ record }) => record.id);
        expect(gone).toContain('hidden-leak');
        expect(networkChange?.closed.length).toBeGreaterThan(0);
      },
      options,
    );
  });

  it('a configuration that asks for hidden files judges them whatever they are called', async () => {
    await inRepository(
      { ...known, 'sekisho.config.yaml': 'include: ["**/*.yaml", "**/.sekisho*"]\n' },
      async (place) => {
        await place.write({ [leftover]: violation });
        const report = await place.report(['台帳', '--base', 'main']);
        expect(report.networkChange?.opened.length).toBeGreaterThan(0);
      },
      options,
    );
  });

  it('a violation in node_modules', async () => {
    const { hidden, codes } = await listed({ '台帳/node_modules/x/leak.yaml': violation });
    expect(hidden).toEqual(['folder 台帳/node_modules packages']);
    expect(codes).toEqual([1, 1]);
  });

  it('but not the packages that are installed', async () => {
    const packages = {
      '台帳/node_modules/x/leak.yaml': violation,
      '台帳/node_modules/.package-lock.json': '{}',
    };
    expect((await listed(packages)).hidden).toEqual([]);
  });

  it('a link, in place of a file or beside it', async () => {
    const { hidden, codes } = await listed({}, async (folder) => {
      await symlink('/etc/hostname', path.join(folder, 'outside'));
      await symlink('../elsewhere', path.join(folder, 'more'));
    });
    expect(hidden).toEqual(['link 台帳/more link', 'link 台帳/outside link']);
    expect(codes).toEqual([1, 1]);
  });

  it.each<[string, string, readonly string[]]>([
    [
      'a MyNumber segment that becomes one of the internet',
      townWith(edit('segments', 'm1', { layer: 'internet' })),
      ['leak', 'juki-link'],
    ],
    [
      'a layer that is taken away',
      townWith(edit('segments', 'juki', { externalNetwork: 'internet', layer: undefined })),
      [],
    ],
  ])('%s', async (_what, changed, records) => {
    const { hidden } = await listed({ '台帳/network.yaml': changed });
    for (const record of records) expect(hidden.join('\n')).toContain(`record connections/${record} facts`);
  });

  it('a violation that becomes unknown, since a fact is taken back', async () => {
    const { hidden, codes } = await listed({
      '台帳/network.yaml': townWith(edit('connections', 'leak', { confirmed: false })),
    });
    expect(hidden).toEqual(['record connections/leak taken-back confirmed']);
    expect(codes).toEqual([1, 1]);
  });

  it.each(['a finding of the base', 'a baseline'])(
    'which is not mended by that, where it is known by %s',
    (how) =>
      proposal(
        knownBy[how] ?? { argv: [] },
        { '台帳/network.yaml': townWith(edit('connections', 'leak', { confirmed: false })) },
        ({ comparison, findings }) => {
          expect(comparison?.fixed).toEqual([]);
          const leak = findings.filter(({ record }) => record.id === 'leak');
          expect(leak.map(({ state, verdict }) => `${state} ${verdict}`)).toEqual(['changed unknown']);
        },
      ),
  );
});

describe('a segment of a protected layer', () => {
  const layerAssigned = ['--rule', 'resilience/layer-assigned'];
  const moved = (to: string) => townWith(edit('segments', 'm2', { layer: to }));
  const found = (changed: string, ...argv: readonly string[]) => {
    let reviews: readonly string[] = [];
    return inRepository(
      { '台帳/network.yaml': townWith() },
      async (place) => {
        await place.write({ '台帳/network.yaml': changed });
        reviews = active(await place.report(['台帳', ...argv]));
      },
      layerAssigned,
    ).then(() => reviews);
  };

  it.each([['--base'], ['--trust']])(
    'that a change moves into another is to be looked at, with %s',
    async (option) => {
      for (const layer of ['internet', 'lgwan', 'external'])
        expect(await found(moved(layer), option, 'main')).toEqual(['review layer-assigned m2']);
      expect(await found(townWith(edit('segments', 'l1', { layer: 'internet' })), option, 'main')).toEqual([
        'review layer-assigned l1',
      ]);
    },
  );

  it('that keeps its layer under another name is not, nor one of the internet that is protected now', async () => {
    expect(await found(moved('マイナンバー利用事務系'), '--base', 'main')).toEqual([]);
    expect(await found(townWith(edit('segments', 'web', { layer: 'mynumber' })), '--base', 'main')).toEqual(
      [],
    );
    expect(await found(moved('internet'))).toEqual([]);
  });

  it('whose layer a change takes away is unknown', async () => {
    const changed = townWith(edit('segments', 'm2', { layer: undefined }));
    expect(await found(changed, '--base', 'main', '--changed')).toEqual(['unknown layer-assigned m2']);
  });
});
