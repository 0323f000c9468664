import type { Localized } from '../base/localized.ts';
import type { Organ, Policy } from '../policy/policy.ts';
import type { ParameterEntry, RuleEntry } from '../result/catalogue.ts';
import type { AnyRule, ExamplePolicy } from '../rule/definition.ts';
import { type ParameterValue, wordParameter } from '../rule/parameter.ts';
import { areaOf } from './applicable-rules.ts';
import { textsUnder } from './worded-texts.ts';
import { premiseTexts, unsetParameter } from './words.ts';

/**
 * @param own those of the policies in whose words the rules are told; in canonical words where left out
 * @returns the catalogue entry of every rule, with the clauses of the policies that cite it
 */
export function ruleEntries(
  rules: readonly AnyRule[],
  policies: readonly Policy[],
  own: readonly Policy[] = [],
): RuleEntry[] {
  return rules.map((rule) => ruleEntry(rule, policies, own));
}

function ruleEntry(rule: AnyRule, policies: readonly Policy[], own: readonly Policy[]): RuleEntry {
  const { id, appliesTo, examples, integrity = false, recurs = false } = rule;
  const { title, rationale, remedy } = textsUnder(rule, own);
  return {
    id,
    area: areaOf(rule),
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
    always: integrity,
    recurs,
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

/** The assumptions of a rule's examples about their policy. */
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
