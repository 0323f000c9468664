import { isDeepStrictEqual } from 'node:util';
import type { Entry, Inventory } from '../inventory/inventory.ts';
import { hopKey } from '../network/path-hop.ts';
import { changedFinding } from '../result/derived-finding.ts';
import type {
  EarlierFinding,
  Finding,
  FindingLocation,
  Known,
  RecordReference,
  Result,
} from '../result/result.ts';
import { applyBaseline, type Baseline, fixedFindings, isListedAs } from './baseline.ts';
import { beyondKnown, knownOf } from './known-debt.ts';
import { TakenBack } from './taken-back.ts';

/** A run, with the base and the baseline that it is compared with. */
export interface CompareInput {
  readonly inventory: Inventory;
  readonly findings: readonly Finding[];
  /** whether a rule ran or no longer exists */
  readonly isConclusive: (ruleId: string) => boolean;
  readonly baseline: (Baseline & { readonly name: string }) | undefined;
  /** the inventory of the base, and its findings */
  readonly base:
    | { readonly name: string; readonly inventory: Inventory; readonly findings: readonly Finding[] }
    | undefined;
  readonly onlyRelated: boolean;
}

/** Compares a run with the base, else with the baseline. The baseline suppresses findings in any case. */
export function compare(run: CompareInput): Pick<Result, 'findings' | 'comparison' | 'unrelated'> {
  const { baseline, base, inventory } = run;
  const findings = baseline === undefined ? run.findings : applyBaseline(run.findings, baseline, inventory);
  const has = ({ kind, id }: RecordReference) =>
    ['files', 'organization'].includes(kind) || inventory.has(kind, id);
  const completeness = { readable: inventory.readable, isConclusive: run.isConclusive, has };
  if (base !== undefined) {
    const earlier = base.findings.filter(({ suppression }) => suppression === null);
    const stated = withStates(findings, inventory, base.findings, (one) => knownOf(one, base.inventory));
    const related = run.onlyRelated ? relatedFindings(stated, base, inventory) : stated;
    const unrelated = { since: base.name, count: stated.length - related.length };
    return {
      findings: related,
      comparison: { against: 'base', name: base.name, fixed: fixedFindings(earlier, findings, completeness) },
      ...(run.onlyRelated ? { unrelated } : {}),
    };
  }
  if (baseline === undefined) return { findings };
  const { name } = baseline;
  const entries = [...baseline.entries.values()];
  const fixed = fixedFindings(entries, findings, completeness);
  return {
    findings: withStates(findings, inventory, entries, ({ known = {} }) => known),
    comparison: { against: 'baseline', name, fixed },
  };
}

/**
 * Gives every finding its state relative to the base or baseline. A finding that is no longer suppressed counts as changed,
 * and so does one that goes beyond what was known, or that tells of a violation that it is unknown now.
 */
function withStates<Earlier extends EarlierFinding & Partial<Pick<Finding, 'suppression'>>>(
  findings: readonly Finding[],
  inventory: Inventory,
  earlier: readonly Earlier[],
  knownThen: (finding: Earlier) => Known,
): Finding[] {
  const takenBack = new TakenBack(earlier, findings);
  const byFingerprint = new Map(earlier.map((finding) => [finding.fingerprint, finding]));
  return findings.map((finding) => {
    const then = byFingerprint.get(finding.fingerprint);
    // A mistake that several records share is told of one of them, and may be told of another once that is gone.
    if (then === undefined || !(finding.invalid || isListedAs(finding, then)))
      return changedFinding(finding, { state: takenBack.has(finding) ? 'changed' : 'new' });
    const cameBack = finding.suppression === null && (then.suppression ?? null) !== null;
    const isSame =
      then.verdict === finding.verdict &&
      !cameBack &&
      beyondKnown(knownThen(then), knownOf(finding, inventory)) === undefined;
    return changedFinding(finding, { state: isSame ? 'unchanged' : 'changed' });
  });
}

/**
 * Selects the findings that a change touches or causes: new and changed ones, and those whose record or trace was changed.
 * Inventory errors always stay, since nobody knows what they hide.
 *
 * @param findings with their states
 */
function relatedFindings(
  findings: readonly Finding[],
  base: NonNullable<CompareInput['base']>,
  after: Inventory,
): Finding[] {
  const changes = new Changes(base.inventory, after);
  const earlier = new Map(base.findings.map((finding) => [finding.fingerprint, finding]));
  const isOther = (finding: Finding) => {
    const then = earlier.get(finding.fingerprint);
    return then === undefined || !isDeepStrictEqual(facts(then), facts(finding));
  };
  return findings.filter(
    (finding) =>
      finding.state !== 'unchanged' || finding.invalid || isOther(finding) || changes.touchFinding(finding),
  );
}

/** The facts of a finding, without wording and locations. */
function facts({ verdict, severity, field, clauses, missing, trace, paths }: Finding): unknown {
  const fieldOf = (of: { readonly record?: RecordReference; readonly field?: string }) => [
    of.record?.kind,
    of.record?.id,
    of.field,
  ];
  return [
    [verdict, severity, field],
    clauses.map(({ policy, ref }) => [policy, ref]),
    missing && fieldOf(missing),
    trace.map(fieldOf),
    paths?.map(({ layer, steps }) => [layer?.id, steps.map(({ hop }) => hopKey(hop))]),
  ];
}

/** Which records a change adds or alters; moving one, or its fields, to another place is no change. */
export class Changes {
  readonly #before: Inventory;
  readonly #after: Inventory;
  readonly #known = new Map<Entry, boolean>();

  constructor(before: Inventory, after: Inventory) {
    this.#before = before;
    this.#after = after;
  }

  /** Whether the record of a finding, of its trace or of its missing fact was changed. */
  touchFinding({ location, trace, missing }: Finding): boolean {
    const places = [location, ...trace.map((step) => step.location), ...(missing ? [missing.location] : [])];
    return places.some((place) => this.#touch(place));
  }

  #touch(place: FindingLocation): boolean {
    const entry = this.#after.entryAt(place);
    if (entry === undefined) return false;
    const known = this.#known.get(entry) ?? this.#isChanged(entry);
    this.#known.set(entry, known);
    return known;
  }

  #isChanged(entry: Entry): boolean {
    const earlier = this.#before.counterpart(entry);
    return earlier === undefined || !isDeepStrictEqual(earlier.record, entry.record);
  }
}
