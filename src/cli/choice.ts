import { UsageError } from './usage-error.ts';
import { usageErrors } from './words/usage-errors.ts';

/** @throws UsageError if the value of an option is not one of its choices */
export function choice<Value extends string>(
  option: string,
  given: string,
  choices: readonly Value[],
): Value {
  const chosen = choices.find((value) => value === given);
  if (chosen === undefined) throw new UsageError(usageErrors.badChoice(option, given, choices.join(', ')));
  return chosen;
}
