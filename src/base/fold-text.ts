/** @returns a text as names are compared: width is folded (NFKC), and there are no blanks and line breaks */
export function foldText(text: string): string {
  // Numbers and codes, of which there are most, are so already.
  if (/^[!-~]*$/.test(text)) return text;
  return text.normalize('NFKC').replaceAll(/\s/gu, '');
}
