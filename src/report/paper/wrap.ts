import { columns } from './columns.ts';

/**
 * Breaks a text into lines of at most `width` columns, the first one of `firstWidth`, Japanese characters counting two.
 * Latin words stay whole where they fit, and so do references to clauses (`6(3)ア[1]`) and what {@link unbroken} has
 * joined; a line never begins with closing punctuation (the basic rule of Japanese typesetting, 行頭禁則), nor ends with
 * an opening bracket.
 */
export function wrap(text: string, width: number, firstWidth = width): string[] {
  if (width === Number.POSITIVE_INFINITY || columns(text) <= firstWidth) return [plainBlanks(text)];
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const token of tokens(text)) {
    const wide = columns(token);
    if (used + wide > (lines.length === 0 ? firstWidth : width) && line !== '') {
      lines.push(line.trimEnd());
      line = '';
      used = 0;
      if (token.trim() === '') continue;
    }
    line += token;
    used += wide;
  }
  lines.push(line.trimEnd());
  return lines.flatMap((one) => (columns(one) > width ? split(one, width) : [one])).map(plainBlanks);
}

/** The blank between the words of a text that no line is to break: it stays one piece up to its next blank. */
const noBreak = '\u00A0';

/** Joins a text, such as a policy and a reference to one of its clauses, so that no line breaks it. */
export function unbroken(text: string): string {
  return text.replaceAll(' ', noBreak);
}

/** Whoever copies or searches a line expects the usual blank. */
function plainBlanks(line: string): string {
  return line.replaceAll(noBreak, ' ');
}

/** The pieces between which a line may break: Latin words, blanks, single Japanese characters with what clings to them. */
function tokens(text: string): string[] {
  return (
    text.match(
      /[^\S\u00A0]+|[\w-]+\u00A0[^\s、]+、?|\d+(?:\(\d+\)[ァ-ヶ]?|\)[^\s、。，,()（）「」『』[\]]+)(?:\[\d+\])?[、。，．,.]*|[「『（([【〈《]*(?:[!-~]+|[^!-~\s])[」』）)\]】〉》、。，．・：；？！ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ,.:;!?]*/g,
    ) ?? []
  );
}

/** Cuts a token that is wider than the line, such as a long id. */
function split(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const character of text) {
    if (columns(line + character) > width && line !== '') {
      lines.push(line);
      line = '';
    }
    line += character;
  }
  return [...lines, line];
}
