import { damaged } from '../problem.ts';
import type { Cell } from '../workbook.ts';
import { decimalText } from './decimal.ts';
import { readMoment } from './moment.ts';
import { general, shownMoment, shownNumber } from './number-format.ts';
import { type RichText, type RichTextReader, unescapeText } from './rich-text.ts';
import { plainStyle, type Style } from './styles.ts';

/** A cell as it is written (ECMA-376-1, sections 18.3.1.4, 18.3.1.40 and 18.18.11). */
export interface CellSource {
  readonly type: string;
  readonly style: number;
  readonly value: string;
  readonly formula: string | undefined;
  readonly inline: RichTextReader;
  readonly part: string;
}

/** how many numbers are kept, so that those which a sheet repeats are one cell: flags, counts, days */
const mostKept = 20_000;

/** Makes cells of what is written. Cells that are alike are one object: it never changes. */
export class CellReader {
  private readonly strings: readonly RichText[];
  private readonly styles: readonly Style[];
  private readonly from1904: boolean;
  private readonly sharedCells: (Cell | undefined)[];
  private readonly struckCells: (Cell | undefined)[];
  private readonly numbers = new Map<Style, Map<string, Cell>>();
  private kept = 0;

  constructor(strings: readonly RichText[], styles: readonly Style[], from1904: boolean) {
    this.strings = strings;
    this.styles = styles;
    this.from1904 = from1904;
    this.sharedCells = new Array(strings.length);
    this.struckCells = new Array(strings.length);
  }

  /**
   * @returns what a cell shows; nothing where nothing stands in it
   * @throws SpreadsheetError for a shared text that is not there
   */
  read(source: CellSource): Cell | undefined {
    const { type, value, formula } = source;
    const style = this.styles[source.style] ?? plainStyle;
    if (type === 'inlineStr') return textCell(source.inline.take(), style);
    if (formula !== undefined && value === '' && type !== 'str')
      // It was never computed, as in files of other programs than spreadsheets: what it would show is not known.
      return { text: `=${formula}`, isError: true };
    if (value === '') return undefined;
    switch (type) {
      case 's':
        return this.shared(source, style);
      case 'str':
        return textCell({ text: unescapeText(value) }, style);
      case 'b':
        return cellOf(value === '1' || value === 'true' ? 'TRUE' : 'FALSE', style.struckOut);
      case 'e':
        return { text: value, ...(style.struckOut && { struckOut: true as const }), isError: true };
      case 'd':
        return this.moment(value, style);
      default:
        return this.number(value, style);
    }
  }

  private shared({ value, part }: CellSource, style: Style): Cell | undefined {
    const index = Number(value);
    const string = this.strings[index];
    if (string === undefined) throw damaged('shared-string', part);
    if (style.format.hidesTexts) return undefined;
    const cells = style.struckOut ? this.struckCells : this.sharedCells;
    cells[index] ??= textCell(string, style);
    return cells[index];
  }

  private moment(value: string, style: Style): Cell | undefined {
    const moment = readMoment(value);
    return cellOf(moment === undefined ? value : shownMoment(moment, style.format), style.struckOut);
  }

  private number(value: string, style: Style): Cell | undefined {
    // A plain number is made faster than found.
    if (style.format === general) return cellOf(this.numberText(value, style), style.struckOut);
    let cells = this.numbers.get(style);
    if (cells === undefined) {
      cells = new Map();
      this.numbers.set(style, cells);
    }
    const known = cells.get(value);
    if (known !== undefined) return known;
    const cell = cellOf(this.numberText(value, style), style.struckOut);
    if (cell !== undefined && this.kept < mostKept) {
      cells.set(value, cell);
      this.kept += 1;
    }
    return cell;
  }

  private numberText(value: string, style: Style): string {
    const number = Number(value);
    // What is no number, though its type says so, is kept as it is written.
    if (!Number.isFinite(number)) return value;
    return style.format === general ? decimalText(number) : shownNumber(number, style.format, this.from1904);
  }
}

function textCell({ text, struckOut }: RichText, style: Style): Cell | undefined {
  return style.format.hidesTexts ? undefined : cellOf(text, struckOut ?? style.struckOut);
}

function cellOf(text: string, struckOut: boolean): Cell | undefined {
  if (text === '') return undefined;
  return struckOut ? { text, struckOut } : { text };
}
