import type { CodeFlow, Result as SarifResult } from 'sarif';
import type { Language } from '../../../base/localized.ts';
import type { Finding, FindingPath } from '../../../result/result.ts';
import { reportTexts } from '../words.ts';
import { logicalLocation, physicalLocation, placesOf, type SourceLine, stepLocation } from './locations.ts';
import { linkTo, plain } from './texts.ts';

/** How findings are to be written. */
export interface ResultOptions {
  readonly language: Language;
  /** where each rule stands in the list of rules */
  readonly ruleIndexes: ReadonlyMap<string, number>;
  /** how many steps of all ways of a finding to show */
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
  const places = placesOf(finding);
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
    codeFlows: finding.paths && codeFlows(finding.paths, steps, language),
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
  const places = placesOf(finding);
  const cited = clauses.map(({ policy, ref }) => plain(`${policy} ${ref}`)).join(comma);
  const linked = places.map((step, index) => linkTo(index + 1, step.message[language])).join(comma);
  return [
    plain(message[language]),
    plain(remedy[language]),
    ...(cited === '' ? [] : [`${labels.clause}: ${cited}`]),
    ...(linked === '' ? [] : [`${labels.trace}: ${linked}`]),
  ].join(' ');
}

/** Each way through the network, hop by hop, with the layer that it leads to or from; as many steps of all as there is room for. */
function codeFlows(paths: readonly FindingPath[], room: number, language: Language): CodeFlow[] {
  let left = room;
  return paths.flatMap(({ layer, steps }) => {
    const shown = steps.slice(0, left);
    left -= shown.length;
    if (shown.length === 0) return [];
    const locations = shown.map((step) => ({ location: stepLocation(step, language) }));
    const message = layer && { text: plain(layer.name[language]) };
    return [{ ...(message && { message }), threadFlows: [{ locations }] }];
  });
}
