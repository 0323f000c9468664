import { listSections } from '../../../generated/records.ts';
import { addDuration, type Day } from '../../base/date.ts';
import { defined } from '../../base/defined.ts';
import { addToGroup } from '../../base/groups.ts';
import type { Inventory } from '../../inventory/inventory.ts';
import type { ListSection } from '../../inventory/view.ts';
import { countsToday, type DueItem, type ExceptionAccount, type Finding } from '../../result/result.ts';
import { type DueMatter, isInScope, itemAt } from './matter.ts';
import { exceptionEnded, exceptionEnds } from './words.ts';

/**
 * The exceptions in force that end in time, unless others take over; and those that have ended while what they permitted is
 * still found.
 */
export function exceptionsDue(matter: DueMatter, until: Day): DueItem[] {
  const { inventory, exceptions, asOf } = matter;
  const permitted = new Permitted(exceptions);
  const found = foundIn(matter.findings.filter(countsToday));
  return inventory.entries('exceptions').flatMap((entry, index) => {
    const account = exceptions[index];
    const date = account?.ends;
    if (account === undefined || date === undefined || date > until || !isInScope(matter, entry.record))
      return [];
    if (permitted.goesOn(account, date)) return [];
    const isOver = date < asOf;
    if (isOver ? !isFound(account, found) : !account.inForce) return [];
    const what = isOver ? exceptionEnded : exceptionEnds;
    const told = { kind: 'exception', date, key: 'expires', what } as const;
    const division = divisionOf(account, inventory);
    return [{ ...defined({ division }), ...itemAt(inventory, entry, ['expires'], told) }];
  });
}

/** The division of what an exception permits, where that is of one: those see to it who are in charge there. */
function divisionOf({ records }: ExceptionAccount, inventory: Inventory): string | undefined {
  const named = records.flatMap((name) => {
    const [prefix = '', ...rest] = name.split('/');
    const entry = isSection(prefix) ? inventory.entry(prefix, rest.join('/')) : undefined;
    return entry ?? listSections.flatMap((section) => inventory.entry(section, name) ?? []);
  });
  const divisions = new Set(named.map(({ record }) => inventory.divisionOf(record)?.id));
  return divisions.size === 1 ? [...divisions][0] : undefined;
}

const sections: ReadonlySet<string> = new Set(listSections);

function isSection(word: string): word is ListSection {
  return sections.has(word);
}

/** Above this many, what an exception permits is looked up as a whole: nobody renews a part of so much. */
const mostPairs = 20;

/** What an exception permits: each of its rules with each of its records, as it names them. */
function permittedBy({ rules, records }: ExceptionAccount): string[] {
  if (rules.length * records.length > mostPairs)
    return [[[...rules].sort().join(' '), ...[...records].sort()].join('\n')];
  return rules.flatMap((rule) => records.map((record) => `${rule}\n${record}`));
}

/** The rules that find something in a record, by the names that exceptions may have for it: its id, alone or with its section. */
function foundIn(findings: readonly Finding[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const { ruleId, record } of findings)
    for (const name of [record.id, `${record.kind}/${record.id}`])
      found.set(name, (found.get(name) ?? new Set()).add(ruleId));
  return found;
}

/** Whether something is found that an exception is for. */
function isFound({ rules, records }: ExceptionAccount, found: ReturnType<typeof foundIn>): boolean {
  const own = new Set(rules);
  return records.some((name) => [...(found.get(name) ?? [])].some((rule) => own.has(rule)));
}

/** A day on which something begins to be permitted, and how long it is permitted by what has begun until then. */
interface Term {
  readonly starts: Day;
  readonly until: Day;
}

/** Until when exceptions permit what, so that each is looked up and not compared with all others. */
class Permitted {
  readonly #terms = new Map<string, readonly Term[]>();

  constructor(exceptions: readonly ExceptionAccount[]) {
    const stated = exceptions
      .flatMap((account) => {
        const { starts, ends } = account;
        return starts === undefined || ends === undefined ? [] : [{ account, starts, ends }];
      })
      .sort((a, b) => (a.starts < b.starts ? -1 : 1));
    const terms = new Map<string, Term[]>();
    for (const { account, starts, ends } of stated)
      for (const pair of permittedBy(account)) {
        const earlier = terms.get(pair)?.at(-1)?.until ?? ends;
        addToGroup(terms, pair, { starts, until: earlier > ends ? earlier : ends });
      }
    this.#terms = terms;
  }

  /** @returns whether all that an exception permits is permitted after a day, too, without a gap */
  goesOn(account: ExceptionAccount, day: Day): boolean {
    const permitted = permittedBy(account);
    return permitted.length > 0 && permitted.every((pair) => this.#untilAfter(pair, day) > day);
  }

  /** Until when something is permitted by what begins on the day after another, or before. */
  #untilAfter(pair: string, day: Day): string {
    const terms = this.#terms.get(pair) ?? [];
    const next = addDuration(day, 'P1D') ?? day;
    let [low, high] = [0, terms.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((terms[middle]?.starts ?? '') <= next) low = middle + 1;
      else high = middle;
    }
    return terms[low - 1]?.until ?? '';
  }
}
