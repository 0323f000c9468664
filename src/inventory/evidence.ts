import { createHash } from 'node:crypto';
import { readFile, realpath } from 'node:fs/promises';
import path from 'node:path';
import type { Inventory } from './inventory.ts';

/** What became of a file that a record names as evidence. */
export type EvidenceState = 'there' | 'missing' | 'changed' | 'outside';

/** The files that an inventory names as evidence, and what became of each. */
export type ExaminedEvidence = ReadonlyMap<object, EvidenceState>;

/** @returns what became of the evidence that has a path, by the item that names it */
export async function examineAll(inventory: Inventory, directory: string): Promise<ExaminedEvidence> {
  const examined = new Map<object, EvidenceState>();
  for (const { record, file } of inventory.all) {
    for (const item of record.evidence ?? []) {
      if (item.path === undefined) continue;
      const named = {
        namedBy: path.resolve(directory, file.path),
        path: item.path,
        ...(item.sha256 === undefined ? {} : { sha256: item.sha256 }),
      };
      examined.set(item, await examine(named, directory));
    }
  }
  return examined;
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
): Promise<EvidenceState> {
  const file = path.resolve(path.dirname(namedBy), named);
  const roots = await Promise.all(
    [path.dirname(namedBy), directory].map((root) => realpath(root).catch(() => root)),
  );
  const real = await realpath(file).catch(() => undefined);
  if (!roots.some((root) => isBelow(real ?? file, root))) return 'outside';
  if (real === undefined) return 'missing';
  const content = await readFile(real).catch(() => undefined);
  if (content === undefined) return 'missing';
  if (sha256 === undefined) return 'there';
  return createHash('sha256').update(content).digest('hex') === sha256.toLowerCase() ? 'there' : 'changed';
}

function isBelow(file: string, root: string): boolean {
  const relative = path.relative(root, file);
  return relative !== '' && !relative.startsWith('..') && !path.isAbsolute(relative);
}
