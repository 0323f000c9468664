import { type Citation, type Modality, type Severity, severities } from './policy.ts';

/** The configured severities. */
export interface Weights {
  readonly unknown?: Severity;
  readonly review?: Severity;
  /** by rule id; `off` leaves the rule out */
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
}

/** How a policy reads a rule: the verdict and severity of its fails. */
export interface Reading {
  readonly verdict: 'fail' | 'review';
  readonly severity: Severity;
  /** no clause states the measure; the clauses are only interpreted so */
  readonly interpreted: boolean;
  /** the clauses that state it as a duty: only a fail against these is a violation */
  readonly duties: ReadonlySet<string>;
}

const byModality: Readonly<Record<Modality, Severity>> = {
  must: 'error',
  principle: 'error',
  should: 'warning',
  may: 'warning',
  definition: 'warning',
  scope: 'warning',
  purpose: 'warning',
  threat: 'warning',
};

/**
 * Reads the clauses behind a rule. A "no" is a fail where a clause states the measure (or the policy gives it a
 * severity of its own), with the weight of the strictest such clause; where all are interpretations of a general
 * aim, or say only what may happen, it is a review.
 */
export function readCitations(citations: readonly Citation[]): Reading {
  const binding = citations.filter(
    ({ clause, basis, severity }) =>
      clause.modality !== 'may' && (basis === 'stated' || severity !== undefined),
  );
  if (binding.length === 0) {
    return {
      verdict: 'review',
      severity: 'info',
      interpreted: citations.some(({ basis }) => basis === 'interpreted'),
      duties: new Set(),
    };
  }
  return {
    verdict: 'fail',
    severity: heaviest(binding.map(({ clause, severity }) => severity ?? byModality[clause.modality])),
    interpreted: binding.every(({ basis }) => basis === 'interpreted'),
    duties: new Set(binding.filter(isDuty).map(({ clause }) => clause.ref)),
  };
}

/** Whether a clause states what a rule asks for as something that must be so. */
export function isDuty({
  clause,
  basis,
}: {
  readonly clause: Pick<Citation['clause'], 'modality'>;
  readonly basis: Citation['basis'];
}): boolean {
  return basis === 'stated' && (clause.modality === 'must' || clause.modality === 'principle');
}

/** @returns the severity of a finding of a rule */
export function weigh(
  ruleId: string,
  verdict: 'fail' | 'unknown' | 'review',
  reading: Reading,
  weights: Weights,
): Severity {
  if (verdict === 'unknown')
    return (
      weights.unknown ?? lightest(['warning', reading.verdict === 'fail' ? reading.severity : 'warning'])
    );
  if (verdict === 'review') return weights.review ?? 'info';
  const configured = weights.rules[ruleId];
  return configured === undefined || configured === 'off' ? reading.severity : configured;
}

/** @returns whether a severity is at least as heavy as a limit */
export function reaches(severity: Severity, limit: Severity): boolean {
  return severities.indexOf(severity) <= severities.indexOf(limit);
}

export function heaviest(all: readonly Severity[]): Severity {
  return all.reduce((a, b) => (reaches(a, b) ? a : b));
}

function lightest(all: readonly Severity[]): Severity {
  return all.reduce((a, b) => (reaches(a, b) ? b : a));
}
