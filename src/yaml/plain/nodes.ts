import { defaultLimits, type Limits } from '../../base/limits.ts';
import type { Anchor } from '../anchor.ts';
import type { ComposeOptions } from '../composition.ts';
import { assign, isBlank, mappingsOf, mergeInto } from '../mapping-values.ts';
import { kinds } from '../tape.ts';
import { TapeWriter } from '../tape-writer.ts';
import { isBracketOrComma, separates } from './characters.ts';
import { Cursor } from './cursor.ts';
import { KeyOrder, mostRemembered } from './key-order.ts';
import { handOver } from './not-plain.ts';
import { ScannedScalar } from './scalar.ts';

/** Reads what is the same within brackets and in blocks, and notes it on the tape. */
export class PlainNodes {
  readonly cursor: Cursor;
  readonly tape = new TapeWriter();
  readonly limits: Limits;
  readonly scalar = new ScannedScalar();
  /** from which all orders of keys start */
  readonly start = new KeyOrder('', -1);
  /** the `<<` of any mapping, which is no key of it */
  readonly merge: KeyOrder;
  /** the key to which belongs what is read */
  owner = this.start;
  readonly #keepsNull: boolean;
  readonly #link: (key: string) => number;
  #anchors = new Map<string, Anchor>();
  #borrowed = 0;
  #depth = 0;

  constructor(text: string, { writtenNull, limits = defaultLimits }: ComposeOptions) {
    this.cursor = new Cursor(text);
    this.limits = limits;
    this.#keepsNull = writtenNull === 'keep';
    this.#link = (key) => this.tape.internKey(key);
    this.merge = new KeyOrder(mergeKey, -1);
  }

  /** Forgets the anchors of the document before. */
  beginDocument(): void {
    this.#anchors = new Map();
  }

  pushEmpty(): null {
    this.tape.push(kinds.empty, -1, -1, -1);
    return null;
  }

  /** Reads a text at the cursor. */
  readScalar(inFlow: boolean): unknown {
    this.scalar.scan(this.cursor, inFlow);
    return this.pushScalar();
  }

  /** Takes the text that was scanned last for a value. */
  pushScalar(): unknown {
    const { scalar } = this;
    this.#refuseLong(scalar.end - scalar.start);
    this.tape.push(kinds.scalar, scalar.outerStart, scalar.outerEnd, -1);
    return scalar.valueIn(this.cursor.text);
  }

  /** Takes what reaches from a place to another for a text. */
  pushText(start: number, end: number): void {
    this.#refuseLong(end - start);
    this.tape.push(kinds.scalar, start, end, -1);
  }

  #refuseLong(length: number): void {
    if (length >= this.limits.characters) handOver();
  }

  /** Opens a collection at an offset. @returns its node */
  open(kind: typeof kinds.sequence | typeof kinds.mapping, start: number): number {
    // The parser of all YAML goes one or two levels deeper to find out what something is.
    if (++this.#depth + 2 >= this.limits.depth) handOver();
    return this.tape.push(kind, start, start + 1, -1);
  }

  close(node: number): void {
    this.#depth--;
    this.tape.close(node);
  }

  /** Reads the alias at the cursor. */
  readAlias(): unknown {
    const start = this.cursor.at;
    const anchor = this.#anchors.get(this.#readName());
    if (anchor?.finished !== true) return handOver();
    this.tape.push(kinds.alias, start, this.cursor.at, anchor.node);
    this.#borrowed += anchor.weight;
    if (this.#borrowed > this.limits.aliasedValues) handOver();
    return anchor.value;
  }

  /** Reads the anchor at the cursor. What it stands for comes next, and is to be told by {@link closeAnchor}. */
  openAnchor(): Anchor {
    const name = this.#readName();
    const anchor = { node: this.tape.nodes, value: undefined, finished: false, weight: this.#weight };
    this.#anchors.set(name, anchor);
    return anchor;
  }

  closeAnchor(anchor: Anchor, value: unknown): unknown {
    anchor.value = value;
    anchor.finished = true;
    anchor.weight = this.#weight - anchor.weight;
    return value;
  }

  /** How many nodes there are, those behind aliases counted each time. */
  get #weight(): number {
    return this.tape.nodes + this.#borrowed;
  }

  #readName(): string {
    const { cursor } = this;
    const start = cursor.at + 1;
    let at = start;
    let code = cursor.code(at);
    while (code > 32 && !isBracketOrComma(code)) code = cursor.code(++at);
    if (at === start || !(separates(code) || isBracketOrComma(code))) handOver();
    cursor.at = at;
    return cursor.text.slice(start, at);
  }

  /** Reads the first key of a mapping, if it is one: as {@link readKey} does. */
  readFirstKey(inFlow: boolean): KeyOrder | undefined {
    const { owner } = this;
    const key = this.readKey(this.start, owner.inside, inFlow);
    if (key !== undefined) owner.inside = key;
    return key;
  }

  /**
   * Reads a key and its colon at the cursor. Where no colon follows, the cursor is behind a text that was scanned.
   *
   * @param before the keys before it
   * @param expected the one that will mostly be it
   */
  readKey(before: KeyOrder, expected: KeyOrder | undefined, inFlow: boolean): KeyOrder | undefined {
    if (expected !== undefined && this.#recognizes(expected, inFlow)) return expected;
    this.scalar.scan(this.cursor, inFlow);
    return this.#passColon(inFlow) ? this.scannedKey(before) : undefined;
  }

  /** Takes the text that was scanned last for a key. */
  scannedKey(before: KeyOrder): KeyOrder {
    const { scalar } = this;
    this.#refuseLong(scalar.end - scalar.start);
    const text = scalar.textIn(this.cursor.text);
    if (scalar.isPlain && text === mergeKey) return this.merge;
    const key = before.next(text, this.#link) ?? handOver();
    if (scalar.isPlain) key.isPlain ||= !(mayBeMarker(text) || hasBracketOrComma(text));
    else key.isQuoted ||= scalar.isDoubleQuoted && !scalar.isEscaped;
    return key;
  }

  /** Whether a key that is expected stands at the cursor, which then goes behind its colon. */
  #recognizes({ key, isPlain, isQuoted }: KeyOrder, inFlow: boolean): boolean {
    const { cursor, scalar } = this;
    const isInQuotes = cursor.code(cursor.at) === 34;
    const start = isInQuotes ? cursor.at + 1 : cursor.at;
    const end = start + key.length;
    if (!(isInQuotes ? isQuoted && cursor.code(end) === 34 : isPlain)) return false;
    const colon = isInQuotes ? end + 1 : end;
    if (cursor.code(colon) !== 58 || !cursor.text.startsWith(key, start)) return false;
    if (!isBehindColon(cursor.code(colon + 1), inFlow, isInQuotes)) return false;
    scalar.take(start, end, isInQuotes);
    cursor.at = colon + 1;
    return true;
  }

  #passColon(inFlow: boolean): boolean {
    const { cursor } = this;
    if (cursor.skipBlanks() !== 58) return false;
    if (!isBehindColon(cursor.code(cursor.at + 1), inFlow, !this.scalar.isPlain)) return false;
    cursor.at++;
    return true;
  }

  /** Notes a key on the tape, of the text that was scanned last. */
  pushKey({ link }: KeyOrder): void {
    this.tape.push(kinds.key, this.scalar.outerStart, this.scalar.outerEnd, link);
  }

  pushMerge(): void {
    this.tape.push(kinds.merge, this.scalar.outerStart, this.scalar.outerEnd, this.tape.internKey(mergeKey));
  }

  /** Sets a key of a mapping to its value, of which the node is known. */
  put(mapping: Record<string, unknown>, order: KeyOrder, value: unknown, node: number): void {
    const { key } = order;
    if (order.count > mostRemembered && Object.hasOwn(mapping, key)) handOver();
    const isStated = !isBlank(value) || (this.#keepsNull && this.tape.cell(node, 0) === kinds.scalar);
    assign(mapping, key, isStated ? value : undefined);
  }
}

const mergeKey = '<<';

/** Merges into a mapping what its `<<` bring in, once all of its own keys are known. */
export function mergeAll(mapping: Record<string, unknown>, brought: readonly unknown[]): void {
  for (const value of brought) {
    const { mappings, isAll } = mappingsOf(value);
    if (!isAll) handOver();
    for (const source of mappings) mergeInto(mapping, source);
  }
}

/** Whether a text may begin like what separates documents, which it does at the beginning of a line alone. */
function mayBeMarker(text: string): boolean {
  const first = text.charCodeAt(0);
  return first === 45 || first === 46;
}

function hasBracketOrComma(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (isBracketOrComma(text.charCodeAt(at))) return true;
  return false;
}

/** Whether a colon before a character separates a key from its value. */
function isBehindColon(code: number, inFlow: boolean, isQuoted: boolean): boolean {
  return separates(code) || (inFlow && (isQuoted || isBracketOrComma(code)));
}
