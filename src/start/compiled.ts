import { crc32 } from 'node:zlib';

/** Where the compiled code for this Node.js lies, in the folder of the program. */
export const codeFolder = `code/${process.version}-${process.platform}-${process.arch}`;

/** The name of the code of a file of the program. */
export const codeNameOf = (file: string): string => file.replace(/\.js$/, '.code');

/** What code begins with: the length of the source, and check sums of the source and of the code. Code is read from a multiple of 8. */
const header = { length: 4, source: 8, code: 12, bytes: 16 } as const;
const mark = 0x6b_73_65_73;

/**
 * Makes a file of code that V8 has compiled. V8 itself compares no more of the source than its length, and does not see that
 * code is damaged: it would run other code than is written, or crash.
 */
export function compiledFile(source: Uint8Array, code: Uint8Array): Uint8Array {
  const file = Buffer.alloc(header.bytes + code.length);
  file.writeUInt32LE(mark, 0);
  file.writeUInt32LE(source.length, header.length);
  file.writeUInt32LE(crc32(source), header.source);
  file.writeUInt32LE(crc32(code), header.code);
  file.set(code, header.bytes);
  return file;
}

/** @returns the code of such a file; `undefined` unless it is whole, and of this source */
export function compiledCode(source: Uint8Array, file: Buffer): Buffer | undefined {
  if (file.length <= header.bytes || file.readUInt32LE(0) !== mark) return undefined;
  if (file.readUInt32LE(header.length) !== source.length) return undefined;
  const code = file.subarray(header.bytes);
  if (file.readUInt32LE(header.code) !== crc32(code)) return undefined;
  return file.readUInt32LE(header.source) === crc32(source) ? code : undefined;
}
