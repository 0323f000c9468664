import type { CellStyle } from '../layout.ts';
import { declaration, namespaces } from './write-text.ts';

/** How the value of a cell is shown. */
export type ValueFormat = 'general' | 'text' | 'day';

/** The looks of all cells of a workbook, each kept once (ECMA-376-1, 18.8). */
export class Styles {
  // What stands first in each list is what a cell without a style has; Excel takes the second fill for itself.
  readonly #fonts = new Numbers([fontXml({})]);
  readonly #fills = new Numbers([
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
  ]);
  readonly #borders = new Numbers([borderXml(false)]);
  readonly #cells = new Numbers(['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>']);

  /**
   * @param quoted whether the text of the cell would be a formula if it were typed in
   * @returns the number of a look
   */
  numberOf(style: CellStyle, format: ValueFormat, quoted: boolean): number {
    const font = this.#fonts.of(fontXml(style));
    const fill = style.fill === undefined ? 0 : this.#fills.of(fillXml(style.fill));
    const border = this.#borders.of(borderXml(style.border === true));
    const horizontal = style.centred ? ' horizontal="center"' : '';
    const alignment = `<alignment${horizontal} vertical="${style.centred ? 'center' : 'top'}"${style.wrap ? ' wrapText="1"' : ''}/>`;
    const applied = 'applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"';
    return this.#cells.of(
      `<xf numFmtId="${formats[format]}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0"${quoted ? ' quotePrefix="1"' : ''} ${applied}>${alignment}</xf>`,
    );
  }

  xml(): string {
    const formatXml = `<numFmts count="1"><numFmt numFmtId="${formats.day}" formatCode="yyyy\\-mm\\-dd"/></numFmts>`;
    const plain =
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>';
    const names = '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>';
    return `${declaration}<styleSheet xmlns="${namespaces.main}">${formatXml}${this.#fonts.xml('fonts')}${this.#fills.xml('fills')}${this.#borders.xml('borders')}${plain}${this.#cells.xml('cellXfs')}${names}</styleSheet>`;
  }
}

/** Numbers of formats: 49 is built in, from 164 on they are a workbook's own (ECMA-376-1, 18.8.30). */
const formats: Readonly<Record<ValueFormat, number>> = { general: 0, text: 49, day: 164 };

/** Elements, each once, by their order. */
class Numbers {
  readonly #numbers: Map<string, number>;

  constructor(first: readonly string[]) {
    this.#numbers = new Map(first.map((xml, index) => [xml, index]));
  }

  of(xml: string): number {
    const number = this.#numbers.get(xml) ?? this.#numbers.size;
    this.#numbers.set(xml, number);
    return number;
  }

  xml(element: string): string {
    return `<${element} count="${this.#numbers.size}">${[...this.#numbers.keys()].join('')}</${element}>`;
  }
}

/** A font that Windows and macOS have; 128 is the character set of Japanese. */
function fontXml({ bold, size = 10, colour = '000000' }: CellStyle): string {
  return `<font>${bold ? '<b/>' : ''}<sz val="${size}"/><color rgb="FF${colour}"/><name val="游ゴシック"/><family val="3"/><charset val="128"/></font>`;
}

function fillXml(colour: string): string {
  return `<fill><patternFill patternType="solid"><fgColor rgb="FF${colour}"/><bgColor indexed="64"/></patternFill></fill>`;
}

function borderXml(drawn: boolean): string {
  const side = (name: string) =>
    drawn ? `<${name} style="thin"><color rgb="FFA6A6A6"/></${name}>` : `<${name}/>`;
  return `<border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border>`;
}
