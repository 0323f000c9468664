import {
  CST,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  type Node,
  type Pair,
  parseDocument,
  type YAMLMap,
} from 'yaml';
import { isMapping } from '../../base/mapping.ts';
import type { KeyRank } from './field-order.ts';
import type { NotEditable } from './merge-problem.ts';
import { sameValue } from './record-value.ts';
import { blockLines, flowText, inlineText, keyText, type Quotes } from './written-value.ts';

/** A change of one field; without a value it is removed. */
export interface FieldEdit {
  readonly keys: readonly string[];
  readonly value: unknown;
}

/** The text of a record cannot be changed in its place, because of what one of its fields is written like. */
export class NotEditableError extends Error {
  readonly why: NotEditable;
  /** down to the field; none where it is the record as a whole */
  readonly keys: readonly string[];

  constructor(why: NotEditable, keys: readonly string[] = []) {
    super(why);
    this.why = why;
    this.keys = keys;
  }
}

/** How the lines of a file are written. */
export interface Layout {
  readonly lineBreak: string;
  readonly rank: KeyRank;
}

/**
 * Changes fields of one record in its text, which is that of one item of a list, from the start of its line to the end of its
 * last. All else stays as it is, to the byte. A comment on the line of a value that is removed stays on that line.
 *
 * @throws NotEditableError
 */
export function editRecord(text: string, edits: readonly FieldEdit[], layout: Layout): string {
  return edits.reduce((edited, edit) => editField(edited, edit, layout), text);
}

function editField(text: string, { keys, value }: FieldEdit, layout: Layout): string {
  try {
    const record = new RecordText(text, layout);
    return value === undefined ? record.without(keys) : record.with(keys, value);
  } catch (error) {
    throw error instanceof NotEditableError ? new NotEditableError(error.why, keys) : error;
  }
}

/** Whether somebody has written a comment into the text of a record. */
export function hasComment(text: string): boolean {
  return commentsIn(text).length > 0;
}

interface Comment {
  readonly start: number;
  readonly end: number;
}

/** A node as it was parsed: all of them have a range. */
type Placed = Node & { readonly range: [number, number, number] };

type PlacedPair = Pair<Placed, Placed | null>;

class RecordText {
  readonly #text: string;
  readonly #layout: Layout;
  #commentsRead: readonly Comment[] | undefined;
  readonly #record: YAMLMap<Placed, Placed | null>;

  constructor(text: string, layout: Layout) {
    this.#text = text;
    this.#layout = layout;
    const { contents } = parseDocument(text, { logLevel: 'silent', uniqueKeys: false });
    const record = isSeq(contents) && contents.items.length === 1 ? contents.items[0] : undefined;
    if (isAlias(record)) throw new NotEditableError('alias');
    if (!isMap(record)) throw new NotEditableError('layout');
    this.#record = record as YAMLMap<Placed, Placed | null>;
    this.#refuseShared(this.#record as Placed);
  }

  /** @returns the text with a value below some keys, which it may have already */
  with(keys: readonly string[], value: unknown): string {
    let map = this.#record;
    for (const [index, key] of keys.entries()) {
      const pair = pairOf(map, key);
      const rest = keys.slice(index + 1);
      if (pair === undefined) return this.#insert(map, keys.slice(0, index), key, nested(rest, value));
      const node = pair.value;
      if (isEmpty(node)) return this.#fill(map, pair, nested(rest, value));
      this.#refuseShared(node);
      if (rest.length === 0) return this.#replace(map, pair, node, value);
      if (!isMap(node)) throw new NotEditableError('not-a-mapping');
      map = node as YAMLMap<Placed, Placed | null>;
    }
    return this.#text;
  }

  /** @returns the text without what stands below some keys, and without mappings that have nothing else */
  without(keys: readonly string[]): string {
    let map = this.#record;
    let removed: { map: typeof map; pair: PlacedPair } | undefined;
    for (const [index, key] of keys.entries()) {
      const pair = pairOf(map, key);
      // Nothing is written there, so that it comes from elsewhere.
      if (pair === undefined) throw new NotEditableError('merged');
      if (removed === undefined || map.items.length > 1) removed = { map, pair };
      const node = pair.value;
      if (isEmpty(node)) break;
      this.#refuseShared(node);
      if (index === keys.length - 1) this.#refuseSharedWithin(node);
      else if (isMap(node)) map = node as typeof map;
      else throw new NotEditableError('not-a-mapping');
    }
    return removed === undefined ? this.#text : this.#withoutItem(removed.map, removed.pair);
  }

  /** An anchor would change what others say, an alias is what others say, and a tag may not fit what comes. */
  #refuseShared(node: Placed): void {
    if (isAlias(node)) throw new NotEditableError('alias');
    if ('anchor' in node && node.anchor !== undefined) throw new NotEditableError('anchor');
    if ('tag' in node && node.tag !== undefined) throw new NotEditableError('tag');
  }

  #refuseSharedWithin(node: Placed): void {
    this.#refuseShared(node);
    if (isSeq(node)) for (const item of node.items) if (isPlaced(item)) this.#refuseSharedWithin(item);
    if (!isMap(node)) return;
    for (const { value } of node.items) if (isPlaced(value)) this.#refuseSharedWithin(value);
  }

  #splice(start: number, end: number, text: string): string {
    return this.#text.slice(0, start) + text + this.#text.slice(end);
  }

  // Values

  #replace(map: YAMLMap, pair: PlacedPair, node: Placed, value: unknown): string {
    if (isScalar(node) && !isMapping(value) && !Array.isArray(value))
      return this.#replaceScalar(map, node, value);
    if (isSeq(node) && Array.isArray(value) && value.length > 0 && node.items.length > 0) {
      return this.#editList(node, value);
    }
    this.#refuseSharedWithin(node);
    return this.#replaceWhole(map, pair, node, value);
  }

  #replaceScalar(map: { flow?: boolean }, node: Placed, value: unknown): string {
    const [start, end] = node.range;
    const source = this.#text.slice(start, end);
    const text = map.flow === true ? flowText(value, quotesOf(source)) : inlineText(value, quotesOf(source));
    if (!/^[|>]/.test(source)) return this.#splice(start, end, text);
    // Of a block the line of its mark stays, with a comment on it.
    const comment = this.#commentsWithin(start, end).map((each) => ` ${this.#slice(each)}`);
    return this.#splice(start, end, `${text}${comment.join('')}${/[ \t\r\n]*$/.exec(source)?.[0] ?? ''}`);
  }

  /** Puts a value of another kind in the place of one, on the line of its key. */
  #replaceWhole(map: YAMLMap, pair: PlacedPair, node: Placed, value: unknown): string {
    const start = this.#colonEnd(pair);
    const end = this.#contentEnd(node);
    const comments = this.#commentsWithin(start, end);
    if (map.flow === true && comments.length > 0) throw new NotEditableError('layout');
    const text = map.flow === true ? flowText(value) : inlineText(value);
    const lineEnd = this.#lineEnd(start);
    const onLine = comments
      .filter((comment) => comment.start < lineEnd)
      .map((each) => ` ${this.#slice(each)}`);
    const below = comments
      .filter((comment) => comment.start >= lineEnd)
      .map(
        (each) =>
          `${this.#layout.lineBreak}${' '.repeat(this.#column(pair.key.range[0]))}${this.#slice(each)}`,
      );
    const tail = endsLine(this.#text, end) ? this.#layout.lineBreak : '';
    return this.#splice(start, end, ` ${text}${onLine.join('')}${below.join('')}${tail}`);
  }

  /** Writes the value of a key that has none. */
  #fill(map: YAMLMap, pair: PlacedPair, value: unknown): string {
    if (isPlaced(pair.value)) this.#refuseShared(pair.value);
    const [start, end] = isPlaced(pair.value) ? pair.value.range : [0, 0];
    const text = map.flow === true ? flowText(value) : inlineText(value);
    // A null or a blank text that is written out.
    if (end > start) return this.#splice(start, end, text);
    const colon = this.#colonEnd(pair);
    const hasColon = this.#text[colon - 1] === ':';
    return this.#splice(colon, colon, `${hasColon ? '' : ':'} ${text}`);
  }

  // Lists

  /** Changes as few items of a list as will do, so that what is written beside the others stays. */
  #editList(list: Node & { items: unknown[]; flow?: boolean }, value: readonly unknown[]): string {
    const nodes = list.items.filter(isPlaced);
    if (nodes.length < list.items.length) throw new NotEditableError('layout');
    for (const node of nodes) this.#refuseSharedWithin(node);
    const old = nodes.map(plainValue);
    let first = 0;
    while (first < old.length && first < value.length && sameValue(old[first], value[first])) first++;
    if (first === old.length && first === value.length) return this.#text;
    return this.#again(this.#editItem(list, nodes, old, value, first), list, value);
  }

  /** Makes the first item that differs what it should be, or takes it out, or puts another before it. */
  #editItem(
    list: Node & { items: unknown[]; flow?: boolean },
    nodes: readonly Placed[],
    old: readonly unknown[],
    value: readonly unknown[],
    first: number,
  ): string {
    const node = nodes[first];
    const before = nodes[first - 1];
    const isIn = (items: readonly unknown[], item: unknown) =>
      items.slice(first + 1).some((other) => sameValue(other, item));
    if (node !== undefined && !isIn(value, old[first])) {
      return first < value.length && !isIn(old, value[first])
        ? this.#replaceItem(list, node, value[first])
        : this.#withoutItem(list, node);
    }
    return before === undefined
      ? this.#insertFirst(list, node, value[first])
      : this.#insertItem(list, before, value[first]);
  }

  /** One change at a time, each on a text that was read anew: no change can come in the way of another. */
  #again(text: string, list: Node, value: readonly unknown[]): string {
    const keys = keysTo(this.#record, list);
    return keys === undefined ? text : new RecordText(text, this.#layout).with(keys, value);
  }

  #replaceItem(list: { flow?: boolean }, node: Placed, value: unknown): string {
    if (isScalar(node) && !isMapping(value)) return this.#replaceScalar(list, node, value);
    if (isMap(node) && isMapping(value)) {
      const edited = this.#editMapping(node as YAMLMap<Placed, Placed | null>, value);
      if (edited !== undefined) return edited;
    }
    const end = this.#contentEnd(node);
    if (this.#commentsWithin(node.range[0], end).length > 0) throw new NotEditableError('layout');
    return this.#splice(node.range[0], end, list.flow === true ? flowText(value) : inlineText(value));
  }

  /** Makes the first difference between a mapping of a list and what it should be; the others follow when it is read anew. */
  #editMapping(
    map: YAMLMap<Placed, Placed | null>,
    value: Readonly<Record<string, unknown>>,
  ): string | undefined {
    const kept = map.items.some((pair) => Object.hasOwn(value, keyOf(pair)));
    if (!kept) return undefined;
    for (const pair of map.items) {
      const key = keyOf(pair);
      if (!Object.hasOwn(value, key)) {
        if (!isEmpty(pair.value)) return this.#withoutItem(map, pair);
      } else if (isEmpty(pair.value)) return this.#fill(map, pair, value[key]);
      else if (!sameValue(plainValue(pair.value), value[key]))
        return this.#replaceShort(map, pair, pair.value, value[key]);
    }
    const missing = Object.keys(value).find((key) => pairOf(map, key) === undefined);
    return missing === undefined ? undefined : this.#insert(map, undefined, missing, value[missing]);
  }

  #replaceShort(map: YAMLMap, pair: PlacedPair, node: Placed, value: unknown): string {
    return isScalar(node) && !isMapping(value) && !Array.isArray(value)
      ? this.#replaceScalar(map, node, value)
      : this.#replaceWhole(map, pair, node, value);
  }

  #insertItem(list: { flow?: boolean }, before: Placed, value: unknown): string {
    const end = this.#contentEnd(before);
    if (list.flow === true) return this.#splice(end, end, `, ${flowText(value)}`);
    const dash = this.#dashBefore(before.range[0]);
    return this.#insertLines(end, [`${' '.repeat(this.#column(dash))}- ${inlineText(value)}`]);
  }

  #insertFirst(list: { flow?: boolean }, next: Placed | undefined, value: unknown): string {
    const start = next?.range[0] ?? 0;
    if (list.flow === true) return this.#splice(start, start, `${flowText(value)}, `);
    const dash = this.#dashBefore(start);
    const indentation = ' '.repeat(this.#column(dash));
    return this.#splice(dash, dash, `- ${inlineText(value)}${this.#layout.lineBreak}${indentation}`);
  }

  // Mappings

  #insert(
    map: YAMLMap<Placed, Placed | null>,
    parents: readonly string[] | undefined,
    key: string,
    value: unknown,
  ): string {
    const before = parents === undefined ? map.items.at(-1) : this.#predecessor(map, parents, key);
    if (map.flow === true) {
      const pair = `${keyText(key)}: ${flowText(value)}`;
      const end = before === undefined ? (map.range?.[0] ?? 0) + 1 : this.#contentEnd(before);
      if (before !== undefined) return this.#splice(end, end, `, ${pair}`);
      return this.#splice(end, end, /^\s/.test(this.#text.slice(end)) ? ` ${pair}` : ` ${pair} `);
    }
    if (before === undefined) throw new NotEditableError('layout');
    const indentation = ' '.repeat(this.#column(map.items[0]?.key.range[0] ?? 0));
    return this.#insertLines(this.#contentEnd(before), blockLines(key, value, indentation));
  }

  /** The pair that a new key goes behind: the last one that the vocabulary has before it. */
  #predecessor(
    map: YAMLMap<Placed, Placed | null>,
    parents: readonly string[],
    key: string,
  ): PlacedPair | undefined {
    const { rank } = this.#layout;
    const own = rank(parents, key);
    let found: PlacedPair | undefined;
    let highest = Number.NEGATIVE_INFINITY;
    for (const pair of map.items) {
      const other = keyOf(pair) === '<<' ? Number.NEGATIVE_INFINITY : rank(parents, keyOf(pair));
      if (found === undefined || (other <= own && other >= highest)) {
        found = pair;
        highest = other;
      }
    }
    return found;
  }

  /** Inserts whole lines below the line on which something ends. */
  #insertLines(end: number, lines: readonly string[]): string {
    const { lineBreak } = this.#layout;
    if (endsLine(this.#text, end))
      return this.#splice(end, end, lines.map((line) => line + lineBreak).join(''));
    const at = this.#lineEnd(end);
    return this.#splice(at, at, lines.map((line) => lineBreak + line).join(''));
  }

  // Removing

  /** Removes a pair of a mapping or an item of a list. */
  #withoutItem(parent: { items: unknown[]; flow?: boolean }, item: PlacedPair | Placed): string {
    const [start] = 'key' in item ? item.key.range : item.range;
    return parent.flow === true
      ? this.#withoutFlow(parent.items, item, start)
      : this.#withoutLines(parent.items, item, start);
  }

  #withoutFlow(items: readonly unknown[], item: PlacedPair | Placed, start: number): string {
    const index = items.indexOf(item);
    const end = this.#contentEnd(item);
    const next = items[index + 1] as PlacedPair | Placed | undefined;
    const previous = items[index - 1] as PlacedPair | Placed | undefined;
    const from = next === undefined && previous !== undefined ? this.#contentEnd(previous) : start;
    const to = next === undefined ? end : 'key' in next ? next.key.range[0] : next.range[0];
    // Between brackets a comment cannot be told to be of the one or the other.
    if (this.#commentsWithin(from, to).length > 0) throw new NotEditableError('layout');
    return this.#splice(from, to, '');
  }

  #withoutLines(items: readonly unknown[], item: PlacedPair | Placed, start: number): string {
    const end = this.#contentEnd(item);
    const isPair = 'key' in item;
    const first = isPair ? start : this.#dashBefore(start);
    const lineStart = this.#lineStart(first);
    const afterLine = endsLine(this.#text, end) ? end : this.#lineEnd(end);
    const comments = this.#commentsWithin(first, afterLine);
    const indentation = this.#text.slice(lineStart, first);
    if (indentation.trim() !== '') return this.#withoutFirst(items, item, first, afterLine, comments);
    const kept = comments.map((comment) => `${indentation}${this.#slice(comment)}`);
    if (kept.length > 0) {
      const tail = endsLine(this.#text, end) ? this.#layout.lineBreak : '';
      return this.#splice(lineStart, afterLine, kept.join(this.#layout.lineBreak) + tail);
    }
    const breakLength = endsLine(this.#text, end)
      ? 0
      : (/^(?:\r\n|\n|\r)?/.exec(this.#text.slice(afterLine))?.[0].length ?? 0);
    // The last line of the text takes the break before it along.
    if (breakLength === 0 && afterLine === this.#text.length && !endsLine(this.#text, end)) {
      return this.#splice(
        lineStart - (/(?:\r\n|\n|\r)$/.exec(this.#text.slice(0, lineStart))?.[0].length ?? 0),
        afterLine,
        '',
      );
    }
    return this.#splice(lineStart, afterLine + breakLength, '');
  }

  /** What stands behind the dash of its list leaves the dash to the next. */
  #withoutFirst(
    items: readonly unknown[],
    item: PlacedPair | Placed,
    first: number,
    afterLine: number,
    comments: readonly Comment[],
  ): string {
    const next = items[items.indexOf(item) + 1] as PlacedPair | undefined;
    if (next === undefined || !('key' in next)) throw new NotEditableError('layout');
    const to = next.key.range[0];
    if (this.#commentsWithin(first, to).length === 0) return this.#splice(first, to, '');
    const indentation = ' '.repeat(this.#column(first));
    const kept = comments.map((comment, index) => `${index === 0 ? '' : indentation}${this.#slice(comment)}`);
    const tail = endsLine(this.#text, afterLine) ? this.#layout.lineBreak : '';
    return this.#splice(first, afterLine, kept.join(this.#layout.lineBreak) + tail);
  }

  // Places

  /** Most changes come near no comment, so that they are looked for only where they could. */
  get #comments(): readonly Comment[] {
    this.#commentsRead ??= commentsIn(this.#text);
    return this.#commentsRead;
  }

  /** Where the last character ends that something is written with, without what stands behind it on the line. */
  #contentEnd(item: PlacedPair | Placed | null): number {
    if (item === null) return 0;
    if ('key' in item) {
      return isEmpty(item.value) && !isWritten(item.value)
        ? this.#colonEnd(item)
        : this.#contentEnd(item.value);
    }
    if ((isMap(item) || isSeq(item)) && item.flow !== true) {
      const last = item.items.at(-1) as PlacedPair | Placed | undefined;
      return last === undefined ? (item.range?.[1] ?? 0) : this.#contentEnd(last);
    }
    return (item as Placed).range[1];
  }

  /** The offset behind the colon of a pair; behind its key, where it has none. */
  #colonEnd({ key }: PlacedPair): number {
    const end = key.range[1];
    const colon = /^[ \t]*:/.exec(this.#text.slice(end, end + 100));
    return colon === null ? end : end + colon[0].length;
  }

  #dashBefore(offset: number): number {
    for (let at = offset - 1; at >= 0; at--) {
      if (this.#text[at] === '-' && /\s/.test(this.#text[at + 1] ?? ' ') && !this.#isInComment(at)) return at;
    }
    throw new NotEditableError('layout');
  }

  #isInComment(offset: number): boolean {
    return this.#comments.some(({ start, end }) => start <= offset && offset < end);
  }

  #commentsWithin(start: number, end: number): readonly Comment[] {
    return this.#comments.filter((comment) => comment.start >= start && comment.start < end);
  }

  #slice({ start, end }: Comment): string {
    return this.#text.slice(start, end);
  }

  #lineStart(offset: number): number {
    let at = offset;
    while (at > 0 && !isBreak(this.#text[at - 1])) at--;
    return at;
  }

  #lineEnd(offset: number): number {
    let at = offset;
    while (at < this.#text.length && !isBreak(this.#text[at])) at++;
    return at;
  }

  #column(offset: number): number {
    return offset - this.#lineStart(offset);
  }
}

function commentsIn(text: string): Comment[] {
  const comments: Comment[] = [];
  let offset = 0;
  let isScalar = false;
  for (const lexeme of new Lexer().lex(text)) {
    const type = CST.tokenType(lexeme);
    // Marks of the lexer, which stand for no character of the text.
    if (
      !isScalar &&
      (type === 'doc-mode' || type === 'scalar' || type === 'flow-error-end') &&
      lexeme.length === 1 &&
      lexeme < ' '
    ) {
      isScalar = type === 'scalar';
      continue;
    }
    if (!isScalar && type === 'comment')
      comments.push({ start: offset, end: offset + lexeme.trimEnd().length });
    isScalar = false;
    offset += lexeme.length;
  }
  return comments;
}

function nested(keys: readonly string[], value: unknown): unknown {
  return keys.reduceRight((inner, key) => ({ [key]: inner }), value);
}

function pairOf(map: YAMLMap<Placed, Placed | null>, key: string): PlacedPair | undefined {
  return map.items.find((pair) => keyOf(pair) === key);
}

/** A key is a name as it is written: 001 is not 1. */
function keyOf({ key }: PlacedPair): string {
  return isScalar(key) ? String(key.source ?? key.value) : '';
}

/** The keys from a mapping down to a node within it. */
function keysTo(map: YAMLMap<Placed, Placed | null>, node: Node): readonly string[] | undefined {
  for (const pair of map.items) {
    if (pair.value === node) return [keyOf(pair)];
    const inner = isMap(pair.value) ? keysTo(pair.value as YAMLMap<Placed, Placed | null>, node) : undefined;
    if (inner !== undefined) return [keyOf(pair), ...inner];
  }
  return undefined;
}

function isPlaced(value: unknown): value is Placed {
  return typeof value === 'object' && value !== null && 'range' in value && Array.isArray(value.range);
}

/** Whether a key has no value, or one that counts as none: nothing, a null or blanks. */
function isEmpty(node: Placed | null): node is null {
  if (node === null) return true;
  return (
    isScalar(node) && (node.value === null || (typeof node.value === 'string' && node.value.trim() === ''))
  );
}

function isWritten(node: Placed | null): node is Placed {
  return node !== null && node.range[1] > node.range[0];
}

function plainValue(node: Placed): unknown {
  if (isScalar(node)) return node.value;
  if (isSeq(node)) return node.items.filter(isPlaced).map(plainValue);
  if (!isMap(node)) return undefined;
  const pairs = (node as YAMLMap<Placed, Placed | null>).items;
  return Object.fromEntries(
    pairs
      .filter(({ value }) => !isEmpty(value))
      .map((pair) => [keyOf(pair), plainValue(pair.value as Placed)]),
  );
}

function quotesOf(source: string): Quotes {
  return source.startsWith("'") ? 'single' : source.startsWith('"') ? 'double' : 'none';
}

/** Whether what ends at an offset has taken its line break along, as a block of text does. */
function endsLine(text: string, offset: number): boolean {
  return offset > 0 && isBreak(text[offset - 1]);
}

function isBreak(character: string | undefined): boolean {
  return character === '\n' || character === '\r';
}
