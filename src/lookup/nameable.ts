import type { Localized } from '../base/localized.ts';
import { layersOf, usualLayers, wordsOfLayer } from '../policy/layers.ts';
import { axisNames, type Policy } from '../policy/policy.ts';
import type { RuleEntry } from '../result/catalogue.ts';
import type {
  FieldEntry,
  LayerEntry,
  SectionEntry,
  TopicReference,
  VocabularyTopic,
} from '../result/vocabulary.ts';
import { subjectNames } from '../result/words.ts';
import { foldWord } from './fold.ts';
import { namedLevels, scalesOf } from './levels.ts';
import { rulesOn } from './vocabulary.ts';
import { wordTopics } from './words-of-law.ts';

/** Something of the vocabulary that a word may name. */
export interface Nameable extends TopicReference {
  /** what it is recognised by, folded */
  readonly names: ReadonlySet<string>;
  /** what a word is looked for in */
  readonly texts: readonly string[];
  topic(): VocabularyTopic;
}

/** @returns all that a word may name, but for rules, clauses and levels */
export function nameablesOf(
  sections: readonly SectionEntry[],
  rules: readonly RuleEntry[],
  policies: readonly Policy[],
): Nameable[] {
  const fields = sections.flatMap((section) => section.fields);
  return [
    ...wordTopics(policies, rules).map((topic) =>
      nameable('word', topic.word.ja, topic.word, [], () => topic),
    ),
    ...sections.map((section) => nameSection(section, rules)),
    ...fields.map((field) => nameField(field, fields)),
    ...fields.flatMap(nameChoices),
    ...nameLayers(policies, fields),
  ];
}

/** @returns the levels that a word names */
export function levelsNamed(
  asked: string,
  fields: readonly FieldEntry[],
  policies: readonly Policy[],
): Nameable[] {
  return namedLevels(asked, policies).map((named) => {
    const { axis, level } = named;
    const { ja, en } = axisNames[axis];
    const title: Localized = { ja: `${ja}${level}`, en: `${en} ${level}`.trim() };
    const written = fields.filter(({ path, value }) => value.kind === 'level' && path.endsWith(axis));
    return nameable('level', title.ja, title, [], () => ({
      kind: 'level',
      axis,
      scales: scalesOf(named, policies),
      fields: written,
    }));
  });
}

function nameable(
  kind: TopicReference['kind'],
  address: string,
  title: Localized,
  names: readonly string[],
  topic: () => VocabularyTopic,
): Nameable {
  const all = [address, ...names];
  return {
    kind,
    address,
    title,
    names: new Set(all.map(foldWord)),
    texts: [...all, title.ja, title.en],
    topic,
  };
}

function nameSection(section: SectionEntry, rules: readonly RuleEntry[]): Nameable {
  const { name, alsoCalled } = section;
  const usual = subjectNames[section.section]?.ja ?? name.ja;
  const names = [name.ja, name.en, usual, ...alsoCalled];
  return nameable('section', section.section, name, names, () => ({
    kind: 'section',
    section,
    rules: rulesOn(section.section, rules),
  }));
}

function nameField(field: FieldEntry, all: readonly FieldEntry[]): Nameable {
  const { section, sectionName, path, title } = field;
  const keys = path.split('.');
  const ends = keys.map((_, index) => keys.slice(index).join('.'));
  const called = [title.ja, ...field.alsoCalled];
  const named = called.flatMap((one) => [one, `${sectionName.ja}${one}`, `${sectionName.ja}の${one}`]);
  return nameable('field', `${section}.${path}`, titleIn(field), [...ends, ...named], () => ({
    kind: 'field',
    field,
    below: all.filter((one) => one.section === section && parentOf(one.path) === path),
  }));
}

/** 保管（情報資産）: several sections may have a field of one name. */
function titleIn({ title, sectionName }: FieldEntry): Localized {
  return { ja: `${title.ja}（${sectionName.ja}）`, en: `${title.en} (${sectionName.en})` };
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('.')));
}

function nameChoices(field: FieldEntry): Nameable[] {
  const { section, path, value } = field;
  if (value.kind !== 'choice') return [];
  const key = path.split('.').at(-1) ?? '';
  return value.choices.flatMap((choice) => {
    const { meaning, words } = choice;
    if (meaning === undefined) return [];
    const { ja, en } = titleIn(field);
    const written = [choice.value, ...words];
    const names = written.flatMap((word) => [word, `${key}:${word}`, `${path}:${word}`, `${key}.${word}`]);
    return nameable(
      'choice',
      `${section}.${path}.${choice.value}`,
      { ja: `${meaning.ja} ─ ${ja}`, en: `${meaning.en} ─ ${en}` },
      [...names, meaning.ja, meaning.en],
      () => ({ kind: 'choice', choice, field }),
    );
  });
}

function nameLayers(policies: readonly Policy[], fields: readonly FieldEntry[]): Nameable[] {
  const written = fields.filter(({ path }) => path === 'layer');
  return layersOf(policies).map(({ id, name }) => {
    const layers = layerEntries(id, policies);
    const words = layers.flatMap((layer) => [layer.name.ja, layer.name.en, ...layer.words]);
    return nameable('layer', id, name, words, () => ({ kind: 'layer', layers, fields: written }));
  });
}

/** A layer as the policies have it, alike ones once. */
function layerEntries(id: string, policies: readonly Policy[]): LayerEntry[] {
  const entries = new Map<string, LayerEntry>();
  for (const policy of policies) {
    const layer = policy.layers.get(id);
    // A law reads those of the body.
    if (layer === undefined || policy.kind === 'law') continue;
    const { name, treatedAs } = layer;
    const key = `${name.ja}\n${treatedAs ?? id}`;
    const as = treatedAs === id ? undefined : usualLayers.find((one) => one.id === treatedAs)?.name;
    entries.set(key, {
      id,
      name,
      words: wordsOfLayer(layer),
      ...(as !== undefined && { treatedAs: as }),
      policies: [...(entries.get(key)?.policies ?? []), policy.id],
    });
  }
  return [...entries.values()];
}
