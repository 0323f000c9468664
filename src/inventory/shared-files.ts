import type { ReadFile } from './file.ts';

/**
 * The files of the states of an inventory that were loaded so far. What is the same in two of them is parsed and checked once: a
 * change touches few files.
 */
export class SharedFiles {
  readonly #byPath = new Map<string, ReadFile[]>();

  /** Keeps the files of a state for those that are loaded after it. */
  add(files: readonly ReadFile[]): void {
    for (const file of files) {
      const known = this.#byPath.get(file.absolutePath);
      if (known === undefined) this.#byPath.set(file.absolutePath, [file]);
      else if (!known.some(({ yaml }) => yaml === file.yaml)) known.push(file);
    }
  }

  /** @returns the file of another state with the same path and bytes */
  same(absolutePath: string, bytes: Uint8Array): ReadFile | undefined {
    return this.#byPath
      .get(absolutePath)
      ?.find((file) => file.bytes !== undefined && Buffer.compare(file.bytes, bytes) === 0);
  }
}

/** The files of one state. */
interface StateFiles {
  readonly files: readonly ReadFile[];
}

/**
 * Sets a state apart from those that were loaded before it.
 *
 * @returns the earlier one that is the same in every file, which then stands for both; else the state with values of its own,
 *   since an inventory writes into the records what their whole state says of them
 */
export function setApart<State extends StateFiles>(state: State, earlier: readonly State[]): State {
  const same = earlier.find(({ files }) => isSame(files, state.files));
  if (same !== undefined) return same;
  const shared = new Set(earlier.flatMap(({ files }) => files.map(({ yaml }) => yaml)));
  return { ...state, files: state.files.map((file) => (shared.has(file.yaml) ? fileApart(file) : file)) };
}

/** @returns the same state with values of its own, where it must not stand for another one after all */
export function withOwnValues<State extends StateFiles>(state: State): State {
  return { ...state, files: state.files.map(fileApart) };
}

function isSame(files: readonly ReadFile[], others: readonly ReadFile[]): boolean {
  return files.length === others.length && files.every((file, index) => file === others[index]);
}

function fileApart(file: ReadFile): ReadFile {
  // What an alias repeats is one value, in the copy as well.
  const copies = new Map<object, object>();
  const documents = file.yaml.documents.map(({ value, ...document }) => ({
    ...document,
    value: copyOf(value, copies),
  }));
  return { ...file, yaml: { ...file.yaml, documents } };
}

function copyOf(value: unknown, copies: Map<object, object>): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const known = copies.get(value);
  if (known !== undefined) return known;
  const copy = (Array.isArray(value) ? value.slice() : { ...value }) as Record<string, unknown>;
  copies.set(value, copy);
  for (const key of Object.keys(copy)) {
    const own = copy[key];
    if (typeof own === 'object') copy[key] = copyOf(own, copies);
  }
  return copy;
}
