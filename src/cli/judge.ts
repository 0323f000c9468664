import { stat } from 'node:fs/promises';
import path from 'node:path';
import { check } from '../check.ts';
import { type Configuration, ConfigurationError, findConfiguration } from '../configuration.ts';
import { parseDay, todayInTokyo } from '../date.ts';
import { SelectionError, type SelectionProblem } from '../evaluate/selection.ts';
import { findFiles } from '../inventory/find-files.ts';
import { type Language, type Localized, languages } from '../localized.ts';
import { isPath, PolicyError } from '../policy/load.ts';
import type { Result } from '../result.ts';
import { usageErrors } from '../text/cli.ts';
import { wordConfigurationProblem, wordPolicyProblem } from '../text/side-files.ts';
import type { Io } from './io.ts';
import { localeLanguage } from './language.ts';
import { UsageError } from './usage-error.ts';

/** The options that all commands take alike that judge an inventory. */
export interface JudgeOptions {
  readonly policy?: readonly string[];
  readonly lang?: string;
  readonly asOf?: string;
  readonly rule?: readonly string[];
  readonly skip?: readonly string[];
}

/** An inventory judged, with what was decided on the way. */
export interface Judged {
  readonly result: Result;
  readonly configuration: Configuration;
  readonly language: Language;
}

/**
 * Finds the inventory and the configuration, and judges.
 *
 * @throws UsageError if the run cannot be done as asked
 */
export async function judge(given: readonly string[], options: JudgeOptions, io: Io): Promise<Judged> {
  try {
    return await judgeInventory(given.length === 0 ? ['.'] : given, options, io);
  } catch (error) {
    throw asUsageError(error);
  }
}

async function judgeInventory(paths: readonly string[], options: JudgeOptions, io: Io): Promise<Judged> {
  const language = options.lang === undefined ? undefined : choice('--lang', options.lang, languages);
  const asOf = options.asOf === undefined ? todayInTokyo(io.now) : parseAsOf(options.asOf);
  const configuration = await findConfiguration(await folderOf(path.resolve(io.directory, paths[0] ?? '.')));
  const found = await findFiles(paths, io.directory, configuration);
  if (found.missing.length > 0) throw new UsageError(usageErrors.missingPaths(found.missing.join(', ')));
  const policies = options.policy ?? [];
  const result = await check({
    files: withoutPolicies(found.files, policies, configuration, io),
    directory: io.directory,
    policies,
    only: options.rule ?? [],
    skip: options.skip ?? [],
    asOf,
    configuration,
  });
  return { result, configuration, language: language ?? configuration.lang ?? localeLanguage(io) };
}

function parseAsOf(given: string): string {
  const day = parseDay(given);
  if (day === undefined) throw new UsageError(usageErrors.badDate('--as-of', given));
  return day;
}

/** @throws UsageError if a value is none of the choices of an option */
export function choice<Value extends string>(
  option: string,
  given: string,
  choices: readonly Value[],
): Value {
  const chosen = choices.find((value) => value === given);
  if (chosen === undefined) throw new UsageError(usageErrors.badChoice(option, given, choices.join(', ')));
  return chosen;
}

/** A policy file that lies among the inventory's is judged by, not judged. */
function withoutPolicies(
  files: readonly string[],
  policies: readonly string[],
  configuration: Configuration,
  io: Io,
): string[] {
  const named = [
    ...policies.filter(isPath).map((file) => path.resolve(io.directory, file)),
    ...configuration.policy
      .filter(isPath)
      .map((file) => path.resolve(configuration.directory ?? io.directory, file)),
  ];
  return files.filter((file) => !named.includes(file));
}

async function folderOf(place: string): Promise<string> {
  const stats = await stat(place).catch(() => undefined);
  return stats?.isDirectory() ? place : path.dirname(place);
}

/** Everything a run can be refused for, in one kind of error; a defect of ours stays what it is. */
function asUsageError(error: unknown): unknown {
  if (error instanceof PolicyError) return new UsageError(...error.problems.map(wordPolicyProblem));
  if (error instanceof ConfigurationError)
    return new UsageError(...error.problems.map(wordConfigurationProblem));
  if (error instanceof SelectionError) return new UsageError(...error.problems.map(wordSelectionProblem));
  return error;
}

function wordSelectionProblem({ code, id, where, suggestion }: SelectionProblem): Localized {
  switch (code) {
    case 'unknown-rule':
      return usageErrors.unknownRule(id, where, suggestion);
    case 'unknown-parameter':
      return usageErrors.unknownParameter(id, where, suggestion);
    case 'uncited-rule':
      return usageErrors.uncitedRule(id, where);
    case 'integrity-rule':
      return usageErrors.integrityRule(id, where);
  }
}
