import { ruleAndRecord } from '../evaluate/trusted-state.ts';
import type { EarlierFinding, Finding } from '../result/result.ts';

/**
 * The violations that are now unknown, since the record, or what it depends on, no longer says enough: nobody has mended
 * them. What the rule says of a record may have another fingerprint once it is unknown, so rule and record are compared.
 */
export class TakenBack {
  readonly #keys: ReadonlySet<string>;

  constructor(earlier: Iterable<EarlierFinding>, now: readonly Finding[]) {
    const failed = keysOf(earlier, 'fail');
    const fails = keysOf(now, 'fail');
    this.#keys = new Set([...keysOf(now, 'unknown')].filter((key) => failed.has(key) && !fails.has(key)));
  }

  /** Whether an earlier finding is such a violation, or a finding says that one is unknown. */
  has({ ruleId, record, verdict }: EarlierFinding): boolean {
    return verdict !== 'review' && this.#keys.has(ruleAndRecord(ruleId, record));
  }
}

function keysOf(findings: Iterable<EarlierFinding>, wanted: Finding['verdict']): Set<string> {
  const keys = new Set<string>();
  for (const { ruleId, record, verdict } of findings)
    if (verdict === wanted) keys.add(ruleAndRecord(ruleId, record));
  return keys;
}
