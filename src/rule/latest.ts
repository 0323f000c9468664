import type { Day } from '../base/date.ts';

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
