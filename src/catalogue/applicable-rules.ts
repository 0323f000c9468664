import type { Policy } from '../policy/policy.ts';
import type { Weights } from '../policy/severity.ts';
import type { AnyRule } from '../rule.ts';

/** @returns the area of a rule: ids are `area/name` */
export function areaOf({ id }: AnyRule): string {
  return id.split('/')[0] ?? '';
}

/** @returns the rules that run under the policies: those that a clause cites, and the integrity rules */
export function applicableRules(
  rules: readonly AnyRule[],
  policies: readonly Policy[],
  weights: Weights,
): AnyRule[] {
  return rules.filter(
    ({ id, integrity }) =>
      integrity || (weights.rules[id] !== 'off' && policies.some(({ citations }) => citations.has(id))),
  );
}
