import { parseDateSpan, parseDay, suggestDate } from '../base/date.ts';
import { defined } from '../base/defined.ts';
import { isMapping } from '../base/mapping.ts';
import type { Shape } from './shape.ts';
import { answerMeant, speaksOfUndecided, takenAs } from './taken-words.ts';

/** A line to write: `storage: { locked: true }`. */
export type Line = string;

/**
 * @param shape of the mapping that the line is to stand in
 * @param path of a field in it, by keys; a list on the way has one item
 * @param value what was written for the field elsewhere
 * @returns the line that states it there
 */
export function lineFor(shape: Shape, [key = '', ...rest]: readonly string[], value: unknown): Line {
  const property = shape.properties?.[key];
  if (rest.length === 0) {
    if (typeof value === 'object' && value !== null) return `${key}:`;
    return `${key}: ${asFields(property, value)?.line ?? scalar(property, value)}`;
  }
  const inner = property?.items ?? property ?? shape;
  const mapping = `{ ${lineFor(inner, rest, value)} }`;
  return `${key}: ${property?.items === undefined ? mapping : `[${mapping}]`}`;
}

/** A name to choose from, and what it is called; in English a field is called by its key. */
export interface Named {
  readonly key: string;
  readonly ja?: string;
  readonly en?: string;
}

/** How to write a plain value where a mapping or a list of mappings belongs. */
export interface FieldsExample {
  readonly line: Line;
  /** the fields that may stand there */
  readonly fields: readonly Named[];
  /** the words to choose from in the field of the example */
  readonly choices: readonly Named[];
}

/**
 * @param shape of a field that holds further fields, or a list of such
 * @param value the plain value, or the mapping, that stands there instead
 * @returns how to write what was probably meant; `undefined` where the shape has no fields, or the value is of another kind
 */
export function asFields(shape: Shape | undefined, value: unknown): FieldsExample | undefined {
  const { items } = shape ?? {};
  if (items?.properties !== undefined && isMapping(value)) {
    const line = byChoice(items, value);
    return line === undefined ? undefined : { line: `[${line}]`, fields: [], choices: [] };
  }
  if (shape === undefined || typeof value === 'object') return undefined;
  if (items?.choices !== undefined)
    return { line: scalar(shape, value), fields: [], choices: choicesOf(items) };
  const mapping = items?.properties === undefined ? shape : items;
  const chosen = fieldFor(mapping, value);
  if (mapping.properties === undefined || chosen === undefined) return undefined;
  const line = `{ ${statements(mapping, chosen, value).join(', ')} }`;
  return {
    line: items === mapping ? `[${line}]` : line,
    fields: Object.entries(mapping.properties).map(([key, { title }]) => ({
      key,
      ...defined({ ja: title }),
    })),
    choices: choicesOf(chosen[1].items ?? chosen[1]),
  };
}

function choicesOf({ choices = {} }: Shape): Named[] {
  return Object.entries(choices).map(([key, { ja, en }]) => ({ key, ja, en }));
}

/** What states a plain value in a mapping. A record has an id, too, for which its name will do. */
function statements(mapping: Shape, [key, field]: Field, value: unknown): Line[] {
  const id =
    key === 'name' && mapping.properties?.['id'] !== undefined ? [`id: ${scalar(field, value)}`] : [];
  const isChosen =
    field.choices === undefined || takenAs(field, value) !== undefined || String(value) in field.choices;
  const text = isChosen ? undefined : textField(mapping);
  const beside = text === undefined ? [] : [`${text[0]}: ${scalar(text[1], value)}`];
  return [...id, `${key}: ${scalar(field, value)}`, ...beside];
}

type Field = readonly [key: string, shape: Shape];

/** The field that a plain value fits first: a name, else one of its kind, of yes and no or of choices, or whatever comes first. */
function fieldFor({ properties = {} }: Shape, value: unknown): Field | undefined {
  const fields = Object.entries(properties).filter(([key]) => key !== 'id');
  const isOfKind = ([, shape]: Field): boolean => {
    if (typeof value === 'number' && shape.types.includes('integer')) return true;
    if (shape.format !== undefined) return isDate(String(value));
    return typeof takenAs(shape, value) === 'string' || isPartOf(shape.title, value);
  };
  return (
    fields.find(([key]) => key === 'name') ??
    fields.find(isOfKind) ??
    fields.find(([, { types, items }]) => isYesNo(types) || items?.choices !== undefined) ??
    fields[0]
  );
}

/** Whether a text is one of the words that a title consists of (「メールの暗号化」). */
function isPartOf(title: string | undefined, value: unknown): boolean {
  return typeof value === 'string' && value.length > 1 && title?.includes(value) === true;
}

function isDate(text: string): boolean {
  return parseDay(text) !== undefined || parseDateSpan(text) !== undefined || suggestDate(text) !== undefined;
}

/** @returns where a yes or no is written that belongs at a place, there or in a field below it; `undefined` where none does */
export function yesNoIn(shape: Shape | undefined): { readonly field?: string } | undefined {
  if (shape?.types.includes('boolean') === true) return {};
  const chosen = shape?.items === undefined && shape !== undefined ? fieldFor(shape, undefined) : undefined;
  return chosen !== undefined && isYesNo(chosen[1].types) ? { field: chosen[0] } : undefined;
}

/**
 * @param shape of a list
 * @param value the plain value that stands there instead
 * @returns the list that was probably meant; `undefined` where one of its items is none of the choices that there are
 */
export function listMeant(shape: Shape | undefined, value: unknown): Line | undefined {
  const { items } = shape ?? {};
  if (typeof value !== 'string' || items === undefined || items.properties !== undefined) return undefined;
  if (answerMeant(value) === false || value.trim() === '該当なし') return '[]';
  const { choices } = items;
  const asWritten = parts(value, /[、，,；;\n]/);
  if (choices === undefined) return `[${asWritten.map(plain).join(', ')}]`;
  for (const words of [asWritten, parts(value, /[、，,；;・／/\s]/)]) {
    const meant = words.map((word) => (Object.hasOwn(choices, word) ? word : takenAs(items, word)));
    if (!meant.includes(undefined)) return `[${meant.join(', ')}]`;
  }
  return undefined;
}

/** @returns the first key of a mapping that holds a list of records */
export function firstList(shape: Shape | undefined): string | undefined {
  return Object.entries(shape?.properties ?? {}).find(
    ([, { items }]) => items?.properties !== undefined,
  )?.[0];
}

function parts(text: string, separators: RegExp): string[] {
  return text
    .split(separators)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/**
 * The values by which a field may be stated for what was written elsewhere. Where that says neither yes nor no, or is none of the
 * choices, nobody but the writer knows which of them holds.
 */
export function valuesFor(shape: Shape, value: unknown): readonly unknown[] {
  if (typeof value !== 'string') return [value];
  const isUnclear = isYesNo(shape.types) ? answerMeant(value, shape) === undefined : speaksOfUndecided(value);
  if (isUnclear && yesNoIn(shape) !== undefined)
    return isYesNo(shape.types) || shape.properties ? [true, false] : [undefined];
  const list = listMeant(shape, value);
  const { choices, items } = shape;
  if (choices !== undefined && takenAs(shape, value) === undefined && !Object.hasOwn(choices, value))
    return Object.keys(choices);
  if (items?.choices !== undefined && list === undefined) return Object.keys(items.choices);
  return [value];
}

/** `{ ciso: 副町長 }` as items of a list: a key that is one of the choices of a field, and the text that is said of it. */
function byChoice({ properties = {} }: Shape, mapping: Readonly<Record<string, unknown>>): Line | undefined {
  const choosing = Object.entries(properties).find(([, { choices }]) =>
    Object.keys(mapping).every(
      (key) =>
        choices !== undefined && (key in choices || takenAs({ types: [], choices }, key) !== undefined),
    ),
  );
  const text = textField({ types: [], properties });
  if (choosing === undefined || text === undefined || Object.keys(mapping).length === 0) return undefined;
  const [key, { choices }] = choosing;
  return Object.entries(mapping)
    .map(([word, value]) => {
      const choice = takenAs({ types: [], ...(choices && { choices }) }, word) ?? word;
      return `{ ${key}: ${choice}, ${text[0]}: ${scalar(text[1], value)} }`;
    })
    .join(', ');
}

/** The field of a mapping that takes any text, such as the post of a role. */
function textField({ properties = {} }: Shape): Field | undefined {
  return Object.entries(properties).find(
    ([key, { types, choices, refersTo }]) =>
      key !== 'id' && types.includes('string') && choices === undefined && refersTo === undefined,
  );
}

/** A value as it may be written for a field; an example where what was written says nothing of that kind. */
function scalar(shape: Shape | undefined, value: unknown): string {
  const meant = takenAs(shape, value) ?? value;
  if (shape === undefined) return plain(meant);
  if (shape.items?.choices !== undefined)
    return Array.isArray(meant)
      ? `[${meant.map(plain).join(', ')}]`
      : (listMeant(shape, value) ?? `[${Object.keys(shape.items.choices).slice(0, 2).join(', ')}]`);
  if (shape.types.length === 1 && shape.types[0] === 'array')
    return listMeant(shape, value) ?? `[${plain(meant)}]`;
  if (shape.types.length === 1 && shape.types[0] === 'integer' && typeof meant === 'string')
    return /^\d+(?=\D*$)/.exec(meant.normalize('NFKC'))?.[0] ?? '…';
  if (isYesNo(shape.types))
    return String(typeof meant === 'boolean' ? meant : (answerOf(shape, value) ?? true));
  if (shape.choices !== undefined && !(String(meant) in shape.choices))
    return Object.keys(shape.choices)[0] ?? '…';
  if (shape.format !== undefined && parseDay(String(value)) === undefined)
    return plain(suggestDate(String(value)) ?? meant);
  return plain(meant);
}

/** What a text says of a yes or no, if it is an answer by itself or says that nothing is done (「未導入」). */
function answerOf(shape: Shape, value: unknown): boolean | undefined {
  if (typeof value !== 'string') return undefined;
  return (
    answerMeant(value, shape) ?? (/^未|(?:なし|無し|していない)$/u.test(value.trim()) ? false : undefined)
  );
}

/** Whether a field is one of yes and no alone. */
export function isYesNo(types: Shape['types']): boolean {
  return types.length === 1 && types[0] === 'boolean';
}

/** In a flow mapping; what needs quotes has them. */
function plain(value: unknown): string {
  if (value === undefined || value === null || typeof value === 'object') return '…';
  const text = String(value);
  return /^[^\s\-?:,[\]{}#&*!|>'"%@`][^:,[\]{}#]*$/u.test(text) ? text : JSON.stringify(text);
}
