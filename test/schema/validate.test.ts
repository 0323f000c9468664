import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inventoryShape } from '../../generated/shapes.ts';
import { validateInventory } from '../../generated/validators/inventory.js';
import { isOpenWord } from '../../src/schema/open-words.ts';
import type { SchemaProblem } from '../../src/schema/problem.ts';
import type { Shape } from '../../src/schema/shape.ts';
import { suggest } from '../../src/schema/suggest.ts';
import { takeOut, validate } from '../../src/schema/validate.ts';
import { load } from '../support/load.ts';

/** How many of the made-up inputs are tried: some in each run of all tests, all where SEKISHO_FULL asks for the long form. */
const share = (process.env['SEKISHO_FULL'] ?? '') === '' ? 0.3 : 1;

/** What is wrong with a text as inventory: place, path, code, and what the reader would be told to write. */
async function problemsOf(text: string): Promise<string[]> {
  const { files } = await load({ 'inventory.yaml': text });
  return files.flatMap(({ yaml, problems }) =>
    problems.map((found) => {
      const { line, column } = yaml.source.position(found.start);
      const place = `${line}:${column}`;
      if (found.kind !== 'schema') return `${place} ${found.kind}`;
      const { problem } = found;
      const path = problem.path.join('/');
      const key = 'key' in problem ? ` ${problem.key}` : '';
      const written = 'written' in problem ? ` ${problem.written}` : '';
      const suggestion = 'suggestion' in problem ? ` → ${problem.suggestion}` : '';
      return `${place} ${path} ${problem.code}${key}${written}${suggestion}`;
    }),
  );
}

/** What is left of a text's first document after it was mended. */
async function mended(text: string): Promise<unknown> {
  const { files } = await load({ 'inventory.yaml': text });
  return files[0]?.yaml.documents[0]?.value;
}

/** One asset with the given fields, on the lines from the fourth. */
function asset(...lines: string[]): string {
  return ['assets:', '  - id: a', '    name: A', ...lines.map((line) => `    ${line}`), ''].join('\n');
}

describe('a text field takes the text as it is written', () => {
  test.each([
    '001',
    '1.10',
    '0x1F',
    '0o17',
    '1e3',
    '+5',
    '-0',
    '.5',
    '.inf',
    '.NaN',
    'true',
    'False',
    '12345678901234567890',
    '2026-04-01',
  ])('%s', async (written) => {
    const text = `assets:\n  - { id: ${written}, name: ${written}, notes: ${written} }\n`;
    expect(await problemsOf(text)).toEqual([]);
    expect(await mended(text)).toEqual({ assets: [{ id: written, name: written, notes: written }] });
  });

  test('within lists, and in a list or a text alike', async () => {
    expect(await mended('systems:\n  - { id: 1, name: s, addresses: [10, 1.10, 010] }\n')).toEqual({
      systems: [{ id: '1', name: 's', addresses: ['10', '1.10', '010'] }],
    });
    expect(await mended('organization: { name: o, policy: 007 }\n')).toEqual({
      organization: { name: 'o', policy: '007' },
    });
  });

  test('behind a tag, an anchor, an alias and a merge', async () => {
    const text = `x-code: &code 001
x-more: &more { manager: 007, medium: *code }
assets:
  - { id: *code, name: !!int 1.0, <<: *more }
  - { id: &other 0x2, name: *other }
`;
    expect(await problemsOf(text)).toEqual([]);
    expect(await mended(text)).toMatchObject({
      assets: [
        { id: '001', name: '1.0', manager: '007', medium: '001' },
        { id: '0x2', name: '0x2' },
      ],
    });
  });

  test('while a level may be a number or a text, and a number stays one', async () => {
    const text = asset('classification: { confidentiality: 2, integrity: "2", availability: 3A }');
    expect(await problemsOf(text)).toEqual([]);
    expect(await mended(text)).toMatchObject({
      assets: [{ classification: { confidentiality: 2, integrity: '2', availability: '3A' } }],
    });
  });

  test('and a problem beside it is still found', async () => {
    expect(await problemsOf('assets:\n  - { id: 001, name: 2, form: 3 }\n')).toEqual([
      '2:31 assets/0/form not-listed 3',
    ]);
    expect(await mended('assets:\n  - { id: 001, name: 2, form: 3 }\n')).toEqual({
      assets: [{ id: '001', name: '2' }],
    });
  });
});

describe('an unknown key is named at its place, with the one that is meant', () => {
  test.each<[string, string, string[]]>([
    ['misspelt', asset('manger: x'), ['4:5 assets/0 unknown-key manger → manager']],
    ['in another case', asset('Manager: x'), ['4:5 assets/0 unknown-key Manager → manager']],
    ['full-width', asset('ｍａｎａｇｅｒ: x'), ['4:5 assets/0 unknown-key ｍａｎａｇｅｒ → manager']],
    ['in quotes', asset('"manger": x'), ['4:5 assets/0 unknown-key manger → manager']],
    [
      'with hyphens',
      asset('business-purpose: x'),
      ['4:5 assets/0 unknown-key business-purpose → businessPurpose'],
    ],
    ['unlike any', asset('färbe: x'), ['4:5 assets/0 unknown-key färbe']],
    ['in Japanese', asset('管理者: x'), ['4:5 assets/0 unknown-key 管理者']],
    [
      'in a nested mapping',
      asset('storage: { lockd: true }'),
      ['4:16 assets/0/storage unknown-key lockd → locked'],
    ],
    ['of a section', 'asets:\n  - id: a\n    name: A\n', ['1:1  unknown-key asets → assets']],
    [
      'of a section in Japanese, twice',
      '情報資産:\n  - id: a\n資産:\n  - id: b\n    nmae: B\n',
      ['1:1  unknown-key 情報資産', '2:5 情報資産/0 missing-key name', '3:1  unknown-key 資産'],
    ],
    ['named __proto__', asset('__proto__: x'), ['4:5 assets/0 unknown-key __proto__']],
    ['named constructor', asset('constructor: x'), ['4:5 assets/0 unknown-key constructor']],
    ['empty', asset('"": x'), ['4:5 assets/0 unknown-key ']],
  ])('%s', async (_, text, problems) => {
    expect(await problemsOf(text)).toEqual(problems);
  });

  test('and is gone from the record', async () => {
    expect(await mended(asset('manger: x', 'medium: y'))).toEqual({
      assets: [{ id: 'a', name: 'A', medium: 'y' }],
    });
  });

  test('unless it begins with x-, wherever', async () => {
    const text = `x-note: [1, { any: thing }]
organization: { name: O, x-note: 1, agencies: [{ id: g, name: G, x-note: 2 }] }
assets:
  - { id: a, name: A, x-メモ: 3, storage: { x-note: { deep: true } }, evidence: [{ path: p, x-note: 4 }] }
`;
    expect(await problemsOf(text)).toEqual([]);
  });
});

describe('a value of the wrong kind is named, with what to write', () => {
  test.each<[string, string, string]>([
    ['yes', asset('storage: { locked: yes }'), '4:24 assets/0/storage/locked type yes → true'],
    ['可', asset('storage: { locked: 可 }'), '4:24 assets/0/storage/locked type 可 → true'],
    ['ＮＯ', asset('storage: { locked: ＮＯ }'), '4:24 assets/0/storage/locked type ＮＯ → false'],
    ['1', asset('storage: { locked: 1 }'), '4:24 assets/0/storage/locked type 1 → true'],
    ['"true"', asset('storage: { locked: "true" }'), '4:24 assets/0/storage/locked type "true" → true'],
    ['a text', asset('storage: { locked: 金庫 }'), '4:24 assets/0/storage/locked type 金庫'],
    ['a requirement', asset('encryption: { atRest: 要 }'), '4:27 assets/0/encryption/atRest undecided 要'],
    ['a plan', asset('storage: { locked: 検討中 }'), '4:24 assets/0/storage/locked undecided 検討中'],
    ['a plan for a text or no', asset('manager: 検討中'), '4:14 assets/0/manager undecided 検討中'],
    [
      'a text in a block',
      asset('storage:', '  locked: |', '    可'),
      '5:15 assets/0/storage/locked type 可 → true',
    ],
    ['true for a text or no', asset('manager: true'), '4:14 assets/0/manager type true'],
    [
      'a text for a number',
      'staffGroups:\n  - { id: a, name: A, headcount: 3人 }\n',
      '2:34 staffGroups/0/headcount type 3人',
    ],
    [
      'a fraction for a whole number',
      'staffGroups:\n  - { id: a, name: A, headcount: 1.5 }\n',
      '2:34 staffGroups/0/headcount type 1.5',
    ],
    [
      'less than none',
      'staffGroups:\n  - { id: a, name: A, headcount: -1 }\n',
      '2:34 staffGroups/0/headcount value -1',
    ],
    ['a text for a mapping', asset('storage: 施錠'), '4:14 assets/0/storage type 施錠'],
    ['a mapping for a text', asset('notes: { a: 1 }'), '4:12 assets/0/notes type { a: 1 }'],
    ['a list for a text', asset('notes: [a]'), '4:12 assets/0/notes type [a]'],
    [
      'a text for a list',
      'systems:\n  - { id: a, name: A, addresses: 10.0.0.1 }\n',
      '2:34 systems/0/addresses type 10.0.0.1 → [10.0.0.1]',
    ],
    ['a mapping for a section', 'assets: { id: a, name: A }\n', '1:9 assets type { id: a, name: A }'],
    ['a list for the organization', 'organization:\n  - name: O\n', '2:3 organization type - name: O'],
    ['a list for a document', '- id: a\n', '1:1  type - id: a'],
    ['a text for a document', 'assets：\n', '1:1  type assets：'],
    ['a list for a choice', asset('form: [paper]'), '4:11 assets/0/form type [paper]'],
    ['a choice that is misspelt', asset('form: papper'), '4:11 assets/0/form not-listed papper → paper'],
    ['a choice in another case', asset('form: Paper'), '4:11 assets/0/form not-listed Paper → paper'],
    ['a choice misspelt in quotes', asset('form: "papre"'), '4:11 assets/0/form not-listed "papre" → paper'],
    ['a choice that is none', asset('form: 石'), '4:11 assets/0/form not-listed 石'],
    ['a choice that is nearly one', asset('form: 紙文章'), '4:11 assets/0/form not-listed 紙文章 → paper'],
    [
      'a choice misspelt in a block',
      asset('form: |-', '  papre'),
      '4:11 assets/0/form not-listed papre → paper',
    ],
    ['another version of the vocabulary', 'sekisho: 2\n', '1:10 sekisho not-listed 2 → 1'],
    [
      'a hash that is none',
      asset('evidence: [{ sha256: abc }]'),
      '4:26 assets/0/evidence/0/sha256 value abc',
    ],
  ])('%s', async (_, text, problem) => {
    expect(await problemsOf(text)).toEqual([problem]);
  });

  test('the choices are all there to be shown', async () => {
    const { files } = await load({ 'inventory.yaml': asset('form: 石') });
    expect(files[0]?.problems).toMatchObject([
      { problem: { allowed: ['electronic', 'paper', 'media', 'system-document'] } },
    ]);
  });
});

describe('a date that is none is named, with the day that is meant', () => {
  const document = (field: string) => `documents:\n  - { id: a, name: A, ${field} }\n`;

  test.each<[string, string]>([
    ['2026/4/1', ' → 2026-04-01'],
    ['2026.04.01', ' → 2026-04-01'],
    ['2026/4', ' → 2026-04'],
    ['2026.10', ' → 2026-10'],
    ['2026年', ''],
    ['令和8年', ''],
    ['2026-13', ''],
    ['R8.13', ''],
    ['２０２６／４／１', ' → 2026-04-01'],
    ['"2026/4/1"', ' → 2026-04-01'],
    ['2026-4-1', ' → 2026-04-01'],
    ['2026-02-30', ''],
    ['2026/2/30', ''],
    ['令和8年13月1日', ''],
    ['令和0年4月1日', ''],
    ['20260401', ' → 2026-04-01'],
    ['2026', ''],
    ['true', ''],
    ['実施中', ''],
  ])('%s', async (written, suggestion) => {
    expect(await problemsOf(document(`reviewed: ${written}`))).toEqual([
      `2:33 documents/0/reviewed date ${written}${suggestion}`,
    ]);
    expect(await mended(document(`reviewed: ${written}`))).toEqual({ documents: [{ id: 'a', name: 'A' }] });
  });

  test.each([
    '2026-04-01',
    '2026年4月1日',
    '令和8年4月1日',
    'R8.4.1',
    '"2026-04-01"',
    'false',
    '2026-04',
    '令和8年4月',
    'R8.4',
    '令和7年度',
    '2025年度',
  ])('%s is one', async (written) => {
    expect(await problemsOf(document(`reviewed: ${written}`))).toEqual([]);
  });

  test.each<[field: string, section: string]>([
    ['approved', 'exceptions'],
    ['starts', 'exceptions'],
    ['expires', 'exceptions'],
    ['date', 'attestations'],
    ['validUntil', 'attestations'],
    ['detected', 'incidents'],
    ['detected', 'violations'],
  ])('a month or a fiscal year is none where the day is needed, in %s of %s', async (field, section) => {
    for (const written of ['2026-04', '令和7年度', '2026/4'])
      expect(await problemsOf(`${section}:\n  - { id: a, ${field}: ${written} }\n`)).toEqual([
        `2:${16 + field.length} ${section}/0/${field} date ${written}`,
      ]);
  });

  test('false is no date where a day is required', async () => {
    expect(await problemsOf('audits:\n  - { id: a, date: false }\n')).toEqual([
      '2:20 audits/0/date date false',
    ]);
  });
});

describe('a required field that is missing is named', () => {
  test.each<[string, string, string[]]>([
    [
      'at the record',
      'assets:\n  - notes: x\n',
      ['2:5 assets/0 missing-key id', '2:5 assets/0 missing-key name'],
    ],
    [
      'at its key with nothing after it',
      'assets:\n  - id: a\n    name:\n',
      ['3:5 assets/0 missing-key name'],
    ],
    ['at the blanks in its place', 'assets:\n  - name: A\n    id: "　"\n', ['3:9 assets/0 missing-key id']],
    ['at the organization', 'organization:\n  code: 1\n', ['2:3 organization missing-key name']],
    [
      'at the item of a nested list',
      'organization:\n  name: O\n  agencies:\n    - organ: mayor\n      id: g\n',
      ['4:7 organization/agencies/0 missing-key name'],
    ],
    [
      'at the braces of a record',
      'assets: [{}]\n',
      ['1:10 assets/0 missing-key id', '1:10 assets/0 missing-key name'],
    ],
  ])('%s', async (_, text, problems) => {
    expect(await problemsOf(text)).toEqual(problems);
  });

  test('but not of a section, or an organization, with nothing in it', async () => {
    expect(await problemsOf('organization:\nassets:\nsystems: ~\nsegments: []\n')).toEqual([]);
    expect(await mended('organization:\nassets:\nsystems: ~\nsegments: []\n')).toEqual({ segments: [] });
  });

  test('and the rest of its record stays', async () => {
    expect(await mended('assets:\n  - notes: x\n')).toEqual({ assets: [{ notes: 'x' }] });
  });
});

describe('what is wrong counts as not stated', () => {
  test('a wrong item takes its list along, which would answer for less than was written', async () => {
    const text = asset('contains: [my-number, nonsense]', 'affairs: [other]');
    expect(await problemsOf(text)).toEqual(['4:27 assets/0/contains/1 not-listed nonsense']);
    expect(await mended(text)).toEqual({ assets: [{ id: 'a', name: 'A', affairs: ['other'] }] });
  });

  test('a wrong field of an item leaves the list', async () => {
    const text = asset('evidence: [{ path: p, date: 2026/13/1 }]');
    expect(await mended(text)).toMatchObject({ assets: [{ evidence: [{ path: 'p' }] }] });
  });

  test('a wrong record goes, and the others of its section stay', async () => {
    const text = 'assets:\n  - { id: a, name: A }\n  - 印鑑\n  - { id: c, name: C }\n';
    expect(await problemsOf(text)).toEqual(['3:5 assets/1 type 印鑑']);
    const inventory = await load({ 'inventory.yaml': text });
    expect(inventory.records('assets').map(({ id }) => id)).toEqual(['a', 'c']);
    expect(inventory.entries('assets').map(({ base }) => base)).toEqual([
      ['assets', 0],
      ['assets', 2],
    ]);
  });

  test('several problems of one record are all named, in the order of their places', async () => {
    expect(await problemsOf(asset('form: x', 'foo: 1', 'storage: { locked: x, bar: 2 }'))).toEqual([
      '4:11 assets/0/form not-listed x',
      '5:5 assets/0 unknown-key foo',
      '6:24 assets/0/storage/locked type x',
      '6:27 assets/0/storage unknown-key bar',
    ]);
  });
});

describe('a problem is reported once', () => {
  test('of a record that stands behind aliases, at the record', async () => {
    const text = 'assets:\n  - &a { id: a, foo: 1 }\n  - *a\n  - *a\n';
    expect(await problemsOf(text)).toEqual([
      '2:8 assets/0 missing-key name',
      '2:17 assets/0 unknown-key foo',
    ]);
  });

  test('of a record that only aliases bring in, at the first of them', async () => {
    const text = 'x-a: &a { notes: 1, foo: 1 }\nassets: [*a, *a]\n';
    expect(await problemsOf(text)).toEqual([
      '2:10 assets/0 missing-key id',
      '2:10 assets/0 missing-key name',
      '2:10 assets/0 unknown-key foo',
    ]);
  });

  test('of what is merged, at the first <<, with its origin', async () => {
    const text =
      'x-d: &d { form: papre }\nassets:\n  - { id: a, name: A, <<: *d }\n  - { id: b, name: B, <<: *d }\n';
    expect(await problemsOf(text)).toEqual(['3:23 assets/0/form not-listed papre → paper']);
    const { files } = await load({ 'inventory.yaml': text });
    expect(files[0]?.problems[0]?.origin).toEqual({ start: 16, end: 21 });
    expect(await mended(text)).toMatchObject({ assets: [{ id: 'a' }, { id: 'b' }] });
    expect(JSON.stringify(await mended(text))).not.toContain('"form":"papre","id"');
  });

  test('of a record that another section uses first, where it is written', async () => {
    const text = 'systems:\n  - &s { id: s, name: S, notes: [] }\nassets:\n  - *s\n';
    expect(await problemsOf(text)).toEqual(['2:33 systems/0/notes type []']);
  });

  test('but two mistakes are two problems, however alike', async () => {
    expect(await problemsOf('assets:\n  - { id: a, foo: 1 }\n  - { id: b, foo: 1 }\n')).toHaveLength(4);
  });

  test.each([
    [1000, 1000],
    [1001, 1],
    [9000, 1],
  ])('%i unknown keys are %i problems', async (count, told) => {
    const keys = Array.from({ length: count - 1 }, (_, index) => `asset${index}: 1\n`);
    expect(await problemsOf(`${keys.join('')}asset: 1\n`)).toHaveLength(told);
  });
});

/** Documents near enough to an inventory that every part of the schema gets wrong values. */
const anything = fc.jsonValue({ maxDepth: 2 });
const word = fc.constantFrom('', 'a', 'true', '2026-04-01', 'R8.4.1', 'electronic', 'server', '資産');
const scalar = fc.oneof(word, fc.boolean(), fc.integer(), fc.double({ noNaN: true }), fc.constant(null));

function near(shape: Shape): fc.Arbitrary<unknown> {
  const usual: fc.Arbitrary<unknown>[] = [scalar];
  if (shape.enum !== undefined) usual.push(fc.constantFrom(...shape.enum));
  if (shape.items !== undefined) usual.push(fc.array(near(shape.items), { maxLength: 3 }));
  if (shape.properties !== undefined) {
    const properties = Object.entries(shape.properties).map(
      ([key, property]) => [key, near(property)] as const,
    );
    usual.push(fc.record(Object.fromEntries(properties), { requiredKeys: [] }));
    usual.push(
      fc.dictionary(fc.oneof(word, fc.constantFrom('x-note', 'id', '__proto__')), anything, { maxKeys: 3 }),
    );
  }
  return fc.oneof(
    { weight: 1, arbitrary: anything },
    ...usual.map((arbitrary) => ({ weight: 4, arbitrary })),
  );
}

describe('whatever document is validated', () => {
  const check = (document: unknown): SchemaProblem[] =>
    validate(validateInventory, inventoryShape, document, {
      written: (path) => {
        let at = document;
        for (const step of path) at = (at as Record<string | number, unknown>)[step];
        return JSON.stringify(at);
      },
    });

  test('nothing is thrown, no place is named twice, and what is left is valid but for what is missing', () => {
    fc.assert(
      fc.property(near(inventoryShape), (document) => {
        const problems = check(document);
        const places = problems.map((problem) => [
          ...problem.path,
          'key' in problem ? problem.key : '',
          problem.code,
        ]);
        expect(new Set(places.map((place) => JSON.stringify(place))).size).toBe(places.length);
        if (typeof document !== 'object' || document === null || Array.isArray(document)) {
          expect(problems).toMatchObject([{ code: 'type', path: [] }]);
          return;
        }
        for (const { path } of problems.filter(isOpenWord)) takeOut(document, path);
        for (const section of Object.values(document)) {
          // A record that went leaves its place, so that the others keep theirs.
          if (Array.isArray(section))
            for (let at = section.length; at-- > 0; ) if (section[at] === undefined) section.splice(at, 1);
        }
        validateInventory(document);
        expect((validateInventory.errors ?? []).filter(({ keyword }) => keyword !== 'required')).toEqual([]);
      }),
      { numRuns: 1000 * share },
    );
  });
});

describe('the word that is meant', () => {
  test.each<[string, string[], string | undefined]>([
    ['manger', ['manager', 'name'], 'manager'],
    ['ＭＡＮＡＧＥＲ', ['manager'], 'manager'],
    ['nmae', ['id', 'name'], 'name'],
    ['di', ['id', 'name'], 'id'],
    ['last_patched', ['lastPatched'], 'lastPatched'],
    ['id', ['id'], 'id'],
    ['ib', ['id', 'name'], 'id'],
    ['xy', ['id', 'name'], undefined],
    ['confidentality', ['integrity', 'confidentiality'], 'confidentiality'],
    ['', ['id', 'name'], undefined],
    ['anything', [], undefined],
  ])('by %j among %j', (given, known, meant) => {
    expect(suggest(given, known)).toBe(meant);
  });
});
