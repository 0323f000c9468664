import { listSections } from '../../../generated/records.ts';
import { addDuration, type Day } from '../../base/date.ts';
import { defined } from '../../base/defined.ts';
import type { Inventory } from '../../inventory/inventory.ts';
import { countsToday, type DueItem, type ExceptionAccount, type Finding } from '../../result/result.ts';
import { type DueMatter, isInScope, itemAt } from './matter.ts';
import { exceptionEnded, exceptionEnds } from './words.ts';

/**
 * The exceptions in force that end in time, unless another takes over; and those that have ended while what they permitted is
 * still found.
 */
export function exceptionsDue(matter: DueMatter, until: Day): DueItem[] {
  const { inventory, exceptions, asOf } = matter;
  const active = matter.findings.filter(countsToday);
  return inventory.entries('exceptions').flatMap((entry, index) => {
    const account = exceptions[index];
    const date = account?.ends;
    if (account === undefined || date === undefined || date > until || !isInScope(matter, entry.record))
      return [];
    if (exceptions.some((other) => other !== account && takesOver(other, account))) return [];
    const isOver = date < asOf;
    if (isOver ? !active.some((finding) => isOf(finding, account)) : !account.inForce) return [];
    const what = isOver ? exceptionEnded : exceptionEnds;
    const told = { kind: 'exception', date, key: 'expires', what } as const;
    const division = divisionOf(account, inventory);
    return [{ ...defined({ division }), ...itemAt(inventory, entry, ['expires'], told) }];
  });
}

/** The division of what an exception permits, where that is of one: those see to it who are in charge there. */
function divisionOf({ records }: ExceptionAccount, inventory: Inventory): string | undefined {
  const named = records.flatMap((name) =>
    listSections.flatMap((section) => {
      const id = name.startsWith(`${section}/`) ? name.slice(section.length + 1) : name;
      return inventory.entry(section, name) ?? inventory.entry(section, id) ?? [];
    }),
  );
  const divisions = new Set(named.map(({ record }) => inventory.divisionOf(record)?.id));
  return divisions.size === 1 ? [...divisions][0] : undefined;
}

/** Whether an exception permits all that another does, without a gap and for longer. */
function takesOver(other: ExceptionAccount, { ends = '', rules, records }: ExceptionAccount): boolean {
  const { starts, ends: later } = other;
  if (starts === undefined || later === undefined || later <= ends) return false;
  return (
    starts <= (addDuration(ends, 'P1D') ?? ends) &&
    rules.every((rule) => other.rules.includes(rule)) &&
    records.every((record) => other.records.includes(record))
  );
}

/** Whether an exception is for what a finding is about. */
function isOf({ ruleId, record: { kind, id } }: Finding, { rules, records }: ExceptionAccount): boolean {
  return rules.includes(ruleId) && records.some((named) => named === id || named === `${kind}/${id}`);
}
