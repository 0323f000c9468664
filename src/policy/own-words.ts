import type { Localized } from '../base/localized.ts';
import { haveOwnLayers, layersMeaning, layersToChoose } from './layers.ts';
import {
  type Axis,
  axes,
  axisNames,
  type CanonicalLayer,
  type Citation,
  type Floor,
  foldLevel,
  type Layer,
  lowestReaching,
  type Policy,
  type Scale,
  standingIn,
} from './policy.ts';

/**
 * What a body calls the levels and layers that rules reason about. Rules know canonical ones alone; whatever they say to a
 * body, they say in these words.
 */
export interface OwnWords {
  /** @returns the levels from the lowest on that reaches a canonical one: 機密性2以上, 機密性3C以上 */
  atLeast(axis: Axis, minimum: number): Localized;
  /** @returns the levels below that: 機密性2未満 */
  below(axis: Axis, minimum: number): Localized;
  /**
   * @param asUsual what is said where the body calls the layer as everybody does; its name where left out
   * @returns what it calls a canonical layer: its own layer that is treated as that one, or several
   */
  layer(id: CanonicalLayer, asUsual?: Localized): Localized;
  /** @returns what is written in `layer` for a canonical layer */
  layerWord(id: CanonicalLayer): Localized;
  /** the layers to choose from, where it has others than the canonical ones: 校務系、学習系、external（外部）のいずれか */
  readonly layerChoices?: Localized;
}

/** What words are taken from: one policy, with what others that it is judged beside say of levels. */
export interface Wording {
  /** the scales in which levels are told, by axis */
  readonly scales: Readonly<Record<Axis, readonly Scale[]>>;
  readonly layers: Policy['layers'];
  /** the least levels that its clauses ask from: these are meant, not what a rule takes for the least */
  readonly floor?: Floor;
  /** whether the inventory writes a layer, so that it is there although the policy does not state it */
  readonly isWritten?: (layer: Layer) => boolean;
}

/** @returns the words of some policies; of several that differ, each */
export function ownWords(wordings: readonly Wording[]): OwnWords {
  const each = (words: (wording: Wording) => readonly string[], otherwise: string) => {
    const found = [...new Set(wordings.flatMap(words))];
    return found.length === 0 ? [otherwise] : found;
  };
  const levels = (axis: Axis, minimum: number) =>
    each((wording) => leastLevels(axis, minimum, wording), String(minimum));
  // Cached: every connection asks, and the answer is the same for all.
  const known = new Map<CanonicalLayer, readonly Layer[]>();
  const layers = (id: CanonicalLayer) => {
    const own = known.get(id) ?? wordings.flatMap((one) => layersMeaning(id, one.layers, one.isWritten));
    known.set(id, own);
    return own.length === 0 ? layersMeaning(id) : own;
  };
  return {
    atLeast: (axis, minimum) => fromLevel(axis, levels(axis, minimum)),
    below: (axis, minimum) => belowLevel(axis, levels(axis, minimum)),
    layer(id, asUsual) {
      const names = layers(id).map(({ name }) => name);
      const [usual] = layersMeaning(id);
      const [ja, en] = [distinct(names.map((one) => one.ja)), distinct(names.map((one) => one.en))];
      if (asUsual !== undefined && ja.length === 1 && ja[0] === usual?.name.ja) return asUsual;
      return { ja: ja.join('・'), en: enumerated(en, 'and') };
    },
    layerWord(id) {
      const words = distinct(layers(id).map((one) => one.id));
      return { ja: words.join(' 又は '), en: enumerated(words, 'or') };
    },
    ...(haveOwnLayers(wordings) && { layerChoices: chooseLayer(layersToChoose(wordings)) }),
  };
}

/**
 * @param policies all that the inventory is judged by: where one states no levels, those that others state are meant
 * @returns what words are taken from under one of them
 */
export function wordingUnder(
  { scales, layers }: Pick<Policy, 'scales' | 'layers'>,
  policies: readonly Pick<Policy, 'scales'>[],
): Wording {
  const told = (axis: Axis): readonly Scale[] => {
    const stated = policies.map((policy) => policy.scales[axis]).filter((scale) => scale.stated);
    return scales[axis].stated || stated.length === 0 ? [scales[axis]] : stated;
  };
  return {
    scales: {
      confidentiality: told('confidentiality'),
      integrity: told('integrity'),
      availability: told('availability'),
    },
    layers,
  };
}

/** @returns the words in which a rule is told under the policies that cite it; under all of them where none does */
export function wordsOfRule(rule: string, policies: readonly Policy[]): OwnWords {
  const citing = policies.filter(({ citations }) => citations.has(rule));
  return ownWords(
    (citing.length === 0 ? policies : citing).map((policy) => ({
      ...wordingUnder(policy, policies),
      floor: lowestFloor(policy, policy.citations.get(rule) ?? []),
    })),
  );
}

/** The lowest levels from which on some clauses ask a rule, by axis; none where one of them does not say. */
function lowestFloor({ scales }: Policy, citations: readonly Citation[]): Floor {
  return Object.fromEntries(
    axes.flatMap((axis) => {
      const rankOf = (level: string | number) => standingIn(scales[axis], level)?.rank ?? 0;
      const levels = citations.map(({ atLeast }) => atLeast?.[axis]);
      const stated = levels.filter((level) => level !== undefined).sort((a, b) => rankOf(a) - rankOf(b));
      return stated.length === 0 || stated.length < levels.length ? [] : [[axis, stated[0]]];
    }),
  );
}

/** The words of a body that has none of its own. */
export const canonicalWords: OwnWords = ownWords([]);

function chooseLayer(layers: readonly Layer[]): Localized {
  const words = (language: 'ja' | 'en', named: (id: string, name: string) => string) =>
    layers.map(({ id, name }) => (id === name.ja ? id : named(id, name[language])));
  return {
    ja: `${words('ja', (id, name) => `${id}（${name}）`).join('、')} のいずれか`,
    en: `one of ${enumerated(
      words('en', (id, name) => `${id} (${name})`),
      'or',
    )}`,
  };
}

/** Names the levels of one axis from one on: 機密性Ⅲ以上. */
export function fromLevel(axis: Axis, labels: readonly string[]): Localized {
  const { ja, en } = nameLevels(axis, labels);
  return { ja: `${ja}以上`, en: `${en} or higher` };
}

function belowLevel(axis: Axis, labels: readonly string[]): Localized {
  const { ja, en } = nameLevels(axis, labels);
  return { ja: `${ja}未満`, en: `below ${en}` };
}

/** 機密性2; a label that names the axis itself is not told twice, and a word is set apart from it: 機密性「極秘」. */
function nameLevels(axis: Axis, labels: readonly string[]): Localized {
  const { ja, en } = axisNames[axis];
  const [first = '', ...rest] = labels;
  const names = (name: string, quoted: (label: string) => string) => {
    const isNamed = foldLevel(first, axis) !== first.normalize('NFKC').replaceAll(/\s/gu, '').toUpperCase();
    return [isNamed ? first : `${name}${quoted(first)}`, ...rest.map(quoted)];
  };
  return {
    ja: names(ja, (label) => (isShort(label) ? label : `「${label}」`)).join('・'),
    en: names(`${en} `, (label) => (isShort(label) ? label : `“${label}”`)).join(' / '),
  };
}

/** Digits, Latin letters and numerals read as one word with what stands before them. */
function isShort(label: string): boolean {
  return /^[0-9A-Z-]+$/i.test(label.normalize('NFKC'));
}

/** The labels of the least levels of a wording that are meant by a canonical one. */
function leastLevels(axis: Axis, minimum: number, { scales, floor }: Wording): readonly string[] {
  const stated = floor?.[axis];
  return scales[axis].flatMap((scale) => {
    const level = stated === undefined ? lowestReaching(scale, minimum) : standingIn(scale, stated)?.level;
    return level === undefined ? [] : [level.label];
  });
}

function distinct(words: readonly string[]): string[] {
  return [...new Set(words)];
}

function enumerated(names: readonly string[], by: 'and' | 'or'): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} ${by} ${last}`;
}
