import { type Day, parseDay } from '../base/date.ts';
import { defined } from '../base/defined.ts';
import type { Clause, InForce, Policy } from './policy.ts';

/** The days of a policy or a clause as a file writes them. */
export interface WrittenInForce {
  readonly from?: string;
  readonly until?: string;
}

/** How a clause stands on a day: it holds, it is not in force yet, or its last day is over. */
export type Force = 'in-force' | 'announced' | 'ended';

/** Decides how a clause stands on a day. One that states no days always holds. */
export function forceOf({ inForce: { from, until } = {} }: Pick<Clause, 'inForce'>, asOf: Day): Force {
  if (from !== undefined && asOf < from) return 'announced';
  return until !== undefined && until < asOf ? 'ended' : 'in-force';
}

/** @returns the first day of a clause that is not in force yet */
export function announcedFrom(clause: Pick<Clause, 'inForce'>, asOf: Day): Day | undefined {
  return forceOf(clause, asOf) === 'announced' ? clause.inForce?.from : undefined;
}

/** @returns the days of a clause: each that it does not state is that of the policy; `undefined` where neither states any */
export function resolveInForce(
  policy: WrittenInForce | undefined,
  clause: WrittenInForce | undefined,
): InForce | undefined {
  const { from, until } = { ...policy, ...clause };
  const days = defined({
    from: from && (parseDay(from) ?? from),
    until: until && (parseDay(until) ?? until),
  });
  return Object.keys(days).length === 0 ? undefined : days;
}

/**
 * A policy on a day. What clauses cite that have ended is cited by nobody; the clauses themselves stay, since reports
 * account for every one.
 */
export function policyAsOf(policy: Policy, asOf: Day): Policy {
  if (!policy.clauses.some((clause) => forceOf(clause, asOf) === 'ended')) return policy;
  const citations = [...policy.citations].flatMap(([id, all]) => {
    const left = all.filter(({ clause }) => forceOf(clause, asOf) !== 'ended');
    return left.length === 0 ? [] : [[id, left] as const];
  });
  return { ...policy, citations: new Map(citations) };
}
