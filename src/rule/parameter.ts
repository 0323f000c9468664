import { addDuration, type Day, fiscalYear, startOfFiscalYear } from '../date.ts';
import type { Localized } from '../localized.ts';
import { fail, type Issue, type IssueDetails, review } from './definition.ts';

/** A number or interval that no document states: it can be set, and says where it came from. */
export interface Parameter {
  /**
   * `interval`: how long ago something may be, an ISO 8601 duration (`P12M`) or `fiscal-year`; `delay`: how much later
   * something may follow, a duration. What is set to anything else is refused; left out for what is neither.
   */
  readonly kind?: 'interval' | 'delay';
  /** `null` asks nothing until somebody sets it */
  readonly default: ParameterValue;
  readonly about: Localized;
}

export type ParameterValue = string | number | readonly string[] | null;

/** A parameter as it holds in this run. */
export interface SetParameter {
  readonly value: ParameterValue;
  readonly origin: 'default' | 'policy' | 'configuration';
}

/** Names a parameter in a message with its origin: 「24か月（既定値）」. */
export function wordParameter({ value, origin }: SetParameter): Localized {
  const { ja, en } = typeof value === 'string' ? wordDuration(value) : wordValue(value);
  return { ja: `${ja}（${origins[origin].ja}）`, en: `${en} (${origins[origin].en})` };
}

function wordValue(value: Exclude<ParameterValue, string>): Localized {
  if (value === null || typeof value === 'number') return { ja: String(value), en: String(value) };
  return { ja: value.join('・'), en: value.join(', ') };
}

const origins: Readonly<Record<SetParameter['origin'], Localized>> = {
  default: { ja: '既定値', en: 'default' },
  policy: { ja: 'ポリシーの設定', en: 'set by the policy' },
  configuration: { ja: '設定ファイル', en: 'set by the configuration' },
};

function wordDuration(duration: string): Localized {
  if (duration === fiscalYear) return { ja: '当年度又は前年度', en: 'this fiscal year or the one before' };
  const match = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/.exec(duration);
  if (match === null) return { ja: duration, en: duration };
  const units = [
    ['年', 'year'],
    ['か月', 'month'],
    ['週', 'week'],
    ['日', 'day'],
  ] as const;
  const parts = units.flatMap(([ja, en], index) => {
    const count = match[index + 1];
    return count === undefined
      ? []
      : [{ ja: `${count}${ja}`, en: `${count} ${en}${count === '1' ? '' : 's'}` }];
  });
  return { ja: parts.map(({ ja }) => ja).join(''), en: parts.map(({ en }) => en).join(' ') };
}

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
 * Something lies further back, or followed later, than an interval allows. Where the policy or the configuration sets
 * the interval, that is a fail; a number of our own is never more than a matter to look at.
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

/** Whether a day lies further back than an interval allows, seen from the day judged by. Never, without an interval. */
export function isOlderThan(day: Day, { value }: SetParameter, asOf: Day): boolean {
  if (typeof value !== 'string') return false;
  if (value === fiscalYear) return day < startOfFiscalYear(asOf, 1);
  const limit = limitOf(day, value);
  return limit !== undefined && limit < asOf;
}

/** The days that days led to, by interval: a register has many records and few different days. */
const limits = new Map<string, Map<Day, Day | undefined>>();

function limitOf(day: Day, duration: string): Day | undefined {
  const known = limits.get(duration) ?? new Map<Day, Day | undefined>();
  limits.set(duration, known);
  if (!known.has(day)) known.set(day, addDuration(day, duration));
  return known.get(day);
}
