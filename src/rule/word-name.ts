import { builtInWords, type WordList } from '../../generated/vocabulary.ts';
import type { Localized } from '../base/localized.ts';
import type { Policy } from '../policy/policy.ts';

/** What has words of its own: a policy. */
export type Speaking = Pick<Policy, 'vocabulary'>;

/**
 * @param policies those that may add the word, the first of them first
 * @returns what a word of an open list is called; one that nobody knows goes by itself
 */
export function wordName(list: WordList, id: string, ...policies: readonly Speaking[]): Localized {
  const builtIn = Object.hasOwn(builtInWords[list], id) ? builtInWords[list][id] : undefined;
  return builtIn ?? ownName(list, id, policies) ?? { ja: id, en: id };
}

/** @returns what a policy calls a word that it adds */
export function ownName(list: WordList, id: string, policies: readonly Speaking[]): Localized | undefined {
  for (const { vocabulary } of policies) {
    const word = vocabulary[list]?.find((one) => one.id === id);
    if (word !== undefined) return word.name;
  }
  return undefined;
}
