import { isDeepStrictEqual } from 'node:util';
import {
  type Citation,
  type Clause,
  type Modality,
  type Policy,
  type ServedClause,
  severities,
} from '../policy/policy.ts';
import { ByReference, foldReference } from '../policy/reference.ts';
import { readCitations } from '../policy/severity.ts';
import type { Demand, Difference, Unlike, UnlikeServes } from '../result/catalogue.ts';
import type { AnyRule } from '../rule.ts';
import { wordValue } from './rule-entries.ts';
import { textsUnder } from './worded-texts.ts';

/** Works out what one policy asks and another does not, rule by rule and clause by clause. */
export function comparePolicies(
  rules: readonly AnyRule[],
  [a, b]: readonly [Policy, Policy],
  [nameA, nameB]: readonly [string, string],
): Difference {
  const onlyA: Demand[] = [];
  const onlyB: Demand[] = [];
  const unlike: Unlike[] = [];
  const alike: [Demand, Demand][] = [];
  for (const rule of rules) {
    // The integrity of the inventory is asked for whatever the policy.
    if (rule.integrity) continue;
    const first = demand(rule, a);
    const second = demand(rule, b);
    if (first !== undefined && second !== undefined) {
      const parameters = differingParameters(first, second);
      if (parameters.length === 0 && bindAlike(first, second)) alike.push([first, second]);
      else unlike.push({ sides: [first, second], parameters });
    } else if (first !== undefined) onlyA.push(first);
    else if (second !== undefined) onlyB.push(second);
  }
  const corresponding = correspondingClauses(a, b);
  const paired = new Set(corresponding.filter((pair) => pair.every(({ attestation }) => attestation)).flat());
  const attested = ({ clauses }: Policy) =>
    clauses.filter((clause) => clause.attestation && !paired.has(clause));
  return {
    policies: [
      { name: nameA, title: a.title },
      { name: nameB, title: b.title },
    ],
    only: [onlyA, onlyB],
    unlike,
    alike,
    attestations: [attested(a), attested(b)],
    corresponding,
    serves: areRelated(a, b) || corresponding.length > 0 ? unlikeServes(a, b) : [],
  };
}

/** In the order of the first policy. */
function correspondingClauses(a: Policy, b: Policy): (readonly [Clause, Clause])[] {
  // Two states of one document do not answer each other.
  if (a.id === b.id) return [];
  const inA = new ByReference(a.clauses.map((clause) => [clause.ref, clause]));
  const inB = new ByReference(b.clauses.map((clause) => [clause.ref, clause]));
  const pairs = new Map<Clause, Set<Clause>>(a.clauses.map((clause) => [clause, new Set()]));
  for (const clause of b.clauses)
    for (const { policy, ref } of clause.serves ?? []) {
      const other = policy === a.id ? inA.get(ref) : undefined;
      if (other !== undefined) pairs.get(other)?.add(clause);
    }
  for (const clause of a.clauses)
    for (const { policy, ref } of clause.serves ?? []) {
      const other = policy === b.id ? inB.get(ref) : undefined;
      if (other !== undefined) pairs.get(clause)?.add(other);
    }
  return [...pairs].flatMap(([first, others]) => [...others].map((second) => [first, second] as const));
}

/** Whether a reference means the same in both: documents that have nothing to do with each other count alike by chance. */
function areRelated(a: Policy, b: Policy): boolean {
  return a.id === b.id || a.builtOn.includes(b.id) || b.builtOn.includes(a.id);
}

/** What clauses answer in third documents; what they answer in each other shows as corresponding. */
function unlikeServes(a: Policy, b: Policy): UnlikeServes[] {
  const elsewhere = ({ serves = [] }: Clause) =>
    serves.filter(({ policy }) => a.id === b.id || (policy !== a.id && policy !== b.id));
  const keys = (served: readonly ServedClause[]) =>
    served.map(({ policy, ref }) => `${policy} ${foldReference(ref)}`).sort();
  const inB = new ByReference(b.clauses.map((clause) => [clause.ref, clause]));
  return a.clauses.flatMap((clause): UnlikeServes[] => {
    const other = inB.get(clause.ref);
    if (other === undefined) return [];
    const sides = [elsewhere(clause), elsewhere(other)] as const;
    return isDeepStrictEqual(keys(sides[0]), keys(sides[1])) ? [] : [{ ref: clause.ref, sides }];
  });
}

function demand(rule: AnyRule, policy: Policy): Demand | undefined {
  const { id, parameters = {} } = rule;
  const citations = policy.citations.get(id);
  if (citations === undefined) return undefined;
  const { verdict, severity, duties } = readCitations(citations);
  return {
    id,
    title: textsUnder(rule, [policy]).title,
    citations,
    leading: citations.reduce((leading, other) => (force(other) < force(leading) ? other : leading)),
    outcome: { verdict, severity },
    label: verdict === 'review' ? 'review' : duties.size > 0 ? 'violation' : 'improvement',
    parameters: Object.entries(parameters).map(([name, { default: usual }]) => {
      const set = policy.parameters[id]?.[name];
      return set === undefined
        ? { name, value: usual, worded: wordValue(usual, 'default') }
        : { name, value: set, worded: wordValue(set, 'policy') };
    }),
  };
}

const modalities: readonly Modality[] = ['must', 'principle', 'should', 'may'];

/** Ranks citations, the strongest first: by what a "no" comes to under each alone, then by how it binds. */
function force(citation: Citation): number {
  const { verdict, severity } = readCitations([citation]);
  const modality = modalities.indexOf(citation.clause.modality);
  return (
    (verdict === 'fail' ? 0 : 100) +
    severities.indexOf(severity) * 10 +
    (modality < 0 ? modalities.length : modality)
  );
}

function differingParameters(a: Demand, b: Demand): string[] {
  return a.parameters.flatMap(({ name, value }, index) =>
    isDeepStrictEqual(value, b.parameters[index]?.value) ? [] : [name],
  );
}

/** On which days a policy asks a rule, however many of its clauses do. */
function daysOf({ citations }: Demand): string {
  const days = citations.map(
    ({ clause: { inForce = {} } }) => `${inForce.from ?? ''}/${inForce.until ?? ''}`,
  );
  return [...new Set(days)].sort().join();
}

function bindAlike(a: Demand, b: Demand): boolean {
  return (
    a.leading.clause.modality === b.leading.clause.modality &&
    a.leading.basis === b.leading.basis &&
    a.outcome.verdict === b.outcome.verdict &&
    a.outcome.severity === b.outcome.severity &&
    daysOf(a) === daysOf(b)
  );
}
