import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { defaultLimits } from '../../src/base/limits.ts';
import { settleWords } from '../../src/inventory/check-file.ts';
import type { EvidencePlaces } from '../../src/inventory/evidence.ts';
import type { InventoryFile } from '../../src/inventory/file.ts';
import { Inventory } from '../../src/inventory/inventory.ts';
import { type FileReading, readFiles } from '../../src/inventory/load.ts';
import type { Tree } from '../../src/tree/tree.ts';
import { workTree } from '../../src/tree/work-tree.ts';

/** Reads texts as the files of one inventory, from the disk, as sekisho does. */
export async function load(texts: Readonly<Record<string, string | Uint8Array>>): Promise<Inventory> {
  return inFolder(texts, async (folder) => {
    const files = Object.keys(texts).map((name) => path.join(folder, name));
    return new Inventory(await loadFiles(workTree, files, { directory: folder }));
  });
}

/** Reads files in the words of the vocabulary alone, as no policy adds any. */
export async function loadFiles(
  tree: Tree,
  files: readonly string[],
  reading: FileReading,
): Promise<InventoryFile[]> {
  return settleWords(await readFiles(tree, files, reading), new Map(), reading.limits);
}

/** Writes files into a folder of their own, which is gone afterwards. */
export async function inFolder<Result>(
  texts: Readonly<Record<string, string | Uint8Array>>,
  use: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(path.join(tmpdir(), 'sekisho-'));
  try {
    for (const [name, text] of Object.entries(texts)) {
      await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
      await writeFile(path.join(folder, name), text);
    }
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Where evidence is looked for in tests: below a folder. */
export function evidenceBelow(directory: string): EvidencePlaces {
  return { tree: workTree, folders: [directory], directory, limits: defaultLimits };
}
