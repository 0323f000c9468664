import { printable } from './printable.ts';

/**
 * Text from an inventory as one line that is safe to print. A line of its own could pass for one of ours, and where the
 * log of a pipeline is read for commands (`::stop-commands::`), for a command.
 */
export function oneLine(text: string): string {
  const lines = text.split(/[\r\n]+/);
  const joined = lines.length === 1 ? text : lines.map((line) => line.trim()).join(' ');
  return printable(joined);
}

/** A path as a line of its own, written so that no name of a file begins it as a command. */
export function pathAsLine(path: string): string {
  const line = oneLine(path);
  return line.trimStart().startsWith('::') ? `./${line}` : line;
}
