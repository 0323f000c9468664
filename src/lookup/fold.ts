import { foldText } from '../base/fold-text.ts';

/** @returns a word as it is recognised: whatever its width, case and blanks */
export function foldWord(word: string): string {
  return foldText(word).toLowerCase();
}

/** @returns the words of a question, each folded: a text answers it that has all of them */
export function foldWords(asked: string): string[] {
  return asked.normalize('NFKC').toLowerCase().split(/\s+/u).filter(Boolean);
}

/** Whether texts have every one of some folded words between them. */
export function haveAll(texts: readonly string[], words: readonly string[]): boolean {
  const folded = texts.map(foldWord);
  return words.length > 0 && words.every((word) => folded.some((text) => text.includes(word)));
}
