import { addToGroup } from '../groups.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { attestationRule } from '../policy/build.ts';
import type { Clause, Policy } from '../policy/policy.ts';
import type {
  ClauseCoverage,
  ClauseStatus,
  Finding,
  JudgedPolicy,
  PolicyCoverage,
  VerdictCounts,
} from '../result.ts';
import { readCitations } from './severity.ts';
import type { Tallies } from './tally.ts';

/** What reporters may know of a policy itself. */
export function judgedPolicy({ id, title, issuer, editions }: Policy): JudgedPolicy {
  return { id, title, ...(issuer === undefined ? {} : { issuer }), editions };
}

/** Accounts for every clause of a policy: what answers it, and how the inventory stands. */
export function coverage(
  policy: Policy,
  tallies: Tallies,
  findings: readonly Finding[],
  inventory: Inventory,
): PolicyCoverage {
  const byClause = findingsByClause(policy, findings);
  const doubtful = doubtfullyAttested(policy, findings, inventory);
  const clauses = policy.clauses.map((clause) => {
    const counts = countsOf(clause, policy, tallies);
    return clauseCoverage(clause, counts, byClause.get(clause.ref) ?? [], doubtful.has(clause.ref));
  });
  return { policy: judgedPolicy(policy), clauses };
}

function clauseCoverage(
  clause: Clause,
  counts: VerdictCounts & { excepted: number },
  findings: readonly Finding[],
  doubtful: boolean,
): ClauseCoverage {
  const { excepted, ...verdicts } = counts;
  const { ref, title, summary, modality, rules, attestation, informs } = clause;
  return {
    ref,
    title,
    summary,
    modality,
    answeredBy: {
      rules: rules.map(({ id, basis }) => ({ id, basis })),
      attestation,
      informs: informs ?? null,
    },
    verdicts,
    excepted,
    status: status(clause, counts, findings, doubtful),
  };
}

function status(
  clause: Clause,
  counts: VerdictCounts & { excepted: number },
  findings: readonly Finding[],
  doubtful: boolean,
): ClauseStatus {
  const { rules, attestation, informs } = clause;
  if (rules.length === 0 && !attestation) return informs === undefined ? 'unanswered' : 'informs';
  const active = findings.filter(({ suppression }) => suppression === null);
  if (active.some(({ verdict, ruleId }) => verdict === 'fail' && isBrokenBy(clause, ruleId)))
    return 'not-met';
  const open = counts.fail + counts.unknown + counts.review - counts.excepted;
  if (active.length > 0 || open > 0 || doubtful) return 'unknown';
  if (counts.excepted > 0) return 'excepted';
  if (counts.pass > 0) return 'met';
  return attestation ? 'attested' : 'not-applicable';
}

/**
 * Whether a plain no breaks a clause. A rule that one clause states and another has read into it fails under the one,
 * and is a matter to look at under the other.
 */
function isBrokenBy(clause: Clause, ruleId: string): boolean {
  const own = clause.rules.filter(({ id }) => id === ruleId);
  return (
    own.length === 0 || readCitations(own.map((citation) => ({ clause, ...citation }))).verdict === 'fail'
  );
}

/** What the rules of a clause came to; attestations are judged clause by clause, not by counting. */
function countsOf(clause: Clause, policy: Policy, tallies: Tallies): VerdictCounts & { excepted: number } {
  const sum = { pass: 0, fail: 0, unknown: 0, review: 0, notApplicable: 0, excepted: 0 };
  for (const { id } of clause.rules) {
    const counts = tallies.get(policy.id)?.get(id)?.total(clause.ref);
    if (counts === undefined) continue;
    sum.pass += counts.pass;
    sum[isBrokenBy(clause, id) ? 'fail' : 'review'] += counts.fail;
    sum.unknown += counts.unknown;
    sum.review += counts.review;
    sum.notApplicable += counts['not-applicable'];
    sum.excepted += counts.excepted;
  }
  return sum;
}

/**
 * The clauses whose attestation has something wrong with it that is no matter of the clause: a day that has not come or
 * cannot be read, evidence that is gone or has changed. Nobody may rely on such a one.
 */
function doubtfullyAttested(
  { id: policyId, clauses }: Policy,
  findings: readonly Finding[],
  inventory: Inventory,
): ReadonlySet<string> {
  const attested = new Set(clauses.filter(({ attestation }) => attestation).map(({ ref }) => ref));
  const wrong = new Set(
    findings
      .filter(({ record, suppression }) => record.kind === 'attestations' && suppression === null)
      .map(({ record }) => record.id),
  );
  const doubtful = inventory
    .entries('attestations')
    .filter(({ id, record }) => wrong.has(id) && (record.policy ?? policyId) === policyId)
    .flatMap(({ record }) => record.clause ?? []);
  return new Set(doubtful.filter((ref) => attested.has(ref)));
}

function findingsByClause({ id, clauses }: Policy, findings: readonly Finding[]): Map<string, Finding[]> {
  const attested = new Set(clauses.filter(({ attestation }) => attestation).map(({ ref }) => ref));
  const byClause = new Map<string, Finding[]>();
  for (const finding of findings) {
    for (const { policy, ref } of finding.clauses) {
      // The rule on attestations is cited by clauses that also have rules: only its own clauses count for it.
      if (policy !== id || (finding.ruleId === attestationRule && !attested.has(ref))) continue;
      addToGroup(byClause, ref, finding);
    }
  }
  return byClause;
}
