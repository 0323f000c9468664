import { addDuration, type Day, fiscalYear, startOfFiscalYear } from '../base/date.ts';
import type { Localized } from '../base/localized.ts';
import { fail, type Issue, type IssueDetails, review } from './definition.ts';
import { type Parameter, type SetParameter, wordParameter } from './parameter.ts';

/**
 * Says how far back a day lies that an interval does not allow, going on from that day: 「（2025-06-30）から12か月（ポリシーの設定）を
 * 過ぎています」, or 「（2025-02-10）より後、当年度又は前年度（既定値）に行われていません」.
 */
export function wordTooOld(interval: SetParameter): Localized {
  const { ja, en } = wordParameter(interval);
  return interval.value === fiscalYear
    ? { ja: `より後、${ja}に行われていません`, en: `and not in ${en}` }
    : { ja: `から${ja}を過ぎています`, en: `longer ago than ${en}` };
}

/**
 * The issue where an interval is exceeded: a fail where the policy or the configuration sets the interval, but only a
 * review where it is our default.
 */
export function tooOld(
  path: string,
  message: Localized,
  { origin }: SetParameter,
  details?: IssueDetails,
): Issue {
  if (origin !== 'default') return fail(path, message, details);
  return review(
    path,
    {
      ja: `${message.ja}。期間は文書に定めがないため、これでよいかを確かめる必要があります`,
      en: `${message.en}; no document states how long, so someone must check whether that will do`,
    },
    details,
  );
}

/** The parameter of rules that ask whether something is too long ago: an interval that no document states. */
export function maximumAge(usual: string, about: Localized): { readonly maxAge: Parameter } {
  return { maxAge: { kind: 'interval', default: usual, about } };
}

/** Whether a day is longer ago than an interval allows, on the day judged by. Without an interval it never is. */
export function isOlderThan(day: Day, { value }: SetParameter, asOf: Day): boolean {
  if (typeof value !== 'string') return false;
  if (value === fiscalYear) return day < startOfFiscalYear(asOf, 1);
  const limit = limitOf(day, value);
  return limit !== undefined && limit < asOf;
}

/** The last day within an interval from a day, cached since an inventory has many records and few different days. */
const limits = new Map<string, Map<Day, Day | undefined>>();

function limitOf(day: Day, duration: string): Day | undefined {
  let known = limits.get(duration);
  if (known === undefined) {
    known = new Map();
    limits.set(duration, known);
  }
  const limit = known.get(day) ?? addDuration(day, duration);
  if (!known.has(day)) known.set(day, limit);
  return limit;
}
