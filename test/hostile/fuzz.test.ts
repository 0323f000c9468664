import fc from 'fast-check';
import { describe, it } from 'vitest';
import { invariants, otherFormats, tryOut } from '../support/fuzz/invariants.ts';
import { type Kind, kinds } from '../support/fuzz/made.ts';

/** How much more is tried where SEKISHO_FULL asks for the long form; `npm run fuzz` goes on as long as it is told to. */
const times = (process.env['SEKISHO_FULL'] ?? '') === '' ? 1 : 40;

/** Always the same inputs, so that what fails here fails for whoever looks after it. */
const seed = 11;

const runs: Readonly<Record<Kind, number>> = { documents: 10, examples: 3, bytes: 5, settings: 10 };

describe('whatever is judged', () => {
  it.each(Object.entries(runs) as [Kind, number][])(
    '%s made up: what must hold does',
    { timeout: 60_000 * times },
    async (kind, numRuns) => {
      let tried = 0;
      await fc.assert(
        fc.asyncProperty(kinds[kind], async (trial) => {
          tried++;
          // Reading every format each time takes longer than all the rest.
          const formats = otherFormats.filter((_, index) => (tried + index) % 5 === 0);
          const [broken] = (await tryOut(trial, formats)).breaks;
          if (broken !== undefined) throw new Error(`${invariants[broken.invariant]}: ${broken.detail}`);
        }),
        { seed, numRuns: numRuns * times },
      );
    },
  );
});
