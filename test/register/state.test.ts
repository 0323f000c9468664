import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MergeConflict, MergeProblem } from '../../src/import/merge/merge-problem.ts';
import {
  wordChanged,
  wordConflict,
  wordKept,
  wordMergeProblem,
  wordRecord,
} from '../../src/import/merge/merge-words.ts';
import { wordRenamed } from '../../src/import/register/renamed-words.ts';
import { registerSource } from '../../src/import/register/source-words.ts';
import { CellIndex } from '../../src/register/cells.ts';
import { readState } from '../../src/register/read-state.ts';
import { type ImportState, type StateRecord, writeState } from '../../src/register/state.ts';
import { wordStateProblem } from '../../src/register/words.ts';

function record(
  id: string,
  values: Readonly<Record<string, unknown>> = {},
  more: Partial<StateRecord> = {},
): StateRecord {
  const paths = Object.keys(values);
  return {
    section: 'assets',
    id,
    file: '台帳.xlsx',
    sheet: '管理台帳',
    row: 14,
    values: new Map(Object.entries(values)),
    cells: new Map(paths.map((path, index) => [path, `${String.fromCharCode(65 + index)}14`])),
    ...more,
  };
}

const text = writeState({
  records: [record('b', { name: '住民票', contains: ['my-number'] }), record('a', {}, { number: 'A-1' })],
});

function recordsOf(written: string): readonly StateRecord[] {
  const read = readState(written);
  if (!('state' in read)) throw new Error(read.problem.code);
  return read.state.records;
}

describe('the file of an import', () => {
  test('holds a record a line, in the order of sections and ids', () => {
    expect(text).toBe(`{"version":1,"records":[
{"section":"assets","id":"a","file":"台帳.xlsx","sheet":"管理台帳","row":14,"number":"A-1","values":{},"cells":{}},
{"section":"assets","id":"b","file":"台帳.xlsx","sheet":"管理台帳","row":14,"values":{"contains":["my-number"],"name":"住民票"},"cells":{"contains":"B14","name":"A14"}}
]}
`);
    expect(writeState({ records: [] })).toBe('{"version":1,"records":[\n]}\n');
  });

  test('names the lists that were read, where the import knows them', () => {
    const records = recordsOf(text);
    const named = writeState({ sources: ['ipam.vlans', 'dcim.devices'], records });
    expect(named).toMatch(/^\{"version":1,"sources":\["dcim\.devices","ipam\.vlans"\],"records":\[\n/);
    for (const layout of [named, JSON.stringify(JSON.parse(named), undefined, 2)])
      expect(readState(layout)).toEqual({ state: { sources: ['dcim.devices', 'ipam.vlans'], records } });
    for (const sources of ['[1]', '[null]', '["a",]']) {
      const damaged = named.replace(/\["dcim[^\]]*\]/, sources);
      expect(readState(damaged)).toEqual({ problem: { code: 'damaged', line: 1 } });
    }
  });

  test('is read in another layout, where it is small', () => {
    const formatted = JSON.stringify(JSON.parse(text), undefined, 2);
    expect(readState(formatted)).toEqual(readState(text));
    expect(readState(formatted.padEnd(5 * 1024 * 1024))).toEqual({ problem: { code: 'foreign', line: 1 } });
  });

  test('says which files the import left, as long as it is as the import wrote it', () => {
    const records = recordsOf(text);
    const left = new Map([
      ['systems', 'b'.repeat(64)],
      ['assets', 'a'.repeat(64)],
    ] as const);
    const written = writeState({ records, left });
    expect(JSON.parse(written).left.files).toEqual({ assets: 'a'.repeat(64), systems: 'b'.repeat(64) });
    expect(readState(written)).toEqual({ state: { records, left } });
    for (const changed of [
      written.replace('"row":14', '"row":15'),
      written.replace('"above"', '<<<<<<< ours\n"above"'),
      written.replaceAll('\n', '\r\n'),
      written.slice(0, -3),
    ])
      expect(readState(changed)).toEqual({ state: { records: expect.any(Array) } });
  });

  test.each([
    ['a comma too few', text.replace('},\n', '}\n'), 3],
    ['a comma too many', text.replace('}\n]}', '},\n]}'), 4],
    ['something after its end', `${text}{}\n`, 4],
    ['no end', text.slice(0, -4), 3],
    ['a line of brackets', text.replace('\n', `\n${'['.repeat(5 * 1024 * 1024)}\n`), 2],
  ])('is damaged with %s', (_, damaged, line) => {
    expect(readState(damaged)).toEqual({ problem: { code: 'damaged', line } });
  });

  test('gives back what was written, whatever it is, and the same bytes', () => {
    const value = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.integer(),
      fc.boolean(),
      fc.array(fc.string({ unit: 'grapheme' })),
    );
    const name = fc.string({ unit: 'binary', minLength: 1, maxLength: 20 });
    const path = fc.oneof(
      fc.constantFrom('name', 'a.b', '1', 'x-No.1'),
      name.map((header) => `x-${header.replaceAll('.', '')}`),
    );
    const one = fc.record({
      section: fc.constantFrom('assets' as const, 'systems' as const),
      id: name,
      file: name,
      sheet: name,
      row: fc.integer({ min: 1, max: 1_000_000 }),
      values: fc.array(fc.tuple(path, value)).map((entries) => new Map(entries)),
      cells: fc.array(fc.tuple(path, fc.constantFrom('A1', 'XFD1048576'))).map((entries) => new Map(entries)),
    });
    const records = fc.uniqueArray(one, { selector: ({ section, id }) => `${section}/${id}` });
    const fed = fc.uniqueArray(one, {
      selector: ({ section, id, file, sheet }) => JSON.stringify([section, id, file, sheet]),
    });
    fc.assert(
      fc.property(records, fed, (written, updates) => {
        const once = writeState({ records: written, fed: updates });
        const lines = written.length + 2 + (updates.length === 0 ? 0 : updates.length + 1);
        expect(once.trimEnd().split('\n')).toHaveLength(lines);
        const read = readState(once);
        expect(read).toHaveProperty('state');
        const { state } = read as { state: ImportState };
        expect(writeState(state)).toBe(once);
        expect(readState(JSON.stringify(JSON.parse(once)))).toEqual(read);
        for (const each of written) expect(state.records).toContainEqual(each);
        for (const each of updates) expect(state.fed).toContainEqual(each);
      }),
      { numRuns: 150 },
    );
  });

  test.each([
    ['', 'damaged 1'],
    ['x', 'damaged 1'],
    [text.slice(0, -20), 'damaged 3'],
    [text.replace('"id":"b"', '"id":b'), 'damaged 3'],
    [
      text.replace('\n{"section":"assets","id":"b"', '\n=======\n{"section":"assets","id":"b"'),
      'merge-markers 3',
    ],
    ['[]', 'foreign 1'],
    ['{"findings":[]}', 'foreign 1'],
    [text.replace('"version":1', '"version":2'), 'version 1'],
    [text.replace('"id":"b"', '"id":"a"'), 'duplicate-record 3 a'],
    [text.replace('"id":"b"', '"id":""'), 'bad-record 3 id'],
    [
      text.replace('"id":"b"', '"id":"b\\u0000"').replace('"row":14,"values":{"c', '"row":0,"values":{"c'),
      'bad-record 3 row',
    ],
    [
      text.replace('"section":"assets","id":"b"', '"section":"organization","id":"b"'),
      'bad-record 3 section',
    ],
    [text.replace('"name":"住民票"', '"__proto__":{"polluted":true}'), 'bad-record 3 values'],
    [text.replace('"name":"住民票"', '"a.constructor.b":1'), 'bad-record 3 values'],
    [text.replace('["my-number"]', '[{"__proto__":1}]'), 'bad-record 3 values'],
    [text.replace('["my-number"]', `${'['.repeat(50)}1${']'.repeat(50)}`), 'bad-record 3 values'],
    [text.replace('"name":"住民票"', '"name":null'), 'bad-record 3 values'],
    [text.replace('"A14"', '"=A14"'), 'bad-record 3 cells'],
    [text.replace('"A14"', '14'), 'bad-record 3 cells'],
    ['{"version":1,"records":[1]}', 'bad-record 1 record'],
  ])('%j is no such file: %s', (damaged, expected) => {
    const read = readState(damaged);
    const { code, line, detail } = 'problem' in read ? read.problem : { code: 'none', line: 0 };
    expect([code, line, ...(detail === undefined ? [] : [detail])].join(' ')).toBe(expected);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test('never makes a reader fail, however it is damaged', () => {
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(30), fc.string({ maxLength: 10 }), (at, length, put) => {
        const read = readState(text.slice(0, at) + put + text.slice(at + length));
        expect('state' in read || read.problem.line > 0).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('is refused before any line is read where it has more lines than there may be records', () => {
    const text = `{"version":1,"records":[\n${'no record\n'.repeat(500_100)}]}\n`;
    expect(readState(text)).toMatchObject({ problem: { code: 'too-large' } });
  });

  test('may have been written anew by an editor', () => {
    const indented = `\uFEFF${JSON.stringify(JSON.parse(text), undefined, 2).replaceAll('\n', '\r\n')}`;
    const read = readState(indented);
    expect('state' in read ? writeState(read.state) : read.problem).toBe(text);
  });
});

describe('the cell of a field', () => {
  const values = {
    name: 'x',
    'encryption.atRest': true,
    'encryption.inTransit': true,
    software: [{ name: 'OS' }],
    'x-No.1': 'y',
  };
  const index = new CellIndex({ records: [record('a', values)] });

  test.each([
    [['name'], 'A14'],
    [['encryption', 'atRest'], 'B14'],
    [['encryption'], 'B14'],
    [['encryption', 'other'], 'A14'],
    [['software', 0, 'name'], 'D14'],
    [['x-No.1'], 'E14'],
    [['names'], 'A14'],
    [[], 'A14'],
  ])('%j is %s', (path, cell) => {
    expect(index.sourceOf('assets', 'a', path)).toEqual({ file: '台帳.xlsx', sheet: '管理台帳', cell });
  });

  test('is nowhere for a record of no register', () => {
    expect(index.sourceOf('systems', 'a', ['name'])).toBeUndefined();
  });
});

describe('in words', () => {
  const source = { file: '台帳.xlsx', sheet: '管理台帳', row: 14 };
  const of = { section: 'assets' as const, id: '住民票', source };
  const position = { line: 3, column: 5 };
  const field = { ...of, path: 'medium', cell: 'M14', position };
  const conflicts: MergeConflict[] = [
    { ...field, code: 'both-changed', base: 'USB', written: undefined, register: ['DVD', 'on'] },
    { ...of, code: 'removed-and-changed', paths: ['medium', 'name'] },
    { ...of, code: 'vanished-and-edited', position },
    { ...of, code: 'id-taken', position },
  ];
  const problems: MergeProblem[] = [
    { section: 'assets', code: 'no-state' },
    { section: 'assets', code: 'yaml', position, problem: { code: 'merge-not-mapping', start: 0, end: 1 } },
    { section: 'assets', code: 'no-mapping' },
    { section: 'assets', code: 'no-list' },
    { section: 'assets', code: 'no-record' },
    { section: 'assets', code: 'duplicate-id', id: 'a', first: position },
    ...(['anchor', 'alias', 'merged', 'tag', 'not-a-mapping', 'flow-section', 'layout'] as const).map(
      (why): MergeProblem => ({ section: 'assets', code: 'not-editable', id: 'a', path: 'name', why }),
    ),
  ];
  const states = [
    'too-large',
    'damaged',
    'merge-markers',
    'foreign',
    'version',
    'bad-record',
    'duplicate-record',
  ] as const;

  test('all that is reported is said in both languages', () => {
    const texts = [
      ...conflicts.map((one) => wordConflict(one, registerSource)),
      ...problems.map((one) => wordMergeProblem(one, registerSource)),
      ...states.map((code) => wordStateProblem({ code, line: 3, detail: 'id' })),
      wordChanged({ ...field, from: undefined, to: 'あ'.repeat(100) }, registerSource),
      wordKept({ ...field, written: 'CD', register: 3 }, registerSource),
      ...(['added', 'vanished', 'removed', 'removedByHand'] as const).map((outcome) =>
        wordRecord(of, outcome, registerSource),
      ),
      wordRenamed({ index: 0, id: '住民票', from: '旧名', to: '新名' }),
    ];
    expect(new Set(texts.map(({ ja }) => ja)).size).toBe(texts.length);
    expect(new Set(texts.map(({ en }) => en)).size).toBe(texts.length);
    for (const { ja, en } of texts) {
      expect(`${ja}${en}`).not.toMatch(/undefined|\[object/);
      expect(ja).not.toMatch(/。$/);
      expect(en).not.toMatch(/\.$/);
    }
    expect(texts[0]).toMatchInlineSnapshot(`
      {
        "en": "medium of "住民票" (assets) has changed both here and in the register, differently. Last import: USB; here: (none); 台帳.xlsx 管理台帳!M14: [DVD, "on"]. Make both say what is right",
        "ja": "情報資産「住民票」の medium が、YAML と表の両方で別々に変わっています。前回: USB、YAML: (なし)、台帳.xlsx 管理台帳!M14: [DVD, "on"]。正しい方に両方をそろえてください",
      }
    `);
    expect(texts.at(-2)).toMatchInlineSnapshot(`
      {
        "en": ""住民票" (assets) was removed from the YAML by hand and stays away (row 14 of 台帳.xlsx 管理台帳); to have it back, remove its line from register.import.json and import again",
        "ja": "情報資産「住民票」は YAML から手で消されているので、加えません (台帳.xlsx 管理台帳の14行目)。戻すなら register.import.json からこの1件の行を消して取り込み直してください",
      }
    `);
  });
});
