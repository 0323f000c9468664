import { type Day, daysBetween } from '../base/date.ts';
import { defined } from '../base/defined.ts';
import { daysTaken, type OpenDate, takingDays } from '../inventory/open-dates.ts';
import { type Issue, notApplicable, pass, stepTo, unknown, type Verdict } from '../rule.ts';
import { type Answer, isIssue, worse } from './verdicts.ts';
import { dayDecides, writeTheDay } from './words.ts';

/** Whether a judgement may turn more than once within a span, so that its first and its last day do not tell. */
export type DaysAsked = 'ends' | 'each';

/** A judgement of one record; `undefined` where the rule threw. */
type Judge = () => Answer | undefined;

/** What came of some days. */
interface Judged {
  readonly outcome: Answer;
  /** whether each span was taken as its last day */
  readonly latest?: boolean;
  /** the span whose day is another than in the judgement before */
  readonly turned?: OpenDate | undefined;
}

/** How many spans are taken with either end in every combination; of more, the ends are tried in groups. */
const fewSpans = 6;

/** How many days are tried: those of two fiscal years, or of one month against those of another. */
const mostDays = 31 * 31;

/**
 * Judges a record by whatever day the months and fiscal years mean that the judgement reads. What comes of all of them holds,
 * in the words of the last days; where the day decides, it is unknown, at the date.
 *
 * @param record the record that is judged
 */
export function judgeWhicheverDay(record: object, asked: DaysAsked, judge: Judge): Answer | undefined {
  const before = daysTaken();
  const outcome = takingDays(firstDay, judge);
  if (daysTaken() === before || outcome === undefined) return outcome;
  const judged: Judged[] = [];
  const read = new Set<OpenDate>();
  for (const one of judgements(asked, judge, read)) {
    if (one === undefined) return undefined;
    judged.push(one);
    const [first = one] = judged;
    if (areOpposed(first, one)) break;
    if (asked === 'each' ? judged.length > mostDays : read.size > fewSpans)
      return asked === 'each'
        ? [dayDecidesOf(record, [...read][0], [])]
        : amongMany(record, judge, [...read]);
  }
  return agreed(record, judged, () => turningAmong(judge, [...read], every) ?? turningPoint(judged));
}

function firstDay({ first }: OpenDate): Day {
  return first;
}

/** Judges by every combination of the days that are asked; which spans a judgement reads may depend on the days before. */
function* judgements(
  asked: DaysAsked,
  judge: Judge,
  read: Set<OpenDate>,
): Generator<Judged | undefined, void> {
  /** in the order in which they are read */
  const taken = new Map<OpenDate, Taken>();
  const dayOf = (date: OpenDate): Day => {
    let own = taken.get(date);
    if (own === undefined) {
      own = { days: daysOf(date, asked), at: 0 };
      taken.set(date, own);
      read.add(date);
    }
    return own.days[own.at] ?? date.last;
  };
  let turned: OpenDate | undefined;
  do {
    const outcome = takingDays(dayOf, judge);
    const latest = [...taken].every(([date, { days, at }]) => days[at] === date.last);
    yield outcome && { outcome, latest, turned };
    turned = turn(taken);
  } while (turned !== undefined);
}

/** The day of a span that is taken, by its place among those that are asked. */
interface Taken {
  readonly days: readonly Day[];
  at: number;
}

/** Goes on to the next day of the last span that has one, and forgets the spans read after it. */
function turn(taken: Map<OpenDate, Taken>): OpenDate | undefined {
  for (const [date, own] of [...taken].reverse()) {
    if (own.at < own.days.length - 1) {
      own.at++;
      return date;
    }
    taken.delete(date);
  }
  return undefined;
}

/** The ends come first, since they settle most. */
function daysOf({ first, last }: OpenDate, asked: DaysAsked): readonly Day[] {
  if (first === last) return [first];
  return asked === 'each' ? [first, last, ...daysBetween(first, last).slice(1, -1)] : [first, last];
}

/** Which spans are taken as their last day; the others are taken as their first. */
type Lasts = (date: OpenDate) => boolean;

/**
 * Judges by the first days and the last, and by the last days of one span, or of all spans of one field, against the first days
 * of the others, and the other way round: a rule may compare what two fields say.
 */
function amongMany(record: object, judge: Judge, dates: readonly OpenDate[]): Answer | undefined {
  const groups: Lasts[] = [...new Set(dates.map(({ field }) => field))].map(
    (field) => (date) => date.field === field,
  );
  const singles: Lasts[] = dates.length > mostSingles ? [] : dates.map((one) => (date) => date === one);
  const ways: Lasts[] = [
    () => false,
    ...[...groups, ...singles].flatMap((lasts): Lasts[] => [lasts, (date) => !lasts(date)]),
    every,
  ];
  const judged: (Judged & { readonly lasts: Lasts })[] = [];
  for (const lasts of ways) {
    const outcome = judgeBy(judge, lasts);
    if (outcome === undefined) return undefined;
    judged.push({ outcome, lasts, latest: lasts === every });
  }
  return agreed(record, judged, () => {
    const other = judged.find((one) => !isAlike(one, judged[0] ?? one));
    return turningAmong(judge, dates, every) ?? (other && turningAmong(judge, dates, other.lasts));
  });
}

/** Up to how many spans each is tried by itself, where there are many. */
const mostSingles = 32;

function judgeBy(judge: Judge, lasts: Lasts): Answer | undefined {
  return takingDays((date) => (lasts(date) ? date.last : date.first), judge);
}

function every(): boolean {
  return true;
}

/**
 * @returns the span at which the judgement turns on the way from the first days of all to the last days of some, in an order
 *   that does not depend on where records stand; `undefined` where both come to the same
 */
function turningAmong(judge: Judge, dates: readonly OpenDate[], lasts: Lasts): OpenDate | undefined {
  const order = dates.filter(lasts).sort((a, b) => (nameOfDate(a) < nameOfDate(b) ? -1 : 1));
  const upTo = (count: number) => {
    const some = new Set(order.slice(0, count));
    return { outcome: judgeBy(judge, (date) => some.has(date)) ?? pass };
  };
  const start = upTo(0);
  let [below, above] = [0, order.length];
  if (isAlike(upTo(above), start)) return undefined;
  while (above - below > 1) {
    const middle = Math.floor((below + above) / 2);
    if (isAlike(upTo(middle), start)) below = middle;
    else above = middle;
  }
  return order[above - 1];
}

function nameOfDate({ places: [place] }: OpenDate): string {
  if (place === undefined) return '';
  const { id = '' } = place.record as { readonly id?: string };
  return [place.section, id, ...place.path].join('\n');
}

function turningPoint(judged: readonly Judged[]): OpenDate | undefined {
  return judged.find((one, index) => !isAlike(one, judged[index - 1] ?? one))?.turned;
}

/** @param turning gives the span whose day decides, where the judgements differ */
function agreed(record: object, judged: readonly Judged[], turning: () => OpenDate | undefined): Answer {
  const shown = judged.find(({ latest }) => latest)?.outcome ?? judged.at(-1)?.outcome ?? pass;
  const keys = judged.map(keysOf);
  const common = issuesOf(shown).filter((issue) => keys.every((own) => own.has(keyOf(issue))));
  if (!isIssue(shown) && judged.every(({ outcome }) => outcome === shown)) return shown;
  const isOpen = judged.some(({ outcome }) => outcome === 'undated');
  if (isOpen && keys.every(({ size }) => size === 0)) return 'undated';
  if (keys.every(({ size }) => size === new Set(common.map(keyOf)).size))
    return common.length > 0 || judged.some(({ outcome }) => outcome === pass)
      ? shownOf(shown)
      : notApplicable;
  const [verdict, ...others] = new Set(judged.map(verdictOf));
  if (others.length === 0 && verdict !== 'unknown' && common.every((issue) => issue.verdict !== verdict))
    return shown;
  const open = judged.flatMap(({ outcome }) => issuesOf(outcome)).filter((issue) => !common.includes(issue));
  return [...common, dayDecidesOf(record, turning(), open)];
}

/** What passes whether or not it is asked, or is new, needs no answer to that. */
function shownOf(outcome: Answer): Answer {
  return outcome === notApplicable || outcome === 'transitional' ? pass : outcome;
}

/** Whether nothing comes of two judgements alike, so that further days cannot change what is said. */
function areOpposed(a: Judged, b: Judged): boolean {
  const own = keysOf(a);
  return (
    verdictOf(a) !== verdictOf(b) &&
    own.size + keysOf(b).size > 0 &&
    [...keysOf(b)].every((key) => !own.has(key))
  );
}

function isAlike(a: Judged, b: Judged): boolean {
  const [own, other] = [keysOf(a), keysOf(b)];
  return own.size === other.size && [...own].every((key) => other.has(key));
}

function keysOf({ outcome }: Judged): ReadonlySet<string> {
  return new Set(issuesOf(outcome).map(keyOf));
}

function keyOf({ verdict, path, key = '' }: Issue): string {
  return `${verdict}\n${path}\n${key}`;
}

function issuesOf(outcome: Answer): readonly Issue[] {
  return isIssue(outcome) ? ([outcome].flat() as Issue[]) : [];
}

/** A rule that asks nothing on some days and is satisfied on others finds nothing on any. */
function verdictOf({ outcome }: Judged): Verdict {
  return issuesOf(outcome).reduce<Verdict>((worst, { verdict }) => worse(worst, verdict), 'pass');
}

/** @param open what comes of some of its days; clauses that alone ask for it ask for the day */
function dayDecidesOf(record: object, date: OpenDate | undefined, open: readonly Issue[]): Issue {
  const place = date?.places.find((one) => one.record === record) ?? date?.places[0];
  if (date === undefined || place === undefined) throw new Error('judgements differ, and no date does');
  const path = place.path.join('.');
  const refs = open.every(({ clauses }) => clauses !== undefined)
    ? [...new Set(open.flatMap(({ clauses = [] }) => clauses))]
    : undefined;
  const clauses = open.length === 0 ? undefined : refs;
  const own = place.record === record;
  const details = { remedy: writeTheDay(place, own), needsDay: true as const, ...defined({ clauses }) };
  if (own) return unknown(path, dayDecides(date, path), details);
  const other = place.record as { readonly id: string; readonly name?: string };
  return unknown('', dayDecides(date, path, other), {
    ...details,
    missing: { record: other, path },
    trace: [stepTo(other, path)],
  });
}
