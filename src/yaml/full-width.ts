import type { SyntaxKind } from './problem.ts';

const asciiMarks: Readonly<Record<string, string>> = {
  '\u3000': ' ',
  '，': ',',
  '、': ',',
  '：': ':',
  '｛': '{',
  '｝': '}',
  '［': '[',
  '］': ']',
  '－': '-',
  '–': '-',
  '—': '-',
  '―': '-',
  '−': '-',
  '・': '-',
};

/** @returns the indicator of YAML that a mark looks like */
export function asciiMark(mark: string): string {
  return asciiMarks[mark] ?? mark;
}

/**
 * Finds a full-width YAML indicator that causes a syntax error: Japanese input methods type it unnoticed, and the parser
 * takes it for part of a word.
 *
 * @param kind what the error looks like
 * @param from where the parser says that it begins
 * @param at where it is shown, not before `from`
 * @returns the offset of the mark
 */
export function fullWidthMark(text: string, kind: SyntaxKind, from: number, at: number): number | undefined {
  switch (kind) {
    case 'indentation':
      return ofIndentation(text, from, at);
    case 'colon':
    case 'full-width-colon':
      return found(/^[^\s:：]+:\u3000/, text.slice(from), from);
    case 'colon-in-value':
      // Before an ASCII key: a value may have commas of its own.
      return (
        found(/^[｛［]/, text.slice(from), from) ??
        ofMapping(text, from) ??
        found(/^[^\n:]*?[，、](?=[A-Za-z]+:)/, text.slice(from), from)
      );
    case 'comma':
    case 'other':
      return found(/^[，、\u3000]/, text.slice(at), at);
    default:
      return undefined;
  }
}

/** A mapping may begin with a full-width bracket; the parser then reports what stands behind a colon in it. */
function ofMapping(text: string, from: number): number | undefined {
  const line = Math.max(text.lastIndexOf('\n', from - 1), text.lastIndexOf('\r', from - 1)) + 1;
  return found(/^[ \t]*(?:- +)*(?:[\w-]+: +)?｛/, text.slice(line), line);
}

/** A line may begin with a full-width space or dash; the parser then reports the lines after it. */
function ofIndentation(text: string, from: number, at: number): number | undefined {
  const first = Math.max(text.lastIndexOf('\n', from - 1), text.lastIndexOf('\r', from - 1)) + 1;
  const end = /[\r\n]|$/.exec(text.slice(at))?.index ?? 0;
  return found(/^[ \t]*(?:(?:- +)*-?\u3000|[－–—―−・])/m, text.slice(first, at + end), first);
}

/** @returns where the last character of a match stands */
function found(pattern: RegExp, text: string, offset: number): number | undefined {
  const match = pattern.exec(text);
  return match === null ? undefined : offset + match.index + match[0].length - 1;
}
