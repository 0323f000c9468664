import { type Dirent, lstatSync, readdirSync, readlinkSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { isMissing } from '../base/system-error.ts';
import { digest, read } from './read-file.ts';
import type { FolderEntry, Tree } from './tree.ts';

/** Files as they lie on the disk. It answers when it has waited for the disk, as {@link read} does. */
export const workTree: Tree = {
  async kind(path) {
    const stats = unlessMissing(path, () => statSync(path));
    return stats?.isFile() ? 'file' : stats?.isDirectory() ? 'folder' : undefined;
  },

  exists: async (path) => orNothing(() => lstatSync(path)) !== undefined,

  linkTarget: async (path) => orNothing(() => readlinkSync(path)),

  hasLink: async (path, target) => orNothing(() => readlinkSync(path)) === target,

  realPath: async (path) => unlessMissing(path, () => realpathSync.native(path)),

  locate: async (path) => path,

  read,

  digest,

  async entries(folder) {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries.map((entry) => ({ name: entry.name, kind: kindOf(entry) }));
  },
};

/** @returns what is asked of a path; `undefined` where that cannot be told */
function orNothing<Answer>(answer: () => Answer): Answer | undefined {
  try {
    return answer();
  } catch {
    return undefined;
  }
}

/** Something cannot be looked at, so that nobody can say whether it is there. */
export class UnreadableError extends Error {
  readonly path: string;
  /** of the system's error, such as EACCES */
  readonly code: string;

  constructor(path: string, code: string) {
    super(`${code}: ${path}`);
    this.path = path;
    this.code = code;
  }
}

/**
 * @returns what is asked of a path; `undefined` where nothing is there
 * @throws UnreadableError where that cannot be told: what nobody may look at must never pass for what is not there
 */
function unlessMissing<Answer>(path: string, answer: () => Answer): Answer | undefined {
  try {
    return answer();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    if (isMissing(code)) return undefined;
    throw new UnreadableError(path, code);
  }
}

/**
 * @returns what is asked of a path; `undefined` also where that cannot be told, for those that go on with the path as it is
 *   written, and come upon the same error there, or that look for something in many places
 */
export async function ifReadable<Answer>(answer: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof UnreadableError) return undefined;
    throw error;
  }
}

function kindOf(entry: Dirent): FolderEntry['kind'] {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  return entry.isSymbolicLink() ? 'link' : 'other';
}

/**
 * @returns a path without the links of the work tree, even if what it names is no longer there
 * @throws UnreadableError where it cannot be told what it leads to
 */
export async function withoutLinks(file: string): Promise<string> {
  const real = await workTree.realPath(file);
  const folder = path.dirname(file);
  if (real !== undefined || folder === file) return real ?? file;
  return path.join(await withoutLinks(folder), path.basename(file));
}
