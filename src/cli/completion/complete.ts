import type { Argument, Command, Option } from 'commander';
import type { Language } from '../../base/localized.ts';
import { defaultCommand } from '../command.ts';
import { type ExitCode, exitCodes, type Io } from '../io.ts';
import { CompletedArgument, CompletedOption, type Completion, type CompletionSource } from './sources.ts';

/**
 * Runs `sekisho complete`: lists the completions of the last word.
 *
 * @param typed the words after `sekisho`, as the shell has split them, the last of them unfinished or empty
 */
export async function runComplete(
  program: Command,
  shell: string,
  typed: readonly string[],
  language: Language,
  io: Io,
): Promise<ExitCode> {
  const { words, kept } = asTyped(shell, typed);
  const { completions, files } = await candidates(program, words, io.directory);
  for (const { value, about } of completions)
    io.stdout(`${value.slice(kept)}\t${about?.[language] ?? value}\n`);
  if (files) io.stdout(':files\n');
  return exitCodes.clean;
}

/** @returns the words, and how much of the last of them the shell does not count as part of it */
function asTyped(shell: string, typed: readonly string[]): ReturnType<typeof joined> {
  if (shell === 'bash') return joined(typed);
  // PowerShell puts a dot before the last word, which it would leave out if it were empty.
  if (shell === 'powershell')
    return { words: [...typed.slice(0, -1), typed.at(-1)?.slice(1) ?? ''], kept: 0 };
  return { words: typed, kept: 0 };
}

/** What may be typed at a position. */
interface Candidates {
  readonly completions: readonly Completion[];
  readonly files: boolean;
}

/**
 * The state of the command line after some words: the command, the number of arguments so far, and a pending option.
 */
interface Position {
  readonly command: Command;
  readonly operands: number;
  /** the option whose value comes next */
  readonly option: Option | undefined;
  /** whether `--` has ended the options */
  readonly operandsOnly: boolean;
}

async function candidates(
  program: Command,
  words: readonly string[],
  directory: string,
): Promise<Candidates> {
  const valuesOf = (source: CompletionSource, prefix: string) =>
    offered(source, { prefix, current, directory });
  const current = words.at(-1) ?? '';
  const { command, option, operands, operandsOnly } = follow(program, words.slice(0, -1));
  // The value of `--changed` is optional, so another option may follow.
  const mustBeValue = option?.required || (option?.optional && !current.startsWith('-'));
  if (option !== undefined && mustBeValue) return valuesOf(sourceOf(option), '');
  const defaulted = operands === 0 && command === program ? subcommand(program, defaultCommand) : undefined;
  if (current.startsWith('-') && !operandsOnly) {
    const [flag = '', ...value] = current.split('=');
    if (value.length > 0) return valuesOf(sourceOf(findOption(command, flag)), `${flag}=`);
    const options = new Map(
      [command, ...(defaulted === undefined ? [] : [defaulted])]
        .flatMap(optionsOf)
        .map((option) => [option.value, option]),
    );
    return {
      completions: [...options.values()].filter(({ value }) => value.startsWith(current)),
      files: false,
    };
  }
  const subcommands = operands > 0 ? [] : command.createHelp().visibleCommands(command).map(described);
  const { registeredArguments: list } = defaulted ?? command;
  const argument = list[operands] ?? list.findLast(({ variadic }) => variadic);
  const { completions, files } = await valuesOf(sourceOf(argument), '');
  return {
    completions: [...subcommands.filter(({ value }) => value.startsWith(current)), ...completions],
    files,
  };
}

/** Parses finished words in the same way as commander. */
function follow(program: Command, words: readonly string[]): Position {
  let command = program;
  let operands = 0;
  let option: Option | undefined;
  let operandsOnly = false;
  for (const word of words) {
    const taken = option !== undefined && (option.required || !word.startsWith('-'));
    if (taken) {
      option = undefined;
      continue;
    }
    option = undefined;
    if (asksForHelp(command, word) && operands === 0) continue;
    if (!operandsOnly && word === '--') operandsOnly = true;
    else if (!operandsOnly && word.startsWith('-') && word !== '-') option = awaitingValue(command, word);
    else {
      const below = operands === 0 ? subcommand(command, word) : undefined;
      if (below === undefined && command === program)
        command = subcommand(program, defaultCommand) ?? command;
      if (below === undefined) operands++;
      else command = below;
    }
  }
  return { command, operands, option, operandsOnly };
}

/** `help` is followed by the name of a command, which is then completed as if `help` were not there. */
function asksForHelp({ commands }: Command, word: string): boolean {
  return word === 'help' && commands.length > 0;
}

/** The option whose value is the next word; `--option=value` and `-ovalue` contain it already. */
function awaitingValue(command: Command, word: string): Option | undefined {
  const option = findOption(command, word);
  return option?.required || option?.optional ? option : undefined;
}

/** Options of parent commands are valid, too, and so are those of the default command if none is named. */
function findOption(command: Command, flag: string): Option | undefined {
  const scopes = [command, ...ancestors(command), subcommand(command, defaultCommand)];
  return scopes
    .flatMap((scope) => scope?.options ?? [])
    .find(({ short, long }) => short === flag || long === flag);
}

function ancestors({ parent }: Command): Command[] {
  return parent === null ? [] : [parent, ...ancestors(parent)];
}

function subcommand({ commands }: Command, name: string): Command | undefined {
  return commands.find((command) => command.name() === name);
}

function sourceOf(target: Option | Argument | undefined): CompletionSource {
  return target instanceof CompletedOption || target instanceof CompletedArgument ? target.source : {};
}

/** The word that is typed, and where. */
interface Typed {
  /** the part of it before the value */
  readonly prefix: string;
  readonly current: string;
  readonly directory: string;
}

async function offered(
  { values, files, toFile }: CompletionSource,
  { prefix, current, directory }: Typed,
): Promise<Candidates> {
  const written = current.slice(prefix.length);
  const completions = ((await values?.(directory, written)) ?? [])
    .filter(({ value }) => value.startsWith(written))
    .map(({ value, ...rest }) => ({ ...rest, value: `${prefix}${value}` }));
  return { completions, files: files === true || (toFile === true && written.includes('=')) };
}

function optionsOf(command: Command): Completion[] {
  const options = command.createHelp().visibleOptions(command);
  return options.flatMap(({ long, description }) =>
    long ? { value: long, about: { ja: description, en: description } } : [],
  );
}

function described(command: Command): Completion {
  const about = command.description();
  return { value: command.name(), about: { ja: about, en: about } };
}

/**
 * Joins words that bash splits at `=`.
 *
 * @returns the words, and how much of the last of them bash does not count as part of it
 */
function joined(typed: readonly string[]): { readonly words: readonly string[]; readonly kept: number } {
  const words: string[] = [];
  let kept = 0;
  for (const [index, word] of typed.entries()) {
    const glued = index > 0 && (word === '=' || typed[index - 1] === '=');
    kept = glued ? (words.at(-1) ?? '').length + (word === '=' ? 1 : 0) : 0;
    if (glued) words.push(`${words.pop() ?? ''}${word}`);
    else words.push(word);
  }
  return { words, kept };
}
