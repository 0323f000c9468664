/**
 * Measures the processor time of one thing against another's.
 *
 * The two are measured in pairs, one right after the other: a machine is now slower and now faster, and both of a pair see the
 * same. The median of the ratios counts, which no single pair decides. A busy moment decides between what is close all the
 * same, so what is over its budget is measured up to three times as often: what is slower stays over.
 *
 * @param of measures the one, in milliseconds
 * @param to measures what it is compared to
 * @param times how many pairs at least
 */
export function ratioOf({ of, to, times, budget }) {
  const ratios = [];
  const fastest = { of: Number.POSITIVE_INFINITY, to: Number.POSITIVE_INFINITY };
  while (ratios.length < times || (ratios.length < times * 3 && median(ratios) > budget)) {
    const pair = { to: to(), of: of() };
    ratios.push(pair.of / pair.to);
    fastest.to = Math.min(fastest.to, pair.to);
    fastest.of = Math.min(fastest.of, pair.of);
  }
  return { ratio: median(ratios), budget, fastest };
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return (sorted[Math.floor(middle)] + sorted[Math.ceil(middle)]) / 2;
}
