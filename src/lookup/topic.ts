import { ruleEntries } from '../catalogue/rule-entries.ts';
import type { Policy } from '../policy/policy.ts';
import { foldReference } from '../policy/reference.ts';
import type { Explanation, RuleEntry, Topic } from '../result/catalogue.ts';
import type { SeveralTopics, TopicReference } from '../result/vocabulary.ts';
import type { AnyRule } from '../rule.ts';
import { clauseEntries, findClauses } from './clauses.ts';
import { foldWord, foldWords, haveAll } from './fold.ts';
import { levelsNamed, type Nameable, nameablesOf } from './nameable.ts';
import { vocabularyFor } from './vocabulary.ts';

/** Where a topic is looked for. */
export interface Library {
  readonly policies: readonly Policy[];
  readonly rules: readonly AnyRule[];
  /** those of the policies in whose words rules are told */
  readonly own: readonly Policy[];
  /** options that a command needs to find the same: ` -p ./policy.yaml` */
  readonly options: string;
}

/**
 * Finds what a word means: a rule or a clause by its id, else a section, a field, a choice, a level or a layer by whatever
 * it is called, else all that have the word in their titles.
 *
 * @returns the one thing, or a list of those that may be meant; `undefined` where there is none
 */
export function explanationOf(asked: string, library: Library): Explanation | undefined {
  const { policies, rules, own } = library;
  const entries = ruleEntries(rules, policies, own);
  const rule = entries.find(({ id }) => id === foldReference(asked).toLowerCase());
  if (rule !== undefined) return { topic: { kind: 'rule', rule } };
  const clauses = findClauses(asked, policies);
  if (clauses.length > 0)
    return { topic: { kind: 'clauses', clauses: clauseEntries(clauses, policies, rules) } };
  const sections = vocabularyFor({ policies, rules: entries });
  const fields = sections.flatMap((section) => section.fields);
  const nameables = nameablesOf(sections, entries, policies);
  const known: Known = { library, entries, nameables };
  const word = foldWord(asked).replaceAll(/\[\d*\]|(?<=\.)\d+\./g, '');
  const named = [
    ...nameables.filter(({ names }) => names.has(word)),
    ...levelsNamed(asked, fields, policies),
  ];
  return named.length > 0 ? namedExactly(asked, named, known) : mentioned(asked, known);
}

interface Known {
  readonly library: Library;
  readonly entries: readonly RuleEntry[];
  readonly nameables: readonly Nameable[];
}

/**
 * What a word names exactly: what has that address, else a section, else the only thing that is called so. What else is
 * called so follows and, of a word that is no id, what has it in its title.
 */
function namedExactly(asked: string, named: readonly Nameable[], known: Known): Explanation {
  const word = foldWord(asked);
  const [only, ...more] = named;
  const meant =
    named.find(({ address }) => foldWord(address) === word) ??
    named.find(({ kind }) => kind === 'section') ??
    (more.length === 0 ? only : undefined);
  const isId = meant !== undefined && /^[!-~\s]+$/.test(asked);
  const all = distinct([...named.map(reference), ...(isId ? [] : mentions(asked, known))]);
  if (meant === undefined) return { topic: several(asked, all, known) };
  const also = all.filter(({ kind, address }) => kind !== meant.kind || address !== meant.address);
  const topic = meant.topic();
  return also.length === 0 ? { topic } : { topic, also: several(asked, also, known) };
}

function distinct(references: readonly TopicReference[]): TopicReference[] {
  return [...new Map(references.map((one) => [`${one.kind} ${one.address}`, one])).values()];
}

/** What has a word in its title. */
function mentioned(asked: string, known: Known): Explanation | undefined {
  const found = mentions(asked, known);
  const [only] = found;
  if (only === undefined) return undefined;
  if (found.length > 1) return { topic: several(asked, found, known) };
  return { topic: topicAt(only, known) };
}

function topicAt({ kind, address }: TopicReference, { library, entries, nameables }: Known): Topic {
  const { policies, rules } = library;
  const rule = entries.find(({ id }) => kind === 'rule' && id === address);
  if (rule !== undefined) return { kind: 'rule', rule };
  const nameable = nameables.find((one) => one.kind === kind && one.address === address);
  if (nameable !== undefined) return nameable.topic();
  return { kind: 'clauses', clauses: clauseEntries(findClauses(address, policies), policies, rules) };
}

function mentions(asked: string, { library: { policies }, entries, nameables }: Known): TopicReference[] {
  const words = foldWords(asked);
  const ofRules = entries
    .filter(({ id, title }) => haveAll([id, title.ja, title.en], words))
    .map(({ id, title }): TopicReference => ({ kind: 'rule', address: id, title }));
  const ofClauses = policies.flatMap((policy) =>
    policy.clauses
      .filter(({ ref, title }) => haveAll([ref, title.ja, title.en], words))
      .map(({ ref, title }): TopicReference => ({ kind: 'clause', address: `${policy.id} ${ref}`, title })),
  );
  return [...nameables.filter(({ texts }) => haveAll(texts, words)).map(reference), ...ofRules, ...ofClauses];
}

function reference({ kind, address, title }: Nameable): TopicReference {
  return { kind, address, title };
}

function several(
  asked: string,
  references: readonly TopicReference[],
  { library: { options } }: Known,
): SeveralTopics {
  return { kind: 'several', asked, references, options };
}
