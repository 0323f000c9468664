import type { Finding, Result } from '../result.ts';

type Counts = Readonly<Record<Finding['verdict'], number>>;

/** How many findings of each verdict count, how many are suppressed, and by what. */
export interface FindingCounts extends Counts {
  readonly suppressed: number;
  /** by an exception: somebody approved it */
  readonly excepted: number;
  /** by a baseline: they are only known */
  readonly held: Counts;
}

/** Counts the findings of a run. */
export function countsOf({ findings }: Pick<Result, 'findings'>): FindingCounts {
  const active = { fail: 0, unknown: 0, review: 0 };
  const held = { fail: 0, unknown: 0, review: 0 };
  let excepted = 0;
  for (const { verdict, suppression } of findings) {
    if (suppression === null) active[verdict]++;
    else if (suppression.kind === 'baseline') held[verdict]++;
    else excepted++;
  }
  return { ...active, suppressed: excepted + held.fail + held.unknown + held.review, excepted, held };
}
