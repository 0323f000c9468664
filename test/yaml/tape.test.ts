import { describe, expect, test } from 'vitest';
import type { Path } from '../../src/yaml/tape.ts';
import { locate, parse } from '../support/yaml.ts';

interface Case {
  readonly text: string;
  readonly path: Path;
  readonly document?: number;
  readonly part?: 'key';
  /** `line:column text`, the text up to the end of its line */
  readonly at: string;
  /** the anchored text, where the place holds an alias or a `<<` */
  readonly from?: string;
  /** how many steps of the path are there, where it is not all of them */
  readonly depth?: number;
}

const record = `assets:
  - id: 001
    name: "住民基本台帳"
    storage:
      locked: 'yes'
    notes:
    contains: [my-number, "other"]
`;

const anchored = `x-defaults: &defaults
  manager: 市民課長
  storage: { locked: true }
assets:
  - <<: *defaults
    id: a
  - id: b
    storage: *defaults
  - &third
    id: c
  - *third
`;

const cases: Record<string, Case> = {
  'a plain value': { text: record, path: ['assets', 0, 'id'], at: '2:9 001' },
  'a value with its quotes': { text: record, path: ['assets', 0, 'name'], at: '3:11 "住民基本台帳"' },
  'a value in single quotes': { text: record, path: ['assets', 0, 'storage', 'locked'], at: "5:15 'yes'" },
  'a key instead of its value': {
    text: record,
    path: ['assets', 0, 'storage'],
    part: 'key',
    at: '4:5 storage',
  },
  'a mapping by its first key': { text: record, path: ['assets', 0, 'storage'], at: "5:7 locked: 'yes'" },
  'a list in brackets': { text: record, path: ['assets', 0, 'contains'], at: '7:15 [my-number, "other"]' },
  'an item of a list': { text: record, path: ['assets', 0, 'contains', 1], at: '7:27 "other"' },
  'an empty value at its key': { text: record, path: ['assets', 0, 'notes'], at: '6:5 notes' },
  'what is absent from a mapping at its key': {
    text: record,
    path: ['assets', 0, 'storage', 'hiddenFromView'],
    at: '4:5 storage',
    depth: 3,
  },
  'what is absent below an empty key at that': {
    text: record,
    path: ['assets', 0, 'notes', 'deep', 'er'],
    at: '6:5 notes',
    depth: 3,
  },
  'what is absent from a record at its first line': {
    text: record,
    path: ['assets', 0, 'manager'],
    at: '2:5 id: 001',
    depth: 2,
  },
  'what is absent below what is absent': {
    text: record,
    path: ['assets', 0, 'encryption', 'atRest'],
    at: '2:5 id: 001',
    depth: 2,
  },
  'an item that is not there at the key of its list': {
    text: record,
    path: ['assets', 0, 'contains', 2],
    at: '7:5 contains',
    depth: 3,
  },
  'a record that is not there at its section': {
    text: record,
    path: ['assets', 7, 'id'],
    at: '1:1 assets',
    depth: 1,
  },
  'a section that is not there at the beginning of the document': {
    text: `# words\n\n${record}`,
    path: ['systems', 0],
    at: '3:1 assets:',
    depth: 0,
  },
  'a step into a text': { text: record, path: ['assets', 0, 'id', 'x'], at: '2:5 id', depth: 3 },
  'an index of a mapping': { text: record, path: ['assets', 0, 0], at: '2:5 id: 001', depth: 2 },
  'a whole document': { text: record, path: [], at: '1:1 assets:' },
  'a document without a value': { text: '---\n# nothing\n', path: ['a'], at: '1:1 ', depth: 0 },

  'a merged value at <<, from its anchor': {
    text: anchored,
    path: ['assets', 0, 'manager'],
    at: '5:5 <<',
    from: '2:12 市民課長',
  },
  'what lies within a merged value': {
    text: anchored,
    path: ['assets', 0, 'storage', 'locked'],
    at: '5:5 <<',
    from: '3:22 true',
  },
  'what is absent from a merged value': {
    text: anchored,
    path: ['assets', 0, 'storage', 'hiddenFromView'],
    at: '5:5 <<',
    from: '3:12 { locked: true }',
    depth: 3,
  },
  'what is absent from a record that merges': {
    text: anchored,
    path: ['assets', 0, 'notes'],
    at: '5:5 <<: *defaults',
    depth: 2,
  },
  'its own value of a record that merges': { text: anchored, path: ['assets', 0, 'id'], at: '6:9 a' },
  'an alias, from its anchor': {
    text: anchored,
    path: ['assets', 1, 'storage'],
    at: '8:14 *defaults',
    from: '2:3 manager: 市民課長',
  },
  'what lies behind an alias': {
    text: anchored,
    path: ['assets', 1, 'storage', 'manager'],
    at: '8:14 *defaults',
    from: '2:12 市民課長',
  },
  'what is absent behind an alias': {
    text: anchored,
    path: ['assets', 1, 'storage', 'hiddenFromView'],
    at: '8:14 *defaults',
    depth: 3,
  },
  'a record behind an alias': { text: anchored, path: ['assets', 3], at: '11:5 *third', from: '10:5 id: c' },
  'a field of a record behind an alias': {
    text: anchored,
    path: ['assets', 3, 'id'],
    at: '11:5 *third',
    from: '10:9 c',
  },
  'a value with an anchor, without it': { text: 'a: &one 1\nb: *one\n', path: ['a'], at: '1:9 1' },
  'a value with a tag, without it': { text: 'a: !!str 1\n', path: ['a'], at: '1:10 1' },
  'an alias to an empty value': { text: 'a: &x\nb: *x\n', path: ['b'], at: '2:4 *x', from: '1:1 ' },
  'an alias to nothing': { text: 'a: *nobody\n', path: ['a', 'b'], at: '1:4 *nobody', depth: 1 },
  'an alias to itself': { text: 'a: &a [*a]\n', path: ['a', 0, 'b'], at: '1:8 *a', depth: 2 },

  'a merge through a merge': {
    text: 'a: &a {x: 1}\nb: &b {<<: *a, y: 2}\nc: {<<: *b}\n',
    path: ['c', 'x'],
    at: '3:5 <<',
    from: '1:11 1',
  },
  'a merge within what is merged': {
    text: 'a: &a {z: 1}\nb: &b {y: {<<: *a}}\nc: {<<: *b}\n',
    path: ['c', 'y', 'z'],
    at: '3:5 <<',
    from: '1:11 1',
  },
  'an alias within what is merged': {
    text: 'n: &n 7\na: &a {x: *n}\nc: {<<: *a}\n',
    path: ['c', 'x'],
    at: '3:5 <<',
    from: '1:7 7',
  },
  'the first of a list of merges': {
    text: 'a: &a {x: 1}\nb: &b {x: 2, y: 2}\nc: {<<: [*a, *b]}\n',
    path: ['c', 'x'],
    at: '3:5 <<',
    from: '1:11 1',
  },
  'the second of a list of merges': {
    text: 'a: &a {x: 1}\nb: &b {x: 2, y: 2}\nc: {<<: [*a, *b]}\n',
    path: ['c', 'y'],
    at: '3:5 <<',
    from: '2:17 2',
  },
  'the first of two merge keys': {
    text: 'a: &a {x: 1}\nb: &b {x: 2}\nc:\n  <<: *a\n  <<: *b\n',
    path: ['c', 'x'],
    at: '4:3 <<',
    from: '1:11 1',
  },
  'its own key before a merged one': {
    text: 'a: &a {x: 1}\nb:\n  <<: *a\n  x: 2\n',
    path: ['b', 'x'],
    at: '4:6 2',
  },
  'its own empty key before a merged one': {
    text: 'a: &a {x: 1}\nb:\n  <<: *a\n  x:\n',
    path: ['b', 'x'],
    at: '4:3 x',
  },
  'a mapping merged where it is written': {
    text: 'a:\n  <<: {x: 1}\n',
    path: ['a', 'x'],
    at: '2:3 <<',
    from: '2:11 1',
  },

  'the second document': { text: 'a: 1\n---\n- x\n- a: 2\n', path: [1, 'a'], document: 1, at: '4:6 2' },
  'a document after an empty one': { text: '---\n---\na: 1\n', path: ['a'], document: 1, at: '3:4 1' },
  'a document after an end mark': {
    text: 'a: 1\n...\n# x\n---\nb: 2\n',
    path: ['b'],
    document: 1,
    at: '5:4 2',
  },

  'a key in quotes': { text: '"a: b": 1\n', path: ['a: b'], part: 'key', at: '1:1 "a: b"' },
  'a key in single quotes': { text: "'it''s': 1\n", path: ["it's"], part: 'key', at: "1:1 'it''s'" },
  'a key of a JSON text': {
    text: '{\n\t"assets": [\n\t\t{"id": "a"}\n\t]\n}',
    path: ['assets', 0, 'id'],
    part: 'key',
    at: '3:4 "id"',
  },
  'a value in a JSON text': { text: '{"a":{"b":[1,{"c":"d"}]}}', path: ['a', 'b', 1, 'c'], at: '1:19 "d"' },
  'a pair in a list': { text: '[a: 1, b: {c: 2}]\n', path: [1, 'b', 'c'], at: '1:15 2' },
  'an empty list': { text: 'a:\n  []\nb: 1\n', path: ['a'], at: '2:3 []' },
  'a list over lines': { text: 'a: [ # ]\n  1, # ]\n  ]\n', path: ['a'], at: '1:4 [ # ]' },
  'an explicit key': { text: '? a\n: b\n', path: ['a'], at: '2:3 b' },
  'a literal block': { text: 'a: | # c | d\n  x\n  y\n', path: ['a'], at: '1:4 | # c | d' },
  'a folded block with a tag and an anchor': {
    text: 'a|b: !!str &x >-\n  x\n',
    path: ['a|b'],
    at: '1:15 >-',
  },
  'a block below its dash': { text: '- # a | b\n  |\n  x\n', path: [0], at: '2:3 |' },
  'a block of which nothing follows': { text: 'a: |', path: ['a'], part: 'key', at: '1:1 a' },
  'a value over lines': { text: 'a: x\n  y\n  z\nb: 1\n', path: ['a'], at: '1:4 x' },

  'a key named __proto__': { text: '__proto__: {a: 1}\n', path: ['__proto__', 'a'], at: '1:16 1' },
  'a key that objects have anyway': { text: 'a: 1\n', path: ['constructor'], at: '1:1 a: 1', depth: 0 },
  'a Japanese key': { text: '資産:\n  - 名称: 台帳\n', path: ['資産', 0, '名称'], at: '2:9 台帳' },
  'columns after a surrogate pair': { text: '"𠮷😀": {a: 1, b: 2}\n', path: ['𠮷😀', 'b'], at: '1:19 2' },
  'a line after CR LF': { text: 'a: 1\r\nb:\r\n  c: "d"\r\n', path: ['b', 'c'], at: '3:6 "d"' },
  'a line after a lone CR': { text: 'a: 1\rb:\r  c: d\r', path: ['b', 'c'], at: '3:6 d' },
  'columns after a byte order mark': { text: '\uFEFFa: 1\n', path: ['a'], at: '1:4 1' },
  'a line below a wide separator, which breaks none': {
    text: 'a: "x\u2028y"\nb: 1\n',
    path: ['b'],
    at: '2:4 1',
  },
};

describe('the place of', () => {
  test.each(Object.entries(cases))('%s', async (_, { text, path, document, part, ...expected }) => {
    const yaml = await parse(text);
    const found = locate(yaml, path, {
      ...(document === undefined ? {} : { document }),
      ...(part === undefined ? {} : { part }),
    });
    expect({
      at: `${found.at} ${found.text}`,
      from: found.origin && `${found.origin.at} ${found.origin.text}`,
      depth: found.depth,
    }).toEqual({ from: undefined, depth: path.length, ...expected });
  });

  test('a key among thousands', async () => {
    const yaml = await parse(Array.from({ length: 3000 }, (_, index) => `k${index}: v${index}\n`).join(''));
    for (const index of [2999, 0, 63, 64, 65, 1500, 2998]) {
      expect(locate(yaml, [`k${index}`])).toMatchObject({ at: `${index + 1}:${String(index).length + 4}` });
    }
    expect(locate(yaml, ['k3000'])).toMatchObject({ depth: 0 });
  });

  test('the first of keys written twice, whose value is the one used', async () => {
    const filler = Array.from({ length: 100 }, (_, index) => `k${index}: 1\n`).join('');
    const yaml = await parse(`${filler}a: first\na: second\n`);
    expect(yaml.documents[0]?.value).toMatchObject({ a: 'first' });
    expect(locate(yaml, ['a'])).toMatchObject({ at: '101:4' });
    const small = await parse('a: first\na: second\n');
    expect(locate(small, ['a'])).toMatchObject({ at: '1:4', text: 'first' });
  });
});

describe('the whole text of', () => {
  test.each<[string, string, Path, string]>([
    ['an empty list', 'a: []\nb: 1\n', ['a'], '[]'],
    ['an empty mapping', 'a: { }\nb: 1\n', ['a'], '{ }'],
    ['an empty list below its key', 'a:\n  []\nb: []\n', ['a'], '[]'],
    ['a list with a comma at its end', 'a: [1, 2, ]\n', ['a'], '[1, 2, ]'],
    ['lists in lists', 'a: [[1], [2, []]]\n', ['a'], '[[1], [2, []]]'],
    ['a list in a list', 'a: [[1], [2, []]]\n', ['a', 1], '[2, []]'],
    ['a list with brackets in comments', 'a: [ # ]\n  1, # ]\n  ]\nb: [2]\n', ['a'], '[ # ]\n  1, # ]\n  ]'],
    ['a list with brackets in texts', 'a: ["]", \']\', {b: "}"}]\n', ['a'], '["]", \']\', {b: "}"}]'],
    ['a mapping whose last value is empty', 'a: {b: 1, c: }\n', ['a'], '{b: 1, c: }'],
    ['a mapping whose last value is a tag', 'a: {b: !<t:[]> }\nc: {}\n', ['a'], '{b: !<t:[]> }'],
    ['a list with an anchor at its end', 'a: [1, &x ]\nb: [2]\n', ['a'], '[1, &x ]'],
    ['a list of pairs', 'a: [b: 1, c: 2]\nd: [3]\n', ['a'], '[b: 1, c: 2]'],
    ['a pair in a list', 'a: [b: 1, c: 2]\nd: [3]\n', ['a', 0], 'b: 1'],
    ['a list with lists for keys', 'a: [[b]: 1]\nc: [3]\n', ['a'], '[[b]: 1]'],
    ['a list with mappings for keys', 'a: [{b: c}: 1, {d: e}: 2]\nf: {}\n', ['a'], '[{b: c}: 1, {d: e}: 2]'],
    ['a text over lines', 'a: "x\n  y"\nb: 1\n', ['a'], '"x\n  y"'],
    ['a block', 'a: |\n  x\n\n  y\nb: 1\n', ['a'], '|\n  x\n\n  y\n'],
    ['a mapping', 'a:\n  b: 1\n  c: [2]\nd: 3\n', ['a'], 'b: 1\n  c: [2]'],
    ['a list of nothing', 'a:\n  -\nb: 1\n', ['a'], '-'],
  ])('%s', async (_, text, path, whole) => {
    const yaml = await parse(text);
    const { start, end } = yaml.tape.locate(0, path);
    expect(text.slice(start, end)).toBe(whole);
  });
});

describe('a pair that is left out since its key is no text', () => {
  const text = '? [&x a]\n: &y {b: 1}\nc: *x\nd: *y\ne: 5\n';

  test('leaves the others where they are', async () => {
    const yaml = await parse(text);
    expect(yaml.documents[0]?.value).toEqual({ c: 'a', d: { b: 1 }, e: 5 });
    expect(locate(yaml, ['e'])).toMatchObject({ at: '5:4', text: '5' });
  });

  test('is no place that an alias could lead to', async () => {
    const yaml = await parse(text);
    expect(locate(yaml, ['c', 'deeper'])).toEqual({ at: '3:4', text: '*x', depth: 1 });
    expect(locate(yaml, ['d', 'b'])).toEqual({ at: '4:4', text: '*y', depth: 1 });
  });
});
