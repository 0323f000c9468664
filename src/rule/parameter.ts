import type { WordList } from '../../generated/vocabulary.ts';
import { fiscalYear } from '../base/date.ts';
import type { Localized } from '../base/localized.ts';
import { type Setting, wordSetting } from '../base/setting.ts';

export type ParameterValue = Setting;

/** A number, an interval or a word that can be set, and whose origin messages name. */
export interface Parameter {
  /**
   * `interval`: how long ago something may be, an ISO 8601 duration (`P12M`) or `fiscal-year`; `delay`: how much later
   * something may follow, a duration; `level`: a level of confidentiality of the policy's scale; `word`: a word of the open
   * list `of`, built in or added by the policy. Other values are refused; left out where it is none of these.
   */
  readonly kind?: 'interval' | 'delay' | 'level' | 'word';
  readonly of?: WordList;
  /** without it the rule asks nothing, so that a policy which cites the rule without it is refused */
  readonly required?: true;
  /** `null`: nothing is asked until somebody sets it */
  readonly default: ParameterValue;
  /** of a number: whether the larger of two values is the stricter */
  readonly stricter?: 'larger';
  readonly about: Localized;
}

/** A parameter as it holds in this run. */
export interface SetParameter {
  readonly value: ParameterValue;
  readonly origin: 'default' | 'policy' | 'clause' | 'configuration';
}

/**
 * Names a parameter in a message with its origin: 「24か月（既定値）」.
 *
 * @param word words its value; as a length of time, a number or a list where left out
 */
export function wordParameter(
  { value, origin }: SetParameter,
  word: (value: ParameterValue) => Localized = wordSetting,
): Localized {
  const { ja, en } = word(value);
  return { ja: `${ja}（${origins[origin].ja}）`, en: `${en} (${origins[origin].en})` };
}

const origins: Readonly<Record<SetParameter['origin'], Localized>> = {
  default: { ja: '既定値', en: 'default' },
  policy: { ja: 'ポリシーの設定', en: 'set by the policy' },
  clause: { ja: '条項の定め', en: 'set by the clause' },
  configuration: { ja: '設定ファイル', en: 'set by the configuration' },
};

/**
 * @returns which of two values of a parameter is the stricter, so that what one allows the other allows, too: below 0 the
 *   first, above 0 the second, 0 where neither is
 */
export function compareStrictness(parameter: Parameter | undefined, a: unknown, b: unknown): number {
  if (parameter?.kind === 'interval' || parameter?.kind === 'delay')
    return daysAtMost(a) - daysAtMost(b) || 0;
  return parameter?.stricter === 'larger' && typeof a === 'number' && typeof b === 'number' ? b - a : 0;
}

/** How long a duration or `fiscal-year` is at most, in days; without end where nothing is asked. */
function daysAtMost(written: unknown): number {
  // To the end of the fiscal year after that of the event.
  if (written === fiscalYear) return 731;
  if (typeof written !== 'string') return Number.MAX_SAFE_INTEGER;
  const lengths = [366, 31, 7, 1];
  const match = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/.exec(written);
  return lengths.reduce((sum, length, index) => sum + length * Number(match?.[index + 1] ?? 0), 0);
}
