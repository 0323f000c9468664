import type { Archive } from './archive.ts';
import { builtInFormat, formatOf, general, type NumberFormat } from './number-format.ts';
import { isOn } from './rich-text.ts';
import { type Attributes, readXml } from './xml.ts';

/** How a cell looks, as far as it says what stands in it. */
export interface Style {
  readonly format: NumberFormat;
  readonly struckOut: boolean;
}

/** How a cell looks of which nothing is said. */
export const plainStyle: Style = { format: general, struckOut: false };

/**
 * Reads the styles of cells, by their numbers (ECMA-376-1, sections 18.8.10, 18.8.22 and 18.8.30). What else looks the same in
 * that part is for conditions and named styles and counts for no cell by itself.
 */
export function readStyles(archive: Archive, part: string): readonly Style[] {
  const formats = new Map<number, NumberFormat>();
  const fonts: boolean[] = [];
  const styles: Style[] = [];
  let list = '';

  const readers: Readonly<Record<string, (name: string, attributes: Attributes) => void>> = {
    numFmts(name, { numFmtId, formatCode }) {
      if (name === 'numFmt' && formatCode !== undefined) formats.set(Number(numFmtId), formatOf(formatCode));
    },
    fonts(name, { val }) {
      if (name === 'font') fonts.push(false);
      else if (name === 'strike' && fonts.length > 0) fonts[fonts.length - 1] = isOn(val);
    },
    cellXfs(name, { numFmtId, fontId }) {
      if (name !== 'xf') return;
      const id = Number(numFmtId ?? 0);
      const format = formats.get(id) ?? builtInFormat(id);
      formats.set(id, format);
      styles.push({ format, struckOut: fonts[Number(fontId ?? 0)] ?? false });
    },
  };

  readXml(part, archive.unpack(part), 'styleSheet', {
    open(name, attributes) {
      if (list !== '') readers[list]?.(name, attributes);
      else if (Object.hasOwn(readers, name)) list = name;
    },
    close(name) {
      if (name === list) list = '';
    },
    text() {},
  });
  return styles;
}
