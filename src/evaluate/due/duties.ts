import { addDuration, type Day, endOfFiscalYear } from '../../base/date.ts';
import { groupBy } from '../../base/groups.ts';
import { countsToday, type DueItem, type Finding, type Undated } from '../../result/result.ts';
import type { DueMatter, IsMeant } from './matter.ts';
import { type DutyWords, dutiesNotDated, dutyDue, dutyNeverDone, dutyOverdue } from './words.ts';

/**
 * How far back it is looked when a duty was last met. What was not met even then was never done, as far as anybody knows.
 */
const farBack = 20;

/**
 * The duties that come round again: what their rules will find, if nobody does anything, on a day in time, and what they find
 * already. The rules themselves are asked of these days, so that intervals, exceptions and records count as they do today.
 */
export function dutiesDue(matter: DueMatter, until: Day): DueItem[] {
  const { asOf } = matter;
  const today = findingsOf(matter, matter.findings);
  const known = new Set(today.map(({ fingerprint }) => fingerprint));
  const end = dayAfter(until);
  const coming = matter.judgeOn(end).filter((one) => countsToday(one) && !known.has(one.fingerprint));
  const open = today.filter((one) => countsToday(one) && one.verdict !== 'unknown');
  const start = `${Number(asOf.slice(0, 4)) - farBack}-04-01`;
  const never = new Set(
    open.length === 0 ? [] : matter.judgeOn(start, open).map(({ fingerprint }) => fingerprint),
  );
  const lapsed = open.filter(({ fingerprint }) => !never.has(fingerprint));
  const endOfYear = endOfFiscalYear(asOf);
  return [
    ...lastDays(matter, coming, asOf, end).map(([finding, date]) => itemOf(matter, finding, date, dutyDue)),
    ...lastDays(matter, lapsed, start, asOf).map(([finding, date]) =>
      itemOf(matter, finding, date, dutyOverdue),
    ),
    ...open
      .filter(({ fingerprint }) => endOfYear <= until && never.has(fingerprint))
      .map((finding) => itemOf(matter, finding, endOfYear, dutyNeverDone)),
  ];
}

/** How many duties there are of which it is not known when they were last done. */
export function dutiesUndated(matter: DueMatter, isMeant: IsMeant): Undated[] {
  const unknown = findingsOf(matter, matter.findings).filter(
    (one) => countsToday(one) && one.verdict === 'unknown' && isMeant(one.division),
  );
  return [...groupBy(unknown, ({ ruleId }) => ruleId)].map(([ruleId, found]) => ({
    kind: 'yearly-duty',
    records: found.length,
    what: dutiesNotDated(titleOf(matter, ruleId), found.length),
  }));
}

function findingsOf({ recurring }: DueMatter, findings: readonly Finding[]): Finding[] {
  return findings.filter(({ ruleId }) => recurring.has(ruleId));
}

function titleOf({ recurring }: DueMatter, ruleId: string) {
  return recurring.get(ruleId) ?? { ja: ruleId, en: ruleId };
}

/**
 * @param from a day on which none of the findings is there
 * @param to a later one on which all are
 * @returns each with the last day on which it is not; halving the time for many at once, since a day is judged as a whole
 */
function lastDays(
  matter: DueMatter,
  findings: readonly Finding[],
  from: Day,
  to: Day,
): [finding: Finding, date: Day][] {
  if (findings.length === 0) return [];
  const middle = halfway(from, to);
  if (middle === from) return findings.map((finding) => [finding, from]);
  const there = new Set(
    matter
      .judgeOn(middle, findings)
      .filter(countsToday)
      .map(({ fingerprint }) => fingerprint),
  );
  return [
    ...lastDays(
      matter,
      findings.filter(({ fingerprint }) => there.has(fingerprint)),
      from,
      middle,
    ),
    ...lastDays(
      matter,
      findings.filter(({ fingerprint }) => !there.has(fingerprint)),
      middle,
      to,
    ),
  ];
}

function halfway(from: Day, to: Day): Day {
  const days = (Date.parse(to) - Date.parse(from)) / (24 * 60 * 60 * 1000);
  return addDuration(from, `P${Math.floor(days / 2)}D`) ?? from;
}

function dayAfter(day: Day): Day {
  return addDuration(day, 'P1D') ?? day;
}

function itemOf(matter: DueMatter, finding: Finding, date: Day, word: DutyWords): DueItem {
  const { ruleId, record, location, agency, division, field } = finding;
  return {
    kind: 'yearly-duty',
    date,
    record,
    key: field === '' ? ruleId : `${ruleId}.${field}`,
    what: word(titleOf(matter, ruleId), finding.statement),
    ...(agency !== undefined && { agency }),
    ...(division !== undefined && { division }),
    location,
  };
}
