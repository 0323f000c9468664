import { rules } from '../../rules/index.ts';
import { type Configuration, findConfiguration } from '../configuration.ts';
import { isIntegrityRule } from '../evaluate/applicable-rules.ts';
import { type Language, type Localized, languages } from '../localized.ts';
import { shownPath } from '../places.ts';
import { builtInPolicyIds, loadPolicy, ruleCatalogue } from '../policy/load.ts';
import type { Organ, Policy } from '../policy/policy.ts';
import type { ParameterEntry, RuleEntry } from '../report/catalogue/entries.ts';
import { type AnyRule, type ExamplePolicy, type ParameterValue, wordParameter } from '../rule.ts';
import { premiseTexts, unsetParameter } from '../text/catalogue.ts';
import { choice } from './choice.ts';
import type { Io } from './io.ts';
import { localeLanguage } from './language.ts';
import { asUsageError } from './refusal.ts';

/** The options that all commands on the catalogue take alike. */
export interface CatalogueOptions {
  readonly policy?: readonly string[];
  readonly format?: readonly string[];
  readonly lang?: string;
}

/** Which policies there are to tell of, and in which language. */
export interface Catalogue {
  readonly policies: readonly Policy[];
  readonly language: Language;
}

/**
 * Loads the policies that `--policy` names; where it names none, those built in and those of the configuration.
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
  for (const { reference, directory } of named) {
    const policy = await loadKnownPolicy(reference, directory);
    loaded.set(policy.id, policy);
  }
  return { policies: [...loaded.values()], language };
}

/** @throws UsageError if the language or the configuration cannot be used */
export async function readSettings(
  { lang }: CatalogueOptions,
  io: Io,
): Promise<{ readonly language: Language; readonly configuration: Configuration }> {
  const language = lang === undefined ? undefined : choice('--lang', lang, languages);
  const configuration = await findConfiguration(io.directory, (file) => shownPath(file, io.directory)).catch(
    refuse,
  );
  return { language: language ?? configuration.lang ?? localeLanguage(io), configuration };
}

function everyPolicy({ policy, directory }: Configuration, io: Io) {
  const home = directory ?? io.directory;
  return [
    ...builtInPolicyIds.map((reference) => ({ reference, directory: home })),
    ...policy.map((reference) => ({ reference, directory: home })),
  ];
}

/** @throws UsageError if it cannot be loaded */
export function loadKnownPolicy(reference: string, directory: string): Promise<Policy> {
  return loadPolicy(reference, directory, ruleCatalogue(rules)).catch(refuse);
}

function refuse(error: unknown): never {
  throw asUsageError(error);
}

/** Every rule, with the clauses of the policies that cite it. */
export function ruleEntries(policies: readonly Policy[]): RuleEntry[] {
  return rules.map((rule) => ruleEntry(rule, policies));
}

function ruleEntry(rule: AnyRule, policies: readonly Policy[]): RuleEntry {
  const { id, title, rationale, remedy, appliesTo, exceptable, examples } = rule;
  return {
    id,
    area: id.split('/')[0] ?? '',
    title,
    rationale,
    remedy,
    appliesTo: [appliesTo].flat(),
    parameters: parameterEntries(rule, policies),
    examples: (['pass', 'fail', 'unknown', 'review'] as const).flatMap((verdict) => {
      const yaml = examples[verdict]?.trim();
      return yaml === undefined ? [] : [{ verdict, yaml }];
    }),
    premises: premises(examples.policy ?? {}),
    always: isIntegrityRule(id),
    exceptable: exceptable !== false,
    citedBy: policies.flatMap((policy) =>
      (policy.citations.get(id) ?? []).map((citation) => ({ policy: policy.id, ...citation })),
    ),
  };
}

function parameterEntries({ id, parameters = {} }: AnyRule, policies: readonly Policy[]): ParameterEntry[] {
  return Object.entries(parameters).map(([name, { default: value, about }]) => ({
    name,
    about,
    value,
    usual: wordValue(value, 'default'),
    set: policies.flatMap((policy) => {
      const set = policy.parameters[id]?.[name];
      return set === undefined ? [] : [{ policy: policy.id, value: wordValue(set, 'policy') }];
    }),
  }));
}

/** Words a parameter's value with its origin: 24か月（既定値）. */
export function wordValue(value: unknown, origin: 'default' | 'policy'): Localized {
  return value === null ? unsetParameter[origin] : wordParameter({ value: value as ParameterValue, origin });
}

/** What the policy of a rule's examples says. */
function premises({
  scope = {},
  parameters = {},
  rules: beside,
  attestations,
  otherLevels,
}: ExamplePolicy): Localized[] {
  const same = (text: string): Localized => ({ ja: text, en: text });
  const organ = ({ id, name }: Organ): Localized => ({ ja: `${name.ja} (${id})`, en: `${name.en} (${id})` });
  return [
    ...premise('agencies', scope.agencies?.map(organ)),
    ...premise('excludes', scope.excludes?.map(organ)),
    ...premise('personnel', scope.personnel?.binds.map(same)),
    ...premise(
      'parameters',
      Object.entries(parameters).map(([name, value]) => same(`${name}: ${value}`)),
    ),
    ...premise('rules', beside?.map(same)),
    ...premise('attestations', attestations?.map(same)),
    ...premise('otherLevels', otherLevels?.map(same)),
  ];
}

function premise(kind: keyof typeof premiseTexts, items: readonly Localized[] = []): Localized[] {
  if (items.length === 0) return [];
  const { ja, en } = premiseTexts[kind];
  return [
    {
      ja: `${ja}: ${items.map((item) => item.ja).join('、')}`,
      en: `${en}: ${items.map((item) => item.en).join(', ')}`,
    },
  ];
}
