import { ruleEntries } from '../catalogue/rule-entries.ts';
import { suggestReference } from '../policy/reference.ts';
import { suggest } from '../schema/suggest.ts';
import { findClauses, splitReference } from './clauses.ts';
import { foldWord } from './fold.ts';
import { type Nameable, nameablesOf } from './nameable.ts';
import type { Library } from './topic.ts';
import { vocabularyFor } from './vocabulary.ts';

/**
 * A suggestion for a mistyped topic: a rule, also by its name without the area, a clause of any policy, or something of the
 * vocabulary. Of a single character every other one would be near.
 */
export function nearestTopic(asked: string, { policies, rules }: Library): string | undefined {
  if (foldWord(asked).length < 2) return undefined;
  const [elsewhere] = findClauses(splitReference(asked).rest, policies);
  if (elsewhere !== undefined) return `${elsewhere.policy.id} ${elsewhere.clause.ref}`;
  const entries = ruleEntries(rules, policies);
  const topics = new Map<string, string>();
  for (const { id } of rules) topics.set(id, id).set(id.slice(id.indexOf('/') + 1), id);
  for (const { id, clauses } of policies) {
    // Given only a policy, suggest how to name one of its clauses.
    topics.set(id, `${id} ${clauses[0]?.ref ?? ''}`);
    for (const { ref } of clauses) topics.set(`${id} ${ref}`, `${id} ${ref}`).set(ref, ref);
  }
  for (const one of nameablesOf(vocabularyFor({ policies, rules: entries }), entries, policies))
    for (const name of wordsOf(one)) if (!topics.has(name)) topics.set(name, name);
  const near = suggest(asked, topics.keys()) ?? suggestReference(asked, [...topics.keys()]);
  return near === undefined ? undefined : topics.get(near);
}

/** What somebody may have meant to type, as it is written: an address, or a Japanese word. */
function wordsOf({ address, texts, kind }: Nameable): string[] {
  const japanese = texts.filter((text) =>
    /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+$/u.test(text),
  );
  const below = kind === 'field' ? [address.slice(address.indexOf('.') + 1)] : [];
  return [address, ...below, ...japanese];
}
