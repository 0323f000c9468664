import path from 'node:path';
import { GitError } from '../tree/git/problem.ts';
import { GitRepository } from '../tree/git/repository.ts';
import { Snapshot } from '../tree/git/snapshot.ts';
import type { Io } from './io.ts';
import { type EarlierState, exists, folderAt, isAt, realPlace, workTree } from './state.ts';
import { UsageError } from './usage-error.ts';
import { usageErrors } from './words/usage-errors.ts';

/** The options by which a run looks at earlier states of an inventory. */
export interface EarlierOptions {
  readonly base?: string;
  /** `true` where no ref is given */
  readonly changed?: string | true;
  readonly trust?: string;
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
 * @throws UsageError if what is asked for makes no sense
 */
export async function openEarlierStates(
  options: EarlierOptions,
  places: readonly string[],
  io: Io,
): Promise<EarlierStates> {
  const { base, changed, trust } = options;
  refuseEmpty({ '--base': base, '--changed': changed, '--trust': trust });
  if (base !== undefined && typeof changed === 'string') throw new UsageError(usageErrors.twoBases);
  const commits = new Commits(places, io);
  try {
    const since = changed === true ? 'HEAD' : changed;
    const from =
      base === undefined
        ? since && (await helpfully(since, io, () => commits.state(since, true)))
        : ((await besides(base, places, commits, io)) ?? (await commits.state(base, false)));
    const trusted = trust && (await commits.state(trust, false));
    return { ...(from && { base: from }), ...(trusted && { trusted }), close: () => commits.close() };
  } catch (error) {
    await commits.close();
    throw error;
  }
}

/** Commits of the repository that the inventory belongs to, each laid out once. */
class Commits {
  readonly #places: readonly string[];
  readonly #io: Io;
  readonly #snapshots = new Map<string, Snapshot>();
  #repository: Promise<GitRepository> | undefined;

  constructor(places: readonly string[], io: Io) {
    this.#places = places;
    this.#io = io;
  }

  /** @param sinceFork whether the last commit is meant that it has in common with the one checked out */
  async state(name: string, sinceFork: boolean): Promise<EarlierState> {
    const repository = await this.#around();
    const named = await repository.commit(name);
    const commit = sinceFork ? await repository.forkPoint(named, name) : named;
    const snapshot = this.#snapshots.get(commit) ?? (await Snapshot.of(repository, commit, this.#places));
    this.#snapshots.set(commit, snapshot);
    return {
      name,
      place: (file) => snapshot.place(file),
      origin: (file) => snapshot.origin(file),
      covers: (file) => snapshot.covers(file),
      top: snapshot.folder,
    };
  }

  /** Whether a name means a commit. */
  async has(name: string): Promise<boolean> {
    try {
      await (await this.#around()).commit(name);
      return true;
    } catch (error) {
      if (error instanceof GitError) return error.problem.code === 'ambiguous-ref';
      throw error;
    }
  }

  async close(): Promise<void> {
    for (const snapshot of this.#snapshots.values()) await snapshot.remove();
  }

  #around(): Promise<GitRepository> {
    this.#repository ??= repositoryOf(this.#places[0] ?? this.#io.directory, this.#io);
    return this.#repository;
  }
}

/**
 * A submodule has branches of its own, and a change of what contains it chooses which repository that is: whoever
 * means it runs sekisho in it.
 */
async function repositoryOf(place: string, { directory, environment }: Io): Promise<GitRepository> {
  const folder = await existingFolder(place);
  const repository = await GitRepository.around(folder, environment);
  if (isAt(directory, repository.top)) return repository;
  const superproject = await repository.superproject();
  if (superproject !== undefined) throw new GitError({ code: 'submodule', folder, superproject });
  return repository;
}

/**
 * @returns a folder that holds the inventory as it was, if one is named
 * @throws UsageError if a git ref may be meant as well: whoever adds a folder must not choose what is compared with
 */
async function besides(
  name: string,
  places: readonly string[],
  commits: Commits,
  io: Io,
): Promise<EarlierState | undefined> {
  const folder = await folderAt(await realPlace(path.resolve(io.directory, name)));
  if (folder === undefined) return undefined;
  const isPath = /^\.{0,2}[\\/]|[\\/]$|^\.{1,2}$/.test(name) || path.isAbsolute(name);
  if (!isPath && (await commits.has(name))) throw new UsageError(usageErrors.folderOrRef(name));
  if (places.some((place) => isAt(place, folder))) throw new UsageError(usageErrors.baseIsInventory(name));
  return { ...workTree(folder), name, roots: [folder], covers: () => false };
}

/** `--changed 台帳/` takes the path for a ref: says so. */
async function helpfully<Answer>(since: string, io: Io, ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    const isUnknown = error instanceof GitError && error.problem.code === 'unknown-ref';
    const taken = isUnknown && (await exists(path.resolve(io.directory, since)));
    throw taken ? new UsageError(usageErrors.pathTakenForRef(since)) : error;
  }
}

/** A variable of a pipeline that is not set must not turn off what it is for. */
function refuseEmpty(values: Readonly<Record<string, string | true | undefined>>): void {
  for (const [option, value] of Object.entries(values))
    if (value === '') throw new UsageError(usageErrors.emptyValue(option));
}

/** @returns the nearest folder that is there: a path may be a file, a pattern, or gone */
export async function existingFolder(place: string): Promise<string> {
  for (let at = place; ; at = path.dirname(at)) {
    const folder = await folderAt(at);
    if (folder !== undefined) return folder;
    if (path.dirname(at) === at) return at;
  }
}
