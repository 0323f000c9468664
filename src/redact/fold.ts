const wide = /[\uff01-\uff5e\u3000]/;

/** @returns a text with Latin letters, digits and marks in their usual width; it is as long as it was */
export function narrow(text: string): string {
  if (!wide.test(text)) return text;
  return text.replaceAll(/[\uff01-\uff5e\u3000]/g, (character) =>
    character === '\u3000' ? ' ' : String.fromCharCode(character.charCodeAt(0) - 0xfee0),
  );
}

/**
 * @returns a text by which others are looked for: neither width nor case matter. It is as long as it was, so that a place in the
 *   one is that place in the other.
 */
export function fold(text: string): string {
  const narrowed = narrow(text);
  const lower = narrowed.toLowerCase();
  // A few letters of few languages become longer or shorter.
  return lower.length === narrowed.length
    ? lower
    : narrowed.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
}
