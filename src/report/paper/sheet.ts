import { Chalk, type ChalkInstance } from 'chalk';
import type { ReportOptions } from '../format.ts';
import { columns } from './columns.ts';
import { logLine } from './log-line.ts';
import { oneLine } from './one-line.ts';
import { wrap } from './wrap.ts';

const narrowest = 30;

/** Lines for a terminal, wrapped to its width and coloured if it supports colours. */
export class Sheet {
  readonly chalk: ChalkInstance;
  /** in columns; infinite where lines are not wrapped */
  readonly width: number;
  #lines: string[] = [];

  constructor({ color, width }: Pick<ReportOptions, 'color' | 'width'>) {
    this.chalk = new Chalk({ level: color });
    this.width = width ?? Number.POSITIVE_INFINITY;
  }

  line(line = ''): void {
    this.#lines.push(logLine(line));
  }

  /**
   * A text behind a prefix, wrapped to the width and indented to where it began.
   *
   * @param content is wrapped first and painted after: colours have no width
   * @param indent where further lines begin, where that is not where the first one does
   */
  paragraph(
    prefix: string,
    content: string,
    paint: (line: string) => string = (line) => line,
    indent?: number,
  ): void {
    const text = oneLine(content).trim();
    if (this.width === Number.POSITIVE_INFINITY) {
      const [only = ''] = wrap(text, this.width);
      this.line(`${prefix}${paint(only)}`);
      return;
    }
    const start = columns(prefix);
    const room = (from: number) => Math.max(narrowest, this.width - from);
    // A long prefix may leave too little space for even a few words.
    if (indent !== undefined && this.width - start < narrowest) {
      this.line(prefix.trimEnd());
      for (const line of wrap(text, room(indent))) this.line(`${' '.repeat(indent)}${paint(line)}`);
      return;
    }
    const [first = '', ...rest] = wrap(text, room(indent ?? start), room(start));
    this.line(`${prefix}${paint(first)}`);
    for (const line of rest) this.line(`${' '.repeat(indent ?? start)}${paint(line)}`);
  }

  /** @returns the text of the lines since the last call, so that a long report need not be held whole */
  taken(): string {
    const lines = this.#lines;
    this.#lines = [];
    return lines.map((line) => `${line}\n`).join('');
  }

  toString(): string {
    return `${this.#lines.join('\n')}\n`;
  }
}
