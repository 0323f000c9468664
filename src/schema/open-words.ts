import type { Localized } from '../base/localized.ts';
import type { SchemaProblem } from './problem.ts';
import { asSuggestion, suggestChoice } from './suggest.ts';
import { spellings } from './taken-words.ts';

/** A word that a policy adds to an open list. */
export interface DeclaredWord {
  /** as an inventory writes it; its name in Japanese may be written, too */
  readonly id: string;
  readonly name: Localized;
}

/** The words that policies add to the open lists of the vocabulary, by list. */
export type DeclaredWords = ReadonlyMap<string, readonly DeclaredWord[]>;

type NotListed = Extract<SchemaProblem, { code: 'not-listed' }>;

/** A word of an open list that none of the built-in ones is. Only the policies can tell whether it is wrong. */
export type OpenWord = NotListed & Required<Pick<NotListed, 'open'>>;

export function isOpenWord(problem: SchemaProblem): problem is OpenWord {
  return problem.code === 'not-listed' && problem.open !== undefined;
}

/** Whether one of the policies has a word. */
export function hasWord(own: DeclaredWords, { open: { list, value } }: OpenWord): boolean {
  return own.get(list)?.some(({ id }) => id === value) === true;
}

/** @returns the id of the word that a policy calls so; `undefined` where none does */
export function declaredByName(own: DeclaredWords, { open: { list, value } }: OpenWord): string | undefined {
  if (typeof value !== 'string') return undefined;
  return own.get(list)?.find(({ name }) => spellings(name.ja).includes(value.trim()))?.id;
}

/** @returns what is wrong with a word that no policy has, with those that they have among what may be meant */
export function withMeant(
  { open: { list, value }, ...problem }: OpenWord,
  own: DeclaredWords,
): SchemaProblem {
  const declared = own.get(list) ?? [];
  const allowed = [...problem.allowed, ...declared.map(({ id }) => id)];
  const glosses = declared.map(({ id, name }) => [id, { ...name, words: [name.ja] }]);
  const choices = { ...problem.choices, ...Object.fromEntries(glosses) };
  const word = typeof value === 'string' ? value : problem.written;
  return { ...problem, allowed, choices, ...asSuggestion(suggestChoice(word, allowed, choices)) };
}
