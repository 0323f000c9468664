import { printable } from '../../paper/printable.ts';

/** A literal text for a message: without control characters, and escaped so that it makes no link (SARIF 3.11.6). */
export function plain(text: string): string {
  return printable(text).replaceAll('](', '] (');
}

/** A link to one of the result's related locations (SARIF 3.11.6). */
export function linkTo(id: number, text: string): string {
  return `[${printable(text).replaceAll(/[\\[\]]/g, '\\$&')}](${id})`;
}

/** @returns a text of at most so many UTF-16 code units, `…` where it was cut */
export function shortened(text: string, limit: number): string {
  if (text.length <= limit) return text;
  // A surrogate pair is not cut in two.
  return `${text.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
