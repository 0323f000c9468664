import { crypto } from '../../base/crypto.ts';
import { defaultLimits, type Limit, type Limits } from '../../base/limits.ts';
import { once } from '../../base/once.ts';
import type { Environment } from './environment.ts';
import { GitError } from './problem.ts';

// A repository may be hostile: no program that its configuration names is started, missing objects are not fetched, bare
// repositories inside the inventory are not used, and nothing but a commit itself says what its parents are.
const settings = [
  'core.commitGraph=false',
  'core.fsmonitor=false',
  'core.hooksPath=/dev/null',
  // Fetched before git asks which protocols are allowed.
  'fetch.bundleURI=',
  'protocol.allow=never',
  'safe.bareRepository=explicit',
];
const safely = [
  '--no-optional-locks',
  '--no-pager',
  '--no-replace-objects',
  ...settings.flatMap((setting) => ['-c', setting]),
];

/**
 * Git fetches missing objects of a partial clone by itself, if configured so with a program of the repository's choice.
 * Unlike `-c protocol.allow`, the environment overrides the configuration of the repository. The one protocol that is
 * allowed has a name that nobody can know: an empty list would allow the protocol without a name, `::address`.
 */
const safeEnvironment = once(() => ({
  GIT_ALLOW_PROTOCOL: crypto().randomUUID(),
  GIT_GRAFT_FILE: '/dev/null',
  GIT_NO_LAZY_FETCH: '1',
  GIT_TERMINAL_PROMPT: '0',
  LC_ALL: 'C',
}));

/**
 * Variables that git sets for hooks. They are removed, so that the folder alone decides which repository is used. Those
 * that hand on settings (`GIT_CONFIG_COUNT`, `GIT_CONFIG_PARAMETERS`) stay: whoever starts sekisho may need them, and the
 * settings above override them.
 */
const handedOn = new Set([
  'GIT_ALTERNATE_OBJECT_DIRECTORIES',
  'GIT_COMMON_DIR',
  'GIT_CONFIG',
  'GIT_DIR',
  'GIT_GRAFT_FILE',
  'GIT_IMPLICIT_WORK_TREE',
  'GIT_INDEX_FILE',
  'GIT_INTERNAL_SUPER_PREFIX',
  'GIT_NAMESPACE',
  'GIT_NO_REPLACE_OBJECTS',
  'GIT_OBJECT_DIRECTORY',
  'GIT_PREFIX',
  'GIT_REPLACE_REF_BASE',
  'GIT_SHALLOW_FILE',
  'GIT_WORK_TREE',
]);

/** What git answered. */
export interface Answer {
  /** the exit status, or the signal that ended git */
  readonly status: number | NodeJS.Signals;
  readonly stdout: Buffer;
  /** the beginning of what git complained of */
  readonly stderr: Buffer;
}

/** The git program that was found, and the environment to start it in. */
export interface Git {
  readonly program: string;
  readonly environment: Environment;
  /** how long an answer may take, and how long that may be which nothing else limits */
  readonly limits?: Pick<Limits, 'gitSeconds' | 'gitBytes'>;
}

/** What git is asked besides its arguments. */
export interface Question {
  readonly input?: string;
  /** how long the answer may be, in bytes */
  readonly limit?: number | Limit;
}

/** In milliseconds; a timer that is set for longer ends at once. */
const longestTimer = 2 ** 31 - 1;
const megabyte = 1024 * 1024;
const complaintsKept = 64 * 1024;

/**
 * Asks git one thing, in a folder.
 *
 * @throws GitError if git cannot be started, does not end in time, or answers more than the limit: a hostile repository can
 *   make it wait for a named pipe, or list more files than the memory holds
 */
export async function ask(
  { program, environment, limits: { gitSeconds } = defaultLimits }: Git,
  folder: string,
  args: readonly string[],
  { input = '', limit = megabyte }: Question = {},
): Promise<Answer> {
  const kept = Object.entries(environment).filter(([name]) => !handedOn.has(name));
  const most = typeof limit === 'number' ? limit : limit.most;
  const raised = typeof limit === 'number' ? {} : { limit };
  // Most runs ask git nothing.
  const { spawn } = await import('node:child_process');
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...safely, ...args], {
      cwd: folder,
      env: { ...Object.fromEntries(kept), ...safeEnvironment() },
      stdio: 'pipe',
      windowsHide: true,
    });
    const giveUp = (problem: GitError['problem']): void => {
      clearTimeout(end);
      child.kill('SIGKILL');
      // What git started may hold the pipes open.
      for (const stream of [child.stdin, child.stdout, child.stderr]) stream.destroy();
      reject(new GitError(problem));
    };
    const patience = Math.min(gitSeconds * 1000, longestTimer);
    const end = setTimeout(() => giveUp({ code: 'too-slow', seconds: gitSeconds }), patience);
    const stdout = new Collected();
    const stderr = new Collected();
    child.stdout.on('data', (chunk: Buffer) => {
      stdout.add(chunk);
      if (stdout.size > most) giveUp({ code: 'too-much', megabytes: Math.ceil(most / megabyte), ...raised });
    });
    child.stderr.on('data', (chunk: Buffer) => {
      if (stderr.size < complaintsKept) stderr.add(chunk);
    });
    child.on('error', ({ code = '' }: NodeJS.ErrnoException) =>
      giveUp({ code: code === 'ENOENT' ? 'no-git' : 'failed', reason: code }),
    );
    child.on('close', (status, signal) => {
      clearTimeout(end);
      resolve({ status: status ?? signal ?? -1, stdout: stdout.bytes(), stderr: stderr.bytes() });
    });
    // Git may exit before it has read all input; its exit status is what counts.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}

/** Pieces of an answer. */
class Collected {
  size = 0;
  readonly #pieces: Buffer[] = [];

  add(piece: Buffer): void {
    this.size += piece.length;
    this.#pieces.push(piece);
  }

  bytes(): Buffer {
    return Buffer.concat(this.#pieces);
  }
}

/**
 * The error message of git, without the warnings before it, and without what it quotes after a colon: that may be a line
 * of any file that something in `.git` links to.
 */
export function complaint({ status, stderr }: Answer): string {
  const [, message] = /^fatal: (.*?)(?:: |$)/m.exec(stderr.toString('utf8')) ?? [];
  return message ?? (typeof status === 'number' ? `exit ${status}` : status);
}
