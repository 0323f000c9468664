import type { CodeFlow, Result as SarifResult } from 'sarif';
import type { Language } from '../../../base/localized.ts';
import type { Finding, FindingPath } from '../../../result/result.ts';
import { wordLabel } from '../../../result/words.ts';
import type { StepsRoom } from '../steps-room.ts';
import { reportTexts } from '../words.ts';
import {
  logicalLocation,
  physicalLocation,
  type SourceLine,
  stepLocation,
  stepsBesidePaths,
} from './locations.ts';
import { linkTo, plain } from './texts.ts';

/** How results are written. */
export interface ResultOptions {
  readonly language: Language;
  /** the index of each rule in the list of rules */
  readonly ruleIndexes: ReadonlyMap<string, number>;
  /** the limit on the steps of all paths of one finding */
  readonly steps: number;
  /** the room for the steps of all findings */
  readonly room: StepsRoom;
  /** whether the report quotes the source text at the location */
  readonly sourceLine?: SourceLine;
}

/** A finding as a result of the kind or level that the report gives it. */
export function findingResult(
  finding: Finding,
  weight: Pick<SarifResult, 'kind' | 'level'>,
  { language, ruleIndexes, steps, room, sourceLine }: ResultOptions,
): SarifResult {
  const { ruleId, location, record, cause, announced } = finding;
  const places = stepsBesidePaths(finding);
  const source = location.source && {
    file: plain(location.source.file),
    sheet: plain(location.source.sheet),
    cell: location.source.cell,
  };
  const flows = finding.paths && codeFlows(finding.paths, { steps, room }, language);
  return {
    ruleId,
    ruleIndex: ruleIndexes.get(ruleId),
    ...weight,
    message: { text: messageOf(finding, language) },
    locations: [
      { physicalLocation: physicalLocation(location, sourceLine), logicalLocations: logicalLocation(record) },
    ],
    codeFlows: flows?.flows,
    relatedLocations:
      places.length === 0
        ? undefined
        : places.map((step, index) => ({ id: index + 1, ...stepLocation(step, language) })),
    partialFingerprints: partialFingerprints(finding),
    properties:
      cause === undefined && announced === undefined && source === undefined && flows?.stepsLeft === undefined
        ? undefined
        : {
            cause: cause === undefined ? undefined : plain(cause),
            announced,
            source,
            stepsLeft: flows?.stepsLeft,
          },
  };
}

/**
 * The fingerprint by which code scanning identifies an alert. Without it, GitHub would hash the source line, which
 * changes with every edit. The form (hash and count) is GitHub's; the count is always 1, because fingerprints are
 * unique.
 */
export function partialFingerprints({ fingerprint }: Pick<Finding, 'fingerprint'>): {
  primaryLocationLineHash: string;
} {
  return { primaryLocationLineHash: `${fingerprint.slice(fingerprint.indexOf(':') + 1)}:1` };
}

/** The problem comes first: where space is short, viewers show only the first sentence. */
function messageOf(finding: Finding, language: Language): string {
  const { message, remedy, clauses, announced } = finding;
  const { labels, comma } = reportTexts[language];
  const places = stepsBesidePaths(finding);
  const cited = clauses.map(({ policy, ref }) => plain(`${policy} ${ref}`)).join(comma);
  const linked = places.map((step, index) => linkTo(index + 1, step.message[language])).join(comma);
  return [
    ...(announced === undefined ? [] : [`${wordLabel(finding, language)}:`]),
    plain(message[language]),
    plain(remedy[language]),
    ...(cited === '' ? [] : [`${labels.clause}: ${cited}`]),
    ...(linked === '' ? [] : [`${labels.trace}: ${linked}`]),
  ].join(' ');
}

/** The code flows of a finding, and how many steps the room of the report leaves out of them, if any. */
interface Flows {
  readonly flows: CodeFlow[];
  readonly stepsLeft?: number;
}

/**
 * Each path through the network as a code flow, hop by hop, with the layer that it leads to or from, up to the limit of
 * steps.
 */
function codeFlows(
  paths: readonly FindingPath[],
  { steps: limit, room }: Pick<ResultOptions, 'steps' | 'room'>,
  language: Language,
): Flows {
  let left = limit;
  let stepsLeft = 0;
  const flows = paths.flatMap(({ layer, steps }) => {
    const within = steps.slice(0, left);
    const shown = room.take(within);
    left -= shown.length;
    stepsLeft += within.length - shown.length;
    if (shown.length === 0) return [];
    const locations = shown.map((step) => ({ location: stepLocation(step, language) }));
    const message = layer && { text: plain(layer.name[language]) };
    return [{ ...(message && { message }), threadFlows: [{ locations }] }];
  });
  return { flows, ...(stepsLeft > 0 && { stepsLeft }) };
}
