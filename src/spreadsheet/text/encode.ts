import type { TextEncoding } from './decode.ts';

/** @returns the bytes of a text, without a byte order mark; what the encoding does not have becomes a question mark */
export function encodeText(text: string, encoding: TextEncoding): Uint8Array {
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(text);
    case 'utf-16le':
      return Buffer.from(text, 'utf16le');
    case 'utf-16be':
      return Buffer.from(text, 'utf16le').swap16();
    case 'shift_jis': {
      const table = cp932();
      return Buffer.from(Array.from(text, (character) => table.get(character) ?? [0x3f]).flat());
    }
  }
}

/** @returns the characters of a text that an encoding does not have, each once */
export function missingIn(text: string, encoding: TextEncoding): string {
  if (encoding !== 'shift_jis') return '';
  const table = cp932();
  return [...new Set(text)].filter((character) => !table.has(character)).join('');
}

/**
 * @param encoding of the bytes
 * @returns how many bytes the characters before a place in a text take, for places in their order
 */
export function byteCounter(bytes: Uint8Array, text: string, encoding: TextEncoding): (at: number) => number {
  let counted = 0;
  let byte = 0;
  return (at) => {
    if (encoding === 'shift_jis') for (; counted < at; counted += 1) byte += isLead(bytes[byte] ?? 0) ? 2 : 1;
    else {
      const piece = text.slice(counted, at);
      byte += encoding === 'utf-8' ? Buffer.byteLength(piece) : piece.length * 2;
      counted = at;
    }
    return byte;
  };
}

/** Whether a byte of CP932 begins a character of two. */
function isLead(byte: number): boolean {
  return (byte >= 0x81 && byte <= 0x9f) || (byte >= 0xe0 && byte <= 0xfc);
}

let table: ReadonlyMap<string, readonly number[]> | undefined;

/**
 * The characters of CP932 and their bytes, turned around from what decodes them. Of those that have several the first counts, and
 * none in rows ED and EE, which repeat others for old machines: so Windows writes them, and WHATWG's encoder.
 */
function cp932(): ReadonlyMap<string, readonly number[]> {
  if (table !== undefined) return table;
  const made = new Map<string, readonly number[]>();
  const decoder = new TextDecoder('shift_jis');
  const add = (...bytes: number[]) => {
    const character = decoder.decode(Uint8Array.from(bytes));
    if (character.length === 1 && character !== '\uFFFD' && !made.has(character)) made.set(character, bytes);
  };
  for (let byte = 0; byte <= 0xdf; byte += 1) if (!isLead(byte)) add(byte);
  for (let lead = 0x81; lead <= 0xfc; lead += 1) {
    if (!isLead(lead) || lead === 0xed || lead === 0xee) continue;
    for (let trail = 0x40; trail <= 0xfc; trail += 1) if (trail !== 0x7f) add(lead, trail);
  }
  table = made;
  return made;
}
