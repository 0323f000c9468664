import path from 'node:path';
import { type FileDigest, sha256 } from '../base/digest.ts';
import { relativeWithin, shownPath } from '../base/paths.ts';
import { reasonOf } from '../base/system-error.ts';
import type { Tree } from '../tree/tree.ts';
import type { Inventory } from './inventory.ts';

/**
 * The state of a file that a record names as evidence. `changed`: its digest is not the stated one; `outside`: it is not
 * opened.
 */
export type EvidenceState = 'there' | 'missing' | 'changed' | 'outside';

/** The state of the files that an inventory names as evidence, by the item that names one. */
export type ExaminedEvidence = ReadonlyMap<object, EvidenceState>;

/** Looks at all evidence that has a path; `files` are those that were read, each once. */
export async function examineAll(
  inventory: Inventory,
  tree: Tree,
  directory: string,
): Promise<{ evidence: ExaminedEvidence; files: readonly FileDigest[] }> {
  const evidence = new Map<object, EvidenceState>();
  const files = new Map<string, FileDigest>();
  for (const { record, file } of inventory.all) {
    if (record.evidence === undefined) continue;
    for (const item of record.evidence) {
      if (item.path === undefined) continue;
      const home = path.dirname(file.absolutePath);
      const named = { file: path.resolve(home, item.path), stated: item.sha256 };
      const { state, file: read } = await examine(named, tree, [home, directory]);
      evidence.set(item, state);
      if (read !== undefined) files.set(read.path, read);
    }
  }
  return { evidence, files: [...files.values()] };
}

/**
 * Checks that evidence exists and is unchanged. Only files below the folder of the inventory file, or below the working
 * directory, are opened: an inventory must not make sekisho read anything else, links included.
 *
 * @param roots the two folders, the working directory last
 */
async function examine(
  { file, stated }: { readonly file: string; readonly stated: string | undefined },
  tree: Tree,
  [home, directory]: readonly [string, string],
): Promise<{ state: EvidenceState; file?: FileDigest }> {
  const roots = await Promise.all([home, directory].map(async (root) => (await tree.realPath(root)) ?? root));
  const real = await tree.realPath(file);
  if (!roots.some((root) => relativeWithin(root, real ?? file))) return { state: 'outside' };
  if (real === undefined) return { state: 'missing' };
  const content = await tree.read(real).catch((error) => void reasonOf(error));
  if (content === undefined) return { state: 'missing' };
  const read = { path: shownPath(file, directory), size: content.length, sha256: sha256(content) };
  const unchanged = stated === undefined || read.sha256 === stated.toLowerCase();
  return { state: unchanged ? 'there' : 'changed', file: read };
}
