import { parseDateSpan, parseDay } from '../base/date.ts';
import { isTextOfItsOwn } from './taken-words.ts';

/** The word for something done automatically, in place of a date. */
export const automatic = 'automatic';

/** The custom formats of `vocabulary/`. */
export const formats = {
  /** a day in ISO 8601 or in a Japanese era, a month or a fiscal year */
  'sekisho-date': isDate,
  /** the same, where the schema also allows `false` */
  'date-or-no': isDate,
  /** the same, or the word for what is done automatically */
  'date-or-automatic-or-no': (text: string): boolean => text === automatic || isDate(text),
  /** a text that does not stand for yes, no or neither: `false` says no */
  'text-or-no': isTextOfItsOwn,
  /** a day in ISO 8601 or in a Japanese era, where a month or a fiscal year does not suffice */
  'sekisho-day': isDay,
  /** the same, where the schema also allows `false` */
  'day-or-no': isDay,
};

function isDay(text: string): boolean {
  return parseDay(text) !== undefined;
}

function isDate(text: string): boolean {
  return isDay(text) || parseDateSpan(text) !== undefined;
}
