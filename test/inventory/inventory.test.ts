import { describe, expect, test } from 'vitest';
import { load } from '../support/load.ts';

describe('files are read as one whole', () => {
  const texts = {
    'b.yaml': 'assets:\n  - { id: b1, name: B1 }\nsystems: []\n',
    'a/a.yaml':
      'organization: { name: 関所市 }\nassets:\n  - { id: a1, name: A1 }\n---\nassets:\n  - { id: a2, name: A2 }\n',
    'c.yaml': '# nothing yet\n',
  };

  test('sections join over files and documents, in the order given', async () => {
    const inventory = await load(texts);
    expect(inventory.records('assets').map(({ id }) => id)).toEqual(['b1', 'a1', 'a2']);
    expect(
      inventory
        .entries('assets')
        .map(({ file, document, base }) => `${file.path} ${document} ${base.join('/')}`),
    ).toEqual(['b.yaml 0 assets/0', 'a/a.yaml 0 assets/0', 'a/a.yaml 1 assets/0']);
    expect(inventory.size).toBe(4);
    expect(inventory.all.map(({ id }) => id)).toEqual(['関所市', 'b1', 'a1', 'a2']);
  });

  test('a section counts as stated where it stands anywhere, if only as []', async () => {
    const inventory = await load(texts);
    expect(inventory.states('systems')).toBe(true);
    expect(inventory.records('systems')).toEqual([]);
    expect(inventory.states('segments')).toBe(false);
    expect(inventory.records('segments')).toEqual([]);
    expect((await load({ 'a.yaml': 'systems:\nsegments: {}\n' })).states('systems')).toBe(false);
  });

  test('a section is whole where the organization says so', async () => {
    const inventory = await load({ 'a.yaml': 'organization: { name: O, complete: [audits] }\n' });
    expect(inventory.isWhole('audits')).toBe(true);
    expect(inventory.isWhole('assets')).toBe(false);
  });

  test('records are found by id, with or without their section', async () => {
    const inventory = await load({
      'a.yaml':
        'systems:\n  - { id: 001, name: S }\n  - { id: 住基/本番, name: T }\n  - { id: __proto__, name: P }\n',
    });
    expect(inventory.find('systems', '001')?.name).toBe('S');
    expect(inventory.find('systems', 'systems/001')?.name).toBe('S');
    expect(inventory.find('systems', 'systems/住基/本番')?.name).toBe('T');
    expect(inventory.find('systems', '__proto__')?.name).toBe('P');
    for (const id of ['1', 'segments/001', 'systems/', 'constructor', undefined])
      expect(inventory.find('systems', id)).toBeUndefined();
    expect(inventory.find('segments', '001')).toBeUndefined();
  });

  test('whatever the files hold', async () => {
    const inventory = await load({
      'a.yaml': '- a\n---\ntext\n---\n1\n---\nassets: 1\n---\n~\n',
      'b.yaml': '',
    });
    expect(inventory.size).toBe(0);
    expect(inventory.readable).toBe(true);
  });
});

describe('references', () => {
  const found = async (text: string, section: 'assets' | 'connections' | 'exceptions' = 'connections') => {
    const inventory = await load({ 'a.yaml': text });
    return inventory
      .records(section)
      .flatMap((record) => inventory.references(record))
      .map(({ path, to, found: how }) => `${path.join('/')} ${to} ${how}`);
  };
  const ends = `segments:
  - { id: 1, name: S }
  - { id: lan, name: L }
systems:
  - { id: 1, name: T }
`;

  test('lead to ids of the sections that may stand there', async () => {
    expect(await found(`${ends}connections:\n  - { id: c, from: lan, to: nowhere }\n`)).toEqual([
      'from lan found',
      'to nowhere missing',
    ]);
  });

  test('need their section where several have the id', async () => {
    expect(await found(`${ends}connections:\n  - { id: c, from: 1, to: systems/1 }\n`)).toEqual([
      'from 1 ambiguous',
      'to systems/1 found',
    ]);
    expect(await found(`${ends}connections:\n  - { id: c, from: segments/1, to: systems/2 }\n`)).toEqual([
      'from segments/1 found',
      'to systems/2 missing',
    ]);
  });

  test('are not ambiguous for another section that cannot stand there', async () => {
    const text = `${ends}assets:\n  - { id: 1, name: A, system: 1 }\n`;
    expect(await found(text, 'assets')).toEqual(['system 1 found']);
  });

  test('into a section that is nowhere are not stated, into [] are missing', async () => {
    const asset = 'assets:\n  - { id: a, name: A, system: s }\n';
    expect(await found(asset, 'assets')).toEqual(['system s not-stated']);
    expect(await found(`${asset}systems: []\n`, 'assets')).toEqual(['system s missing']);
  });

  test('of exceptions lead anywhere', async () => {
    const text = `${ends}exceptions:\n  - { id: e, records: [lan, 1, segments/1, nobody] }\n`;
    expect(await found(text, 'exceptions')).toEqual([
      'records/0 lan found',
      'records/1 1 ambiguous',
      'records/2 segments/1 found',
      'records/3 nobody missing',
    ]);
  });

  test('to agencies are those of the organization', async () => {
    const assets = 'assets:\n  - { id: a, name: A, agency: mayor }\n  - { id: b, name: B, agency: board }\n';
    const organization = 'organization: { name: O, agencies: [{ id: mayor, name: M }] }\n';
    expect(await found(assets, 'assets')).toEqual(['agency mayor not-stated', 'agency board not-stated']);
    expect(await found(organization + assets, 'assets')).toEqual([
      'agency mayor found',
      'agency board missing',
    ]);
  });

  test('survive an agency without an id', async () => {
    const text =
      'organization: { name: O, agencies: [{ name: M }] }\nassets:\n  - { id: a, name: A, agency: m }\n';
    expect(await found(text, 'assets')).toEqual(['agency m missing']);
  });

  test('say which id is probably meant', async () => {
    const inventory = await load({
      'a.yaml':
        'systems:\n  - { id: juki-server, name: S }\nassets:\n  - { id: a, name: A, system: juki-sever }\n',
    });
    const [asset] = inventory.records('assets');
    expect(asset && inventory.references(asset)).toMatchObject([
      { found: 'missing', suggestion: 'juki-server' },
    ]);
  });

  test('are missing while a file cannot be read, which the inventory tells', async () => {
    const inventory = await load({
      'a.yaml': 'systems: []\nassets:\n  - { id: a, name: A, system: s }\n',
      'b.yaml': 'systems:\n  - { id: s\n',
    });
    const [asset] = inventory.records('assets');
    expect(asset && inventory.references(asset)).toMatchObject([{ path: ['system'], found: 'missing' }]);
    expect(inventory.readable).toBe(false);
    expect((await load({ 'a.yaml': 'assets: 1\n' })).readable).toBe(true);
    expect((await load({ 'a.yaml': Buffer.from([0x8e, 0x91]) })).readable).toBe(false);
  });
});

describe('records that share an id', () => {
  test('are counted, and know the first', async () => {
    const inventory = await load({
      'a.yaml': 'assets:\n  - { id: x, name: A }\n  - { id: y, name: B }\n',
      'b.yaml': 'assets:\n  - { id: x, name: C }\n  - { id: x, name: D }\nsystems:\n  - { id: x, name: E }\n',
    });
    expect(inventory.entries('assets').map(({ id, occurrence }) => `${id} ${occurrence}`)).toEqual([
      'x 0',
      'y 0',
      'x 1',
      'x 2',
    ]);
    expect(inventory.find('assets', 'x')?.name).toBe('A');
    expect(inventory.records('assets').map((record) => inventory.firstOfSameId(record))).toEqual([
      undefined,
      undefined,
      inventory.find('assets', 'x'),
      inventory.find('assets', 'x'),
    ]);
    expect(inventory.entries('systems').map(({ occurrence }) => occurrence)).toEqual([0]);
  });

  test('without one go by their name, else by what they hold, wherever they stand', async () => {
    const named = async (text: string) =>
      (await load({ 'a.yaml': text })).entries('assets').map(({ id, name }) => [id, name]);
    expect(await named('assets:\n  - { name: 台帳 }\n  - { notes: x }\n  - { id: z }\n')).toEqual([
      ['台帳', '台帳'],
      ['assets[1c69f701]', 'assets[1]'],
      ['z', 'z'],
    ]);
    expect(await named('assets:\n  - { notes: x }\n')).toEqual([['assets[1c69f701]', 'assets[0]']]);
  });

  test('behind an alias are two records', async () => {
    const inventory = await load({ 'a.yaml': 'assets:\n  - &a { id: x, name: A }\n  - *a\n' });
    const [first, second] = inventory.records('assets');
    expect(first).not.toBe(second);
    expect(second).toEqual(first);
    expect([first, second].map((record) => record && inventory.entryOf(record).base)).toEqual([
      ['assets', 0],
      ['assets', 1],
    ]);
    expect(inventory.size).toBe(2);
  });

  test('belong to this inventory', async () => {
    const inventory = await load({ 'a.yaml': 'assets:\n  - { id: x, name: A }\n' });
    expect(() => inventory.entryOf({ id: 'x', name: 'A' })).toThrow('not a record');
  });
});

describe('dates', () => {
  test('are read into ISO, wherever in a record they stand', async () => {
    const inventory = await load({
      'a.yaml': `systems:
  - id: s
    name: S
    malware: { definitions: R8.4.1 }
    evidence: [{ path: p, date: 令和8年4月2日 }, { path: q }]
documents:
  - { id: d, name: D, adopted: 令和10年4月1日, reviewed: false }
`,
    });
    const [system] = inventory.records('systems');
    const [document] = inventory.records('documents');
    expect(system).toMatchObject({
      malware: { definitions: '2026-04-01' },
      evidence: [{ date: '2026-04-02' }, { path: 'q' }],
    });
    expect(document).toMatchObject({ adopted: '2028-04-01', reviewed: false });
    expect(system && inventory.dates(system)).toEqual([
      { path: ['malware', 'definitions'], day: '2026-04-01', written: 'R8.4.1', past: true },
      { path: ['evidence', 0, 'date'], day: '2026-04-02', written: '令和8年4月2日', past: true },
    ]);
    expect(document && inventory.dates(document)).toEqual([
      { path: ['adopted'], day: '2028-04-01', written: '令和10年4月1日', past: false },
    ]);
  });

  test('are read through merges and aliases, too', async () => {
    const inventory = await load({
      'a.yaml': `x-d: &d { reviewed: R8.4.1 }
documents:
  - &one { id: a, name: A, <<: *d }
  - { id: b, name: B, <<: *d }
  - *one
`,
    });
    expect(inventory.records('documents').map(({ reviewed }) => reviewed)).toEqual([
      '2026-04-01',
      '2026-04-01',
      '2026-04-01',
    ]);
  });
});

describe('the organization', () => {
  test('is the first; a second is kept for what is to be said of it', async () => {
    const inventory = await load({ 'a.yaml': 'organization: { name: A }\n---\norganization: { name: B }\n' });
    expect(inventory.organization?.name).toBe('A');
    expect(inventory.organizations.map(({ name, document }) => [name, document])).toEqual([
      ['A', 0],
      ['B', 1],
    ]);
    expect(inventory.body.name).toBe('A');
  });

  test('with nothing in it is none', async () => {
    const inventory = await load({ 'a.yaml': 'organization:\nassets: []\n' });
    expect(inventory.organization).toBeUndefined();
    expect(inventory.states('organization')).toBe(false);
  });

  test('that is nowhere is stood in for by the inventory itself', async () => {
    const inventory = await load({ 'a.yaml': 'assets: []\n' });
    expect(inventory.body).toMatchObject({ section: 'organization', base: [], document: 0 });
    expect(inventory.entryOf(inventory.body.record)).toBe(inventory.body);
    expect(inventory.size).toBe(0);
  });
});

test('a register full of wrong ids gets suggestions for the first of them only, always the same', async () => {
  const segments = Array.from({ length: 2000 }, (_, i) => `  - { id: segment-${i}, name: 第${i} }\n`);
  const connections = Array.from({ length: 600 }, (_, i) => `  - { id: c-${i}, from: segmnt-${i} }\n`);
  const inventory = await load({
    'a.yaml': `segments:\n${segments.join('')}connections:\n${connections.join('')}`,
  });
  const asked = () =>
    inventory.records('connections').map((record) => inventory.references(record)[0]?.suggestion);
  const suggestions = asked();
  expect(suggestions.slice(0, 3)).toEqual(['segment-0', 'segment-1', 'segment-2']);
  expect(suggestions.at(-1)).toBeUndefined();
  expect(asked()).toEqual(suggestions);
});
