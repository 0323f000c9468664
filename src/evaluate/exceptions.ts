import { isDeepStrictEqual } from 'node:util';
import { type Day, endOfFiscalYear } from '../date.ts';
import { addToGroup } from '../groups.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { type Exception, listSections } from '../inventory/records.ts';
import type { Suppression } from '../result.ts';
import { type ExceptionState, type ExceptionView, isSamePost } from '../rule.ts';

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
  readonly #states = new Map<object, Permission['state']>();

  /**
   * @param believed the inventory whose exceptions hold, where that is not the one judged: a change cannot permit itself
   */
  constructor(inventory: Inventory, asOf: Day, rules: Exceptability, believed = inventory) {
    for (const { record } of inventory.entries('exceptions')) {
      const state = read(record, asOf, rules);
      this.#states.set(record, believed === inventory ? state : { ...state, inForce: false });
      if (believed === inventory) this.#permit(record, state, inventory, rules);
    }
    if (believed === inventory) return;
    for (const { id, occurrence, record } of believed.entries('exceptions')) {
      const own = inventory.entry('exceptions', id, occurrence)?.record;
      const state = read(record, asOf, rules);
      if (own !== undefined && isDeepStrictEqual(own, record)) this.#states.set(own, state);
      this.#permit(record, state, inventory, rules);
    }
  }

  state(exception: object): ExceptionState {
    const state = this.#states.get(exception);
    if (state === undefined) throw new Error('not an exception of this inventory');
    return state;
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

  #permit(
    exception: Exception,
    state: Permission['state'],
    inventory: Inventory,
    { never }: Exceptability,
  ): void {
    if (!state.inForce) return;
    const records = new Set((exception.records ?? []).flatMap((id) => recordsOf(inventory, id)));
    for (const id of exception.rules ?? [])
      if (!never.has(id)) addToGroup(this.#byRule, id, { exception, records, state });
  }
}

/** @returns what an exception comes to on a day */
function read(exception: Exception, asOf: Day, rules: Exceptability): Permission['state'] {
  const named = exception.rules ?? [];
  const approved = typeof exception.approved === 'string' ? exception.approved : undefined;
  const ends = exception.expires ?? (approved === undefined ? undefined : endOfFiscalYear(approved));
  const complete = [exception.reason, exception.approver, approved, exception.records].every(
    (fact) => fact !== undefined,
  );
  const { applicant, approver } = exception;
  const separated = applicant === undefined || approver === undefined || !isSamePost(applicant, approver);
  const inForce =
    complete && separated && approved !== undefined && approved <= asOf && ends !== undefined && asOf <= ends;
  return {
    inForce,
    ...(ends === undefined ? {} : { ends }),
    unknownRules: named.filter((id) => !rules.known.has(id)),
    neverExcepted: named.filter((id) => rules.never.has(id)),
    judged: false,
    used: 0,
  };
}

/** A bare id that several sections have means none of them; the organization goes by its name. */
function recordsOf(inventory: Inventory, id: string): object[] {
  const found = listSections
    .map((section) => inventory.find(section, id))
    .filter((record) => record !== undefined);
  if (found.length === 1) return found;
  return inventory.organization?.name === id ? [inventory.organization] : [];
}
