import fastStringWidth from 'fast-string-width';
import { describe, expect, it } from 'vitest';
import { fitted } from '../../src/report/graph/fitted.ts';
import { columns } from '../../src/report/paper/columns.ts';
import { wrap } from '../../src/report/paper/wrap.ts';
import { sekishoOnProject } from '../support/cli.ts';

/** Every so many characters between two code units. */
const units = (from: number, to: number, step = 1) =>
  Array.from({ length: Math.ceil((to - from) / step) }, (_, index) =>
    String.fromCharCode(from + step * index),
  );

it('a text is as wide as what knows all characters says, whatever stands in it', () => {
  const characters = [
    ...'\u0001\u007f\u00a0…│■①⺀ゔ゛゜ゝ〱〰ヶ・ヽㄱ㈱㌔㐀豈ﬀ｡ｱﾟ￥é\u0301\ufe0f',
    ...units(0x20, 0x7f),
    ...units(0x2fff, 0x3101),
    ...units(0x4dff, 0xa001, 82),
    ...units(0xff00, 0xffff),
  ];
  const wrong = characters.filter((character) =>
    [character, `a${character}b`, `漢${character}字`, `1${character}${character}`].some(
      (text) => columns(text) !== fastStringWidth(text),
    ),
  );
  expect(wrong).toEqual([]);
});

describe('a label of the drawing', () => {
  it.each([
    ['基幹系サーバ', 18, ['基幹系サーバ']],
    ['戸籍附票画像ファイルサーバ', 18, ['戸籍附票画像', 'ファイルサーバ']],
    ['第2庁舎2階フロアスイッチ', 18, ['第2庁舎2階', 'フロアスイッチ']],
    ['インターネットメールゲートウェイサーバ', 20, ['インターネットメール', 'ゲートウェイサーバ']],
  ])(
    '%s breaks into lines of similar length, and not within a word where that can be helped',
    (text, width, lines) => {
      expect(fitted(text, width, 2)).toEqual(lines);
    },
  );
});

it.each([
  ['minakami', true],
  ['isesaki', false],
])('the table of the clauses of %s has a column as wide as they need', async (policy, isLong) => {
  const argv = ['coverage', 'examples/first-steps', '-p', policy, '--as-of', '2026-11-20', '-f', 'html'];
  const { stdout } = await sekishoOnProject(argv);
  expect(stdout.includes('<table class="matrix long">')).toBe(isLong);
});

it.each([
  ['the record “関所町” is wrong', 12, ['the record', '“関所町” is', 'wrong']],
  ['the list of “関所町”, too', 14, ['the list of', '“関所町”, too']],
  ['これは「関所町」です', 8, ['これは', '「関所', '町」です']],
])('no line ends with an opening quotation mark, or begins with a closing one: %s', (text, width, lines) => {
  expect(wrap(text, width)).toEqual(lines);
});

it('a first line that may be longer than the others is not cut down to theirs', () => {
  expect(wrap('一二三四五六七八九', 6, 8)).toEqual(['一二三四', '五六七', '八九']);
  expect(wrap('abcdefghijkl', 3, 5)).toEqual(['abcde', 'fgh', 'ijk', 'l']);
});

it('a place in a file with a Japanese name stays whole where it fits, and is cut where it does not', () => {
  expect(wrap('「住民記録システム」 台帳/機器台帳.yaml:72:7', 32)).toEqual([
    '「住民記録システム」',
    '台帳/機器台帳.yaml:72:7',
  ]);
  expect(wrap('「台帳/機器台帳.yaml」は空です', 26)).toEqual(['「台帳/機器台帳.yaml」は空', 'です']);
  expect(wrap('次の「台帳/機器台帳.yaml」です', 24)).toEqual(['次の', '「台帳/機器台帳.yaml」で', 'す']);
  expect(wrap('台帳/令和8年度/総務課/機器台帳.yaml:72:7', 20)).toEqual([
    '台帳/令和8年度/総務',
    '課/機器台帳.yaml:72:',
    '7',
  ]);
});
