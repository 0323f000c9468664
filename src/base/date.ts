import { foldText } from './fold-text.ts';

/** A day as ISO 8601 `YYYY-MM-DD`. Days compare as texts. */
export type Day = string;

export const eras: Readonly<Record<string, number>> = {
  令和: 2018,
  平成: 1988,
  昭和: 1925,
  大正: 1911,
  明治: 1867,
  r: 2018,
  h: 1988,
  s: 1925,
  t: 1911,
  m: 1867,
};

const iso = /^(\d{4})-(\d{2})-(\d{2})$/;
const era = /^(令和|平成|昭和|大正|明治)(\d{1,2}|元)年(\d{1,2})月(\d{1,2})日$/;
const eraLetter = /^([RHSTM])(\d{1,2})[.\-/](\d{1,2})[.\-/](\d{1,2})$/i;
const commonEra = /^()(\d{4})年(\d{1,2})月(\d{1,2})日$/;

/**
 * Reads a day in ISO 8601 (`2026-04-01`), in words (`2026年4月1日`) or in a Japanese era (`令和8年4月1日`, `R8.4.1`), full-width
 * digits and letters included. A year beyond an era's end is read on (平成32年 is 2020), as old documents have it.
 *
 * @returns the day, or `undefined` where the text is no day of the calendar
 */
export function parseDay(text: string): Day | undefined {
  const direct = iso.exec(text);
  if (direct !== null)
    return isOfCalendar(Number(direct[1]), Number(direct[2]), Number(direct[3])) ? text : undefined;
  const folded = foldText(text);
  const match = era.exec(folded) ?? eraLetter.exec(folded) ?? commonEra.exec(folded);
  if (match === null) return iso.test(folded) ? parseDay(folded) : undefined;
  const year = yearOf(match);
  return year === undefined ? undefined : calendarDay(year, Number(match[3]), Number(match[4]));
}

/** @returns the year of an era (`undefined` of year 0) or, where no era is written, the year as it is written */
function yearOf([, name = '', written = '']: RegExpExecArray): number | undefined {
  const year = written === '元' ? 1 : Number(written);
  return year === 0 ? undefined : (eras[name.toLowerCase()] ?? 0) + year;
}

/** A month or a Japanese fiscal year (April to March), from its first to its last day. */
export interface DateSpan {
  readonly first: Day;
  readonly last: Day;
  readonly unit: 'month' | 'fiscal-year';
}

const isoMonth = /^()(\d{4})-(\d{2})$/;
const eraMonth = /^(令和|平成|昭和|大正|明治)(\d{1,2}|元)年(\d{1,2})月$/;
const commonEraMonth = /^()(\d{4})年(\d{1,2})月$/;
const eraLetterMonth = /^([RHSTM])(\d{1,2})[.\-/](\d{1,2})$/i;
const fiscalYearOfEra = /^(令和|平成|昭和|大正|明治|[RHSTM])(\d{1,2}|元)年度$/i;
const fiscalYearOfCommonEra = /^()(\d{4})年度$/;

/**
 * Reads a month (`2026-04`, `2026年4月`, `令和8年4月`, `R8.4`) or a fiscal year (`令和7年度`, `R7年度`, `2025年度`), folded as days
 * are. A year alone is neither: nobody knows whether it begins in January or in April.
 *
 * @returns the span, or `undefined` where the text is neither
 */
export function parseDateSpan(text: string): DateSpan | undefined {
  const folded = foldText(text);
  const month =
    isoMonth.exec(folded) ??
    eraMonth.exec(folded) ??
    commonEraMonth.exec(folded) ??
    eraLetterMonth.exec(folded);
  const match = month ?? fiscalYearOfEra.exec(folded) ?? fiscalYearOfCommonEra.exec(folded);
  const year = match === null ? undefined : yearOf(match);
  if (year === undefined) return undefined;
  const first = calendarDay(year, month === null ? 4 : Number(month[3]), 1);
  if (first === undefined) return undefined;
  if (month !== null)
    return {
      first,
      last: calendarDay(year, Number(month[3]), daysIn(year, Number(month[3]))) ?? first,
      unit: 'month',
    };
  const last = endOfFiscalYear(first);
  return iso.test(last) ? { first, last, unit: 'fiscal-year' } : undefined;
}

/** @param month from 1 */
function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** @returns every day from one to another, both included */
export function daysBetween(first: Day, last: Day): Day[] {
  const from = Date.parse(first);
  const count = (Date.parse(last) - from) / dayLength + 1;
  return Array.from({ length: count }, (_, index) =>
    new Date(from + index * dayLength).toISOString().slice(0, 10),
  );
}

/** in milliseconds; days are counted in UTC, where all are equally long */
const dayLength = 24 * 60 * 60 * 1000;

/**
 * @param example a day as somebody writes days
 * @returns another day in the same notation: by era in words or by the letter of the era, else in ISO 8601
 */
export function writtenLike(example: string, day: Day): string {
  const folded = foldText(example);
  const letter = eraLetter.exec(folded);
  if (letter === null && !era.test(folded)) return day;
  const date = new Date(`${day}T00:00Z`);
  if (letter === null) return inJapaneseEra(day);
  const parts = inEra({ era: 'narrow', year: 'numeric', month: 'numeric', day: 'numeric' }).formatToParts(
    date,
  );
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  const separator = /\d([.\-/])/.exec(folded)?.[1] ?? '.';
  return `${part('era')}${[part('year').replace('元', '1'), part('month'), part('day')].join(separator)}`;
}

/** @returns a day by its era, in words: 令和9年7月1日 */
export function inJapaneseEra(day: Day): string {
  return inEra({ dateStyle: 'long' }).format(new Date(`${day}T00:00Z`));
}

function inEra(style: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('ja-JP-u-ca-japanese', { ...style, timeZone: 'UTC' });
}

/**
 * @returns the ISO date, or the month, that is probably meant by a text that is neither: `2026/4/1`, `20260401`, 令和7年度末, or
 *   46113, as a spreadsheet counts days
 */
export function suggestDate(text: string): string | undefined {
  const folded = foldText(text);
  if (/^[2-7]\d{4}$/.test(folded)) return daysAfter(firstOfSpreadsheets, Number(folded));
  if (/末日?$/.test(folded)) return parseDateSpan(folded.replace(/末日?$/, ''))?.last;
  const [, year, month, day] =
    /^(\d{4})[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?)?$/.exec(folded) ??
    /^(\d{4})(\d\d)(\d\d)$/.exec(folded) ??
    [];
  const meant = calendarDay(Number(year), Number(month), Number(day ?? 1));
  return day === undefined ? meant?.slice(0, 7) : meant;
}

/** The day that spreadsheets count as 0. They take 1900 for a leap year, so this holds from March 1900 on. */
const firstOfSpreadsheets = '1899-12-30';

function daysAfter(day: Day, count: number): Day {
  return new Date(Date.parse(day) + count * dayLength).toISOString().slice(0, 10);
}

/** @returns `undefined` where there is no such day */
function calendarDay(year: number, month: number, day: number): Day | undefined {
  if (!isOfCalendar(year, month, day)) return undefined;
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

export function isOfCalendar(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** @returns the current day in Japan, whatever the time zone of the machine */
export function todayInTokyo(now: Date): Day {
  // Japan has had no summer time since 1951: nine hours ahead of UTC all year.
  return new Date(now.getTime() + 9 * 60 * 60 * 1000).toISOString().slice(0, 10);
}

/**
 * Adds an ISO 8601 duration of years, months, weeks and days (`P12M`, `P1Y6M`, `P10D`) to a day. A day that the
 * month does not have becomes its last one.
 *
 * @returns `undefined` where the text is no such duration, or leads beyond the year 9999
 */
export function addDuration(day: Day, duration: string): Day | undefined {
  const match = /^P(?=\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/.exec(duration);
  if (match === null) return undefined;
  const [years, months, weeks, days] = match.slice(1).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
  ];
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const lastOfMonth = daysIn(year + years, month + months);
  const later = new Date(
    Date.UTC(year + years, month - 1 + months, Math.min(date, lastOfMonth) + weeks * 7 + days),
  );
  return later.getUTCFullYear() <= 9999 ? later.toISOString().slice(0, 10) : undefined;
}

/**
 * @returns the last day of a time that begins on a day and lasts as long as an ISO 8601 duration, which nothing in the calendar
 *   outlasts; `undefined` where the text is no duration
 */
export function lastDayWithin(day: Day, duration: string): Day | undefined {
  return addDuration(day, duration) ?? (isDuration(duration) ? '9999-12-31' : undefined);
}

/** What is written for an interval that is counted in fiscal years rather than from day to day. */
export const fiscalYear = 'fiscal-year';

/**
 * Whether a text is an interval: an ISO 8601 duration, or `fiscal-year`, which a day meets that lies in the fiscal year
 * of the day looked from or in the one before, since the running year is not over.
 */
export function isInterval(text: string): boolean {
  return text === fiscalYear || isDuration(text);
}

/** Whether a text is an ISO 8601 duration. */
export function isDuration(text: string): boolean {
  return addDuration('2000-01-01', text) !== undefined;
}

/**
 * @param before how many fiscal years earlier; 0 for the one of the day itself
 * @returns the first day, 1 April, of the Japanese fiscal year in which a day falls, or of an earlier one
 */
export function startOfFiscalYear(day: Day, before = 0): Day {
  return `${Number(endOfFiscalYear(day).slice(0, 4)) - 1 - before}-04-01`;
}

/** @returns the last day of the Japanese fiscal year, 31 March, in which a day falls */
export function endOfFiscalYear(day: Day): Day {
  const year = Number(day.slice(0, 4));
  return day.slice(5) <= '03-31' ? `${year}-03-31` : `${year + 1}-03-31`;
}

/** Whether a value is a day later than the day judged by. */
export function isToCome(written: Day | boolean | undefined, asOf: Day): written is Day {
  return typeof written === 'string' && written > asOf;
}
