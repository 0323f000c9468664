import { afterAll, beforeAll, expect, it } from 'vitest';
import { growing } from '../support/growth/shapes.ts';
import { type Block, type Work, WorkCounter } from '../support/growth/work.ts';
import { inFolder } from '../support/load.ts';

/**
 * How much more the second doubling may add than the first: what is linear adds twice as much, n log n somewhat more, what is
 * quadratic four times.
 */
const most = 2.6;

/** What may come on top, in visits for each item: a branch that only the larger inputs reach is no growth. */
const room = 8;

/** What grows with each pair, or by steps, up to a number that stands in the code and is larger than the inputs here. */
const bounded: Readonly<Record<string, string>> = {
  'src/report/graph/grid.ts': 'nodes are arranged in lanes of 80 or fewer',
  'src/report/graph/badges.ts': 'badges are kept apart where a picture has few lines',
  'src/yaml/source-text.ts position': 'a binary search takes one step more for twice as many lines',
  'src/schema/suggest.ts':
    'wrong words are compared with those of the vocabulary, and with 2000 ids or fewer',
};

/** Every sixth shape in each run of all tests, all of them where SEKISHO_FULL asks for the long form. */
const full = (process.env['SEKISHO_FULL'] ?? '') !== '';
const measured = Object.entries(growing).filter((_, index) => full || index % 6 === 0);

let counter: WorkCounter;
let sekisho: typeof import('../support/cli.ts').sekisho;

beforeAll(async () => {
  counter = await WorkCounter.begin(['src', 'rules', 'generated']);
  ({ sekisho } = await import('../support/cli.ts'));
});

afterAll(() => counter.end());

it.each(measured)('%s: no work grows faster', async (_, { size, input }) => {
  const run = (count: number): Promise<Work> => {
    const { files, argv } = input(count);
    return inFolder(files, (directory) =>
      counter.during(async () => {
        const { code, stdout, stderr } = await sekisho(argv, { directory });
        expect(code, stderr).toBeLessThan(2);
        // Over a limit, little is done.
        expect(stdout).not.toContain('limits.');
      }),
    );
  };
  // What is made once and kept for the next run is made in this one.
  await run(size);
  const works = [await run(size), await run(2 * size), await run(4 * size)] as const;
  const suspected = tooFast(works, size);
  if (suspected.length === 0) return;
  // What seems to grow may be a step up: what grows goes on to.
  const [, two, four] = works;
  const blocks = suspected.map(({ block }) => block);
  const grown = tooFast([two, four, await run(8 * size)], 2 * size, blocks);
  expect(await Promise.all(grown.map(told))).toEqual([]);
});

/** A piece of code that ran more often than its input grew. */
interface Grown {
  readonly block: Block;
  readonly counts: readonly number[];
  readonly excess: number;
}

/** @returns what grows faster than its input, worst first */
function tooFast(
  works: readonly [Work, Work, Work],
  size: number,
  blocks: Iterable<Block> = works[2].blocks(),
): Grown[] {
  const found: Grown[] = [];
  for (const block of blocks) {
    if (block.file in bounded || `${block.file} ${block.functionName}` in bounded) continue;
    const counts = works.map((work) => work.countOf(block));
    const [one = 0, two = 0, four = 0] = counts;
    const excess = four - two - most * Math.max(0, two - one) - room * 2 * size;
    // What is gathered in a report as there is more of it may even become less.
    if (excess > 0 && (two > one || four > most * one)) found.push({ block, counts, excess });
  }
  return found.sort((a, b) => b.excess - a.excess);
}

/** Function, file, line, and how often it ran. */
async function told({ block, counts }: Grown): Promise<string> {
  return `${block.functionName || 'a function'} (${block.file}:${await counter.lineOf(block)}): ${counts.join(', ')}`;
}
