import { CommanderError } from 'commander';
import type { Language } from '../base/localized.ts';
import { languageOf, reportDefect } from './complaints.ts';
import { type ExitCode, exitCodes, type Io } from './io.ts';
import { createProgram } from './program.ts';
import { UsageError } from './usage-error.ts';
import { warn } from './warn.ts';
import { argumentError } from './words/usage-errors.ts';

/**
 * Runs sekisho. All output goes through `io`; it never ends the process.
 *
 * @param argv the arguments after the program's own name
 * @returns the exit code, see {@link exitCodes}
 */
export async function main(argv: readonly string[], io: Io): Promise<ExitCode> {
  const language = languageOf(argv, io);
  // What no command has finished has failed.
  let code: ExitCode = exitCodes.failed;
  const finish = (finished: ExitCode) => {
    code = finished;
  };
  const program = createProgram(language, io, finish, argv[0]);
  try {
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return exitCodes.clean;
    const told = complaints(error, argv, language);
    if (told === undefined) reportDefect(argv, io, error);
    else for (const complaint of told) warn(io, complaint);
    return exitCodes.failed;
  }
}

/** @returns what a user has done wrong; `undefined` where it is sekisho that has */
function complaints(error: unknown, argv: readonly string[], language: Language): string[] | undefined {
  if (error instanceof CommanderError) {
    // Commander has printed help already: because no command was named, or for `sekisho help x`. If that x is no
    // command, say so.
    if (error.code !== 'commander.help') return [argumentError(error.code, error.message, language)];
    const [command, topic] = argv;
    if (command !== 'help' || topic === undefined || topic === 'help') return [];
    return [argumentError('commander.unknownCommand', `unknown command '${topic}'`, language)];
  }
  if (error instanceof UsageError) return error.texts.map((text) => text[language]);
  return undefined;
}
