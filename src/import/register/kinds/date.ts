import { type Day, parseDateSpan, parseDay } from '../../../base/date.ts';
import { automatic } from '../../../schema/formats.ts';
import { accepts } from '../accepts.ts';
import { type CellText, cellText, listed } from '../cell-text.ts';
import { type Question, question, type Reading, value, valueAndText } from '../reading.ts';
import type { Field } from '../target.ts';
import { ownWordsOf } from './own-yes-no.ts';
import { whyNeither, yesOrNo } from './yes-no.ts';

/** A date in a notation that the checker reads. */
export interface WrittenDate {
  readonly written: string;
  /** a time of day stood beside it */
  readonly timed?: true;
}

/** Reads a date, or what may be written in place of one: yes, no, or that it is done automatically. */
export function readDate(cell: CellText, { path, section, shape, key }: Field): Reading {
  const date = dateOf(cell);
  if (date !== undefined) {
    if (shape.wholeDay === true && parseDay(date.written) === undefined) return question('day-needed');
    return date.timed === undefined ? value(path, date.written) : valueAndText(path, date.written, cell.text);
  }
  if (
    shape.words?.includes(automatic) === true &&
    /^(?:automatic|(?:自動|常時)(?:更新|適用|配信)?)$/u.test(cell.folded)
  )
    return value(path, automatic);
  const taken = ownWordsOf(key)?.taken.get(cell.folded) ?? yesOrNo(cell);
  if (taken !== undefined)
    return accepts(section, { path, value: taken }) ? value(path, taken) : question('only-yes-or-no');
  return question(whyNoDate(cell));
}

/** No date and time is longer, in whatever notation. */
const longest = 60;

/** @returns the date that a text is, as it was written where the checker reads that */
export function dateOf({ text, folded }: CellText): WrittenDate | undefined {
  if (text.length > longest) return undefined;
  if (parseDay(text) !== undefined || parseDateSpan(text) !== undefined) return { written: text };
  const { day, time } =
    /^(?<day>.+?)(?:T| )(?<time>\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?Z?)$/u.exec(folded)?.groups ?? {};
  const written = rewritten(day ?? folded);
  if (written === undefined) return undefined;
  return time === undefined || /^0?0:00(?::00)?(?:\.0+)?Z?$/u.test(time)
    ? { written }
    : { written, timed: true };
}

/** @returns a date that is certain, but in no notation of the checker, in one that is */
function rewritten(folded: string): string | undefined {
  const plain = inDigits(folded.replaceAll(' ', ''))
    .replace(/\((?:月|火|水|木|金|土|日)(?:曜日?)?\)$/u, '')
    .replace(/^(?:西暦|令和(?=R)|平成(?=H))/u, '');
  if (parseDay(plain) !== undefined || parseDateSpan(plain) !== undefined) return plain;
  const numbers = /^(?<year>\d{4})[-/.](?<month>\d{1,2})(?:[-/.](?<day>\d{1,2}))?$/u.exec(plain)?.groups;
  if (numbers !== undefined) return asIso(numbers['year'], numbers['month'], numbers['day']);
  // Eight digits that are a day of our times: nobody numbers years in any other way by four of them.
  const eight = /^(?<year>(?:19|20)\d{2})(?<month>\d{2})(?<day>\d{2})$/u.exec(plain)?.groups;
  if (eight !== undefined) return asIso(eight['year'], eight['month'], eight['day']);
  const { era, year, month, day } =
    /^(?<era>令和?|平成?|昭和?|[RHS])(?<year>\d{1,2}|元)[-/.年](?<month>\d{1,2})(?:[-/.月](?<day>\d{1,2})日?|月?)$/iu.exec(
      plain,
    )?.groups ??
    /^(?<era>[RHS])(?<year>\d{2})(?<month>\d{2})(?<day>\d{2})$/iu.exec(plain)?.groups ??
    {};
  if (era === undefined) return undefined;
  const name = { 令: '令和', r: '令和', 平: '平成', h: '平成', 昭: '昭和', s: '昭和' }[
    (era[0] ?? '').toLowerCase()
  ];
  const text = `${name}${year}年${month}月${day === undefined ? '' : `${day}日`}`;
  return parseDay(text) ?? (parseDateSpan(text) === undefined ? undefined : text);
}

function asIso(year = '', month = '', day?: string): string | undefined {
  const text = [year, month.padStart(2, '0'), ...(day === undefined ? [] : [day.padStart(2, '0')])].join('-');
  return day === undefined ? parseDateSpan(text) && text : parseDay(text);
}

/** 令和八年十二月二十一日 in digits. */
function inDigits(text: string): string {
  return text.replaceAll(/[〇一二三四五六七八九十]{1,4}(?=年|月|日)/gu, (kanji) => {
    const {
      tens = '',
      ten,
      ones = '',
    } = /^(?:(?<tens>[一二三四五六七八九]?)(?<ten>十))?(?<ones>[一二三四五六七八九]?)$/u.exec(kanji)
      ?.groups ?? {};
    if (ten === undefined && ones === '')
      return [...kanji].every((one) => digits.includes(one))
        ? [...kanji].map((one) => digits.indexOf(one)).join('')
        : kanji;
    return String(
      (ten === undefined ? 0 : tens === '' ? 10 : digits.indexOf(tens) * 10) +
        Math.max(0, digits.indexOf(ones === '' ? '〇' : ones)),
    );
  });
}

const digits = '〇一二三四五六七八九';

/** @returns why a text is no date */
export function whyNoDate(cell: CellText): Question['code'] {
  const { folded } = cell;
  const why = whyNeither(cell);
  if (why === 'not-known' || why === 'planned' || why === 'partly') return why;
  if (/^(?:(?:令和?|平成?|昭和?|[RHS])(?:\d{1,2}|元)年?|\d{4}年)$/iu.test(folded)) return 'year-alone';
  const parts = [...listed(cell), ...folded.split(/[~〜～ ]/u).map(cellText)];
  if (parts.filter((part) => part.folded !== folded && dateOf(part) !== undefined).length > 1)
    return 'several-dates';
  return dateAtTheBeginning.test(folded) && !/^[-\d/.年月日元令和平成昭RHS]+$/iu.test(folded)
    ? 'date-with-more'
    : 'date';
}

const dateAtTheBeginning =
  /^(?:約)?(?:(?:令和?|平成?|昭和?|[RHS])(?:\d{1,2}|元)[-/.年][\d度]|\d{4}[-/.年][\d度])/iu;

/** @returns the first and the last day of a date, in the notation of the field; a fiscal year is one of days */
export function boundsOf(
  text: string,
): { readonly first: Day; readonly last: Day; readonly inDays: boolean } | undefined {
  const day = parseDay(text);
  if (day !== undefined) return { first: day, last: day, inDays: true };
  const span = parseDateSpan(text);
  return span && { first: span.first, last: span.last, inDays: span.unit === 'fiscal-year' };
}
