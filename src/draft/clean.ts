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
    // No column is wider, and marks at the end of a line are looked for behind each blank.
    .replaceAll(/ {41,}|\u3000{41,}/g, (blanks) => blanks.slice(0, 40))
    .replaceAll(/[\u00A0\u2000-\u200A\u202F\u205F]/g, ' ')
    .replaceAll(/[\u2E80-\u2FDF]/g, (radical) => radical.normalize('NFKC'));
  return keepMarks(
    plain.split('\n').map((line) => (line === '\u0001' ? '\f' : replaceUnseen(line, () => '').trimEnd())),
  );
}

/** how many lines one member of a series is looked for behind another */
const nearMarks = 15;

/**
 * Closes up the lines that are set with blanks between their letters. There nothing tells 「ア マ イ ナ ン バ ー」, which begins with a
 * mark, from 「ア ク セ ス」 but that イ begins a later line.
 */
function keepMarks(lines: readonly string[]): string[] {
  const closed = lines.map(withoutSpread);
  let last = 0;
  let lastAt = 0;
  for (const [at, line] of lines.entries()) {
    const place = marks.indexOf(markIn(line, closed[at] ?? ''));
    const isNext = place > 0 && place === last + 1 && at - lastAt <= nearMarks;
    if (place < 0 || !(isNext || (place === 0 && beginsSeries(lines, closed, at)))) continue;
    closed[at] = (closed[at] ?? '').replace(/^([ \u3000]*[ア-コ])/u, '$1\u3000');
    [last, lastAt] = [place, at];
  }
  return closed;
}

const marks = [...'アイウエオカキクケコ'];

/** @returns the kana that a line begins with whose letters were spread */
function markIn(line: string, closed: string): string {
  if (line === closed) return '-';
  return /^[ \u3000]*([ア-コ])(?=[ァ-ヶＡ-Ｚー\p{Script=Han}])/u.exec(closed)?.[1] ?? '-';
}

function beginsSeries(lines: readonly string[], closed: readonly string[], at: number): boolean {
  for (let next = at + 1; next < lines.length && next <= at + nearMarks; next += 1) {
    const mark = markIn(lines[next] ?? '', closed[next] ?? '');
    if (mark === 'イ' && /[。：:]$/.test(closed[next - 1] ?? '')) return true;
  }
  return false;
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
  const heading =
    /^(?:附[ \u3000]+則|付[ \u3000]+則|目[ \u3000]+次|備[ \u3000]+考|別[ \u3000]+[表記紙]|前[ \u3000]+文)(?=$|[ \u3000（(0-9０-９第])/u;
  const [spacedHeading = ''] = heading.exec(body) ?? [];
  if (spacedHeading !== '')
    return indent + spacedHeading.replaceAll(/[ \u3000]/g, '') + body.slice(spacedHeading.length);
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
  return lines
    .flatMap((line, at) => {
      const needsBlank = /[!-~]$/.test(lines[at - 1] ?? '') && /^[!-~]/.test(line);
      return needsBlank ? [' ', line] : [line];
    })
    .join('');
}
