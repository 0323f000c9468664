#!/usr/bin/env node
import { version } from './base/version.ts';
import { exitCodes, type Io } from './cli/io.ts';

const argv = process.argv.slice(2);
const io: Io = {
  stdout: (text) => process.stdout.write(text),
  stderr: (text) => process.stderr.write(text),
  terminal: process.stdout.isTTY ? { columns: process.stdout.columns } : undefined,
  stderrTerminal: process.stderr.isTTY ? { columns: process.stderr.columns } : undefined,
  colorDepth: process.stdout.isTTY ? process.stdout.getColorDepth() : 1,
  environment: process.env,
  directory: process.cwd(),
  now: new Date(),
  clock: () => performance.now(),
};

let isLost = false;
process.stdout.on('error', async (error: NodeJS.ErrnoException) => {
  // A reader such as `head` closes the pipe when it has enough. That is not an error.
  if (error.code === 'EPIPE' || isLost) return;
  isLost = true;
  process.exitCode = exitCodes.failed;
  const { reportLostOutput } = await import('./cli/main.ts');
  reportLostOutput(argv, io, error);
});

// Pipelines ask for the version before every run, so it is answered without loading the command line.
const isAboutVersion = argv.length === 1 && ['-V', '--version'].includes(argv[0] ?? '');
const code = isAboutVersion ? printVersion() : await (await import('./cli/main.ts')).main(argv, io);
if (!isLost) process.exitCode = code;

function printVersion(): number {
  io.stdout(`${version}\n`);
  return exitCodes.clean;
}
