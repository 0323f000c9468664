import path from 'node:path';
import type { Asking, Io } from '../../src/cli/io.ts';
import { type JudgeOptions, judge } from '../../src/cli/judge.ts';
import { main } from '../../src/cli/main.ts';
import type { Result } from '../../src/result/result.ts';

/** What a user sees of a run. */
export interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** How the world looks to a run, where it is not the usual: a Japanese pipe without colours. */
export interface World {
  readonly directory?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly columns?: number;
  /** how many columns stderr has, where that is a terminal */
  readonly stderrColumns?: number;
  /** what is typed, line by line, where a person can be asked; they break off after the last */
  readonly answers?: readonly string[];
  /** milliseconds that pass before each reading of the clock, or before the nth of them */
  readonly tick?: number | ((reading: number) => number);
  readonly now?: string;
  /** whether there is git; it is started again and again where there is, which most tests are better off without */
  readonly git?: boolean;
}

/** Runs sekisho in this process, as its users do: arguments in; exit code, stdout and stderr out. */
export async function sekisho(argv: readonly string[], world: World = {}): Promise<Run> {
  let stdout = '';
  let stderr = '';
  const code = await main(
    argv,
    ioOf(
      world,
      (text) => {
        stdout += text;
      },
      (text) => {
        stderr += text;
      },
    ),
  );
  return { code, stdout, stderr };
}

const onProject = new Map<string, Promise<Run>>();

/** Runs sekisho in the folder of the project, whose files no test changes, the same run once for all tests. */
export function sekishoOnProject(argv: readonly string[]): Promise<Run> {
  const key = JSON.stringify(argv);
  const run = onProject.get(key) ?? sekisho(argv, { directory: path.resolve(import.meta.dirname, '../..') });
  onProject.set(key, run);
  return run;
}

/** Judges as the commands do and gives the result that reporters get, for tests that make more of it than a run can. */
export async function judged(
  paths: readonly string[],
  options: JudgeOptions,
  world: World = {},
): Promise<Result> {
  const nowhere = () => undefined;
  return (await judge(paths, options, ioOf(world, nowhere, nowhere))).result;
}

function ioOf(world: World, stdout: Io['stdout'], stderr: Io['stderr']): Io {
  let elapsed = 0;
  let readings = 0;
  return {
    stdout,
    stderr,
    stdoutReady: async () => {},
    terminal: world.columns === undefined ? undefined : { columns: world.columns },
    stderrTerminal: world.stderrColumns === undefined ? undefined : { columns: world.stderrColumns },
    asking: world.answers && (async () => answering(world.answers ?? [], stderr)),
    colorDepth: 24,
    environment: {
      ...(world.git && { PATH: process.env['PATH'] }),
      ...(world.environment ?? { LANG: 'ja_JP.UTF-8' }),
    },
    directory: world.directory ?? process.cwd(),
    now: new Date(world.now ?? '2026-11-20T03:00:00Z'),
    clock: () => {
      const { tick = 0 } = world;
      readings++;
      elapsed += typeof tick === 'number' ? tick : tick(readings);
      return elapsed;
    },
    beforeEnd: () => () => {},
  };
}

function answering(answers: readonly string[], show: Io['stderr']): Asking {
  const left = [...answers];
  return {
    ask: async (question) => {
      const answer = left.shift();
      show(`${question}${answer ?? ''}\n`);
      return answer;
    },
    close: () => {},
  };
}
