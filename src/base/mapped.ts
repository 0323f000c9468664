/** What comes of some items, each made only when it is asked for: of a hundred thousand, one is held at a time. */
export function* mapped<Item, Made>(items: Iterable<Item>, make: (item: Item) => Made): Generator<Made> {
  for (const item of items) yield make(item);
}
