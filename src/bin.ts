#!/usr/bin/env node
import { writeSync } from 'node:fs';
import { version } from './base/version.ts';
import { exitCodes } from './cli/io.ts';

// Whatever ends the program before it is done has failed.
process.exitCode = exitCodes.failed;

const [asked, ...others] = process.argv.slice(2);

// Pipelines ask for the version before every run, so it is answered without loading anything else.
if (others.length === 0 && (asked === '-V' || asked === '--version') && isSaid(`${version}\n`))
  process.exitCode = exitCodes.clean;
else import('./start/start.ts').then(({ start }) => start()).catch(fail);

/** @returns whether it could be written at once; where not, the program does it, which waits for a reader and says what is wrong */
function isSaid(line: string): boolean {
  try {
    return writeSync(1, line) === line.length;
  } catch {
    return false;
  }
}

/** Says that the program itself cannot be loaded, as of an installation of which a part is missing. */
function fail(error: unknown): void {
  process.stderr.write(`sekisho: ${String(error).split('\n', 1)}\n`);
}
