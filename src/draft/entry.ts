import type { Line } from './lines.ts';
import type { Marker } from './marker.ts';

/** A provision as it stands in the document: what it begins with, and the lines that follow. */
export interface Entry {
  readonly marker: Marker;
  readonly parent: Entry | undefined;
  readonly children: Entry[];
  readonly indent: number;
  /** what stands in its first line, without the marker, and the lines behind it */
  readonly lines: Pick<Line, 'text' | 'isFull'>[];
  /** a heading in brackets in the line before it, as laws have it */
  readonly caption?: string;
  /** the numbers of all that it stands below, and its own */
  readonly path: readonly string[];
  /** how deep a heading of Markdown it is */
  readonly heading?: number;
}

/** Entries that are open, the outermost first: a new one stands below one of them. */
export class OpenEntries {
  readonly #stack: Entry[] = [];

  get top(): Entry | undefined {
    return this.#stack.at(-1);
  }

  get innermostFirst(): readonly Entry[] {
    return this.#stack.toReversed();
  }

  /** Closes all that stands below an entry, and the entry itself where it is said so; all where there is none. */
  closeTo(entry: Entry | undefined): void {
    const at = entry === undefined ? -1 : this.#stack.indexOf(entry);
    this.#stack.length = at + 1;
  }

  closeWhile(isClosed: (entry: Entry) => boolean): void {
    for (let { top } = this; top !== undefined && isClosed(top); top = this.top) this.#stack.pop();
  }

  find(isMeant: (entry: Entry) => boolean): Entry | undefined {
    return this.#stack.findLast(isMeant);
  }

  open(entry: Entry): void {
    entry.parent?.children.push(entry);
    this.#stack.push(entry);
  }
}

/** Whether an entry is an article or a series behind the main text, in which paragraphs are counted by bare numbers. */
export function hasParagraphs({ marker }: Entry): boolean {
  return marker.style === '条' || marker.family === 'appendix';
}
