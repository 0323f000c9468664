import { groupBy } from '../../../base/groups.ts';
import {
  countsToday,
  type Finding,
  isAnnounced,
  type MissingFact,
  type Result,
  shownFindings,
} from '../../../result/result.ts';
import { factOf, placeOf, type ToDo, toDos } from './to-dos.ts';

/** A fact that one record lacks, and the findings that wait for it. */
export interface ToDoRow {
  readonly fact: MissingFact;
  readonly waiting: readonly Finding[];
}

/** A fact to fill in, with one row for every record that lacks it. */
export interface FactToWrite {
  readonly toDo: ToDo;
  readonly rows: readonly ToDoRow[];
  /** the day from which findings wait for it, where none does today */
  readonly from?: string;
}

/**
 * @returns what is to be written, the fact that settles most first, and last what is asked only from a day to come. What an
 *   exception or the baseline covers is left out, and what a record says does not apply to it.
 */
export function factsToWrite(result: Result): FactToWrite[] {
  return factsOf(
    result,
    waitingFindings(result).filter((finding) => !isNotApplicable(finding)),
  );
}

/** @returns at how many places something would have to be written, had the records not said that it does not apply to them */
export function countNotApplicable(result: Result): number {
  const left = waitingFindings(result).filter(isNotApplicable);
  return factsOf(result, left).reduce((sum, { rows }) => sum + rows.length, 0);
}

function isNotApplicable(finding: Finding): boolean {
  return factOf(finding).notApplicable?.() === true;
}

function waitingFindings(result: Result): Finding[] {
  const unknown = shownFindings(result).filter(({ verdict }) => verdict === 'unknown');
  return unknown.filter((finding) => countsToday(finding) || isAnnounced(finding));
}

function factsOf(result: Result, findings: readonly Finding[]): FactToWrite[] {
  const all = toDos(findings);
  const isShown = shownRows(result);
  const facts = all.flatMap((toDo): FactToWrite[] => {
    const waiting = [...toDo.waiting.values()].flat();
    const rows = [...groupBy(waiting, (finding) => placeOf(factOf(finding))).values()]
      .map((findings) => ({ fact: factOf(findings[0] as Finding), waiting: findings }))
      .filter(isShown);
    const days = waiting.map(({ announced }) => announced);
    const from = days.includes(undefined) ? undefined : days.sort()[0];
    return rows.length === 0 ? [] : [{ toDo, rows, ...(from !== undefined && { from }) }];
  });
  return [
    ...facts.filter(({ from }) => from === undefined),
    ...facts.filter(({ from }) => from !== undefined),
  ];
}

/** Of a record that another division is in charge of, that division writes the fact. */
function shownRows({ shown }: Result): (row: ToDoRow) => boolean {
  if (shown === undefined) return () => true;
  const wanted = new Set<string | undefined>(shown.division);
  return ({ fact, waiting }) =>
    wanted.has(fact.division) ||
    (fact.division === undefined && waiting.some(({ division }) => wanted.has(division)));
}
