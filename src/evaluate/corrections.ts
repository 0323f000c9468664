import type { Correction } from '../../generated/records.ts';
import { addToGroup } from '../base/groups.ts';
import type { Inventory } from '../inventory/inventory.ts';
import type { CorrectionState, CorrectionView } from '../rule.ts';
import { nearestRule } from './nearest-rule.ts';
import { recordsNamed } from './records-named.ts';

/** What has come of the findings of a rule that corrections are for. */
class RuleAims {
  ran = false;
  /** how many findings there are, whatever their records */
  found = 0;
  /** the ids of the corrections that are for all of them, which findings share */
  readonly ofAll: string[] = [];
  /** the corrections that are for few rules and records, by their records */
  readonly byRecord = new Map<object, Aim[]>();
}

/** A correction that names records, and how many findings it is for. */
interface Aim {
  readonly id: string;
  readonly rules: ReadonlySet<string>;
  found: number;
}

/** Above this many, the rules and records of a correction are not looked up together: there may be as many as of both multiplied. */
const mostPairs = 20;

const none: readonly string[] = [];

/**
 * The corrections (改善措置) of an inventory: each points at findings, as exceptions do, and suppresses none of them. What is
 * found is counted while the rules run, so that rules on corrections can tell whether one that is done left anything.
 */
export class Corrections implements CorrectionView {
  readonly #known: ReadonlySet<string>;
  readonly #byRule = new Map<string, RuleAims>();
  /** of those that name records */
  readonly #aims = new Map<object, Aim>();
  /** of those that name many rules and records */
  readonly #byRecord = new Map<object, Aim[]>();

  /** @param known the ids of all rules */
  constructor(inventory: Inventory, known: ReadonlySet<string>) {
    this.#known = known;
    for (const { record, id } of inventory.entries('corrections')) {
      const { records } = record;
      const rules = new Set(record.rules);
      for (const rule of rules) {
        const aims = this.#byRule.get(rule) ?? new RuleAims();
        this.#byRule.set(rule, aims);
        if (records === undefined) aims.ofAll.push(id);
      }
      if (records === undefined) continue;
      const aim: Aim = { id, rules, found: 0 };
      this.#aims.set(record, aim);
      const named = new Set(records.flatMap((one) => recordsNamed(inventory, one)));
      const indexes =
        named.size * rules.size > mostPairs
          ? [this.#byRecord]
          : [...rules].flatMap((rule) => this.#byRule.get(rule)?.byRecord ?? []);
      for (const index of indexes) for (const one of named) addToGroup(index, one, aim);
    }
  }

  state(correction: Correction): CorrectionState {
    const rules = [...new Set(correction.rules ?? [])];
    const aims = rules.flatMap((id) => this.#byRule.get(id) ?? []);
    const unknown = rules.filter((id) => !this.#known.has(id));
    return {
      unknownRules: new Map(unknown.map((id) => [id, nearestRule(id, this.#known)])),
      ran: aims.some(({ ran }) => ran),
      found: this.#aims.get(correction)?.found ?? aims.reduce((sum, { found }) => sum + found, 0),
    };
  }

  /** Notes that a rule runs. */
  begins(ruleId: string): void {
    const aims = this.#byRule.get(ruleId);
    if (aims !== undefined) aims.ran = true;
  }

  /**
   * Counts what a rule finds in a record.
   *
   * @returns the ids of the corrections that are for it
   */
  meant(ruleId: string, record: object, issues: number): readonly string[] {
    const aims = this.#byRule.get(ruleId);
    if (aims === undefined) return none;
    aims.found += issues;
    const own = [
      ...(aims.byRecord.get(record) ?? []),
      ...(this.#byRecord.get(record)?.filter(({ rules }) => rules.has(ruleId)) ?? []),
    ];
    if (own.length === 0) return aims.ofAll;
    for (const aim of own) aim.found += issues;
    return [...aims.ofAll, ...own.map(({ id }) => id)];
  }
}
