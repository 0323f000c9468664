import type { Section } from '../../generated/records.ts';
import type { DateSpan, Day } from '../base/date.ts';
import type { Path } from '../yaml/tape.ts';
import type { FieldPath } from './fields.ts';

/**
 * A date of which only the month or the fiscal year is written. Its record gives a day of it while a judgement takes one, and
 * at rest `2026-04-01/2026-04-30`, an ISO 8601 interval, which is no day.
 */
export interface OpenDate {
  readonly first: Day;
  /** of something done it is no later than the day judged by */
  readonly last: Day;
  readonly unit: DateSpan['unit'];
  /** as its file writes it */
  readonly written: string;
  /** the field of its section */
  readonly field: FieldPath;
  /** the records that hold it, which may share it by an alias, and where */
  readonly places: readonly OpenDatePlace[];
}

/** Where a record holds a span. */
export interface OpenDatePlace {
  readonly section: Section;
  readonly record: object;
  readonly path: Path;
}

type Key = string | number;

/** The dates of an inventory of which only the month or the fiscal year is written, by what holds them and their key. */
export class OpenDates {
  readonly #dates = new Map<object, Map<Key, OpenDate & { last: Day; readonly places: OpenDatePlace[] }>>();

  get size(): number {
    return this.#dates.size;
  }

  at(holder: object, key: Key): OpenDate | undefined {
    return this.#dates.get(holder)?.get(key);
  }

  /** Puts a span in the place of what is written of it. */
  add(holder: object, key: Key, found: DateSpan & Pick<OpenDate, 'written' | 'field'>): void {
    const date = { ...found, places: [] };
    const atRest = intervalOf(found);
    this.#dates.set(holder, (this.#dates.get(holder) ?? new Map()).set(key, date));
    Object.defineProperty(holder, key, {
      get: () => dayTaken(date) ?? atRest,
      enumerable: true,
      configurable: true,
    });
  }

  /** States that a record holds a span. */
  held(holder: object, key: Key, place: OpenDatePlace): void {
    this.#dates.get(holder)?.get(key)?.places.push(place);
  }

  /** States that a span does not go beyond a day. */
  endBy(holder: object, key: Key, day: Day): void {
    const date = this.#dates.get(holder)?.get(key);
    if (date !== undefined && day < date.last) date.last = day;
  }

  /** Puts a value in the place of a span, which is none of the inventory any more. */
  replace(holder: object, key: Key, value: unknown): void {
    const own = this.#dates.get(holder);
    own?.delete(key);
    if (own?.size === 0) this.#dates.delete(holder);
    Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
  }
}

/** @returns a span as records hold it at rest */
export function intervalOf({ first, last }: Pick<DateSpan, 'first' | 'last'>): string {
  return `${first}/${last}`;
}

/** Gives the day that a judgement takes for a span, and so learns that the judgement reads it. */
type DayOf = (date: OpenDate) => Day;

/** The judgement that is under way. Records hold no reference to it, so that it is known here alone. */
let underway: DayOf | undefined;
let reads = 0;

function dayTaken(date: OpenDate): Day | undefined {
  if (underway === undefined) return undefined;
  reads++;
  return underway(date);
}

/** Judges with a day for each span that is read. */
export function takingDays<Answer>(dayOf: DayOf, judge: () => Answer): Answer {
  return whileUnderway(dayOf, judge);
}

/** Reads records as they are written, also within a judgement: to hold one state of them against another. */
export function atRest<Answer>(read: () => Answer): Answer {
  return whileUnderway(undefined, read);
}

function whileUnderway<Answer>(dayOf: DayOf | undefined, run: () => Answer): Answer {
  const before = underway;
  underway = dayOf;
  try {
    return run();
  } finally {
    underway = before;
  }
}

/**
 * @returns how often a day was taken for a span so far: what was worked out while this grew holds for one day alone, and must
 *   not be kept
 */
export function daysTaken(): number {
  return reads;
}
