import type { Policy } from '../policy/policy.ts';
import type { Weights } from '../policy/severity.ts';
import type { AnyRule } from '../rule.ts';

/** Whether a rule judges the inventory itself: it always runs, whatever the policy. */
export function isIntegrityRule(id: string): boolean {
  return id.startsWith('inventory/');
}

/** Whether a finding of a rule says that the inventory is not valid: what it hides nobody knows, so it always counts. */
export function isAboutValidity(ruleId: string): boolean {
  return ruleId === 'inventory/syntax' || ruleId === 'inventory/schema';
}

/** @returns the rules that run under the policies: those that a clause cites, and the integrity rules */
export function applicableRules(
  rules: readonly AnyRule[],
  policies: readonly Policy[],
  weights: Weights,
): AnyRule[] {
  return rules.filter(
    ({ id }) =>
      isIntegrityRule(id) ||
      (weights.rules[id] !== 'off' && policies.some(({ citations }) => citations.has(id))),
  );
}
