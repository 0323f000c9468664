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
  const ordered = [...rules].sort((a, b) => turnOf(a) - turnOf(b));
  input.observer?.begins(ordered.length);
  const evaluator = new Evaluator(input);
  for (const rule of ordered) {
    evaluator.judge(rule);
    input.observer?.judged(rule.id, evaluator.recordsJudgedBy(rule), evaluator.found);
  }
  input.observer?.enters?.('findings');
  return evaluator.finish();
}

/**
 * Rules on exceptions come after the others: only then is it known which exceptions were used. Rules on corrections come last,
 * since a correction may be for what is found in an exception.
 */
function turnOf({ appliesTo }: AnyRule): number {
  const subjects = [appliesTo].flat();
  return subjects.includes('corrections') ? 2 : subjects.includes('exceptions') ? 1 : 0;
}
