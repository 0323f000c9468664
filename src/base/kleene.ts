/**
 * The strong logic of S. C. Kleene, of what may be open: `Open` says what is lacking. What is false whatever that says is
 * false, what is true whatever it says is true, and everything else is open.
 *
 * @returns whether something holds of all items; where that is open, what is lacking first
 */
export function allHold<Item, Open extends object>(
  items: readonly Item[],
  ask: (item: Item) => boolean | Open,
): boolean | Open {
  let open: Open | undefined;
  for (const item of items) {
    const answer = ask(item);
    if (answer === false) return false;
    if (answer !== true) open ??= answer;
  }
  return open ?? true;
}
