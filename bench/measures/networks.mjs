import path from 'node:path';
import { loading } from '../checking.mjs';
import { growth, times as timesOf } from '../compare.mjs';
import { generateNetwork } from '../network.mjs';

const segments = 2000;

/** Judging a loaded network against reading its files, and against judging a network so many times as large. */
export async function measureNetworks(bench) {
  const times = bench.quick ? 4 : 10;
  const [small, large] = ['network', 'large-network'].map((name) => path.join(bench.scratch, name));
  generateNetwork(small, { segments });
  const judging = await bench.bundled('judge-alone');
  const judged = (folder) => () => bench.run.answer([judging, folder], { ours: true });
  const measured = bench.compare({
    reference: () => bench.run.answer(loading(small)),
    measured: { network: judged(small) },
    rounds: bench.quick ? 3 : 5,
  });
  bench.tell(measured);
  // Of another Node.js it tells nothing new, and takes long.
  if (!bench.own) return;
  generateNetwork(large, { segments: segments * times });
  const readings = Array.from({ length: bench.quick ? 2 : 3 }, judged(large));
  bench.tell({ [`network-times-${times}`]: growth(timesOf(readings), measured.network.of) });
}
