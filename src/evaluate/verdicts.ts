import type { Reading } from '../policy/severity.ts';
import type { VerdictCounts } from '../result/result.ts';
import type { Issue, Verdict } from '../rule.ts';

const badness: Readonly<Record<Verdict, number>> = {
  fail: 4,
  unknown: 3,
  review: 2,
  pass: 1,
  'not-applicable': 0,
};

/** @returns the worse of two verdicts */
export function worse(a: Verdict, b: Verdict): Verdict {
  return a === b || badness[a] >= badness[b] ? a : b;
}

/** @returns the verdict of an issue under a policy: a fail becomes a review where no clause states the measure */
export function verdictOf(issue: Issue, reading: Reading): Issue['verdict'] {
  return issue.verdict === 'fail' ? reading.verdict : issue.verdict;
}

/** Counts to begin with. */
export function noVerdicts(): Record<Verdict, number> {
  return { pass: 0, fail: 0, unknown: 0, review: 0, 'not-applicable': 0 };
}

/** Counts as the result has them. */
export function asCounts({
  'not-applicable': notApplicable,
  ...counts
}: Record<Verdict, number>): VerdictCounts {
  return { ...counts, notApplicable };
}
