import type { CodeFlow, Result as SarifResult } from 'sarif';
import type { Language } from '../../localized.ts';
import type { Finding } from '../../result.ts';
import { reportTexts } from '../../text/report.ts';
import { logicalLocation, partsOf, physicalLocation, type SourceLine, stepLocation } from './locations.ts';
import { linkTo, plain } from './texts.ts';

/** How findings are to be written. */
export interface ResultOptions {
  readonly language: Language;
  /** where each rule stands in the list of rules */
  readonly ruleIndexes: ReadonlyMap<string, number>;
  /** how many steps of a way to show */
  readonly steps: number;
  /** where the report is to quote the place */
  readonly sourceLine?: SourceLine;
}

/** A finding as a result of the kind or level that the report gives it. */
export function findingResult(
  finding: Finding,
  weight: Pick<SarifResult, 'kind' | 'level'>,
  { language, ruleIndexes, steps, sourceLine }: ResultOptions,
): SarifResult {
  const { ruleId, location, record } = finding;
  const { way, places } = partsOf(finding);
  return {
    ruleId,
    ruleIndex: ruleIndexes.get(ruleId),
    ...weight,
    message: { text: messageOf(finding, language) },
    locations: [
      {
        physicalLocation: physicalLocation(location, sourceLine),
        logicalLocations: logicalLocation(record),
      },
    ],
    codeFlows: way.length === 0 ? undefined : codeFlow(way.slice(0, steps), language),
    relatedLocations:
      places.length === 0
        ? undefined
        : places.map((step, index) => ({ id: index + 1, ...stepLocation(step, language) })),
    partialFingerprints: partialFingerprints(finding),
    properties: finding.cause === undefined ? undefined : { cause: plain(finding.cause) },
  };
}

/**
 * What code scanning knows a finding by again. Its own hash would be of the line, and so would change with it; the
 * form, a hash and a count, is the same, and the fingerprint without its version is unique already.
 */
export function partialFingerprints({ fingerprint }: Pick<Finding, 'fingerprint'>): {
  primaryLocationLineHash: string;
} {
  return { primaryLocationLineHash: `${fingerprint.slice(fingerprint.indexOf(':') + 1)}:1` };
}

/** What is wrong comes first: where there is little room, the first sentence is all that is shown. */
function messageOf(finding: Finding, language: Language): string {
  const { message, remedy, clauses } = finding;
  const { labels, comma } = reportTexts[language];
  const { places } = partsOf(finding);
  const cited = clauses.map(({ policy, ref }) => plain(`${policy} ${ref}`)).join(comma);
  const linked = places.map((step, index) => linkTo(index + 1, step.message[language])).join(comma);
  return [
    plain(message[language]),
    plain(remedy[language]),
    ...(cited === '' ? [] : [`${labels.clause}: ${cited}`]),
    ...(linked === '' ? [] : [`${labels.trace}: ${linked}`]),
  ].join(' ');
}

/** A way through the network, hop by hop. */
function codeFlow(way: Finding['trace'], language: Language): CodeFlow[] {
  return [{ threadFlows: [{ locations: way.map((step) => ({ location: stepLocation(step, language) })) }] }];
}
