import { readFile, realpath } from 'node:fs/promises';
import path from 'node:path';
import { sha256 as digest, type FileDigest } from '../digest.ts';
import type { Inventory } from './inventory.ts';
import { shownPath } from './load.ts';

/** What became of a file that a record names as evidence: `changed` has not the digest that is stated, `outside` is not looked at. */
export type EvidenceState = 'there' | 'missing' | 'changed' | 'outside';

/** What became of the files that an inventory names as evidence, by the item that names one. */
export type ExaminedEvidence = ReadonlyMap<object, EvidenceState>;

/** Looks at all evidence that has a path; `files` are those that were read, each once. */
export async function examineAll(
  inventory: Inventory,
  directory: string,
): Promise<{ evidence: ExaminedEvidence; files: readonly FileDigest[] }> {
  const evidence = new Map<object, EvidenceState>();
  const files = new Map<string, FileDigest>();
  for (const { record, file } of inventory.all) {
    if (record.evidence === undefined) continue;
    for (const item of record.evidence) {
      if (item.path === undefined) continue;
      const named = {
        namedBy: file.place,
        path: item.path,
        ...(item.sha256 === undefined ? {} : { sha256: item.sha256 }),
      };
      const { state, file: read } = await examine(named, directory);
      evidence.set(item, state);
      if (read !== undefined) files.set(read.path, read);
    }
  }
  return { evidence, files: [...files.values()] };
}

/** A file named as evidence, by a record of an inventory file. */
interface NamedEvidence {
  /** the inventory file, absolute; the path is relative to its folder */
  readonly namedBy: string;
  readonly path: string;
  /** as stated by the record */
  readonly sha256?: string;
}

/**
 * Looks whether evidence is there and is what it was. Only files below the folder of the inventory file, or below
 * the working directory, are opened: an inventory must not make sekisho read anything else, links included.
 */
async function examine(
  { namedBy, path: named, sha256 }: NamedEvidence,
  directory: string,
): Promise<{ state: EvidenceState; file?: FileDigest }> {
  const file = path.resolve(path.dirname(namedBy), named);
  const roots = await Promise.all(
    [path.dirname(namedBy), directory].map((root) => realpath(root).catch(() => root)),
  );
  const real = await realpath(file).catch(() => undefined);
  if (!roots.some((root) => isBelow(real ?? file, root))) return { state: 'outside' };
  if (real === undefined) return { state: 'missing' };
  const content = await readFile(real).catch(() => undefined);
  if (content === undefined) return { state: 'missing' };
  const read = { path: shownPath(file, directory), size: content.length, sha256: digest(content) };
  const unchanged = sha256 === undefined || read.sha256 === sha256.toLowerCase();
  return { state: unchanged ? 'there' : 'changed', file: read };
}

function isBelow(file: string, root: string): boolean {
  const relative = path.relative(root, file);
  return relative !== '' && !relative.startsWith('..') && !path.isAbsolute(relative);
}
