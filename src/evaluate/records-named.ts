import { listSections } from '../../generated/records.ts';
import type { Inventory } from '../inventory/inventory.ts';

/**
 * @returns the record that an exception or a correction means by an id. An ambiguous id, without its section, finds none; the
 *   organization is found by its name.
 */
export function recordsNamed(inventory: Inventory, id: string): object[] {
  const found = listSections
    .map((section) => inventory.find(section, id))
    .filter((record) => record !== undefined);
  if (found.length === 1) return found;
  return inventory.organization?.name === id ? [inventory.organization] : [];
}
