import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultLimits } from '../../src/base/limits.ts';
import { SourceText } from '../../src/yaml/source-text.ts';
import { parse, placeOf, problemsOf } from '../support/yaml.ts';

/** How many of the made-up inputs are tried: some in each run of all tests, all where SEKISHO_FULL asks for the long form. */
const share = (process.env['SEKISHO_FULL'] ?? '') === '' ? 0.3 : 1;

describe('a syntax error stands at its place, by its kind', () => {
  test.each<[string, string, string]>([
    ['an item further left than its record', 'assets:\n  - id: a\n   name: b\n', '3:1 indentation'],
    ['a key further right than the others', 'assets:\n  - id: a\n      name: b\n', '3:7 indentation'],
    ['a key between two levels', 'a:\n    b: 1\n  c: 2\n', '3:1 indentation'],
    ['a key further left than the first', '  a: 1\nb: 2\n', '2:1 indentation'],
    ['a key below a value in quotes', 'a: "x"\n  b: 1\n', '2:1 indentation'],
    ['a closing bracket as far left as its key', 'a: [\n  1,\n]\n', '3:1 indentation'],
    ['a block that ends early', 'a: |\n   x\n  y\n', '3:1 indentation'],
    ['a tab before a key', 'a:\n\tb: 1\n', '2:1 tab'],
    ['a tab after spaces', 'a:\n  - id: a\n    \tname: b\n', '3:5 tab'],
    ['a line without a colon', 'a: 1\nb\nc: 2\n', '2:1 colon'],
    ['a colon without a space', 'assets:\n  - id:a\n    name: b\n', '2:5 space-after-colon'],
    ['a full-width colon', 'assets:\n  - id: a\n    name：b\n', '3:5 full-width-colon'],
    ['a full-width colon of the first key', 'assets:\n  - id：a\n    name: b\n', '2:5 full-width-colon'],
    ['a full-width colon of a section', 'assets：\n  - id: a\n', '1:1 full-width-colon'],
    ['a full-width space after a colon', 'assets:\n  - id: a\n    name:　b\n', '3:10 full-width'],
    ['a full-width space behind a section', 'assets:　\n  - id: a\n', '1:8 full-width'],
    ['a full-width space behind a quote', 'a: "x"　\nb: 1\n', '1:7 full-width'],
    ['a full-width space within indentation', 'a:\n  - id: a\n  　name: b\n', '3:3 full-width-indentation'],
    [
      'a full-width space before lines that are right',
      'a:\n  - b: 1\n　　c: 2\n    d: 3\n',
      '3:1 full-width-indentation',
    ],
    ['a full-width space after the dash of an item', 'a:\n  -　id: a\n    name: b\n', '2:4 full-width'],
    ['a full-width dash', 'assets:\n  － id: a\n    name: b\n', '2:3 full-width'],
    ['an en dash', 'assets:\n  – id: a\n    name: b\n', '2:3 full-width'],
    ['a full-width comma between pairs', 'a:\n  - {id: a，name: b}\n', '2:11 full-width'],
    ['a full-width comma between words in quotes', 'a: ["x"、"y"]\n', '1:8 full-width'],
    ['a full-width brace', 'a: ｛ b: 1 ｝\n', '1:4 full-width'],
    ['a colon in a value that has commas of its own', 'a: 住基、税: 注意\n', '1:4 colon-in-value'],
    ['a full-width space in a value that has a colon', 'a: 例　1: 住基\n', '1:4 colon-in-value'],
    ['a colon in a value', 'assets:\n  - id: a\n    name: システム: 住基\n', '3:11 colon-in-value'],
    ['a colon in a value over lines', 'a: 例: 住基\n  続き\n', '1:4 colon-in-value'],
    ['a colon in a value in brackets', 'a: {b: c: d}\n', '1:8 colon-in-value'],
    ['a quote that is not closed', 'a: 1\nb: "abc\nc: 2\n', '2:4 quote'],
    ['a quote that another one closes', 'a:\n  - id: "a\n    name: b\n  - id: "c"\n', '2:9 quote'],
    ['a single quote that is not closed', "a: 'abc\nb: 1\n", '1:4 quote'],
    ['a bracket that is not closed', 'a: [1, 2\nb: 1\n', '1:4 bracket'],
    ['a brace that is not closed', 'a: {x: 1\nb: 1\n', '1:4 bracket'],
    ['a bracket open at the end of the file', 'a: [1, 2', '1:4 bracket'],
    ['a brace open at the end of a JSON text', '{"a": [1, 2]\n', '1:1 bracket'],
    ['a brace that a bracket closes', '{"a": [1, {"b": 2], "c": 3}\n', '1:11 bracket'],
    ['no comma between words', 'a: ["x" "y"]\n', '1:9 comma'],
    ['no comma between the pairs of a JSON text', '{"a": [\n {"id": "a" "name": "b"}\n]}\n', '2:13 comma'],
    ['no comma between the items of a JSON text', '{"a": [\n {"id": "a"}\n {"id": "b"}\n]}\n', '3:2 comma'],
    ['no comma before a key', 'name: x\na:\n  - {id: c name: d}\n', '3:12 comma'],
    [
      'no comma before a key of the pairs before',
      'a: [{id: a, name: b}, {id: c d, x: 住基 id: b}]\n',
      '1:39 comma',
    ],
    ['a word before a colon that is no key elsewhere', 'a: {id: Notice re: d}\n', '1:9 colon-in-value'],
    ['a key that begins the value', 'name: x\na: {id: name: d}\n', '2:9 colon-in-value'],
    ['an at sign', 'a: @foo\n', '1:4 reserved-character'],
    ['a backtick', 'a: `foo`\n', '1:4 reserved-character'],
    ['a percent sign', 'a: %foo\n', '1:4 reserved-character'],
    ['a NUL', 'a: 1\nb: x\0y\n', '2:5 control-character'],
    ['a bell', 'a: 1\nb: x\u0007y\n', '2:5 control-character'],
    ['a vertical tab in quotes, as spreadsheets leave it', 'a: 1\nb: "x\u000By"\n', '2:6 control-character'],
    ['a control character after one in a comment', '# \u0007\na: "x\u0001"\n', '2:6 control-character'],
    ['101 lists within each other', '['.repeat(101) + ']'.repeat(101), '1:100 limit'],
    ['an escape that is none', 'a: "\\q"\n', '1:5 other'],
    ['a bracket that was not opened', 'a: ]\n', '1:4 other'],
    ['a directive without a document', '%FOO\na: 1\n', '2:1 other'],
    ['an anchor without a name', 'a: & x\n', '1:4 other'],
  ])('%s', async (_, text, problem) => {
    expect(await problemsOf(text)).toEqual([problem]);
    const yaml = await parse(text);
    expect(yaml.readable).toBe(false);
    expect(yaml.documents).toEqual([]);
  });

  test.each([
    [
      'full-width colons',
      'a：\n  - id： a\n    b: 1\n  - id:b\n    c: 2\n',
      ['1:1 full-width-colon', '2:5 full-width-colon', '4:5 space-after-colon'],
    ],
    ['tabs', 'a:\n\tb: 1\n\tc: 2\n', ['2:1 tab', '3:1 tab']],
    [
      'a title and a bracket',
      '台帳\na:\n  - id: [1\n    b: 2\n  - id： c\n    d: 3\n',
      ['1:1 title', '3:9 bracket', '5:5 full-width-colon'],
    ],
    [
      'a brace with all that is in it',
      'a: ｛ b: 1， c： 2 ｝\nd：\n  e: 1\n',
      ['1:4 full-width', '2:1 full-width-colon'],
    ],
    ['what nobody knows, and nothing behind it', 'a: ]\nb：\n  c: 1\n', ['1:4 other']],
    ['an indentation behind one that was guessed no more', 'a:\n\t- b: 1\n   - c: 2\n', ['2:1 tab']],
  ])('all of them are told in one go: %s', async (_, text, problems) => {
    expect(await problemsOf(text)).toEqual(problems);
  });

  test('of a later document, too', async () => {
    expect(await problemsOf('a: 1\n...\n---\nb: [\n')).toEqual(['4:4 bracket']);
  });

  test.each([
    ['CR LF', '\r\n'],
    ['a lone CR', '\r'],
  ])('with %s for line breaks', async (_, eol) => {
    const text = 'a: 1\nb: [1\nc: 2\n';
    expect(await problemsOf(text.replaceAll('\n', eol))).toEqual(['2:4 bracket']);
  });

  test('after a byte order mark, which is no column', async () => {
    expect(await problemsOf('\uFEFFa: @b\n')).toEqual(['1:4 reserved-character']);
  });

  test('even where thousands of brackets follow', async () => {
    expect(await problemsOf(`a: [x\nb: ${'['.repeat(50_000)}`)).toEqual(['1:4 bracket']);
    expect(await problemsOf(`a: b: c\nd: ${'- '.repeat(50_000)}`)).toEqual(['1:4 colon-in-value']);
  });
});

describe('a problem of a text that is YAML stands at its place, and the rest is read', () => {
  test.each<[string, string, string[], unknown]>([
    ['a key written twice', 'a: 1\nb: 2\na: 3\n', ['3:1 duplicate-key'], { a: 1, b: 2 }],
    [
      'a key written twice, once with nothing after it',
      'a:\na: 3\nb: {c: 1, c: }\n',
      ['1:1 duplicate-key', '3:11 duplicate-key'],
      { a: 3, b: { c: 1 } },
    ],
    [
      'a key written thrice, first with nothing after it',
      'a:\na: 1\na: 2\n',
      ['1:1 duplicate-key', '3:1 duplicate-key'],
      { a: 1 },
    ],
    ['a key written twice, both with nothing after it', 'a:\na:\n', ['2:1 duplicate-key'], {}],
    ['a key written thrice', 'a: 1\n"a": 2\na: 3\n', ['2:1 duplicate-key', '3:1 duplicate-key'], { a: 1 }],
    ['a list for a key', 'a: 1\n? [b, c]\n: d\ne: 2\n', ['2:3 key-not-text'], { a: 1, e: 2 }],
    ['an alias for a key', 'a: &a x\n*a : y\nb: 1\n', ['2:1 key-not-text'], { a: 'x', b: 1 }],
    ['nothing for a key', 'a: 1\n: b\nc: 2\n', ['2:3 key-not-text'], { a: 1, c: 2 }],
    ['nothing at all in a pair', 'a: 1\n:\n', ['1:5 key-not-text'], { a: 1 }],
    ['an alias without an anchor', 'a: 1\nb: *x\n', ['2:4 unknown-alias'], { a: 1 }],
    ['an anchor of another document', 'a: &x 1\n---\nb: *x\n', ['3:4 unknown-alias'], { a: 1 }],
    ['an alias to itself', 'a: &x\n  b: *x\n  c: 1\n', ['2:6 recursive-alias'], { a: { c: 1 } }],
    ['a list in itself', 'a: &x [1, *x]\n', ['1:11 recursive-alias'], { a: [1, null] }],
    [
      'a mapping merged into itself',
      'a: &x\n  <<: *x\n  c: 1\n',
      ['2:3 merge-not-mapping', '2:7 recursive-alias'],
      { a: { c: 1 } },
    ],
    ['a text to merge', 'a:\n  <<: x\n  c: 1\n', ['2:3 merge-not-mapping'], { a: { c: 1 } }],
    ['nothing to merge', 'a:\n  <<:\n  c: 1\n', ['2:3 merge-not-mapping'], { a: { c: 1 } }],
    [
      'a text among what to merge',
      'b: &b {x: 1}\na: {<<: [*b, y]}\n',
      ['2:5 merge-not-mapping'],
      { b: { x: 1 }, a: { x: 1 } },
    ],
    ['a tag of a text', 'a: !secret x\n', ['1:4 unknown-tag'], { a: 'x' }],
    ['a tag of a mapping', 'a: !foo {b: 1}\n', ['1:4 unknown-tag'], { a: { b: 1 } }],
    ['a tag of a list', 'a: !!set\n  - 1\n', ['1:4 unknown-tag'], { a: [1] }],
    ['a tag of a key', '!foo a: 1\n', ['1:1 unknown-tag'], { a: 1 }],
    [
      'a tag that its value does not bear',
      'a: !!int x\nb: !!bool 1\n',
      ['1:4 unknown-tag', '2:4 unknown-tag'],
      { a: 'x', b: 1 },
    ],
    [
      'tags that are known',
      'a: !!str 1\nb: !!int "2"\nc: !!map {d: !!seq [!!null ""]}\ne: ! 3\n',
      [],
      { a: '1', b: 2, c: { d: [null] }, e: '3' },
    ],
  ])('%s', async (_, text, problems, value) => {
    const yaml = await parse(text);
    expect(await problemsOf(text)).toEqual(problems);
    expect(yaml.readable).toBe(true);
    expect(yaml.documents[0]?.value).toEqual(value);
  });

  test('a duplicate names the place of the first key of its own mapping', async () => {
    const yaml = await parse('a: {id: 1}\nid: 2\nb: {id: 3}\nid: 4\n');
    const [problem] = yaml.problems;
    expect(problem).toMatchObject({ code: 'duplicate-key', key: 'id' });
    const first = problem?.code === 'duplicate-key' ? problem.first : -1;
    expect(placeOf(yaml, { start: first, end: first }).at).toBe('2:1');
  });
});

describe('a file that is not UTF-8', () => {
  const head = Buffer.from('assets:\n  - id: a\n    name: ');

  test('is named at the first byte that is wrong, with the encoding that it seems to have', async () => {
    // 資産 in CP932
    const yaml = await parse(Buffer.concat([head, Buffer.from([0x8e, 0x91, 0x8e, 0x59, 0x0a])]));
    expect(yaml.problems).toMatchObject([{ code: 'encoding', likely: 'shift_jis' }]);
    expect(yaml.problems.map((problem) => placeOf(yaml, problem).at)).toEqual(['3:11']);
    expect(yaml.readable).toBe(false);
    expect(yaml.documents).toEqual([]);
  });

  test.each([
    ['little-endian', [0xff, 0xfe, 0x61, 0x00, 0x3a, 0x00, 0x20, 0x00, 0xc7, 0x8c]],
    ['big-endian', [0xfe, 0xff, 0x00, 0x61, 0x00, 0x3a, 0x00, 0x20, 0x8c, 0xc7]],
  ])('is named as UTF-16, %s', async (_, bytes) => {
    const yaml = await parse(Buffer.from(bytes));
    expect(yaml.problems).toMatchObject([{ code: 'encoding', likely: 'utf-16' }]);
    expect(yaml.problems.map((problem) => placeOf(yaml, problem).at)).toEqual(['1:1']);
  });

  test.each([
    ['.xlsx', [0x50, 0x4b, 0x03, 0x04, 0x14, 0x00]],
    ['.xls', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]],
  ])('is named as a document where it is one: %s', async (_, bytes) => {
    const yaml = await parse(Buffer.from(bytes));
    expect(yaml.problems).toEqual([{ code: 'encoding', start: 0, end: 1, likely: 'document' }]);
    expect(yaml.readable).toBe(false);
  });

  test('is not guessed at where its bytes are no Japanese', async () => {
    // é and a line break in Latin-1, then a byte that Shift_JIS does not have
    const yaml = await parse(Buffer.concat([head, Buffer.from([0xe9, 0x0a, 0xff])]));
    expect(yaml.problems).toEqual([{ code: 'encoding', start: 28, end: 29 }]);
  });

  test('is wrong at the same place after a byte order mark', async () => {
    const bytes = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), head, Buffer.from([0x8e, 0x91])]);
    const yaml = await parse(bytes);
    expect(yaml.problems.map((problem) => placeOf(yaml, problem).at)).toEqual(['3:11']);
  });
});

describe('a file of any form is read', () => {
  test.each<[string, string | Uint8Array, unknown[]]>([
    ['empty', '', []],
    ['of a byte order mark', '\uFEFF', []],
    ['of comments', '# a\n\n  # b', []],
    ['of blank lines', '\n \n\t\n', []],
    ['of a document mark', '---\n', [undefined]],
    ['of several documents', 'a: 1\n---\n---\nb: 2\n...\nc: 3\n', [{ a: 1 }, undefined, { b: 2 }, { c: 3 }]],
    ['with a byte order mark', '\uFEFFa: 1\n', [{ a: 1 }]],
    ['without a last line break', 'a: 1', [{ a: 1 }]],
    ['with CR LF', 'a: 1\r\nb: |\r\n  x\r\n  y\r\n', [{ a: 1, b: 'x\ny\n' }]],
    ['with lone CRs', 'a: 1\rb: |\r  x\r  y\r', [{ a: 1, b: 'x\ny\n' }]],
    [
      'of JSON',
      '{"a": [1, "\\u8cc7\\ud83d\\ude00", null], "b": {"c":true}}',
      [{ a: [1, '資😀', null], b: { c: true } }],
    ],
    ['of JSON indented with tabs', '{\n\t"a": [\n\t\t{"b": 1}\n\t]\n}\n', [{ a: [{ b: 1 }] }]],
    [
      '99 levels deep',
      `${'['.repeat(99)}${']'.repeat(99)}`,
      [JSON.parse(`${'['.repeat(99)}${']'.repeat(99)}`)],
    ],
    ['given as a part of a larger buffer', Buffer.from('xa: 1\n').subarray(1), [{ a: 1 }]],
  ])('%s', async (_, content, values) => {
    const yaml = await parse(content);
    expect(yaml.problems).toEqual([]);
    expect(yaml.readable).toBe(true);
    expect(yaml.documents.map(({ value }) => value)).toEqual(values);
  });

  test('whatever it holds: bytes never make it throw', async () => {
    const snippet = fc.constantFrom(
      'a: ',
      '- ',
      '[',
      ']',
      '{',
      '}',
      '&a ',
      '*a',
      '<<: ',
      '|\n',
      '? ',
      '!x ',
      '"',
      "'",
      '\n',
      '  ',
      '\t',
      '#',
      '---\n',
      ',',
      ':',
      '資',
      '\r',
    );
    const content = fc.oneof(
      fc.array(snippet, { maxLength: 40 }).map((parts) => Buffer.from(parts.join(''))),
      fc.uint8Array({ maxLength: 60 }),
    );
    await fc.assert(
      fc.asyncProperty(content, async (bytes) => {
        const yaml = await parse(bytes);
        expect(yaml.readable).toBe(
          !yaml.problems.some(({ code }) => code === 'syntax' || code === 'encoding'),
        );
        for (const { start, end } of yaml.problems) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(start).toBeLessThanOrEqual(yaml.source.text.length);
          expect(end).toBeGreaterThan(start);
        }
      }),
      { numRuns: 3000 * share },
    );
  });
});

describe('aliases', () => {
  test('that multiply are refused before they do', async () => {
    const levels = Array.from({ length: 30 }, (_, level) =>
      level === 0 ? 'l0: &l0 [lol, lol]\n' : `l${level}: &l${level} [*l${level - 1}, *l${level - 1}]\n`,
    );
    // Each level stands for twice the one before: together a million from the eighteenth line on.
    expect(await problemsOf(levels.join(''))).toEqual(['18:12 limit']);
    expect((await parse(levels.join(''))).documents).toEqual([]);
  });

  test('that multiply by merging are refused, too', async () => {
    const fields = Array.from({ length: 2000 }, (_, index) => `  k${index}: 1\n`).join('');
    const records = Array.from({ length: 400 }, () => '  - {<<: *base}\n').join('');
    expect(await problemsOf(`base: &base\n${fields}records:\n${records}`)).toEqual(['2252:10 limit']);
  });

  test('to the same defaults are read in thousands', async () => {
    const count = Math.floor(defaultLimits.aliasedValues / 100);
    const records = Array.from({ length: count }, (_, index) => `  - {<<: *base, id: ${index}}\n`).join('');
    const yaml = await parse(`base: &base {a: 1, b: {c: 2}}\nrecords:\n${records}`);
    expect(yaml.problems).toEqual([]);
    const read = yaml.documents[0]?.value as { readonly records: readonly unknown[] } | undefined;
    expect(read?.records.at(-1)).toEqual({ a: 1, b: { c: 2 }, id: count - 1 });
  });
});

describe('lines and columns', () => {
  test('are counted as editors do', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '\r', '\n', '😀', '\u2028', ' ') });
    fc.assert(
      fc.property(text, fc.nat(40), (content, at) => {
        const offset = Math.min(at, content.length);
        // Half of a CR LF is not a line of its own.
        const before = content.slice(0, offset).replace(/\r$/, content[offset] === '\n' ? ' ' : '\r');
        const lines = before.split(/\r\n|\r|\n/);
        const source = new SourceText(content);
        expect(source.position(offset)).toEqual({
          line: lines.length,
          column: (lines.at(-1) ?? '').length + 1,
        });
      }),
    );
  });

  test('beyond the end are those of the end', () => {
    expect(new SourceText('a\nbc').position(99)).toEqual({ line: 2, column: 3 });
  });

  test('lead to the text of a line and to where it ends', () => {
    const source = new SourceText('one\r\n  two  \rthree');
    expect([0, 1, 2, 3, 4].map((line) => source.line(line))).toEqual([
      undefined,
      'one',
      '  two  ',
      'three',
      undefined,
    ]);
    expect(source.endOfLine(7)).toBe(10);
  });
});
