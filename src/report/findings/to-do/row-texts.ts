import type { Language } from '../../../base/localized.ts';
import type { MissingFact, Result } from '../../../result/result.ts';
import { clausesOf } from '../blocks.ts';
import { reportTexts } from '../words.ts';
import { countNotApplicable, type FactToWrite, type ToDoRow } from './rows.ts';
import { factName, whatToWrite } from './what-to-write.ts';
import { toDoTexts } from './words.ts';

/** What stands above the list: what could not be done, what is not in it, and how much there is to write. */
export function leadOf(result: Result, facts: readonly FactToWrite[], language: Language): string[] {
  const words = toDoTexts[language];
  const invalid = result.findings.filter((finding) => finding.invalid).length;
  const rows = facts.flatMap((fact) => fact.rows);
  const findings = rows.reduce((sum, { waiting }) => sum + waiting.length, 0);
  const isIncomplete = invalid > 0 || result.errors.length > 0;
  return [
    ...result.errors.map(({ message }) => message[language]),
    ...(invalid > 0 ? [words.invalid(invalid)] : []),
    ...(rows.length > 0 ? [words.lead({ facts: facts.length, rows: rows.length, findings })] : []),
    ...(rows.length === 0 && !isIncomplete ? [result.shown ? words.nothingShown : words.nothing] : []),
  ];
}

/** What stands below the list: how much of it was left out. */
export function endOf(result: Result, language: Language): string[] {
  const places = countNotApplicable(result);
  return places === 0 ? [] : [toDoTexts[language].notApplicable(places)];
}

/** What a list says of a fact above the records that lack it. */
export interface FactTexts {
  readonly name: string;
  /** how many findings wait for it, and the day from which they do */
  readonly settles: readonly string[];
  /** what to write, in sentences */
  readonly write: readonly string[];
  /** the values to choose from, unless what to write says them all */
  readonly choices?: string;
  /** what is said below a record */
  readonly more: (row: ToDoRow) => readonly string[];
}

export function factTexts(fact: FactToWrite, language: Language): FactTexts {
  const words = toDoTexts[language];
  const [{ fact: missing }] = fact.rows as [ToDoRow];
  const count = fact.rows.reduce((sum, { waiting }) => sum + waiting.length, 0);
  const write = writeOf(fact, language);
  const reasons = fewReasonsOf(fact, language);
  return {
    name: factName(missing, language),
    settles: [words.settles(count), ...(fact.from === undefined ? [] : [words.from(fact.from)])],
    write,
    ...(missing.choices !== undefined &&
      !saysChoices(write, missing) && { choices: choicesOf(missing, language) }),
    more: (row) => [...clausesToAttest(row), ...reasons(row)],
  };
}

/** What to write for a fact, in sentences. */
export function writeOf({ toDo }: FactToWrite, language: Language): string[] {
  return whatToWrite(toDo, language);
}

/** The values to choose from; empty where any text or day may be written. */
export function choicesOf({ choices = [] }: MissingFact, language: Language): string {
  const { choice } = toDoTexts[language];
  return choices
    .map(({ value, name }) =>
      name === undefined || name[language] === value ? value : choice(value, name[language]),
    )
    .join(reportTexts[language].comma);
}

/** Whether what to write says all choices already. */
function saysChoices(write: readonly string[], { choices = [] }: MissingFact): boolean {
  const words = new Set(
    write
      .join(' ')
      .toLowerCase()
      .match(/[\p{L}\p{N}-]+/gu),
  );
  return choices.every(({ value }) => words.has(value.toLowerCase()));
}

/** Why a row is needed, where it says more than that the fact is missing. */
export function reasonsOf({ waiting }: ToDoRow, language: Language): string[] {
  const told = waiting.filter(({ missing }) => missing?.reason !== undefined && missing.what === undefined);
  return [...new Set(told.map(({ message }) => message[language]))];
}

/** Gives the reasons of a row of a fact, unless so many rows have one that they only repeat it. */
function fewReasonsOf({ rows }: FactToWrite, language: Language): (row: ToDoRow) => readonly string[] {
  const all = new Set<string>();
  for (const row of rows) {
    for (const reason of reasonsOf(row, language)) all.add(reason);
    if (all.size > mostReasons) return () => [];
  }
  return (row) => reasonsOf(row, language);
}

const mostReasons = 2;

/** The clauses that a row answers: of attestations, which each answer one, people must know which. */
function clausesToAttest({ fact, waiting }: ToDoRow): string[] {
  return fact.kind === 'attestations' && fact.what !== undefined ? clauseRefs(waiting) : [];
}

/** The clauses behind some findings, each as its document cites it. */
export function clauseRefs(waiting: ToDoRow['waiting']): string[] {
  return clausesOf(waiting).map(({ policy, ref }) => `${policy} ${ref}`);
}

/** Gives those in charge of a record that lacks a fact, by name: its division and its manager. */
export function inChargeOf({ body }: Result, language: Language): (fact: MissingFact) => string {
  const names = new Map(body.divisions.map(({ id, name }) => [id, name]));
  const { comma } = reportTexts[language];
  return ({ division = '', manager }) =>
    [names.get(division) ?? division, manager?.() ?? ''].filter((one) => one !== '').join(comma);
}
