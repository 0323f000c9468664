import { describe, expect, it } from 'vitest';
import { sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';

interface Finding {
  readonly ruleId: string;
  readonly verdict: string;
  readonly message: string;
  readonly remedy: string;
  readonly record: { readonly id: string };
  readonly location: { readonly pointer: string; readonly line: number; readonly column: number };
  readonly cause?: string;
  readonly clauses: readonly { readonly ref: string }[];
}

/** A policy with one rule of its own, written in one line each: what it applies to, and what it asks. */
function policy(rule: string, more = ''): string {
  return `id: sekisho-city
title: 関所市情報セキュリティ対策基準
scales:
  confidentiality: [{ level: Ⅰ, means: 3 }, { level: Ⅱ, means: 2 }, { level: Ⅲ, means: 1 }]
layers:
  - { id: school, name: 校務系, treatedAs: lgwan }
fields:
  assets: { x-checked: date, x-places: list, x-how: [鍵付き, 金庫], x-count: integer, x-maker: string, x-checker: string }
rules:
  - id: own/asked
    title: 求めること
    message: 求めることを満たしていません
    remedy: 満たすようにしてください。
    ${rule}
    examples: { pass: {}, fail: {}, unknown: {} }
clauses:
  - { ref: "1", title: 条項, summary: 要旨, modality: must, rules: [{ id: own/asked, basis: stated }] }
${more}`;
}

async function judge(rule: string, inventory: string, argv: readonly string[] = []): Promise<Finding[]> {
  const files = { 'a.yaml': inventory, 'own.policy.yaml': policy(rule) };
  return inFolder(files, async (directory) => {
    const run = await sekisho(
      ['check', 'a.yaml', '-p', './own.policy.yaml', '--as-of', '2026-11-20', '-f', 'json', ...argv],
      { directory },
    );
    expect(run.stderr).toBe('');
    const { findings } = JSON.parse(run.stdout) as { findings: Finding[] };
    return findings.filter(({ ruleId }) => ruleId === 'own/asked');
  });
}

/** What is told, each with its record and its place: `b fail storage/locked 3`. */
const brief = (findings: readonly Finding[]) =>
  findings.map(({ record, verdict, location: { pointer, line } }) => {
    const field = pointer.split('/').slice(3).join('/');
    return [record.id, verdict, ...(field === '' ? [] : [field]), String(line)].join(' ');
  });

const asset = (id: string, fields: string) => `  - { id: ${id}, name: ${id}, ${fields} }\n`;
const assets = (...fields: readonly string[]) =>
  `assets:\n${fields.map((one, index) => asset(String.fromCharCode(97 + index), one)).join('')}`;

describe('a test of the division', () => {
  const organization =
    'organization:\n  name: 関所市\n  divisions:\n    - { id: citizens, name: 市民課 }\n    - { name: 税務課 }\n';
  it.each([
    ['{ $division: 市民課 }', ['c fail division 9', 'd unknown division 10']],
    ['{ $division: [citizens] }', ['c fail division 9', 'd unknown division 10']],
    ['{ $division: { not: 税務課 } }', ['c fail division 9', 'd unknown division 10']],
    ['{ $division: { present: true } }', ['d fail division 10']],
  ])('require: %s takes its id and its name for the same', async (require, told) => {
    const records = assets('division: citizens', 'division: 市民課', 'division: 税務課', 'form: paper');
    expect(
      brief(await judge(`appliesTo: assets\n    require: ${require}`, `${organization}${records}`)),
    ).toEqual(told);
  });
});

describe('a test of a field', () => {
  it.each<[rule: string, told: string[], ...fields: string[]]>([
    [
      'require: { storage.locked: true }',
      ['b fail storage/locked 3', 'c unknown storage/locked 4'],
      'storage: { locked: true }',
      'storage: { locked: false }',
      'storage: {}',
    ],
    [
      'require: { form: [electronic, media] }',
      ['b fail form 3', 'c unknown form 4'],
      'form: media',
      'form: paper',
      'affairs: 税務',
    ],
    ['require: { form: { not: paper } }', ['b fail form 3'], 'form: media', 'form: paper'],
    [
      'require: { storage: { present: true } }',
      ['b fail storage 3'],
      'storage: { locked: true }',
      'form: paper',
    ],
    [
      'require: { x-count: { atLeast: 2, atMost: 3 } }',
      ['a fail x-count 2', 'c fail x-count 4'],
      'x-count: 1',
      'x-count: 2',
      'x-count: 4',
    ],
    [
      'require: { x-checked: { within: P6M } }',
      ['b fail x-checked 3', 'c unknown x-checked 4', 'd unknown x-checked 5'],
      'x-checked: 令和8年11月1日',
      'x-checked: 令和8年1月1日',
      'x-checked: いつか',
      'x-checked: 2027-01-01',
    ],
    [
      'require: { x-checked: { within: fiscal-year } }',
      ['b fail x-checked 3'],
      'x-checked: 2025-04-01',
      'x-checked: 2025-03-31',
    ],
    [
      'require: { x-checked: { notPast: true } }',
      ['b fail x-checked 3'],
      'x-checked: 2026-11-20',
      'x-checked: 2026-11-19',
    ],
    [
      'require: { contains: { covers: [my-number, personal-information] } }',
      ['b fail contains 3'],
      'contains: [my-number, personal-information]',
      'contains: [my-number]',
    ],
    [
      'require: { contains: { some: [my-number] } }',
      ['b fail contains 3', 'c unknown contains 4'],
      'contains: [my-number]',
      'contains: []',
      'form: paper',
    ],
    [
      'require: { x-places: { each: [本庁, 支所] } }',
      ['b fail x-places 3'],
      'x-places: [本庁]',
      'x-places: [本庁, 自宅]',
    ],
    [
      'require: { x-how: 金庫 }',
      ['b fail x-how 3', 'c unknown x-how 4'],
      'x-how: 金庫',
      'x-how: 鍵付き',
      'x-how: 机の上',
    ],
    [
      'require: { x-maker: { differsFrom: x-checker } }',
      ['b fail x-maker 3', 'c unknown x-checker 4'],
      'x-maker: 課長, x-checker: 税務',
      'x-maker: 税 務, x-checker: 税務',
      'x-maker: 課長',
    ],
    [
      'require: { $level.confidentiality: { atLeast: Ⅱ } }',
      ['b fail classification/confidentiality 3', 'c unknown classification/confidentiality 4'],
      'classification: { confidentiality: Ⅱ }',
      'classification: { confidentiality: Ⅲ }',
      'form: paper',
    ],
    [
      'require: { any: [{ form: paper }, { storage.locked: true }] }',
      ['b fail form 3', 'c unknown storage/locked 4'],
      'form: media, storage: { locked: true }',
      'form: media, storage: { locked: false }',
      'form: media',
    ],
    ['require: { not: { form: paper } }', ['b fail form 3'], 'form: media', 'form: paper'],
    [
      'require: { form: paper, storage.locked: true }',
      ['b fail form 3', 'b fail storage/locked 3', 'c fail form 4', 'd unknown storage/locked 5'],
      'form: paper, storage: { locked: true }',
      'form: media, storage: { locked: false }',
      'form: media',
      'form: paper',
    ],
    [
      'when: { form: paper }\n    require: { storage.locked: true }',
      ['b fail storage/locked 3', 'c unknown form 4'],
      'form: media, storage: { locked: false }',
      'form: paper, storage: { locked: false }',
      'storage: { locked: false }',
      'storage: { locked: true }',
    ],
  ])('%s', async (rule, told, ...fields) => {
    expect(brief(await judge(`appliesTo: assets\n    ${rule}`, assets(...fields)))).toEqual(told);
  });
});

it('does not take a yes for a day', async () => {
  const inventory = `violations:
  - { id: a, name: a, correctiveAction: true }
  - { id: b, name: b, correctiveAction: 2026-11-01 }
  - { id: c, name: c, correctiveAction: false }
`;
  const rule = 'appliesTo: violations\n    require: { correctiveAction: { within: P6M } }';
  expect(brief(await judge(rule, inventory))).toEqual([
    'a unknown correctiveAction 2',
    'c fail correctiveAction 4',
  ]);
  const yes = 'appliesTo: violations\n    require: { correctiveAction: true }';
  expect(brief(await judge(yes, inventory))).toEqual(['c fail correctiveAction 4']);
});

describe('a condition on other records', () => {
  it('asks the items of a list, at the place of the item', async () => {
    const inventory = assets(
      'copies: [{ name: 控え1, manager: 課長 }, { name: 控え2, manager: false }, { name: 控え3 }]',
      'copies: [{ name: 控え1, manager: 課長 }, { name: 控え2 }]',
      'copies: []',
    );
    const rule = 'appliesTo: assets\n    require: { copies: { each: { manager: { not: false } } } }';
    expect(brief(await judge(rule, inventory))).toEqual([
      'a fail copies/1/manager 2',
      'b unknown copies/1/manager 3',
    ]);
  });

  it('asks the record that a field names, and for its fact where that is not stated', async () => {
    const inventory = `${assets('system: 窓口', 'system: 倉庫', 'system: 無記入', 'system: 無い')}systems:
  - { id: 窓口, name: 窓口システム, accessControl: true }
  - { id: 倉庫, name: 倉庫システム, accessControl: false }
  - { id: 無記入, name: 無記入システム }
`;
    const rule =
      'appliesTo: assets\n    require: { system: { refersTo: { section: systems, where: { accessControl: true } } } }';
    const findings = await judge(rule, inventory);
    expect(brief(findings)).toEqual(['b fail system 3', 'c unknown system 4']);
    expect(findings[1]?.cause).toBe('fact systems/無記入.accessControl');
    expect(findings[1]?.message).toContain('「無記入システム」の accessControl が台帳に書かれていません');
  });

  it('asks what a system carries, and does not take an unwritten asset for none', async () => {
    const inventory = (complete: string) => `organization: { name: 関所市${complete} }
${assets('system: 住基, contains: [my-number]', 'system: 広報, contains: []')}systems:
  - { id: 住基, name: 住基, accessControl: false }
  - { id: 広報, name: 広報, accessControl: false }
  - { id: 空, name: 空, accessControl: false }
`;
    const rule =
      'appliesTo: systems\n    when: { $carries: { some: my-number } }\n    require: { accessControl: true }';
    expect(brief(await judge(rule, inventory('')))).toEqual(['住基 fail accessControl 6', '空 unknown 8']);
    expect(brief(await judge(rule, inventory(', complete: [assets]')))).toEqual([
      '住基 fail accessControl 6',
    ]);
  });

  it('asks for the layer by the name that the body has for it', async () => {
    const inventory = `segments:
  - { id: a, name: A, layer: 校務系, filtered: false }
  - { id: b, name: B, layer: internet }
systems:
  - { id: 校務, name: 校務, segments: [a], accessControl: false }
  - { id: 公開, name: 公開, segments: [b], accessControl: false }
  - { id: 不明, name: 不明, accessControl: false }
`.replace(', filtered: false', '');
    const rule = 'appliesTo: systems\n    when: { $layers: 校務系 }\n    require: { accessControl: true }';
    expect(brief(await judge(rule, inventory))).toEqual([
      '校務 fail accessControl 5',
      '不明 unknown segments 7',
    ]);
  });
});

describe('what the body as a whole must have', () => {
  const rule = 'exists: { section: documents, where: { type: procedures }, within: fiscal-year }';
  const body = (complete = '') => `organization: { name: 関所市${complete} }\n`;

  it.each<[told: string[], inventory: string]>([
    [[], `${body()}documents: [{ id: d, name: 規程, type: procedures, adopted: 2026-04-01 }]\n`],
    [
      [],
      `${body()}documents: [{ id: d, name: 規程, type: procedures, adopted: 2016-04-01, reviewed: 2026-04-01 }]\n`,
    ],
    [['関所市 unknown 1'], `${body()}documents: [{ id: d, name: 規程, type: procedures }]\n`],
    [
      ['関所市 unknown 1'],
      `${body()}documents: [{ id: d, name: 規程, type: procedures, adopted: 2016-04-01 }]\n`,
    ],
    [['関所市 unknown 1'], `${body()}documents: [{ id: d, name: 規程, adopted: 2026-04-01 }]\n`],
    [
      ['関所市 unknown 1'],
      `${body()}documents: [{ id: d, name: 規程, type: basic-policy, adopted: 2026-04-01 }]\n`,
    ],
    [
      ['関所市 fail 1'],
      `${body(', complete: [documents]')}documents: [{ id: d, name: 規程, type: basic-policy }]\n`,
    ],
    [
      ['関所市 fail 1'],
      `${body(', complete: [documents]')}documents: [{ id: d, name: 規程, type: procedures, adopted: 2016-04-01, reviewed: false }]\n`,
    ],
    [['関所市 fail 1'], `${body()}documents: []\n`],
    [['関所市 unknown 1'], body()],
  ])('%j for %s', async (told, inventory) => {
    expect(brief(await judge(rule, inventory)).map((one) => one.replace(/\d+$/, '1'))).toEqual(told);
  });

  it('says it in the words of the body', async () => {
    const [finding] = await judge(rule, `${body()}documents: []\n`);
    expect(finding?.message).toBe('「関所市」は求めることを満たしていません。');
    expect(finding?.clauses).toMatchObject([{ ref: '1' }]);
  });
});

it('lets the configuration and the clause set a parameter', async () => {
  const rule =
    'appliesTo: assets\n    require: { x-checked: { within: $maxAge } }\n    parameters: { maxAge: P6M }';
  const files = {
    'a.yaml': assets('x-checked: 2026-02-01'),
    'own.policy.yaml': policy(rule),
    'sekisho.config.yaml': 'parameters: { own/asked: { maxAge: P12M } }\n',
  };
  const codes = async (changed: Partial<typeof files>) =>
    inFolder({ ...files, ...changed } as Record<string, string>, async (directory) => {
      const run = await sekisho(['check', 'a.yaml', '-p', './own.policy.yaml', '--as-of', '2026-11-20'], {
        directory,
      });
      return run.code;
    });
  const loose = { 'sekisho.config.yaml': '' };
  expect(await codes({})).toBe(0);
  expect(await codes(loose)).toBe(1);
  const stated = files['own.policy.yaml'].replace(
    'basis: stated',
    'basis: stated, parameters: { maxAge: null }',
  );
  expect(await codes({ ...loose, 'own.policy.yaml': stated })).toBe(0);
});
