import { defined } from '../base/defined.ts';
import type { Inventory } from '../inventory/inventory.ts';
import type { Severity } from '../policy/policy.ts';
import {
  countsToday,
  type Finding,
  isAnnounced,
  type Summary,
  type VerdictCounts,
} from '../result/result.ts';
import { countByDivision } from './divisions.ts';

/** What a summary counts. */
interface SummaryInput {
  /** how many */
  readonly files: number;
  readonly inventory: Inventory;
  readonly rules: readonly unknown[];
  readonly verdicts: ReadonlyMap<string, VerdictCounts>;
  readonly findings: readonly Finding[];
}

/** Sums a run up in numbers. */
export function summarise({ files, inventory, rules, verdicts, findings }: SummaryInput): Summary {
  const active = findings.filter(countsToday);
  const announced = findings.filter(isAnnounced).length;
  const sum = (verdict: keyof VerdictCounts) =>
    [...verdicts.values()].reduce((total, counts) => total + (counts[verdict] ?? 0), 0);
  const transitional = sum('transitional');
  const weighing = (severity: Severity) => active.filter((finding) => finding.severity === severity).length;
  return {
    files,
    records: inventory.size,
    rules: rules.length,
    verdicts: {
      pass: sum('pass'),
      fail: sum('fail'),
      unknown: sum('unknown'),
      review: sum('review'),
      notApplicable: sum('notApplicable'),
      ...(transitional > 0 && { transitional }),
    },
    findings: { error: weighing('error'), warning: weighing('warning'), info: weighing('info') },
    suppressed: findings.length - active.length - announced,
    ...defined({
      announced: announced === 0 ? undefined : announced,
      divisions: countByDivision(inventory, findings),
    }),
  };
}
