#!/usr/bin/env node
import { exitCodes, type Io } from './cli/io.ts';
import { lostOutput, main } from './cli/main.ts';

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
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // A reader that has seen enough (`| head`) closes the pipe; that is no error of ours.
  if (error.code === 'EPIPE' || isLost) return;
  isLost = true;
  process.exitCode = exitCodes.failed;
  io.stderr(lostOutput(argv, io, error));
});

const code = await main(argv, io);
if (!isLost) process.exitCode = code;
