/**
 * Measures things against a reference, all of them in rounds, one right after the other, so that other work on the machine
 * affects all. Two readings are made of the rounds: the fastest of the one against the fastest of the other, since other work can
 * only add time, and the median of the ratios, since a machine is now faster and now slower. A single lucky run of the reference
 * misleads the first, a long busy moment the second, and what has become slower raises both: the lower one counts. What is over
 * its budget is measured up to three times as often, since a moment decides between what is close.
 *
 * @param reference measures what the others are compared to
 * @param measured the others, by the id of the measure
 * @param rounds how many at least
 * @param by the time that counts: `processor` or `wall`
 * @param budgets by the id of the measure
 * @param often whether all are measured three times as often, as what is over its budget is
 * @returns by the id of the measure, what {@link comparison} makes of it, or `{ crash }` where it did not end well
 */
export function compare({ reference, measured, rounds, by = 'processor', budgets = {}, often = false }) {
  const pairs = Object.fromEntries(Object.keys(measured).map((id) => [id, []]));
  const crashes = {};
  const most = rounds * 3;
  const isOpen = (id) => {
    const done = pairs[id].length;
    if (id in crashes || done >= most) return false;
    return done < (often ? most : rounds) || comparison(pairs[id], by).value > budgets[id];
  };
  for (let open = Object.keys(measured); open.length > 0; open = open.filter(isOpen)) {
    const to = reference();
    if (to.crash !== undefined) throw new Error(`what the others are compared to failed: ${to.crash}`);
    for (const id of open) {
      const of = measured[id]();
      if (of.crash === undefined) pairs[id].push({ of, to });
      else crashes[id] = of.crash;
    }
  }
  return Object.fromEntries(
    Object.entries(pairs).map(([id, all]) => [
      id,
      id in crashes ? { crash: crashes[id] } : comparison(all, by),
    ]),
  );
}

/** What pairs of readings come to: the ratios, and the times of both. */
function comparison(pairs, by) {
  const of = pairs.map((pair) => pair.of);
  const to = pairs.map((pair) => pair.to);
  const ratioBy = (time) =>
    Math.min(
      fastest(of, time) / fastest(to, time),
      median(pairs.map((pair) => pair.of[time] / pair.to[time])),
    );
  return {
    value: ratioBy(by),
    by,
    processor: ratioBy('processor'),
    wall: ratioBy('wall'),
    of: times(of),
    to: times(to),
  };
}

/** Fastest and median times in milliseconds, and the least and the most memory in megabytes. */
export function times(readings) {
  const both = (time) => ({
    fastest: fastest(readings, time),
    median: median(readings.map((reading) => reading[time])),
  });
  const megabytes = readings.map((reading) => reading.megabytes ?? 0);
  return {
    processor: both('processor'),
    wall: both('wall'),
    megabytes: { least: Math.min(...megabytes), most: Math.max(...megabytes) },
    runs: readings.length,
  };
}

/**
 * What measured times come to against those of something that was measured already, in rounds of its own: the fastest of the one
 * against the fastest of the other.
 */
export function growth(large, small) {
  const ratioBy = (time) => large[time].fastest / small[time].fastest;
  return {
    value: ratioBy('processor'),
    by: 'processor',
    processor: ratioBy('processor'),
    wall: ratioBy('wall'),
    of: large,
    to: small,
  };
}

function fastest(readings, time) {
  return Math.min(...readings.map((reading) => reading[time]));
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return (sorted[Math.floor(middle)] + sorted[Math.ceil(middle)]) / 2;
}
