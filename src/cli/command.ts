import { Command, Help } from 'commander';
import { defaultLimits } from '../base/limits.ts';
import type { Language, Localized } from '../base/localized.ts';
import { wrap } from '../report/paper/wrap.ts';
import {
  CompletedOption,
  type CompletionSource,
  formatsOf,
  reportLanguages,
  words,
} from './completion/sources.ts';
import type { Io } from './io.ts';
import { cliTexts } from './words/help.ts';

/** The command that runs if none is named. */
export const defaultCommand = 'check';

const widest = 100;

/** A command with texts in one language that writes its output to {@link Io}; so do its subcommands. */
export class LocalizedCommand extends Command {
  readonly #language: Language;
  readonly #io: Io;

  constructor(language: Language, io: Io, name?: string) {
    super(name);
    this.#language = language;
    this.#io = io;
    this.helpOption('-h, --help', cliTexts.help[language]);
    this.exitOverride();
    // `main` words the errors, since it knows the language. Help for a call without a command goes to stderr.
    this.configureOutput({ writeOut: io.stdout, writeErr: io.stderr, outputError: () => {} });
  }

  /** Adds an option with a value; if repeated, the last one counts. */
  value(flags: string, description: string, source: CompletionSource): this {
    return this.addOption(new CompletedOption(flags, description, source));
  }

  /** Adds an option with a value that may be repeated. */
  values(flags: string, description: string, source: CompletionSource): this {
    return this.addOption(new CompletedOption(flags, description, source).argParser(collect));
  }

  /** Adds the options of a report: its formats and its language. */
  reports(names: readonly string[], about: Localized = cliTexts.format): this {
    return this.values(
      '-f, --format <name[=file]>',
      `${about[this.#language]}: ${names.join(', ')}`,
      formatsOf(names),
    ).inLanguage();
  }

  /** Adds the option that sets limits of a run. */
  limits(): this {
    return this.values(
      '--limit <name=number>',
      cliTexts.limit[this.#language],
      words(Object.keys(defaultLimits)),
    );
  }

  inLanguage(): this {
    return this.value('--lang <ja|en>', cliTexts.lang[this.#language], reportLanguages);
  }

  override createCommand(name?: string): LocalizedCommand {
    return new LocalizedCommand(this.#language, this.#io, name);
  }

  override createHelp(): Help {
    return Object.assign(new Help(), {
      helpWidth: Math.min(this.#io.terminal?.columns ?? widest, widest),
      styleTitle: (title: string) => titles[title]?.[this.#language] ?? title,
      boxWrap: (text: string, width: number) =>
        text
          .split('\n')
          .flatMap((line) => wrap(line, width))
          .join('\n'),
    });
  }
}

const titles: Readonly<Record<string, Localized>> = {
  'Usage:': cliTexts.usage,
  'Arguments:': cliTexts.arguments,
  'Options:': cliTexts.options,
  'Commands:': cliTexts.commands,
};

function collect(value: string, previous: readonly string[] = []): string[] {
  return [...previous, value];
}
