import type { Attributes } from './xml.ts';

/** A text as a workbook keeps it, read. */
export interface RichText {
  readonly text: string;
  /** whether it is crossed out, where its own runs tell; else the font of its cell does */
  readonly struckOut?: boolean;
}

/**
 * Gathers a text from the elements inside of `si` or `is`: one `t`, or several runs that are joined. Phonetic runs (`rPh`, the
 * reading of kanji) are no part of what stands in the cell (ECMA-376-1, sections 18.4.4, 18.4.6, 18.4.8 and 18.4.12).
 */
export class RichTextReader {
  private gathered = '';
  private inText = false;
  private inPhonetic = false;
  private inRun = false;
  private piece = '';
  private preserve = false;
  private fontOfRun: boolean | undefined;
  private ofCell = false;
  private struck = false;
  private unstruck = false;

  open(name: string, attributes: Attributes): void {
    if (name === 'rPh') this.inPhonetic = true;
    else if (name === 'r') {
      this.inRun = true;
      this.fontOfRun = undefined;
    } else if (name === 'rPr' && this.inRun) this.fontOfRun = false;
    else if (name === 'strike' && this.fontOfRun !== undefined) this.fontOfRun = isOn(attributes['val']);
    else if (name === 't' && !this.inPhonetic) {
      this.inText = true;
      this.piece = '';
      this.preserve = attributes['xml:space'] === 'preserve';
    }
  }

  text(text: string): void {
    if (this.inText) this.piece += text;
  }

  close(name: string): void {
    if (name === 'rPh') this.inPhonetic = false;
    else if (name === 'r') {
      this.inRun = false;
      this.fontOfRun = undefined;
    } else if (name === 't' && this.inText) {
      this.inText = false;
      this.add(unescapeText(this.preserve ? this.piece : trimmed(this.piece)));
      this.piece = '';
    }
  }

  /** how long it is so far */
  get length(): number {
    return this.gathered.length + this.piece.length;
  }

  /** @returns what was gathered, and begins anew */
  take(): RichText {
    const text = this.gathered;
    const struckOut = this.unstruck ? false : this.struck && !this.ofCell ? true : undefined;
    this.gathered = '';
    this.struck = false;
    this.unstruck = false;
    this.ofCell = false;
    return struckOut === undefined ? { text } : { text, struckOut };
  }

  private add(text: string): void {
    this.gathered += text;
    // Blanks between two runs are often left as they were.
    if (!/\S/.test(text)) return;
    if (this.fontOfRun === undefined) this.ofCell = true;
    else if (this.fontOfRun) this.struck = true;
    else this.unstruck = true;
  }
}

/** @returns whether a property is set: it is, where nothing is said of its value (ECMA-376-1, section 22.9.2.1) */
export function isOn(value: string | undefined): boolean {
  return value !== '0' && value !== 'false' && value !== 'off';
}

/** Writes `_x000D_` as the character that it stands for (ECMA-376-1, section 22.9.2.19: ST_Xstring). */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** @returns how long a text is at least that is written with so many characters: `_x000D_` is one */
export function writtenLength(characters: number): number {
  return Math.floor(characters / '_x000D_'.length);
}

/** Blanks around a text count only where `xml:space` says so; those of Japanese always do. */
function trimmed(text: string): string {
  return text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
}
