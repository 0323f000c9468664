import { kinds } from '../tape.ts';
import { readBlockScalar } from './block-scalar.ts';
import { separates } from './characters.ts';
import { FlowReader } from './flow.ts';
import type { KeyOrder } from './key-order.ts';
import { mergeAll, type PlainNodes } from './nodes.ts';
import { handOver } from './not-plain.ts';

/**
 * Reads what is told apart by lines and their indentation. Whatever is read, the cursor goes to the next line that says
 * something; what it belongs to finds out by its indentation whether it goes on there.
 */
export class BlockReader {
  readonly #nodes: PlainNodes;
  readonly #flow: FlowReader;

  constructor(nodes: PlainNodes) {
    this.#nodes = nodes;
    this.#flow = new FlowReader(nodes);
  }

  /**
   * Reads what stands at the cursor, at the beginning of a line or behind a dash.
   *
   * @param parent the column of what it belongs to; -1 of a document
   */
  read(parent: number): unknown {
    const nodes = this.#nodes;
    const { cursor } = nodes;
    const code = cursor.code(cursor.at);
    if (code === 45 && this.#isAtDash()) return this.#sequence();
    if (isIndicator(code)) return this.#indicated(parent);
    const start = cursor.at;
    const column = cursor.column;
    const key = nodes.readFirstKey(false);
    if (key !== undefined) return this.#mapping(key, start, column);
    const value = nodes.pushScalar();
    cursor.nextLine();
    return value;
  }

  /** Reads a value that begins on the line of its key or anchor. */
  #inLine(parent: number): unknown {
    const nodes = this.#nodes;
    if (isIndicator(nodes.cursor.code(nodes.cursor.at))) return this.#indicated(parent);
    const value = nodes.readScalar(false);
    nodes.cursor.nextLine();
    return value;
  }

  /** Reads what one character at its beginning tells. */
  #indicated(parent: number): unknown {
    const nodes = this.#nodes;
    const { cursor } = nodes;
    const code = cursor.code(cursor.at);
    if (code === 124 || code === 62) return readBlockScalar(nodes, parent + 1); // | >
    const value = code === 42 ? nodes.readAlias() : this.#flow.read(parent + 1); // *
    cursor.nextLine();
    return value;
  }

  #sequence(): unknown[] {
    const nodes = this.#nodes;
    const { cursor, tape } = nodes;
    const { column } = cursor;
    const node = nodes.open(kinds.sequence, cursor.at);
    const { owner } = nodes;
    const items: unknown[] = [];
    do {
      nodes.owner = owner;
      cursor.at++;
      const at = tape.nodes;
      const item = this.#item(column);
      // A dash with nothing after it is no item, neither here nor in the tape's items.
      if (tape.cell(at, 0) !== kinds.empty) items.push(item);
    } while (cursor.indent === column && this.#isAtDash());
    if (cursor.indent > column || items.length > nodes.limits.items) handOver();
    nodes.close(node);
    return items;
  }

  /** Reads what comes behind a dash. */
  #item(column: number): unknown {
    const { cursor } = this.#nodes;
    if (cursor.endsLine()) {
      cursor.nextLine();
      return cursor.indent > column ? this.read(column) : this.#nodes.pushEmpty();
    }
    return cursor.code(cursor.at) === 38 ? this.#anchored(column, false) : this.read(column);
  }

  /**
   * @param start where its first key begins, which is read already
   * @param column of its keys
   */
  #mapping(first: KeyOrder, start: number, column: number): Record<string, unknown> {
    const nodes = this.#nodes;
    const { cursor, tape } = nodes;
    const node = nodes.open(kinds.mapping, start);
    const mapping: Record<string, unknown> = {};
    let order = nodes.start;
    let key = first;
    let brought: unknown[] | undefined;
    for (let count = 1; ; count++) {
      if (count > nodes.limits.keys) handOver();
      if (key === nodes.merge) {
        nodes.pushMerge();
        brought ??= [];
        brought.push(this.#value(column));
      } else {
        nodes.pushKey(key);
        const at = tape.nodes;
        nodes.owner = key;
        nodes.put(mapping, key, this.#value(column), at);
        order = key;
      }
      if (cursor.indent !== column || (column === 0 && cursor.code(cursor.at) === 45)) break;
      key = nodes.readKey(order, order.expected, false) ?? handOver();
    }
    if (cursor.indent > column) handOver();
    if (brought !== undefined) mergeAll(mapping, brought);
    nodes.close(node);
    return mapping;
  }

  /** Reads what comes behind a key and its colon. */
  #value(column: number): unknown {
    const { cursor } = this.#nodes;
    if (!cursor.endsLine())
      return cursor.code(cursor.at) === 38 ? this.#anchored(column, true) : this.#inLine(column);
    cursor.nextLine();
    if (cursor.indent > column) return this.read(column);
    return cursor.indent === column && this.#isAtDash() ? this.#sequence() : this.#nodes.pushEmpty();
  }

  /**
   * Reads an anchor and what it stands for.
   *
   * @param isOfKey whether it comes behind a key, whose list may be indented as far as the key
   */
  #anchored(column: number, isOfKey: boolean): unknown {
    const nodes = this.#nodes;
    const { cursor } = nodes;
    const anchor = nodes.openAnchor();
    if (!cursor.endsLine()) {
      // An alias cannot have an anchor.
      if (cursor.code(cursor.at) === 42) handOver();
      return nodes.closeAnchor(anchor, this.#inLine(column));
    }
    cursor.nextLine();
    if (cursor.indent > column) {
      if (cursor.code(cursor.at) === 42) handOver();
      return nodes.closeAnchor(anchor, this.read(column));
    }
    if (!isOfKey || cursor.indent < column || !this.#isAtDash()) handOver();
    return nodes.closeAnchor(anchor, this.#sequence());
  }

  #isAtDash(): boolean {
    const { cursor } = this.#nodes;
    return cursor.code(cursor.at) === 45 && separates(cursor.code(cursor.at + 1));
  }
}

/** Whether a character tells by itself what begins with it: a bracket, an alias or a block of text. */
function isIndicator(code: number): boolean {
  return code === 91 || code === 123 || code === 42 || code === 124 || code === 62;
}
