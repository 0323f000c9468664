#!/usr/bin/env node
import { main } from './cli/main.ts';

// A reader that has seen enough (`| head`) closes the pipe; that is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await main(process.argv.slice(2), {
  stdout: (text) => process.stdout.write(text),
  stderr: (text) => process.stderr.write(text),
  terminal: process.stdout.isTTY ? { columns: process.stdout.columns } : undefined,
  stderrTerminal: process.stderr.isTTY ? { columns: process.stderr.columns } : undefined,
  colorDepth: process.stdout.isTTY ? process.stdout.getColorDepth() : 1,
  environment: process.env,
  directory: process.cwd(),
  now: new Date(),
  clock: () => performance.now(),
});
