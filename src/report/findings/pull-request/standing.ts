import type { Finding, Result } from '../../../result/result.ts';

/** The findings by how they stand to the change, each in one place. */
export interface Standings {
  /** new, or with another verdict than before; all that counts where nothing is compared */
  readonly fresh: readonly Finding[];
  /** as before, those included that a baseline lists */
  readonly unchanged: readonly Finding[];
  readonly excepted: readonly Finding[];
}

/** Sorts the findings out: new ones by weight, so that the heaviest are there where there is no room for all. */
export function standings({ findings }: Result): Standings {
  const excepted = findings.filter(({ suppression }) => suppression?.kind === 'exception');
  const others = findings.filter(({ suppression }) => suppression?.kind !== 'exception');
  const isOld = ({ state, suppression }: Finding) => state === 'unchanged' || suppression !== null;
  return {
    fresh: byWeight(others.filter((finding) => !isOld(finding))),
    unchanged: byWeight(others.filter(isOld)),
    excepted,
  };
}

function byWeight(findings: readonly Finding[]): Finding[] {
  return [...findings].sort((a, b) => weights[a.severity] - weights[b.severity]);
}

const weights: Readonly<Record<Finding['severity'], number>> = { error: 0, warning: 1, info: 2 };
