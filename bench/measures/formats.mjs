import { checking, withoutLimit } from '../checking.mjs';

/** Measures every format: its time against that of `text`, and the memory of 100,000 half-filled records. */
export function measureFormats(bench) {
  const formats = bench.formats.filter((format) => format !== 'text');
  for (const [shape, name] of Object.entries({ compliant: 'compliant', 'full of findings': 'full' })) {
    const folder = bench.inventories.of({ records: 20_000, shape });
    const written = (format) => () => bench.run.sekisho(checking(folder, '-f', format));
    bench.tell(
      bench.compare({
        reference: written('text'),
        measured: Object.fromEntries(formats.map((format) => [`${name}-as-${format}`, written(format)])),
        rounds: 2,
      }),
    );
  }
}

/** The most memory at 100,000 records: compliant as text, and half-filled in every format. */
export function measureMemory(bench) {
  const needed = (shape, format) =>
    bench.run.sekisho(
      checking(bench.inventories.of({ records: 100_000, shape }), '-f', format, ...withoutLimit),
    );
  bench.tell({ 'memory-compliant': megabytesOf(needed('compliant', 'text')) });
  const byFormat = bench.formats.map((format) => [format, megabytesOf(needed('half-filled', format))]);
  bench.tell(Object.fromEntries(byFormat.map(([format, one]) => [`memory-as-${format}`, one])));
  const all = byFormat.map(([, one]) => one);
  const most = Math.max(...all.map(({ value }) => value ?? 0));
  bench.tell({
    'memory-half-filled': all.find(({ crash }) => crash !== undefined) ?? { value: most, unit: 'MB' },
  });
}

function megabytesOf({ megabytes, crash }) {
  return crash === undefined ? { value: megabytes, unit: 'MB' } : { crash };
}
