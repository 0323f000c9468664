import path from 'node:path';
import { addToGroup } from '../base/groups.ts';
import { LimitError } from '../base/limits.ts';
import { shownPath } from '../base/paths.ts';
import { netboxStateFileName, stateFileName } from '../register/file-name.ts';
import type { FolderCells } from '../register/folder-cells.ts';
import type { Tree } from '../tree/tree.ts';
import type { ReadFile } from './file.ts';

/** Of the states of all folders together: about forty thousand records of twenty columns. */
const mostBytes = 64 * 1024 * 1024;

/** How many files are looked for at once. */
const batch = 64;

/**
 * Gives files the cells that their records are from, where an import left its state in their folder. It is no part of the
 * inventory: whatever is wrong with it, the files stay what they are.
 */
export async function withCells(
  tree: Pick<Tree, 'kind' | 'read'>,
  files: readonly ReadFile[],
  directory: string,
): Promise<readonly ReadFile[]> {
  const folders = [...new Set(files.map(({ absolutePath }) => path.dirname(absolutePath)))];
  const states = await statesIn(tree, folders);
  if (states.length === 0) return files;
  const cells = await readStates(tree, states, directory);
  return files.map((file) => {
    const found = cells.get(path.dirname(file.absolutePath));
    return found === undefined ? file : { ...file, cells: found };
  });
}

const stateNames = [stateFileName, netboxStateFileName];

/** @returns the states that lie in folders */
async function statesIn(tree: Pick<Tree, 'kind'>, folders: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  const files = folders.flatMap((folder) => stateNames.map((name) => path.join(folder, name)));
  for (let start = 0; start < files.length; start += batch) {
    const chunk = files.slice(start, start + batch);
    const kinds = await Promise.all(chunk.map((file) => tree.kind(file).catch(() => undefined)));
    found.push(...chunk.filter((_, index) => kinds[index] === 'file'));
  }
  return found;
}

/** One after the other, so that never more than the limit is in memory. */
async function readStates(
  tree: Pick<Tree, 'read'>,
  states: readonly string[],
  directory: string,
): Promise<ReadonlyMap<string, readonly FolderCells[]>> {
  const { FolderCells } = await import('../register/folder-cells.ts');
  const cells = new Map<string, FolderCells[]>();
  let room = mostBytes;
  for (const file of states) {
    const content = await tree
      .read(file, { name: 'fileBytes', most: room })
      .catch((error: unknown) => ({
        code: error instanceof LimitError ? ('too-large' as const) : ('unreadable' as const),
        line: 1,
      }));
    if (content instanceof Uint8Array) room -= content.length;
    addToGroup(cells, path.dirname(file), new FolderCells(shownPath(file, directory), content));
  }
  return cells;
}
