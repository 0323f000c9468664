import type { Span } from './patterns.ts';

/** With how much care a text is looked for in others, so that it does not tear words that only look like it. */
export interface Care {
  /** in its usual width */
  readonly text: string;
  /**
   * `quoted`: only in quotation marks or where it is all there is, since it is a word of the language; `exact`: only in its own
   * capitals, since it is such a word in small letters; `any`: wherever it is a word
   */
  readonly where: 'quoted' | 'exact' | 'any';
  /** what letters stand beside an address does not matter; many places are called like persons */
  readonly kind: 'address' | 'person' | 'other';
}

/** Whether a part of a text is meant, and not only part of another word. */
export function isWhole(text: string, span: Span, { text: wanted, where, kind }: Care): boolean {
  const { start, end } = span;
  if (where !== 'any' && text.slice(start, end) !== wanted) return false;
  if (where === 'quoted') return isQuoted(text, span);
  const [before, first, last, after] = [text[start - 1], text[start], text[end - 1], text[end]];
  if (kind === 'address') {
    const goesOn = isDigit(after) || (after === '.' && isDigit(text[end + 1]));
    return !(isDigit(before) && isDigit(first)) && !(isDigit(last) && goesOn);
  }
  if (kind === 'person' && /[市町村区県郡]/u.test(after ?? '')) return false;
  // Nothing so long in Katakana is part of another word by chance.
  const mayGoOn = wanted.length >= 5 && /^[\p{sc=Katakana}ー]+$/u.test(wanted);
  return mayGoOn || (areApart(before, first) && areApart(last, after));
}

function isQuoted(text: string, { start, end }: Span): boolean {
  if (start === 0 && end === text.length) return true;
  const opening = '「『“‘"\''.indexOf(text[start - 1] ?? ' ');
  return opening >= 0 && text[end] === '」』”’"\''[opening];
}

/** Words end between scripts, between letters and digits, and where a small letter is followed by a capital. */
function areApart(left = '', right = ''): boolean {
  const script = scriptOf(left);
  if (script === undefined || script !== scriptOf(right)) return true;
  return script === 'letters' && /\p{Ll}/u.test(left) && /\p{Lu}/u.test(right);
}

/** The scripts in which a word has edges: Chinese characters have none. */
function scriptOf(character: string): 'letters' | 'digits' | 'katakana' | undefined {
  if (/[\p{sc=Katakana}ー]/u.test(character)) return 'katakana';
  if (isDigit(character)) return 'digits';
  return /[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}]/u.test(character) ? 'letters' : undefined;
}

function isDigit(character = ''): boolean {
  return character >= '0' && character <= '9' && character.length === 1;
}
