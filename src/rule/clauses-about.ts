import type { RuleContext } from './definition.ts';

/**
 * The clauses of the policy that cite a rule for a part of what it asks: of a rule on roles, for one role. A citation that
 * names no part is for all of them.
 *
 * @param about what the citation names: `security-manager`
 */
export function clausesAbout(ruleId: string, about: string, { policy }: RuleContext): string[] {
  return policy.clauses
    .filter(({ rules }) => rules.some((rule) => rule.id === ruleId && (rule.about?.includes(about) ?? true)))
    .map(({ ref }) => ref);
}
