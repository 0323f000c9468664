import { withoutCommands } from '../../base/pipeline-commands.ts';

/** A text as it may stand within a line of the log of a pipeline, where no character can be written in another way. */
export function inLog(text: string): string {
  return withoutCommands(text, '\\u{23}');
}

/**
 * A line as it may stand in the log of a pipeline: nothing in it is taken for a command. At the beginning of a line,
 * GitHub takes `::command::` for one.
 */
export function logLine(line: string): string {
  const safe = inLog(line);
  return safe.includes('::') ? safe.replace(/^(\s*):(?=:)/, '$1\\u{3a}') : safe;
}
