import type { FolderCells } from '../register/folder-cells.ts';
import type { ParsedYaml } from '../yaml/parse.ts';
import type { FileProblem } from './problem.ts';

/** One file of an inventory: its documents, valid as far as they go, and what was wrong with it. */
export interface InventoryFile {
  /** its absolute path */
  readonly absolutePath: string;
  /** as reports show it: relative to the working directory where it lies below it, with `/` between folders */
  readonly path: string;
  /** as they were read; absent of a file that could not be */
  readonly bytes?: Uint8Array;
  readonly yaml: ParsedYaml;
  /** the cells that its records are from, for each import that left its state in the folder; absent where none did */
  readonly cells?: readonly FolderCells[];
  readonly problems: readonly FileProblem[];
}

/**
 * A file as it was read, before anybody knows which words the policies add to the vocabulary: {@link settleWords} makes an
 * inventory file of it.
 */
export interface ReadFile extends Omit<InventoryFile, 'problems'> {
  /** what was wrong with it, and the words that may be right */
  readonly found: readonly FileProblem[];
  /** whether it was made for another program; see {@link isOfAnother} */
  readonly isOfAnother: boolean;
}
