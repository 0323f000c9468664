import { type Finding, isAnnounced, type Result } from '../../../result/result.ts';

/** The findings by their state in the comparison; each is in exactly one list. */
export interface Standings {
  /** new, or with a changed verdict; all that count where nothing is compared */
  readonly fresh: readonly Finding[];
  /** unchanged, including those that a baseline lists */
  readonly unchanged: readonly Finding[];
  readonly excepted: readonly Finding[];
  /** they hold only from a day to come, new or not */
  readonly announced: readonly Finding[];
}

/** Sorts the findings into lists; new ones by severity, so that the most severe are shown where room is short. */
export function standings({ findings }: Pick<Result, 'findings'>): Standings {
  const excepted = findings.filter(({ suppression }) => suppression?.kind === 'exception');
  const others = findings.filter(
    (finding) => finding.suppression?.kind !== 'exception' && !isAnnounced(finding),
  );
  const isOld = ({ state, suppression }: Finding) => state === 'unchanged' || suppression !== null;
  return {
    fresh: byWeight(others.filter((finding) => !isOld(finding))),
    unchanged: byWeight(others.filter(isOld)),
    excepted,
    announced: findings.filter(isAnnounced),
  };
}

function byWeight(findings: readonly Finding[]): Finding[] {
  return [...findings].sort((a, b) => weights[a.severity] - weights[b.severity]);
}

const weights: Readonly<Record<Finding['severity'], number>> = { error: 0, warning: 1, info: 2 };
