/** A place in a text as people and editors count it: both from 1, columns in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Orders positions in a file; what has none comes first. */
export function comparePositions(a: Position | undefined, b: Position | undefined): number {
  return (a?.line ?? 0) - (b?.line ?? 0) || (a?.column ?? 0) - (b?.column ?? 0);
}

/**
 * A file's text with the means to name places in it. Lines are counted only when the first place is asked
 * for: most files of a good inventory are never asked.
 */
export class SourceText {
  readonly text: string;
  #lineStarts: Uint32Array | undefined;
  #mayBeQuoted = true;

  constructor(text: string) {
    this.text = text;
  }

  /** @param offset in UTF-16 code units from 0; beyond the end it is taken for the end */
  position(offset: number): Position {
    const starts = this.#starts();
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: Math.min(offset, this.text.length) - (starts[low] ?? 0) + 1 };
  }

  /** @returns the same places, of a text that no message may quote */
  withoutLines(): SourceText {
    const same = new SourceText(this.text);
    same.#mayBeQuoted = false;
    return same;
  }

  /** @returns the text of a line (counted from 1) without its break; `undefined` beyond the end */
  line(number: number): string | undefined {
    if (!this.#mayBeQuoted) return undefined;
    const starts = this.#starts();
    const start = starts[number - 1];
    if (start === undefined) return undefined;
    let end = starts[number] ?? this.text.length;
    while (end > start && isBreak(this.text.charCodeAt(end - 1))) end--;
    return this.text.slice(start, end);
  }

  /** @returns the offset at which the line of `offset` ends, its trailing blanks and break left out */
  endOfLine(offset: number): number {
    const { line } = this.position(offset);
    const starts = this.#starts();
    const start = starts[line - 1] ?? 0;
    return start + this.text.slice(start, starts[line]).trimEnd().length;
  }

  #starts(): Uint32Array {
    this.#lineStarts ??= lineStarts(this.text);
    return this.#lineStarts;
  }
}

/**
 * Line breaks are those of YAML 1.2 section 5.4: CR LF, LF or a lone CR. They are counted first, since a list that grows takes
 * several times the memory, which tells in a file of nothing but lines.
 */
function lineStarts(text: string): Uint32Array {
  let count = 1;
  forEachLine(text, () => count++);
  const starts = new Uint32Array(count);
  let line = 1;
  forEachLine(text, (start) => {
    starts[line++] = start;
  });
  return starts;
}

/** Calls with the offset of every line but the first. */
function forEachLine(text: string, call: (start: number) => void): void {
  if (text.includes('\r')) {
    for (const { 0: lineBreak, index } of text.matchAll(/\r\n?|\n/g)) call(index + lineBreak.length);
    return;
  }
  // Searching for one character is several times as fast, and few files have others.
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) call(at + 1);
}

function isBreak(code: number): boolean {
  return code === 10 || code === 13;
}
