import type { WordList } from '../../generated/vocabulary.ts';
import { defined } from '../base/defined.ts';
import { addToGroup } from '../base/groups.ts';
import type { Localized } from '../base/localized.ts';
import { inventoryShapeWith, joinedFields } from '../policy/own/fields.ts';
import { axes, type Policy } from '../policy/policy.ts';
import type { RuleEntry } from '../result/catalogue.ts';
import type {
  ChoiceEntry,
  FieldEntry,
  FieldRule,
  FieldUse,
  FieldValue,
  SectionEntry,
} from '../result/vocabulary.ts';
import { subjectNames } from '../result/words.ts';
import { textsOf } from '../schema/field-texts.ts';
import type { Choice, Shape } from '../schema/shape.ts';
import { noWords, yesWords } from '../schema/taken-words.ts';
import { fieldsOfRules, isReadByProgram } from './readers.ts';

/** What the vocabulary is described for. */
export interface DescribedFor {
  /** the policies whose clauses are cited, and whose own fields and words there are besides */
  readonly policies: readonly Policy[];
  readonly rules: readonly RuleEntry[];
}

/** @returns the sections of the inventory with all their fields, and which rules read them under which clauses */
export function vocabularyFor({ policies, rules }: DescribedFor): SectionEntry[] {
  const shape = inventoryShapeWith(joinedFields(policies.map(({ fields }) => fields)));
  const readers = readersByField(policies, rules);
  return Object.entries(shape.properties ?? {}).flatMap(([section, property]) => {
    const record = property.items ?? property;
    if (record.properties === undefined) return [];
    const name = { ja: property.title ?? section, en: subjectNames[section]?.en ?? section };
    const walk: Walk = { section, sectionName: name, readers, policies };
    return {
      section,
      name,
      alsoCalled: property.alsoCalled ?? [],
      about: textsOf(record).about ?? name,
      isOne: property.items === undefined,
      fields: fieldsBelow(record, [], [property.items !== undefined], walk),
    };
  });
}

/** @returns the rules that judge the records of a section */
export function rulesOn(section: string, rules: readonly RuleEntry[]): FieldRule[] {
  return rules.filter(({ appliesTo }) => appliesTo.includes(section)).map(asFieldRule);
}

interface Readers {
  readonly judging: ReadonlyMap<string, readonly FieldRule[]>;
  readonly reading: ReadonlyMap<string, readonly FieldRule[]>;
}

interface Walk {
  readonly section: string;
  readonly sectionName: Localized;
  readonly readers: Readers;
  readonly policies: readonly Policy[];
}

function readersByField(policies: readonly Policy[], rules: readonly RuleEntry[]): Readers {
  const fields = fieldsOfRules(policies);
  const judging = new Map<string, FieldRule[]>();
  const reading = new Map<string, FieldRule[]>();
  for (const rule of rules) {
    const { judged = [], read = [] } = fields.get(rule.id) ?? {};
    const entry = asFieldRule(rule);
    for (const field of judged) addToGroup(judging, field, entry);
    for (const field of read) addToGroup(reading, field, entry);
  }
  return { judging, reading };
}

function asFieldRule({ id, title, always, citedBy }: RuleEntry): FieldRule {
  const clauses = citedBy.map(({ policy, clause }) => ({ policy, ref: clause.ref }));
  return { id, title, always, clauses };
}

function fieldsBelow(
  shape: Shape,
  keys: readonly string[],
  lists: readonly boolean[],
  walk: Walk,
): FieldEntry[] {
  return Object.entries(shape.properties ?? {}).flatMap(([key, property]) => {
    const path = [...keys, key];
    const inside = property.items?.properties === undefined ? property : property.items;
    const marks = [...lists, inside !== property];
    return [fieldEntry(property, path, marks, walk), ...fieldsBelow(inside, path, marks, walk)];
  });
}

function fieldEntry(
  shape: Shape,
  keys: readonly string[],
  lists: readonly boolean[],
  { section, sectionName, readers, policies }: Walk,
): FieldEntry {
  const path = keys.join('.');
  const field = `${section}.${path}`;
  const key = keys.at(-1) ?? '';
  return {
    section,
    sectionName,
    path,
    lists,
    title: { ja: shape.title ?? key, en: key },
    alsoCalled: shape.alsoCalled ?? [],
    value: fieldValue(shape, path, policies),
    judging: readers.judging.get(field) ?? [],
    reading: readers.reading.get(field) ?? [],
    ...defined({ about: textsOf(shape).about, use: useOf(shape, section, path) }),
  };
}

function useOf(shape: Shape, section: string, path: string): FieldUse | undefined {
  if (path === 'id' || path === 'name') return 'identifies';
  if (/(?:^|\.)evidence(?:$|\.(?:path|url|sha256)$)/.test(path)) return 'proves';
  if ((shape.refersTo ?? shape.items?.refersTo) !== undefined) return 'refers';
  const isChosenBy = section === 'organization' && path === 'policy';
  return isChosenBy || isReadByProgram(`${section}.${path}`) ? 'decides' : undefined;
}

function fieldValue(shape: Shape, path: string, policies: readonly Policy[]): FieldValue {
  const { items } = shape;
  if (shape.properties !== undefined) return { kind: 'fields', several: false };
  if (items?.properties !== undefined) return { kind: 'fields', several: true };
  const one = items ?? shape;
  const extent = {
    several: items !== undefined && !shape.types.includes('string'),
    orNo: shape.types.includes('boolean'),
  };
  const sections = shape.refersTo ?? one.refersTo;
  if (one.enum !== undefined)
    return { kind: 'choice', choices: choicesOf(one.enum, one, policies), ...extent };
  if (sections !== undefined) return { kind: 'reference', sections, ...extent };
  if (shape.types.length === 1 && extent.orNo)
    return { kind: 'yesNo', words: { yes: yesWords, no: noWords } };
  if (one.format !== undefined)
    return { kind: 'date', orSpan: one.wholeDay !== true, words: one.words ?? [], ...extent };
  if (axes.some((axis) => path === axis || path.endsWith(`.${axis}`))) return { kind: 'level', ...extent };
  const isNumber = one.types.some((type) => type === 'integer' || type === 'number');
  return { kind: isNumber && !one.types.includes('string') ? 'number' : 'text', ...extent };
}

function choicesOf(values: readonly string[], shape: Shape, policies: readonly Policy[]): ChoiceEntry[] {
  const { choices = {}, vocabulary } = shape;
  const own = policies.flatMap((policy) => policy.vocabulary[vocabulary as WordList] ?? []);
  const all = new Map<string, ChoiceEntry>(
    values.map((value) => [value, choiceEntry(value, choices[value])]),
  );
  for (const { id, name } of own)
    if (!all.has(id)) all.set(id, { value: id, meaning: name, words: [name.ja] });
  return [...all.values()];
}

function choiceEntry(value: string, choice: Choice | undefined): ChoiceEntry {
  if (choice === undefined) return { value, words: [] };
  const { words, ...meaning } = choice;
  return { value, meaning, words };
}
