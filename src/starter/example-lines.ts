import fastStringWidth from 'fast-string-width';
import { stringify } from 'yaml';
import type { Language, Localized } from '../base/localized.ts';
import { isMapping } from '../base/mapping.ts';
import { type Axis, axes, axisNames } from '../policy/policy.ts';
import { textsOf } from '../schema/field-texts.ts';
import { type Shape, shapeAt } from '../schema/shape.ts';
import type { Example, ExampleValue } from './examples.ts';
import { starterWords } from './words.ts';

/** Where an example is shown. */
export interface ExamplePlace {
  /** what its fields are, by the vocabulary */
  readonly shape: Shape;
  /** the path by which `sekisho explain` knows it: `assets`, `assets.storage` */
  readonly path: string;
  readonly language: Language;
  /** absent where there are none */
  readonly levels?: Levels;
}

/** The levels of each axis, heaviest first, as the policy writes them. */
export type Levels = Readonly<Record<Axis, readonly (string | number)[]>>;

/** A line of YAML, and what is said of the field in it. */
export interface Line {
  readonly code: string;
  readonly about: string;
}

/** @returns an example as the item of a list, its remarks below each other */
export function exampleItem(example: Example, place: ExamplePlace): string[] {
  return exampleLines(itemLines(example, place, '  '));
}

/** @returns the fields of an example, within a mapping */
export function exampleFields(example: Example, place: ExamplePlace): string[] {
  return exampleLines(mappingLines(example, place, '  '));
}

/** @returns the fields of an example, with what the vocabulary says of them */
export function mappingLines(example: Example, place: ExamplePlace, indent: string): Line[] {
  return Object.entries(example).flatMap(([name, value]) =>
    fieldLines({ name, value }, below(place, name), indent),
  );
}

function itemLines(example: Example, place: ExamplePlace, indent: string): Line[] {
  const [first, ...rest] = mappingLines(example, place, `${indent}  `);
  return first === undefined
    ? []
    : [{ ...first, code: `${indent}- ${first.code.slice(indent.length + 2)}` }, ...rest];
}

function fieldLines(
  { name, value }: { readonly name: string; readonly value: ExampleValue },
  place: ExamplePlace,
  indent: string,
): Line[] {
  const key = `${indent}${name}:`;
  const about = aboutOf(place, value);
  if (isExampleList(value)) {
    const { items = place.shape } = place.shape;
    // One of the items tells what the fields are.
    return [
      { code: key, about },
      ...value.flatMap((one, index) =>
        itemLines(one, { ...place, shape: items }, `${indent}  `).map((line) =>
          index === 0 ? line : { ...line, about: '' },
        ),
      ),
    ];
  }
  if (isExample(value)) return [{ code: key, about }, ...mappingLines(value, place, `${indent}  `)];
  const written = asWritten(value, place.language);
  return [{ code: written === '' ? key : `${key} ${written}`, about }];
}

function below(place: ExamplePlace, name: string): ExamplePlace {
  const path = `${place.path}.${name}`;
  const shape = shapeAt(place.shape, [name]);
  if (shape === undefined) throw new Error(`the vocabulary has no ${path}`);
  return { ...place, shape, path };
}

function asWritten(value: ExampleValue, language: Language): string {
  if (value === null) return '';
  if (isList(value)) return `[${value.map((one) => asWritten(one, language)).join(', ')}]`;
  return asScalar(isLocalized(value) ? value[language] : String(value));
}

/** What to write in a field: what it is and, where there are few, its choices; otherwise what the one in the example means. */
function aboutOf({ shape, path, language, levels }: ExamplePlace, value: ExampleValue): string {
  const words = starterWords[language];
  const axis = axes.find((one) => path.endsWith(`.${one}`));
  if (axis !== undefined && levels !== undefined && shape.types.includes('integer'))
    return words.levels(axisNames[axis][language], levels[axis]);
  const { choices } = shape.choices === undefined ? (shape.items ?? {}) : shape;
  const sentences = sentencesOf(textsOf(shape).about?.[language] ?? '', language);
  if (choices === undefined) return beginningOf(sentences, language);
  const [what = ''] = sentences;
  const choice = (word: string) => words.choice(word, withoutAside(choices[word]?.[language] ?? ''));
  const listed = words.choices(what, Object.keys(choices).map(choice));
  if (fastStringWidth(listed) <= widest) return listed;
  const shown = [value].flat()[0];
  return words.moreChoices(what, typeof shown === 'string' ? choice(shown) : undefined, path);
}

/** What stands in brackets tells a person who looks a choice up. */
function withoutAside(meaning: string): string {
  return meaning.replace(/ ?[（(].*[）)]$/, '');
}

/** Columns that a remark may take; `sekisho explain` and editors tell the rest. */
const widest = 100;

function sentencesOf(about: string, language: Language): string[] {
  return about
    .split(language === 'ja' ? /。/ : /[.;](?:\s|$)/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

/** As many of the sentences as fit: behind the first they say what to write where there is nothing. */
function beginningOf(sentences: readonly string[], language: Language): string {
  const [first = '', ...rest] = sentences;
  const end = language === 'ja' ? '。' : '; ';
  let text = first;
  for (const sentence of rest) {
    const longer = `${text}${end}${sentence}`;
    if (fastStringWidth(longer) > widest) break;
    text = longer;
  }
  return text;
}

/** @returns the lines with their remarks, below each other */
export function exampleLines(lines: readonly Line[]): string[] {
  const column = Math.max(...lines.map(({ code }) => fastStringWidth(code))) + 2;
  return lines.map(({ code, about }) =>
    about === '' ? code : `${code}${' '.repeat(column - fastStringWidth(code))}# ${about}`,
  );
}

function isLocalized(value: ExampleValue): value is Localized {
  return isMapping(value) && typeof value['ja'] === 'string';
}

function isExample(value: ExampleValue): value is Example {
  return isMapping(value) && !isLocalized(value);
}

function isExampleList(value: ExampleValue): value is readonly Example[] {
  return isList(value) && value[0] !== undefined && isExample(value[0]);
}

function isList(value: ExampleValue): value is readonly (string | Localized)[] | readonly Example[] {
  return Array.isArray(value);
}

/** @returns a text of one line as a value of YAML, quoted where it would be read as anything else */
export function asScalar(text: string): string {
  return stringify(text, { lineWidth: 0 }).trimEnd();
}
