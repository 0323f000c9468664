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
    case 'shift_jis':
    case 'euc-jp': {
      const table = tableOf(encoding);
      return Buffer.from(Array.from(text, (character) => table.get(character) ?? [0x3f]).flat());
    }
  }
}

/** @returns the characters of a text that an encoding does not have, each once */
export function missingIn(text: string, encoding: TextEncoding): string {
  if (encoding !== 'shift_jis' && encoding !== 'euc-jp') return '';
  const table = tableOf(encoding);
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
    else if (encoding === 'euc-jp')
      for (; counted < at; counted += 1) byte += lengthInEucJp(bytes[byte] ?? 0);
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

/** How many bytes a character of EUC-JP takes that begins with one. */
function lengthInEucJp(byte: number): number {
  if (byte === 0x8f) return 3;
  return byte < 0x80 ? 1 : 2;
}

type Table = ReadonlyMap<string, readonly number[]>;

const tables = new Map<TextEncoding, Table>();

/** The characters of an encoding and their bytes, turned around from what decodes them. */
function tableOf(encoding: 'shift_jis' | 'euc-jp'): Table {
  const table = tables.get(encoding) ?? (encoding === 'shift_jis' ? cp932() : eucJp());
  tables.set(encoding, table);
  return table;
}

/**
 * Of the characters that CP932 has several times the first counts, and none in rows ED and EE, which repeat others for old
 * machines: so Windows writes them, and WHATWG's encoder.
 */
function cp932(): Table {
  const { table, add } = turnedAround('shift_jis');
  for (let byte = 0; byte <= 0xdf; byte += 1) if (!isLead(byte)) add(byte);
  for (let lead = 0x81; lead <= 0xfc; lead += 1) {
    if (!isLead(lead) || lead === 0xed || lead === 0xee) continue;
    for (let trail = 0x40; trail <= 0xfc; trail += 1) if (trail !== 0x7f) add(lead, trail);
  }
  return table;
}

/** As WHATWG's encoder has it: without the characters of JIS X 0212, which take three bytes. */
function eucJp(): Table {
  const { table, add } = turnedAround('euc-jp');
  for (let byte = 0; byte < 0x80; byte += 1) add(byte);
  for (let kana = 0xa1; kana <= 0xdf; kana += 1) add(0x8e, kana);
  for (let lead = 0xa1; lead <= 0xfe; lead += 1)
    for (let trail = 0xa1; trail <= 0xfe; trail += 1) add(lead, trail);
  return table;
}

function turnedAround(encoding: TextEncoding): {
  readonly table: Table;
  readonly add: (...bytes: number[]) => void;
} {
  const table = new Map<string, readonly number[]>();
  const decoder = new TextDecoder(encoding);
  const add = (...bytes: number[]) => {
    const character = decoder.decode(Uint8Array.from(bytes));
    if (character.length === 1 && character !== '\uFFFD' && !table.has(character))
      table.set(character, bytes);
  };
  return { table, add };
}
