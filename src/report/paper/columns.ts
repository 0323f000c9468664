import fastStringWidth from 'fast-string-width';

/** @returns the width of a text in terminal columns: Japanese characters take two, colour codes none */
export function columns(text: string): number {
  let width = 0;
  for (let index = 0; index < text.length; index++) {
    const own = plainWidth(text.charCodeAt(index));
    if (own === 0) return fastStringWidth(text);
    width += own;
  }
  return width;
}

/**
 * The width of what nearly all texts are made of, ASCII and the common Japanese characters, which stays the same whatever stands
 * beside it; 0 for all else. What knows of all else has expressions that take long to compile.
 */
function plainWidth(unit: number): number {
  if (unit < 0x80) return unit >= 0x20 && unit < 0x7f ? 1 : 0;
  const isWide =
    (unit >= 0x4e00 && unit <= 0x9fff) || // ideographs
    (unit >= 0x3041 && unit <= 0x3096) || // hiragana
    (unit >= 0x30a1 && unit <= 0x30fa) || // katakana
    (unit >= 0x3000 && unit <= 0x3029) || // blank, points and brackets
    unit === 0x30fc || // ー
    (unit >= 0xff01 && unit <= 0xff5e); // full-width ASCII
  return isWide ? 2 : 0;
}
