import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { wayDown } from '../base/paths.ts';
import type { Io } from './io.ts';

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

/** Things as they are. */
export function workTree(directory: string): State {
  const same = (file: string) => file;
  return { place: same, origin: same, covers: () => true, top: directory };
}

/** A place without symbolic links, as git knows it; one that is not there as it stands. */
export async function realPlace(place: string): Promise<string> {
  return realpath(place).catch(() => place);
}

/**
 * What is a link now may have been a file or folder then, and the other way round: the name goes first.
 *
 * @param file a place of the work tree
 * @returns where it is read in a state; what does not belong to the state no change of it can touch, and is read where it is
 */
export async function placeIn(state: State, file: string): Promise<string> {
  const named = state.covers(file) ? state.place(file) : undefined;
  if (named !== undefined && (await exists(named))) return named;
  const real = await realPlace(file);
  return state.covers(real) ? state.place(real) : (named ?? file);
}

/** What to judge in a state: as given, by what each path means there. */
export interface Judging {
  /** what relative paths are relative to */
  readonly directory: string;
  readonly paths: readonly string[];
}

/**
 * The paths to judge as they read in an earlier state.
 *
 * @throws GitError if a path does not belong to the repository
 */
export async function pathsIn(state: EarlierState, paths: readonly string[], io: Io): Promise<Judging> {
  const { roots, top } = state;
  if (roots !== undefined) return { directory: top, paths: roots };
  const isWithin = state.covers(io.directory);
  const there = paths.map(async (given) => {
    const named = path.resolve(io.directory, given);
    const place = await placeIn(state, named);
    // What is outside has no place in it.
    if (place === named) return state.place(named);
    // A pattern and what is left out beside it are relative to the same folder as now.
    const asGiven =
      isWithin && !path.isAbsolute(given) && state.covers(named) && place === state.place(named);
    return asGiven ? given : place;
  });
  return { directory: isWithin ? state.place(io.directory) : top, paths: await Promise.all(there) };
}

/** Whether a place is a folder or lies below it. */
export function isAt(place: string, folder: string): boolean {
  return wayDown(folder, place) !== undefined;
}

/** @returns a place, if it is a folder */
export async function folderAt(place: string): Promise<string | undefined> {
  return (await stat(place).catch(() => undefined))?.isDirectory() ? place : undefined;
}

export async function exists(place: string): Promise<boolean> {
  return (await stat(place).catch(() => undefined)) !== undefined;
}
