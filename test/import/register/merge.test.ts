import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Merge, type MergeInput, mergeRegister } from '../../../src/import/merge/merge.ts';
import type { NumberedRecord } from '../../../src/import/merge/numbered-record.ts';
import type { RecordSection } from '../../../src/import/register/fields.ts';
import { readState } from '../../../src/register/read-state.ts';
import { type ImportState, writeState } from '../../../src/register/state.ts';
import { parse } from '../../support/yaml.ts';

/** How many of the made-up inputs are tried: some in each run of all tests, all where SEKISHO_FULL asks for the long form. */
const share = (process.env['SEKISHO_FULL'] ?? '') === '' ? 0.1 : 1;

/** A record of the register: its id, then its values by their paths; the cells of a row run from A on. */
function row(
  id: string,
  values: Readonly<Record<string, unknown>>,
  number = 5,
  section: RecordSection = 'assets',
) {
  const cells = Object.entries(values).map(([path, value], index) => {
    const cell = `${String.fromCharCode(65 + index)}${number}`;
    return [path, { value, cell }] as const;
  });
  const source = { file: '情報資産管理台帳.xlsx', sheet: '管理台帳', row: number };
  return { section, id, source, values: new Map(cells) } satisfies NumberedRecord;
}

function merge(
  text: string | undefined,
  last: ImportState | readonly NumberedRecord[] | undefined,
  now: readonly NumberedRecord[],
  options: Partial<MergeInput> = {},
): Promise<Merge> {
  const state = last === undefined || 'records' in last ? last : stateOf(last);
  return mergeRegister({
    files: new Map([['assets', text]]),
    last: state as ImportState | undefined,
    now,
    prune: false,
    adopt: false,
    header: () => '情報資産\n\nsekisho import register',
    ...options,
  });
}

function stateOf(records: readonly NumberedRecord[]): ImportState {
  return {
    records: records.map(({ section, id, source, values }) => ({
      section,
      id,
      ...source,
      values: new Map([...values].map(([path, { value }]) => [path, value])),
      cells: new Map([...values].map(([path, { cell = '' }]) => [path, cell])),
    })),
  };
}

/** The new text of the assets; what keeps it from being written, where something does. */
async function merged(...parameters: Parameters<typeof merge>): Promise<string | undefined> {
  const result = await merge(...parameters);
  expect([...result.conflicts, ...result.problems]).toEqual([]);
  return result.files.get('assets');
}

const juki = { name: '住民票', manager: '市民課長', 'classification.confidentiality': 3, medium: 'USB' };

const written = `# 情報資産
assets:
  # 窓口の端末から見る
  - id: 住民票
    name: 住民票   # 課長に確認済み
    manager:   "市民課長"
    classification: { confidentiality: 3 }   # 3月に見直した

    medium: 'USB'
    contains: [personal-information]
`;

describe('a first import', () => {
  test('writes the section with its records in the order of the vocabulary', async () => {
    const values = {
      'x-備考': '要確認: #1',
      medium: '磁気ディスク',
      name: '住民票',
      'classification.availability': 2,
      'classification.confidentiality': 3,
      contains: ['my-number', 'personal-information'],
      'encryption.atRest': true,
    };
    const result = await merge(undefined, undefined, [
      row('住民票', values),
      row('001', { name: '戸籍' }, 6),
    ]);
    expect(result.files.get('assets')).toBe(`# 情報資産
#
# sekisho import register

assets:
  - id: 住民票
    name: 住民票
    medium: 磁気ディスク
    classification:
      confidentiality: 3
      availability: 2
    contains: [my-number, personal-information]
    encryption:
      atRest: true
    x-備考: "要確認: #1"

  - id: "001"
    name: 戸籍
`);
    expect(result.added.map(({ id }) => id)).toEqual(['住民票', '001']);
    expect(result.state?.records.map(({ id }) => id)).toEqual(['001', '住民票']);
  });

  test.each([
    '001',
    'on',
    'Yes',
    'n',
    '2026-04-01',
    '1:30',
    '=x',
    '=',
    ' a ',
    'a: b',
    'a #b',
    '~',
    'null',
    '1e3',
    '0x1f',
    '1_000',
    '-',
    '- a',
    '? a',
    '*a',
    '&a',
    '!a',
    '%a',
    '@a',
    '`a',
    '"a"',
    "'a'",
    '[a]',
    '{a}',
    'a, b',
    'a:',
    '...',
    '---',
    '.5',
    '.inf',
    '<<',
    'a\nb',
    'a\u200Bb',
    'a\tb',
    '\\',
    '＃',
    '：',
  ])('keeps the text %j as it is', async (value) => {
    const software = [{ name: value, version: value }];
    const text = await merged(undefined, undefined, [row('a', { name: value, copies: [value], software })]);
    const [document] = (await parse(text ?? '')).documents;
    expect(document?.value).toEqual({ assets: [{ id: 'a', name: value, copies: [value], software }] });
  });

  test('quotes what other tools would read otherwise', async () => {
    const values = {
      name: '001',
      a: 'on',
      b: '2026-04-01',
      c: '1:30',
      d: '=x',
      e: '10.20.1.11',
      f: '機密性2',
      g: 'R8.4.1',
      h: 'a:b',
      i: 'y',
    };
    const text = await merged(undefined, undefined, [row('a', values)], { header: () => '' });
    expect(text).toBe(`assets:
  - id: a
    name: "001"
    a: "on"
    b: "2026-04-01"
    c: "1:30"
    d: "=x"
    e: "10.20.1.11"
    f: 機密性2
    g: R8.4.1
    h: a:b
    i: "y"
`);
  });

  test('refuses a file that it does not know, unless it is to be adopted', async () => {
    const result = await merge(written, undefined, [row('住民票', juki)]);
    expect(result.problems).toEqual([{ code: 'no-state', section: 'assets' }]);
    expect(result.state).toBeUndefined();
  });
});

describe('what is adopted', () => {
  test('stays where it differs, and takes what it does not say', async () => {
    const now = [
      row('住民票', { ...juki, manager: '総務課長', form: 'electronic' }),
      row('戸籍', { name: '戸籍' }, 6),
    ];
    const result = await merge(written, undefined, now, { adopt: true });
    expect(result.conflicts).toEqual([]);
    expect(result.kept).toMatchObject([
      {
        id: '住民票',
        path: 'manager',
        cell: 'B5',
        written: '市民課長',
        register: '総務課長',
        position: { line: 6, column: 16 },
      },
    ]);
    const changed = written.replace('    classification', '    form: electronic\n    classification');
    expect(result.files.get('assets')).toBe(`${changed}\n  - id: 戸籍\n    name: 戸籍\n`);
    const again = await merge(result.files.get('assets'), result.state, now);
    expect(again.files.size).toBe(0);
    expect(again.kept).toHaveLength(1);
  });

  test('a new row does not take the id of a record that people wrote', async () => {
    const hand = `${written}  - id: 戸籍\n    name: 戸籍簿\n`;
    const result = await merge(
      hand,
      [row('住民票', juki)],
      [row('住民票', juki), row('戸籍', { name: '戸籍' }, 6)],
    );
    expect(result.conflicts).toMatchObject([
      { code: 'id-taken', id: '戸籍', source: { row: 6 }, position: { line: 11, column: 9 } },
    ]);
    expect(result.files.size).toBe(0);
  });
});

describe('a changed cell', () => {
  async function change(
    to: Readonly<Record<string, unknown>>,
    text = written,
    from: Readonly<Record<string, unknown>> = juki,
  ) {
    return merged(text, [row('住民票', from)], [row('住民票', to)]);
  }

  test('changes its value alone', async () => {
    expect(await change({ ...juki, name: '住民票（写し）', manager: '総務課長', medium: 'DVD' })).toBe(
      written
        .replace('name: 住民票 ', 'name: 住民票（写し） ')
        .replace('"市民課長"', '"総務課長"')
        .replace("'USB'", "'DVD'"),
    );
    expect(await change({ ...juki, 'classification.confidentiality': 2 })).toBe(
      written.replace('confidentiality: 3', 'confidentiality: 2'),
    );
  });

  test('that was blank goes where the vocabulary has it', async () => {
    expect(
      await change({
        ...juki,
        form: 'electronic',
        'classification.integrity': 2,
        'encryption.atRest': false,
        'x-備考': 'なし',
      }),
    ).toMatchInlineSnapshot(`
      "# 情報資産
      assets:
        # 窓口の端末から見る
        - id: 住民票
          name: 住民票   # 課長に確認済み
          manager:   "市民課長"
          form: electronic
          classification: { confidentiality: 3, integrity: 2 }   # 3月に見直した

          medium: 'USB'
          contains: [personal-information]
          encryption:
            atRest: false
          x-備考: なし
      "
    `);
  });

  test('that is blank now takes its key away, and leaves the comment where it was', async () => {
    const { name: _name, ...nameless } = juki;
    const { manager: _manager, ...others } = juki;
    const { 'classification.confidentiality': _level, ...unclassified } = juki;
    expect(await change(nameless)).toBe(written.replace('name: 住民票   # 課長', '# 課長'));
    expect(await change(others)).toBe(written.replace(/ {4}manager.*\n/, ''));
    expect(await change(unclassified)).toBe(
      written.replace('classification: { confidentiality: 3 }   # 3月', '# 3月'),
    );
  });

  test('of a list changes its items alone', async () => {
    const text = `assets:\n  - id: a\n    copies:\n      # 一つ目\n      - A   # 本庁\n      - B\n    owners: [甲, "乙"]   # 順不同\n    software:\n      - { name: OS, version: "1.0" }   # 標準\n      - name: 文書\n        version: '2'\n`;
    const from = {
      copies: ['A', 'B'],
      owners: ['甲', '乙'],
      software: [
        { name: 'OS', version: '1.0' },
        { name: '文書', version: '2' },
      ],
    };
    const to = {
      copies: ['C', 'A', 'B', 'D'],
      owners: ['乙', '丙'],
      software: [
        { name: 'OS', version: '1.1' },
        { name: '文書', version: '2', licensed: true },
        { name: '表' },
      ],
    };
    expect(await merged(text, [row('a', from)], [row('a', to)])).toMatchInlineSnapshot(`
      "assets:
        - id: a
          copies:
            # 一つ目
            - C
            - A   # 本庁
            - B
            - D
          owners: ["乙", 丙]   # 順不同
          software:
            - { name: OS, version: "1.1" }   # 標準
            - name: 文書
              version: '2'
              licensed: true
            - { name: 表 }
      "
    `);
    expect(
      await merged(
        text,
        [row('a', from)],
        [row('a', { ...from, copies: ['B'], owners: [], software: [from.software[1]] })],
      ),
    ).toMatchInlineSnapshot(`
      "assets:
        - id: a
          copies:
            # 一つ目
            # 本庁
            - B
          owners: []   # 順不同
          software:
            # 標準
            - name: 文書
              version: '2'
      "
    `);
  });

  test('of another kind takes the place of what was there', async () => {
    const text =
      'assets:\n  - id: a\n    medium: USB # 済\n    copies:   # 写し\n      - A\n      # 本庁\n      - B\n    note: |   # 注\n      一\n      二\n\n    name: x\n';
    const from = { name: 'x', medium: 'USB', copies: ['A', 'B'], note: '一\n二\n' };
    expect(
      await merged(
        text,
        [row('a', from)],
        [row('a', { name: 'x', medium: ['USB', '紙'], copies: 'なし', note: '三' })],
      ),
    ).toMatchInlineSnapshot(`
      "assets:
        - id: a
          medium: [USB, 紙] # 済
          copies: なし # 写し
          # 本庁
          note: 三 # 注

          name: x
      "
    `);
  });

  test.each([
    ['windows line ends', written.replaceAll('\n', '\r\n')],
    ['a byte order mark', `\uFEFF${written}`],
    ['no line break at the end', written.trimEnd()],
    [
      'other sections',
      `x-a: &a { b: 1 }\nsystems:\n  - { <<: *a, id: s }\n${written}facilities:\n  - id: f # 庁舎\n`,
    ],
    ['documents behind it', `${written}---\nassets:\n  - id: other\n`],
  ])('keeps %s', async (_, text) => {
    expect(await change({ ...juki, medium: 'DVD' }, text)).toBe(text.replace("'USB'", "'DVD'"));
    const grown = await change({ ...juki, form: 'paper', 'x-備考': 'a\r\nb' }, text);
    const lineBreak = text.includes('\r') ? '\r\n' : '\n';
    expect(grown).toBe(
      text
        .replace('    classification', `    form: paper${lineBreak}    classification`)
        .replace('[personal-information]', `[personal-information]${lineBreak}    x-備考: "a\\r\\nb"`),
    );
  });

  test('to what people have written already is settled', async () => {
    const result = await merge(
      written.replace('USB', 'DVD'),
      [row('住民票', juki)],
      [row('住民票', { ...juki, medium: 'DVD' })],
    );
    expect(result).toMatchObject({ files: new Map(), conflicts: [], kept: [], changed: [] });
    expect(result.state?.records[0]?.values.get('medium')).toBe('DVD');
  });

  test('that people changed as well is a conflict, with both addresses, and nothing is written', async () => {
    const now = [
      row('住民票', { ...juki, medium: 'DVD', manager: '総務課長' }),
      row('戸籍', { name: '戸籍' }, 6),
    ];
    const result = await merge(written.replace('USB', 'CD'), [row('住民票', juki)], now);
    expect(result.conflicts).toEqual([
      {
        code: 'both-changed',
        section: 'assets',
        id: '住民票',
        source: { file: '情報資産管理台帳.xlsx', sheet: '管理台帳', row: 5 },
        path: 'medium',
        cell: 'D5',
        base: 'USB',
        written: 'CD',
        register: 'DVD',
        position: { line: 9, column: 13 },
      },
    ]);
    expect(result.files.size).toBe(0);
    expect(result.state).toBeUndefined();
  });

  test('and a value of people behind an emptied cell are a conflict', async () => {
    const { medium: _medium, ...others } = juki;
    const result = await merge(written.replace('USB', 'CD'), [row('住民票', juki)], [row('住民票', others)]);
    expect(result.conflicts).toMatchObject([
      { code: 'both-changed', path: 'medium', cell: 'D5', written: 'CD', register: undefined },
    ]);
  });
});

describe('what people changed', () => {
  test('stays, and so does what they removed', async () => {
    const text = written
      .replace('USB', 'CD')
      .replace(/ {4}manager.*\n/, '')
      .replace('- id', '- x-順: 1\n    id');
    const result = await merge(text, [row('住民票', juki)], [row('住民票', juki)]);
    expect(result.files.size).toBe(0);
    expect(result.kept).toMatchObject([
      { path: 'manager', written: undefined, register: '市民課長', position: { line: 4 } },
      { path: 'medium', written: 'CD', register: 'USB', position: { line: 9, column: 13 } },
    ]);
  });

  test('a record that they removed stays away while its row says the same', async () => {
    const text = 'assets:\n  - id: 別\n';
    const same = await merge(text, [row('住民票', juki)], [row('住民票', juki, 9)]);
    expect(same).toMatchObject({ files: new Map(), removedByHand: [{ id: '住民票', source: { row: 9 } }] });
    expect(same.state?.records).toHaveLength(1);
    const other = await merge(text, [row('住民票', juki)], [row('住民票', { ...juki, medium: 'CD' })]);
    expect(other.conflicts).toMatchObject([{ code: 'removed-and-changed', paths: ['medium'] }]);
  });
});

describe('rows', () => {
  const rows = [row('住民票', juki, 5), row('戸籍', { name: '戸籍' }, 6), row('税', { name: '税' }, 7)];

  test('that moved change the state alone', async () => {
    const first = await merge(undefined, undefined, rows);
    const text = first.files.get('assets');
    const moved = [row('税', { name: '税' }, 5), row('住民票', juki, 6), row('戸籍', { name: '戸籍' }, 7)];
    const result = await merge(text, first.state, moved);
    expect(result.files.size).toBe(0);
    expect(result.state?.records.find(({ id }) => id === '税')?.row).toBe(5);
    const again = await merge(text, result.state, moved);
    expect(writeState(again.state as ImportState)).toBe(writeState(result.state as ImportState));
  });

  test('that are new stand at the end of the section, in the order of the sheet', async () => {
    const text = `assets:\n- id: 住民票 # 窓口\n    # 見直す\n# 以上\nsystems: []\n`;
    const known = { name: undefined };
    const result = await merged(
      text,
      [row('住民票', known)],
      [row('税', { name: '税' }, 4), row('住民票', known, 5), row('戸籍', { name: '戸籍' }, 6)],
    );
    expect(result).toBe(
      'assets:\n- id: 住民票 # 窓口\n    # 見直す\n\n- id: 税\n  name: 税\n\n- id: 戸籍\n  name: 戸籍\n# 以上\nsystems: []\n',
    );
  });

  test.each([
    ['assets:\n', 'assets:\n  - id: a\n    name: x\n'],
    ['assets: []  # なし\n', 'assets:  # なし\n  - id: a\n    name: x\n'],
    ['assets: ~', 'assets:\n  - id: a\n    name: x'],
    ['assets: # ここから\nsystems:\n', 'assets: # ここから\n  - id: a\n    name: x\nsystems:\n'],
    ['sekisho: 1\n', 'sekisho: 1\n\nassets:\n  - id: a\n    name: x\n'],
    ['', 'assets:\n  - id: a\n    name: x\n'],
    ['# まだない', '# まだない\n\nassets:\n  - id: a\n    name: x\n'],
  ])('that are new go into %j', async (text, expected) => {
    expect(await merged(text, { records: [] }, [row('a', { name: 'x' })])).toBe(expected);
  });

  test('that are gone are listed, again and again, and pruned where that is asked for', async () => {
    const first = await merge(undefined, undefined, rows);
    const text = first.files.get('assets') ?? '';
    const now = [rows[0], rows[2]] as NumberedRecord[];
    const gone = await merge(text, first.state, now);
    expect(gone).toMatchObject({ files: new Map(), vanished: [{ id: '戸籍', source: { row: 6 } }] });
    expect(gone.state?.records).toHaveLength(3);
    const pruned = await merge(text, gone.state, now, { prune: true });
    expect(pruned.removed).toMatchObject([{ id: '戸籍' }]);
    expect(pruned.files.get('assets')).toBe(text.replace('  - id: 戸籍\n    name: 戸籍\n\n', ''));
    expect(pruned.state?.records).toHaveLength(2);
  });

  test.each([
    ['a value', (text: string) => text.replace('name: 戸籍', 'name: 戸籍簿')],
    ['a key', (text: string) => text.replace('name: 戸籍', 'name: 戸籍\n    x-a: 1')],
    ['a comment', (text: string) => text.replace('name: 戸籍', 'name: 戸籍 # 残す')],
    ['a comment below', (text: string) => text.replace('name: 戸籍', 'name: 戸籍\n    # 残す')],
    ['a comment above', (text: string) => text.replace('  - id: 戸籍', '  # 残す\n  - id: 戸籍')],
  ])('that are gone are not pruned where people wrote %s', async (_, edit) => {
    const first = await merge(undefined, undefined, rows);
    const text = edit(first.files.get('assets') ?? '');
    const result = await merge(text, first.state, [rows[0], rows[2]] as NumberedRecord[], { prune: true });
    expect(result.conflicts).toMatchObject([{ code: 'vanished-and-edited', id: '戸籍', position: {} }]);
    expect(result.files.size).toBe(0);
  });

  test('that are gone from both are forgotten', async () => {
    const result = await merge('assets:\n', [row('住民票', juki)], [], {});
    expect(result).toMatchObject({ state: { records: [] }, vanished: [], files: new Map() });
  });

  test('with one id are refused', async () => {
    const result = await merge(undefined, undefined, [row('a', {}), row('a', {}, 6)]);
    expect(result.problems).toMatchObject([{ code: 'duplicate-id', id: 'a' }]);
  });
});

describe('a file that cannot be written into', () => {
  const base = [row('a', { name: 'x', 'classification.integrity': 2 })];
  const now = [row('a', { name: 'y', 'classification.integrity': 3 })];

  test.each([
    ['assets:\n  - id: a\n    name: "x\n', 'yaml 3:11'],
    ['assets:\n  - id: a\n\tname: x\n', 'yaml 3:1'],
    ['assets:\n  - id: a\n    name: x\n    name: x\n', 'yaml 4:5'],
    ['- id: a\n', 'no-mapping 1:1'],
    ['assets: x\n', 'no-list 1:9'],
    ['assets:\n  id: a\n', 'no-list 2:3'],
    ['assets:\n  - a\n', 'no-record 2:5'],
    ['assets:\n  - id: a\n  - id: a\n', 'duplicate-id 3:9'],
    ['assets:\n  - id: a\n    name: &n x\n    classification: { integrity: 2 }\nb: *n\n', 'anchor 3:14'],
    [
      'assets:\n  - &r\n    id: a\n    name: x\n    classification: { integrity: 2 }\nb: [*r]\n',
      'anchor 4:11',
    ],
    ['assets: &all\n  - id: a\n    name: x\n    classification: { integrity: 2 }\nb: *all\n', 'anchor 2:3'],
    ['c: &c { integrity: 2 }\nassets:\n  - id: a\n    name: x\n    classification: *c\n', 'alias 5:21'],
    ['c: &c { name: x, classification: { integrity: 2 } }\nassets:\n  - { <<: *c, id: a }\n', 'merged 3:7'],
    ['c: &c [{ id: a, name: x, classification: { integrity: 2 } }]\nassets: *c\n', 'alias 2:9'],
    ['c: &c { id: a, name: x, classification: { integrity: 2 } }\nassets:\n  - *c\n', 'alias 3:5'],
    ['assets:\n  - id: a\n    name: !!str x\n    classification: { integrity: 2 }\n', 'tag 3:17'],
    ['assets: [{ id: a, name: x, classification: { integrity: 2 } }]\n', 'flow-section 1:9'],
  ])('%j is refused: %s', async (text, expected) => {
    const { problems, files, state } = await merge(text, base, now);
    const [problem] = problems;
    const code = problem?.code === 'not-editable' ? problem.why : problem?.code;
    expect(`${code} ${problem?.position?.line}:${problem?.position?.column}`).toBe(expected);
    expect(files.size).toBe(0);
    expect(state).toBeUndefined();
  });

  test.each([
    'c: &c { name: x, classification: { integrity: 2 } }\nassets:\n  - { <<: *c, id: a }\n',
    'assets: [{ id: a, name: x, classification: { integrity: 2 } }]\n',
    '{"assets":[{"id":"a","name":"x","classification":{"integrity":2}}]}',
  ])('%j is fine as long as nothing changes', async (text) => {
    expect(await merged(text, base, base)).toBeUndefined();
  });

  test('nor is a key removed behind which a merge key has another', async () => {
    const text = 'c: &c { name: y }\nassets:\n  - { <<: *c, id: a, name: x }\n';
    const { problems } = await merge(text, [row('a', { name: 'x' })], [row('a', {})]);
    expect(problems).toMatchObject([{ code: 'not-editable', why: 'merged', id: 'a', path: 'name' }]);
  });

  test.each([
    ['  - medium: x # 済\n    name: x\n    id: a\n', '  - # 済\n    name: z\n    id: a\n'],
    ['  -\n    id: a\n    medium: x\n    name: x\n', '  -\n    id: a\n    name: z\n'],
    ['  - { medium: x, id: a, "name": \'x\', }\n', '  - { id: a, "name": \'z\', }\n'],
    ['  - id: a\n    ? name\n    : x\n    medium: |\n      x\n', '  - id: a\n    ? name\n    : z\n'],
    ['  - id: a\n    name: >-  # 畳む\n      x\n\n    medium: x', '  - id: a\n    name: z # 畳む\n'],
  ])('but %j is written into', async (text, expected) => {
    const medium = text.includes('|') ? 'x\n' : 'x';
    const now = [row('a', { name: 'z' })];
    expect(await merged(`assets:\n${text}`, [row('a', { name: 'x', medium })], now)).toBe(
      `assets:\n${expected}`,
    );
  });

  test('a key of its own is added beside a merge key', async () => {
    const text = 'c: &c { name: x }\nassets:\n  - { <<: *c, id: a }\n';
    expect(await merged(text, [row('a', { name: 'x' })], [row('a', { name: 'x', form: 'paper' })])).toBe(
      text.replace('id: a', 'id: a, form: paper'),
    );
  });

  test('a record without an id, and an id that is a number, are read as they stand', async () => {
    const text = 'assets:\n  - name: 無番\n  - id: 001\n    name: x\n';
    expect(await merged(text, [row('001', { name: 'x' })], [row('001', { name: 'z' })])).toBe(
      text.replace('x', 'z'),
    );
  });
});

describe('whatever people and the register do', () => {
  const paths = [
    'name',
    'manager',
    'form',
    'medium',
    'classification.confidentiality',
    'classification.integrity',
    'encryption.atRest',
    'copies',
    'software',
    'x-備考',
  ];
  const word = fc.constantFrom(
    '甲',
    '乙',
    'on',
    '001',
    'a: b',
    '2026-04-01',
    '丙 #',
    "d'e",
    'f"g',
    '[h',
    '多い\n行',
  );
  const values = fc.record(
    Object.fromEntries(
      paths.map((path) => [
        path,
        path === 'copies'
          ? fc.array(word, { minLength: 1, maxLength: 3 })
          : path === 'software'
            ? fc.array(fc.record({ name: word, version: word }, { requiredKeys: ['name'] }), {
                minLength: 1,
                maxLength: 3,
              })
            : path.startsWith('classification')
              ? fc.integer({ min: 1, max: 3 })
              : path.startsWith('encryption')
                ? fc.boolean()
                : word,
      ]),
    ),
    { requiredKeys: [] },
  );
  const ids = ['一', '二', '三', '四', '5'];
  const register = fc.uniqueArray(fc.record({ id: fc.constantFrom(...ids), values }), {
    selector: ({ id }) => id,
    maxLength: 5,
  });
  const rowsOf = (records: readonly { id: string; values: object }[]) =>
    records.map((record, index) => row(record.id, record.values as Record<string, unknown>, index + 5));

  /** Comments, blank lines and keys that people put behind lines of a file. */
  const additions = fc.array(
    fc.record({ at: fc.nat(60), what: fc.constantFrom('comment', 'blank', 'behind', 'key', 'crlf', 'bom') }),
    { maxLength: 8 },
  );

  function decorate(text: string, edits: readonly { at: number; what: string }[]): string {
    let lines = text.split('\n');
    for (const [count, { at, what }] of edits.entries()) {
      const index = 4 + (at % Math.max(1, lines.length - 5));
      const line = lines[index] ?? '';
      const isKey = /^ {4}[^ ]/.test(line);
      if (what === 'comment') lines.splice(index, 0, `${' '.repeat(at % 7)}# 注${count}`);
      if (what === 'blank') lines.splice(index, 0, '');
      if (what === 'behind' && line.trim() !== '' && !line.includes('#'))
        lines[index] = `${line}   # 済${count}`;
      if (what === 'key' && isKey && !line.trim().startsWith('#'))
        lines.splice(index, 0, `    x-人${count}: ${at}`);
    }
    if (edits.some(({ what }) => what === 'crlf'))
      lines = lines.map((line, index) => (index < lines.length - 1 ? `${line}\r` : line));
    return (edits.some(({ what }) => what === 'bom') ? '\uFEFF' : '') + lines.join('\n');
  }

  async function recordsOf(text: string | undefined): Promise<Record<string, Record<string, unknown>>> {
    const yaml = await parse(text ?? '');
    expect(yaml.problems).toEqual([]);
    const list = (yaml.documents[0]?.value as { assets?: { id: string }[] } | undefined)?.assets ?? [];
    return Object.fromEntries(list.map((record) => [record.id, record as Record<string, unknown>]));
  }

  /** A record without what people added, its values by their paths. */
  function imported(record: Record<string, unknown> | undefined): Record<string, unknown> {
    const flat = Object.entries(record ?? {}).flatMap(([key, value]) =>
      key === 'classification' || key === 'encryption'
        ? Object.entries(value as object).map(([inner, item]) => [`${key}.${inner}`, item])
        : [[key, value]],
    );
    return Object.fromEntries(flat.filter(([key]) => paths.includes(key as string)));
  }

  const remarks = (text: string) => [...text.matchAll(/# [注済]\d+/g)].map(([remark]) => remark).sort();
  const ownKeys = (text: string) => [...text.matchAll(/x-人\d+: \d+/g)].map(([key]) => key).sort();

  test('the register is what the inventory says, and all that people added is there', async () => {
    await fc.assert(
      fc.asyncProperty(register, register, additions, async (before, after, edits) => {
        const first = await merge(undefined, undefined, rowsOf(before));
        const text = decorate(first.files.get('assets') ?? '', before.length === 0 ? [] : edits);
        const result = await merge(before.length === 0 ? undefined : text, first.state, rowsOf(after));
        expect(result.conflicts).toEqual([]);
        expect(result.problems).toEqual([]);
        const now = result.files.get('assets') ?? text;
        const records = await recordsOf(now);
        for (const { id, values } of after) expect(imported(records[id])).toEqual(values);
        for (const { id, values } of before) {
          if (!after.some((other) => other.id === id)) expect(imported(records[id])).toEqual(values);
        }
        expect(remarks(now)).toEqual(remarks(text));
        expect(ownKeys(now)).toEqual(ownKeys(text));
        expect(now.includes('\r')).toBe(text.includes('\r'));
        expect(now.startsWith('\uFEFF')).toBe(text.startsWith('\uFEFF'));
        if (text.includes('\r')) expect(/(?<!\r)\n/.test(now)).toBe(false);
        // Once more, nothing changes, and the state comes back from its file as it was.
        const state = readState(writeState(result.state as ImportState));
        const again = await merge(now, 'state' in state ? state.state : undefined, rowsOf(after));
        expect(again).toMatchObject({ files: new Map(), conflicts: [], problems: [], changed: [], kept: [] });
        expect(writeState(again.state as ImportState)).toBe(writeState(result.state as ImportState));
      }),
      { numRuns: Math.ceil(700 * share) },
    );
  });

  test('lines that hold no changed value stay as they are, in their order', async () => {
    await fc.assert(
      fc.asyncProperty(register, fc.nat(), word, additions, async (before, chosen, to, edits) => {
        fc.pre(before.length > 0);
        const first = await merge(undefined, undefined, rowsOf(before));
        const text = decorate(first.files.get('assets') ?? '', edits);
        const index = chosen % before.length;
        const after = before.map((record, at) =>
          at === index ? { ...record, values: { ...record.values, medium: to } } : record,
        );
        const result = await merge(text, first.state, rowsOf(after));
        const now = (result.files.get('assets') ?? text).split('\n');
        const old = text.split('\n');
        const differing = old.filter((line, at) => now.length === old.length && line !== now[at]);
        if (now.length === old.length) expect(differing.length).toBeLessThanOrEqual(1);
        else
          expect(now.filter((line) => !/^ {4}medium: /.test(line)).length).toBe(
            old.filter((line) => !/^ {4}medium: /.test(line)).length,
          );
      }),
      { numRuns: Math.ceil(1000 * share) },
    );
  });

  test('people and the register that change different fields both have their way; the same field is a conflict', async () => {
    await fc.assert(
      fc.asyncProperty(register, register, register, async (before, people, after) => {
        const first = await merge(undefined, undefined, rowsOf(before));
        if (before.length === 0) return;
        // People write their version by hand: another import into an empty folder.
        const theirs = (await merge(undefined, undefined, rowsOf(people))).files.get('assets') ?? 'assets:\n';
        const result = await merge(theirs, first.state, rowsOf(after));
        const written = await recordsOf(theirs);
        if (result.conflicts.length > 0) {
          expect(result.files.size).toBe(0);
          return;
        }
        expect(result.problems).toEqual([]);
        const records = await recordsOf(result.files.get('assets') ?? theirs);
        for (const { id, values } of after) {
          const base = before.find((record) => record.id === id)?.values as
            | Record<string, unknown>
            | undefined;
          if (written[id] === undefined && base !== undefined) {
            expect(records[id]).toBeUndefined();
            continue;
          }
          for (const path of paths) {
            const register = (values as Record<string, unknown>)[path];
            const own = imported(written[id])[path];
            const isUnchanged = JSON.stringify(register) === JSON.stringify(base?.[path]);
            expect(imported(records[id])[path]).toEqual(isUnchanged ? own : register);
          }
        }
        for (const id of Object.keys(written)) {
          if (!after.some((record) => record.id === id)) expect(records[id]).toEqual(written[id]);
        }
      }),
      { numRuns: Math.ceil(700 * share) },
    );
  });
});
