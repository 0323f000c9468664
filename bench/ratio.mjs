/**
 * Measures the processor time of one thing against another's.
 *
 * The two alternate, so that other work on the machine affects both. Since it can only add time, the fastest run of each
 * counts. A busy moment decides between what is close, so what is over its budget is measured up to three times as often:
 * what is slower stays over.
 *
 * @param of measures the one, in milliseconds
 * @param to measures what it is compared to
 * @param times how often at least
 */
export function ratioOf({ of, to, times, budget }) {
  const fastest = { of: Number.POSITIVE_INFINITY, to: Number.POSITIVE_INFINITY };
  const ratio = () => fastest.of / fastest.to;
  for (let i = 0; i < times || (i < times * 3 && ratio() > budget); i++) {
    fastest.to = Math.min(fastest.to, to());
    fastest.of = Math.min(fastest.of, of());
  }
  return { ratio: ratio(), budget, fastest };
}
