import { spawn } from 'node:child_process';
import type { Environment } from './environment.ts';
import { GitError } from './problem.ts';

// A repository may be hostile: no program that its configuration names is started, missing objects are not fetched, and
// bare repositories inside the inventory are not used.
const settings = [
  'core.fsmonitor=false',
  'core.hooksPath=/dev/null',
  'protocol.allow=never',
  'safe.bareRepository=explicit',
];
const safely = [
  '--no-optional-locks',
  '--no-replace-objects',
  ...settings.flatMap((setting) => ['-c', setting]),
];

/**
 * Git fetches missing objects of a partial clone by itself, if configured so with a program of the repository's choice.
 * Unlike `-c protocol.allow`, the environment overrides the configuration of the repository.
 */
const neverFetching = { GIT_ALLOW_PROTOCOL: '', GIT_NO_LAZY_FETCH: '1' };

/** Variables that git sets for hooks. They are removed, so that the folder alone decides which repository is used. */
const handedOn = new Set([
  'GIT_ALTERNATE_OBJECT_DIRECTORIES',
  'GIT_COMMON_DIR',
  'GIT_DIR',
  'GIT_GRAFT_FILE',
  'GIT_INDEX_FILE',
  'GIT_NAMESPACE',
  'GIT_OBJECT_DIRECTORY',
  'GIT_PREFIX',
  'GIT_SHALLOW_FILE',
  'GIT_WORK_TREE',
]);

/** What git answered. */
export interface Answer {
  readonly status: number;
  readonly stdout: Buffer;
  readonly stderr: Buffer;
}

/** The git program that was found, and the environment to start it in. */
export interface Git {
  readonly program: string;
  readonly environment: Environment;
}

/** Asks git one thing, in a folder. */
export function ask(
  { program, environment }: Git,
  folder: string,
  args: readonly string[],
  input = '',
): Promise<Answer> {
  const kept = Object.entries(environment).filter(([name]) => !handedOn.has(name));
  const env = { ...Object.fromEntries(kept), ...neverFetching, LC_ALL: 'C' };
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...safely, ...args], {
      cwd: folder,
      env,
      stdio: 'pipe',
      windowsHide: true,
    });
    const [stdout, stderr]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on('data', (chunk) => stdout.push(chunk));
    child.stderr.on('data', (chunk) => stderr.push(chunk));
    child.on('error', ({ code = '' }: NodeJS.ErrnoException) =>
      reject(new GitError({ code: code === 'ENOENT' ? 'no-git' : 'failed', reason: code })),
    );
    child.on('close', (status) =>
      resolve({ status: status ?? -1, stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr) }),
    );
    // Git may exit before it has read all input; its exit status is what counts.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}

/** The error message of git, without the warnings before it. */
export function complaint(stderr: Buffer): string {
  const lines = stderr.toString('utf8').trim().split('\n');
  return lines.find((line) => line.startsWith('fatal:')) ?? lines[0] ?? '';
}
