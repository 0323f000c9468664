import { listSections } from '../../../generated/records.ts';
import { inventoryShape } from '../../../generated/shapes.ts';
import { defined } from '../../base/defined.ts';
import { groupBy } from '../../base/groups.ts';
import { isMapping } from '../../base/mapping.ts';
import type { RecordSection } from '../../import/register/fields.ts';
import { fieldOf } from '../../import/register/target.ts';
import { readCell } from '../../import/register/values.ts';
import type { AskedField, ItemMarks } from '../../import/todo/columns.ts';
import { findItem, itemField, keysBelow, markOf } from '../../import/todo/items.ts';
import { canBeAnswered } from '../../import/todo/meaning.ts';
import type { OwnAnswer, OwnWord } from '../../import/todo/own-answer.ts';
import { writeOf } from '../../report/findings/to-do/row-texts.ts';
import { factsToWrite, type ToDoRow } from '../../report/findings/to-do/rows.ts';
import { shortNameOf } from '../../report/findings/to-do/what-to-write.ts';
import { citation } from '../../report/paper/citation.ts';
import type { MissingFact, Result } from '../../result/result.ts';
import { recordShape, type Shape, shapeAt } from '../../schema/shape.ts';

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
  /** what the field is called where the vocabulary does not have it */
  readonly title: string;
  readonly about: string | undefined;
  /** levels and layers of the policy, which an import reads by themselves */
  readonly readable: readonly string[];
  /** what only the policy knows to be an answer */
  readonly own: OwnAnswer | undefined;
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
      const answerable = answerableField(row);
      const title = shortNameOf(row.fact, 'ja');
      if (answerable !== undefined) asked.push({ ...told, ...answerable, title, about: row.fact.about?.ja });
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
function answerableField({ fact }: ToDoRow): Pick<AskedFact, 'asked' | 'readable' | 'own'> | undefined {
  const { kind, field, record, what, stated } = fact;
  const section = listSections.find((one) => one === kind);
  if (section === undefined || what !== undefined || stated) return undefined;
  const item = field.includes('[]') ? itemMarks(section, fact) : undefined;
  const asked = { section, id: record.id, field, ...defined({ item }) };
  const words = wordsOf(asked, fact);
  const own =
    fact.own !== undefined || words.own.length > 0
      ? { ...defined({ type: fact.own }), words: words.own }
      : undefined;
  return canBeAnswered(asked, own) ? { asked, readable: words.readable, own } : undefined;
}

/** The words of the policy for a field: what the vocabulary has, it has in Japanese already. */
function wordsOf({ section, field }: AskedField, { choices = [], own }: MissingFact) {
  const shape = fieldOf(section, field)?.shape;
  const builtIn = shape?.choices ?? shape?.items?.choices ?? {};
  const isRead = (word: string) => own === undefined && readCell(word, field, section).kind === 'value';
  const readable: string[] = [];
  const words: OwnWord[] = [];
  for (const { value, name } of choices) {
    if (Object.hasOwn(builtIn, value) || isYesOrNo(own, shape)) continue;
    const word = name?.ja ?? value;
    const read = [word, value].find(isRead);
    if (read === undefined) words.push({ id: value, name: word });
    else readable.push(read);
  }
  return { readable, own: words };
}

function isYesOrNo(own: MissingFact['own'], shape: Shape | undefined): boolean {
  return own === 'boolean' || (own === undefined && shape?.types.join() === 'boolean');
}

/** What tells an item from the others of its list: as few of its texts as do; none where all of them do not. */
function itemMarks(section: RecordSection, { item, field }: MissingFact): ItemMarks | undefined {
  const { items = [], index = 0, list = '' } = item?.() ?? {};
  const own = items[index];
  const record = recordShape(inventoryShape, section);
  const shapes = (record && shapeAt(record, keysBelow(list))?.items?.properties) ?? {};
  // Levels, days and words are written in several ways, and would not be found again.
  const isText = ({ types, format, choices }: Shape) =>
    types.join() === 'string' && format === undefined && choices === undefined;
  const marks: [string, string][] = [];
  for (const [key, shape] of Object.entries(shapes)) {
    const text = isMapping(own) ? markOf(own[key]) : undefined;
    if (!isText(shape) || text === undefined || key === itemField(field)?.inner) continue;
    marks.push([key, text]);
    if (findItem(items, marks) === index) return marks;
  }
  return undefined;
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
