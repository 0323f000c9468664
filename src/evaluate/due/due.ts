import { lastDayWithin } from '../../base/date.ts';
import type { DueItem, Undated } from '../../result/result.ts';
import { attestationsDue } from './attestations.ts';
import { dutiesDue, dutiesUndated } from './duties.ts';
import { exceptionsDue } from './exceptions.ts';
import { lastDaysDue, lastDaysUndated } from './last-days.ts';
import type { DueMatter } from './matter.ts';
import { postsToConfirm } from './posts.ts';

/**
 * @param within an ISO 8601 duration
 * @returns what falls due in that time from the day judged by, and what is overdue; by date, then in the order of the inventory
 * @throws Error if it is no duration
 */
export function due(matter: DueMatter, within: string): readonly DueItem[] {
  const until = lastDayWithin(matter.asOf, within);
  if (until === undefined) throw new Error(`no duration: ${within}`);
  const items = [
    ...exceptionsDue(matter, until),
    ...attestationsDue(matter, until),
    ...lastDaysDue(matter, until),
    ...dutiesDue(matter, until),
    ...postsToConfirm(matter),
  ];
  const places = new Map<string, number>(
    matter.inventory.all.map(({ section, id }, index) => [`${section}/${id}`, index]),
  );
  const placeOf = ({ record: { kind, id } }: DueItem) => places.get(`${kind}/${id}`) ?? -1;
  return items.sort(
    (a, b) =>
      compare(a.date, b.date) ||
      placeOf(a) - placeOf(b) ||
      a.location.line - b.location.line ||
      compare(a.key, b.key),
  );
}

/**
 * @param divisions ids; where they are given, only what concerns these
 * @returns of what it is not known when it falls due
 */
export function undated(matter: DueMatter, divisions?: readonly string[]): readonly Undated[] {
  const isMeant = (division: string | undefined) =>
    divisions === undefined || (division !== undefined && divisions.includes(division));
  return [...lastDaysUndated(matter, isMeant), ...dutiesUndated(matter, isMeant)];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
