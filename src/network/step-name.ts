import type { Segment, Service, System } from '../../generated/records.ts';
import type { InventoryView } from '../inventory/view.ts';

type NodeRecord = Segment | System | Service;

/** @returns a function that names a step of a path by its two nodes; nodes that share a name are shown with their id */
export function stepNames(inventory: InventoryView): (from: NodeRecord, to: NodeRecord) => string {
  let shared: ReadonlySet<string> | undefined;
  const uniqueName = ({ id, name = id }: NodeRecord) => {
    shared ??= sharedNames(inventory);
    return shared.has(name) ? `${name} (${id})` : name;
  };
  return (from, to) => `${uniqueName(from)} → ${uniqueName(to)}`;
}

function sharedNames(inventory: InventoryView): Set<string> {
  const known = new Set<string>();
  const shared = new Set<string>();
  for (const section of ['segments', 'systems', 'services'] as const) {
    for (const { id, name = id } of inventory.records(section)) {
      if (known.has(name)) shared.add(name);
      known.add(name);
    }
  }
  return shared;
}
