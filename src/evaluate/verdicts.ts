import type { Reading } from '../policy/severity.ts';
import type { VerdictCounts } from '../result/result.ts';
import { type Issue, notApplicable, type Outcome, pass, type Verdict } from '../rule.ts';

/**
 * A verdict as it is counted. `transitional`: a transitional rule leaves the record to the earlier law, so that it neither
 * satisfies the rule nor is none of its kind.
 */
export type CountedVerdict = Verdict | 'transitional';

/**
 * What comes of asking a rule about a record. `transitional`: what the record stands for is left to the earlier law; `undated`:
 * whether it is depends on a day that the record does not state, and the rule found something.
 */
export type Answer = Outcome | 'transitional' | 'undated';

/** Whether an answer is one or more issues. */
export function isIssue(answer: Answer): answer is Issue | readonly Issue[] {
  return typeof answer === 'object' && answer !== pass && answer !== notApplicable;
}

const badness: Readonly<Record<CountedVerdict, number>> = {
  fail: 5,
  unknown: 4,
  review: 3,
  pass: 2,
  transitional: 1,
  'not-applicable': 0,
};

/** @returns the worse of two verdicts */
export function worse<V extends CountedVerdict>(a: V, b: V): V {
  return a === b || badness[a] >= badness[b] ? a : b;
}

/** @returns the verdict of an issue under a policy: a fail becomes a review where no clause states the measure */
export function verdictOf(issue: Issue, reading: Reading): Issue['verdict'] {
  return issue.verdict === 'fail' ? reading.verdict : issue.verdict;
}

/** Counts to begin with. */
export function noVerdicts(): Record<CountedVerdict, number> {
  return { pass: 0, fail: 0, unknown: 0, review: 0, 'not-applicable': 0, transitional: 0 };
}

/** Counts as the result has them: what is transitional only where there is any. */
export function asCounts({
  'not-applicable': notApplicable,
  transitional,
  ...counts
}: Record<CountedVerdict, number>): VerdictCounts {
  return { ...counts, notApplicable, ...(transitional > 0 && { transitional }) };
}
