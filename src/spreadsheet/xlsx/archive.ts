import { crc32, inflateRawSync } from 'node:zlib';
import type { SpreadsheetLimits } from '../limits.ts';
import { damaged, refuseMore, SpreadsheetError } from '../problem.ts';

/** The archive that a workbook is. Its files are called parts, and nothing is unpacked but the parts that are asked for. */
export interface Archive {
  readonly names: readonly string[];
  /** Names are told apart as Excel tells them: `xl/SharedStrings.xml` is found as `xl/sharedStrings.xml`. */
  has(name: string): boolean;
  /**
   * Unpacks a part.
   *
   * @throws SpreadsheetError for a part that is missing, damaged or larger than it may be
   */
  unpack(name: string): Uint8Array;
}

/** A file of an archive, as its directory lists it. */
export interface Entry {
  readonly name: string;
  readonly encrypted: boolean;
  readonly method: number;
  readonly checksum: number;
  readonly packedSize: number;
  readonly size: number;
  readonly offset: number;
  /** what the directory says of it, as it is written: 46 bytes and its name */
  readonly listed: Uint8Array;
}

const signature = {
  local: 0x04034b50,
  central: 0x02014b50,
  end: 0x06054b50,
  end64: 0x06064b50,
  locator64: 0x07064b50,
};

/** Parts below this size may be packed as tightly as they will. */
const smallPart = 10 * 1024 * 1024;

/**
 * Reads the directory of a ZIP archive, which alone counts: what lies between its files, or is named otherwise there, is not
 * looked at (APPNOTE.TXT 6.3.10, sections 4.3 and 4.5.3 for ZIP64; ECMA-376-2, annex B).
 *
 * @throws SpreadsheetError for an archive that is damaged, or made to lead astray
 */
export function openArchive(bytes: Uint8Array, limits: SpreadsheetLimits): Archive {
  const entries = entriesOf(bytes, limits);
  let unpacked = 0;

  return {
    names: [...entries.values()].map(({ name }) => name),
    has: (name) => entries.has(name.toLowerCase()),
    unpack(name) {
      const entry = entries.get(name.toLowerCase());
      if (entry === undefined) throw damaged('missing-part', name);
      if (entry.encrypted) throw new SpreadsheetError({ code: 'password' });
      // What is stated is checked before anything is unpacked; what is more than that is not unpacked.
      unpacked += entry.size;
      refuseMore(unpacked, 'unpackedBytes', limits);
      refuseBomb(entry, limits);
      const part = unpackEntry(bytes, entry);
      if (part?.length !== entry.size || crc32(part) !== entry.checksum)
        throw damaged('unpacking', entry.name);
      return part;
    },
  };
}

/**
 * @returns the files of an archive, by their names in lower case
 * @throws SpreadsheetError for an archive that is damaged, or made to lead astray
 */
export function entriesOf(bytes: Uint8Array, limits: SpreadsheetLimits): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const entry of directoryOf(bytes, limits)) {
    if (/(^|\/)\.\.?(\/|$)|^\/|^[A-Za-z]:|\0/.test(entry.name)) throw damaged('unsafe-name', entry.name);
    const key = entry.name.toLowerCase();
    if (entries.has(key)) throw damaged('same-name', entry.name);
    entries.set(key, entry);
  }
  return entries;
}

function refuseBomb({ size, packedSize }: Entry, limits: SpreadsheetLimits): void {
  if (size > smallPart) refuseMore(Math.floor(size / Math.max(packedSize, 1)), 'unpackingFactor', limits);
}

/** @returns what a part unpacks to; nothing for what is no packed part, or unpacks to more than is stated */
function unpackEntry(bytes: Uint8Array, entry: Entry): Uint8Array | undefined {
  const packed = packedBytes(bytes, entry);
  if (entry.method === 0) return packed;
  if (entry.method !== 8) return undefined;
  try {
    // In one piece, which is not joined from others, and ends where more would come than is stated.
    return inflateRawSync(packed, { maxOutputLength: Math.max(entry.size, 1), chunkSize: entry.size + 64 });
  } catch {
    return undefined;
  }
}

/** @returns a file as it is packed */
export function packedBytes(bytes: Uint8Array, { name, offset, packedSize }: Entry): Uint8Array {
  const view = viewOf(bytes);
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== signature.local)
    throw damaged('truncated', name);
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packedSize > bytes.length) throw damaged('truncated', name);
  return bytes.subarray(start, start + packedSize);
}

function* directoryOf(bytes: Uint8Array, limits: SpreadsheetLimits): Iterable<Entry> {
  const view = viewOf(bytes);
  const { count, offset } = endOfDirectory(bytes);
  refuseMore(count, 'entries', limits);
  let at = offset;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== signature.central) throw damaged('truncated');
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true);
    if (next > bytes.length) throw damaged('truncated');
    yield entryAt(bytes, at, nameLength, extraLength);
    at = next;
  }
}

function entryAt(bytes: Uint8Array, at: number, nameLength: number, extraLength: number): Entry {
  const view = viewOf(bytes);
  const name = new TextDecoder('utf-8').decode(bytes.subarray(at + 46, at + 46 + nameLength));
  const large = largeFields(bytes.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength));
  const field = (position: number) => {
    const value = view.getUint32(position, true);
    return value === 0xffffffff ? (large.shift() ?? value) : value;
  };
  // ZIP64 holds only what does not fit, in this order.
  const size = field(at + 24);
  const packedSize = field(at + 20);
  const offset = field(at + 42);
  return {
    // Some programs on Windows write the separator of their own paths.
    name: name.replaceAll('\\', '/'),
    encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    method: view.getUint16(at + 10, true),
    checksum: view.getUint32(at + 16, true),
    packedSize,
    size,
    offset,
    listed: bytes.subarray(at, at + 46 + nameLength),
  };
}

/** @returns the numbers of the ZIP64 field among the extra fields of an entry */
function largeFields(extra: Uint8Array): number[] {
  const view = viewOf(extra);
  for (let at = 0; at + 4 <= extra.length; ) {
    const length = view.getUint16(at + 2, true);
    const end = Math.min(at + 4 + length, extra.length);
    if (view.getUint16(at, true) === 1) {
      const numbers: number[] = [];
      for (let position = at + 4; position + 8 <= end; position += 8)
        numbers.push(Number(view.getBigUint64(position, true)));
      return numbers;
    }
    at = end;
  }
  return [];
}

function endOfDirectory(bytes: Uint8Array): { count: number; offset: number } {
  const view = viewOf(bytes);
  // It is the last thing in the archive but for a comment of at most 65,535 bytes.
  const first = Math.max(0, bytes.length - 22 - 0xffff);
  for (let at = bytes.length - 22; at >= first; at -= 1) {
    if (view.getUint32(at, true) !== signature.end) continue;
    const count = view.getUint16(at + 10, true);
    const offset = view.getUint32(at + 16, true);
    return count === 0xffff || offset === 0xffffffff
      ? (largeEnd(bytes, at) ?? { count, offset })
      : { count, offset };
  }
  throw damaged('truncated');
}

function largeEnd(bytes: Uint8Array, end: number): { count: number; offset: number } | undefined {
  const view = viewOf(bytes);
  if (end < 20 || view.getUint32(end - 20, true) !== signature.locator64) return undefined;
  const at = Number(view.getBigUint64(end - 12, true));
  if (at + 56 > bytes.length || view.getUint32(at, true) !== signature.end64) throw damaged('truncated');
  return {
    count: Number(view.getBigUint64(at + 32, true)),
    offset: Number(view.getBigUint64(at + 48, true)),
  };
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
