import { CHOMPING_MODE, EVENT_ID, getScalarValue, SCALAR_STYLE, type ScalarEvent } from 'js-yaml';
import { resolvePlain } from '../core-schema.ts';
import {
  beginsPlain,
  endOfPrintable,
  endOfText,
  isBracketOrComma,
  marks,
  marksInBlock,
  marksInFlow,
  separates,
} from './characters.ts';
import type { Cursor } from './cursor.ts';
import { handOver } from './not-plain.ts';

type Style = (typeof SCALAR_STYLE)[keyof typeof SCALAR_STYLE];

/** A text of one line, plain or in quotes, as it was scanned last: one object for all, since there are as many as values. */
export class ScannedScalar {
  /** where its text begins and ends, without its quotes */
  start = 0;
  end = 0;
  style: Style = SCALAR_STYLE.PLAIN;
  /** whether it says something else than is written, being in quotes */
  isEscaped = false;

  get isPlain(): boolean {
    return this.style === SCALAR_STYLE.PLAIN;
  }

  get isDoubleQuoted(): boolean {
    return this.style === SCALAR_STYLE.DOUBLE_QUOTED;
  }

  /** Where it begins and ends with its quotes. */
  get outerStart(): number {
    return this.isPlain ? this.start : this.start - 1;
  }

  get outerEnd(): number {
    return this.isPlain ? this.end : this.end + 1;
  }

  /** Takes what reaches from a place to another for what was scanned. */
  take(start: number, end: number, isInQuotes: boolean): void {
    this.#set(start, end, isInQuotes ? SCALAR_STYLE.DOUBLE_QUOTED : SCALAR_STYLE.PLAIN, false);
  }

  /** Scans what stands at the cursor, which goes behind it. */
  scan(cursor: Cursor, inFlow: boolean): void {
    const code = cursor.code(cursor.at);
    if (code === 34) this.#scanDoubleQuoted(cursor);
    else if (code === 39) this.#scanSingleQuoted(cursor);
    else this.#scanPlain(cursor, inFlow);
  }

  /** @returns what it says */
  textIn(text: string): string {
    const { start, end, style } = this;
    if (!this.isEscaped) return text.slice(start, end);
    return scalarValue(text, { valueStart: start, valueEnd: end, style });
  }

  /** @returns what it means */
  valueIn(text: string): unknown {
    if (!this.isPlain) return this.textIn(text);
    const code = text.charCodeAt(this.start);
    const written = text.slice(this.start, this.end);
    return code < 128 && resolved[code] === 1 ? resolvePlain(written) : written;
  }

  #scanPlain(cursor: Cursor, inFlow: boolean): void {
    const { text } = cursor;
    const start = cursor.at;
    const table = inFlow ? marksInFlow : marksInBlock;
    if (!mayBegin(cursor, inFlow)) handOver();
    let at = start;
    while (at < text.length) {
      const code = text.charCodeAt(at);
      if (code >= 128) {
        at = endOfPrintable(text, at);
        continue;
      }
      const mark = table[code];
      if (mark === marks.refused) handOver();
      if (mark === marks.ends && !isPartOfText(cursor, at, inFlow)) break;
      at++;
    }
    cursor.at = at;
    while (text.charCodeAt(at - 1) === 32) at--;
    this.#set(start, at, SCALAR_STYLE.PLAIN, false);
  }

  #scanSingleQuoted(cursor: Cursor): void {
    const start = cursor.at + 1;
    let isEscaped = false;
    let at = start;
    for (; ; at++) {
      const code = cursor.code(at);
      if (code === 39) {
        if (cursor.code(at + 1) !== 39) break;
        isEscaped = true;
        at++;
      } else if (code < 32 && code !== 9) handOver();
    }
    this.#set(start, at, SCALAR_STYLE.SINGLE_QUOTED, isEscaped);
    cursor.at = at + 1;
  }

  #scanDoubleQuoted(cursor: Cursor): void {
    const start = cursor.at + 1;
    let isEscaped = false;
    let at = start;
    for (; ; at++) {
      const code = cursor.code(at);
      if (code === 34) break;
      if (code === 92) {
        isEscaped = true;
        at = endOfEscape(cursor, at) - 1;
      } else if (code < 32 && code !== 9) handOver();
    }
    this.#set(start, at, SCALAR_STYLE.DOUBLE_QUOTED, isEscaped);
    cursor.at = at + 1;
  }

  #set(start: number, end: number, style: Style, isEscaped: boolean): void {
    this.isEscaped = isEscaped;
    this.start = start;
    this.end = end;
    this.style = style;
  }
}

/** The characters with which plain text may begin that means something else than a text. */
const resolved = new Uint8Array(128);
for (const character of '+-.~0123456789nNtTfF') resolved[character.charCodeAt(0)] = 1;

/** Whether plain text begins at the cursor. */
function mayBegin(cursor: Cursor, inFlow: boolean): boolean {
  const code = cursor.code(cursor.at);
  if (code === endOfText || !beginsPlain(code)) return false;
  if (code !== 45 && code !== 46) return true;
  // At the beginning of a line it may separate documents.
  if (cursor.at === cursor.lineStart) return false;
  const next = cursor.code(cursor.at + 1);
  return code === 46 || !(separates(next) || (inFlow && isBracketOrComma(next)));
}

/** Whether a colon or a `#` is nothing but a character. */
function isPartOfText(cursor: Cursor, at: number, inFlow: boolean): boolean {
  const code = cursor.text.charCodeAt(at);
  if (code === 35) return cursor.text.charCodeAt(at - 1) !== 32;
  if (code !== 58) return false;
  const next = cursor.code(at + 1);
  if (next === 9) handOver();
  return !(separates(next) || (inFlow && isBracketOrComma(next)));
}

/** @returns where an escape ends that begins at an offset */
function endOfEscape(cursor: Cursor, at: number): number {
  const code = cursor.code(at + 1);
  if (code === 117) {
    for (let digit = at + 2; digit < at + 6; digit++) if (!isHexDigit(cursor.code(digit))) handOver();
    return at + 6;
  }
  return simpleEscapes.has(code) ? at + 2 : handOver();
}

const simpleEscapes = new Set([...'"\\/bfnrt'].map((character) => character.charCodeAt(0)));

function isHexDigit(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 70) || (code >= 97 && code <= 102);
}

/** @returns what a text says that is written in one of the styles in which more is written than is said */
export function scalarValue(
  text: string,
  written: Pick<ScalarEvent, 'valueStart' | 'valueEnd' | 'style'> &
    Partial<Pick<ScalarEvent, 'chomping' | 'indent'>>,
): string {
  return getScalarValue(text, {
    type: EVENT_ID.SCALAR,
    anchorStart: -1,
    anchorEnd: -1,
    tagStart: -1,
    tagEnd: -1,
    chomping: CHOMPING_MODE.CLIP,
    indent: -1,
    fast: false,
    ...written,
  });
}
