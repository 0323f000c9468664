import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDuration,
  daysBetween,
  endOfFiscalYear,
  parseDateSpan,
  parseDay,
  suggestDate,
  todayInTokyo,
} from '../../src/base/date.ts';
import { anyCharacter } from '../support/made-up.ts';

/** How many of the made-up inputs are tried: some in each run of all tests, all where SEKISHO_FULL asks for the long form. */
const share = (process.env['SEKISHO_FULL'] ?? '') === '' ? 0.3 : 1;

describe('a day is read from', () => {
  test.each<[string, string, string]>([
    ['ISO', '2026-04-01', '2026-04-01'],
    ['ISO in full-width digits', '２０２６－０４－０１', '2026-04-01'],
    ['a leap day', '2024-02-29', '2024-02-29'],
    ['the era', '令和8年4月1日', '2026-04-01'],
    ['the era in full-width digits', '令和８年１２月３１日', '2026-12-31'],
    ['the era with zeros', '令和08年04月01日', '2026-04-01'],
    ['the era with blanks', '令和 8年　4月 1日', '2026-04-01'],
    ['its first year', '令和元年5月1日', '2019-05-01'],
    ['its first year by number', '令和1年5月1日', '2019-05-01'],
    ['the sign of the era', '㋿8年4月1日', '2026-04-01'],
    ['the letter with full stops', 'R8.4.1', '2026-04-01'],
    ['the letter with slashes', 'R8/4/1', '2026-04-01'],
    ['the letter with hyphens', 'R8-4-1', '2026-04-01'],
    ['a small letter', 'r8.4.1', '2026-04-01'],
    ['a full-width letter', 'Ｒ８．４．１', '2026-04-01'],
    ['a letter with zeros', 'R08.04.01', '2026-04-01'],
    ['the last day of 平成', '平成31年4月30日', '2019-04-30'],
    ['the first day of 平成', '平成元年1月8日', '1989-01-08'],
    ['平成 by letter', 'H31.4.30', '2019-04-30'],
    ['the last day of 昭和', '昭和64年1月7日', '1989-01-07'],
    ['the first day of 昭和', '昭和元年12月25日', '1926-12-25'],
    ['昭和 by letter', 's64.1.7', '1989-01-07'],
    ['the last day of 大正', '大正15年12月24日', '1926-12-24'],
    ['大正 by letter', 'T1.7.30', '1912-07-30'],
    ['the last day of 明治', '明治45年7月29日', '1912-07-29'],
    ['明治 by letter', 'M6.1.1', '1873-01-01'],
    ['a year beyond the end of its era', '平成32年3月31日', '2020-03-31'],
    ['the common era in words', '2026年4月1日', '2026-04-01'],
    ['a block of text', '令和8年4月1日\n', '2026-04-01'],
  ])('%s', (_, text, day) => {
    expect(parseDay(text)).toBe(day);
  });
});

describe('no day is', () => {
  test.each([
    '',
    '2026-02-30',
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-00',
    '2026-4-1',
    '2026/04/01',
    '20260401',
    '2026-04',
    '2026-04-01T00:00:00Z',
    '0000-01-01',
    '0050-01-01',
    '12026-04-01',
    '令和8年13月1日',
    '令和8年2月29日',
    '令和8年4月31日',
    '令和0年4月1日',
    '令和00年4月1日',
    'R0.4.1',
    '令和8年4月',
    '令和8年度',
    '令和100年4月1日',
    '令和-8年4月1日',
    '慶応3年4月1日',
    'X8.4.1',
    'R8.4',
    'R8.4.1.1',
    'R8年4月1日まで',
    '未定',
  ])('%j', (text) => {
    expect(parseDay(text)).toBeUndefined();
  });
});

describe('a span is read from', () => {
  test.each<[string, string, string, string]>([
    ['a month in ISO', '2026-04', '2026-04-01', '2026-04-30'],
    ['a month in full-width digits', '２０２６－０４', '2026-04-01', '2026-04-30'],
    ['a month of a leap year', '2024-02', '2024-02-01', '2024-02-29'],
    ['a month of the era', '令和8年4月', '2026-04-01', '2026-04-30'],
    ['a month of the common era', '2026年12月', '2026-12-01', '2026-12-31'],
    ['a month by letter', 'R8.4', '2026-04-01', '2026-04-30'],
    ['a month by a full-width letter', 'Ｒ８／１２', '2026-12-01', '2026-12-31'],
    ['a month beyond the end of its era', '平成32年2月', '2020-02-01', '2020-02-29'],
    ['a fiscal year of the era', '令和7年度', '2025-04-01', '2026-03-31'],
    ['the first fiscal year of an era', '令和元年度', '2019-04-01', '2020-03-31'],
    ['a fiscal year by letter', 'R7年度', '2025-04-01', '2026-03-31'],
    ['a fiscal year of the common era', '２０２５ 年度', '2025-04-01', '2026-03-31'],
  ])('%s', (_, text, first, last) => {
    expect(parseDateSpan(text)).toMatchObject({ first, last });
    expect(parseDay(text)).toBeUndefined();
  });
});

describe('no span is', () => {
  test.each([
    '',
    '2026',
    '2026年',
    '令和8年',
    '2026-13',
    '2026-4',
    '2026/04',
    '2026.4',
    '202604',
    '0000-04',
    '令和0年4月',
    '令和8年13月',
    'R8.0',
    'R8',
    '8.4',
    '令和7年度末',
    '9999年度',
    '2026-04-01',
    '令和8年4月1日',
  ])('%j', (text) => {
    expect(parseDateSpan(text)).toBeUndefined();
  });
});

test('the days of a span are counted through leap years', () => {
  const days = daysBetween('2024-02-27', '2024-03-01');
  expect(days).toEqual(['2024-02-27', '2024-02-28', '2024-02-29', '2024-03-01']);
  expect(daysBetween('2026-04-01', '2026-04-01')).toEqual(['2026-04-01']);
});

/** Days from the beginning of 明治 to the end of the century after this. */
const dayNumber = fc.integer({
  min: Date.UTC(1868, 9, 23) / 86_400_000,
  max: Date.UTC(2100, 11, 31) / 86_400_000,
});
const eras = [
  { name: '明治', letter: 'M', from: '1868-10-23' },
  { name: '大正', letter: 'T', from: '1912-07-30' },
  { name: '昭和', letter: 'S', from: '1926-12-25' },
  { name: '平成', letter: 'H', from: '1989-01-08' },
  { name: '令和', letter: 'R', from: '2019-05-01' },
];
const fullWidth = (text: string) =>
  text.replaceAll(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

test('every day is itself, in ISO and in the notations of its era', () => {
  fc.assert(
    fc.property(dayNumber, (number) => {
      const day = new Date(number * 86_400_000).toISOString().slice(0, 10);
      const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
      const era = eras.findLast(({ from }) => from <= day) ?? { name: '', letter: '', from: '' };
      const eraYear = year - Number(era.from.slice(0, 4)) + 1;
      const inWords = `${era.name}${eraYear}年${month}月${date}日`;
      const byLetter = `${era.letter}${eraYear}.${month}.${date}`;
      const texts = [day, inWords, byLetter, byLetter.toLowerCase(), fullWidth(inWords), fullWidth(day)];
      if (eraYear === 1) texts.push(`${era.name}元年${month}月${date}日`);
      expect(texts.map(parseDay)).toEqual(texts.map(() => day));
    }),
    { numRuns: 5000 * share },
  );
});

test('whatever the text is, a day or nothing comes of it', () => {
  const text = fc.oneof(
    fc.string({ unit: anyCharacter }),
    fc.string({ unit: fc.constantFrom(...'0129-/.年月日令和元R８ ') }),
  );
  fc.assert(
    fc.property(text, (given) => {
      const day = parseDay(given);
      if (day !== undefined) expect(parseDay(day)).toBe(day);
      const meant = suggestDate(given);
      if (meant !== undefined) expect(parseDay(meant) ?? parseDateSpan(meant)?.first.slice(0, 7)).toBe(meant);
      const { first = '', last = '' } = parseDateSpan(given) ?? {};
      expect([first, last].map((end) => parseDay(end) ?? '')).toEqual([first, last]);
      expect(first <= last).toBe(true);
    }),
    { numRuns: 2000 * share },
  );
});

test.each<[string, string | undefined]>([
  ['2026/4/1', '2026-04-01'],
  ['46113', '2026-04-01'],
  ['４６１１３', '2026-04-01'],
  ['19999', undefined],
  ['20260401', '2026-04-01'],
  ['20260431', undefined],
  ['令和7年度末', '2026-03-31'],
  ['2026年2月末日', '2026-02-28'],
  ['年度末', undefined],
  ['2026-4-1', '2026-04-01'],
  ['2026.04.01', '2026-04-01'],
  ['2026年4月1日', '2026-04-01'],
  ['２０２６／４／１', '2026-04-01'],
  ['2026 / 4 / 1', '2026-04-01'],
  ['2026/2/30', undefined],
  ['2026/13/1', undefined],
  ['4/1/2026', undefined],
  ['2026/4', '2026-04'],
  ['2026.12', '2026-12'],
  ['2026/13', undefined],
  ['26/4/1', undefined],
  ['昨日', undefined],
])('by %s is probably meant %s', (text, day) => {
  expect(suggestDate(text)).toBe(day);
});

describe('it is a day in Tokyo', () => {
  test.each([
    ['2026-04-01T14:59:59.999Z', '2026-04-01'],
    ['2026-04-01T15:00:00.000Z', '2026-04-02'],
    ['2026-04-01T00:00:00.000Z', '2026-04-01'],
    ['2026-03-31T23:59:59.999Z', '2026-04-01'],
    ['2026-12-31T15:00:00.000Z', '2027-01-01'],
    ['2024-02-28T15:00:00.000Z', '2024-02-29'],
  ])('at %s', (now, day) => {
    expect(todayInTokyo(new Date(now))).toBe(day);
  });
});

describe('a duration leads from a day to a day', () => {
  test.each<[string, string, string | undefined]>([
    ['2026-04-01', 'P12M', '2027-04-01'],
    ['2026-04-01', 'P1Y6M', '2027-10-01'],
    ['2026-04-01', 'P10D', '2026-04-11'],
    ['2026-12-31', 'P2W1D', '2027-01-15'],
    ['2026-01-31', 'P1M', '2026-02-28'],
    ['2024-02-29', 'P1Y', '2025-02-28'],
    ['2024-01-31', 'P1M1D', '2024-03-01'],
    ['2026-11-30', 'P3M', '2027-02-28'],
    ['2026-04-01', 'P0D', '2026-04-01'],
    ['9999-12-30', 'P1D', '9999-12-31'],
    ['9999-12-31', 'P1D', undefined],
    ['2026-04-01', 'P9000Y', undefined],
    ['2026-04-01', 'P999999999999999M', undefined],
    ['2026-04-01', 'P', undefined],
    ['2026-04-01', 'P1H', undefined],
    ['2026-04-01', '12M', undefined],
    ['2026-04-01', 'P1.5Y', undefined],
    ['2026-04-01', '-P1Y', undefined],
  ])('%s and %s', (day, duration, later) => {
    expect(addDuration(day, duration)).toBe(later);
  });
});

test.each([
  ['2026-04-01', '2027-03-31'],
  ['2026-12-31', '2027-03-31'],
  ['2027-01-01', '2027-03-31'],
  ['2027-03-31', '2027-03-31'],
])('the fiscal year of %s ends on %s', (day, end) => {
  expect(endOfFiscalYear(day)).toBe(end);
});
