import {
  COLLECTION_STYLE,
  EVENT_ID,
  type Event,
  getScalarValue,
  type MappingEvent,
  parseEvents,
  SCALAR_STYLE,
  type ScalarEvent,
  type SequenceEvent,
} from 'js-yaml';
import { defaultLimits, type LimitName, type Limits, limitOf } from '../base/limits.ts';
import type { Anchor } from './anchor.ts';
import {
  type ComposedDocument,
  type ComposeOptions,
  type Composition,
  LocatedLimitError,
} from './composition.ts';
import { matchesTag, resolvePlain } from './core-schema.ts';
import { assign, isBlank, mappingsOf, mergeInto } from './mapping-values.ts';
import type { YamlProblem } from './problem.ts';
import { kinds } from './tape.ts';
import { TapeWriter } from './tape-writer.ts';

/**
 * Reads all documents of any text in one pass over the parser's flat events: values and positions together, with no tree of
 * nodes (building one costs several times the parse; `npm run bench` measures it).
 *
 * @param problems receives what is wrong within well-formed YAML (duplicate keys, unknown aliases …)
 * @throws YAMLException where the text is not YAML at all
 * @throws LocatedLimitError where there is more of something than a limit allows
 */
export function composeEvents(
  text: string,
  problems: YamlProblem[],
  options: ComposeOptions = {},
): Composition {
  return new Composer(text, problems, options).compose();
}

/** The first nodes of the keys of a mapping, as far as the tape was searched. */
interface FirstPlaces {
  next: number;
  readonly nodes: Map<number, number>;
}

class Composer {
  readonly #text: string;
  readonly #events: (Event | undefined)[];
  readonly #problems: YamlProblem[];
  readonly #keepsNull: boolean;
  readonly #limits: Limits;
  readonly #tape = new TapeWriter();
  #anchors = new Map<string, Anchor>();
  #cursor = 0;
  #weight = 0;
  #borrowed = 0;
  #discarding = 0;

  constructor(
    text: string,
    problems: YamlProblem[],
    { writtenNull, limits = defaultLimits }: ComposeOptions,
  ) {
    this.#text = text;
    this.#keepsNull = writtenNull === 'keep';
    this.#limits = limits;
    this.#events = parseEvents(text, { maxDepth: limits.depth });
    this.#problems = problems;
  }

  compose(): Composition {
    const documents: ComposedDocument[] = [];
    while (this.#cursor < this.#events.length) {
      this.#cursor++; // the document's own event
      this.#anchors = new Map();
      const root = this.#tape.nodes;
      this.#refuseMore(documents.length + 1, 'documents', this.#tape.end);
      const value = this.#node();
      documents.push({ value: value ?? undefined, root, end: this.#tape.end });
      this.#cursor++; // and its end
    }
    return { documents, tape: this.#tape.tape() };
  }

  #node(): unknown {
    const event = this.#next();
    switch (event.type) {
      case EVENT_ID.SCALAR:
        return this.#scalar(event);
      case EVENT_ID.MAPPING:
      case EVENT_ID.SEQUENCE:
        return this.#collection(event);
      case EVENT_ID.ALIAS:
        return this.#alias(event.anchorStart, event.anchorEnd);
      default:
        throw new Error(`unexpected YAML event ${event.type}`);
    }
  }

  #next(): Event {
    const event = this.#events[this.#cursor];
    if (event === undefined) throw new Error('YAML events end too early');
    // Values take the place of the events, which need several times their memory.
    this.#events[this.#cursor++] = undefined;
    return event;
  }

  #refuseMore(count: number, name: LimitName, offset: number): void {
    if (count > this.#limits[name]) throw new LocatedLimitError(limitOf(name, this.#limits), offset);
  }

  #push(kind: number, start: number, end: number, link: number): number {
    this.#weight++;
    return this.#tape.push(kind, start, end, link);
  }

  #scalar(event: ScalarEvent): unknown {
    const { valueStart, style } = event;
    const node =
      valueStart === -1
        ? this.#push(kinds.empty, -1, -1, -1)
        : this.#push(kinds.scalar, this.#startOf(event), this.#endOf(event), -1);
    const text = this.#textOf(event);
    const value =
      event.tagStart === -1
        ? style === SCALAR_STYLE.PLAIN
          ? resolvePlain(text)
          : text
        : this.#tagged(event, text);
    // An empty value may still have a tag and an anchor, which may contain brackets.
    if (valueStart === -1) this.#tape.reach(Math.max(event.tagEnd, event.anchorEnd));
    if (event.anchorStart !== -1) this.#anchor(event, { node, value, finished: true, weight: 1 });
    return value;
  }

  /** Of a key, too: an error that names it compares it with others. */
  #textOf(event: ScalarEvent): string {
    // Reading escapes takes far more memory than the text they stand for.
    const length = event.valueEnd - event.valueStart;
    this.#refuseMore(length / mostWritten, 'characters', event.valueStart);
    const text = getScalarValue(this.#text, event);
    this.#refuseMore(text.length, 'characters', event.valueStart);
    return text;
  }

  #startOf(event: ScalarEvent): number {
    switch (event.style) {
      case SCALAR_STYLE.SINGLE_QUOTED:
      case SCALAR_STYLE.DOUBLE_QUOTED:
        return event.valueStart - 1;
      case SCALAR_STYLE.LITERAL_BLOCK:
      case SCALAR_STYLE.FOLDED_BLOCK:
        return this.#blockIndicator(event);
      default:
        return event.valueStart;
    }
  }

  #endOf({ style, valueEnd }: ScalarEvent): number {
    return style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED
      ? valueEnd + 1
      : valueEnd;
  }

  /** The offset of the `|` or `>` of a block scalar; the parser only gives that of the lines below it. */
  #blockIndicator({ valueStart, tagEnd, anchorEnd }: ScalarEvent): number {
    let lineEnd = valueStart;
    if (this.#text[lineEnd - 1] === '\n') lineEnd--;
    if (this.#text[lineEnd - 1] === '\r') lineEnd--;
    let lineStart = lineEnd;
    while (lineStart > 0 && !isBreak(this.#text.charCodeAt(lineStart - 1))) lineStart--;
    let at = Math.max(lineStart, this.#tape.end, tagEnd, anchorEnd);
    while (at < lineEnd && this.#text[at] !== '|' && this.#text[at] !== '>') at++;
    return at;
  }

  #tagged(event: ScalarEvent, text: string): unknown {
    const tag = this.#text.slice(event.tagStart, event.tagEnd);
    if (tag === '!' || tag === '!!str') return text;
    const value = resolvePlain(text);
    if (!matchesTag(value, tag)) this.#unknownTag(event);
    return value;
  }

  #unknownTag({ tagStart, tagEnd }: { tagStart: number; tagEnd: number }): void {
    const tag = this.#text.slice(tagStart, tagEnd);
    this.#problems.push({ code: 'unknown-tag', start: tagStart, end: tagEnd, tag });
  }

  #collection(event: MappingEvent | SequenceEvent): unknown {
    const isMapping = event.type === EVENT_ID.MAPPING;
    const isBracketed = event.style === COLLECTION_STYLE.FLOW && this.#opensWithBracket(event);
    const weightBefore = this.#weight;
    const node = this.#push(isMapping ? kinds.mapping : kinds.sequence, event.start, event.start + 1, -1);
    const anchor: Anchor = { node, value: undefined, finished: false, weight: 0 };
    if (event.anchorStart !== -1) this.#anchor(event, anchor);
    if (event.tagStart !== -1) {
      const tag = this.#text.slice(event.tagStart, event.tagEnd);
      if (tag !== '!' && tag !== (isMapping ? '!!map' : '!!seq')) this.#unknownTag(event);
    }
    const value = isMapping ? this.#mapping() : this.#sequence();
    anchor.value = value;
    anchor.finished = true;
    anchor.weight = this.#weight - weightBefore;
    if (isBracketed) this.#tape.reach(this.#closingBracket(this.#tape.end));
    this.#tape.close(node);
    return value;
  }

  /**
   * Whether a collection begins with its own bracket. A single pair in a list (`[key: value]`) does not, even if its key
   * begins with one.
   */
  #opensWithBracket({ start }: MappingEvent | SequenceEvent): boolean {
    const inner = this.#events[this.#cursor];
    const isPair = inner !== undefined && 'start' in inner && inner.start === start;
    return !isPair && (this.#text[start] === '[' || this.#text[start] === '{');
  }

  /**
   * The end of a flow collection, which the parser does not give: behind blanks, commas and comments after its last node.
   */
  #closingBracket(from: number): number {
    const text = this.#text;
    for (let at = from; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === 93 || code === 125) return at + 1; // ] }
      if (code === 35) while (at < text.length && !isBreak(text.charCodeAt(at))) at++; // #
    }
    return from;
  }

  #sequence(): unknown[] {
    const items: unknown[] = [];
    while (!this.#closes()) {
      const node = this.#tape.nodes;
      const item = this.#node();
      // A dash with nothing after it is no item, neither here nor in the tape's items.
      if (this.#tape.cell(node, 0) !== kinds.empty) items.push(item);
      this.#refuseMore(items.length, 'items', this.#tape.cell(node, 1));
    }
    return items;
  }

  #mapping(): Record<string, unknown> {
    const mapping: Record<string, unknown> = {};
    const first = this.#tape.nodes;
    let merged: object[][] | undefined;
    let places: FirstPlaces | undefined;
    for (let count = 1; !this.#closes(); count++) {
      const event = this.#next();
      if (event.type !== EVENT_ID.SCALAR || event.valueStart === -1) {
        this.#events[--this.#cursor] = event;
        this.#skipPairOfComplexKey();
        continue;
      }
      const key = this.#textOf(event);
      if (event.anchorStart !== -1) {
        this.#anchor(event, { node: this.#tape.nodes, value: key, finished: true, weight: 1 });
      }
      if (event.tagStart !== -1) this.#tagged(event, key);
      const start = this.#startOf(event);
      const end = this.#endOf(event);
      this.#refuseMore(count, 'keys', start);
      if (key === '<<' && event.style === SCALAR_STYLE.PLAIN && event.tagStart === -1) {
        this.#push(kinds.merge, start, end, this.#tape.internKey(key));
        merged ??= [];
        merged.push(this.#mergeSource(start, end));
        continue;
      }
      const node = this.#push(kinds.key, start, end, this.#tape.internKey(key));
      const value = this.#node();
      if (Object.hasOwn(mapping, key)) {
        places ??= { next: first, nodes: new Map() };
        if (this.#duplicate(key, node, places)) assign(mapping, key, value);
      } else if (!isBlank(value) || (this.#keepsNull && this.#tape.cell(node + 1, 0) === kinds.scalar)) {
        assign(mapping, key, value);
      } else {
        // The key is set to `undefined`: an unknown key is still reported, and no merge overwrites it.
        assign(mapping, key, undefined);
      }
    }
    if (merged !== undefined) for (const source of merged.flat()) mergeInto(mapping, source);
    return mapping;
  }

  /** @returns whether the key before has nothing after it, so that this one is used */
  #duplicate(key: string, node: number, places: FirstPlaces): boolean {
    // Searched on the tape: a map of keys for each mapping would cost as much as the parse.
    for (; places.next < node; places.next = this.#tape.after(places.next + 1)) {
      const link = this.#tape.cell(places.next, 3);
      if (!places.nodes.has(link)) places.nodes.set(link, places.next);
    }
    const link = this.#tape.internKey(key);
    const first = places.nodes.get(link) ?? -1;
    const [isFirstEmpty, isEmpty] = [first, node].map((at) => this.#tape.cell(at + 1, 0) === kinds.empty);
    const isReplaced = isFirstEmpty === true && !isEmpty;
    if (isReplaced) places.nodes.set(link, node);
    const shown = isReplaced ? first : node;
    this.#problems.push({
      code: 'duplicate-key',
      start: this.#tape.cell(shown, 1),
      end: this.#tape.cell(shown, 2),
      key,
      first: this.#tape.cell(first, 1),
      ...(isFirstEmpty !== isEmpty && { empty: true }),
    });
    return isReplaced;
  }

  /** @returns the mappings that a `<<` brings in */
  #mergeSource(start: number, end: number): object[] {
    const { mappings, isAll } = mappingsOf(this.#node());
    if (!isAll) this.#problems.push({ code: 'merge-not-mapping', start, end });
    return mappings;
  }

  /** Reads a pair whose key is not a text, for its problems and anchors, but leaves it out of the values. */
  #skipPairOfComplexKey(): void {
    const before = this.#tape.nodes;
    const endBefore = this.#tape.end;
    this.#discarding++;
    this.#node();
    const value = this.#tape.nodes;
    const start = this.#tape.cell(before, 1);
    const end = this.#tape.cell(before, 2);
    this.#node();
    this.#discarding--;
    // An empty key is located before its value.
    const keyStart = start >= 0 ? start : Math.max(this.#tape.cell(value, 1), endBefore);
    this.#problems.push({ code: 'key-not-text', start: keyStart, end: Math.max(end, keyStart + 1) });
    this.#tape.drop(before);
  }

  #alias(start: number, end: number): unknown {
    const name = this.#text.slice(start, end);
    const anchor = this.#anchors.get(name);
    this.#push(kinds.alias, start - 1, end, anchor?.finished === true ? anchor.node : -1);
    if (anchor?.finished === true) {
      this.#weight += anchor.weight;
      this.#borrowed += anchor.weight;
      this.#refuseMore(this.#borrowed, 'aliasedValues', start - 1);
      return anchor.value;
    }
    this.#problems.push({
      code: anchor === undefined ? 'unknown-alias' : 'recursive-alias',
      start: start - 1,
      end,
      name,
    });
    return null;
  }

  #anchor(event: { anchorStart: number; anchorEnd: number }, anchor: Anchor): void {
    if (this.#discarding > 0) anchor.node = -1;
    this.#anchors.set(this.#text.slice(event.anchorStart, event.anchorEnd), anchor);
  }

  #closes(): boolean {
    if (this.#events[this.#cursor]?.type !== EVENT_ID.POP) return false;
    this.#cursor++;
    return true;
  }
}

/** How many characters stand for one, as in `\\U00000041`. */
const mostWritten = 10;

function isBreak(code: number): boolean {
  return code === 10 || code === 13;
}
