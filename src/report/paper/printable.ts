import { replaceUnseen } from '../../base/unseen.ts';

/**
 * Makes a text from an inventory safe to print: a character that would not be seen, or would hide or move what is seen,
 * is shown as its code point.
 */
export function printable(text: string): string {
  return replaceUnseen(text, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}
