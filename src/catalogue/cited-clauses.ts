import type { Day } from '../base/date.ts';
import { defined } from '../base/defined.ts';
import { announcedFrom } from '../policy/in-force.ts';
import type { Citation, Policy } from '../policy/policy.ts';
import type { CitedClause } from '../result/result.ts';
import type { AnyRule, Issue } from '../rule.ts';

/** @returns the clauses of a policy that cite a rule, or the one that it stands in place of, in the order of the document */
export function citedClauses(policy: Policy, { id, inPlaceOf }: AnyRule, asOf: Day): CitedClause[] {
  return clausesOf(policy, policy.citations.get(inPlaceOf ?? id) ?? [], asOf);
}

/** @returns the clauses of some citations, each once */
export function clausesOf(policy: Policy, citations: readonly Citation[], asOf: Day): CitedClause[] {
  const clauses = new Set(citations.map(({ clause }) => clause));
  return [...clauses].map((clause) => ({
    policy: policy.id,
    ref: clause.ref,
    title: clause.title,
    ...defined({ announced: announcedFrom(clause, asOf) }),
  }));
}

/**
 * @param clauses those behind a finding
 * @returns the first day on which one of them is in force, where none is yet
 */
export function announcedBy(clauses: readonly Pick<CitedClause, 'announced'>[]): Day | undefined {
  const days = clauses.flatMap(({ announced }) => announced ?? []).sort();
  return days.length === clauses.length ? days[0] : undefined;
}

/**
 * @param cited the clauses that cite the rule
 * @returns those of them that the issue names, or all where it names none of these; none where its list is empty
 */
export function clausesBehind({ clauses }: Issue, cited: readonly CitedClause[]): readonly CitedClause[] {
  if (clauses === undefined) return cited;
  if (clauses.length === 0) return [];
  const named = cited.filter(({ ref }) => clauses.includes(ref));
  return named.length === 0 ? cited : named;
}
