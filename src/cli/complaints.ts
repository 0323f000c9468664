import { inspect } from 'node:util';
import { type Language, languages } from '../base/localized.ts';
import type { Io } from './io.ts';
import { localeLanguage } from './language.ts';
import { warn } from './warn.ts';
import { usageErrors } from './words/usage-errors.ts';

// What may have to be said before anything is loaded, and whatever has gone wrong: this imports words alone.

type Streams = Pick<Io, 'stderr' | 'environment'>;

/** Help and argument errors are printed before commander parses the options, so `--lang` is looked up first. */
export function languageOf(argv: readonly string[], io: Streams): Language {
  const index = argv.findIndex((argument) => argument === '--lang' || argument.startsWith('--lang='));
  const given = argv[index]?.split('=')[1] ?? argv[index + 1];
  return (index < 0 ? undefined : languages.find((language) => language === given)) ?? localeLanguage(io);
}

/** Reports an error for which there are no better words, in one line; with `--debug` also where it comes from. */
export function reportDefect(argv: readonly string[], io: Streams, error: unknown): void {
  const isOfFolder = (error as NodeJS.ErrnoException | undefined)?.syscall === 'uv_cwd';
  const reason = error instanceof Error ? error.message : String(error);
  warn(io, (isOfFolder ? usageErrors.folderGone : usageErrors.defect(reason))[languageOf(argv, io)]);
  if (argv.includes('--debug')) for (const line of inspect(error).split('\n')) warn(io, line);
}

/** Reports that the program ended, and nobody had told it to. */
export function reportEarlyEnd(argv: readonly string[], io: Streams): void {
  warn(io, usageErrors.endedEarly[languageOf(argv, io)]);
}

/** Reports that stdout cannot be written, such as on a full disk: half a report must not pass for a whole one. */
export function reportLostOutput(
  argv: readonly string[],
  io: Streams,
  { code, message }: NodeJS.ErrnoException,
): void {
  warn(io, usageErrors.cannotPrint(code ?? message)[languageOf(argv, io)]);
}
