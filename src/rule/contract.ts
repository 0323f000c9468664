import type { Contract } from '../inventory/records.ts';
import type { RuleContext } from './definition.ts';

/** For `when`: outsourcing that has not ended. Agreements with designated managers have a rule of their own. */
export function isOutsourcing(contract: Contract, context: RuleContext): boolean {
  return contract.type !== 'designated-manager' && !hasEnded(contract, context);
}

/** Whether a contract is over on the day judged by. One that says nothing of its end goes on. */
export function hasEnded({ ended }: Contract, { asOf }: RuleContext): boolean {
  return typeof ended === 'string' ? ended <= asOf : ended === true;
}
