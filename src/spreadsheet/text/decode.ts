import { SpreadsheetError } from '../problem.ts';

/** An encoding that texts are read in, by the name that WHATWG has for it. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'shift_jis' | 'euc-jp';

/** A text without its byte order mark, and what it was encoded in. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncoding;
}

/** how many bytes are looked at to tell UTF-16 without a byte order mark */
const sampleLength = 64 * 1024;

/**
 * Decodes a text, whose encoding its bytes tell: a byte order mark first, then UTF-16 where it plainly is, then UTF-8, which
 * hardly any other text happens to be, and at last CP932, Shift_JIS as Windows has it, or EUC-JP, as old servers write it.
 *
 * @throws SpreadsheetError for a text in no such encoding, or for what is no text
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  for (const encoding of possibleEncodings(bytes)) {
    const text = decode(bytes, encoding);
    if (text !== undefined && isText(text)) return { text, encoding };
  }
  throw new SpreadsheetError({ code: 'encoding' });
}

function possibleEncodings(bytes: Uint8Array): readonly TextEncoding[] {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return ['utf-16le'];
  if (first === 0xfe && second === 0xff) return ['utf-16be'];
  const sample = bytes.subarray(0, sampleLength);
  // No text in UTF-8 or CP932 holds a zero byte, and every text in UTF-16 that has two cells or lines does.
  if (sample.includes(0)) return [zeroBytesOf(sample)];
  // Of WHATWG's encodings this is the one that is CP932 in truth: with ①, ㈱, 髙 and ～.
  return looksLikeEucJp(sample) ? ['utf-8', 'euc-jp', 'shift_jis'] : ['utf-8', 'shift_jis', 'euc-jp'];
}

/**
 * Kanji and kana of CP932 are no EUC-JP, but for halfwidth kana. What is EUC-JP in truth has halfwidth kana between kanji, or much
 * of their punctuation, when it is read as CP932.
 */
function looksLikeEucJp(sample: Uint8Array): boolean {
  // What the sample was cut off in is no mistake.
  if (decode(sample, 'euc-jp', { stream: true }) === undefined) return false;
  const asWindows = decode(sample, 'shift_jis', { stream: true });
  if (asWindows === undefined) return true;
  const kana = asWindows.match(/[｡-ﾟ]/gu)?.length ?? 0;
  const marks = asWindows.match(/[｡-･]/gu)?.length ?? 0;
  return /[^\0-\x7F｡-ﾟ]/u.test(asWindows) || (kana > 0 && marks * 4 >= kana);
}

/** Separators, digits and Latin letters have their zero byte behind them in UTF-16LE, and before them in UTF-16BE. */
function zeroBytesOf(sample: Uint8Array): TextEncoding {
  let little = 0;
  let big = 0;
  for (let at = 0; at + 1 < sample.length; at += 2) {
    const [one = 0, other = 0] = [sample[at], sample[at + 1]];
    if (other === 0 && isPlain(one)) little += 1;
    if (one === 0 && isPlain(other)) big += 1;
  }
  return little >= big ? 'utf-16le' : 'utf-16be';
}

function isPlain(byte: number): boolean {
  return byte === 9 || byte === 10 || byte === 13 || (byte >= 32 && byte < 127);
}

function decode(bytes: Uint8Array, encoding: TextEncoding, options = {}): string | undefined {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes, options);
    // The decoder of EUC-JP takes bytes that the encoding does not have for controls.
    return encoding === 'euc-jp' && /[\u0080-\u009F]/u.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}

/** Controls stand in no table, but in pictures, archives and ISO-2022-JP; a Control-Z at the end is how DOS ended files. */
function isText(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  return !/[\u0000-\u0008\u000E-\u0019\u001B-\u001F\uFFFE\uFFFF]|\u001A(?!$)/.test(text);
}
