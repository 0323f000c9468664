import { existsSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { CORE_SCHEMA, load, loadAll, mergeTag, parseEvents } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { parse as parseByYaml, stringify } from 'yaml';
import { compose } from '../../src/yaml/compose.ts';
import type { ParsedYaml } from '../../src/yaml/parse.ts';
import { parse, scalarPaths, stated } from '../support/yaml.ts';
import { readSuite, yamlTestSuite } from '../support/yaml-test-suite.ts';

/** How many of the made-up inputs are tried: some in each run of all tests, all where SEKISHO_FULL asks for the long form. */
const share = (process.env['SEKISHO_FULL'] ?? '') === '' ? 0.3 : 1;

const schema = CORE_SCHEMA.withTags(mergeTag);

function tried<Value>(run: () => Value): { readonly value: Value } | undefined {
  try {
    return { value: run() };
  } catch {
    return undefined;
  }
}

/** js-yaml's documents as ours are: nothing for nothing; it cannot tell `-` from `- ~` or `- !!str`. */
function comparable(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((item) => item !== null && item !== '').map(comparable);
  if (typeof value !== 'object' || value === null) return value ?? undefined;
  const entries = Object.entries(stated(value) as object);
  return Object.fromEntries(entries.map(([key, item]) => [keyAsResolved(key), comparable(item)]));
}

/** js-yaml resolves keys (`0x1` is `1`); ours are names, as written. */
function keyAsResolved(key: string): string {
  const resolved = tried(() => load(key, { schema }));
  const isScalar = resolved !== undefined && (typeof resolved.value !== 'object' || resolved.value === null);
  return isScalar ? String(resolved.value) : key;
}

/** Every scalar's place, cut out of the text and read alone, gives the value. */
function expectExactPlaces({ documents, source, tape }: ParsedYaml): void {
  for (const { value: document, root } of documents) {
    for (const { path, value } of scalarPaths(document)) {
      const { origin, depth, ...place } = tape.locate(root, path);
      expect(depth, `depth of ${path.join('/')}`).toBe(path.length);
      const { start, end } = origin ?? place;
      const text = source.text.slice(start, end);
      // An indentation that is stated counts from the parent, which is gone; of `!!str` alone nothing is left.
      if (/^[|>][+-]?\d/.test(text) || text === '') continue;
      // At the beginning of a document `---` and `...` are no values.
      const [alone] = /[\r\n]/.test(text)
        ? [load(text, { schema })]
        : (load(`- ${text}`, { schema }) as unknown[]);
      if (isTagged(source.text, start)) expect([text, String(alone)]).toEqual([text, String(value)]);
      else expect([text, alone]).toEqual([text, value]);
    }
  }
}

function isTagged(text: string, start: number): boolean {
  return /![^\s]*\s+$/.test(text.slice(0, start));
}

describe.skipIf(!existsSync(yamlTestSuite))('YAML test suite (needs ../shared/real/yaml-test-suite)', () => {
  test.each(readSuite())('$name', async ({ text, fails }) => {
    const yaml = await parse(text);
    const codes = new Set(yaml.problems.map(({ code }) => code));

    expect(yaml.readable).toBe(!fails);
    expect(yaml.readable).toBe(tried(() => parseEvents(text, {})) !== undefined);

    const expected = tried(() => loadAll(text, { schema }));
    if (expected === undefined) {
      expect(codes.size).toBeGreaterThan(0);
      return;
    }
    // js-yaml takes an alias or nothing for a key, and reads tags that are written out in full.
    expect([...codes].filter((code) => code !== 'key-not-text' && code !== 'unknown-tag')).toEqual([]);
    if (codes.size === 0) {
      expect(yaml.documents.map(({ value }) => comparable(value))).toEqual(expected.value.map(comparable));
      expectExactPlaces(yaml);
    }
  });
});

/** Texts that YAML has other uses for, and those that Japanese registers are full of. */
const text = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'aZ09 -?:,[]{}#&*!|>\'"%@`~=.+_/\\\n\t漢か゛　：𠮷😀é') }),
  fc.constantFrom(
    'true',
    'null',
    '~',
    '001',
    '1.10',
    '0x1F',
    '1e3',
    '令和8年4月1日',
    '- a',
    'a: b',
    '# a',
    '---',
    '...',
  ),
);
/** A key that begins with a full-width space is told of as indentation, before anything is read. */
const key = fc
  .oneof(text, fc.constantFrom('id', 'name', '__proto__', 'constructor', '名称'))
  .filter((one) => !one.startsWith('　'));

const document = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    text,
    fc.boolean(),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(key, tie('value'), { maxKeys: 5, noNullPrototype: true }),
  ),
})).value;

const style = fc.record({
  collectionStyle: fc.constantFrom('any', 'block', 'flow'),
  defaultStringType: fc.constantFrom(
    'PLAIN',
    'QUOTE_DOUBLE',
    'QUOTE_SINGLE',
    'BLOCK_LITERAL',
    'BLOCK_FOLDED',
  ),
  defaultKeyType: fc.constantFrom('PLAIN', 'QUOTE_DOUBLE', 'QUOTE_SINGLE'),
  indent: fc.integer({ min: 1, max: 6 }),
  indentSeq: fc.boolean(),
  lineWidth: fc.constantFrom(0, 20, 80),
  aliasDuplicateObjects: fc.constant(false),
} as const);

/** A value as the `yaml` package writes it; in some styles it cannot read itself what it wrote. */
const dumped = fc
  .tuple(document, style)
  .map(([value, options]) => ({ value, text: stringify(value, options) }))
  .filter(({ value, text }) => isDeepStrictEqual(tried(() => parseByYaml(text))?.value, value));

const lineBreak = fc.constantFrom('\n', '\r\n', '\r');
const mark = fc.constantFrom('', '\uFEFF');

/** What is read of a value: a document that is nothing has no value. */
const asRead = (value: unknown) => stated(value) ?? undefined;

describe('values that were dumped', () => {
  test('come back from the `yaml` package in every style, each with its place', async () => {
    await fc.assert(
      fc.asyncProperty(dumped, lineBreak, mark, async ({ value, text }, eol, bom) => {
        const yaml = await parse(bom + text.replaceAll('\n', eol));
        expect(yaml.problems).toEqual([]);
        expect(yaml.documents.map((one) => one.value)).toEqual([asRead(value)]);
        expectExactPlaces(yaml);
      }),
      { numRuns: 500 * share },
    );
  });

  test('come back from JSON, each with its place', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(document, fc.jsonValue()),
        lineBreak,
        mark,
        fc.nat(3),
        async (value, eol, bom, width) => {
          const dumped = JSON.stringify(value, null, width).replaceAll('\n', eol);
          const yaml = await parse(bom + dumped);
          expect(yaml.problems).toEqual([]);
          expect(yaml.documents.map((one) => one.value)).toEqual([asRead(JSON.parse(dumped))]);
          expectExactPlaces(yaml);
        },
      ),
      { numRuns: 500 * share },
    );
  });

  test('keep all but one value when that one is overwritten at its place', async () => {
    await fc.assert(
      fc.asyncProperty(dumped, fc.nat(), async ({ text }, pick) => {
        const before = await parse(text);
        const root = before.documents[0]?.value;
        const paths = [...scalarPaths(root)];
        const path = paths[pick % paths.length]?.path;
        fc.pre(path !== undefined && path.length > 0);
        const { start, end } = before.tape.locate(0, path);
        const lineEnd = text.slice(start, end).endsWith('\n') ? '\n' : '';
        const after = await parse(`${text.slice(0, start)}"目印"${lineEnd}${text.slice(end)}`);
        expect(after.documents[0]?.value).toEqual(replaced(root, path, '目印'));
      }),
      { numRuns: 500 * share },
    );
  });
});

function replaced(
  value: unknown,
  [step, ...rest]: readonly (string | number)[],
  replacement: unknown,
): unknown {
  if (step === undefined) return replacement;
  if (Array.isArray(value))
    return value.map((item, index) => (index === step ? replaced(item, rest, replacement) : item));
  const entries = Object.entries(value as object);
  return Object.fromEntries(
    entries.map(([key, item]) => [key, key === step ? replaced(item, rest, replacement) : item]),
  );
}

/** A mapping of one of three keys each, some with nothing after them, which merges some of those before it. */
const merging = fc
  .array(
    fc.record({
      fields: fc.uniqueArray(
        fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('', ' 1', ' x', ' {d: 1}', " ''")),
        { selector: ([key]) => key },
      ),
      merges: fc.array(fc.array(fc.nat(5), { maxLength: 3 }), { maxLength: 2 }),
      mergesFirst: fc.boolean(),
      listed: fc.boolean(),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((mappings) =>
    mappings
      .map(({ fields, merges, mergesFirst, listed }, index) => {
        const known = merges.map((sources) => sources.filter((source) => source < index));
        const own = fields.map(([name, value]) => `  ${name}:${value}\n`);
        const merged = known
          .filter((sources) => sources.length > 0)
          .map((sources) =>
            sources.length === 1 && !listed
              ? `  <<: *m${sources[0]}\n`
              : `  <<: [${sources.map((source) => `*m${source}`).join(', ')}]\n`,
          );
        return `m${index}: &m${index}\n${(mergesFirst ? [...merged, ...own] : [...own, ...merged]).join('') || '  {}\n'}`;
      })
      .join(''),
  );

describe('merge keys', () => {
  test('give what js-yaml gives, and the place that the value comes from', async () => {
    await fc.assert(
      fc.asyncProperty(merging, async (text) => {
        const yaml = await parse(text);
        expect(yaml.problems).toEqual([]);
        expect(yaml.documents.map(({ value }) => value)).toEqual([comparable(load(text, { schema }))]);
        expectExactPlaces(yaml);
      }),
      { numRuns: 500 * share },
    );
  });

  test('are no merge keys in quotes', async () => {
    const { documents, problems } = await parse('a: &a {x: 1}\nb: {"<<": *a}\n');
    expect(problems).toEqual([]);
    expect(documents[0]?.value).toEqual({ a: { x: 1 }, b: { '<<': { x: 1 } } });
  });
});

describe('what is not stated', () => {
  test.each<[string, unknown]>([
    ['a:\nb: 1\n', { b: 1 }],
    ['a: ~\nb: null\n', {}],
    ['a: ""\nb: "  "\nc: "　"\n', {}],
    ['a: |\n\n\nb: 1\n', { b: 1 }],
    ['a: !!str\nb: &x\nc: *x\n', {}],
    ['-\n- 1\n-\n', [1]],
    ['- ~\n- ""\n', [null, '']],
    ['a: {b: , c}\n', { a: {} }],
    ['', undefined],
    ['# nothing but words\n', undefined],
    ['~\n', undefined],
  ])('%j', async (text, value) => {
    const { documents, problems } = await parse(text);
    expect(problems).toEqual([]);
    expect(documents[0]?.value).toEqual(value);
  });

  test('but a null that is written is kept where it means something', () => {
    const { documents } = compose('a: null\nb: ~\nc:\nd: 1\n', [], { writtenNull: 'keep' });
    expect(documents[0]?.value).toEqual({ a: null, b: null, d: 1 });
  });
});

describe('keys', () => {
  test('are names as they are written', async () => {
    const { documents } = await parse('1: a\n0x1F: b\ntrue: c\n~: d\n令和8: e\n"q\\u0021": f\n');
    expect(documents[0]?.value).toEqual({ 1: 'a', '0x1F': 'b', true: 'c', '~': 'd', 令和8: 'e', 'q!': 'f' });
  });

  test('named __proto__ set no prototype', async () => {
    const { documents } = await parse('__proto__: {polluted: true}\nb: &b {__proto__: 1}\nc: {<<: *b}\n');
    const value = documents[0]?.value as Record<string, Record<string, unknown>>;
    expect(Object.keys(value)).toEqual(['__proto__', 'b', 'c']);
    expect(Object.entries(value['c'] ?? {})).toEqual([['__proto__', 1]]);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});
