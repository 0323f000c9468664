import type { FindingLocation } from '../../result/result.ts';
import { columns } from './columns.ts';
import { printable } from './printable.ts';

/** A source line cut to a width, in three parts so that the middle one can be marked. */
export interface Excerpt {
  readonly before: string;
  readonly marked: string;
  readonly after: string;
}

/** Cuts a source line so that the location stays visible; `…` marks what is cut. */
export function excerpt(source: string, { column, endColumn }: FindingLocation, width: number): Excerpt {
  const before = visible(source.slice(0, column - 1));
  const located = visible(source.slice(column - 1, endColumn - 1));
  // The beginning of a line says what it is about, so the end is cut first.
  const fits = columns(before) + Math.min(columns(located), width / 2) < width;
  const left = fits ? before : `…${lastColumns(before, Math.floor(width / 2) - 1)}`;
  const marked = firstColumns(located, width - columns(left));
  const after = firstColumns(visible(source.slice(endColumn - 1)), width - columns(left) - columns(marked));
  return { before: left, marked, after };
}

function visible(source: string): string {
  return printable(source.replaceAll('\t', ' '));
}

/** The beginning of a text, with `…` where the rest does not fit. */
export function firstColumns(source: string, width: number): string {
  if (columns(source) <= width) return source;
  let kept = '';
  let used = 1;
  for (const character of source) {
    used += columns(character);
    if (used > width) break;
    kept += character;
  }
  return `${kept.replace(/\u200D$/, '')}…`;
}

/** The first sentence of a remedy says what to do; the others say how to write it down. */
export function firstSentence(text: string): string {
  return /^.*?(?:。|\. (?=[A-Z])|$)/su.exec(text)?.[0].trim() ?? text;
}

function lastColumns(source: string, width: number): string {
  const kept: string[] = [];
  let used = 0;
  for (const character of [...source].reverse()) {
    used += columns(character);
    if (used > width) break;
    kept.unshift(character);
  }
  // What belongs to a sign that is cut away would stand alone.
  return kept.join('').replace(/^[\p{M}\u200D]+/u, '');
}
