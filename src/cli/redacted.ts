import type { Language } from '../base/localized.ts';
import type { Result } from '../result/result.ts';
import type { JudgeOptions } from './judge.ts';

/** @returns what reports are made of: the result, without addresses, persons and products where that was asked for */
export async function asReported(
  result: Result,
  { redact: isRedacted }: Pick<JudgeOptions, 'redact'>,
  language: Language,
): Promise<Result> {
  if (!isRedacted) return result;
  const { redact } = await import('../redact/redact.ts');
  return redact(result, language);
}
