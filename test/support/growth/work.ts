import { type Profiler, Session } from 'node:inspector/promises';
import { SourceMap } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';

/** A piece of a function that runs as a whole: its body, a branch, the inside of a loop. */
export interface Block {
  /** tells its function from all others */
  readonly key: string;
  readonly functionName: string;
  readonly file: string;
  readonly scriptId: string;
  /** where it begins in what the machine was given, which is no TypeScript any more */
  readonly offset: number;
}

/** How often each block ran. V8 leaves out a block that ran as often as what it stands in. */
export class Work {
  readonly #functions = new Map<
    string,
    { file: string; coverage: Profiler.FunctionCoverage; scriptId: string }
  >();

  constructor(scripts: readonly Profiler.ScriptCoverage[], fileOf: (url: string) => string | undefined) {
    for (const { url, scriptId, functions } of scripts) {
      const file = fileOf(url);
      if (file === undefined) continue;
      for (const coverage of functions) {
        const [whole] = coverage.ranges;
        this.#functions.set(`${scriptId} ${whole?.startOffset} ${whole?.endOffset}`, {
          file,
          coverage,
          scriptId,
        });
      }
    }
  }

  /** @returns the blocks that are told apart, with the outermost of a function first */
  *blocks(): Iterable<Block> {
    for (const [key, { file, scriptId, coverage }] of this.#functions)
      for (const { startOffset: offset } of coverage.ranges)
        yield { key, file, scriptId, offset, functionName: coverage.functionName };
  }

  /** @returns how often a block ran that this or another run tells apart */
  countOf({ key, offset }: Block): number {
    // Ranges stand in each other, the inner ones after the outer.
    return (
      this.#functions
        .get(key)
        ?.coverage.ranges.findLast(
          ({ startOffset, endOffset }) => startOffset <= offset && offset < endOffset,
        )?.count ?? 0
    );
  }
}

const root = path.resolve(import.meta.dirname, '../../..');

/**
 * Counts work by the coverage that V8 keeps of every block. Unlike the time it takes, a count is the same on every machine
 * and however busy it is. What functions of the language do inside (`includes`, a copy of a list) is one visit however long
 * it takes: `npm run bench` measures that.
 *
 * Only code that is loaded after the beginning is counted, hence the program is imported then.
 */
export class WorkCounter {
  readonly #session = new Session();
  readonly #program: RegExp;

  /** @param folders those of the project whose code is the program */
  private constructor(folders: readonly string[]) {
    this.#program = new RegExp(`^(?:${folders.join('|')})/`);
    this.#session.connect();
  }

  static async begin(folders: readonly string[]): Promise<WorkCounter> {
    const counter = new WorkCounter(folders);
    const session = counter.#session;
    // A function that V8 optimizes is no longer counted.
    for (const tier of ['opt', 'maglev']) setFlagsFromString(`--no-${tier}`);
    sortEvenly();
    await session.post('Profiler.enable');
    await session.post('Debugger.enable');
    await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
    return counter;
  }

  async end(): Promise<void> {
    await this.#session.post('Profiler.stopPreciseCoverage');
    this.#session.disconnect();
  }

  /** @returns how often each block of the program ran meanwhile */
  async during(use: () => Promise<unknown>): Promise<Work> {
    // What is taken begins anew.
    await this.#session.post('Profiler.takePreciseCoverage');
    await use();
    const { result } = await this.#session.post('Profiler.takePreciseCoverage');
    return new Work(result, (url) => {
      if (!url.startsWith('file:')) return undefined;
      const file = path.relative(root, fileURLToPath(url)).split(path.sep).join('/');
      return this.#program.test(file) ? file : undefined;
    });
  }

  /** @returns the line of the TypeScript file on which a block begins */
  async lineOf({ scriptId, offset }: Block): Promise<number> {
    const { scriptSource } = await this.#session.post('Debugger.getScriptSource', { scriptId });
    const before = scriptSource.slice(0, offset).split('\n');
    const encoded = /\/\/# sourceMappingURL=data:application\/json;(?:charset=utf-8;)?base64,(\S+)/.exec(
      scriptSource,
    )?.[1];
    if (encoded === undefined) return before.length;
    const map = new SourceMap(JSON.parse(Buffer.from(encoded, 'base64').toString('utf8')));
    const entry = map.findEntry(before.length - 1, before.at(-1)?.length ?? 0);
    return 'originalLine' in entry ? entry.originalLine + 1 : before.length;
  }
}

type Compare = (one: unknown, other: unknown) => number;

/**
 * V8's sort compares n times where a list is in order, n log n times where it is not, so that the order of an input would
 * look like its growth. This one compares as often in any order.
 */
function sortEvenly(): void {
  const { sort } = Array.prototype;
  Array.prototype.sort = function (this: unknown[], compare?: Compare) {
    if (compare === undefined) return sort.call(this);
    const sorted = merged([...this], compare);
    for (const [index, item] of sorted.entries()) this[index] = item;
    return this;
  };
  Array.prototype.toSorted = function (this: unknown[], compare?: Compare) {
    return [...this].sort(compare);
  };
}

function merged(items: readonly unknown[], compare: Compare): unknown[] {
  if (items.length < 2) return [...items];
  const middle = items.length >> 1;
  const [left, right] = [merged(items.slice(0, middle), compare), merged(items.slice(middle), compare)];
  const result: unknown[] = [];
  for (let l = 0, r = 0; l + r < items.length; ) {
    // Where one half is used up, the comparison decides nothing.
    const order = compare(left[Math.min(l, left.length - 1)], right[Math.min(r, right.length - 1)]);
    if (r === right.length || (l < left.length && order <= 0)) result.push(left[l++]);
    else result.push(right[r++]);
  }
  return result;
}
