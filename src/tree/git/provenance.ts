import { defined } from '../../base/defined.ts';
import type { Limits } from '../../base/limits.ts';
import type { Environment } from './environment.ts';
import { GitError } from './problem.ts';
import { GitRepository } from './repository.ts';

/** Where the inventory is kept, as git knows it. */
export interface Repository {
  /** without credentials; absent where there is no remote */
  readonly uri?: string;
  /** of the commit, in full */
  readonly revision: string;
  readonly branch?: string;
}

/** @returns where an inventory is kept, as git knows it; `undefined` where it is in no repository, or has no commit */
export async function provenance(
  folder: string,
  environment: Environment,
  limits: Limits,
): Promise<Repository | undefined> {
  try {
    const repository = await GitRepository.around(folder, environment, limits);
    const revision = await repository.commit('HEAD');
    const [remote, branch] = [await repository.remote(), await repository.branch()];
    const uri = remote === undefined ? undefined : publicAddress(remote);
    return { revision, ...defined({ uri, branch }) };
  } catch (error) {
    if (error instanceof GitError) return undefined;
    throw error;
  }
}

/** The URL of a remote without credentials, also for `git@host:path`; none for a local folder. */
function publicAddress(remote: string): string | undefined {
  const short = /^(?:[^@/\s]+@)?([^:/\s]{2,}):(?!\/\/)(?!\\)(.+)$/.exec(remote);
  const text = short === null ? remote : `ssh://${short[1]}/${short[2]}`;
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (!['https:', 'http:', 'ssh:', 'git:'].includes(url.protocol)) return undefined;
  url.username = '';
  url.password = '';
  return url.href;
}
