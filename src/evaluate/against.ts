import type { Day } from '../base/date.ts';
import { defined } from '../base/defined.ts';
import { addToGroup } from '../base/groups.ts';
import { announcedFrom } from '../policy/in-force.ts';
import type { Clause, Modality, Policy } from '../policy/policy.ts';
import { foldReference } from '../policy/reference.ts';
import {
  type AgainstClause,
  type AgainstCoverage,
  type AgainstStatus,
  type ClauseCoverage,
  type ClauseStatus,
  type Finding,
  isAnnounced,
  type NextStep,
  type PolicyCoverage,
  type ServingClause,
  type Work,
  works,
} from '../result/result.ts';
import type { LawStanding } from './beyond.ts';
import { judgedPolicy } from './coverage.ts';

/** What the clauses of a policy are held against. */
interface Run {
  /** of the policies judged by */
  readonly coverage: readonly PolicyCoverage[];
  readonly findings: readonly Finding[];
  readonly asOf: Day;
  /** how the body stands to a law */
  readonly standing: (law: Policy) => LawStanding;
}

/**
 * Tells of every clause of a policy which clauses serve it: those that say so and, in a policy that extends it (or is it), the
 * one of the same reference. Law does not answer itself: where it was judged by, its own judgement is the status.
 */
export function coverageAgainst(
  policy: Policy,
  { coverage, findings, asOf, standing }: Run,
): AgainstCoverage {
  const isLaw = policy.kind === 'law';
  const { exempt, beyond } = isLaw ? standing(policy) : { exempt: false };
  const itself = isLaw ? coverage.find((one) => one.policy.id === policy.id) : undefined;
  const others = coverage.filter((one) => !isLaw || one.policy.kind !== 'law');
  const by = others.map((one) => one.policy.id);
  const waits = by.length > 0 && !exempt;
  const serving = servingClauses(policy, others);
  const judged = new Map(itself?.clauses.map((clause) => [clause.ref, clause]));
  const open = openFindings(findings);
  const clauses = policy.clauses.map((clause) => {
    const servedBy = serving.get(foldReference(clause.ref)) ?? [];
    const own = judged.get(clause.ref);
    const behind = own === undefined ? servedBy : [{ policy: policy.id, ref: clause.ref }];
    const found = new Set(behind.flatMap((one) => open.get(keyOf(one)) ?? []));
    return {
      ...answered(clause, { servedBy, own, found: [...found], isLaw, exempt, waits }),
      ...announced(clause, asOf),
    };
  });
  return {
    against: judgedPolicy(policy),
    judged: itself !== undefined,
    ...{ by, exempt, clauses },
    ...defined({ firstDay: firstDay(policy), beyond, note: itself === undefined ? policy.note : undefined }),
  };
}

function servingClauses(policy: Policy, coverages: readonly PolicyCoverage[]): Map<string, ServingClause[]> {
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
  return serving;
}

/** What is known of a clause. */
interface Known {
  readonly servedBy: readonly ServingClause[];
  /** what it came to where it was judged by */
  readonly own: ClauseCoverage | undefined;
  /** the findings behind it that nothing suppresses */
  readonly found: readonly Finding[];
  readonly isLaw: boolean;
  /** whether it asks nothing of the body */
  readonly exempt: boolean;
  /** whether a clause that asks for something waits for one that serves it */
  readonly waits: boolean;
}

function answered(clause: Clause, known: Known): AgainstClause {
  const { ref, title, summary, modality } = clause;
  const { servedBy, own, found } = known;
  const status = statusOf(clause, known);
  const uncovered = known.waits && servedBy.length === 0 && !asksForNothing(clause);
  const left: readonly Work[] = [workOf(status, found), ...(uncovered ? (['uncovered'] as const) : [])];
  return {
    ...{ ref, title, summary, modality, servedBy, status },
    violated: own?.violated ?? servedBy.some((one) => one.violated && one.status !== 'announced'),
    uncovered,
    work: works.find((work) => left.includes(work)) ?? 'done',
    findings: found.length,
    next: nextSteps(found),
  };
}

function statusOf(clause: Clause, { own, servedBy, isLaw, exempt }: Known): AgainstStatus {
  const asks = !asksForNothing(clause);
  const rest = restingStatus(clause, { isLaw, exempt });
  if (own !== undefined) {
    // What law is still to ask for is prepared for today.
    const status = own.statusInForce ?? own.status;
    return asks || ['unknown', 'unconfirmed'].includes(status) ? status : rest;
  }
  if (isLaw && (exempt || !asks)) return rest;
  const worst = worstFirst.find((status) => servedBy.some((one) => one.status === status));
  // What breaks a clause of the body breaks no law: what that asks for cannot be confirmed; and where law is about what is
  // new, only its own judgement tells whether it was broken by such a thing.
  if (isLaw && worst === 'not-met') return clause.newOnly === true ? 'unknown' : 'unconfirmed';
  return worst ?? (asks ? 'uncovered' : 'not-needed');
}

/** Of what nothing judges: other measures (その他) that law asks for without naming them are a duty, for a person to look at. */
function restingStatus(
  { modality }: Clause,
  { isLaw, exempt }: Pick<Known, 'isLaw' | 'exempt'>,
): 'informs' | 'not-needed' {
  return isLaw && !exempt && !telling.includes(modality) ? 'informs' : 'not-needed';
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

/**
 * What a status leaves to do. An exception permits a departure from the policy of the body, not from law, and a clause that is
 * not in force yet or merely informs judges nothing, so that a person must look.
 */
function workOf(status: AgainstStatus, found: readonly Finding[]): Work {
  switch (status) {
    case 'not-met':
    case 'unconfirmed':
      return 'unmet';
    case 'transitional':
      return status;
    case 'unknown':
      // Without a finding, a rule did not run.
      return found.length > 0 && found.every(({ verdict }) => verdict !== 'unknown') ? 'review' : 'unknown';
    case 'unanswered':
    case 'uncovered':
      return 'uncovered';
    case 'excepted':
    case 'informs':
    case 'announced':
      return 'review';
    case 'not-needed':
      return 'nothing';
    default:
      return 'done';
  }
}

function announced(clause: Clause, asOf: Day): Pick<AgainstClause, 'announced'> {
  return defined({ announced: announcedFrom(clause, asOf) });
}

/** The first day that clauses state. */
function firstDay({ clauses }: Policy): Day | undefined {
  return clauses.flatMap(({ inForce }) => inForce?.from ?? []).sort()[0];
}

const keyOf = ({ policy, ref }: { readonly policy: string; readonly ref: string }) => `${policy} ${ref}`;

/** The findings that nothing suppresses, by the clauses that they go back to. */
function openFindings(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const open = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (finding.suppression !== null) continue;
    for (const clause of finding.clauses) addToGroup(open, keyOf(clause), finding);
  }
  return open;
}

const weights = ['fail', 'unknown', 'review'] as const;

/** What to do about findings, once for each rule: first what is missing, then what concerns most records. */
function nextSteps(found: readonly Finding[]): NextStep[] {
  const byRule = new Map<string, Finding[]>();
  for (const finding of found) addToGroup(byRule, finding.ruleId, finding);
  const weight = (own: readonly Finding[]) => Math.min(...own.map(({ verdict }) => weights.indexOf(verdict)));
  return [...byRule.values()]
    .sort((a, b) => weight(a) - weight(b) || b.length - a.length)
    .flatMap((own) => {
      const [first] = own.toSorted((a, b) => weights.indexOf(a.verdict) - weights.indexOf(b.verdict));
      if (first === undefined) return [];
      const { ruleId, remedy } = first;
      return { ruleId, remedy, findings: own.length, announced: own.every(isAnnounced) };
    });
}
