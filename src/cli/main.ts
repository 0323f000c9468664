import { CommanderError } from 'commander';
import { type Language, languages } from '../base/localized.ts';
import { type ExitCode, exitCodes, type Io } from './io.ts';
import { localeLanguage } from './language.ts';
import { createProgram } from './program.ts';
import { UsageError } from './usage-error.ts';
import { warn } from './warn.ts';
import { argumentError, usageErrors } from './words/usage-errors.ts';

/**
 * Runs sekisho. All output goes through `io`; it never ends the process.
 *
 * @param argv the arguments after the program's own name
 * @returns the exit code, see {@link exitCodes}
 */
export async function main(argv: readonly string[], io: Io): Promise<ExitCode> {
  const language = languageOf(argv, io);
  let code: ExitCode = exitCodes.clean;
  const program = createProgram(language, io, (finished) => {
    code = finished;
  });
  try {
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return exitCodes.clean;
    for (const complaint of complaints(error, argv, language)) warn(io, complaint);
    return exitCodes.failed;
  }
}

/** Reports that stdout cannot be written, such as on a full disk: half a report must not pass for a whole one. */
export function reportLostOutput(
  argv: readonly string[],
  io: Io,
  { code, message }: NodeJS.ErrnoException,
): void {
  warn(io, usageErrors.cannotPrint(code ?? message)[languageOf(argv, io)]);
}

/** Help and argument errors are printed before commander parses the options, so `--lang` is looked up first. */
function languageOf(argv: readonly string[], io: Io): Language {
  const index = argv.findIndex((argument) => argument === '--lang' || argument.startsWith('--lang='));
  const given = argv[index]?.split('=')[1] ?? argv[index + 1];
  return (index < 0 ? undefined : languages.find((language) => language === given)) ?? localeLanguage(io);
}

function complaints(error: unknown, argv: readonly string[], language: Language): string[] {
  if (error instanceof CommanderError) {
    // Commander has printed help already: because no command was named, or for `sekisho help x`. If that x is no
    // command, say so.
    if (error.code !== 'commander.help') return [argumentError(error.code, error.message, language)];
    const [command, topic] = argv;
    if (command !== 'help' || topic === undefined || topic === 'help') return [];
    return [argumentError('commander.unknownCommand', `unknown command '${topic}'`, language)];
  }
  if (error instanceof UsageError) return error.texts.map((text) => text[language]);
  return [usageErrors.defect(error instanceof Error ? error.message : String(error))[language]];
}
