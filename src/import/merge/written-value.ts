import { isMapping, type Mapping } from '../../base/mapping.ts';
import { replaceUnseen } from '../../base/unseen.ts';
import { resolvePlain } from '../../yaml/core-schema.ts';

/** How a text stands in a file: without quotes, where it can, or in quotes as it was. */
export type Quotes = 'none' | 'single' | 'double';

/**
 * A value as it is written behind a key, on one line.
 *
 * @param quotes what a text that was there before was written in
 */
export function inlineText(value: unknown, quotes: Quotes = 'none'): string {
  if (Array.isArray(value)) return `[${value.map((item) => flowText(item)).join(', ')}]`;
  if (isMapping(value)) return mappingText(value);
  return typeof value === 'string' ? quoted(value, quotes, plainInBlock) : String(value);
}

/** A value as it is written between brackets. */
export function flowText(value: unknown, quotes: Quotes = 'none'): string {
  return typeof value === 'string' ? quoted(value, quotes, plainInFlow) : inlineText(value);
}

/** A key as it is written before its colon. */
export function keyText(key: string): string {
  return key.includes(':') ? doubleQuoted(key) : flowText(key);
}

/**
 * A key with its value, a line each: mappings below each other, so that each cell of a register has a line of its own, lists of
 * words on one line, and lists of mappings with an item on a line.
 */
export function blockLines(key: string, value: unknown, indentation: string): string[] {
  const head = `${indentation}${keyText(key)}:`;
  const inner = `${indentation}  `;
  // What nobody judges stands on one line, so that a record stays short.
  if (isMapping(value) && Object.keys(value).length > 0 && !key.startsWith('x-')) {
    return [head, ...Object.entries(value).flatMap(([name, item]) => blockLines(name, item, inner))];
  }
  if (Array.isArray(value) && value.some(isMapping)) {
    return [head, ...value.map((item) => `${inner}- ${inlineText(item)}`)];
  }
  return [`${head} ${inlineText(value)}`];
}

function mappingText(mapping: Mapping): string {
  const pairs = Object.entries(mapping).map(([key, value]) => `${keyText(key)}: ${flowText(value)}`);
  return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
}

function quoted(text: string, quotes: Quotes, plain: RegExp): string {
  // A line break or a hidden character is seen in double quotes alone.
  const isPlain = !/[\r\n\t]/.test(text) && replaceUnseen(text, escaped) === text;
  if (quotes === 'single' && isPlain) return `'${text.replaceAll("'", "''")}'`;
  if (quotes === 'double' || !isPlain || !plain.test(text) || isReadOtherwise(text))
    return doubleQuoted(text);
  return text;
}

/** A text in double quotes, in which nothing is hidden. */
export function doubleQuoted(text: string): string {
  return replaceUnseen(JSON.stringify(text), escaped);
}

/** A hidden character as double quotes have it (YAML 1.2 section 5.7): the file shows that it is there. */
export function escaped(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16);
  return code.length <= 4 ? `\\u${code.padStart(4, '0')}` : `\\U${code.padStart(8, '0')}`;
}

/** No mark of YAML begins it, no blank stands at its ends, and nothing in it ends a key or begins a comment. */
const plainInBlock = /^(?![-?:,[\]{}#&*!|>'"%@`=\s]|\.\.\.)(?:[^:#]|:(?=[^\s])|(?<=[^\s])#)*(?<!\s)$/u;

/** Between brackets, brackets and commas mean something, too. */
const plainInFlow = /^(?![-?:#&*!|>'"%@`=\s]|\.\.\.)(?:[^:#,[\]{}]|:(?=[^\s,[\]{}])|(?<=[^\s])#)*(?<!\s)$/u;

/**
 * Whether a text would be read as something else without quotes: by the core schema, or by the YAML 1.1 of other tools that a body
 * has, for which `on` is a yes, 1:30 is ninety and 2026-04-01 is a day.
 */
function isReadOtherwise(text: string): boolean {
  return text === '' || typeof resolvePlain(text) !== 'string' || yaml11.test(text);
}

const yaml11 =
  /^(?:y|n|yes|no|on|off|true|false|null|~|<<|=)$|^[-+]?\.?[0-9][0-9_,.:]*(?:e[-+]?[0-9]+)?$|^[-+]?0[xbo][0-9a-f_]+$|^[-+]?\.(?:inf|nan)$|^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt\s].*)?$/i;
