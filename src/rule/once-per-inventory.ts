import type { InventoryView } from '../inventory/view.ts';

/**
 * For what a rule must know of all records to judge any: searching them all for each would not scale.
 *
 * @returns a function that works something out of an inventory once, when it is first asked for
 */
export function oncePerInventory<Value>(
  workOut: (inventory: InventoryView) => Value,
): (inventory: InventoryView) => Value {
  const known = new WeakMap<InventoryView, { readonly value: Value }>();
  return (inventory) => {
    let found = known.get(inventory);
    if (found === undefined) {
      found = { value: workOut(inventory) };
      known.set(inventory, found);
    }
    return found.value;
  };
}
