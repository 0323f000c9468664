import { foldCell } from '../../base/fold-cell.ts';

export { foldCell };

/** The text of a cell, as the readers of the kinds of fields look at it. */
export interface CellText {
  /** as it stands, with its line feeds, in the composed form of Unicode (NFC) */
  readonly lines: string;
  /** the same on one line */
  readonly text: string;
  /** what it is recognised by: see {@link foldCell} */
  readonly folded: string;
}

export function cellText(written: string): CellText {
  const lines = written.normalize('NFC').replaceAll(/\r\n?/g, '\n').trim();
  return { lines, text: onOneLine(lines), folded: foldCell(written) };
}

function onOneLine(lines: string): string {
  return lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ');
}

/** What says that there is nothing to say, whatever the field: not applicable, no, or not filled in. */
const nothing = new Set([
  ...['-', '/', '対象外', '対象なし', '対象無し', '非該当', '該当なし', '該当無し', '該当せず', '該当しない'],
  ...['n/a', '特になし', '特に無し'],
]);

/** What says no where a yes or no belongs, and anywhere else no more than that. */
const none = new Set(['なし', '無し', '無', 'ナシ']);

export function saysNothing({ folded }: CellText): boolean {
  return nothing.has(folded.toLowerCase());
}

export function saysNone({ folded }: CellText): boolean {
  return none.has(folded);
}

/** @returns the parts of a list: lines, and what stands between 、 and commas */
export function listed({ lines }: CellText): CellText[] {
  return partsOf(lines, /[\n、，,､]/u);
}

/** @returns the lines of a cell, without the dots that items begin with */
export function linesOf({ lines }: CellText): CellText[] {
  return partsOf(
    lines
      .split('\n')
      .map((line) => line.trim().replace(/^[・･●◆■]\s*(?=.)/u, ''))
      .join('\n'),
    /\n/u,
  );
}

/**
 * @returns what stands beside the boxes that are ticked: 「☑有　□無」 says 有; nothing of a text that does not begin with a box, or
 *   in which all boxes are alike
 */
export function ticked({ lines }: CellText): CellText[] {
  if (!/^[☑■□☐]/u.test(lines) || !/[□☐]/u.test(lines)) return [];
  return Array.from(lines.matchAll(/[☑■](?<text>[^☑■□☐\n]+)/gu), ({ groups }) =>
    cellText(groups?.['text'] ?? ''),
  );
}

/** @returns the parts of a list of known words: between lines, commas, ・, slashes, plus signs, 及び and と */
export function wordsIn({ lines }: CellText): CellText[] {
  return partsOf(lines, /[\n、，,､・･/／+＋&＆]|及び|並びに|(?<=[^\p{Script=Hiragana}])と/u);
}

function partsOf(text: string, separator: RegExp): CellText[] {
  return text
    .split(separator)
    .map(cellText)
    .filter(({ folded }) => folded !== '');
}
