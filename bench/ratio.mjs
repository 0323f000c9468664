/**
 * Measures the processor time of one thing against another's.
 *
 * The two are measured in pairs, one right after the other, so that other work on the machine affects both. Two readings are made
 * of the pairs: the fastest of the one against the fastest of the other, since other work can only add time, and the median of
 * the ratios, since a machine is now faster and now slower. A single lucky run of the reference misleads the first, a long busy
 * moment the second, and what has become slower raises both: the lower one counts. What is over its budget is measured up to
 * three times as often, since a moment decides between what is close.
 *
 * @param of measures the one, in milliseconds
 * @param to measures what it is compared to
 * @param times how many pairs at least
 */
export function ratioOf({ of, to, times, budget }) {
  const ratios = [];
  const fastest = { of: Number.POSITIVE_INFINITY, to: Number.POSITIVE_INFINITY };
  const ratio = () => Math.min(fastest.of / fastest.to, median(ratios));
  while (ratios.length < times || (ratios.length < times * 3 && ratio() > budget)) {
    const pair = { to: to(), of: of() };
    ratios.push(pair.of / pair.to);
    fastest.to = Math.min(fastest.to, pair.to);
    fastest.of = Math.min(fastest.of, pair.of);
  }
  return { ratio: ratio(), budget, fastest };
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return (sorted[Math.floor(middle)] + sorted[Math.ceil(middle)]) / 2;
}
