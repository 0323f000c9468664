import type { OtherKind } from './problem.ts';

/** What a file is, as its bytes tell, whatever it is named. */
export type FileKind = 'archive' | 'compound' | 'text' | OtherKind;

/**
 * Tells what a file is by its first bytes. Whatever is nothing else may be text.
 *
 * `compound` is the container of Excel up to 2003, and of what newer ones protect with a password ([MS-CFB], section 2.2).
 */
export function kindOf(bytes: Uint8Array): FileKind {
  return (
    beginnings.find(({ first }) => first.every((byte, index) => bytes[index] === byte))?.kind ??
    markupKind(bytes)
  );
}

const beginnings: readonly { readonly first: readonly number[]; readonly kind: FileKind }[] = [
  { first: [0x50, 0x4b, 0x03, 0x04], kind: 'archive' },
  // an archive without files, or in several parts
  { first: [0x50, 0x4b, 0x05, 0x06], kind: 'archive' },
  { first: [0x50, 0x4b, 0x07, 0x08], kind: 'archive' },
  { first: [0xd0, 0xcf, 0x11, 0xe0], kind: 'compound' },
  { first: [0x25, 0x50, 0x44, 0x46], kind: 'pdf' },
  { first: [0x89, 0x50, 0x4e, 0x47], kind: 'picture' },
  { first: [0xff, 0xd8, 0xff], kind: 'picture' },
  { first: [0x47, 0x49, 0x46, 0x38], kind: 'picture' },
  { first: [0x1f, 0x8b], kind: 'archive' },
  { first: [0x37, 0x7a, 0xbc, 0xaf], kind: 'archive' },
];

/** Programs save web pages and XML under names of spreadsheets. */
function markupKind(bytes: Uint8Array): FileKind {
  const start = String.fromCharCode(...bytes.subarray(0, 400).filter((byte) => byte !== 0));
  const trimmed = start.replace(/^(\u00EF\u00BB\u00BF|\u00FF\u00FE|\u00FE\u00FF)/, '').trimStart();
  if (/^<(!doctype\s+html|html|head|body|table|meta)\b/i.test(trimmed)) return 'html';
  return /^<\?xml\b/i.test(trimmed) ? 'xml' : 'text';
}

/** @returns whether a compound file is a workbook under a password ([MS-OFFCRYPTO], section 2.3.4.5), or what else it is */
export function compoundKind(bytes: Uint8Array): 'password' | 'old-format' | 'document' {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const names = (name: string) => file.includes(`${name}\0`, 0, 'utf16le');
  if (names('EncryptedPackage')) return 'password';
  return names('Workbook') || names('Book') ? 'old-format' : 'document';
}

/** @returns what an archive is, by the names in it */
export function archiveKind(names: readonly string[]): 'xlsx' | OtherKind {
  const has = (start: RegExp) => names.some((name) => start.test(name));
  if (has(/^xl\/workbook\.bin$/i)) return 'xlsb';
  if (has(/^xl\//i)) return 'xlsx';
  if (has(/^(word|ppt|visio)\//i)) return 'document';
  if (has(/\.iwa$|^Index\.zip$/)) return 'numbers';
  return has(/^mimetype$/) && has(/^content\.xml$/) ? 'opendocument' : 'archive';
}
