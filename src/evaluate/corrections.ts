import type { Correction } from '../../generated/records.ts';
import { addToGroup } from '../base/groups.ts';
import type { Inventory } from '../inventory/inventory.ts';
import type { CorrectionState, CorrectionView } from '../rule.ts';
import { nearestRule } from './nearest-rule.ts';
import { recordsNamed } from './records-named.ts';

type State = { -readonly [Key in keyof CorrectionState]: CorrectionState[Key] };

/** A correction, and the records that it names; absent where it is for all findings of its rules. */
interface Aim {
  readonly correction: Correction;
  readonly records: ReadonlySet<object> | undefined;
  readonly state: State;
}

const none: readonly string[] = [];

/**
 * The corrections (改善措置) of an inventory: each points at findings, as exceptions do, and suppresses none of them. What is
 * found is counted while the rules run, so that rules on corrections can tell whether one that is done left anything.
 */
export class Corrections implements CorrectionView {
  readonly #byRule = new Map<string, Aim[]>();
  readonly #states = new Map<object, State>();

  /** @param known the ids of all rules */
  constructor(inventory: Inventory, known: ReadonlySet<string>) {
    for (const { record: correction } of inventory.entries('corrections')) {
      const { rules = [], records } = correction;
      const unknown = rules.filter((id) => !known.has(id));
      const state: State = {
        unknownRules: new Map(unknown.map((id) => [id, nearestRule(id, known)])),
        ran: false,
        found: 0,
      };
      this.#states.set(correction, state);
      const aim: Aim = {
        correction,
        records: records && new Set(records.flatMap((id) => recordsNamed(inventory, id))),
        state,
      };
      for (const id of new Set(rules)) addToGroup(this.#byRule, id, aim);
    }
  }

  state(correction: object): CorrectionState {
    const state = this.#states.get(correction);
    if (state === undefined) throw new Error('not a correction of this inventory');
    return state;
  }

  /** Notes that a rule runs. */
  begins(ruleId: string): void {
    for (const { state } of this.#byRule.get(ruleId) ?? []) state.ran = true;
  }

  /**
   * Counts what a rule finds in a record.
   *
   * @returns the ids of the corrections that are for it
   */
  meant(ruleId: string, record: object, issues: number): readonly string[] {
    const aims = this.#byRule.get(ruleId)?.filter(({ records }) => records?.has(record) ?? true);
    if (aims === undefined || aims.length === 0) return none;
    for (const { state } of aims) state.found += issues;
    return aims.map(({ correction }) => correction.id);
  }
}
