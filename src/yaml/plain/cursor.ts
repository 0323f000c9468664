import { endOfText, isBreak } from './characters.ts';
import { handOver } from './not-plain.ts';

/** A place in a text, which goes from one line that says something to the next. */
export class Cursor {
  readonly text: string;
  at = 0;
  /** where the line begins */
  lineStart = 0;
  /** the column of the first that a line says, from 0, once {@link nextLine} went there; -1 at the end of the text */
  indent = 0;

  constructor(text: string) {
    this.text = text;
    this.toContent();
  }

  get column(): number {
    return this.at - this.lineStart;
  }

  /** @returns the character there, or {@link endOfText} */
  code(at: number): number {
    return at < this.text.length ? this.text.charCodeAt(at) : endOfText;
  }

  /** Skips blanks. @returns the character behind them */
  skipBlanks(): number {
    let code = this.code(this.at);
    while (code === 32) code = this.code(++this.at);
    return code;
  }

  /** Whether nothing but blanks and a comment follows on this line; goes behind the blanks. */
  endsLine(): boolean {
    const code = this.skipBlanks();
    return isBreak(code) || code === endOfText || (code === 35 && this.#isComment());
  }

  /** Goes behind the line, of which nothing may be left but blanks and a comment, to the next that says something. */
  nextLine(): void {
    if (!this.endsLine()) handOver();
    this.endLine();
    this.toContent();
  }

  /** From where nothing but a comment is left of the line, goes behind its break. */
  endLine(): void {
    if (this.code(this.at) === 35) this.#skipComment();
    if (this.at < this.text.length) this.#skipBreak();
  }

  /** Whether the line begins with a text behind which a blank, a break or nothing follows. */
  isAtLine(marker: string): boolean {
    if (this.at !== this.lineStart || !this.text.startsWith(marker, this.at)) return false;
    const code = this.code(this.at + marker.length);
    return code === 32 || isBreak(code) || code === endOfText;
  }

  /** From the beginning of a line, goes to the first that says something. */
  toContent(): void {
    for (;;) {
      this.lineStart = this.at;
      const code = this.skipBlanks();
      if (code !== 35 && !isBreak(code)) break;
      this.endLine();
    }
    this.indent = this.at < this.text.length ? this.column : -1;
  }

  #isComment(): boolean {
    return this.at === this.lineStart || this.code(this.at - 1) === 32;
  }

  #skipComment(): void {
    const { text } = this;
    let at = this.at;
    while (at < text.length && !isBreak(text.charCodeAt(at))) if (text.charCodeAt(at++) === 0) handOver();
    this.at = at;
  }

  #skipBreak(): void {
    if (this.text.charCodeAt(this.at) === 13 && this.code(++this.at) !== 10) handOver();
    this.at++;
  }
}
