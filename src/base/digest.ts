import { crypto } from './crypto.ts';

/** @returns the SHA-256 of a file's bytes, or of a text in UTF-8, in hexadecimal */
export function sha256(content: Uint8Array | string): string {
  return crypto().hash('sha256', content);
}

/** What tells whether two files are the same. */
export interface Digest {
  /** in bytes */
  readonly size: number;
  readonly sha256: string;
}

/** A file with its size and digest. */
export interface FileDigest extends Digest {
  /** as reports show it */
  readonly path: string;
}
