import type { KnownRule, RuleCatalogue } from '../policy/check.ts';
import type { Shape } from '../schema/shape.ts';
import { conditionDefinitions, conditionOn } from './conditions.ts';
import { changedAt, type JsonSchema, withDeclaredWords } from './schema.ts';
import type { PolicyWords } from './words.ts';

/** What the schemas of policies and rules are made of. */
export interface PolicySchemas {
  /** the schema of a policy file, and that of a file of rules */
  readonly policy: JsonSchema;
  readonly rules: JsonSchema;
}

/** What a policy may name. */
export interface Nameable {
  readonly words: PolicyWords;
  /** what the inventory may hold, with the declared fields */
  readonly inventory: Shape;
  /** the rules there are, own ones included */
  readonly rules: RuleCatalogue;
  readonly policies: readonly string[];
}

/** @returns the schemas of policies and rules with all that they may name */
export function policyWith(schemas: PolicySchemas, nameable: Nameable): PolicySchemas {
  const sections = sectionsIn(schemas.rules);
  return {
    policy: namedInPolicy(
      withDeclaredWords(schemas.policy, nameable.words.declared) as JsonSchema,
      sections,
      nameable,
    ),
    rules: namedInRules(schemas.rules, sections, nameable),
  };
}

function sectionsIn(rules: JsonSchema): string[] {
  const { section } = rules['$defs'] as { readonly section: { readonly enum: string[] } };
  return section.enum;
}

const condition = (section: string): JsonSchema => ({
  $ref: `rules.schema.json#/$defs/${conditionOn(section)}`,
});

/** A part of a schema that holds where another does. */
function where(holds: JsonSchema, follows: JsonSchema): JsonSchema {
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  return { if: holds, then: follows };
}

function namedInRules(
  schema: JsonSchema,
  sections: readonly string[],
  { words, inventory }: Nameable,
): JsonSchema {
  const definitions = conditionDefinitions(sections, inventory, words);
  // A rule on several sections may ask what records of one alone have: those conditions are left to sekisho.
  const bySection = sections.map((section) =>
    where(
      { required: ['appliesTo'], properties: { appliesTo: { enum: [section, [section]] } } },
      { properties: { when: condition(section), require: condition(section) } },
    ),
  );
  const ofBody = where({ required: ['exists'] }, { properties: { when: condition('organization') } });
  const existence = sections.map((section) =>
    where({ properties: { section: { const: section } } }, { properties: { where: condition(section) } }),
  );
  const defined = changedAt(schema, ['$defs'], (known) => ({ ...known, ...definitions }));
  const ofRecords = changedAt(defined, ['$defs', 'rule'], (rule) => ({
    ...rule,
    allOf: [...bySection, ofBody],
  }));
  return changedAt(ofRecords, ['$defs', 'existence'], (one) => ({ ...one, allOf: existence }));
}

function namedInPolicy(
  schema: JsonSchema,
  sections: readonly string[],
  { rules, policies }: Nameable,
): JsonSchema {
  const ids = [...rules.keys()];
  const own = { type: 'string', pattern: '^own/' };
  const rule = { anyOf: [{ enum: ids }, own] };
  const ofSection = (section: string) =>
    ids.filter((id) => {
      const judged = (rules.get(id) as KnownRule).sections;
      return judged.length === 1 && judged[0] === section;
    });
  const conditions = sections.flatMap((section) => {
    const named = ofSection(section);
    return named.length === 0
      ? []
      : where(
          { required: ['id'], properties: { id: { enum: named } } },
          { properties: { where: condition(section) } },
        );
  });
  const citation = ['properties', 'clauses', 'items', 'properties', 'rules', 'items'];
  const withIds = changedAt(schema, [...citation, 'properties', 'id'], (id) => ({ ...id, ...rule }));
  const withConditions = changedAt(withIds, citation, (one) => ({ ...one, allOf: conditions }));
  const withNever = changedAt(
    withConditions,
    ['properties', 'exceptions', 'properties', 'never', 'items'],
    (one) => ({ ...one, ...rule }),
  );
  const withParameters = changedAt(withNever, ['properties', 'parameters'], (one) => ({
    ...one,
    properties: Object.fromEntries(
      [...rules].flatMap(([id, { parameters }]) => {
        const names = Object.keys(parameters);
        if (names.length === 0) return [];
        const value = { type: ['string', 'number', 'null'] };
        const properties = Object.fromEntries(names.map((name) => [name, value]));
        return [[id, { type: 'object', additionalProperties: false, properties }]];
      }),
    ),
  }));
  return changedAt(withParameters, ['properties', 'extends'], (one) => ({
    ...one,
    anyOf: [{ enum: policies }, {}],
  }));
}
