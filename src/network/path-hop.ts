import type { Inventory } from '../inventory/inventory.ts';
import type { PathHop, RecordIdentity } from '../result/result.ts';
import type { RouteStep } from './topology.ts';

/** @returns a hop as the result has it, with records that are unique in the inventory */
export function pathHop(inventory: Inventory, { record, from, to }: RouteStep): PathHop {
  const identity = (one: object): RecordIdentity => {
    const { section, id, name, occurrence } = inventory.entryOf(one);
    return { kind: section, id, name, occurrence };
  };
  return { record: identity(record), from: identity(from), to: identity(to) };
}

/** @returns a key that stays the same across runs; names may change and are not part of it */
export function hopKey({ record, from, to }: PathHop): string {
  return [record, from, to].map(({ kind, id, occurrence }) => `${kind}/${id}#${occurrence}`).join('\n');
}
