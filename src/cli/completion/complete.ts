import type { Argument, Command, Option } from 'commander';
import type { Language } from '../../base/localized.ts';
import { defaultCommand } from '../command.ts';
import { type ExitCode, exitCodes, type Io } from '../io.ts';
import { CompletedArgument, CompletedOption, type Completion, type CompletionSource } from './sources.ts';

/**
 * Runs `sekisho complete`: lists what may stand in the place of the last word typed.
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
  const { words, kept } = shell === 'bash' ? joined(typed) : { words: typed, kept: 0 };
  const { completions, files } = await candidates(program, words);
  for (const { value, about } of completions)
    io.stdout(`${value.slice(kept)}\t${about?.[language] ?? value}\n`);
  if (files) io.stdout(':files\n');
  return exitCodes.clean;
}

/** What may stand in a place. */
interface Candidates {
  readonly completions: readonly Completion[];
  readonly files: boolean;
}

/** Where one stands after some words: in which command, after how many arguments, behind which option. */
interface Position {
  readonly command: Command;
  readonly operands: number;
  /** the option whose value comes next */
  readonly option: Option | undefined;
  /** whether options are over: after `--` */
  readonly operandsOnly: boolean;
}

async function candidates(program: Command, words: readonly string[]): Promise<Candidates> {
  const current = words.at(-1) ?? '';
  const { command, option, operands, operandsOnly } = follow(program, words.slice(0, -1));
  // `--changed` may be followed by a value or by something else.
  const mustBeValue = option?.required || (option?.optional && !current.startsWith('-'));
  if (option !== undefined && mustBeValue) return valuesOf(sourceOf(option), '', current);
  const own = operands === 0 && command === program ? subcommand(program, defaultCommand) : undefined;
  if (current.startsWith('-') && !operandsOnly) {
    const [flag = '', ...value] = current.split('=');
    if (value.length > 0) return valuesOf(sourceOf(findOption(command, flag)), `${flag}=`, current);
    const options = new Map(
      [command, ...(own === undefined ? [] : [own])].flatMap(optionsOf).map((one) => [one.value, one]),
    );
    return {
      completions: [...options.values()].filter((one) => one.value.startsWith(current)),
      files: false,
    };
  }
  const subcommands = operands > 0 ? [] : command.createHelp().visibleCommands(command).map(described);
  const { registeredArguments: list } = own ?? command;
  const argument = list[operands] ?? list.findLast(({ variadic }) => variadic);
  const { completions, files } = await valuesOf(sourceOf(argument), '', current);
  return {
    completions: [...subcommands.filter(({ value }) => value.startsWith(current)), ...completions],
    files,
  };
}

/** Reads finished words as the parser does. */
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

/** `help` is followed by the name of a command, as its own place is. */
function asksForHelp({ commands }: Command, word: string): boolean {
  return word === 'help' && commands.length > 0;
}

/** An option whose value is the next word; with `--option=value` and `-ovalue` it has it already. */
function awaitingValue(command: Command, word: string): Option | undefined {
  const option = findOption(command, word);
  return option?.required || option?.optional ? option : undefined;
}

/** Options are looked for upwards, too, and those of the default command hold where none is named. */
function findOption(command: Command, flag: string): Option | undefined {
  const places = [command, ...ancestors(command), subcommand(command, defaultCommand)];
  return places
    .flatMap((place) => place?.options ?? [])
    .find(({ short, long }) => short === flag || long === flag);
}

function ancestors({ parent }: Command): Command[] {
  return parent === null ? [] : [parent, ...ancestors(parent)];
}

function subcommand({ commands }: Command, name: string): Command | undefined {
  return commands.find((command) => command.name() === name);
}

function sourceOf(place: Option | Argument | undefined): CompletionSource {
  return place instanceof CompletedOption || place instanceof CompletedArgument ? place.source : {};
}

/** @param before what of the current word is not part of the value */
async function valuesOf(
  { values, files, toFile }: CompletionSource,
  before: string,
  current: string,
): Promise<Candidates> {
  const written = current.slice(before.length);
  const completions = ((await values?.()) ?? [])
    .filter(({ value }) => value.startsWith(written))
    .map(({ value, ...more }) => ({ ...more, value: `${before}${value}` }));
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
 * Joins again what bash takes apart at `=`.
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
