import type { ShownStatus } from '../../result/coverage.ts';
import {
  type ClauseCoverage,
  clauseStatuses,
  type Notice,
  type PolicyCoverage,
} from '../../result/result.ts';
import type { CoverageText } from './words.ts';

export function shownStatus({ status, violated }: ClauseCoverage): ShownStatus {
  return status === 'not-met' && !violated ? 'to-improve' : status;
}

/** How many clauses are shown to stand in one way. */
export interface StatusCount {
  readonly status: ShownStatus;
  readonly count: number;
  /** how many of them rest on an attestation that names no evidence */
  readonly withoutEvidence: number;
}

/** How many clauses stand how; what none is shown as is left out. */
export function totals({ clauses }: PolicyCoverage): StatusCount[] {
  return clauseStatuses
    .flatMap((status): ShownStatus[] => (status === 'not-met' ? [status, 'to-improve'] : [status]))
    .map((status) => {
      const having = clauses.filter((clause) => shownStatus(clause) === status);
      return { status, count: having.length, withoutEvidence: having.filter(restsOnNoEvidence).length };
    })
    .filter(({ count }) => count > 0);
}

/** What must be said before the account of clauses: it stands on what is there, whatever a baseline lists. */
export function aboutClauses(notices: readonly Notice[]): Notice[] {
  return notices.filter(({ code }) => code !== 'baseline-holds');
}

/** Whether a clause counts as attested or met by an attestation that names no evidence. */
export function restsOnNoEvidence({ status, attestedBy }: ClauseCoverage): boolean {
  return (status === 'attested' || status === 'met') && attestedBy?.evidence === false;
}

/** Words a count, with how many of those clauses have nothing but the word of somebody behind them. */
export function wordCount({ status, count, withoutEvidence }: StatusCount, words: CoverageText): string {
  const counted = words.count(words.status[status], count);
  return withoutEvidence === 0 ? counted : counted + words.aside(words.withoutEvidence(withoutEvidence));
}

/** What answers a clause, each on its own: rules with our readings marked, attestation, where it is reflected. */
export function answers(
  { answeredBy: { rules, attestation, informs }, attestedBy }: ClauseCoverage,
  words: CoverageText,
): string[] {
  return [
    ...rules.map(({ id, basis }) => (basis === 'interpreted' ? `${id} (${words.interpreted})` : id)),
    ...(attestation
      ? [words.attestation + (attestedBy?.evidence === false ? words.aside(words.noEvidence) : '')]
      : []),
    ...(informs === null ? [] : [`${words.informs}: ${informs[words.language]}`]),
    ...(rules.length === 0 && !attestation && informs === null ? [words.unanswered] : []),
  ];
}
