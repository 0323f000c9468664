import type { AgainstClause, AgainstCoverage, ServingClause, ShownAgainst } from '../../result/coverage.ts';
import { againstStatuses, type Result } from '../../result/result.ts';

/** The status of a clause, or of one that serves it, as people see it. */
export function shownAgainst({
  status,
  violated,
}: Pick<AgainstClause | ServingClause, 'status' | 'violated'>): ShownAgainst {
  return status === 'not-met' && !violated ? 'to-improve' : status;
}

/** The number of clauses per status; statuses without clauses are left out. */
export function totalsAgainst({
  clauses,
}: AgainstCoverage): { readonly status: ShownAgainst; readonly count: number }[] {
  return againstStatuses
    .flatMap((status): ShownAgainst[] => (status === 'not-met' ? [status, 'to-improve'] : [status]))
    .map((status) => ({ status, count: clauses.filter((clause) => shownAgainst(clause) === status).length }))
    .filter(({ count }) => count > 0);
}

/** A clause that serves another: by its reference and, where several policies are judged by, by its policy before it. */
export function servingReference(
  { policy, ref }: ServingClause,
  { policies }: Pick<Result, 'policies'>,
): string {
  return policies.length > 1 ? `${policy} ${ref}` : ref;
}

/** What may be written in a clause that serves; `undefined` where some clause is served. */
export function exampleToWrite({ against, clauses }: AgainstCoverage): string | undefined {
  if (clauses.some(({ servedBy }) => servedBy.length > 0)) return undefined;
  const [first] = clauses.filter(({ status }) => status === 'uncovered');
  return first && `${against.id} ${first.ref}`;
}
