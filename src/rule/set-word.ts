import type { OwnWord } from '../../generated/records.ts';
import type { WordList } from '../../generated/vocabulary.ts';
import type { Localized } from '../base/localized.ts';
import type { RuleContext } from './definition.ts';
import type { Parameter } from './parameter.ts';
import { wordName } from './word-name.ts';

/** A word that a policy or a configuration sets, and what it is called. */
export interface SetWord {
  /** typed as a word that a policy adds, since the code of a rule knows it no more than those */
  readonly id: OwnWord;
  readonly name: Localized;
}

/** The parameter of a rule that asks for one word of an open list, which every clause that cites it states. */
export function wordParameterOf(list: WordList, about: Localized): Parameter {
  return { kind: 'word', of: list, required: true, default: null, about };
}

/** @returns the word that a parameter is set to; `undefined` where it is set to none, so that nothing is asked */
export function setWord(name: string, list: WordList, context: RuleContext): SetWord | undefined {
  const { value } = context.parameter(name);
  if (typeof value !== 'string') return undefined;
  return { id: value as OwnWord, name: wordName(list, value, context.policy, ...context.policies) };
}

/** @returns a document of a kind, as a noun: 個人情報取扱規程 / a document of the kind “rules on personal data” */
export function wordDocument({ name: { ja, en } }: SetWord): Localized {
  return { ja, en: `a document of the kind “${en}”` };
}
