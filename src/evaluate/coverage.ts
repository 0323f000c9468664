import type { Attestation } from '../../generated/records.ts';
import type { Day } from '../base/date.ts';
import { defined } from '../base/defined.ts';
import { addToGroup } from '../base/groups.ts';
import { attestationRule, datingRule } from '../policy/build.ts';
import { type Force, forceOf } from '../policy/in-force.ts';
import { axes, type Clause, isUnanswered, type Policy } from '../policy/policy.ts';
import { isDuty, readCitations } from '../policy/severity.ts';
import type {
  AttestedBy,
  ClauseCoverage,
  Finding,
  JudgedPolicy,
  PolicyCoverage,
  StatusInForce,
  VerdictCounts,
} from '../result/result.ts';
import { type Attested, attested, hasEvidence, lastDayOf } from '../rule.ts';
import type { Evaluation } from './evaluation.ts';
import type { PolicyView } from './policy-view.ts';
import type { Tallies } from './tally.ts';

/** What reporters may know of a policy itself. */
export function judgedPolicy(policy: Policy): JudgedPolicy {
  const { id, title, kind, issuer, editions } = policy;
  return { id, title, ...defined({ kind, issuer }), editions, japaneseNames: japaneseNames(policy) };
}

function japaneseNames(policy: Policy): string[] {
  const { title, scope, layers, vocabulary, scales, clauses, ownRules } = policy;
  const levels = axes.flatMap((axis) => scales[axis].levels);
  const defining = new Set(levels.map(({ clause }) => clause));
  const names = [
    title,
    ...[
      ...scope.agencies,
      ...scope.excludes,
      ...layers.values(),
      ...Object.values(vocabulary).flat(),
      ...levels,
    ].flatMap(({ name }) => name ?? []),
    ...ownRules.flatMap((rule) => [rule.title, rule.rationale, rule.remedy, rule.message]),
    ...ownRules.flatMap(({ exists }) => exists?.what ?? []),
    ...clauses.map((clause) => clause.title),
    // What a level means is told by the clause that defines it, without the full stop.
    ...clauses
      .filter(({ ref }) => defining.has(ref))
      .map(({ summary: { ja, ...rest } }) => ({ ...rest, ja: ja.replace(/。$/, '') })),
  ];
  return [...new Set(names.filter(({ only }) => only === 'ja').map(({ ja }) => ja))];
}

/** Makes the coverage of a policy: for every clause, what answers it and whether the inventory meets it. */
export function coverage(
  view: PolicyView,
  { tallies, findings }: Pick<Evaluation, 'tallies' | 'findings'>,
  asOf: Day,
): PolicyCoverage {
  const { policy } = view;
  const byClause = findingsByClause(policy, findings);
  const attestedBy = attestationsOf(view, findings, asOf);
  const clauses = policy.clauses.map((clause) => {
    const force = forceOf(clause, asOf);
    if (force === 'ended') return endedClause(clause);
    return clauseCoverage(clause, {
      force,
      counts: clauseCounts(clause, policy, tallies),
      findings: byClause.get(clause.ref) ?? [],
      attested: clause.attestation && !view.scope.exempt ? attestedBy(clause.ref) : undefined,
      isLaw: policy.kind === 'law',
    });
  });
  return { policy: judgedPolicy(policy), builtOn: policy.builtOn, clauses };
}

/** Nothing is judged of a clause that has ended. */
function endedClause(clause: Clause): ClauseCoverage {
  const verdicts = { pass: 0, fail: 0, unknown: 0, review: 0, notApplicable: 0 };
  const status = 'ended';
  return { ...described(clause), verdicts, improvements: 0, excepted: 0, status, violated: false };
}

/** The verdicts of the rules of a clause, with the fails that break no duty and those that an exception covers. */
type ClauseCounts = Required<VerdictCounts> & {
  readonly excepted: number;
  readonly improvements: number;
  /** how many of its rules did not run: left out by an option or the configuration */
  readonly leftOut: number;
};

/** What decides whether the inventory meets one clause. */
interface Grounds {
  readonly force: Exclude<Force, 'ended'>;
  /** what its rules came to */
  readonly counts: ClauseCounts;
  /** what its rules found */
  readonly findings: readonly Finding[];
  /** the state of its attestations, where it asks for one */
  readonly attested: Attested | undefined;
  /** what is not met of law is no violation */
  readonly isLaw: boolean;
}

function clauseCoverage(clause: Clause, grounds: Grounds): ClauseCoverage {
  const { excepted, improvements, leftOut: _, transitional, ...verdicts } = grounds.counts;
  const by = grounds.attested?.by;
  const own = status(clause, grounds);
  return {
    ...described(clause),
    verdicts: { ...verdicts, ...(transitional > 0 && { transitional }) },
    improvements,
    excepted,
    ...(grounds.force === 'announced' ? { status: grounds.force, statusInForce: own } : { status: own }),
    violated: isViolated(clause, grounds),
    ...(by === undefined ? {} : { attestedBy: attestedBy(by) }),
  };
}

/** What a clause says, and what answers it. */
function described({ ref, title, summary, modality, rules, attestation, informs, inForce, serves }: Clause) {
  return {
    ref,
    title,
    summary,
    modality,
    answeredBy: {
      rules: rules.map(({ id, basis, terms = [] }) => ({ id, basis, terms })),
      attestation,
      informs: informs ?? null,
    },
    ...defined({ inForce, serves }),
  };
}

/**
 * Whether the inventory breaks a duty that the clause states. An expired attestation does: it answers the clause itself,
 * not a rule.
 */
function isViolated(clause: Clause, { findings, attested, force, counts, isLaw }: Grounds): boolean {
  if (isLaw) return false;
  if (attested?.state === 'expired' && isDuty({ clause, basis: 'stated' })) return true;
  if (force === 'announced') return breaksLater(findings) && counts.fail > counts.improvements;
  return findings.some(
    ({ verdict, suppression, ruleId }) =>
      verdict === 'fail' && suppression === null && bindsTo(clause, ruleId),
  );
}

/** Whether a clause states what a rule asks for as a duty. */
function bindsTo(clause: Clause, ruleId: string): boolean {
  const own = clause.rules.filter(({ id }) => id === ruleId);
  return own.length === 0
    ? isDuty({ clause, basis: 'stated' })
    : own.some(({ basis }) => isDuty({ clause, basis }));
}

/**
 * A finding that clauses in force share has the verdict that they give it, so that it does not tell whether it breaks one that
 * is announced: the counts do.
 */
function breaksLater(findings: readonly Finding[]): boolean {
  return findings.some(({ suppression }) => suppression === null);
}

function status(clause: Clause, { counts, findings, attested, force, isLaw }: Grounds): StatusInForce {
  if (isUnanswered(clause)) return 'unanswered';
  if (clause.rules.length === 0 && !clause.attestation) return 'informs';
  const active = findings.filter(({ suppression }) => suppression === null);
  const isBroken =
    force === 'announced'
      ? breaksLater(findings) && counts.fail > 0
      : active.some(({ verdict, ruleId }) => verdict === 'fail' && isBrokenBy(clause, ruleId));
  if (isBroken || attested?.state === 'expired') return isLaw ? 'unconfirmed' : 'not-met';
  // A rule that did not run leaves the clause unknown, whatever its other rules found.
  const open = counts.fail + counts.unknown + counts.review - counts.excepted + counts.leftOut;
  if (active.length > 0 || open > 0 || attested?.state === 'open') return 'unknown';
  if (counts.excepted > 0) return 'excepted';
  if (counts.pass > 0) return 'met';
  if (attested !== undefined) return 'attested';
  return counts.transitional > 0 ? 'transitional' : 'not-applicable';
}

function attestedBy(attestation: Attestation): AttestedBy {
  const { id, by = '', date = '' } = attestation;
  return { id, by, date, ends: lastDayOf(attestation) ?? date, evidence: hasEvidence(attestation) };
}

/**
 * Whether a fail breaks a clause. Of two clauses that cite a rule, one may state the measure and the other be interpreted:
 * the first is broken, the second only needs a review.
 */
function isBrokenBy(clause: Clause, ruleId: string): boolean {
  const own = clause.rules.filter(({ id }) => id === ruleId);
  return (
    own.length === 0 || readCitations(own.map((citation) => ({ clause, ...citation }))).verdict === 'fail'
  );
}

/** The verdicts of the rules of a clause, without attestations, which are judged clause by clause. */
function clauseCounts(clause: Clause, policy: Policy, tallies: Tallies): ClauseCounts {
  const verdicts = { pass: 0, fail: 0, unknown: 0, review: 0, notApplicable: 0 };
  const sum = { ...verdicts, transitional: 0, excepted: 0, improvements: 0, leftOut: 0 };
  // A clause may cite a rule several times, with other terms: what it counts is one.
  for (const id of new Set(clause.rules.map((rule) => rule.id))) {
    const counts = tallies.get(policy.id)?.get(id)?.total(clause.ref);
    if (counts === undefined) {
      sum.leftOut++;
      continue;
    }
    if (clause.newOnly !== true || id !== datingRule) sum.pass += counts.pass;
    const isBroken = isBrokenBy(clause, id);
    sum[isBroken ? 'fail' : 'review'] += counts.fail;
    if (isBroken && !bindsTo(clause, id)) sum.improvements += counts.fail;
    sum.unknown += counts.unknown;
    sum.review += counts.review;
    sum.notApplicable += counts['not-applicable'];
    sum.transitional += counts.transitional;
    sum.excepted += counts.excepted;
  }
  return sum;
}

/**
 * @returns a function that gives the state of the attestations of a clause. An attestation with an active finding of its
 *   own, such as evidence that is missing or changed, attests nothing.
 */
function attestationsOf(
  { inventory, policy, binds }: PolicyView,
  findings: readonly Finding[],
  asOf: Day,
): (ref: string) => Attested {
  const wrong = new Set(
    findings
      .filter(({ record, suppression }) => record.kind === 'attestations' && suppression === null)
      .map(({ record }) => record.id),
  );
  const context = { asOf, inventory, policy, binds };
  return (ref) => attested(ref, context, ({ id }) => wrong.has(id));
}

function findingsByClause({ id }: Policy, findings: readonly Finding[]): Map<string, Finding[]> {
  const byClause = new Map<string, Finding[]>();
  for (const finding of findings) {
    // The state of attestations is computed from them directly, not from this rule's findings.
    if (finding.ruleId === attestationRule) continue;
    for (const { policy, ref } of finding.clauses) {
      if (policy === id) addToGroup(byClause, ref, finding);
    }
  }
  return byClause;
}
