import { withoutCommands } from './pipeline-commands.ts';
import { replaceUnseen } from './unseen.ts';

/**
 * JSON in which everything is seen, and which a pipeline may print: hidden characters and the beginnings of commands are
 * escaped. A program that reads it gets the texts as they were.
 *
 * @param replacer as `JSON.stringify` has it
 */
export function jsonText(
  value: unknown,
  indent?: number,
  replacer?: (key: string, value: unknown) => unknown,
): string {
  // Neither stands outside the strings of JSON.
  return withoutCommands(replaceUnseen(JSON.stringify(value, replacer, indent), escaped), escaped('#'));
}

/** A list of which each item is made only when it is written. */
export class LazyList {
  readonly items: Iterable<unknown>;

  constructor(items: Iterable<unknown>) {
    this.items = items;
  }
}

const indent = '  ';

/** @returns what `jsonText` gives with an indent of two, piece by piece: a property each, or an item of a {@link LazyList} */
export function* jsonPieces(value: LazyList | Readonly<Record<string, unknown>>): Generator<string> {
  if (value instanceof LazyList) return yield* listPieces(value.items, '');
  let between = '{';
  for (const [name, inner] of Object.entries(value)) {
    if (inner === undefined) continue;
    yield `${between}\n${indent}${jsonText(name)}: `;
    if (inner instanceof LazyList) yield* listPieces(inner.items, indent);
    else yield indented(inner, indent);
    between = ',';
  }
  yield between === '{' ? '{}' : '\n}';
}

function* listPieces(items: Iterable<unknown>, margin: string): Generator<string> {
  let between = '[';
  for (const item of items) {
    yield `${between}\n${margin}${indent}${indented(item, margin + indent)}`;
    between = ',';
  }
  yield between === '[' ? '[]' : `\n${margin}]`;
}

/** No text within JSON has a line break. */
function indented(value: unknown, margin: string): string {
  return jsonText(value, 2).replaceAll('\n', `\n${margin}`);
}

function escaped(character: string): string {
  return Array.from({ length: character.length }, (_, index) => {
    const unit = character.charCodeAt(index).toString(16).padStart(4, '0');
    return `\\u${unit}`;
  }).join('');
}
