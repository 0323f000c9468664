import { checking, loading, withoutLimit } from '../checking.mjs';
import { growth } from '../compare.mjs';

/** Few rounds where a round takes long. */
const roundsOf = { 1000: 5, 5000: 3, 20000: 5, 100000: 2 };

/**
 * How long judging takes in three shapes, by the number of records, against js-yaml's `load` of as many compliant ones; and how
 * much memory.
 */
export function measureRecords(bench) {
  const sizes = bench.quick ? [5000] : [1000, 20_000, 100_000];
  const measured = Object.fromEntries(sizes.map((records) => [records, ofSize(bench, records)]));
  for (const one of Object.values(measured)) bench.tell(one);
  if (bench.quick) {
    const { of, crash } = measured[5000]['half-filled-5000'];
    bench.tell({ 'memory-5000': crash ? { crash } : { value: of.megabytes.least, unit: 'MB' } });
    return;
  }
  const [large, small] = [100_000, 20_000].map((records) => measured[records][`compliant-${records}`]);
  bench.tell({ 'hundred-thousand': large.crash === undefined ? growth(large.of, small.of) : large });
}

function ofSize(bench, records) {
  const { sekisho, answer } = bench.run;
  const judged = (shape) => () =>
    sekisho(checking(bench.inventories.of({ records, shape }), ...withoutLimit));
  const yardstick = loading(bench.inventories.of({ records }));
  return bench.compare({
    reference: () => answer(yardstick),
    measured: {
      [`compliant-${records}`]: judged('compliant'),
      [`half-filled-${records}`]: judged('half-filled'),
      [`full-${records}`]: judged('full of findings'),
    },
    rounds: roundsOf[records],
  });
}
