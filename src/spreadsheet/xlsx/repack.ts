import { crc32, deflateRawSync } from 'node:zlib';
import type { SpreadsheetLimits } from '../limits.ts';
import { type Entry, entriesOf, packedBytes } from './archive.ts';
import { endOfDirectory } from './pack.ts';

/**
 * Writes an archive anew with other contents for some of its files. All others keep their packed bytes, names, days and order:
 * nothing of them is unpacked. What streaming programs leave behind a file for want of its size goes into its header.
 *
 * @param changes the new contents by the names of files; `undefined` leaves a file out
 */
export function repackArchive(
  bytes: Uint8Array,
  changes: ReadonlyMap<string, Uint8Array | undefined>,
  limits: SpreadsheetLimits,
): Uint8Array {
  const byName = new Map([...changes].map(([name, content]) => [name.toLowerCase(), content]));
  const written: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const [key, entry] of entriesOf(bytes, limits)) {
    const content = byName.get(key);
    if (byName.has(key) && content === undefined) continue;
    const file = content === undefined ? carriedOver(bytes, entry) : packed(content);
    const listed = listedAs(entry, file, at);
    const local = localHeader(listed);
    written.push(local, file.data);
    directory.push(listed);
    at += local.length + file.data.length;
  }
  const central = Buffer.concat(directory);
  return Buffer.concat([...written, central, endOfDirectory(directory.length, central.length, at)]);
}

/** A file as it stands in the archive. */
interface PackedFile {
  readonly method: number;
  readonly checksum: number;
  readonly size: number;
  readonly data: Uint8Array;
}

function carriedOver(bytes: Uint8Array, entry: Entry): PackedFile {
  const { method, checksum, size } = entry;
  return { method, checksum, size, data: packedBytes(bytes, entry) };
}

function packed(content: Uint8Array): PackedFile {
  return { method: 8, checksum: crc32(content), size: content.length, data: deflateRawSync(content) };
}

/** What the directory says of a file (APPNOTE.TXT 6.3.10, section 4.3.12), without extra fields and comment. */
function listedAs({ listed }: Entry, { method, checksum, size, data }: PackedFile, at: number): Buffer {
  const header = Buffer.from(listed);
  // Version 2.0 can unpack what is packed now.
  header.writeUInt16LE(Math.max(header.readUInt16LE(6), 20), 6);
  // Its sizes stand in the header, and not behind the file.
  header.writeUInt16LE(header.readUInt16LE(8) & ~0x8, 8);
  header.writeUInt16LE(method, 10);
  header.writeUInt32LE(checksum, 16);
  header.writeUInt32LE(data.length, 20);
  header.writeUInt32LE(size, 24);
  header.writeUInt16LE(0, 30);
  header.writeUInt16LE(0, 32);
  header.writeUInt32LE(at, 42);
  return header;
}

/** The same in front of the file (section 4.3.7): from the version on, 24 bytes are alike. */
function localHeader(listed: Buffer): Buffer {
  const header = Buffer.alloc(30 + listed.length - 46);
  header.writeUInt32LE(0x04034b50, 0);
  listed.copy(header, 4, 6, 30);
  listed.copy(header, 30, 46);
  return header;
}
