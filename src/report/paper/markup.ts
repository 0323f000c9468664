import { escapeUTF8 } from 'entities/escape';
import { printable } from './printable.ts';

/**
 * Escapes a text for HTML and XML, between tags and in quoted attributes. Characters outside ASCII stay; those that XML
 * 1.0 (2.2) does not allow are shown as code points.
 */
export function escapeMarkup(text: string): string {
  return escapeUTF8(printable(text));
}
