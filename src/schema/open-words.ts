import type { SchemaProblem } from './problem.ts';
import { asSuggestion, suggest } from './suggest.ts';

/** The words that policies add to the open lists of the vocabulary, by list. */
export type DeclaredWords = ReadonlyMap<string, readonly string[]>;

type NotListed = Extract<SchemaProblem, { code: 'not-listed' }>;

/** A word of an open list that none of the built-in ones is. Only the policies can tell whether it is wrong. */
export type OpenWord = NotListed & Required<Pick<NotListed, 'open'>>;

export function isOpenWord(problem: SchemaProblem): problem is OpenWord {
  return problem.code === 'not-listed' && problem.open !== undefined;
}

/** Whether one of the policies has a word. */
export function hasWord(own: DeclaredWords, { open: { list, value } }: OpenWord): boolean {
  return typeof value === 'string' && own.get(list)?.includes(value) === true;
}

/** @returns what is wrong with a word that no policy has, with those that they have among what may be meant */
export function withMeant(
  { open: { list, value }, ...problem }: OpenWord,
  own: DeclaredWords,
): SchemaProblem {
  const allowed = [...problem.allowed, ...(own.get(list) ?? [])];
  const word = typeof value === 'string' ? value : problem.written;
  return { ...problem, allowed, ...asSuggestion(suggest(word, allowed)) };
}
