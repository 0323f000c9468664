import { defined } from '../base/defined.ts';
import { asciiMark } from './full-width.ts';
import { MendedText } from './mended-text.ts';
import type { YamlProblem } from './problem.ts';
import { firstSyntaxError, type Refusal, type SyntaxProblem } from './syntax-error.ts';

/**
 * How many errors of one file are named, the others only counted: beyond that the file is something else, or is mended by
 * replacing throughout. With the line that counts the others they are fifty, which a comment on a pull request shows.
 */
const mostTold = 49;

/** How many characters are read again and again, to find the errors behind the first: a second or two. */
const mostRead = 2_000_000;

/** What is wrong with a text that is not YAML. */
export interface Broken {
  readonly problems: readonly SyntaxProblem[];
  /** that there are errors that are not named, or may be */
  readonly more?: MoreProblems;
  /** the text with all of it put right, where that could be done */
  readonly mended?: MendedText;
  /** whether that was done without guessing how far lines are to be indented */
  readonly certain: boolean;
}

type MoreProblems = Extract<YamlProblem, { code: 'more' }>;

/** Gives what the fast parser says of a text; `undefined` where it can read it. */
export type RefusalOf = (text: string) => Refusal | undefined;

/**
 * Names the syntax errors of a text that is not YAML, so that five full-width colons are mended in one go. What comes after a
 * broken line is mostly its echo; so each error is mended in a copy, or the record around it left out, before the copy is
 * read on. Where that does not help, what follows is not told.
 *
 * @param given what the fast parser said of the text
 */
export function syntaxProblems(text: string, given: Refusal, refusalOf: RefusalOf): Broken {
  const mended = new MendedText(text);
  const told = new Map<number, SyntaxProblem>();
  let guessed = false;
  let read = 0;
  let isCutOff = false;
  let refusal: Refusal | undefined = given;
  while (refusal !== undefined) {
    const found = firstSyntaxError(mended.text, refusal);
    const start = mended.written(found.start);
    const line = startOfLine(text, start);
    // An indentation that was mended by a guess may not be that of its neighbours.
    if (told.has(line) || (guessed && found.kind === 'indentation')) break;
    told.set(line, { ...found, start, end: Math.max(mended.written(found.end), start + 1) });
    guessed ||= isInIndentation(found);
    read += text.length;
    if (!mend(mended, found, refusalOf)) break;
    refusal = refusalOf(mended.text);
    isCutOff = refusal !== undefined && read > mostRead;
    if (isCutOff) break;
  }
  const all = [...told.values()];
  return {
    problems: all.slice(0, mostTold),
    certain: !guessed,
    ...defined({ more: moreThan(all, text, { isAll: refusal === undefined, isCutOff }) }),
    ...(refusal === undefined && { mended }),
  };
}

/** What is not named is counted, so that nobody takes the last one named for the last one there is. */
function moreThan(
  all: readonly SyntaxProblem[],
  text: string,
  { isAll, isCutOff }: { readonly isAll: boolean; readonly isCutOff: boolean },
): MoreProblems | undefined {
  const [first, ...others] = all.slice(mostTold);
  if (first !== undefined) {
    const { start, end } = first;
    return { code: 'more', start, end, count: others.length + 1, isAll };
  }
  if (!isCutOff) return undefined;
  const end = endOfLine(text, all.at(-1)?.start ?? 0);
  return { code: 'more', start: end, end: end + 1, count: 0, isAll };
}

/** Whether the error is a blank in an indentation, whose right width only its author knows. */
function isInIndentation({ kind }: SyntaxProblem): boolean {
  return kind === 'tab' || kind === 'full-width-indentation';
}

/** @returns whether the error could be put right or left out, so that what stands behind it can be read */
function mend(mended: MendedText, found: SyntaxProblem, refusalOf: RefusalOf): boolean {
  const { kind, start } = found;
  const { text } = mended;
  const line = startOfLine(text, start);
  if (isInIndentation(found)) return mendIndentation(mended, line, refusalOf);
  switch (kind) {
    case 'full-width':
      mendMarks(mended, line, start);
      return true;
    case 'full-width-colon':
      return replaceInLine(mended, line, /：[ \t\u3000]*/, ': ');
    case 'space-after-colon':
      return replaceInLine(mended, line, /:/, ': ');
    case 'space-after-dash':
      return replaceInLine(mended, line, /-/, '- ');
    case 'title':
      mended.blank(line, endOfLine(text, line));
      return true;
    // The parser does not know what it met, and so not where that begins either.
    case 'other':
      return false;
    default:
      return leaveOutRecord(mended, line);
  }
}

/** A full-width blank or a tab is as wide as two blanks, or more; what lets the parser come furthest is taken. */
function mendIndentation(mended: MendedText, line: number, refusalOf: RefusalOf): true {
  const { text } = mended;
  const [indentation = ''] = /^[ \t\u3000]*/.exec(text.slice(line)) ?? [];
  const above = text.slice(startOfLine(text, line - 1), line);
  const widths = [2, 4, 8].map((width) => indentation.replaceAll(/[\t\u3000]/g, ' '.repeat(width)));
  const choices = [...widths, ' '.repeat(/^ *(?:- +)*/.exec(above)?.[0].length ?? 0)];
  const rest = text.slice(line + indentation.length);
  const reached = choices.map((choice) => {
    const refusal = refusalOf(text.slice(0, line) + choice + rest);
    return refusal === undefined ? Number.POSITIVE_INFINITY : refusal.offset - choice.length;
  });
  const best = choices[reached.indexOf(Math.max(...reached))] ?? '';
  mended.replace(line, line + indentation.length, best);
  return true;
}

/** Of a bracket its counterpart is mended, too, and the marks between them. */
function mendMarks(mended: MendedText, line: number, mark: number): void {
  const { text } = mended;
  if (/[｛［]/.test(text.charAt(mark))) {
    const rest = text.slice(mark, endOfLine(text, line));
    const inAscii = rest.replaceAll(/[｛｝［］，、：]/g, (one) => asciiMark(one) + (one === '：' ? ' ' : ''));
    mended.replace(mark, mark + rest.length, inAscii);
    return;
  }
  const ascii = asciiMark(text.charAt(mark));
  const lacksBlank = ascii === '-' && !/[ \u3000]/.test(text.charAt(mark + 1));
  mended.replace(mark, mark + 1, lacksBlank ? `${ascii} ` : ascii);
}

function replaceInLine(mended: MendedText, line: number, pattern: RegExp, by: string): boolean {
  const match = pattern.exec(mended.text.slice(line, endOfLine(mended.text, line)));
  if (match === null) return false;
  const start = line + match.index;
  mended.replace(start, start + match[0].length, by);
  return true;
}

/**
 * Leaves out the record around a line, as far as the dashes of its section tell: other records do not depend on it.
 *
 * @returns whether there is one
 */
function leaveOutRecord(mended: MendedText, line: number): boolean {
  const lines = [...mended.text.matchAll(/.*(?:\r\n?|\n|$)/g)].map(({ 0: text, index }) => ({ text, index }));
  const at = lines.findLastIndex(({ index }) => index <= line);
  const section = lines.findLastIndex(({ text }, index) => index <= at && isKeyAtTop.test(text));
  const dash = lines
    .slice(section + 1)
    .find(({ text }) => /^ *- /.test(text))
    ?.text.indexOf('-');
  if (section < 0 || dash === undefined) return false;
  const begins = ({ text }: { readonly text: string }) => text.indexOf('- ') === dash && /^ *- /.test(text);
  const first = lines.findLastIndex((one, index) => index <= at && index > section && begins(one));
  if (first < 0) return false;
  const next = lines.findIndex((one, index) => index > at && (begins(one) || isKeyAtTop.test(one.text)));
  mended.blank(lines[first]?.index ?? 0, next < 0 ? mended.text.length : (lines[next]?.index ?? 0));
  return true;
}

/** A key at the top, or what ends a document. */
const isKeyAtTop = /^(?:[^\s#-]|---|\.\.\.)/;

/** @returns where the line of an offset begins */
function startOfLine(text: string, offset: number): number {
  return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
}

/** @returns where the line that begins at an offset ends, its break left out */
function endOfLine(text: string, start: number): number {
  const length = text.slice(start).search(/[\r\n]|$/);
  return start + length;
}
