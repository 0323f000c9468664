import type { CountedAs } from '../../result/finding.ts';
import type { EarlierFinding, Finding, FindingLabel } from '../../result/result.ts';

/** How many findings count, by label; how many are announced; and how many are suppressed, by reason. */
export interface FindingCounts extends Readonly<Record<CountedAs, number>> {
  /** what the baseline lists */
  readonly held: Readonly<Record<FindingLabel, number>>;
}

/** What a finding is counted as. */
export function countedAs({ label, suppression, announced }: Countable): CountedAs {
  if (suppression !== null) return suppression.kind;
  return announced === undefined ? label : 'announced';
}

/** What decides what a finding is counted as. */
type Countable = Pick<Finding, 'label' | 'suppression' | 'announced'>;

/** Counts findings by what they are counted as. */
export function countByLabel(findings: readonly Countable[]): FindingCounts {
  const none = { violation: 0, unconfirmed: 0, 'inventory-error': 0, improvement: 0, unknown: 0, review: 0 };
  const counts = { ...none, announced: 0, exception: 0, baseline: 0, held: { ...none } };
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
