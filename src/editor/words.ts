import type { Localized } from '../base/localized.ts';
import { layersOf } from '../policy/layers.ts';
import { joinedFields } from '../policy/own/fields.ts';
import type { OwnFields } from '../policy/own/rule.ts';
import { type Axis, axisNames, type Layer, type Policy } from '../policy/policy.ts';
import { declaredWords } from '../policy/vocabulary.ts';
import type { DeclaredWords } from '../schema/open-words.ts';

/** The words of some policies, as an inventory and conditions may use them. */
export interface PolicyWords {
  /** the levels of each axis, heaviest first, as the policies write them */
  readonly levels: Readonly<Record<Axis, readonly (string | number)[]>>;
  readonly layers: readonly Layer[];
  readonly fields: OwnFields;
  /** the words that the policies add to open lists */
  readonly declared: DeclaredWords;
}

/** @returns the words of all of the policies */
export function wordsOf(policies: readonly Policy[]): PolicyWords {
  const levels = (axis: Axis) => [
    ...new Set(policies.flatMap(({ scales }) => scales[axis].levels.map(({ label }) => asWritten(label)))),
  ];
  return {
    levels: {
      confidentiality: levels('confidentiality'),
      integrity: levels('integrity'),
      availability: levels('availability'),
    },
    layers: layersOf(policies),
    fields: joinedFields(policies.map(({ fields }) => fields)),
    declared: declaredWords(policies),
  };
}

/** A level of digits is a number to whoever types it. */
function asWritten(label: string): string | number {
  return /^(?:0|[1-9][0-9]{0,8})$/.test(label) ? Number(label) : label;
}

/** The words that may stand for a layer: ids first, then names. */
export function layerWords(layers: readonly Layer[]): string[] {
  return [...new Set([...layers.map(({ id }) => id), ...layers.map(({ name }) => name.ja)])];
}

/** @returns a text for a schema, which has Japanese and English on lines of their own */
export function described({ ja, en, only }: Localized): string {
  return only === undefined ? `${ja}\n${en}` : ja;
}

/** What a level of an axis is described as. */
export function levelText(axis: Axis, levels: readonly (string | number)[]): string {
  const { ja, en } = axisNames[axis];
  const shown = levels.join(', ');
  return `${ja}の等級。重い順に ${shown}。\nLevel of ${en}, heaviest first: ${shown}.`;
}

/** What a layer is described as. */
export function layerText(layers: readonly Layer[]): string {
  const shown = (language: 'ja' | 'en') =>
    layers.map(({ id, name }) => `${id}: ${name[language]}`).join('、');
  return `系（領域）。${shown('ja')}。\nNetwork layer. ${shown('en').replaceAll('、', ', ')}.`;
}
