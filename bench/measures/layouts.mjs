import { checking, loading } from '../checking.mjs';

/** Other ways to write the same records, and two policies at once, against js-yaml's `load` of the same files. */
export function measureLayouts(bench) {
  const { sekisho, answer } = bench.run;
  const records = 20_000;
  const against = (folder, id, argv) =>
    bench.tell(
      bench.compare({
        reference: () => answer(loading(folder)),
        measured: { [id]: () => sekisho(argv) },
        rounds: 3,
      }),
    );
  const mixed = bench.inventories.mixed(records);
  against(mixed, 'two-policies', checking(mixed, '-p', 'isesaki'));
  if (bench.quick) return;
  const line = bench.inventories.of({ records, oneLine: true });
  against(line, 'one-line', checking(line));
}
