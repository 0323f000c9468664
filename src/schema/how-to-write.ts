import { defined } from '../base/defined.ts';
import { isMapping } from '../base/mapping.ts';
import type { Shape } from './shape.ts';
import { takenAs } from './taken-words.ts';

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
  if (typeof value === 'object') return undefined;
  const mapping = items?.properties === undefined ? shape : items;
  const chosen = mapping === undefined ? undefined : firstField(mapping);
  if (mapping?.properties === undefined || chosen === undefined) return undefined;
  const [key, field] = chosen;
  const line = `{ ${key}: ${scalar(field, value)} }`;
  return {
    line: items === mapping ? `[${line}]` : line,
    fields: Object.entries(mapping.properties).map(([name, { title }]) => ({
      key: name,
      ...defined({ ja: title }),
    })),
    choices: Object.entries(field.choices ?? field.items?.choices ?? {}).map(([word, { ja, en }]) => ({
      key: word,
      ja,
      en,
    })),
  };
}

/** The field that a plain value fits first: a name, else one of yes and no or of choices, or whatever comes first. */
function firstField({ properties = {} }: Shape): readonly [string, Shape] | undefined {
  const fields = Object.entries(properties).filter(([key]) => key !== 'id');
  return (
    fields.find(([key]) => key === 'name') ??
    fields.find(([, { types, items }]) => isYesNo(types) || items?.choices !== undefined) ??
    fields[0]
  );
}

/** `{ ciso: 副町長 }` as items of a list: a key that is one of the choices of a field, and the text that is said of it. */
function byChoice({ properties = {} }: Shape, mapping: Readonly<Record<string, unknown>>): Line | undefined {
  const choosing = Object.entries(properties).find(([, { choices }]) =>
    Object.keys(mapping).every(
      (key) =>
        choices !== undefined && (key in choices || takenAs({ types: [], choices }, key) !== undefined),
    ),
  );
  const text = Object.entries(properties).find(
    ([key, { types, choices, refersTo }]) =>
      key !== 'id' && types.includes('string') && choices === undefined && refersTo === undefined,
  );
  if (choosing === undefined || text === undefined || Object.keys(mapping).length === 0) return undefined;
  const [key, { choices }] = choosing;
  return Object.entries(mapping)
    .map(([word, value]) => {
      const choice = takenAs({ types: [], ...(choices && { choices }) }, word) ?? word;
      return `{ ${key}: ${choice}, ${text[0]}: ${scalar(text[1], value)} }`;
    })
    .join(', ');
}

/** A value as it may be written for a field; an example where what was written says nothing of that kind. */
function scalar(shape: Shape | undefined, value: unknown): string {
  const meant = takenAs(shape, value) ?? value;
  if (shape === undefined) return plain(meant);
  if (shape.items?.choices !== undefined)
    return Array.isArray(meant)
      ? `[${meant.map(plain).join(', ')}]`
      : `[${Object.keys(shape.items.choices).slice(0, 2).join(', ')}]`;
  if (isYesNo(shape.types)) return typeof meant === 'boolean' ? String(meant) : 'true';
  if (shape.choices !== undefined && !(String(meant) in shape.choices))
    return Object.keys(shape.choices)[0] ?? '…';
  return plain(meant);
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
