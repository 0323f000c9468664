import type { Result as SarifResult } from 'sarif';
import type { EarlierFinding, Finding, Result, RuleTexts } from '../../../result/result.ts';
import { logicalLocation, qualifiedName } from './locations.ts';
import { findingResult, partialFingerprints, type ResultOptions } from './results.ts';
import { levels } from './rules.ts';
import { Suppressions } from './suppressions.ts';
import type { Taxonomies } from './taxonomies.ts';
import { plain } from './texts.ts';
import { sarifTexts } from './words.ts';

const kinds: Readonly<Record<Finding['verdict'], SarifResult.kind>> = {
  fail: 'fail',
  unknown: 'open',
  review: 'review',
};

const states: Readonly<Record<NonNullable<Finding['state']>, SarifResult.baselineState>> = {
  new: 'new',
  changed: 'updated',
  unchanged: 'unchanged',
};

/**
 * Every finding, suppressed or not; the findings of the base or baseline that no longer occur; and for each rule how
 * often it passed and how often it did not apply.
 */
export function* recordedResults(
  result: Result,
  taxonomies: Taxonomies,
  options: ResultOptions,
): Generator<SarifResult> {
  const suppressions = new Suppressions(result);
  const { comparison, findings, rules } = result;
  // SARIF requires that either all results of a run have `suppressions` (and `baselineState`) or none.
  const mark: Mark = (suppression, state) => ({
    suppressions: suppressions.of(suppression),
    baselineState: comparison === undefined ? undefined : state,
  });
  for (const finding of findings)
    yield {
      ...recordedFinding(finding, taxonomies, options),
      ...mark(finding.suppression, stateOf(finding)),
    };
  for (const finding of comparison?.fixed ?? [])
    yield { ...goneResult(finding, options), ...mark(null, 'absent') };
  for (const rule of rules.values())
    for (const counted of countedResults(rule, options)) yield { ...counted, ...mark(null, 'unchanged') };
}

type Mark = (
  suppression: Finding['suppression'],
  state: SarifResult.baselineState,
) => Pick<SarifResult, 'suppressions' | 'baselineState'>;

function recordedFinding(finding: Finding, taxonomies: Taxonomies, options: ResultOptions): SarifResult {
  const { verdict, severity, clauses, fingerprint, agency, division, cause, missing, announced } = finding;
  const result = findingResult(finding, weigh(verdict, severity), options);
  return {
    ...result,
    fingerprints: fingerprints(fingerprint),
    taxa: clauses.length === 0 ? undefined : taxonomies.taxa(clauses),
    properties: {
      severity,
      announced,
      agency,
      division,
      cause: cause === undefined ? undefined : plain(cause),
      missing:
        missing === undefined
          ? undefined
          : `${qualifiedName({ ...missing.record, kind: missing.kind })} ${missing.field}`.trim(),
      stepsLeft: result.properties?.['stepsLeft'],
    },
  };
}

/** SARIF puts the version of a fingerprint in its name (3.27.16). */
function fingerprints(fingerprint: string): Record<string, string> {
  const [version = '', hash = ''] = fingerprint.split(':');
  return { [`sekisho/${version}`]: hash };
}

/** Only what fails has a level (SARIF 3.27.10). */
function weigh(verdict: Finding['verdict'], severity: Finding['severity']) {
  return { kind: kinds[verdict], level: verdict === 'fail' ? levels[severity] : ('none' as const) };
}

/** What a baseline covers was there before. */
function stateOf({ state, suppression }: Finding): SarifResult.baselineState {
  return states[state ?? (suppression?.kind === 'baseline' ? 'unchanged' : 'new')];
}

function goneResult(
  { ruleId, verdict, severity = 'warning', record, message, fingerprint }: EarlierFinding,
  { language, ruleIndexes }: ResultOptions,
): SarifResult {
  const text = message?.[language] ?? sarifTexts[language].gone(record.name || record.id, ruleId);
  return {
    ruleId,
    ruleIndex: ruleIndexes.get(ruleId),
    ...weigh(verdict, severity),
    message: { text: plain(text) },
    locations: [{ logicalLocations: logicalLocation(record) }],
    partialFingerprints: partialFingerprints({ fingerprint }),
    fingerprints: fingerprints(fingerprint),
  };
}

/** One result per rule with a count: single results for 100,000 records under 100 rules would be ten million. */
function countedResults(
  { id, title, verdicts }: RuleTexts,
  { language, ruleIndexes }: ResultOptions,
): SarifResult[] {
  const { passed, notApplicable } = sarifTexts[language];
  const counted = (kind: 'pass' | 'notApplicable', text: string): SarifResult => ({
    ruleId: id,
    ruleIndex: ruleIndexes.get(id),
    kind,
    level: 'none',
    message: { text: plain(text) },
    occurrenceCount: verdicts[kind],
  });
  return [
    counted('pass', passed(title[language], verdicts.pass)),
    counted('notApplicable', notApplicable(title[language], verdicts.notApplicable)),
  ].filter(({ occurrenceCount }) => occurrenceCount !== 0);
}
