import { readFile, realpath } from 'node:fs/promises';
import path from 'node:path';
import { type FileDigest, sha256 } from '../base/digest.ts';
import { shownPath, wayDown } from '../base/paths.ts';
import type { Inventory } from './inventory.ts';

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
      const home = path.dirname(file.place);
      const { state, file: read } = await examine(path.resolve(home, item.path), item.sha256, [
        home,
        directory,
      ]);
      evidence.set(item, state);
      if (read !== undefined) files.set(read.path, read);
    }
  }
  return { evidence, files: [...files.values()] };
}

/**
 * Looks whether evidence is there and is what it was. Only files below the folder of the inventory file, or below
 * the working directory, are opened: an inventory must not make sekisho read anything else, links included.
 *
 * @param stated the digest that the record states
 * @param roots the two folders, the working directory last
 */
async function examine(
  file: string,
  stated: string | undefined,
  [home, directory]: readonly [string, string],
): Promise<{ state: EvidenceState; file?: FileDigest }> {
  const roots = await Promise.all([home, directory].map((root) => realpath(root).catch(() => root)));
  const real = await realpath(file).catch(() => undefined);
  if (!roots.some((root) => wayDown(root, real ?? file))) return { state: 'outside' };
  if (real === undefined) return { state: 'missing' };
  const content = await readFile(real).catch(() => undefined);
  if (content === undefined) return { state: 'missing' };
  const read = { path: shownPath(file, directory), size: content.length, sha256: sha256(content) };
  const unchanged = stated === undefined || read.sha256 === stated.toLowerCase();
  return { state: unchanged ? 'there' : 'changed', file: read };
}
