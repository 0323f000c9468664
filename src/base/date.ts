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

/**
 * Reads a day in ISO 8601 (`2026-04-01`) or in a Japanese era (`令和8年4月1日`, `R8.4.1`), full-width digits
 * and letters included. A year beyond an era's end is read on (平成32年 is 2020), as old documents have it.
 *
 * @returns the day, or `undefined` where the text is no day of the calendar
 */
export function parseDay(text: string): Day | undefined {
  const direct = iso.exec(text);
  if (direct !== null)
    return isOfCalendar(Number(direct[1]), Number(direct[2]), Number(direct[3])) ? text : undefined;
  const folded = text.normalize('NFKC').replaceAll(/\s/g, '');
  const match = era.exec(folded) ?? eraLetter.exec(folded);
  if (match === null) return iso.test(folded) ? parseDay(folded) : undefined;
  const start = eras[(match[1] ?? '').toLowerCase()] ?? 0;
  const year = match[2] === '元' ? 1 : Number(match[2]);
  return year === 0 ? undefined : calendarDay(start + year, Number(match[3]), Number(match[4]));
}

/**
 * @param example a day as somebody writes days
 * @returns another day in the same notation: by era in words or by the letter of the era, else in ISO 8601
 */
export function writtenLike(example: string, day: Day): string {
  const folded = example.normalize('NFKC').replaceAll(/\s/g, '');
  const letter = eraLetter.exec(folded);
  if (letter === null && !era.test(folded)) return day;
  const date = new Date(`${day}T00:00Z`);
  if (letter === null) return inEra({ dateStyle: 'long' }).format(date);
  const parts = inEra({ era: 'narrow', year: 'numeric', month: 'numeric', day: 'numeric' }).formatToParts(
    date,
  );
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  const separator = /\d([.\-/])/.exec(folded)?.[1] ?? '.';
  return `${part('era')}${[part('year').replace('元', '1'), part('month'), part('day')].join(separator)}`;
}

function inEra(style: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('ja-JP-u-ca-japanese', { ...style, timeZone: 'UTC' });
}

/** @returns the ISO date that is probably meant by a text that is not a valid day */
export function suggestDate(text: string): Day | undefined {
  const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(
    text.normalize('NFKC').replaceAll(/\s/g, ''),
  );
  return match === null ? undefined : calendarDay(Number(match[1]), Number(match[2]), Number(match[3]));
}

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
  const lastOfMonth = new Date(Date.UTC(year + years, month - 1 + months + 1, 0)).getUTCDate();
  const later = new Date(
    Date.UTC(year + years, month - 1 + months, Math.min(date, lastOfMonth) + weeks * 7 + days),
  );
  return later.getUTCFullYear() <= 9999 ? later.toISOString().slice(0, 10) : undefined;
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
