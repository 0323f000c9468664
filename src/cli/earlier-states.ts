import path from 'node:path';
import { isWithin } from '../base/paths.ts';
import { CommitTree } from '../tree/commit-tree.ts';
import { GitError } from '../tree/git/problem.ts';
import { GitRepository } from '../tree/git/repository.ts';
import type { Tree } from '../tree/tree.ts';
import { workTree } from '../tree/work-tree.ts';
import type { Io } from './io.ts';
import { UsageError } from './usage-error.ts';
import { usageErrors } from './words/usage-errors.ts';

/** The options by which a run looks at earlier states of an inventory. */
export interface EarlierOptions {
  readonly base?: string;
  /** `true` where no ref is given */
  readonly changed?: string | true;
  readonly trust?: string;
}

/** An earlier state of the inventory, by the name it was given. */
export interface EarlierState {
  readonly name: string;
  readonly tree: Tree;
  /** what to judge in it, as the user names it */
  readonly paths: readonly string[];
  /** of a folder that holds the inventory as it was, not what was beside it: the folder */
  readonly folder?: string;
  /** the folder, besides those of the files, below which evidence is looked at */
  readonly evidenceFolder: string;
}

/** The earlier states that a run looks at. */
export interface EarlierStates {
  /** what to compare with: an earlier commit of the inventory, or a folder that holds it as it was */
  readonly base?: EarlierState;
  readonly trusted?: EarlierState;
}

/**
 * Opens the earlier states that are asked for.
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
  const commits = new Commits(paths, io);
  const since = changed === true ? 'HEAD' : changed;
  const from =
    base === undefined
      ? since && (await commitSince(since, commits, io))
      : ((await folderOrNone(base, paths, commits, io)) ?? (await commits.state(base, false)));
  const trusted = trust && (await commits.state(trust, false));
  return { ...(from && { base: from }), ...(trusted && { trusted }) };
}

/** Commits of the repository that the inventory belongs to, each opened once. */
class Commits {
  readonly #paths: readonly string[];
  readonly #io: Io;
  readonly #trees = new Map<string, CommitTree>();
  #repository: Promise<GitRepository> | undefined;

  constructor(paths: readonly string[], io: Io) {
    this.#paths = paths;
    this.#io = io;
  }

  /**
   * @param sinceFork whether the last commit is meant that it has in common with the one checked out
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
    const evidenceFolder = tree.covers(directory) ? directory : tree.top;
    return { name, tree, paths: this.#paths, evidenceFolder };
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

  #around(): Promise<GitRepository> {
    this.#repository ??= repositoryOf(this.#paths[0] ?? '.', this.#io);
    return this.#repository;
  }
}

/**
 * A submodule has branches of its own, and a change of what contains it chooses which repository that is: whoever
 * means it runs sekisho in it.
 */
async function repositoryOf(given: string, { directory, environment }: Io): Promise<GitRepository> {
  const named = path.resolve(directory, given);
  const folder = await existingFolder((await workTree.realPath(named)) ?? named);
  const repository = await GitRepository.around(folder, environment);
  if (isWithin(repository.top, directory)) return repository;
  const superproject = await repository.superproject();
  if (superproject !== undefined) throw new GitError({ code: 'submodule', folder, superproject });
  return repository;
}

/**
 * @returns the folder that holds the inventory as it was, if one is named
 * @throws UsageError if a git ref may be meant as well: whoever adds a folder must not choose what is compared with
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
    if (isWithin(folder, (await workTree.realPath(file)) ?? file))
      throw new UsageError(usageErrors.baseIsInventory(name));
  }
  return { name, tree: workTree, paths: [folder], folder, evidenceFolder: folder };
}

/** `--changed 台帳/` takes the path for a ref: says so. */
async function commitSince(since: string, commits: Commits, { directory }: Io): Promise<EarlierState> {
  try {
    return await commits.state(since, true);
  } catch (error) {
    const isUnknown = error instanceof GitError && error.problem.code === 'unknown-ref';
    const isFile = isUnknown && (await workTree.kind(path.resolve(directory, since))) !== undefined;
    throw isFile ? new UsageError(usageErrors.pathTakenForRef(since)) : error;
  }
}

/** A variable of a pipeline that is not set must not turn off what it is for. */
function refuseEmpty(values: Readonly<Record<string, string | true | undefined>>): void {
  for (const [option, value] of Object.entries(values))
    if (value === '') throw new UsageError(usageErrors.emptyValue(option));
}

/** @returns the nearest folder that is there: a path may be a file, a pattern, or gone */
export async function existingFolder(file: string): Promise<string> {
  for (let at = file; ; at = path.dirname(at))
    if ((await workTree.kind(at)) === 'folder' || path.dirname(at) === at) return at;
}
