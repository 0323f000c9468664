import type { Localized } from '../base/localized.ts';
import type { Citation, Clause, Policy, ServedClause, Severity } from '../policy/policy.ts';
import type { FindingLabel } from './result.ts';
import type { SeveralTopics, VocabularyTopic } from './vocabulary.ts';

/** What the catalogue says of a rule, without judging anything. */
export interface RuleEntry {
  readonly id: string;
  readonly area: string;
  readonly title: Localized;
  readonly rationale: Localized;
  readonly remedy: Localized;
  /** sections, or `records` or `files` */
  readonly appliesTo: readonly string[];
  readonly parameters: readonly ParameterEntry[];
  readonly examples: readonly { readonly verdict: ExampleVerdict; readonly yaml: string }[];
  /** the statements of the policy that the examples assume, where the usual one would not show the point */
  readonly premises: readonly Localized[];
  /** whether it runs under every policy, so that no exception can cover it */
  readonly always: boolean;
  /** whether what it asks for has to be done again from time to time, so that `sekisho due` tells by when */
  readonly recurs: boolean;
  /** in the order of the policies and of their documents */
  readonly citedBy: readonly CitedBy[];
}

/** A clause that cites a rule, with its policy. */
export interface CitedBy extends Citation {
  readonly policy: string;
}

export interface ParameterEntry {
  readonly name: string;
  readonly about: Localized;
  /** the default, in the notation of a policy or configuration */
  readonly value: string | number | readonly string[] | null;
  /** the default in words */
  readonly usual: Localized;
  /** the values that policies set instead */
  readonly set: readonly { readonly policy: string; readonly value: Localized }[];
}

/** A clause with its policy, and the titles of the rules that it cites. */
export interface ClauseEntry {
  readonly policy: Pick<Policy, 'id' | 'title'>;
  readonly clause: Clause;
  readonly titles: ReadonlyMap<string, Localized>;
  /** what it answers in other documents, with the titles of those that are known */
  readonly serves: readonly (ServedClause & { readonly title?: Localized })[];
}

/** The topic of `explain`: a rule, the clauses that a reference names, something of the vocabulary, or what may be meant. */
export type Topic =
  | { readonly kind: 'rule'; readonly rule: RuleEntry }
  | { readonly kind: 'clauses'; readonly clauses: readonly ClauseEntry[] }
  | VocabularyTopic
  | SeveralTopics;

/** What `explain` says: a topic, and what else the word is said of. */
export interface Explanation {
  readonly topic: Topic;
  readonly also?: SeveralTopics;
}

/** The difference of two policies. */
export interface Difference {
  readonly policies: readonly [ComparedPolicy, ComparedPolicy];
  /** rules that only one policy cites */
  readonly only: readonly [readonly Demand[], readonly Demand[]];
  /** rules that both cite, with a different modality or parameters */
  readonly unlike: readonly Unlike[];
  /** rules that both cite in the same way */
  readonly alike: readonly (readonly [Demand, Demand])[];
  /** clauses that attestations answer, but for those of both policies that correspond */
  readonly attestations: readonly [readonly Clause[], readonly Clause[]];
  /** clauses of the one that say that they answer a clause of the other */
  readonly corresponding: readonly (readonly [Clause, Clause])[];
  /** clauses of one reference that do not answer the same in other documents */
  readonly serves: readonly UnlikeServes[];
}

/** What a clause of one reference answers in other documents under each policy. */
export interface UnlikeServes {
  readonly ref: string;
  readonly sides: readonly [readonly ServedClause[], readonly ServedClause[]];
}

/** A rule under both policies, and the names of the parameters that differ. */
export interface Unlike {
  readonly sides: readonly [Demand, Demand];
  readonly parameters: readonly string[];
}

/** A policy with a name that distinguishes it from the other: its id, or its file where both have the same id. */
export interface ComparedPolicy {
  readonly name: string;
  readonly title: Localized;
}

/** A rule under one policy. */
export interface Demand {
  readonly id: string;
  readonly title: Localized;
  readonly citations: readonly Citation[];
  /** the citation that decides the severity of a fail */
  readonly leading: Citation;
  readonly outcome: { readonly verdict: 'fail' | 'review'; readonly severity: Severity };
  /** the label of a fail */
  readonly label: FindingLabel;
  readonly parameters: readonly {
    readonly name: string;
    readonly value: unknown;
    readonly worded: Localized;
  }[];
}

/** What an example shows. */
export type ExampleVerdict = 'pass' | 'fail' | 'unknown' | 'review';
