import { oneLine } from '../report/paper/one-line.ts';
import type { Io } from './io.ts';

/**
 * Says something to the person who runs sekisho, on stderr and in one line: what it quotes from a file of somebody
 * else's can neither begin a line that passes for one of ours, or for a command of a pipeline, nor move the cursor.
 */
export function warn(io: Io, text: string): void {
  io.stderr(`sekisho: ${oneLine(text)}\n`);
}
