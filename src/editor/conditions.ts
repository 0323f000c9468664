import { operatorsOf } from '../policy/check-predicate.ts';
import { type Axis, axes } from '../policy/policy.ts';
import {
  carriedOperators,
  derivedPaths,
  knowsPath,
  layerOperators,
  levelOperators,
  type Operator,
  type PredicateSubject,
  subjectOfItems,
  subjectOfSection,
} from '../policy/predicate.ts';
import { textsOf } from '../schema/field-texts.ts';
import type { DeclaredWords } from '../schema/open-words.ts';
import type { Shape } from '../schema/shape.ts';
import { type JsonSchema, offering } from './schema.ts';
import { described, layerText, layerWords, levelText, type PolicyWords } from './words.ts';

/** Conditions on records of each section, and on the items of lists in them, as definitions of a schema. */
export function conditionDefinitions(
  sections: readonly string[],
  inventory: Shape,
  words: PolicyWords,
): Record<string, JsonSchema> {
  const definitions: Record<string, JsonSchema> = {};
  for (const section of sections)
    define(definitions, conditionOn(section), subjectOfSection({ inventory }, section), words);
  return definitions;
}

/** @returns the name of the definition of conditions on records of a section */
export function conditionOn(section: string): string {
  return `condition-${section}`;
}

/** What a record names by an id or a name of the body's own. */
const named: readonly string[] = ['$agency', '$division'];

const referenceTo = (name: string): JsonSchema => ({ $ref: `rules.schema.json#/$defs/${name}` });

function define(
  definitions: Record<string, JsonSchema>,
  name: string,
  subject: PredicateSubject,
  words: PolicyWords,
): void {
  const self = referenceTo(name);
  const list = { type: ['array', 'null'], items: self };
  const properties: Record<string, JsonSchema> = {
    all: { ...list, description: 'すべてを満たす。\nAll of these hold.' },
    any: { ...list, description: 'いずれかを満たす。\nOne of these holds.' },
    not: { ...self, description: '満たさない。\nThis does not hold.' },
  };
  for (const path of derivedPaths)
    if (!named.includes(path) && knowsPath(subject, path)) properties[path] = derived(path, words);
  for (const path of named)
    if (knowsPath(subject, path)) properties[path] = tests(['not', 'present'], { type: 'string' });
  for (const [path, shape] of fieldsIn(subject.shape)) {
    const items = shape.items?.properties === undefined ? undefined : `${name}.${path}`;
    if (items !== undefined) define(definitions, items, subjectOfItems(subject, path), words);
    properties[path] = { ...describedBy(shape), ...fieldTests({ shape, subject, items }, words) };
  }
  definitions[name] = { type: ['object', 'null'], additionalProperties: false, properties };
}

/** The fields of a record and those within them, by their paths. */
function fieldsIn(shape: Shape, above = ''): [string, Shape][] {
  return Object.entries(shape.properties ?? {}).flatMap(([name, own]): [string, Shape][] =>
    own.notForRules ? [] : [[`${above}${name}`, own], ...fieldsIn(own, `${above}${name}.`)],
  );
}

function describedBy(shape: Shape): JsonSchema {
  const { about } = textsOf(shape);
  return about === undefined ? {} : { description: described(about) };
}

function derived(path: string, words: PolicyWords): JsonSchema {
  const axis = axes.find((one) => path === `$level.${one}`);
  if (axis !== undefined)
    return { description: levelText(axis, words.levels[axis]), ...levelTests(axis, words) };
  if (path === '$layers')
    return {
      description: layerText(words.layers),
      ...tests(layerOperators, { type: 'string', ...offering(layerWords(words.layers)) }),
    };
  return {
    description: '取り扱う情報資産。\nThe assets that it carries.',
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(
      carriedOperators.map((operator) => [
        operator,
        { anyOf: [referenceTo(conditionOn('assets')), oneOrMany({ type: 'string' })] },
      ]),
    ),
  };
}

function levelTests(axis: Axis, { levels }: PolicyWords): JsonSchema {
  return tests(levelOperators, { type: ['string', 'integer'], ...offering(levels[axis]) });
}

/** A field of a record; `items`: what defines the conditions on its items, where these have fields. */
interface TestedField {
  readonly shape: Shape;
  readonly subject: PredicateSubject;
  readonly items: string | undefined;
}

function fieldTests({ shape, subject, items }: TestedField, { declared }: PolicyWords): JsonSchema {
  const isList = shape.types.includes('array');
  const value = valueSchema((isList ? shape.items : shape) ?? { types: [] }, declared);
  const reference = references(shape, subject);
  const operators = operatorsOf(shape).filter((one) => one !== 'refersTo' || reference !== undefined);
  const special: Partial<Record<Operator, JsonSchema>> = {
    ...(items !== undefined && { some: referenceTo(items), each: referenceTo(items) }),
    ...(reference && { refersTo: reference }),
  };
  return tests(operators, value, { special, alone: !isList && shape.properties === undefined });
}

function valueSchema(
  { types, enum: words, format, vocabulary = '' }: Shape,
  declared: DeclaredWords,
): JsonSchema {
  const wanted = types.filter((type) => type !== 'object' && type !== 'array');
  if (words === undefined)
    return { type: format === undefined ? wanted : [...new Set(['string', ...wanted])] };
  // A parameter may stand in place of any value.
  return {
    anyOf: [
      { enum: [...words, ...(declared.get(vocabulary) ?? []).map(({ id }) => id)] },
      ...(wanted.includes('boolean') ? [{ type: 'boolean' }] : []),
      parameter,
    ],
  };
}

const parameter: JsonSchema = { type: 'string', pattern: '^\\$' };

/** Agencies are no section of their own, so that nothing can be asked of them. */
function references({ refersTo, items }: Shape, { inventory }: PredicateSubject): JsonSchema | undefined {
  const named = refersTo ?? items?.refersTo ?? [];
  const all = Object.entries(inventory.properties ?? {}).flatMap(([name, one]) =>
    one.items?.properties === undefined ? [] : [name],
  );
  const sections = named.includes('*') ? all : named.filter((section) => all.includes(section));
  if (sections.length === 0) return undefined;
  return {
    type: 'object',
    required: ['section'],
    additionalProperties: false,
    properties: { section: { enum: sections }, where: { type: ['object', 'null'] } },
    allOf: sections.map((section) => ({
      if: { properties: { section: { const: section } } },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: { properties: { where: referenceTo(conditionOn(section)) } },
    })),
  };
}

/** What a field may be tested with, beside the usual operators. */
interface Special {
  readonly special?: Partial<Record<Operator, JsonSchema>>;
  /** whether a value alone is a test */
  readonly alone?: boolean;
}

function tests(
  operators: readonly Operator[],
  value: JsonSchema,
  { special = {}, alone = true }: Special = {},
): JsonSchema {
  const mapping = {
    type: 'object',
    additionalProperties: false,
    minProperties: 1,
    properties: Object.fromEntries(
      operators.map((operator) => [operator, special[operator] ?? wanted(operator, value)]),
    ),
  };
  return alone ? { anyOf: [value, { type: 'array', minItems: 1, items: value }, mapping] } : mapping;
}

function wanted(operator: Operator, value: JsonSchema): JsonSchema {
  switch (operator) {
    case 'present':
      return { type: 'boolean', description: '書かれているか。\nWhether it is stated.' };
    case 'notPast':
      return { const: true, description: '過ぎていない。\nNot past.' };
    case 'within':
      return { type: 'string', ...offering(['fiscal-year', 'P12M']) };
    case 'differsFrom':
      return { type: 'string' };
    case 'atLeast':
    case 'atMost':
      return { anyOf: [value, parameter] };
    default:
      return oneOrMany(value);
  }
}

function oneOrMany(value: JsonSchema): JsonSchema {
  return { anyOf: [value, { type: 'array', minItems: 1, items: value }, parameter] };
}
