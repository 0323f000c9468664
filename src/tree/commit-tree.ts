import path from 'node:path';
import { crypto } from '../base/crypto.ts';
import { type Digest, sha256 } from '../base/digest.ts';
import { type Limit, refuseMore } from '../base/limits.ts';
import { relativeWithin, slashed } from '../base/paths.ts';
import { GitError } from './git/problem.ts';
import type { CommittedFile, GitRepository } from './git/repository.ts';
import type { FolderEntry, Tree } from './tree.ts';
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
  readonly #links: ReadonlyMap<string, string>;
  #waiting: Waiting[] = [];

  private constructor(repository: GitRepository, root: Folder, links: readonly CommittedFile[]) {
    this.#repository = repository;
    this.#root = root;
    this.#links = new Map(links.map((link) => [path.join(repository.top, link.path), link.object]));
  }

  /** @throws GitError if git cannot tell what the commit holds */
  static async of(repository: GitRepository, commit: string): Promise<CommitTree> {
    const files = await repository.files(commit);
    const links = files.filter(({ isLink }) => isLink);
    return new CommitTree(repository, foldersOf(files.filter(({ isLink }) => !isLink)), links);
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

  /** Links are none of the files of a commit, but it knows what they hold. */
  async hasLink(file: string, target: string): Promise<boolean> {
    const object = this.#links.get(file);
    const content = Buffer.from(slashed(target));
    const named = Buffer.concat([Buffer.from(`blob ${content.length}\0`), content]);
    // Git names an object by the digest of what it is and holds (gitformat-pack, "object name").
    return ['sha1', 'sha256'].some(
      (algorithm) => crypto().createHash(algorithm).update(named).digest('hex') === object,
    );
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

  async entries(folder: string): Promise<readonly FolderEntry[]> {
    const towards = relativeWithin(folder, this.top);
    // Of the folders above the repository, a commit has only the path to it.
    if (towards) return [{ name: towards.split(path.sep)[0] ?? '', kind: 'folder' }];
    const found = this.covers(folder) ? this.#find(folder) : undefined;
    if (!isFolder(found)) throw systemError('ENOENT', folder);
    return [...found].map(([name, one]) => ({ name, kind: isFolder(one) ? 'folder' : 'file' }));
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
}

/** A pending read of a file. */
interface Waiting {
  readonly file: CommittedFile;
  readonly resolve: (content: Uint8Array) => void;
  readonly reject: (error: unknown) => void;
}

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

function systemError(code: string, file: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${code}: ${file}`), { code });
}
