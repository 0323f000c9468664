import path from 'node:path';
import { defaultLimits, type Limits } from '../base/limits.ts';
import { isWithin } from '../base/paths.ts';
import { CommitTree } from '../tree/commit-tree.ts';
import { GitError } from '../tree/git/problem.ts';
import { GitRepository } from '../tree/git/repository.ts';
import type { Tree } from '../tree/tree.ts';
import { ifReadable, workTree } from '../tree/work-tree.ts';
import type { Io } from './io.ts';
import { parseLimits } from './limits.ts';
import { UsageError } from './usage-error.ts';
import { usageErrors } from './words/usage-errors.ts';

/** The options that name a base or a trusted state. */
export interface EarlierOptions {
  readonly base?: string;
  /** `true` where the option has no ref */
  readonly changed?: string | true;
  readonly trust?: string;
  readonly limit?: readonly string[];
}

/** A base or a trusted state, under the name that the user gave it. */
export interface EarlierState {
  readonly name: string;
  readonly tree: Tree;
  /** the paths to judge in it, as the user gave them */
  readonly paths: readonly string[];
  /** set where the base is a folder with another copy of the inventory, not a commit */
  readonly folder?: string;
}

/** The base and the trusted state of a run. */
export interface EarlierStates {
  /** the state to compare with: a commit, or a folder with another copy of the inventory */
  readonly base?: EarlierState;
  readonly trusted?: EarlierState;
}

/**
 * Opens the base and the trusted state that the options name.
 *
 * @param paths what to judge, as given
 * @throws GitError if git cannot tell
 * @throws UsageError if what is asked for makes no sense
 */
export async function openEarlierStates(
  options: EarlierOptions,
  paths: readonly string[],
  io: Io,
): Promise<EarlierStates> {
  const { base, changed, trust } = options;
  refuseEmpty({ '--base': base, '--changed': changed, '--trust': trust });
  if (base !== undefined && typeof changed === 'string') throw new UsageError(usageErrors.twoBases);
  // A configuration is found in one of these states, so what it says of git comes too late.
  const limits = { ...defaultLimits, ...parseLimits(options.limit ?? []) };
  const commits = new Commits(paths, io, limits);
  const since = changed === true ? 'HEAD' : changed;
  const opened =
    base === undefined
      ? since && (await commitSince(since, commits, io))
      : ((await folderOrNone(base, paths, commits, io)) ?? (await commits.state(base, false)));
  const trusted = trust && (await commits.state(trust, false));
  return { ...(opened && { base: opened }), ...(trusted && { trusted }) };
}

/** Commits of the repository that contains the inventory, each opened once. */
class Commits {
  readonly #paths: readonly string[];
  readonly #io: Io;
  readonly #limits: Limits;
  readonly #trees = new Map<string, CommitTree>();
  #repository: Promise<GitRepository> | undefined;

  constructor(paths: readonly string[], io: Io, limits: Limits) {
    this.#paths = paths;
    this.#io = io;
    this.#limits = limits;
  }

  /**
   * @param sinceFork whether to take the merge base of the commit and HEAD instead of the commit itself
   * @throws GitError if a path does not belong to the repository
   */
  async state(name: string, sinceFork: boolean): Promise<EarlierState> {
    const repository = await this.#around();
    const named = await repository.commit(name);
    const commit = sinceFork ? await repository.forkPoint(named, name) : named;
    const tree = this.#trees.get(commit) ?? (await CommitTree.of(repository, commit));
    this.#trees.set(commit, tree);
    const { directory } = this.#io;
    for (const given of this.#paths) {
      const file = path.resolve(directory, given);
      if (!tree.covers(await tree.locate(file))) throw new GitError({ code: 'outside', path: file });
    }
    return { name, tree, paths: this.#paths };
  }

  /** Whether a name resolves to a commit, be it ambiguously. */
  async has(name: string): Promise<boolean> {
    try {
      await (await this.#around()).commit(name);
      return true;
    } catch (error) {
      if (error instanceof GitError) return error.problem.code === 'ambiguous-ref';
      throw error;
    }
  }

  #around(): Promise<GitRepository> {
    this.#repository ??= repositoryOf(this.#paths[0] ?? '.', this.#io, this.#limits);
    return this.#repository;
  }
}

/**
 * An inventory in a submodule is refused: the submodule has its own branches, and a change of the superproject could
 * point it at another repository. The user is told to run sekisho inside the submodule.
 */
async function repositoryOf(
  given: string,
  { directory, environment }: Io,
  limits: Limits,
): Promise<GitRepository> {
  const named = path.resolve(directory, given);
  const folder = await existingFolder((await ifReadable(workTree.realPath(named))) ?? named);
  const repository = await GitRepository.around(folder, environment, limits);
  if (isWithin(repository.top, directory)) return repository;
  const superproject = await repository.superproject();
  if (superproject !== undefined) throw new GitError({ code: 'submodule', folder, superproject });
  return repository;
}

/**
 * @returns the base, if the name is that of a folder
 * @throws UsageError if the name is also a git ref: a change that adds a folder must not be able to replace the base
 */
async function folderOrNone(
  name: string,
  paths: readonly string[],
  commits: Commits,
  { directory }: Io,
): Promise<EarlierState | undefined> {
  const folder = await workTree.realPath(path.resolve(directory, name));
  if (folder === undefined || (await workTree.kind(folder)) !== 'folder') return undefined;
  const isPath = /^\.{0,2}[\\/]|[\\/]$|^\.{1,2}$/.test(name) || path.isAbsolute(name);
  if (!isPath && (await commits.has(name))) throw new UsageError(usageErrors.folderOrRef(name));
  for (const given of paths) {
    const file = path.resolve(directory, given);
    if (isWithin(folder, (await ifReadable(workTree.realPath(file))) ?? file))
      throw new UsageError(usageErrors.baseIsInventory(name));
  }
  return { name, tree: workTree, paths: [folder], folder };
}

/** With `--changed 台帳/`, the path is taken for a ref; the error explains that. */
async function commitSince(since: string, commits: Commits, { directory }: Io): Promise<EarlierState> {
  try {
    return await commits.state(since, true);
  } catch (error) {
    const isUnknown = error instanceof GitError && error.problem.code === 'unknown-ref';
    const isFile =
      isUnknown && (await ifReadable(workTree.kind(path.resolve(directory, since)))) !== undefined;
    throw isFile ? new UsageError(usageErrors.pathTakenForRef(since)) : error;
  }
}

/**
 * Empty values are refused: an unset variable in a pipeline must not silently turn off the comparison or the trusted
 * state.
 */
function refuseEmpty(values: Readonly<Record<string, string | true | undefined>>): void {
  for (const [option, value] of Object.entries(values))
    if (value === '') throw new UsageError(usageErrors.emptyValue(option));
}

/** @returns the nearest existing folder at or above a path, which may be a file or a pattern, or not exist */
export async function existingFolder(file: string): Promise<string> {
  for (let at = file; ; at = path.dirname(at))
    if ((await ifReadable(workTree.kind(at))) === 'folder' || path.dirname(at) === at) return at;
}
