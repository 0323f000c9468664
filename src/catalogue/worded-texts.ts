import { wordsOfRule } from '../policy/own-words.ts';
import type { Policy } from '../policy/policy.ts';
import type { AnyRule, WordedTexts } from '../rule.ts';

/** @returns what a rule says of itself to a body, in the words of its policies; in canonical ones where there are none */
export function textsUnder(rule: AnyRule, policies: readonly Policy[]): WordedTexts {
  return rule.textsIn?.(wordsOfRule(rule.id, policies)) ?? rule;
}
