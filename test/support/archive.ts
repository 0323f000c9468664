import { crc32, deflateRawSync } from 'node:zlib';

/** A file of an archive, and what is said of it where that is not true. */
export interface ArchiveFile {
  readonly name: string;
  readonly data?: Buffer;
  /** the size that is stated */
  readonly size?: number;
  /** where it is said to lie */
  readonly offset?: number;
  /** the number of the way in which it is said to be packed; 8 is how it is */
  readonly method?: number;
  readonly encrypted?: boolean;
  /** its numbers are written as ZIP64 has them */
  readonly large?: boolean;
}

/** Writes a ZIP archive byte by byte, with whatever faults it is told to have (APPNOTE.TXT 6.3.10, section 4.3). */
export function archiveOf(files: readonly ArchiveFile[]): Buffer {
  const written: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const file of files) {
    const data = file.data ?? Buffer.alloc(0);
    const packed = deflateRawSync(data);
    const local = Buffer.concat([localHeader(file, data, packed), Buffer.from(file.name), packed]);
    directory.push(centralHeader(file, data, packed, at));
    written.push(local);
    at += local.length;
  }
  const central = Buffer.concat(directory);
  const large = files.some((file) => file.large);
  return Buffer.concat([
    ...written,
    central,
    ...(large ? [largeEnd(files.length, central.length, at)] : []),
    end(files.length, central.length, at, large),
  ]);
}

function localHeader({ name, size, method, encrypted }: ArchiveFile, data: Buffer, packed: Buffer): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(encrypted ? 1 : 0, 6);
  header.writeUInt16LE(method ?? 8, 8);
  header.writeUInt32LE(crc32(data), 14);
  header.writeUInt32LE(packed.length, 18);
  header.writeUInt32LE(size ?? data.length, 22);
  header.writeUInt16LE(Buffer.byteLength(name), 26);
  return header;
}

function centralHeader(file: ArchiveFile, data: Buffer, packed: Buffer, at: number): Buffer {
  const { name, size = data.length, offset = at, method, encrypted, large } = file;
  const header = Buffer.alloc(46);
  const extra = large ? largeFields(size, packed.length, offset) : Buffer.alloc(0);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(encrypted ? 1 : 0, 8);
  header.writeUInt16LE(method ?? 8, 10);
  header.writeUInt32LE(crc32(data), 16);
  header.writeUInt32LE(large ? 0xffffffff : packed.length, 20);
  header.writeUInt32LE(large ? 0xffffffff : size, 24);
  header.writeUInt16LE(Buffer.byteLength(name), 28);
  header.writeUInt16LE(extra.length, 30);
  header.writeUInt32LE(large ? 0xffffffff : offset, 42);
  return Buffer.concat([header, Buffer.from(name), extra]);
}

function largeFields(...numbers: readonly number[]): Buffer {
  const field = Buffer.alloc(4 + 8 * numbers.length);
  field.writeUInt16LE(1, 0);
  field.writeUInt16LE(8 * numbers.length, 2);
  for (const [index, number] of numbers.entries()) field.writeBigUInt64LE(BigInt(number), 4 + 8 * index);
  return field;
}

function largeEnd(count: number, size: number, at: number): Buffer {
  const record = Buffer.alloc(56 + 20);
  record.writeUInt32LE(0x06064b50, 0);
  record.writeBigUInt64LE(44n, 4);
  record.writeBigUInt64LE(BigInt(count), 24);
  record.writeBigUInt64LE(BigInt(count), 32);
  record.writeBigUInt64LE(BigInt(size), 40);
  record.writeBigUInt64LE(BigInt(at), 48);
  record.writeUInt32LE(0x07064b50, 56);
  record.writeBigUInt64LE(BigInt(at + size), 64);
  return record;
}

function end(count: number, size: number, at: number, large: boolean): Buffer {
  const record = Buffer.alloc(22);
  record.writeUInt32LE(0x06054b50, 0);
  record.writeUInt16LE(large ? 0xffff : count, 8);
  record.writeUInt16LE(large ? 0xffff : count, 10);
  record.writeUInt32LE(large ? 0xffffffff : size, 12);
  record.writeUInt32LE(large ? 0xffffffff : at, 16);
  return record;
}
