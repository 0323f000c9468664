import { handOver } from './not-plain.ts';

/** What ends a text, in the place of a character. */
export const endOfText = -1;

/** What a character of ASCII may mean within plain text; all others mean nothing but themselves. */
export const marks = { none: 0, ends: 1, refused: 2 } as const;

/** Line breaks, and what with a blank beside it separates: `: `, ` #`. */
export const marksInBlock = tableOf(marks.ends, '\n\r:#');

/** Brackets and commas end plain text within brackets, too. */
export const marksInFlow = tableOf(marks.ends, '\n\r:#,[]{}');

/** The characters of ASCII with which no plain text begins, or only under conditions. */
const noBeginning = tableOf(marks.ends, '\n\r #&*!|>\'"%@`,[]{}?:');

function tableOf(mark: number, characters: string): Uint8Array {
  const table = new Uint8Array(128);
  for (let code = 0; code < 32; code++) table[code] = marks.refused;
  table[127] = marks.refused;
  for (const character of characters) table[character.charCodeAt(0)] = mark;
  return table;
}

/** Whether plain text may begin with a character, whatever follows it. A byte order mark may begin a document. */
export function beginsPlain(code: number): boolean {
  return code < 128 ? noBeginning[code] === marks.none : code !== 0xfeff;
}

export function isBreak(code: number): boolean {
  return code === 10 || code === 13;
}

export function isBracketOrComma(code: number): boolean {
  return code === 44 || code === 91 || code === 93 || code === 123 || code === 125;
}

/** Whether a character separates what stands before it from what comes behind. */
export function separates(code: number): boolean {
  return code === 32 || isBreak(code) || code === endOfText;
}

/** @returns where a printable character beyond ASCII ends, which is two code units long or one */
export function endOfPrintable(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 0xa0) handOver();
  if (code < 0xd800) return at + 1;
  if (code >= 0xe000) return code < 0xfffe ? at + 1 : handOver();
  const second = at + 1 < text.length ? text.charCodeAt(at + 1) : endOfText;
  return code < 0xdc00 && second >= 0xdc00 && second < 0xe000 ? at + 2 : handOver();
}
