import { constants } from 'node:os';
import { version } from './base/version.ts';
import { reportDefect, reportEarlyEnd, reportLostOutput } from './cli/complaints.ts';
import { type Asking, exitCodes, type Io } from './cli/io.ts';
import { main } from './cli/main.ts';
import { StandardStream } from './cli/standard-stream.ts';

const argv = process.argv.slice(2);
const deadlySignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

// Whatever ends the program before it is done has failed, even where nothing is left to do but to wait for what never
// comes.
process.exitCode = exitCodes.failed;
let isDone = false;
let isLost = false;
/** whether the reader of stdout, such as `head`, had enough before the end */
let isCutOff = false;

const stdout = new StandardStream(
  1,
  () => process.stdout,
  (error) => {
    if (error.code === 'EPIPE') return cutOff();
    lose();
    reportLostOutput(argv, streams, error);
  },
);
const stderr = new StandardStream(
  2,
  () => process.stderr,
  (error) => {
    if (error.code !== 'EPIPE') lose();
  },
);
const streams = {
  stdout: (text: string) => stdout.write(text),
  stderr: (text: string) => stderr.write(text),
  environment: process.env,
};
const cleanUps = new Set<() => void>();

process.on('uncaughtException', fail);
process.on('unhandledRejection', fail);
process.on('exit', () => {
  for (const cleanUp of cleanUps) cleanUp();
  if (!isDone) reportEarlyEnd(argv, streams);
});

run().then((code) => {
  isDone = true;
  process.exitCode = isLost || (isCutOff && code === exitCodes.clean) ? exitCodes.failed : code;
  // After the answers to what was written last.
  process.nextTick(endSoon);
}, fail);

/** Ends at once where nothing is under way: Node.js would first tidy up the memory, which takes a good part of a short run. */
function endSoon(): void {
  if (stdout.isSettled && stderr.isSettled) process.exit();
}

async function run(): Promise<number> {
  // Where `bin.ts` could not answer at once.
  if (argv.length === 1 && ['-V', '--version'].includes(argv[0] ?? '')) {
    streams.stdout(`${version}\n`);
    return exitCodes.clean;
  }
  const io: Io = {
    ...streams,
    stdoutReady: () => stdout.ready(),
    terminal: stdout.terminal,
    stderrTerminal: stderr.terminal,
    asking: stdout.terminal && stderr.terminal && (await isTerminal(0)) ? askHere : undefined,
    colorDepth: stdout.terminal?.colorDepth ?? 1,
    directory: process.cwd(),
    now: new Date(),
    clock: () => Number(process.hrtime.bigint()) / 1e6,
    beforeEnd,
  };
  return main(argv, io);
}

/** Loaded only where somebody may sit there. */
async function isTerminal(descriptor: number): Promise<boolean> {
  return (await import('node:tty')).isatty(descriptor);
}

/** Whoever sits there. Node's stream of stdin is opened for that alone. */
async function askHere(): Promise<Asking> {
  const { askAt } = await import('./cli/asking.ts');
  return askAt(process.stdin, process.stderr);
}

/** What was to be read by somebody has not arrived, so the run has failed. A pipe may tell so when the run is over. */
function lose(): void {
  isLost = true;
  process.exitCode = exitCodes.failed;
}

/**
 * A reader that has enough is no error, and nothing is said of it. But nobody has seen the whole of what is not a failure,
 * so it is no success either, as of other programs, which a closed pipe kills.
 */
function cutOff(): void {
  isCutOff = true;
  if (process.exitCode === exitCodes.clean) process.exitCode = exitCodes.failed;
}

function fail(error: unknown): void {
  isDone = true;
  reportDefect(argv, streams, error);
  process.exit(exitCodes.failed);
}

/** While nothing is to be cleaned up, signals end the program at once, whatever it is doing. */
function beforeEnd(cleanUp: () => void): () => void {
  if (cleanUps.size === 0) for (const signal of deadlySignals) process.on(signal, die);
  cleanUps.add(cleanUp);
  return () => {
    cleanUps.delete(cleanUp);
    if (cleanUps.size === 0) for (const signal of deadlySignals) process.off(signal, die);
  };
}

/** Dies of the signal in the end, so that whoever has started the program sees what it died of. */
function die(signal: NodeJS.Signals): void {
  isDone = true;
  for (const cleanUp of cleanUps) cleanUp();
  for (const one of deadlySignals) process.off(one, die);
  // On Windows a process that ends itself so exits with 1, as if there were findings.
  if (process.platform === 'win32') process.exit(128 + constants.signals[signal]);
  process.kill(process.pid, signal);
}
