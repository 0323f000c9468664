import { fiscalYear } from './date.ts';
import type { Localized } from './localized.ts';

/** A value that a policy or a configuration may set; `null`: nothing is asked. */
export type Setting = string | number | readonly string[] | null;

/** Words a value, an ISO 8601 duration as a length of time: 24か月. */
export function wordSetting(value: Setting): Localized {
  return typeof value === 'string' ? wordDuration(value) : wordValue(value);
}

function wordValue(value: Exclude<Setting, string>): Localized {
  if (value === null || typeof value === 'number') return { ja: String(value), en: String(value) };
  return { ja: value.join('・'), en: value.join(', ') };
}

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
