import type { Day } from '../base/date.ts';
import type { Localized } from '../base/localized.ts';
import type { RunError } from './result.ts';

/** What came of the examples of rules and policies. */
export interface ExamplesResult {
  readonly asOf: Day;
  readonly counts: ExampleCounts;
  /** by file, those of rules before those of policies */
  readonly failures: readonly ExampleFailure[];
  /** what kept an example from being judged to the end */
  readonly errors: readonly RunError[];
  /** the paths of the files that were read */
  readonly inputs: readonly string[];
}

/** How much was run. */
export interface ExampleCounts {
  readonly policies: number;
  /** rules, and their examples */
  readonly rules: number;
  readonly ruleExamples: number;
  /** inventories with a list of what is expected, and how many findings they expect */
  readonly inventories: number;
  readonly expectations: number;
}

/** Where something stands: a line and a column from 1. */
export interface ExamplePlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** The verdict that an example of a rule is given for. */
export type WantedVerdict = 'pass' | 'fail' | 'unknown' | 'not-applicable';

/** What came of an example of a rule: `nothing` where no record was judged, `invalid` where the example itself is wrong. */
export type ExampleOutcome = WantedVerdict | 'nothing' | 'invalid';

/** An example that did not come out as it says. */
export type ExampleFailure =
  | RuleExampleFailure
  /** an inventory has a finding that nobody expected; it stands where the finding does */
  | {
      readonly kind: 'unexpected';
      readonly place: ExamplePlace;
      /** the list of what is expected */
      readonly expected: string;
      readonly finding: FoundInExample;
    }
  /** an inventory has no finding as one that is expected; it stands where that is written */
  | { readonly kind: 'unmet'; readonly place: ExamplePlace; readonly expectation: Expectation };

/** An example of a rule that gives another verdict than it is given for. */
export interface RuleExampleFailure {
  readonly kind: 'rule';
  readonly place: ExamplePlace;
  readonly rule: string;
  readonly wanted: WantedVerdict;
  /** each once */
  readonly got: readonly ExampleOutcome[];
  /** what the finding says that should not be */
  readonly message?: Localized;
}

/** A finding as an expectation may describe it. */
export interface FoundInExample {
  readonly rule: string;
  /** the id of the record */
  readonly record: string;
  readonly field: string;
  readonly verdict: 'fail' | 'unknown' | 'review';
  readonly message: Localized;
}

/** What is expected of an inventory; what it leaves out may be anything. */
export interface Expectation {
  readonly rule?: string;
  /** the id or the name of the record */
  readonly record?: string;
  readonly field?: string;
  readonly verdict?: 'fail' | 'unknown' | 'review';
}
