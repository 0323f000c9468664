import type { Dirent, Stats } from 'node:fs';
import path from 'node:path';
import type fastGlob from 'fast-glob';
import { type Digest, sha256 } from '../base/digest.ts';
import { type Limit, refuseMore } from '../base/limits.ts';
import { relativeWithin, slashed } from '../base/paths.ts';
import { GitError } from './git/problem.ts';
import type { CommittedFile, GitRepository } from './git/repository.ts';
import { search } from './search.ts';
import type { FoundPaths, Search, Tree } from './tree.ts';
import { withoutLinks, workTree } from './work-tree.ts';

/** What a folder of a commit holds, by name. */
type Folder = ReadonlyMap<string, Folder | CommittedFile>;

/**
 * The files of a commit, read from git itself. It has no links and submodules. Files outside the repository are read from
 * the disk, since no change to the repository can touch them.
 */
export class CommitTree implements Tree {
  readonly #repository: GitRepository;
  readonly #root: Folder;
  #waiting: Waiting[] = [];

  private constructor(repository: GitRepository, root: Folder) {
    this.#repository = repository;
    this.#root = root;
  }

  /** @throws GitError if git cannot tell what the commit holds */
  static async of(repository: GitRepository, commit: string): Promise<CommitTree> {
    return new CommitTree(repository, foldersOf(await repository.files(commit)));
  }

  /** The top folder of the repository. */
  get top(): string {
    return this.#repository.top;
  }

  /** Whether a path belongs to the repository. */
  covers(file: string): boolean {
    return relativeWithin(this.top, file) !== undefined;
  }

  async kind(file: string): Promise<'file' | 'folder' | undefined> {
    return this.covers(file) ? kindOf(this.#find(file)) : workTree.kind(file);
  }

  async exists(file: string): Promise<boolean> {
    return this.covers(file) ? this.#find(file) !== undefined : workTree.exists(file);
  }

  async linkTarget(file: string): Promise<string | undefined> {
    return this.covers(file) ? undefined : workTree.linkTarget(file);
  }

  async realPath(file: string): Promise<string | undefined> {
    if (!this.covers(file)) return workTree.realPath(file);
    return this.#find(file) === undefined ? undefined : path.normalize(file);
  }

  async locate(file: string): Promise<string> {
    if (this.covers(file) && this.#find(file) !== undefined) return file;
    const real = await withoutLinks(file);
    return this.covers(real) ? real : file;
  }

  async read(file: string, limit: Limit): Promise<Uint8Array> {
    if (!this.covers(file)) return workTree.read(file, limit);
    const found = this.#find(file);
    if (found === undefined) throw systemError('ENOENT', file);
    if (isFolder(found)) throw systemError('EISDIR', file);
    refuseMore(found.size, limit);
    return new Promise((resolve, reject) => {
      // Reads that are requested together are answered by one run of git.
      if (this.#waiting.push({ file: found, resolve, reject }) === 1) setImmediate(() => this.#answer());
    });
  }

  async digest(file: string, limit: Limit): Promise<Digest> {
    if (!this.covers(file)) return workTree.digest(file, limit);
    // Git gives the content of an object as a whole.
    const content = await this.read(file, limit);
    return { size: content.length, sha256: sha256(content) };
  }

  async list(wanted: Search): Promise<FoundPaths> {
    return { files: (await search(wanted, this.#fileSystem)).files, unreadable: [] };
  }

  async #answer(): Promise<void> {
    const waiting = this.#waiting;
    this.#waiting = [];
    try {
      let next = 0;
      for await (const contents of this.#repository.contents(waiting.map(({ file }) => file)))
        for (const content of contents) waiting[next++]?.resolve(content);
    } catch (error) {
      for (const { reject } of waiting) reject(error);
    }
  }

  #find(file: string): Folder | CommittedFile | undefined {
    const steps = slashed(relativeWithin(this.top, file) ?? '').split('/');
    return steps
      .filter((step) => step !== '')
      .reduce<Folder | CommittedFile | undefined>(
        (at, step) => (isFolder(at) ? at.get(step) : undefined),
        this.#root,
      );
  }

  /** The commit as a file system for searches. Of the folders above the repository, it has only the path to it. */
  #fileSystem: Partial<fastGlob.FileSystemAdapter> = {
    readdir: ((folder: string, _options: unknown, done: Done<Dirent[]>) => {
      const towards = relativeWithin(folder, this.top);
      if (towards) {
        done(null, [entry(towards.split(path.sep)[0] ?? '', 'folder')]);
        return;
      }
      const found = this.covers(folder) ? this.#find(folder) : undefined;
      if (isFolder(found))
        done(
          null,
          [...found].map(([name, one]) => entry(name, kindOf(one))),
        );
      else done(systemError('ENOENT', folder), []);
    }) as unknown as fastGlob.FileSystemAdapter['readdir'],
    lstat: (file, done) => this.#stat(file, done),
    stat: (file, done) => this.#stat(file, done),
  };

  #stat(file: string, done: Done<Stats>): void {
    const kind = this.covers(file) ? kindOf(this.#find(file)) : undefined;
    done(kind === undefined ? systemError('ENOENT', file) : null, entry('', kind) as unknown as Stats);
  }
}

/** A pending read of a file. */
interface Waiting {
  readonly file: CommittedFile;
  readonly resolve: (content: Uint8Array) => void;
  readonly reject: (error: unknown) => void;
}

type Done<Answer> = (error: NodeJS.ErrnoException | null, answer: Answer) => void;

/** @throws GitError if one name is that of a file and of a folder, as in a tree made by hand */
function foldersOf(files: readonly CommittedFile[]): Folder {
  const root = new Map<string, Folder | CommittedFile>();
  for (const file of files) {
    const steps = file.path.split('/');
    const name = steps.pop() ?? '';
    let at = root;
    for (const step of steps) {
      const next = at.get(step) ?? new Map();
      if (!(next instanceof Map)) throw new GitError({ code: 'failed', reason: 'ENOTDIR' });
      at.set(step, next);
      at = next;
    }
    if (at.has(name)) throw new GitError({ code: 'failed', reason: 'EISDIR' });
    at.set(name, file);
  }
  return root;
}

function isFolder(found: Folder | CommittedFile | undefined): found is Folder {
  return found instanceof Map;
}

function kindOf(found: Folder | CommittedFile | undefined): 'file' | 'folder' | undefined {
  return found === undefined ? undefined : isFolder(found) ? 'folder' : 'file';
}

/** A directory entry with the methods that a search uses. */
function entry(name: string, kind: 'file' | 'folder' | undefined): Dirent {
  const never = () => false;
  return {
    name,
    isFile: () => kind === 'file',
    isDirectory: () => kind === 'folder',
    isSymbolicLink: never,
    isBlockDevice: never,
    isCharacterDevice: never,
    isFIFO: never,
    isSocket: never,
  } as unknown as Dirent;
}

function systemError(code: string, file: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${code}: ${file}`), { code });
}
