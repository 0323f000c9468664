import type { CountedAs } from '../../result/finding.ts';
import type { EarlierFinding, Finding, FindingLabel } from '../../result/result.ts';

/** How many findings count, by label, and how many are suppressed, by reason. */
export interface FindingCounts extends Readonly<Record<CountedAs, number>> {
  /** what the baseline lists */
  readonly held: Readonly<Record<FindingLabel, number>>;
}

/** What a finding is counted as. */
export function countedAs({ label, suppression }: Pick<Finding, 'label' | 'suppression'>): CountedAs {
  return suppression === null ? label : suppression.kind;
}

/** Counts findings by what they are counted as. */
export function countByLabel(findings: readonly Pick<Finding, 'label' | 'suppression'>[]): FindingCounts {
  const none = { violation: 0, 'inventory-error': 0, improvement: 0, unknown: 0, review: 0 };
  const counts = { ...none, exception: 0, baseline: 0, held: { ...none } };
  for (const finding of findings) {
    counts[countedAs(finding)]++;
    if (finding.suppression?.kind === 'baseline') counts.held[finding.label]++;
  }
  return counts;
}

/** The label of a finding that no longer occurs. A baseline keeps only the verdict, so the label is derived from it. */
export function earlierLabel({ label, verdict }: EarlierFinding): FindingLabel {
  return label ?? (verdict === 'fail' ? 'violation' : verdict);
}
