import type { Day } from '../base/date.ts';
import { atRest } from '../inventory/open-dates.ts';

/** A record whose day is written. */
export type Dated<Record> = Record & { readonly date: Day };

/** @returns the record with the latest day, the first of several; those without a day are skipped */
export function latestOf<Record extends { readonly date?: Day }>(
  records: readonly Record[],
): Dated<Record> | undefined {
  let latest: Dated<Record> | undefined;
  for (const record of records) {
    if (isDated(record) && (latest === undefined || record.date > latest.date)) latest = record;
  }
  return latest;
}

function isDated<Record extends { readonly date?: Day }>(record: Record): record is Dated<Record> {
  return record.date !== undefined;
}

/**
 * Sorts out records by their dates as they are written, which holds whatever day a month means: to be kept for many that ask for
 * the latest.
 *
 * @returns those of which one is the latest, one of each date, and the first without a date
 */
export function datedAlike<Record extends { readonly id: string; readonly date?: Day }>(
  records: readonly Record[],
): { readonly mayBeLatest: readonly Record[]; readonly undated: Record | undefined } {
  return atRest(() => {
    const byDate = new Map<Day, Record>();
    for (const record of records) {
      if (!isDated(record)) continue;
      const known = byDate.get(record.date);
      // Of those that may be of one day, which is asked for it must not depend on which is written first.
      if (known === undefined || (record.date.includes('/') && record.id < known.id))
        byDate.set(record.date, record);
    }
    // At rest a month is its first and its last day, `2026-04-01/2026-04-30`, and a day is both.
    const begun =
      [...byDate.keys()]
        .map((date) => date.slice(0, 10))
        .sort()
        .at(-1) ?? '';
    const mayBeLatest = [...byDate].flatMap(([date, record]) => (date.slice(-10) >= begun ? [record] : []));
    return { mayBeLatest, undated: records.find((record) => !isDated(record)) };
  });
}
