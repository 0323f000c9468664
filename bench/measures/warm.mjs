import { appendFileSync } from 'node:fs';
import path from 'node:path';
import { checking, loading } from '../checking.mjs';

/** Judging again where one file has changed since, with what the last run left in its cache. */
export function measureWarm(bench) {
  const { sekisho, answer } = bench.run;
  if (!sekisho(['check', '--help'], { wanted: true }).stdout.includes('--cache-dir')) {
    bench.tell({ warm: { none: 'no cache is built' } });
    return;
  }
  const folder = bench.inventories.copy(20_000, 'changing');
  const judged = () => sekisho(checking(folder, '--cache-dir', path.join(bench.scratch, 'cache')));
  judged();
  bench.tell(
    bench.compare({
      reference: () => answer(loading(folder)),
      measured: {
        warm() {
          appendFileSync(path.join(folder, 'department-0200.yaml'), '# changed\n');
          return judged();
        },
      },
      rounds: 5,
    }),
  );
}
