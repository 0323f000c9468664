import type { InventoryView } from '../inventory/view.ts';
import type { RuleContext } from './definition.ts';

/**
 * For what a rule must know of all records to judge any: searching them all for each would not scale.
 *
 * @returns a function that works something out of an inventory once, when it is first asked for
 */
export function oncePerInventory<Value>(
  workOut: (inventory: InventoryView) => Value,
): (inventory: InventoryView) => Value {
  return once(workOut);
}

/** The same for what differs by policy: which records of the inventory the policy applies to, say. */
export function oncePerContext<Value>(
  workOut: (context: RuleContext) => Value,
): (context: RuleContext) => Value {
  return once(workOut);
}

function once<Whole extends object, Value>(workOut: (whole: Whole) => Value): (whole: Whole) => Value {
  const known = new WeakMap<Whole, { readonly value: Value }>();
  return (whole) => {
    let found = known.get(whole);
    if (found === undefined) {
      found = { value: workOut(whole) };
      known.set(whole, found);
    }
    return found.value;
  };
}
