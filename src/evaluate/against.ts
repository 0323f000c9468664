import { addToGroup } from '../base/groups.ts';
import type { Clause, Modality, Policy } from '../policy/policy.ts';
import { foldReference } from '../policy/reference.ts';
import type {
  AgainstClause,
  AgainstCoverage,
  ClauseStatus,
  PolicyCoverage,
  ServingClause,
} from '../result/result.ts';
import { judgedPolicy } from './coverage.ts';

/**
 * Tells of every clause of a policy which clauses serve it: those that say so and, in a policy that extends it (or is it), the
 * one of the same reference.
 *
 * @param coverages of the policies judged by
 */
export function coverageAgainst(policy: Policy, coverages: readonly PolicyCoverage[]): AgainstCoverage {
  const serving = new Map<string, ServingClause[]>();
  for (const coverage of coverages) {
    const { id } = coverage.policy;
    const isBuiltOn = id === policy.id || coverage.builtOn.includes(policy.id);
    for (const { ref, title, status, violated, serves = [] } of coverage.clauses) {
      // What has ended answers nothing any more.
      if (status === 'ended') continue;
      const served = serves.flatMap((one) => (one.policy === policy.id ? one.ref : []));
      if (isBuiltOn) served.push(ref);
      for (const folded of new Set(served.map(foldReference)))
        addToGroup(serving, folded, { policy: id, ref, title, status, violated });
    }
  }
  return {
    against: judgedPolicy(policy),
    clauses: policy.clauses.map((clause) => served(clause, serving.get(foldReference(clause.ref)) ?? [])),
  };
}

function served(clause: Clause, servedBy: readonly ServingClause[]): AgainstClause {
  const { ref, title, summary, modality } = clause;
  const worst = worstFirst.find((status) => servedBy.some((one) => one.status === status));
  return {
    ref,
    title,
    summary,
    modality,
    servedBy,
    status: worst ?? (asksForNothing(clause) ? 'not-needed' : 'uncovered'),
    violated: servedBy.some(({ violated, status }) => violated && status !== 'announced'),
  };
}

/** What is met in one clause and not judged in another is not met as a whole; what is announced counts where nothing holds yet. */
const worstFirst: readonly ClauseStatus[] = [
  'not-met',
  'unconfirmed',
  'unanswered',
  'unknown',
  'excepted',
  'informs',
  'not-applicable',
  'transitional',
  'attested',
  'met',
  'announced',
];

const telling: readonly Modality[] = ['definition', 'scope', 'purpose', 'threat'];

function asksForNothing({ modality, rules, attestation }: Clause): boolean {
  return telling.includes(modality) || (rules.length === 0 && !attestation);
}
