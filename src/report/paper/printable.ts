/**
 * Makes text from an inventory safe to print: shows control characters (which could move the cursor, change colours or
 * hide text), bidirectional controls, lone surrogates and other non-characters as code points.
 */
export function printable(text: string): string {
  return text.replaceAll(unsafe, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}

// C0 and C1 controls except tab and line feed, the characters of Unicode's Bidi_Control property, and what UTF-8 or XML
// does not allow.
const unsafe =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\p{Cs}\uFFFE\uFFFF]/gu;
