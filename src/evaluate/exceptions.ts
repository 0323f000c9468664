import { isDeepStrictEqual } from 'node:util';
import type { Exception } from '../../generated/records.ts';
import { addDuration, type Day, endOfFiscalYear } from '../base/date.ts';
import { defined } from '../base/defined.ts';
import { addToGroup } from '../base/groups.ts';
import { changedFacts, factsOf } from '../inventory/facts.ts';
import type { Entry, Inventory } from '../inventory/inventory.ts';
import type { Policy } from '../policy/policy.ts';
import type { Beyond, Suppression } from '../result/result.ts';
import {
  type BeyondLimit,
  type ExceptionState,
  type ExceptionView,
  isSameParty,
  isWritten,
  type Roles,
  roleName,
  roleNamed,
  rolesHeldBy,
} from '../rule.ts';
import { nearestRule } from './nearest-rule.ts';
import { recordsNamed } from './records-named.ts';

/** To which rules exceptions are possible, and the limits that the policies set. */
export interface Exceptability {
  readonly known: ReadonlySet<string>;
  readonly never: ReadonlySet<string>;
  readonly policies: readonly Pick<Policy, 'title' | 'vocabulary' | 'exceptions'>[];
}

/** An exception that is in force, ready to cover findings. */
export interface Permission {
  readonly exception: Exception;
  readonly rules: ReadonlySet<string>;
  readonly records: ReadonlySet<object>;
  readonly state: ExceptionState & {
    ran: boolean;
    judged: boolean;
    used: number;
    coveredBy?: Exception | undefined;
    lapsed: boolean;
  };
}

const noPermissions: readonly Permission[] = [];

/** An exception that does not cover a finding, although it names rule and record, and in what that goes beyond it. */
export interface Lapse {
  readonly exception: Exception;
  readonly beyond: Beyond;
}

/**
 * The exceptions (例外措置) of an inventory: each permits rules not to be followed by records, from its approval or a later
 * start to its last day, in Japanese time. One that is malformed, or beyond what a policy allows, permits nothing.
 */
export class Exceptions implements ExceptionView {
  readonly #byRule = new Map<string, Permission[]>();
  readonly #byRecord = new Map<object, Permission[]>();
  readonly #states = new Map<object, Permission['state']>();
  /** the exceptions that name a record and no longer fit it */
  readonly #lapsed = new Map<object, Pick<Permission, 'exception' | 'state'>[]>();
  /** the inventory whose exceptions are in force */
  readonly #trusted: Inventory;

  /**
   * @param trusted the inventory of the trusted state, if there is one: only its exceptions hold, since a change cannot
   *   permit itself
   */
  constructor(inventory: Inventory, asOf: Day, rules: Exceptability, trusted = inventory) {
    this.#trusted = trusted;
    const roles = trusted.organization?.roles;
    for (const { record } of byId(inventory)) {
      const state = read(record, asOf, rules, roles);
      this.#states.set(record, trusted === inventory ? state : { ...state, inForce: false });
      if (trusted === inventory) this.#permit(record, state, inventory, rules);
    }
    if (trusted === inventory) return;
    for (const entry of byId(trusted)) {
      const { record } = entry;
      const own = inventory.counterpart(entry)?.record;
      const state = read(record, asOf, rules, roles);
      if (own !== undefined && isDeepStrictEqual(own, record)) this.#states.set(own, state);
      this.#permit(record, state, inventory, rules);
    }
  }

  state(exception: object): ExceptionState {
    const state = this.#states.get(exception);
    if (state === undefined) throw new Error('not an exception of this inventory');
    return state;
  }

  /** @returns the exceptions in force of a rule */
  permissions(ruleId: string): readonly Permission[] {
    return this.#byRule.get(ruleId) ?? noPermissions;
  }

  /** @returns the exceptions in force of a rule that cover a record, in the order of `permissions` */
  covering(ruleId: string, record: object): readonly Permission[] {
    if (!this.#byRule.has(ruleId)) return noPermissions;
    return this.#byRecord.get(record)?.filter(({ rules }) => rules.has(ruleId)) ?? noPermissions;
  }

  /** @returns why an exception of a rule does not cover a record that it names: facts that changed since its approval */
  lapse(ruleId: string, record: object, inventory: Inventory): Lapse | undefined {
    const lapsed = this.#lapsed.get(record)?.find(({ exception }) => exception.rules?.includes(ruleId));
    if (lapsed === undefined) return undefined;
    lapsed.state.lapsed = true;
    return { exception: lapsed.exception, beyond: { facts: this.#changedFacts(record, inventory) } };
  }

  /** Counts a use of an exception, for the findings of one record under one rule. */
  use({ exception, state }: Permission): Suppression {
    state.used++;
    const { id, reason = '', approver } = exception;
    return {
      kind: 'exception',
      justification: reason,
      id,
      ...defined({ approver }),
      ...(state.ends === undefined
        ? {}
        : { expires: state.ends, expiresAsWritten: this.#trusted.asWritten(exception, state.ends) }),
    };
  }

  /**
   * An exception was approved for a record as it is in the trusted state. A record that is new there is taken as what was
   * approved in advance.
   */
  #changedFacts(record: object, inventory: Inventory): readonly string[] {
    if (this.#trusted === inventory || record === inventory.organization) return [];
    const entry = inventory.entryOf(record);
    const earlier = this.#trusted.counterpart(entry);
    if (earlier === undefined) return [];
    return changedFacts(factsOf(earlier, this.#trusted), factsOf(entry, inventory));
  }

  #permit(
    exception: Exception,
    state: Permission['state'],
    inventory: Inventory,
    { never }: Exceptability,
  ): void {
    if (!state.inForce) return;
    const named = (exception.records ?? []).flatMap((id) => recordsNamed(inventory, id));
    const records = new Set(named.filter((record) => this.#changedFacts(record, inventory).length === 0));
    for (const record of named)
      if (!records.has(record)) addToGroup(this.#lapsed, record, { exception, state });
    const refused = new Set(state.beyond.flatMap((one) => (one.limit === 'never' ? one.rule : [])));
    const rules = new Set(exception.rules?.filter((id) => !never.has(id) && !refused.has(id)));
    const permission: Permission = { exception, rules, records, state };
    for (const id of rules) addToGroup(this.#byRule, id, permission);
    for (const record of records) addToGroup(this.#byRecord, record, permission);
  }
}

/** The exceptions in an order of their own: which of two for the same is the one that is used must not depend on their places. */
function byId(inventory: Inventory): Entry<'exceptions'>[] {
  return [...inventory.entries('exceptions')].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** @returns the state of an exception on a day */
function read(
  exception: Exception,
  asOf: Day,
  rules: Exceptability,
  roles: Roles | undefined,
): Permission['state'] {
  const { rules: named = [], reason, applicant, approver, records } = exception;
  const term = termOf(exception, rules.policies);
  const { starts, ends } = term;
  const beyond = [
    ...named.flatMap((rule) => beyondNever(rule, rules.policies)),
    ...beyondMaximum(term, rules.policies),
    ...beyondApprovers(approver, rules.policies, roles),
  ];
  const ownApproval =
    isWritten(applicant) &&
    isWritten(approver) &&
    isSameParty(applicant, approver, roles ?? [], rules.policies);
  const complete = [reason, applicant, approver].every(isWritten) && records !== undefined;
  const isAllowed = !ownApproval && beyond.every(({ limit }) => limit === 'never');
  const isRunning = starts !== undefined && ends !== undefined && starts <= asOf && asOf <= ends;
  return {
    inForce: complete && isAllowed && isRunning,
    ...defined({ starts, ends }),
    outlastsYear: outlastsYear(term, rules.policies),
    ownApproval,
    beyond,
    unknownRules: new Map(
      named.filter((id) => !rules.known.has(id)).map((id) => [id, nearestRule(id, rules.known)]),
    ),
    neverExcepted: named.filter((id) => rules.never.has(id)),
    ran: false,
    judged: false,
    used: 0,
    lapsed: false,
  };
}

type Limited = Exceptability['policies'];

/** The period of an exception. */
interface Term {
  readonly starts?: Day;
  readonly ends?: Day;
  /** the end of the fiscal year in which it starts */
  readonly endOfYear?: Day;
  /** whether the end is written rather than derived */
  readonly stated: boolean;
}

/**
 * An exception never starts before its approval, whatever start is written. Without an end it ends with the fiscal year.
 */
function termOf({ approved, starts: written, expires }: Exception, policies: Limited): Term {
  if (typeof approved !== 'string')
    return expires === undefined ? { stated: false } : { ends: expires, stated: true };
  const starts = written !== undefined && written > approved ? written : approved;
  const endOfYear = endOfFiscalYear(starts);
  if (expires !== undefined) return { starts, ends: expires, endOfYear, stated: true };
  // A derived end never exceeds the maximum of a policy.
  const allowed = policies.flatMap(({ exceptions: { maximum } }) => lastAllowed(starts, maximum) ?? []);
  return { starts, ends: [endOfYear, ...allowed].sort()[0] ?? endOfYear, endOfYear, stated: false };
}

/** @returns the last day that a policy allows an exception which starts on a day; `undefined` where it sets no limit */
function lastAllowed(starts: Day, maximum: string | undefined): Day | undefined {
  if (maximum === undefined) return undefined;
  return maximum === 'fiscal-year' ? endOfFiscalYear(starts) : addDuration(starts, maximum);
}

function beyondNever(rule: string, policies: Limited): BeyondLimit[] {
  return policies
    .filter(({ exceptions: { never = [] } }) => never.includes(rule))
    .map(({ title }) => ({ limit: 'never', policy: title, rule }));
}

function beyondMaximum({ starts, ends }: Term, policies: Limited): BeyondLimit[] {
  if (starts === undefined || ends === undefined) return [];
  return policies.flatMap(({ title, exceptions: { maximum } }): BeyondLimit[] => {
    const until = lastAllowed(starts, maximum);
    return until === undefined || ends <= until ? [] : [{ limit: 'maximum', policy: title, until }];
  });
}

function beyondApprovers(
  approver: string | undefined,
  policies: Limited,
  roles: Roles | undefined,
): BeyondLimit[] {
  if (!isWritten(approver)) return [];
  return policies.flatMap(({ title, vocabulary, exceptions: { approvers } }): BeyondLimit[] => {
    const named = roleNamed(approver, { vocabulary });
    const isOne =
      approvers === undefined ||
      (named !== undefined && approvers.includes(named)) ||
      [...rolesHeldBy(approver, roles ?? [])].some((role) => role !== undefined && approvers.includes(role));
    if (approvers === undefined || isOne) return [];
    const names = approvers.map((id) => roleName(id, { vocabulary }));
    const known = roles !== undefined || named !== undefined;
    return [{ limit: 'approvers', policy: title, approvers: names, known }];
  });
}

/**
 * Whether a stated end lies beyond the fiscal year of the start. Where a policy sets a maximum, only that maximum counts.
 */
function outlastsYear({ ends, endOfYear, stated }: Term, policies: Limited): boolean {
  if (!stated || ends === undefined || endOfYear === undefined) return false;
  return ends > endOfYear && policies.every(({ exceptions: { maximum } }) => maximum === undefined);
}
