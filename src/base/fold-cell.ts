import { replaceUnseen } from './unseen.ts';

/**
 * What a text is recognised by, in a cell and wherever a cell is looked up: width is folded (NFKC), line feeds and blanks are one
 * blank, characters that nobody sees are gone, and whatever was typed for a dash alone is `-`.
 */
export function foldCell(written: string): string {
  const word = replaceUnseen(written.normalize('NFKC'), (character) => (character === '\r' ? ' ' : ''))
    .replaceAll(/\s+/gu, ' ')
    .trim();
  return /^[-\u2010-\u2015\u2212\u2500\u2501\u30fc]+$/u.test(word) ? '-' : word;
}
