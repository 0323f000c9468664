/** What follows each other, from the first to the last. */
interface Range<Value extends number | bigint> {
  readonly first: Value;
  readonly last: Value;
}

/**
 * Sorts ranges once, so that many can be looked for without comparing each with each.
 *
 * @returns the furthest end among the ranges that begin at a value or before it; `undefined` where none does
 */
export function furthestEnd<Value extends number | bigint>(
  ranges: readonly Range<Value>[],
): (value: Value) => Value | undefined {
  const sorted = ranges.toSorted((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0));
  const ends: Value[] = [];
  for (const { last } of sorted) {
    const before = ends.at(-1);
    ends.push(before !== undefined && before > last ? before : last);
  }
  return (value) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle] as Range<Value>).first <= value) low = middle + 1;
      else high = middle;
    }
    return ends[low - 1];
  };
}
