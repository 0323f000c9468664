import { isDeepStrictEqual } from 'node:util';
import { type Citation, type Modality, type Policy, severities } from '../policy/policy.ts';
import { readCitations } from '../policy/severity.ts';
import type { Demand, Difference, Unlike } from '../result/catalogue.ts';
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
  const attested = ({ clauses }: Policy) => clauses.filter(({ attestation }) => attestation);
  return {
    policies: [
      { name: nameA, title: a.title },
      { name: nameB, title: b.title },
    ],
    only: [onlyA, onlyB],
    unlike,
    alike,
    attestations: [attested(a), attested(b)],
  };
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

function bindAlike(a: Demand, b: Demand): boolean {
  return (
    a.leading.clause.modality === b.leading.clause.modality &&
    a.leading.basis === b.leading.basis &&
    a.outcome.verdict === b.outcome.verdict &&
    a.outcome.severity === b.outcome.severity
  );
}
