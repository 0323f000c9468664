import { checking, example } from '../checking.mjs';

/** How long the program takes to start, against how long Node.js itself takes. */
export function measureStart(bench) {
  bench.tell(
    bench.compare({
      reference: bench.run.bare,
      measured: {
        version: () => bench.run.sekisho(['--version']),
        'first-steps': () => bench.run.sekisho(checking(example('first-steps'))),
      },
      rounds: bench.quick ? 14 : 30,
    }),
  );
}
