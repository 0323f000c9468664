import { addToGroup } from '../base/groups.ts';
import type { Entry, Inventory } from '../inventory/inventory.ts';
import type { Finding, FindingReach, RecordReference } from '../result/result.ts';

/** The inventory whose exceptions hold, and how far what they permit reached when it was reviewed. */
export class TrustedState {
  readonly inventory: Inventory;
  readonly #onPaths = new Map<string, Finding[]>();

  /** @param findings all of that inventory */
  constructor(inventory: Inventory, findings: readonly Finding[]) {
    this.inventory = inventory;
    for (const finding of findings) {
      const { ruleId, record, reach } = finding;
      if (reach !== undefined) addToGroup(this.#onPaths, ruleAndRecord(ruleId, record), finding);
    }
  }

  /** @returns what the hops of a record led between, as far as a rule objected to them; `undefined` where it did not */
  reach(ruleId: string, { section, id }: Pick<Entry, 'section' | 'id'>): FindingReach | undefined {
    const reaches = this.#onPaths
      .get(ruleAndRecord(ruleId, { kind: section, id }))
      ?.flatMap(({ reach }) => reach?.() ?? []);
    return reaches?.reduce((all, one) => ({
      behind: union(all.behind, one.behind),
      beyond: union(all.beyond, one.beyond),
    }));
  }
}

/** What tells findings of one rule on one record from others, whatever it says of the record. */
export function ruleAndRecord(ruleId: string, { kind, id }: Pick<RecordReference, 'kind' | 'id'>): string {
  return [ruleId, kind, id].join('\n');
}

function union(one: readonly string[], other: readonly string[]): readonly string[] {
  return one === other ? one : [...new Set([...one, ...other])];
}
