import { columns } from './columns.ts';

/**
 * Breaks a text into lines of at most `width` columns, the first one of `firstWidth`; Japanese characters count as two.
 * Latin words stay whole where they fit, and so do references to clauses (`6(3)ア[1]`), places in files with Japanese names and
 * texts joined by {@link unbroken}. No line begins with closing punctuation (the basic rule of Japanese typesetting, 行頭禁則) or ends with an
 * opening bracket.
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
  const room = (index: number) => (index === 0 ? firstWidth : width);
  return lines
    .flatMap((part, index) => (columns(part) > room(index) ? split(part, width, room(index)) : [part]))
    .map(plainBlanks);
}

/** A no-break space between the words of a text that must stay on one line. */
const noBreak = '\u00A0';

/** Joins the words of a text, such as a policy and a reference, so that no line breaks between them. */
export function unbroken(text: string): string {
  return text.replaceAll(' ', noBreak);
}

/** Replaces no-break spaces by ordinary ones, which people who copy or search the output expect. */
function plainBlanks(line: string): string {
  return line.replaceAll(noBreak, ' ');
}

/**
 * The tokens between which a line may break: Latin words, blanks, single Japanese characters with attached punctuation.
 */
function tokens(text: string): string[] {
  return (
    text.match(
      /[^\S\u00A0]+|[「『（(“]*[^\s\u00A0「『（(“、。：]{1,60}\.ya?ml(?::\d+)*[」』）)”、。,.]*|[\w-]+\u00A0[^\s、]+、?|\d+(?:\(\d+\)[ァ-ヶ]?|\)[^\s、。，,()（）「」『』[\]]+)(?:\[\d+\])?[、。，．,.]*|[「『（([【〈《“‘]*(?:[!-~]+|[^!-~\s](?:[\p{M}\p{Emoji_Modifier}]|\u200D\p{Extended_Pictographic})*)[」』）)\]】〉》”’、。，．・：；？！ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ,.:;!?]*/gu,
    ) ?? []
  );
}

/** Cuts a token that is wider than the line, such as a long id. */
function split(text: string, width: number, firstWidth: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const character of text) {
    if (columns(line + character) > (lines.length === 0 ? firstWidth : width) && line !== '') {
      lines.push(line);
      line = '';
    }
    line += character;
  }
  return [...lines, line];
}
