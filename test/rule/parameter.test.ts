import { expect, it } from 'vitest';
import { isOlderThan } from '../../src/rule/interval.ts';
import { wordParameter } from '../../src/rule/parameter.ts';

const set = (value: string | number | null) => ({ value, origin: 'default' }) as const;

it.each([
  ['2025-11-20', 'P12M', '2026-11-20', false],
  ['2025-11-19', 'P12M', '2026-11-20', true],
  ['2026-11-10', 'P10D', '2026-11-20', false],
  ['2026-11-09', 'P10D', '2026-11-20', true],
  ['2024-02-29', 'P1Y', '2025-02-28', false],
  ['2024-02-29', 'P1Y', '2025-03-01', true],
])('a day %s and an interval of %s: on %s it is over: %s', (day, interval, asOf, expected) => {
  expect(isOlderThan(day, set(interval), asOf)).toBe(expected);
});

it.each([null, 12, 'soon'])('without an interval (%s) nothing is ever over', (value) => {
  expect(isOlderThan('1900-01-01', set(value), '2026-11-20')).toBe(false);
});

it.each([
  ['P24M', '24か月（既定値）', '24 months (default)'],
  ['P1Y6M', '1年6か月（既定値）', '1 year 6 months (default)'],
  ['P1W1D', '1週1日（既定値）', '1 week 1 day (default)'],
  [8, '8（既定値）', '8 (default)'],
])('a parameter %s is worded %s', (value, ja, en) => {
  expect(wordParameter(set(value))).toEqual({ ja, en });
});
