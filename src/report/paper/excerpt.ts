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
  const before = visible(ending(source.slice(0, column - 1), width));
  const located = visible(beginning(source.slice(column - 1, endColumn - 1), width));
  // The beginning of a line says what it is about, so the end is cut first.
  const fits = columns(before) + Math.min(columns(located), width / 2) < width;
  const left = fits ? before : `…${lastColumns(before, Math.floor(width / 2) - 1)}`;
  const marked = firstColumns(located, width - columns(left));
  const after = firstColumns(
    visible(beginning(source.slice(endColumn - 1), width)),
    width - columns(left) - columns(marked),
  );
  return { before: left, marked, after };
}

/**
 * The beginning of a text, as far as it is looked at to cut it to a width: a line may be a whole file, and every finding of it
 * shows a part of it.
 */
function beginning(source: string, width: number): string {
  for (let length = width * 4; length < source.length; length *= 4) {
    const part = source.slice(0, placeToCut(source, length, 1));
    if (columns(visible(part)) > width) return part;
  }
  return source;
}

/** The same of the end of a text. */
function ending(source: string, width: number): string {
  for (let length = width * 4; length < source.length; length *= 4) {
    const part = source.slice(placeToCut(source, source.length - length, -1));
    if (columns(visible(part)) > width) return part;
  }
  return source;
}

/** The next place, from one on, at which nothing is parted that is one sign, or is seen only beside its neighbour. */
function placeToCut(source: string, from: number, step: 1 | -1): number {
  let at = from;
  while (at > 0 && at < source.length && !(standsAlone(source, at - 1) && standsAlone(source, at)))
    at += step;
  return at;
}

/** Whether a character is a printable one of ASCII, or a kana or kanji, to which nothing is added that stands before or behind. */
function standsAlone(source: string, at: number): boolean {
  const code = source.charCodeAt(at);
  return (
    (code >= 0x20 && code < 0x7f) || (code > 0x3040 && code < 0x3097) || (code > 0x4dff && code < 0xa000)
  );
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
