import { cleanLines, widthOf } from './clean.ts';
import { withoutFurniture } from './furniture.ts';

/** One line of a document, without what only its pages had. */
export interface Line {
  readonly text: string;
  /** how far it is set in, in letters of full width */
  readonly indent: number;
  /** whether it reaches the edge at which the text was broken into lines, so that the next goes on with it */
  readonly isFull: boolean;
  /** whether nothing stands before it */
  readonly isApart: boolean;
  /** how deep a heading of Markdown it is */
  readonly heading?: number;
}

/** What a document has: its lines, without blank ones, and those that only its pages had. */
export interface Written {
  readonly lines: readonly Line[];
  readonly left: readonly string[];
}

/** @returns the lines of a document */
export function linesOf(text: string): Written {
  const { kept: written, left } = withoutFurniture(cleanLines(text));
  const isFull = fullness(written);
  let isApart = true;
  const lines: Line[] = [];
  for (const line of written) {
    const plain = withoutMarkdown(line);
    if (plain.text === '') {
      isApart = true;
      continue;
    }
    lines.push({ ...plain, indent: indentOf(line), isFull: isFull(line), isApart });
    isApart = false;
  }
  return { lines, left };
}

function indentOf(line: string): number {
  return widthOf(/^[ \u3000]*/.exec(line)?.[0] ?? '');
}

/** Takes off what Markdown writes around a text. */
function withoutMarkdown(line: string): Pick<Line, 'text' | 'heading'> {
  const trimmed = line.trim();
  if (/^(?:[-*_=＝─━―ー–—]{3,}|`{3,}.*)$/.test(trimmed)) return { text: '' };
  const heading = /^(#{1,6})[ \u3000]+(?=\S)/.exec(trimmed);
  const text = trimmed
    .slice(heading?.[0].length ?? 0)
    .replace(/^>[ \u3000]+/, '')
    .replaceAll('**', '')
    .replace(/[ \u3000]+#+$/, '')
    .trim();
  return heading === null ? { text } : { text, heading: (heading[1] ?? '').length };
}

/** how many lines a text has at least that says where its lines are broken */
const fewest = 4;

/** how far from the edge a line may end that reaches it: no line begins with 、 or 。 */
const play = 2.5;

/**
 * Finds out whether a text was broken into lines of one width, as one from a PDF is.
 *
 * @returns a function that tells whether a line reaches that width
 */
function fullness(lines: readonly string[]): (line: string) => boolean {
  const open = lines.filter((line) => line.trim() !== '' && !/[。．.：:]$/.test(line)).map(widthOf);
  const ended = lines.filter((line) => /。$/.test(line)).map(widthOf);
  const counts = new Map<number, number>();
  for (const width of open) {
    const step = Math.ceil(width);
    if (step >= 18) counts.set(step, (counts.get(step) ?? 0) + 1);
  }
  let edge = 0;
  let most = 0;
  for (const width of counts.keys()) {
    let near = 0;
    for (let step = 0; step <= 3; step += 1) near += counts.get(width - step) ?? 0;
    if (near > most || (near === most && width > edge)) [edge, most] = [width, near];
  }
  const beyond = [...open, ...ended].filter((width) => width > edge + 1.5).length;
  const isBroken = most >= fewest && most * 6 >= lines.length && beyond * 8 <= open.length + ended.length;
  return (line) => isBroken && widthOf(line) >= edge - play - 0.5;
}
