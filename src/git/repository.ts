import { spawn } from 'node:child_process';
import { realpath } from 'node:fs/promises';
import { GitError } from './problem.ts';

/** A git repository. It is looked at and never changed, and nothing that it configures is run. */
export class GitRepository {
  /** the top of its work tree, without symbolic links */
  readonly top: string;

  private constructor(top: string) {
    this.top = top;
  }

  /**
   * Finds the repository that a folder belongs to.
   *
   * @throws GitError if it belongs to none, or git cannot be run
   */
  static async around(folder: string): Promise<GitRepository> {
    const { status, stdout, stderr } = await git(folder, ['rev-parse', '--show-toplevel']);
    if (status !== 0)
      throw new GitError({ code: 'no-repository', folder, reason: firstLine(stderr.toString('utf8')) });
    return new GitRepository(await realpath(stdout.toString('utf8').replace(/\n$/, '')));
  }

  /**
   * @returns the full name of the commit that a branch, tag or abbreviation means
   * @throws GitError if it means none
   */
  async commit(ref: string): Promise<string> {
    const found = await this.#ask([
      'rev-parse',
      '--verify',
      '--quiet',
      '--end-of-options',
      `${ref}^{commit}`,
    ]);
    if (found === undefined) throw new GitError({ code: 'unknown-ref', ref });
    return found;
  }

  /** @returns the last commit that a commit and the one checked out have in common; itself where there is none */
  async forkPoint(commit: string): Promise<string> {
    return (await this.#ask(['merge-base', commit, 'HEAD'])) ?? commit;
  }

  /** @returns the branch that is checked out */
  branch(): Promise<string | undefined> {
    return this.#ask(['symbolic-ref', '--quiet', '--short', 'HEAD']);
  }

  /** @returns the address of `origin` */
  remote(): Promise<string | undefined> {
    return this.#ask(['remote', 'get-url', 'origin']);
  }

  /** @returns every file of a commit; links, which may lead anywhere, and submodules are no files */
  async files(commit: string): Promise<readonly { readonly path: string; readonly object: string }[]> {
    const listing = await this.#read(['ls-tree', '-r', '-z', '--full-tree', commit]);
    return listing
      .toString('utf8')
      .split('\0')
      .flatMap((line) => {
        const [, object, file] = /^100\d{3} blob ([0-9a-f]+)\t(.+)$/s.exec(line) ?? [];
        return object === undefined || file === undefined ? [] : [{ path: file, object }];
      });
  }

  /** @returns the contents of objects, in their order */
  async contents(objects: readonly string[]): Promise<readonly Buffer[]> {
    if (objects.length === 0) return [];
    const answer = await this.#read(['cat-file', '--batch'], `${objects.join('\n')}\n`);
    const contents: Buffer[] = [];
    for (let at = 0; contents.length < objects.length; ) {
      const end = answer.indexOf('\n', at);
      const size = Number(answer.toString('latin1', at, end).split(' ')[2]);
      if (end < 0 || !Number.isInteger(size))
        throw new GitError({ code: 'failed', reason: answer.toString('latin1', at, at + 80) });
      contents.push(answer.subarray(end + 1, end + 1 + size));
      at = end + 1 + size + 1;
    }
    return contents;
  }

  /** An answer of one line, or none. */
  async #ask(args: readonly string[]): Promise<string | undefined> {
    const { status, stdout } = await git(this.top, args);
    return status === 0 ? stdout.toString('utf8').trim() : undefined;
  }

  async #read(args: readonly string[], input?: string): Promise<Buffer> {
    const { status, stdout, stderr } = await git(this.top, args, input);
    if (status !== 0) throw new GitError({ code: 'failed', reason: firstLine(stderr.toString('utf8')) });
    return stdout;
  }
}

// A repository may come from a stranger: no program that its configuration names is started, and what it lacks is
// not fetched.
const settings = ['core.fsmonitor=false', 'core.hooksPath=/dev/null', 'protocol.allow=never'];
const safely = [
  '--no-optional-locks',
  '--no-replace-objects',
  ...settings.flatMap((setting) => ['-c', setting]),
];

interface Answer {
  readonly status: number;
  readonly stdout: Buffer;
  readonly stderr: Buffer;
}

function git(folder: string, args: readonly string[], input = ''): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', [...safely, ...args], { cwd: folder, stdio: 'pipe', windowsHide: true });
    const [stdout, stderr]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on('data', (chunk) => stdout.push(chunk));
    child.stderr.on('data', (chunk) => stderr.push(chunk));
    child.on('error', ({ code = '' }: NodeJS.ErrnoException) =>
      reject(new GitError({ code: code === 'ENOENT' ? 'no-git' : 'failed', reason: code })),
    );
    child.on('close', (status) =>
      resolve({ status: status ?? -1, stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr) }),
    );
    // git may end before it has read everything; its status tells.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? '';
}
