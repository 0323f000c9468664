import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { GitRepository } from '../git/repository.ts';
import { Snapshot } from '../git/snapshot.ts';
import { usageErrors } from '../text/cli.ts';
import type { Io } from './io.ts';
import { UsageError } from './usage-error.ts';

/** The options by which a run looks at earlier states of an inventory. */
export interface EarlierOptions {
  readonly base?: string;
  /** `true` where no ref is given */
  readonly changed?: string | true;
  readonly trust?: string;
}

/** A state of things: the work tree, or what was laid out of an earlier one. */
export interface State {
  /** @returns where a place of the work tree lies in it */
  readonly place: (file: string) => string;
  /** @returns where a file of it lies in the work tree */
  readonly origin: (file: string) => string;
  /** whether a place of the work tree belongs to it */
  readonly covers: (file: string) => boolean;
  /** the folder above which nothing belongs to it */
  readonly top: string;
}

/** An earlier state, by the name it was given. */
export interface EarlierState extends State {
  readonly name: string;
  /** what to judge in it, where that is not where the paths to judge lie in it */
  readonly roots?: readonly string[];
}

/** The earlier states that a run looks at; what was laid out for them is removed by `close`. */
export interface EarlierStates {
  /** what to compare with: an earlier commit of the inventory, or a folder that holds it as it was */
  readonly base?: EarlierState;
  readonly trusted?: EarlierState;
  readonly close: () => Promise<void>;
}

/**
 * Lays out the earlier states that are asked for.
 *
 * @param places the paths to judge, absolute
 * @throws GitError if git cannot tell
 */
export async function openEarlierStates(
  options: EarlierOptions,
  places: readonly string[],
  io: Io,
): Promise<EarlierStates> {
  const { base, changed, trust } = options;
  if (base !== undefined && typeof changed === 'string') throw new UsageError(usageErrors.twoBases);
  const snapshots = new Map<string, Snapshot>();
  const close = async () => {
    for (const snapshot of snapshots.values()) await snapshot.remove();
  };
  let repository: GitRepository | undefined;
  const open = async (name: string, sinceFork: boolean): Promise<EarlierState> => {
    repository ??= await GitRepository.around(await existingFolder(places[0] ?? io.directory));
    const named = await repository.commit(name);
    const commit = sinceFork ? await repository.forkPoint(named) : named;
    const snapshot = snapshots.get(commit) ?? (await Snapshot.of(repository, commit, places));
    snapshots.set(commit, snapshot);
    return {
      name,
      place: (file) => snapshot.place(file),
      origin: (file) => snapshot.origin(file),
      covers: (file) => snapshot.covers(file),
      top: snapshot.folder,
    };
  };
  try {
    const folder = base && (await folderAt(path.resolve(io.directory, base)));
    const since = changed === true ? 'HEAD' : changed;
    const from = folder
      ? besides(base, folder)
      : await (base ? open(base, false) : since && open(since, true));
    const trusted = trust && (await open(trust, false));
    return { ...(from && { base: from }), ...(trusted && { trusted }), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Things as they are. */
export function workTree(directory: string): State {
  const same = (file: string) => file;
  return { place: same, origin: same, covers: () => true, top: directory };
}

/** A folder that holds the inventory as it was. */
function besides(name: string, folder: string): EarlierState {
  return { ...workTree(folder), name, roots: [folder], covers: () => false };
}

/** A place without symbolic links, as git knows it; one that is not there as it stands. */
export async function realPlace(place: string): Promise<string> {
  return realpath(place).catch(() => place);
}

async function folderAt(place: string): Promise<string | undefined> {
  return (await stat(place).catch(() => undefined))?.isDirectory() ? place : undefined;
}

/** @returns the nearest folder that is there: a path may be a file, a pattern, or gone */
export async function existingFolder(place: string): Promise<string> {
  for (let at = place; ; at = path.dirname(at)) {
    const folder = await folderAt(at);
    if (folder !== undefined) return folder;
    if (path.dirname(at) === at) return at;
  }
}
