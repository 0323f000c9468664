import { rules as builtInRules } from '../../rules/index.ts';
import { type Language, languages } from '../base/localized.ts';
import { shownPath } from '../base/paths.ts';
import { type Configuration, findConfiguration } from '../policy/configuration.ts';
import { builtInPolicyIds, loadPolicy, ruleCatalogue } from '../policy/load.ts';
import type { Policy } from '../policy/policy.ts';
import { type AnyRule, ownRulesOf } from '../rule.ts';
import { workTree } from '../tree/work-tree.ts';
import { choice } from './choice.ts';
import type { Io } from './io.ts';
import { localeLanguage } from './language.ts';
import { asUsageError } from './user-errors.ts';

/** The options shared by the commands on the catalogue. */
export interface CatalogueOptions {
  readonly policy?: readonly string[];
  readonly format?: readonly string[];
  readonly lang?: string;
}

/** The policies to describe, the rules there are under them, and the language. */
export interface Catalogue {
  readonly policies: readonly Policy[];
  readonly rules: readonly AnyRule[];
  /** those of them that are the body's: named by `--policy` or, without it, by the configuration */
  readonly own: readonly Policy[];
  readonly language: Language;
  readonly configuration: Configuration;
}

/**
 * Loads the policies that `--policy` names; without it, the built-in policies and those of the configuration.
 *
 * @throws UsageError if one cannot be loaded
 */
export async function loadCatalogue(options: CatalogueOptions, io: Io): Promise<Catalogue> {
  const { language, configuration } = await readSettings(options, io);
  const named =
    options.policy === undefined
      ? everyPolicy(configuration, io)
      : options.policy.map((reference) => ({ reference, directory: io.directory }));
  const loaded = new Map<string, Policy>();
  const own = new Set<string>();
  for (const { reference, directory } of named) {
    const policy = await loadKnownPolicy(reference, directory);
    loaded.set(policy.id, policy);
    if (options.policy !== undefined || configuration.policy.includes(reference)) own.add(policy.id);
  }
  const policies = [...loaded.values()];
  return {
    policies,
    rules: rulesUnder(policies),
    own: policies.filter(({ id }) => own.has(id)),
    language,
    configuration,
  };
}

/** @returns the built-in rules and those that policies write themselves */
export function rulesUnder(policies: readonly Policy[]): readonly AnyRule[] {
  return [...builtInRules, ...ownRulesOf(policies)];
}

/** @returns the paths of the files that were read */
export function inputsOf({
  policies,
  configuration,
}: Pick<Catalogue, 'policies' | 'configuration'>): string[] {
  return [configuration.file, ...policies.flatMap(({ files }) => files)].flatMap((file) => file?.path ?? []);
}

/** @throws UsageError if the language or the configuration cannot be used */
export async function readSettings(
  { lang }: CatalogueOptions,
  io: Io,
): Promise<{ readonly language: Language; readonly configuration: Configuration }> {
  const language = lang === undefined ? undefined : choice('--lang', lang, languages);
  const configuration = await findConfiguration(workTree, io.directory, (file) =>
    shownPath(file, io.directory),
  ).catch(throwUsageError);
  return { language: language ?? configuration.lang ?? localeLanguage(io), configuration };
}

function everyPolicy({ policy, directory }: Configuration, io: Io) {
  const folder = directory ?? io.directory;
  return [
    ...builtInPolicyIds.map((reference) => ({ reference, directory: folder })),
    ...policy.map((reference) => ({ reference, directory: folder })),
  ];
}

/** @throws UsageError if it cannot be loaded */
export function loadKnownPolicy(reference: string, directory: string): Promise<Policy> {
  return loadPolicy(reference, directory, ruleCatalogue(builtInRules)).catch(throwUsageError);
}

function throwUsageError(error: unknown): never {
  throw asUsageError(error);
}
