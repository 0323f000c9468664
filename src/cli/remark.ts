import { oneLine } from '../report/one-line.ts';
import type { Io } from './io.ts';

/**
 * Says something beside the report, on stderr. It is one line and does nothing to a terminal, whatever it quotes: where a
 * change is reviewed, files and their names are a stranger's, and the log of a pipeline is read for commands.
 */
export function remark(text: string, io: Io): void {
  io.stderr(`sekisho: ${oneLine(text)}\n`);
}
