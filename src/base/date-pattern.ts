import { eras, isOfCalendar } from './date.ts';
import { fullWidth } from './full-width.ts';
import { groupBy } from './groups.ts';
import { once } from './once.ts';

/**
 * Regular expressions (ECMA-262, as JSON Schema has them) for what `parseDay` and `parseSpan` read: an editor that knows
 * only the schema refuses `2026/4/1` and 30 February like sekisho. Schemas ask for one at every date in them, and each is long to make.
 */

/** A day: `2026-04-01`, `2026年4月1日`, `令和8年4月1日`, `R8.4.1`. */
export const dayPattern = once(() => exactly([...isoDays(), ...wordedDays(), ...letterDays()]));

/** A day, a month or a fiscal year: `2026-04`, `2026年4月`, `令和8年4月`, `R8.4`, `2025年度`, `令和7年度`, `R7年度`. */
export const datePattern = once(() =>
  exactly([...isoDays(), ...wordedDays(), ...letterDays(), ...months(), ...fiscalYears()]),
);

function exactly(alternatives: readonly string[]): string {
  return `^\\s*(?:${alternatives.join('|')})\\s*$`;
}

const digit = '[0-9０-９]';
const dash = '[-－]';
const separator = '[-./－．／]';
/** As the calendar of the computer begins: earlier years have fewer digits. */
const year = `(?!${digits('00')})${digit}{4}`;

/** The months of 31, 30 and at most 29 days. */
const monthsOf = { 31: [1, 3, 5, 7, 8, 10, 12], 30: [4, 6, 9, 11], 28: [2] } as const;

function isoDays(): string[] {
  const { ordinary, leap } = monthDays(twoDigits, dash);
  return [`${year}${dash}${ordinary}`, `${leapYears()}${dash}${leap}`];
}

function wordedDays(): string[] {
  const { ordinary, leap } = monthDays(oneOrTwoDigits, '\\s*月\\s*');
  const years = [year, `${oneOf(eraNames)}\\s*${eraYear}`];
  const leapYearsOfAny = [leapYears(), ...byEra(eraNames, true)];
  return [
    `(?:${years.join('|')})\\s*年\\s*${ordinary}\\s*日`,
    `(?:${leapYearsOfAny.join('|')})\\s*年\\s*${leap}\\s*日`,
  ];
}

function letterDays(): string[] {
  const between = `\\s*${separator}\\s*`;
  const { ordinary, leap } = monthDays(oneOrTwoDigits, between);
  return [
    `${oneOf(eraLetters)}\\s*${plainEraYear}${between}${ordinary}`,
    `(?:${byEra(eraLetters).join('|')})${between}${leap}`,
  ];
}

/** Each of some eras with its leap years; eras whose leap years are the same together. */
function byEra(named: readonly Era[], mayBeFirst = false): string[] {
  const withYears = groupBy(named, ({ start }) => leapYearsOfEra(start, mayBeFirst));
  return [...withYears].map(([years, eras]) => `${oneOf(eras)}\\s*${years}`);
}

function months(): string[] {
  const month = oneOrTwoDigits(1, 12);
  return [
    `${year}${dash}${twoDigits(1, 12)}`,
    `${year}\\s*年\\s*${month}\\s*月`,
    `${oneOf(eraNames)}\\s*${eraYear}\\s*年\\s*${month}\\s*月`,
    `${oneOf(eraLetters)}\\s*${plainEraYear}\\s*${separator}\\s*${month}`,
  ];
}

function fiscalYears(): string[] {
  return [
    `(?!${digits('9999')})${year}\\s*年度`,
    `${oneOf([...eraNames, ...eraLetters])}\\s*${eraYear}\\s*年度`,
  ];
}

interface Era {
  /** a pattern of its name */
  readonly name: string;
  /** the year before its first */
  readonly start: number;
}

const eraNames: readonly Era[] = Object.entries(eras)
  .filter(([name]) => name.length > 1)
  .map(([name, start]) => ({ name, start }));

const eraLetters: readonly Era[] = Object.entries(eras)
  .filter(([name]) => name.length === 1)
  .map(([name, start]) => {
    const upper = name.toUpperCase();
    return { name: `[${name}${upper}${fullWidth(name)}${fullWidth(upper)}]`, start };
  });

function oneOf(named: readonly Era[]): string {
  return `(?:${named.map(({ name }) => name).join('|')})`;
}

const plainEraYear = oneOrTwoDigits(1, 99);
const eraYear = `(?:元|${plainEraYear})`;

/**
 * The months with their days, and apart from them 29 February, which only leap years have.
 *
 * @param number writes a pattern for numbers from one to another
 */
function monthDays(
  number: (from: number, to: number) => string,
  between: string,
): { readonly ordinary: string; readonly leap: string } {
  const ordinary = Object.entries(monthsOf).map(
    ([days, all]) =>
      `(?:${all.map((one) => number(one, one)).join('|')})${between}${number(1, Number(days))}`,
  );
  return { ordinary: `(?:${ordinary.join('|')})`, leap: `${number(2, 2)}${between}${number(29, 29)}` };
}

function twoDigits(from: number, to: number): string {
  return numbers(from, to, (one) => [String(one).padStart(2, '0')]);
}

function oneOrTwoDigits(from: number, to: number): string {
  return numbers(from, to, (one) => [...new Set([String(one), String(one).padStart(2, '0')])]);
}

function numbers(from: number, to: number, write: (one: number) => readonly string[]): string {
  return amongst(Array.from({ length: to - from + 1 }, (_, index) => from + index).flatMap(write));
}

/** Texts of one or two digits, those with the same first digit together. */
function amongst(texts: readonly string[]): string {
  const byFirst = new Map<string, string[]>();
  for (const [first = '', ...rest] of texts)
    byFirst.set(first, [...(byFirst.get(first) ?? []), rest.join('')]);
  const alternatives = [...byFirst].map(([first, rests]) => {
    const seconds = rests.filter((rest) => rest !== '');
    const second = seconds.length === 0 ? '' : `[${seconds.join('')}${seconds.map(fullWidth).join('')}]`;
    return `${digits(first)}${second}${second !== '' && rests.includes('') ? '?' : ''}`;
  });
  return `(?:${alternatives.join('|')})`;
}

/** The Gregorian leap years of four digits. */
function leapYears(): string {
  const fourths = numbers(1, 24, (one) => [String(one * 4).padStart(2, '0')]);
  const centuries = numbers(1, 24, (one) => [String(one * 4).padStart(2, '0')]);
  return `(?:(?!${digits('00')})${digit}{2}${fourths}|${centuries}${digits('00')})`;
}

/**
 * The leap years of an era, counted in it; a year beyond its end counts on.
 *
 * @param mayBeFirst whether the first year may be written 元
 */
function leapYearsOfEra(start: number, mayBeFirst: boolean): string {
  const leap = Array.from({ length: 99 }, (_, index) => index + 1).filter((one) =>
    isOfCalendar(start + one, 2, 29),
  );
  const written = amongst(leap.flatMap((one) => [...new Set([String(one), String(one).padStart(2, '0')])]));
  return mayBeFirst && leap.includes(1) ? `(?:元|${written})` : written;
}

/** Digits as they stand, each in ASCII or full width. */
function digits(text: string): string {
  return [...text].map((one) => `[${one}${fullWidth(one)}]`).join('');
}
