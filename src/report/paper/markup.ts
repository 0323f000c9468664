import { escapeUTF8 } from 'entities/escape';
import { printable } from './printable.ts';

/**
 * Makes a text safe to stand in HTML or XML, between tags and in quoted attributes. Characters outside ASCII stay
 * as they are; what XML 1.0 (2.2) does not allow at all is shown as its code point.
 */
export function escapeMarkup(text: string): string {
  return escapeUTF8(printable(text));
}
