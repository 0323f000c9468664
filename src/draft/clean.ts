import { replaceUnseen } from '../base/unseen.ts';

/** A letter, kana, kanji or mark as Japanese writes them: two of them have no blank between. */
const wide =
  '[\\u2460-\\u24FF\\u2160-\\u217F\\u3001-\\u303F\\u3041-\\u30FF\\u3400-\\u9FFF\\uF900-\\uFAFF\\uFF01-\\uFF9F\\u{20000}-\\u{3FFFF}]';

const isWide = new RegExp(`^${wide}$`, 'u');

/**
 * Makes a text one of plain lines: of any kind of line break, without what nobody sees, with the signs that PDFs put in the place
 * of kanji turned back. Pages end with `\f`, which stands in a line of its own.
 */
export function cleanLines(text: string): string[] {
  const plain = text
    .replaceAll(/\r\n?|\v|[\u0085\u2028\u2029]/g, '\n')
    .replaceAll('\f', '\n\u0001\n')
    .replaceAll('\t', '    ')
    .replaceAll(/[\u00A0\u2000-\u200A\u202F\u205F]/g, ' ')
    .replaceAll(/[\u2E80-\u2FDF]/g, (radical) => radical.normalize('NFKC'));
  return plain
    .split('\n')
    .map((line) => (line === '\u0001' ? '\f' : withoutSpread(replaceUnseen(line, () => '')).trimEnd()));
}

/**
 * Closes up a line that was set with blanks between all its letters. Where letters are spread, a wider blank is one between words.
 *
 * A short heading is often spread in a text that is not: 「附　則」, 「目 次」.
 */
function withoutSpread(line: string): string {
  const indent = /^[ \u3000]*/.exec(line)?.[0] ?? '';
  const body = line.slice(indent.length);
  if (!/[ \u3000]/.test(body)) return line;
  if (/^(?:附|付|目|備|別|前)[ \u3000]+(?:則|次|考|表|記|紙|文)$/u.test(body))
    return indent + body.replaceAll(/[ \u3000]/g, '');
  const characters = [...body];
  let pairs = 0;
  let spread = 0;
  for (let at = 0; at + 1 < characters.length; at += 1) {
    if (!isWide.test(characters[at] ?? '') || characters[at] === '\u3000') continue;
    pairs += 1;
    if (/[ \u3000]/.test(characters[at + 1] ?? '')) spread += 1;
  }
  if (pairs < 4 || spread * 5 < pairs * 3) return line;
  return indent + body.replaceAll(/([ \u3000]+)/g, (blank) => (blank.length > 1 ? '\u3000' : ''));
}

/** How wide a text is, in letters of full width. */
export function widthOf(text: string): number {
  let width = 0;
  for (let at = 0; at < text.length; at += 1) width += text.charCodeAt(at) < 0x1100 ? 0.5 : 1;
  return width;
}

/** Puts lines of one paragraph together: a blank stands between Latin words alone. */
export function joinLines(lines: readonly string[]): string {
  return lines.reduce((text, line) => {
    const needsBlank = /[!-~]$/.test(text) && /^[!-~]/.test(line);
    return text === '' ? line : `${text}${needsBlank ? ' ' : ''}${line}`;
  }, '');
}
