import type { Finding, Result } from '../result.ts';

/** How many findings of each verdict count, and how many are suppressed. */
export function countsOf({
  findings,
  summary,
}: Pick<Result, 'findings' | 'summary'>): Readonly<Record<Finding['verdict'] | 'suppressed', number>> {
  const counts = { fail: 0, unknown: 0, review: 0 };
  for (const { verdict, suppression } of findings) if (suppression === null) counts[verdict]++;
  return { ...counts, suppressed: summary.suppressed };
}
