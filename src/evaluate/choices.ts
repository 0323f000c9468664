import type { WordList } from '../../generated/vocabulary.ts';
import type { Localized } from '../base/localized.ts';
import { layersToChoose } from '../policy/layers.ts';
import { type Axis, axes, type Policy } from '../policy/policy.ts';
import type { Choice } from '../result/result.ts';
import type { Shape } from '../schema/shape.ts';
import type { Path } from '../yaml/tape.ts';

/** What the policies say that may be written. */
type Choosing = readonly Pick<Policy, 'vocabulary' | 'scales' | 'layers'>[];

/** @returns the values to choose from in a field, with what they mean; `undefined` where it takes any text or day */
export function choicesOf(path: Path, shape: Shape, policies: Choosing): readonly Choice[] | undefined {
  const last = path.at(-1);
  const axis = axes.find((one) => one === last);
  // Levels and layers are what the policies say, so the schema knows none.
  if (axis !== undefined && shape.types.includes('integer')) return levels(axis, policies);
  if (last === 'layer' && shape.types.includes('string')) return layers(policies);
  const { enum: words } = shape.enum === undefined ? (shape.items ?? shape) : shape;
  if (words !== undefined) return enumerated(words, shape, policies);
  return shape.types.length === 1 && shape.types[0] === 'boolean' ? yesOrNo : undefined;
}

const yesOrNo: readonly Choice[] = [
  { value: 'true', name: { ja: 'はい', en: 'yes' } },
  { value: 'false', name: { ja: 'いいえ', en: 'no' } },
];

function enumerated(words: readonly string[], shape: Shape, policies: Choosing): Choice[] {
  const { choices = shape.items?.choices, vocabulary = shape.items?.vocabulary } = shape;
  const own = policies.flatMap((policy) => policy.vocabulary[vocabulary as WordList] ?? []);
  const all: Choice[] = [
    ...words.map((value) => choice(value, choices?.[value])),
    ...own.map(({ id, name }) => choice(id, name)),
  ];
  return distinct(all);
}

function levels(axis: Axis, policies: Choosing): Choice[] {
  return distinct(
    policies.flatMap(({ scales }) => scales[axis].levels.map(({ label, name }) => choice(label, name))),
  );
}

function layers(policies: Choosing): Choice[] {
  return layersToChoose(policies).map(({ id, name }) => choice(id, name));
}

function choice(value: string, name: Localized | undefined): Choice {
  return name === undefined ? { value } : { value, name: { ja: name.ja, en: name.en } };
}

function distinct(choices: readonly Choice[]): Choice[] {
  return [...new Map(choices.map((one) => [one.value, one])).values()];
}
