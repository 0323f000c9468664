import type { InventoryView, ListSection } from '../inventory/inventory.ts';
import type { Records } from '../inventory/records.ts';
import { oncePerInventory } from './once-per-inventory.ts';

/** For rules on several sections: a record does not say by itself which it stands in. */
export function isRecordOf<S extends ListSection>(
  section: S,
  record: object,
  inventory: InventoryView,
): record is Records[S] {
  const sections = membersOf(inventory);
  const members = sections.get(section) ?? new Set(inventory.records(section));
  sections.set(section, members);
  return members.has(record);
}

const membersOf = oncePerInventory(() => new Map<ListSection, ReadonlySet<object>>());
