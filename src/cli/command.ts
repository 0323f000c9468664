import { Command, Help } from 'commander';
import type { Language, Localized } from '../base/localized.ts';
import { wrap } from '../report/paper/wrap.ts';
import { CompletedOption, type CompletionSource, formatsOf, reportLanguages } from './completion/sources.ts';
import type { Io } from './io.ts';
import { cliTexts } from './words/help.ts';

/** The command that runs where none is named. */
export const defaultCommand = 'check';

const widest = 100;

/** A command that speaks one language and hands its output to {@link Io}, as do the commands below it. */
export class LocalizedCommand extends Command {
  readonly #language: Language;
  readonly #io: Io;

  constructor(language: Language, io: Io, name?: string) {
    super(name);
    this.#language = language;
    this.#io = io;
    this.helpOption('-h, --help', cliTexts.help[language]);
    this.exitOverride();
    // Errors are worded by `main`, which knows the language; the help for who names no command is none of stdout.
    this.configureOutput({ writeOut: io.stdout, writeErr: io.stderr, outputError: () => {} });
  }

  /** An option with a value, given once. */
  value(flags: string, description: string, source: CompletionSource): this {
    return this.addOption(new CompletedOption(flags, description, source));
  }

  /** An option with a value that may be given again and again. */
  values(flags: string, description: string, source: CompletionSource): this {
    return this.addOption(new CompletedOption(flags, description, source).argParser(collect));
  }

  /** The formats of a command, and the language of its reports. */
  reports(names: readonly string[], about: Localized = cliTexts.format): this {
    return this.values(
      '-f, --format <name[=file]>',
      `${about[this.#language]}: ${names.join(', ')}`,
      formatsOf(names),
    ).inLanguage();
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

function collect(value: string, earlier: readonly string[] = []): string[] {
  return [...earlier, value];
}
