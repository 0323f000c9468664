/** A text that is changed here and there, which still knows where each part of it stood. */
export class MendedText {
  #text: string;
  /** what was added, in the order of the text: the offset behind it, and by how much the text grew */
  #added: { readonly at: number; readonly by: number }[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  get text(): string {
    return this.#text;
  }

  /** @returns where an offset of the text as it is now stood in the text as it was written */
  written(offset: number): number {
    return this.#added.reduce((place, { at, by }) => (at <= offset ? place - by : place), offset);
  }

  replace(start: number, end: number, by: string): void {
    const grown = by.length - (end - start);
    this.#text = this.#text.slice(0, start) + by + this.#text.slice(end);
    if (grown === 0) return;
    const moved = this.#added.map((one) => (one.at >= end ? { ...one, at: one.at + grown } : one));
    this.#added = [...moved, { at: start + by.length, by: grown }];
  }

  /** Puts blanks in the place of lines, so that nothing of them is read. */
  blank(start: number, end: number): void {
    this.replace(start, end, this.#text.slice(start, end).replaceAll(/[^\r\n]/g, ' '));
  }
}
