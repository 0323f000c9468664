import { type Day, parseDay, todayInTokyo } from '../base/date.ts';
import type { Io } from './io.ts';
import { UsageError } from './usage-error.ts';
import { usageErrors } from './words/usage-errors.ts';

/**
 * @returns the day that `--as-of` names, else today in Japan
 * @throws UsageError if it is no day
 */
export function dayJudgedBy({ asOf }: { readonly asOf?: string }, { now }: Pick<Io, 'now'>): Day {
  if (asOf === undefined) return todayInTokyo(now);
  const day = parseDay(asOf);
  if (day === undefined) throw new UsageError(usageErrors.badDate('--as-of', asOf));
  return day;
}
