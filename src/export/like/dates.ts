import { type Day, parseDateSpan, parseDay } from '../../base/date.ts';
import { fullWidth } from '../../base/full-width.ts';

const pattern =
  /^(?<era>令和|平成|昭和|大正|明治|[RHSTM]|)(?<year>\d{1,4}|元)(?<first>[-/.年])(?<month>\d{1,2})(?<second>[-/.月])(?<day>\d{1,2})(?<end>日?)$/iu;

/**
 * @param example a day as somebody writes days: 令和８年４月１日, R8.4.1, 2026/04/01
 * @returns another day in the same notation; `undefined` where the example is in none
 */
export function dayLike(example: string, day: Day): string | undefined {
  const folded = example.normalize('NFKC').replaceAll(/\s/gu, '');
  const parts = pattern.exec(folded)?.groups;
  if (parts === undefined || parseDay(day) !== day) return undefined;
  const { era = '', year = '', first = '', month = '', second = '', day: ofMonth = '', end = '' } = parts;
  const isPadded = /^0/.test(month) || /^0/.test(ofMonth);
  const [years = '', months = '', days = ''] = day.split('-');
  const padded = (digits: string) => (isPadded ? digits : String(Number(digits)));
  const written = `${era === '' ? years : yearOfEra(day, era, year)}${first}${padded(months)}${second}${padded(days)}${end}`;
  return /[０-９]/.test(example) ? fullWidth(written) : written;
}

/** The year in the era of the day, which may be another one than that of the example: its name in full, or its letter. */
function yearOfEra(day: Day, era: string, example: string): string {
  const parts = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', {
    era: era.length > 1 ? 'long' : 'narrow',
    year: 'numeric',
    timeZone: 'UTC',
  }).formatToParts(new Date(`${day}T00:00Z`));
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  const year = era.length > 1 ? part('year') : part('year').replace('元', '1');
  const name = era === era.toLowerCase() && era.length === 1 ? part('era').toLowerCase() : part('era');
  return `${name}${example.startsWith('0') ? year.padStart(2, '0') : year}`;
}

/**
 * @param examples texts of the column, the likeliest first
 * @returns a date in the notations of the examples, and as it stands in the inventory
 */
export function dateForms(date: string, examples: readonly string[]): string[] {
  const day = parseDay(date);
  const like = day === undefined ? [] : examples.flatMap((example) => dayLike(example, day) ?? []);
  return [...like, date];
}

const between = /\s*(?:から|より|[~〜～∼→]|\s-\s|(?<=[\d年月日])-(?=[RHS令平])|\n)\s*/iu;

/**
 * @param examples texts of the column, the likeliest first
 * @returns two dates in one text, as in the examples
 */
export function periodForms(
  starts: string | undefined,
  ends: string | undefined,
  examples: readonly string[],
): string[] {
  const samples = [...examples, 'R8.4.1～R9.3.31'];
  return [
    ...fiscalYearForms(starts, ends),
    ...samples.flatMap((example) => {
      const separator = between.exec(example)?.[0];
      if (separator === undefined) return [];
      const parts = example.split(separator);
      const form = (date: string | undefined) => (date === undefined ? [''] : dateForms(date, parts));
      const until = example.endsWith('まで') ? 'まで' : '';
      return form(starts).flatMap((from) => form(ends).map((to) => `${from}${separator}${to}${until}`));
    }),
  ];
}

function fiscalYearForms(starts: string | undefined, ends: string | undefined): string[] {
  return starts !== undefined && starts === ends && parseDateSpan(starts) !== undefined ? [starts] : [];
}
