import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeRegister } from '../../../src/import/merge/merge.ts';
import type { NumberedRecord } from '../../../src/import/merge/numbered-record.ts';
import type { RegisterValue } from '../../../src/import/register/fields.ts';
import { type Identified, identify, type UnnamedRow } from '../../../src/import/register/identify.ts';
import type { ImportState } from '../../../src/register/state.ts';
import { parse } from '../../support/yaml.ts';

/** How many of the made-up inputs are tried: some in each run of all tests, all where SEKISHO_FULL asks for the long form. */
const share = (process.env['SEKISHO_FULL'] ?? '') === '' ? 0.1 : 1;

interface Written {
  readonly number?: string;
  readonly division?: string;
  readonly name?: string;
  readonly values?: Readonly<Record<string, unknown>>;
}

function rowsOf(written: readonly Written[]): UnnamedRow[] {
  return written.map(({ number, division, name, values = {} }, index) => {
    const row = index + 5;
    const all = {
      ...(name === undefined ? {} : { name }),
      ...(division === undefined ? {} : { division }),
      ...values,
    };
    const cells = Object.entries(all).map(([path, value]): [string, RegisterValue] => [
      path,
      { value, cell: `A${row}` },
    ]);
    return {
      source: { file: '台帳.xlsx', sheet: '台帳', row },
      ...(number === undefined ? {} : { number }),
      ...(division === undefined ? {} : { division }),
      ...(name === undefined ? {} : { name }),
      values: new Map(cells),
    };
  });
}

function recordsOf(rows: readonly UnnamedRow[], { ids }: Identified): NumberedRecord[] {
  return rows.map(({ source, number, values }, index) => ({
    section: 'assets',
    id: ids[index] ?? '',
    source,
    values,
    ...(number === undefined ? {} : { number }),
  }));
}

async function imported(written: readonly Written[], last?: ImportState, text?: string) {
  const rows = rowsOf(written);
  const identified = identify('assets', rows, last);
  const merge = await mergeRegister({
    files: new Map([['assets', text]]),
    last,
    now: recordsOf(rows, identified),
    prune: true,
    adopt: false,
    header: () => '',
  });
  expect([...merge.conflicts, ...merge.problems]).toEqual([]);
  return { ...identified, state: merge.state as ImportState, text: merge.files.get('assets') ?? text };
}

const idsOf = (written: readonly Written[]) => identify('assets', rowsOf(written), undefined).ids;

describe('an id is made', () => {
  test('of the own number, where nothing else has it', () => {
    expect(idsOf([{ number: 'Ａ-００１', name: 'x' }, { number: '情報 12/3' }, { number: '７' }])).toEqual([
      'A-001',
      '情報12-3',
      '7',
    ]);
    expect(
      idsOf([
        { number: '1', division: '総務課', name: '文書' },
        { number: '１', division: '総務課', name: '名簿' },
      ]),
    ).toEqual(['総務課-文書', '総務課-名簿']);
  });

  test('of division and name else, told apart where they are alike', () => {
    const copy = { division: '総 務 課', name: '職員　名簿（写し）' };
    expect(idsOf([copy, copy, { name: '総務課-職員名簿写し-2' }, copy, { division: '市民課' }, {}])).toEqual([
      '総務課-職員名簿写し',
      '総務課-職員名簿写し-2',
      '総務課-職員名簿写し-2-2',
      '総務課-職員名簿写し-3',
      '市民課',
      'assets',
    ]);
  });

  test('so that it gives way to those that are there', () => {
    const rows = rowsOf([{ name: '名簿' }]);
    expect(identify('assets', rows, undefined, ['名簿']).ids).toEqual(['名簿-2']);
  });
});

describe('a row is the record that it was', () => {
  const values = { 'x-型番': 'PX-7', 'x-製造番号': 'SN-1', 'x-備考': '窓口' };

  test('by its number, whatever else changed', async () => {
    const first = await imported([
      { number: 'A-1', name: '文書' },
      { number: 'A-2', name: '名簿' },
    ]);
    const second = await imported(
      [
        { number: 'A-2', name: '文書' },
        { number: 'A-1', name: '帳簿' },
      ],
      first.state,
      first.text,
    );
    expect(second.ids).toEqual(['A-2', 'A-1']);
  });

  test('by its name once its number is another, unless others are called so', async () => {
    const first = await imported([
      { number: '1-1', name: '文書' },
      { number: 'PC-1', name: '端末', values: { medium: 'a' } },
      { number: 'PC-2', name: '端末', values: { medium: 'b' } },
    ]);
    const second = await imported(
      [
        { number: 'R8-1', name: '文書' },
        { number: 'PC-2', name: '端末', values: { medium: 'b' } },
        { number: 'PC-3', name: '端末', values: { medium: 'a' } },
      ],
      first.state,
      first.text,
    );
    expect(second.ids).toEqual(['1-1', 'PC-2', 'PC-3']);
  });

  test('by its name once its division is known, or its number, and not before', async () => {
    const first = await imported([
      { name: '住民票' },
      { name: '申請書', values: { medium: 'a' } },
      { name: '申請書' },
    ]);
    const second = await imported(
      [
        { number: 'A-1', division: '市民課', name: '住民票' },
        { number: 'A-2', division: '市民課', name: '申請書' },
        { number: 'A-3', division: '税務課', name: '申請書', values: { medium: 'a' } },
      ],
      first.state,
      first.text,
    );
    expect(second.ids).toEqual([first.ids[0], first.ids[2], first.ids[1]]);
  });

  test('not by its name, where another division has what is called so', async () => {
    const first = await imported([{ division: '総務課', name: '住民票' }]);
    const second = await imported([{ division: '市民課', name: '住民票' }], first.state, first.text);
    expect(second.ids).toEqual(['市民課-住民票']);
  });

  test('by the most equal values among those that are called alike', async () => {
    const named = (medium: string, manager: string) => ({
      name: '端末',
      values: { medium, manager, form: 'electronic' },
    });
    const first = await imported([named('a', '甲'), named('b', '乙'), named('c', '丙')]);
    const second = await imported(
      [named('c', '丁'), named('x', '新'), named('a', '甲'), named('b', '乙')],
      first.state,
      first.text,
    );
    expect(second.ids).toEqual(['端末-3', '端末-4', '端末', '端末-2']);
  });

  test('under another name, where three other values are its own', async () => {
    const other = {
      division: '市民課',
      name: '他',
      values: { 'x-備考': '窓口', 'x-型番': 'QX', 'x-製造番号': 'SN-2' },
    };
    const own = { ...values, 'x-備考': '奥' };
    const first = await imported([{ division: '総務課', name: '旧名', values: own }, other]);
    const second = await imported(
      [other, { division: '総務課', name: '新名', values: own }],
      first.state,
      first.text,
    );
    expect(second.ids).toEqual(['市民課-他', '総務課-旧名']);
    expect(second.renamed).toEqual([{ index: 1, id: '総務課-旧名', from: '旧名', to: '新名' }]);
    expect(second.text).toContain('id: 総務課-旧名\n    name: 新名');
  });

  test('and is new under another name, where two are', async () => {
    const first = await imported([
      { name: '旧名', values },
      { name: '他', values: { 'x-備考': '窓口' } },
    ]);
    const second = await imported(
      [
        { name: '新名', values },
        { name: '他', values: { 'x-備考': '窓口' } },
      ],
      first.state,
      first.text,
    );
    expect(second.ids).toEqual(['新名', '他']);
    expect(second.renamed).toEqual([]);
  });

  test('without a name, where it says the same', async () => {
    const first = await imported([{ values: { medium: 'a' } }, { values: { medium: 'b' } }]);
    const second = await imported(
      [{ values: { medium: 'c' } }, { values: { medium: 'b' } }],
      first.state,
      first.text,
    );
    expect(second.ids).toEqual(['assets-3', 'assets-2']);
  });
});

describe('whatever becomes of the rows of a sheet', () => {
  /** What is done to the rows between two imports; `keep` is whether a row is left, and `rename` whether it is called otherwise. */
  const changes = fc.array(fc.record({ keep: fc.boolean(), rename: fc.boolean(), change: fc.boolean() }), {
    minLength: 8,
    maxLength: 8,
  });
  const order = fc.shuffledSubarray([...Array(12).keys()], { minLength: 12 });

  test('rows with numbers or names of their own keep their ids, and so do those that are known by three values', async () => {
    const kind = fc.constantFrom('number', 'name', 'values');
    await fc.assert(
      fc.asyncProperty(
        fc.array(kind, { minLength: 1, maxLength: 8 }),
        changes,
        order,
        fc.nat(4),
        async (kinds, done, places, added) => {
          const before = kinds.map(
            (each, index): Written => ({
              ...(each === 'number' ? { number: `N-${index}` } : {}),
              division: `課${index % 2}`,
              name: `名${index}`,
              values: { 'x-a': `a${index}`, 'x-b': `b${index}`, 'x-c': `c${index}`, medium: `m${index % 2}` },
            }),
          );
          const first = await imported(before);
          const kept = before.map(
            (row, index): { readonly row: Written; readonly id: string | undefined } | undefined => {
              const { keep, rename, change } = done[index] ?? { keep: true, rename: false, change: false };
              if (!keep) return undefined;
              const isRenamed = rename && kinds[index] !== 'name';
              const mayChange = change && !(isRenamed && kinds[index] === 'values');
              const name = isRenamed ? `新${index}` : row.name;
              const values = mayChange ? { ...row.values, medium: 'z', 'x-a': `y${index}` } : row.values;
              return { row: { ...row, name, values } as Written, id: first.ids[index] };
            },
          );
          const isNew = Array.from({ length: added }, (_, index) => ({
            row: { name: `追加${index}`, values: { medium: 'm0' } },
            id: undefined,
          }));
          const all = [...kept, ...isNew].filter((each) => each !== undefined);
          const shuffled = places.flatMap((place) => all[place] ?? []);
          const second = await imported(
            shuffled.map(({ row }) => row),
            first.state,
            first.text,
          );
          expect(new Set(second.ids).size).toBe(shuffled.length);
          for (const [index, { id }] of shuffled.entries()) {
            if (id === undefined) expect(first.ids).not.toContain(second.ids[index]);
            else expect(second.ids[index]).toBe(id);
          }
        },
      ),
      { numRuns: Math.ceil(800 * share) },
    );
  });

  test('no fact is lost and no two records are mixed, even of rows that are hardly told apart', async () => {
    const word = fc.constantFrom('甲', '乙', '丙');
    const row = fc.record(
      {
        number: fc.constantFrom('1', '2', '3', '4'),
        division: word,
        name: word,
        values: fc.record({ medium: word, 'x-a': word, 'x-b': word }, { requiredKeys: [] }),
      },
      { requiredKeys: [] },
    );
    const sheet = fc.array(row, { maxLength: 9 }) as fc.Arbitrary<Written[]>;
    await fc.assert(
      fc.asyncProperty(sheet, sheet, order, async (before, others, places) => {
        const first = await imported(before);
        const after = [...before.slice(0, before.length / 2), ...others.slice(0, 4)];
        const shuffled = places.flatMap((place) => after[place] ?? []);
        const second = await imported(shuffled, first.state, first.text);
        const yaml = await parse(second.text ?? '');
        const list = (yaml.documents[0]?.value as { assets?: { id: string }[] } | undefined)?.assets ?? [];
        expect(list).toHaveLength(shuffled.length);
        const records = new Map(list.map((record) => [record.id, record]));
        for (const [index, written] of rowsOf(shuffled).entries()) {
          const values = Object.fromEntries([...written.values].map(([path, { value }]) => [path, value]));
          expect(records.get(second.ids[index] ?? '')).toEqual({ id: second.ids[index], ...values });
        }
        // And the same sheet once more gives the same ids, wherever its rows stand.
        const again = identify('assets', rowsOf(shuffled), second.state);
        expect(again).toEqual({ ids: second.ids, renamed: [] });
        const reversed = identify('assets', rowsOf(shuffled.toReversed()), second.state);
        expect([...reversed.ids].sort()).toEqual([...second.ids].sort());
        expect(reversed.renamed).toEqual([]);
      }),
      { numRuns: Math.ceil(1500 * share) },
    );
  });
});
