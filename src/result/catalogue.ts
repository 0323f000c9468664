import type { Localized } from '../base/localized.ts';
import type { Citation, Clause, Policy, Severity } from '../policy/policy.ts';
import type { FindingLabel } from './result.ts';

/** What can be told of a rule without judging anything. */
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
  /** what the policy of the examples says, where the usual one would not show anything */
  readonly premises: readonly Localized[];
  /** whether it runs whatever the policy, so that no exception can cover it either */
  readonly always: boolean;
  /** in the order of the policies and of their documents */
  readonly citedBy: readonly CitedBy[];
}

/** A clause that cites a rule, and whose it is. */
export interface CitedBy extends Citation {
  readonly policy: string;
}

export interface ParameterEntry {
  readonly name: string;
  readonly about: Localized;
  /** the default, as a policy or the configuration would write it */
  readonly value: string | number | readonly string[] | null;
  /** the default in words */
  readonly usual: Localized;
  /** what policies say instead */
  readonly set: readonly { readonly policy: string; readonly value: Localized }[];
}

/** A clause, whose it is, and the titles of the rules that it cites. */
export interface ClauseEntry {
  readonly policy: Pick<Policy, 'id' | 'title'>;
  readonly clause: Clause;
  readonly titles: ReadonlyMap<string, Localized>;
}

/** What `explain` is asked about: a rule, or the clauses that a reference means, in one policy or several. */
export type Topic = RuleEntry | readonly ClauseEntry[];

/** What one policy asks and another does not. */
export interface Difference {
  readonly policies: readonly [ComparedPolicy, ComparedPolicy];
  /** rules that one alone cites */
  readonly only: readonly [readonly Demand[], readonly Demand[]];
  /** rules that both cite, with another force or with parameters that differ */
  readonly unlike: readonly Unlike[];
  /** rules that both cite with the same force */
  readonly alike: readonly (readonly [Demand, Demand])[];
  /** clauses that attestations answer */
  readonly attestations: readonly [readonly Clause[], readonly Clause[]];
}

/** A rule as either policy asks for it, and the names of the parameters that differ. */
export interface Unlike {
  readonly sides: readonly [Demand, Demand];
  readonly parameters: readonly string[];
}

/** A policy under the name that tells it from the other: its id, or its file where both have one id. */
export interface ComparedPolicy {
  readonly name: string;
  readonly title: Localized;
}

/** A rule as one policy asks for it. */
export interface Demand {
  readonly id: string;
  readonly title: Localized;
  readonly citations: readonly Citation[];
  /** the citation that decides how much a "no" weighs */
  readonly leading: Citation;
  readonly outcome: { readonly verdict: 'fail' | 'review'; readonly severity: Severity };
  /** what people call a "no" */
  readonly label: FindingLabel;
  readonly parameters: readonly {
    readonly name: string;
    readonly value: unknown;
    readonly worded: Localized;
  }[];
}

/** What an example shows. */
export type ExampleVerdict = 'pass' | 'fail' | 'unknown' | 'review';
