/** The namespaces of what is written (ECMA-376-1, annex A). */
export const namespaces = {
  main: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  office: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  package: 'http://schemas.openxmlformats.org/package/2006/relationships',
  types: 'http://schemas.openxmlformats.org/package/2006/content-types',
} as const;

export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const named: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * Escapes a text for XML. Characters that XML cannot hold are written as Excel writes them, `_x0001_`, and so is what already
 * looks like that (ECMA-376-1, 22.9.2.19); half a character becomes U+FFFD.
 */
export function escapeXml(text: string): string {
  return (
    text
      .replaceAll(/\p{Surrogate}/gu, '\uFFFD')
      .replaceAll(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is replaced
      .replaceAll(/[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]/g, (character) => {
        const code = character.charCodeAt(0).toString(16).toUpperCase();
        return `_x${code.padStart(4, '0')}_`;
      })
      .replaceAll(/[&<>"]/g, (character) => named[character] ?? character)
  );
}

/** Texts that a workbook keeps once for all of its cells. */
export class SharedTexts {
  readonly #numbers = new Map<string, number>();
  #uses = 0;

  /** @returns the number of a text */
  numberOf(text: string): number {
    this.#uses += 1;
    const number = this.#numbers.get(text) ?? this.#numbers.size;
    this.#numbers.set(text, number);
    return number;
  }

  xml(): string {
    const items = [...this.#numbers.keys()].map(
      (text) => `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`,
    );
    return `${declaration}<sst xmlns="${namespaces.main}" count="${this.#uses}" uniqueCount="${this.#numbers.size}">${items.join('')}</sst>`;
  }
}
