import { daysTaken } from '../inventory/open-dates.ts';
import type { InventoryView } from '../inventory/view.ts';
import type { RuleContext } from './definition.ts';

/**
 * For facts about all records that a rule needs for each: searching them all each time would be quadratic.
 *
 * @returns a function that computes a value once per inventory, on demand
 */
export function oncePerInventory<Value>(
  workOut: (inventory: InventoryView) => Value,
): (inventory: InventoryView) => Value {
  return once(workOut);
}

/** The same for values that depend on the policy, such as its scope. */
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
      const before = daysTaken();
      found = { value: workOut(whole) };
      // What was read of a month or a fiscal year is read anew with its other days.
      if (daysTaken() === before) known.set(whole, found);
    }
    return found.value;
  };
}
