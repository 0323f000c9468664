import { listSections } from '../../../generated/records.ts';
import { groupBy } from '../../base/groups.ts';
import type { RecordSection } from '../../import/register/fields.ts';
import type { AskedField } from '../../import/todo/columns.ts';
import { canBeAnswered } from '../../import/todo/meaning.ts';
import { writeOf } from '../../report/findings/to-do/row-texts.ts';
import { factsToWrite, type ToDoRow } from '../../report/findings/to-do/rows.ts';
import { shortNameOf } from '../../report/findings/to-do/what-to-write.ts';
import { citation } from '../../report/paper/citation.ts';
import type { Choice, Result } from '../../result/result.ts';

/** A fact that a record lacks, for the one who is to write it. */
interface ToDoFact {
  /** the section, and the name of the record */
  readonly kind: string;
  readonly name: string;
  readonly id: string;
  /** what the division in charge is called; `undefined` where the record names none */
  readonly division: string | undefined;
  readonly manager: string | undefined;
  /** the clauses that ask for it */
  readonly clauses: readonly string[];
}

/** One that a cell can answer. */
export interface AskedFact extends ToDoFact {
  readonly asked: AskedField;
  /** the values to choose from, those of the policy among them */
  readonly choices: readonly Choice[];
}

/** One that has to be written into the inventory itself: a whole record, several fields together, or something in place of what is there. */
export interface UnansweredFact extends ToDoFact {
  readonly field: string;
  /** what to write, as `check -f todo` says it */
  readonly write: string;
  readonly place: string;
}

/** What is missing, record by record. */
export interface MissingFacts {
  readonly asked: readonly AskedFact[];
  readonly others: readonly UnansweredFact[];
}

/** @returns what the to-do list of a result lists, all that is asked of a record together */
export function missingFacts(result: Result): MissingFacts {
  const names = new Map(result.body.divisions.map(({ id, name }) => [id, name]));
  const asked: AskedFact[] = [];
  const others: UnansweredFact[] = [];
  for (const fact of factsToWrite(result))
    for (const row of fact.rows) {
      const told = toldOf(row, names);
      const field = answerableField(row);
      if (field !== undefined) asked.push({ ...told, asked: field, choices: row.fact.choices ?? [] });
      else
        others.push({
          ...told,
          field: shortNameOf(row.fact, 'ja'),
          write: writeOf(fact, 'ja').join(' '),
          place: `${row.fact.location.file}:${row.fact.location.line}`,
        });
    }
  return { asked: byRecord(asked), others };
}

function toldOf({ fact, waiting }: ToDoRow, divisions: ReadonlyMap<string, string>): ToDoFact {
  const { kind, record, division, manager } = fact;
  const clauses = waiting.flatMap((finding) => finding.clauses.map((clause) => citation(clause, 'ja')));
  return {
    ...{ kind, name: record.name, id: record.id },
    division: division && (divisions.get(division) ?? division),
    manager: manager?.(),
    clauses: [...new Set(clauses)],
  };
}

/** What is written already, but settles nothing, is no gap that an answer could fill: the import would find two values. */
function answerableField({ fact: { kind, field, record, what, stated } }: ToDoRow): AskedField | undefined {
  const section = listSections.find((one) => one === kind);
  if (section === undefined || what !== undefined || stated) return undefined;
  return canBeAnswered({ section, field }) ? { section, id: record.id, field } : undefined;
}

/** Section by section, and in each record by record, in the order in which they are met. */
function byRecord(facts: readonly AskedFact[]): AskedFact[] {
  const records = groupBy(facts, ({ asked: { section, id } }) => `${section} ${id}`);
  const rank = ([first]: readonly AskedFact[]) => listSections.indexOf(first?.kind as RecordSection);
  return [...records.values()].sort((a, b) => rank(a) - rank(b)).flat();
}

/** More clauses than these say no more than that many ask for it. */
const mostClauses = 3;

/** @returns clauses for a cell, a line each */
export function clausesIn(clauses: readonly string[]): string {
  const more = clauses.length - mostClauses;
  return [...clauses.slice(0, mostClauses), ...(more > 0 ? [`ほか${more}条項`] : [])].join('\n');
}
