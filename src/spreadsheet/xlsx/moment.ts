/** A day and time, or a duration. */
export interface Moment {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** of a duration, beyond 24 */
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** What is shown of a day and time. */
export interface MomentShown {
  readonly date: 'day' | 'month' | 'year' | undefined;
  readonly time: 'minutes' | 'seconds' | undefined;
  /** a duration, of which the hours go on beyond 24 */
  readonly elapsed: boolean;
}

const secondsOfDay = 24 * 60 * 60;
const millisecondsOfDay = secondsOfDay * 1000;

/**
 * @param serial a number as spreadsheets keep days: the days since the end of 1899, or of 1903 on early Macintoshes, with the
 *   time as a fraction (ECMA-376-1, section 18.17.4)
 * @returns the day and time that it means; nothing where it means none: before the first day, behind the year 9999, and
 *   1900-02-29, which 1900 did not have and spreadsheets do
 */
export function momentOf(serial: number, shown: MomentShown, from1904: boolean): Moment | undefined {
  const seconds = Math.round(serial * secondsOfDay);
  const days = Math.floor(seconds / secondsOfDay);
  if (!Number.isFinite(serial) || serial < 0) return undefined;
  const time = clock(seconds - (shown.elapsed ? 0 : days * secondsOfDay));
  if (shown.date === undefined) return { year: 0, month: 0, day: 0, ...time };
  const calendar = calendarDay(days, from1904);
  return calendar === undefined ? undefined : { ...calendar, ...time };
}

/** Reads a day and time that is written as such (`t="d"`, ECMA-376-1, section 18.18.11). */
export function readMoment(text: string): Moment | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?Z?)?$/.exec(text.trim());
  if (match === null) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map((digits) => Number(digits ?? 0));
  return { year, month, day, hour, minute, second };
}

/** Writes what is shown of a day and time: `2026-04-01 10:30`, `2026-04`, `10:30:15`. */
export function writeMoment(moment: Moment, shown: MomentShown): string {
  const parts: string[] = [];
  if (shown.date !== undefined) parts.push(dateText(moment, shown.date));
  if (shown.time !== undefined || shown.elapsed) parts.push(timeText(moment, shown.time === 'seconds'));
  return parts.join(' ');
}

function dateText({ year, month, day }: Moment, date: 'day' | 'month' | 'year'): string {
  const months = date === 'year' ? '' : `-${twoDigits(month)}`;
  return `${String(year).padStart(4, '0')}${months}${date === 'day' ? `-${twoDigits(day)}` : ''}`;
}

function timeText({ hour, minute, second }: Moment, withSeconds: boolean): string {
  return `${twoDigits(hour)}:${twoDigits(minute)}${withSeconds ? `:${twoDigits(second)}` : ''}`;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

function clock(seconds: number): { hour: number; minute: number; second: number } {
  return { hour: Math.floor(seconds / 3600), minute: Math.floor(seconds / 60) % 60, second: seconds % 60 };
}

function calendarDay(
  days: number,
  from1904: boolean,
): { year: number; month: number; day: number } | undefined {
  const shift = dayShift(days, from1904);
  if (shift === undefined) return undefined;
  const date = new Date((days + shift) * millisecondsOfDay);
  const year = date.getUTCFullYear();
  if (!(year <= 9999)) return undefined;
  return { year, month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** @returns what is added to the number of a day to count it from 1970 */
function dayShift(days: number, from1904: boolean): number | undefined {
  if (from1904) return Date.UTC(1904, 0, 1) / millisecondsOfDay;
  if (days < 1 || days === 60) return undefined;
  return Date.UTC(1899, 11, days < 60 ? 31 : 30) / millisecondsOfDay;
}
