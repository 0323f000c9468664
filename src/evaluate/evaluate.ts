import { applicableRules } from '../catalogue/applicable-rules.ts';
import type { AnyRule } from '../rule.ts';
import type { Evaluation, EvaluationInput } from './evaluation.ts';
import { Evaluator } from './evaluator.ts';

/**
 * Judges every record by every rule under every policy. Verdicts are counted and only issues are kept, so that
 * the size of the result follows what is wrong, not what is there.
 */
export function evaluate(input: EvaluationInput): Evaluation {
  const policies = input.views.map(({ policy }) => policy);
  const rules = applicableRules(input.rules, policies, input.weights);
  // Rules on exceptions run last: only then is it known which exceptions were used.
  const onExceptions = (rule: AnyRule) => [rule.appliesTo].flat().includes('exceptions');
  const ordered = [...rules.filter((one) => !onExceptions(one)), ...rules.filter(onExceptions)];
  input.observer?.begins(ordered.length);
  const evaluator = new Evaluator(input);
  for (const rule of ordered) {
    evaluator.judge(rule);
    input.observer?.judged(rule.id, evaluator.recordsJudgedBy(rule));
  }
  return evaluator.finish();
}
