import { builtInWords, type WordList } from '../../generated/vocabulary.ts';
import type { DeclaredWords } from '../schema/open-words.ts';
import type { Policy, Vocabulary, Word } from './policy.ts';

/** The open lists of the vocabulary, by their keys under `vocabulary` of a policy file. */
export const wordLists = Object.keys(builtInWords) as WordList[];

/** @returns the words that some policies add, together */
export function declaredWords(policies: readonly Pick<Policy, 'vocabulary'>[]): DeclaredWords {
  return new Map(
    wordLists.map((list) => [
      list,
      withoutRepeated(policies.flatMap(({ vocabulary }) => vocabulary[list] ?? [])),
    ]),
  );
}

/** Of words of the same id, the first. */
export function withoutRepeated(words: readonly Word[]): readonly Word[] {
  return [...new Map([...words].reverse().map((word) => [word.id, word])).values()].reverse();
}

export function isBuiltIn(list: WordList, id: string): boolean {
  return Object.hasOwn(builtInWords[list], id);
}

/** @returns the words of a list: the built-in ones, then those that policies add */
export function wordsOf(list: WordList, own: DeclaredWords): readonly string[] {
  return [...Object.keys(builtInWords[list]), ...(own.get(list) ?? []).map(({ id }) => id)];
}

/** Adds words to those of the policy that is extended; one of the same id replaces it. */
export function mergeVocabularies(base: Vocabulary = {}, own: Vocabulary = {}): Vocabulary {
  return Object.fromEntries(
    wordLists.flatMap((list) => {
      const words = [...(base[list] ?? []), ...(own[list] ?? [])];
      return words.length === 0
        ? []
        : [[list, [...new Map(words.map((word): [string, Word] => [word.id, word])).values()]]];
    }),
  );
}

/** What is wrong with the words of a policy, and with parameters that are words. Codes and facts, no prose. */
export type VocabularyProblem =
  /** a word that a policy adds to an open list, which has it already, or twice */
  | { readonly code: 'built-in-word'; readonly list: WordList; readonly id: string }
  | {
      readonly code: 'duplicate-word';
      readonly list: WordList;
      readonly id: string;
      readonly firstLine: number;
    }
  /** the value of a parameter that is none of the words it may be */
  | {
      readonly code: 'unknown-word';
      readonly name: string;
      readonly list: WordList;
      readonly written: string;
      readonly known: readonly string[];
      readonly suggestion?: string;
    }
  /** a rule that asks nothing without a parameter is cited without it, or it is set to `null`; `known`: what it may be */
  | {
      readonly code: 'missing-parameter';
      readonly rule: string;
      readonly name: string;
      readonly known: readonly string[];
    };
