import { crc32, deflateRawSync } from 'node:zlib';

/** A file of an archive. */
export interface Part {
  /** its path in the archive */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Packs files into a ZIP archive (APPNOTE.TXT 6.3.10, section 4.3). All are of one day, so that the same files always give the
 * same bytes.
 */
export function packArchive(parts: readonly Part[]): Uint8Array {
  const written: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const part of parts) {
    const name = Buffer.from(part.name);
    const packed = deflateRawSync(part.bytes);
    const sizes = { checksum: crc32(part.bytes), packed: packed.length, size: part.bytes.length };
    const header = localHeader(name.length, sizes);
    directory.push(centralHeader(name.length, sizes, at), name);
    written.push(header, name, packed);
    at += header.length + name.length + packed.length;
  }
  const central = Buffer.concat(directory);
  return Buffer.concat([...written, central, endOfDirectory(parts.length, central.length, at)]);
}

interface Sizes {
  readonly checksum: number;
  readonly packed: number;
  readonly size: number;
}

/** 1 January 1980, the first day that the format knows. */
const day = (1 << 5) | 1;
/** version 2.0 can unpack it */
const version = 20;
/** names are UTF-8 */
const flags = 0x800;
const deflated = 8;

function localHeader(nameLength: number, sizes: Sizes): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(version, 4);
  writeFacts(header, 6, nameLength, sizes);
  return header;
}

function centralHeader(nameLength: number, sizes: Sizes, at: number): Buffer {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(version, 4);
  header.writeUInt16LE(version, 6);
  writeFacts(header, 8, nameLength, sizes);
  header.writeUInt32LE(at, 42);
  return header;
}

/** What both headers say of a file. */
function writeFacts(header: Buffer, from: number, nameLength: number, sizes: Sizes): void {
  header.writeUInt16LE(flags, from);
  header.writeUInt16LE(deflated, from + 2);
  header.writeUInt16LE(day, from + 6);
  header.writeUInt32LE(sizes.checksum, from + 8);
  header.writeUInt32LE(sizes.packed, from + 12);
  header.writeUInt32LE(sizes.size, from + 16);
  header.writeUInt16LE(nameLength, from + 20);
}

/** Ends an archive: how many files its directory lists, and where that begins. */
export function endOfDirectory(count: number, size: number, at: number): Buffer {
  const record = Buffer.alloc(22);
  record.writeUInt32LE(0x06054b50, 0);
  record.writeUInt16LE(count, 8);
  record.writeUInt16LE(count, 10);
  record.writeUInt32LE(size, 12);
  record.writeUInt32LE(at, 16);
  return record;
}
