import { fiscalYear } from '../base/date.ts';
import type { Localized } from '../base/localized.ts';

/** A number or interval that can be set, and whose origin messages name. */
export interface Parameter {
  /**
   * `interval`: how long ago something may be, an ISO 8601 duration (`P12M`) or `fiscal-year`; `delay`: how much later
   * something may follow, a duration. Other values are refused; left out where it is neither.
   */
  readonly kind?: 'interval' | 'delay';
  /** `null`: nothing is asked until somebody sets it */
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
