import type { Result } from '../../result/result.ts';
import type { ReportOptions } from '../format.ts';
import { reportTexts } from './words.ts';

/** One line on what was judged: the day, the policies and by which of their editions, and how much there was. */
export function scopeLine(result: Result, { language }: Pick<ReportOptions, 'language'>): string {
  const { summary, policies, asOf, outOfScope } = result;
  const named = policies.map(({ id, editions }) => {
    const last = editions.at(-1);
    return last !== undefined && last > asOf ? { id, inForceFrom: last } : { id };
  });
  return reportTexts[language].scope({ ...summary, policies: named, asOf, outOfScope: outOfScope.length });
}
