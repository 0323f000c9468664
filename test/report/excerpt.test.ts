import fc from 'fast-check';
import { expect, it } from 'vitest';
import { columns } from '../../src/report/paper/columns.ts';
import { excerpt } from '../../src/report/paper/excerpt.ts';
import { placeIn } from '../support/result.ts';

const place = (column: number, endColumn: number) => ({ ...placeIn('a.yaml', 1), column, endColumn });
const cut = (source: string, column: number, endColumn: number, width: number) =>
  Object.values(excerpt(source, place(column, endColumn), width)).join('|');

it.each([
  ['a line that fits, as it is', cut('id: abc # x', 5, 8, 40), 'id: |abc| # x'],
  ['the end where that is too long', cut(`id: abc # ${'x'.repeat(40)}`, 5, 8, 20), 'id: |abc| # xxxxxxxxx…'],
  [
    'the beginning where the place stands far behind',
    cut(`${'x'.repeat(60)}abc`, 61, 64, 20),
    '…xxxxxxxxx|abc|',
  ],
  [
    'the place itself where it fills the line',
    cut(`id: ${'a'.repeat(60)} # x`, 5, 65, 20),
    'id: |aaaaaaaaaaaaaaa…|…',
  ],
  [
    'no variant of a character that is cut away',
    cut(`${'葛\u{e0100}'.repeat(40)}abc`, 121, 124, 20),
    '…葛\u{e0100}葛\u{e0100}葛\u{e0100}葛\u{e0100}|abc|',
  ],
  [
    'Japanese characters by the two columns they take',
    cut(`名: ${'字'.repeat(30)}`, 4, 34, 20),
    '名: |字字字字字字字…|',
  ],
])('shows %s', (_, shown, expected) => {
  expect(shown).toBe(expected);
});

it('never takes more than its width and a mark, and always shows where the place begins', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', ' ', '字', '：', '\t'), minLength: 1, maxLength: 200 }),
      fc.nat(),
      fc.nat(),
      fc.integer({ min: 20, max: 80 }),
      (source, start, length, width) => {
        const column = 1 + (start % source.length);
        const endColumn = column + 1 + (length % (source.length - column + 1));
        const { before, marked, after } = excerpt(source, place(column, endColumn), width);
        expect(columns(before + marked + after)).toBeLessThanOrEqual(width + 1);
        expect(marked[0]).toBe(source[column - 1] === '\t' ? ' ' : source[column - 1]);
      },
    ),
  );
});

it('shows the same of a line however far it goes on before and behind', () => {
  const signs = [
    'a',
    '字',
    ' ',
    '\t',
    '葛\u{e0100}',
    '👩\u200D💻',
    'e\u0301',
    '\u200B',
    '1\uFE0F\u20E3',
    '\u001B',
    '🏽',
  ];
  const near = fc.string({ unit: fc.constantFrom(...signs), minLength: 1, maxLength: 9 });
  fc.assert(
    fc.property(near, near, near, fc.constantFrom('', 'ー', 'x', '値'), (before, located, behind, filler) => {
      const shown = (far: number) => {
        const start = `${'x'.repeat(far)}${before}`;
        const marked = located + filler.repeat(far);
        const source = `${start}${marked}${behind}${'y'.repeat(far)}`;
        return cut(source, start.length + 1, start.length + marked.length + 1, 20);
      };
      expect(shown(5000)).toBe(shown(25));
    }),
    { numRuns: 500 },
  );
});
