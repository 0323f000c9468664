import type { Reason } from '../base/system-error.ts';
import type { SchemaProblem } from '../schema/problem.ts';
import type { YamlProblem } from '../yaml/problem.ts';
import type { Position } from '../yaml/source-text.ts';
import type { InForceProblem } from './check-in-force.ts';
import type { PredicateProblem } from './check-predicate.ts';
import type { OwnRuleProblem } from './own/problem.ts';
import type { Axis } from './policy.ts';
import type { ServesProblem } from './serves-problem.ts';
import type { VocabularyProblem } from './vocabulary.ts';

/** What is wrong with a policy, and where in its file. Codes and facts, no prose. */
export type PolicyProblem = { readonly file: string; readonly position?: Position } & (
  | {
      readonly code: 'unknown-policy';
      readonly given: string;
      readonly known: readonly string[];
      readonly suggestion?: string;
      /** the policy of the body that is named in place of an id */
      readonly issued?: string;
    }
  /** `base`: the file that `extends` names, where it is that one; `policy`: that the organization names, where it is that */
  | { readonly code: 'unreadable'; readonly reason: Reason; readonly base?: string; readonly policy?: string }
  | { readonly code: 'yaml'; readonly problem: YamlProblem }
  | { readonly code: 'schema'; readonly problem: SchemaProblem }
  | { readonly code: 'empty' | 'several-documents' }
  /** `chain`: the files of the circle, the first again at the end */
  | { readonly code: 'circular-extends'; readonly chain: readonly string[] }
  | { readonly code: 'same-id-as-base'; readonly id: string }
  /** `other`: how the policy is named that has the id already */
  | { readonly code: 'same-id-as-another'; readonly id: string; readonly other: string }
  | { readonly code: 'nothing-to-drop' }
  | { readonly code: 'unknown-clause'; readonly ref: string; readonly suggestion?: string }
  | { readonly code: 'dropped-clause'; readonly ref: string; readonly dropLine: number }
  /** a provision is named whose duties are clauses of their own, so it is ambiguous */
  | { readonly code: 'split-clause'; readonly ref: string; readonly duties: readonly string[] }
  /** a level is said to be defined by a clause that is not there; `dropLine`: where it is dropped */
  | {
      readonly code: 'unknown-level-clause';
      readonly axis: Axis;
      readonly level: string;
      readonly ref: string;
      readonly dropLine?: number;
      readonly suggestion?: string;
    }
  /** `first`: the reference as it is written there */
  | {
      readonly code: 'duplicate-clause';
      readonly ref: string;
      readonly first: string;
      readonly firstLine: number;
    }
  /** a clause that no base has lacks fields; `suggestion`: the base's clause that may be meant */
  | {
      readonly code: 'incomplete-clause';
      readonly ref: string;
      readonly missing: readonly string[];
      readonly extends: boolean;
      readonly suggestion?: string;
    }
  | { readonly code: 'unanswered-clause'; readonly ref: string }
  | { readonly code: 'unknown-rule'; readonly id: string; readonly suggestion?: string }
  | {
      readonly code: 'unknown-parameter';
      readonly rule: string;
      readonly name: string;
      readonly known: readonly string[];
      readonly suggestion?: string;
    }
  /** `fiscalYears`: whether `fiscal-year` is possible besides a duration */
  | {
      readonly code: 'not-a-duration';
      readonly name: string;
      readonly written: string;
      readonly fiscalYears: boolean;
    }
  /** a clause asks a rule from a level on, and no record that the rule judges has one */
  | { readonly code: 'no-levels'; readonly rule: string }
  /** a least level that the scale lacks, by its key or parameter; `ref`: of the base's clause, where it is one of those */
  | {
      readonly code: 'unknown-floor';
      readonly name: string;
      readonly ref?: string;
      readonly axis: Axis;
      readonly written: string;
      readonly known: readonly string[];
    }
  /** what is wrong with its vocabulary, or with a parameter that is a word */
  | VocabularyProblem
  /** what is wrong with the condition under which a clause asks a rule */
  | { readonly code: 'predicate'; readonly problem: PredicateProblem }
  /** what is wrong with a rule that the policy writes itself */
  | { readonly code: 'own-rule'; readonly problem: OwnRuleProblem }
  /** `rules`: the file that `ownRules` names */
  | { readonly code: 'unreadable-rules'; readonly reason: Reason; readonly rules: string }
  /** `other`: how the policy is named that has another rule of the same id */
  | { readonly code: 'other-rule'; readonly id: string; readonly other: string }
  /** a clause asks a rule of some records, and the rule judges none */
  | { readonly code: 'no-records'; readonly rule: string }
  /** what is wrong with what a clause says that it answers elsewhere */
  | { readonly code: 'serves'; readonly problem: ServesProblem }
  /** a clause takes over the rules of another, `from`, and this is wrong with them here */
  | { readonly code: 'taken-over'; readonly from: string; readonly problem: PolicyProblem }
  /** the days on which the policy or a clause is in force */
  | InForceProblem
  /** of how long an exception may last */
  | { readonly code: 'unknown-maximum'; readonly written: string }
  | { readonly code: 'duplicate-layer'; readonly id: string; readonly firstLine: number }
  | { readonly code: 'unknown-means'; readonly axis: Axis; readonly means: number }
  | {
      readonly code: 'duplicate-level';
      readonly axis: Axis;
      readonly level: string;
      /** the other one, as it is written there */
      readonly first: string;
      readonly firstLine: number;
    }
  /** the name of a level reads as another level of its scale */
  | {
      readonly code: 'mistakable-name';
      readonly axis: Axis;
      readonly level: string;
      readonly name: string;
      readonly other: string;
      readonly otherLine: number;
    }
  /** a level stands below one that weighs less */
  | {
      readonly code: 'scale-order';
      readonly axis: Axis;
      readonly level: string;
      readonly means: number;
      readonly above: { readonly level: string; readonly means: number };
    }
);

/** A policy could not be loaded. */
export class PolicyError extends Error {
  readonly problems: readonly PolicyProblem[];

  constructor(problems: readonly PolicyProblem[]) {
    super(problems.map(({ file, code }) => `${file}: ${code}`).join('\n'));
    this.problems = problems;
  }
}
