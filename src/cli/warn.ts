import { logLine } from '../report/paper/log-line.ts';
import { oneLine } from '../report/paper/one-line.ts';
import type { Io } from './io.ts';

/**
 * Prints a message on one line of stderr. Text quoted from an inventory can then neither begin a line that passes for
 * output of sekisho or for a workflow command, nor move the cursor.
 */
export function warn(io: Pick<Io, 'stderr'>, text: string): void {
  io.stderr(`${logLine(`sekisho: ${oneLine(text)}`)}\n`);
}
