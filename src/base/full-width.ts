/** The Latin letters, digits and signs of a text in full width, as Japanese input methods write them: `３Ａ` for `3A`. */
export function fullWidth(text: string): string {
  return text.replaceAll(/[!-~]/g, (character) =>
    String.fromCodePoint((character.codePointAt(0) ?? 0) + 0xfee0),
  );
}
