import { columns } from './columns.ts';

/**
 * Breaks a text into lines of at most `width` columns, Japanese characters counting two. Latin words stay whole
 * where they fit; a line never begins with closing punctuation (the basic rule of Japanese typesetting, 行頭禁則),
 * nor ends with an opening bracket.
 */
export function wrap(text: string, width: number): string[] {
  if (width === Number.POSITIVE_INFINITY || columns(text) <= width) return [text];
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const token of tokens(text)) {
    const wide = columns(token);
    if (used + wide > width && line !== '') {
      lines.push(line.trimEnd());
      line = '';
      used = 0;
      if (token.trim() === '') continue;
    }
    line += token;
    used += wide;
  }
  lines.push(line.trimEnd());
  return lines.flatMap((one) => (columns(one) > width ? split(one, width) : [one]));
}

/** The pieces between which a line may break: Latin words, blanks, single Japanese characters with what clings to them. */
function tokens(text: string): string[] {
  return (
    text.match(
      /\s+|[「『（([【〈《]*(?:[!-~]+|[^!-~\s])[」』）)\]】〉》、。，．・：；？！ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ,.:;!?]*/g,
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
