import type { ShownStatus } from '../../result/coverage.ts';
import {
  type ClauseCoverage,
  clauseStatuses,
  type Notice,
  type PolicyCoverage,
} from '../../result/result.ts';
import { wordInForce } from '../../result/words.ts';
import type { CoverageText } from './words.ts';

export function shownStatus({ status, violated }: ClauseCoverage): ShownStatus {
  return status === 'not-met' && !violated ? 'to-improve' : status;
}

/**
 * When a clause comes into force, and its status then; or on which days it is, or was, in force. `undefined` where it always is
 */
export function daysOf(
  { inForce, statusInForce, violated }: ClauseCoverage,
  words: CoverageText,
): string | undefined {
  if (inForce === undefined) return undefined;
  if (statusInForce === undefined || inForce.from === undefined) return wordInForce(inForce)[words.language];
  const until = inForce.until === undefined ? [] : [wordInForce({ until: inForce.until })[words.language]];
  const shown = statusInForce === 'not-met' && !violated ? 'to-improve' : statusInForce;
  return [words.statusFrom(inForce.from, words.status[shown]), ...until].join(words.comma);
}

/** Whether a clause asks for something: definitions, purposes, threats and the scope ask for nothing. */
export function isDuty({ modality }: Pick<ClauseCoverage, 'modality'>): boolean {
  return ['must', 'principle', 'should', 'may'].includes(modality);
}

/** How many clauses have one status. */
export interface StatusCount {
  readonly status: ShownStatus;
  readonly count: number;
  /** how many of them rest on an attestation without evidence */
  readonly withoutEvidence: number;
}

/** The number of clauses per status; statuses without clauses are left out. */
export function totals({ clauses }: PolicyCoverage): StatusCount[] {
  return clauseStatuses
    .flatMap((status): ShownStatus[] => (status === 'not-met' ? [status, 'to-improve'] : [status]))
    .map((status) => {
      const having = clauses.filter((clause) => shownStatus(clause) === status);
      return { status, count: having.length, withoutEvidence: having.filter(restsOnNoEvidence).length };
    })
    .filter(({ count }) => count > 0);
}

/**
 * The notices that belong above the coverage. Coverage counts all findings, so what the baseline lists makes no
 * difference to it.
 */
export function aboutClauses(notices: readonly Notice[]): Notice[] {
  return notices.filter(({ code }) => code !== 'baseline-holds');
}

/** Whether a clause is attested, or met, by an attestation without evidence. */
export function restsOnNoEvidence({ status, attestedBy }: ClauseCoverage): boolean {
  return (status === 'attested' || status === 'met') && attestedBy?.evidence === false;
}

/** A count in words, with how many of those clauses rest on an attestation without evidence. */
export function wordCount({ status, count, withoutEvidence }: StatusCount, words: CoverageText): string {
  const counted = words.count(words.status[status], count);
  return withoutEvidence === 0 ? counted : counted + words.aside(words.withoutEvidence(withoutEvidence));
}

/**
 * What answers a clause, item by item: rules (our readings marked, with what it asks of them), the attestation, and the part of the model that
 * reflects it.
 */
export function answers(
  { answeredBy: { rules, attestation, informs }, attestedBy }: ClauseCoverage,
  words: CoverageText,
): string[] {
  return [
    ...rules.map(({ id, basis, terms }) => {
      const remarks = [
        ...(basis === 'interpreted' ? [words.interpreted] : []),
        ...terms.map((term) => term[words.language]),
      ];
      return remarks.length === 0 ? id : `${id} (${remarks.join(words.comma)})`;
    }),
    ...(attestation
      ? [words.attestation + (attestedBy?.evidence === false ? words.aside(words.noEvidence) : '')]
      : []),
    ...(informs === null ? [] : [`${words.informs}: ${informs[words.language]}`]),
    ...(rules.length === 0 && !attestation && informs === null ? [words.unanswered] : []),
  ];
}
