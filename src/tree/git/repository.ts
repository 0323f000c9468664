import { realpathSync } from 'node:fs';
import { defaultLimits } from '../../base/limits.ts';
import type { Environment } from './environment.ts';
import { GitError } from './problem.ts';
import { type Answer, ask, complaint, type Git, type Question } from './process.ts';
import { findGit, workTreesAround } from './program.ts';

/** A file of a commit. */
export interface CommittedFile {
  /** from the top of the work tree, with `/` */
  readonly path: string;
  readonly object: string;
  /** in bytes */
  readonly size: number;
  /** whether it is a link; its object is what it leads to */
  readonly isLink?: true;
}

/** A git repository, only read; no program that it configures is run. */
export class GitRepository {
  /** the top of its work tree, without symbolic links */
  readonly top: string;
  readonly #git: Git;

  private constructor(top: string, git: Git) {
    this.top = top;
    this.#git = git;
  }

  /**
   * Finds the repository that a folder belongs to.
   *
   * @param limits for what git answers
   * @throws GitError if it belongs to none, or git cannot be run
   */
  static async around(
    folder: string,
    environment: Environment,
    limits: NonNullable<Git['limits']> = defaultLimits,
  ): Promise<GitRepository> {
    const found = await findGit(folder, environment);
    if (found === undefined) throw new GitError({ code: 'no-git', reason: 'ENOENT' });
    const git = { ...found, limits };
    const answer = await ask(git, folder, ['rev-parse', '--show-toplevel']);
    if (answer.status !== 0) {
      const reason = complaint(answer);
      // Git refuses folders of another user, such as a work tree that is mounted into a container.
      const code = /dubious ownership|unsafe repository/.test(reason) ? 'another-owner' : 'no-repository';
      throw new GitError({ code, folder, reason });
    }
    const top = realpathSync.native(answer.stdout.toString('utf8').replace(/\n$/, ''));
    // A configuration may name another folder as its work tree, even `/`, and a bare repository may lie among the files of
    // the inventory (which older git takes): paths would then mean other files than those of the commit.
    const [expected] = await workTreesAround(folder);
    if (expected !== top) throw new GitError({ code: 'elsewhere', folder, top });
    return new GitRepository(top, git);
  }

  /** @returns the top of the repository that has this one as a submodule */
  async superproject(): Promise<string | undefined> {
    return (await this.#line(['rev-parse', '--show-superproject-working-tree'])) || undefined;
  }

  /**
   * @returns the full name of the commit that a branch, tag or abbreviation means
   * @throws GitError if it means none, or more than one
   */
  async commit(ref: string): Promise<string> {
    const [name = ''] = ref.split(/[~^:]|@\{/, 1);
    const meanings = ['', 'tags/', 'heads/', 'remotes/'].map((kind) => `refs/${kind}${name}`);
    const [found, ...commits] = await this.#commits([ref, ...meanings]);
    if (found === undefined) {
      const empty = ref === 'HEAD' && (await this.branch()) !== undefined;
      throw new GitError(empty ? { code: 'no-commit', folder: this.top } : { code: 'unknown-ref', ref });
    }
    // Of a tag and a branch of one name, git takes the tag, so whoever may push tags could choose the base.
    if (new Set(commits.filter((commit) => commit !== undefined)).size > 1) {
      const existing = meanings.filter((_, index) => commits[index] !== undefined);
      throw new GitError({ code: 'ambiguous-ref', ref, meanings: existing });
    }
    return found;
  }

  /**
   * @param commit by its full name
   * @param ref as it was named
   * @returns the last commit that it and the one checked out have in common; the commit itself where there is none
   * @throws GitError if the history is shallow or damaged, so that it is unknown
   */
  async forkPoint(commit: string, ref: string): Promise<string> {
    const found = await this.#line(['merge-base', commit, 'HEAD']);
    if (found === undefined && (await this.#line(['rev-parse', '--is-shallow-repository'])) === 'true')
      throw new GitError({ code: 'shallow', ref });
    return found ?? commit;
  }

  /** @returns the branch that is checked out */
  branch(): Promise<string | undefined> {
    return this.#line(['symbolic-ref', '--quiet', '--short', 'HEAD']);
  }

  /** @returns the address of `origin`; `undefined` where there is none, or it has no address */
  async remote(): Promise<string | undefined> {
    const { status, stdout } = await ask(this.#git, this.top, ['remote', 'get-url', 'origin']);
    return status === 0 ? lineOf(stdout) : undefined;
  }

  /**
   * @returns every file and link of a commit, without submodules
   * @throws GitError if the content of a file is missing: otherwise the commit would seem not to have it
   */
  async files(commit: string): Promise<readonly CommittedFile[]> {
    const listing = await this.#read(['ls-tree', '-r', '-z', '--long', '--full-tree', commit], {
      limit: { name: 'gitBytes', most: (this.#git.limits ?? defaultLimits).gitBytes },
    });
    return listing
      .toString('utf8')
      .split('\0')
      .flatMap((line) => {
        const [, mode, object, size, path] =
          /^(100\d{3}|120000) blob ([0-9a-f]+) +(\S+)\t(.+)$/s.exec(line) ?? [];
        if (object === undefined || path === undefined || !staysBelow(path)) return [];
        if (!/^\d+$/.test(size ?? ''))
          throw new GitError({ code: 'no-content', reason: `${path}: ${object}` });
        return [{ path, object, size: Number(size), ...(mode === '120000' && { isLink: true }) }];
      });
  }

  /** Gives the contents of files in their order, some at a time: a repository may be larger than the memory. */
  async *contents(files: readonly CommittedFile[]): AsyncGenerator<readonly Buffer[]> {
    for (let start = 0; start < files.length; ) {
      const some: CommittedFile[] = [];
      for (
        let size = 0;
        start < files.length && (some.length === 0 || size < bytesAtOnce) && some.length < filesAtOnce;
        start++
      ) {
        const file = files[start] as CommittedFile;
        some.push(file);
        size += file.size;
      }
      yield await this.#contentsOf(some);
    }
  }

  async #contentsOf(files: readonly CommittedFile[]): Promise<Buffer[]> {
    const input = files.map(({ object }) => `${object}\n`).join('');
    const limit = files.reduce((sum, { size }) => sum + size + headerLimit, 0);
    const answer = await this.#read(['cat-file', '--batch'], { input, limit });
    let at = 0;
    return files.map(() => {
      const end = answer.indexOf('\n', at);
      const size = Number(answer.toString('latin1', at, end).split(' ')[2]);
      if (end < 0 || !Number.isInteger(size))
        throw new GitError({ code: 'failed', reason: answer.toString('latin1', at, at + 80).trim() });
      at = end + 1 + size + 1;
      return answer.subarray(end + 1, end + 1 + size);
    });
  }

  /** @returns the full name of the commit that each name means, `undefined` where it means none */
  async #commits(names: readonly string[]): Promise<(string | undefined)[]> {
    // Git is asked for one name a line.
    if (names.some((name) => /[\n\0]/.test(name))) return [];
    const input = names.map((name) => `${name}^{commit}\n`).join('');
    const answer = await this.#read(['cat-file', '--batch-check'], { input });
    const lines = answer.toString('utf8').split('\n');
    return names.map((_, index) => /^([0-9a-f]+) commit \d+$/.exec(lines[index] ?? '')?.[1]);
  }

  /** An answer of one line; `undefined` where git says that there is none. */
  async #line(args: readonly string[]): Promise<string | undefined> {
    const answer = await ask(this.#git, this.top, args);
    if (answer.status === 0) return lineOf(answer.stdout);
    // Of a damaged history, older git says by its status that there is no common commit, and that it is damaged by an error.
    if (answer.status === 1 && !/^error:/m.test(answer.stderr.toString('utf8'))) return undefined;
    throw await this.#failure(answer);
  }

  async #read(args: readonly string[], question: Question): Promise<Buffer> {
    const answer = await ask(this.#git, this.top, args, question);
    if (answer.status !== 0) throw await this.#failure(answer);
    return answer.stdout;
  }

  async #failure(answer: Answer): Promise<GitError> {
    const { status } = await ask(this.#git, this.top, ['config', '--get-regexp', '^remote\\..*\\.promisor$']);
    return new GitError({ code: status === 0 ? 'no-content' : 'failed', reason: complaint(answer) });
  }
}

function lineOf(answer: Buffer): string {
  return answer.toString('utf8').trim();
}

/** How many bytes of files are held at once, unless a single one is larger. */
const bytesAtOnce = 64 * 1024 * 1024;
const filesAtOnce = 1000;
/** How many bytes git puts around the content of a file at most. */
const headerLimit = 128;

/** Whether a path stays below the top: git never writes others, but a crafted tree may have them. */
function staysBelow(path: string): boolean {
  return path.split(/[/\\]/).every((step) => step !== '' && !/^(?:\.{1,2}|\.git)$/i.test(step));
}
