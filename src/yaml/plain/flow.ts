import { kinds } from '../tape.ts';
import { isBreak } from './characters.ts';
import { mergeAll, type PlainNodes } from './nodes.ts';
import { handOver } from './not-plain.ts';

/** Reads what stands in brackets. */
export class FlowReader {
  readonly #nodes: PlainNodes;

  constructor(nodes: PlainNodes) {
    this.#nodes = nodes;
  }

  /**
   * Reads the collection whose bracket stands at the cursor.
   *
   * @param indent how far its lines are indented at least
   */
  read(indent: number): unknown {
    const { cursor } = this.#nodes;
    return cursor.code(cursor.at) === 123 ? this.#mapping(indent) : this.#sequence(indent);
  }

  #node(indent: number): unknown {
    const { cursor } = this.#nodes;
    switch (cursor.code(cursor.at)) {
      case 91: // [
        return this.#sequence(indent);
      case 123: // {
        return this.#mapping(indent);
      case 42: // *
        return this.#nodes.readAlias();
      case 38: // &
        return this.#anchored(indent);
      default:
        return this.#nodes.readScalar(true);
    }
  }

  #anchored(indent: number): unknown {
    const nodes = this.#nodes;
    const anchor = nodes.openAnchor();
    const code = nodes.cursor.skipBlanks();
    // Another anchor or an alias cannot follow.
    if (code === 38 || code === 42) handOver();
    return nodes.closeAnchor(anchor, this.#node(indent));
  }

  #sequence(indent: number): unknown[] {
    const { cursor, limits } = this.#nodes;
    const node = this.#nodes.open(kinds.sequence, cursor.at);
    const { owner } = this.#nodes;
    const items: unknown[] = [];
    cursor.at++;
    while (this.#toNext(indent) !== 93) {
      this.#nodes.owner = owner;
      items.push(this.#node(indent));
      if (!this.#passComma(indent, 93)) break;
    }
    if (items.length > limits.items) handOver();
    this.#close(node);
    return items;
  }

  #mapping(indent: number): Record<string, unknown> {
    const nodes = this.#nodes;
    const { cursor, tape } = nodes;
    const node = nodes.open(kinds.mapping, cursor.at);
    const mapping: Record<string, unknown> = {};
    let order = nodes.start;
    let brought: unknown[] | undefined;
    let count = 0;
    cursor.at++;
    while (this.#toNext(indent) !== 125) {
      const key = count === 0 ? nodes.readFirstKey(true) : nodes.readKey(order, order.expected, true);
      const read = key ?? nodes.scannedKey(order);
      count++;
      if (read === nodes.merge) {
        nodes.pushMerge();
        brought ??= [];
        brought.push(key === undefined ? nodes.pushEmpty() : this.#value(indent));
      } else {
        nodes.pushKey(read);
        const at = tape.nodes;
        nodes.owner = read;
        const value = key === undefined ? nodes.pushEmpty() : this.#value(indent);
        nodes.put(mapping, read, value, at);
        order = read;
      }
      if (!this.#passComma(indent, 125)) break;
    }
    if (count > nodes.limits.keys) handOver();
    if (brought !== undefined) mergeAll(mapping, brought);
    this.#close(node);
    return mapping;
  }

  /** Reads what comes behind a colon. */
  #value(indent: number): unknown {
    const code = this.#toNext(indent);
    return code === 44 || code === 125 ? this.#nodes.pushEmpty() : this.#node(indent);
  }

  /** @returns whether a comma follows, which is passed, and not the bracket that ends the collection */
  #passComma(indent: number, bracket: number): boolean {
    const code = this.#toNext(indent);
    if (code === bracket) return false;
    if (code !== 44) handOver();
    this.#nodes.cursor.at++;
    return true;
  }

  #close(node: number): void {
    const { cursor, tape } = this.#nodes;
    tape.reach(++cursor.at);
    this.#nodes.close(node);
  }

  /** Goes over blanks, breaks and comments. @returns the character behind them */
  #toNext(indent: number): number {
    const { cursor } = this.#nodes;
    const code = cursor.skipBlanks();
    if (!isBreak(code) && code !== 35) return code;
    cursor.nextLine();
    if (cursor.indent < indent) handOver();
    return cursor.code(cursor.at);
  }
}
