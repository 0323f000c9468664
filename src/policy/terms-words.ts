import type { Localized } from '../base/localized.ts';
import { type Setting, wordSetting } from '../base/setting.ts';
import { axes, axisNames, type RuleCitation } from './policy.ts';

/** @returns from which level on, and with which numbers, a clause asks a rule: 機密性Ⅲ以上, maxAge 12か月 */
export function wordTerms({
  atLeast = {},
  parameters = {},
}: Pick<RuleCitation, 'atLeast' | 'parameters'>): Localized[] {
  const levels = axes.flatMap((axis): Localized[] => {
    const level = atLeast[axis];
    const { ja, en } = axisNames[axis];
    return level === undefined ? [] : [{ ja: `${ja}${level}以上`, en: `${en} ${level} or higher` }];
  });
  const numbers = Object.entries(parameters).map(([name, value]): Localized => {
    const { ja, en } = wordSetting(value as Setting);
    return { ja: `${name} ${ja}`, en: `${name} ${en}` };
  });
  return [...levels, ...numbers];
}
