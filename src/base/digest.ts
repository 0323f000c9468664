import { createHash } from 'node:crypto';

/** @returns the SHA-256 of a file's bytes, or of a text in UTF-8, in hexadecimal */
export function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}

/** A file with its size and digest. */
export interface FileDigest {
  /** as reports show it */
  readonly path: string;
  /** in bytes */
  readonly size: number;
  readonly sha256: string;
}
