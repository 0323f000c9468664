import { type Day, endOfFiscalYear } from '../date.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { type Exception, listSections } from '../inventory/records.ts';
import type { Suppression } from '../result.ts';
import type { ExceptionState, ExceptionView } from '../rule.ts';

/** Rules of which an exception may be made, and those of which it may not. */
export interface Exceptability {
  readonly known: ReadonlySet<string>;
  readonly never: ReadonlySet<string>;
}

/** An exception that is in force, ready to cover findings. */
export interface Permission {
  readonly exception: Exception;
  readonly records: ReadonlySet<object>;
  readonly state: ExceptionState & { judged: boolean; used: number };
}

/**
 * The exceptions (例外措置) of an inventory: each permits rules not to be followed by records, from its approval to
 * its last day in Japan. One that is malformed permits nothing.
 */
export class Exceptions implements ExceptionView {
  readonly #byRule = new Map<string, Permission[]>();
  readonly #permissions = new Map<object, Permission>();

  constructor(inventory: Inventory, asOf: Day, rules: Exceptability) {
    for (const { record } of inventory.entries('exceptions')) this.#add(record, inventory, asOf, rules);
  }

  state(exception: object): ExceptionState {
    const permission = this.#permissions.get(exception);
    if (permission === undefined) throw new Error('not an exception of this inventory');
    return permission.state;
  }

  /** @returns the exceptions in force of a rule; `undefined` where there are none */
  permissions(ruleId: string): readonly Permission[] | undefined {
    return this.#byRule.get(ruleId);
  }

  /** Makes use of an exception for the findings of a record under a rule. */
  use({ exception, state }: Permission): Suppression {
    state.used++;
    const { id, reason = '', approver } = exception;
    return {
      kind: 'exception',
      justification: reason,
      id,
      ...(approver === undefined ? {} : { approver }),
      ...(state.ends === undefined ? {} : { expires: state.ends }),
    };
  }

  #add(exception: Exception, inventory: Inventory, asOf: Day, rules: Exceptability): void {
    const named = exception.rules ?? [];
    const unknownRules = named.filter((id) => !rules.known.has(id));
    const neverExcepted = named.filter((id) => rules.never.has(id));
    const approved = typeof exception.approved === 'string' ? exception.approved : undefined;
    const ends = exception.expires ?? (approved === undefined ? undefined : endOfFiscalYear(approved));
    const complete = [exception.reason, exception.approver, approved, exception.records].every(
      (fact) => fact !== undefined,
    );
    const separated = exception.applicant === undefined || exception.applicant !== exception.approver;
    const inForce =
      complete &&
      separated &&
      approved !== undefined &&
      approved <= asOf &&
      ends !== undefined &&
      asOf <= ends;
    const records = new Set<object>();
    for (const id of exception.records ?? [])
      for (const record of recordsOf(inventory, id)) records.add(record);
    const state = {
      inForce,
      ...(ends === undefined ? {} : { ends }),
      unknownRules,
      neverExcepted,
      judged: false,
      used: 0,
    };
    const permission: Permission = { exception, records, state };
    this.#permissions.set(exception, permission);
    if (!inForce) return;
    for (const id of named) {
      if (rules.never.has(id)) continue;
      const permissions = this.#byRule.get(id);
      if (permissions === undefined) this.#byRule.set(id, [permission]);
      else permissions.push(permission);
    }
  }
}

/** A bare id that several sections have means none of them; the organization goes by its name. */
function recordsOf(inventory: Inventory, id: string): object[] {
  const found = listSections
    .map((section) => inventory.find(section, id))
    .filter((record) => record !== undefined);
  if (found.length === 1) return found;
  return inventory.organization?.name === id ? [inventory.organization] : [];
}
