import { parseDay } from '../base/date.ts';
import { isTextOfItsOwn } from './taken-words.ts';

/** The word for something done automatically, in place of a date. */
export const automatic = 'automatic';

/** The custom formats of `vocabulary/`. */
export const formats = {
  /** a day in ISO 8601 or in a Japanese era */
  'sekisho-date': (text: string): boolean => parseDay(text) !== undefined,
  /** the same, where the schema also allows `false` */
  'date-or-no': (text: string): boolean => parseDay(text) !== undefined,
  /** a text that does not stand for yes, no or neither: `false` says no */
  'text-or-no': isTextOfItsOwn,
  /** a day, or the word for what is done automatically */
  'date-or-automatic-or-no': (text: string): boolean => text === automatic || parseDay(text) !== undefined,
};
