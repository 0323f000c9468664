import {
  type ClauseCoverage,
  type ClauseStatus,
  clauseStatuses,
  type Notice,
  type PolicyCoverage,
  type Result,
} from '../../result.ts';
import type { CoverageText } from '../../text/coverage.ts';
import type { ReportOptions } from '../reporter.ts';

/** Turns the account of one policy's clauses into text. Prints nothing; the same input gives the same text. */
export type CoverageReporter = (coverage: PolicyCoverage, result: Result, options: ReportOptions) => string;

/** How many clauses have each status; statuses that none has are left out. */
export function totals({
  clauses,
}: PolicyCoverage): { readonly status: ClauseStatus; readonly count: number }[] {
  return clauseStatuses
    .map((status) => ({ status, count: clauses.filter((clause) => clause.status === status).length }))
    .filter(({ count }) => count > 0);
}

/** What must be said before the account of clauses: it stands on what is there, whatever a baseline lists. */
export function aboutClauses(notices: readonly Notice[]): Notice[] {
  return notices.filter(({ code }) => code !== 'baseline-holds');
}

/** What answers a clause, each on its own: rules with our readings marked, attestation, where it is reflected. */
export function answers(
  { answeredBy: { rules, attestation, informs } }: ClauseCoverage,
  words: CoverageText,
): string[] {
  return [
    ...rules.map(({ id, basis }) => (basis === 'interpreted' ? `${id} (${words.interpreted})` : id)),
    ...(attestation ? [words.attestation] : []),
    ...(informs === null ? [] : [`${words.informs}: ${informs[words.language]}`]),
    ...(rules.length === 0 && !attestation && informs === null ? [words.unanswered] : []),
  ];
}
