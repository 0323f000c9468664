/**
 * The strong logic of S. C. Kleene, of what may be open: `Open` says what is lacking. What is false whatever that says is
 * false, what is true whatever it says is true, and everything else is open.
 */

/** @returns whether something holds of all items; where that is open, what is lacking first */
export function allHold<Item, Open extends object>(
  items: readonly Item[],
  ask: (item: Item) => boolean | Open,
): boolean | Open {
  return decided(items, ask, false);
}

/** @returns whether something holds of one of the items; where that is open, what is lacking first */
export function anyHolds<Item, Open extends object>(
  items: readonly Item[],
  ask: (item: Item) => boolean | Open,
): boolean | Open {
  return decided(items, ask, true);
}

/** @param deciding the answer of one item that decides for all */
function decided<Item, Open extends object>(
  items: readonly Item[],
  ask: (item: Item) => boolean | Open,
  deciding: boolean,
): boolean | Open {
  let open: Open | undefined;
  for (const item of items) {
    const answer = ask(item);
    if (answer === deciding) return deciding;
    if (typeof answer !== 'boolean') open ??= answer;
  }
  return open ?? !deciding;
}
