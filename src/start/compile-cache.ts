import { existsSync, lstatSync, mkdirSync, realpathSync } from 'node:fs';
import * as nodeModule from 'node:module';
import { homedir } from 'node:os';
import path from 'node:path';
import { isWithin } from '../base/paths.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Node.js has it from 22.1 on. */
const { enableCompileCache } = nodeModule as { readonly enableCompileCache?: (folder: string) => unknown };

/**
 * Lets Node.js keep what it compiles of the program in the user's own cache folder. It runs what it finds there, so nobody else may
 * be able to write it, least of all whoever wrote the repository that is judged. In CI nothing is kept: a cache that jobs hand on
 * to each other is not the user's own.
 *
 * @param directory the working directory
 * @param enable what Node.js offers for that
 */
export function useCompileCache(
  environment: Environment,
  directory: string,
  enable = enableCompileCache,
): void {
  if (enable === undefined || (environment['CI'] ?? '') !== '') return;
  try {
    const folder = ownCacheFolder(environment, directory);
    if (folder !== undefined) enable(folder);
  } catch {
    // Without it the program starts later, and that is all.
  }
}

/**
 * @returns the user's cache folder for this program, which is made if need be; `undefined` where it is not safe: anybody else may
 *   write it or put another in its place, or it lies in the working directory or in a git work tree, where a judged repository
 *   may have put what is in it
 * @throws Error if it cannot be made
 */
export function ownCacheFolder(environment: Environment, directory: string): string | undefined {
  const caches = cachesOfUser(environment);
  if (caches === undefined || !path.isAbsolute(caches)) return undefined;
  const folder = path.join(caches, 'sekisho');
  const place = realPath(folder);
  const there = foldersFrom(place).filter((one) => existsSync(one));
  // Before it is made: nothing appears where it is not used, least of all what root makes in the folder of somebody else.
  if (mayBeOfRepository(place, directory) || !there.slice(0, 1).every(isOfUser) || !there.every(isKept))
    return undefined;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return foldersFrom(realPath(folder)).slice(0, 2).every(isOwn) ? path.join(folder, 'code') : undefined;
}

function mayBeOfRepository(folder: string, directory: string): boolean {
  return (
    isWithin(realpathSync(directory), folder) ||
    foldersFrom(folder).some((one) => existsSync(path.join(one, '.git')))
  );
}

/** Where a folder lies, or would lie, with links resolved. */
function realPath(folder: string): string {
  if (existsSync(folder)) return realpathSync(folder);
  return path.join(realPath(path.dirname(folder)), path.basename(folder));
}

/** Where programs of this user keep what they can make again. */
function cachesOfUser(environment: Environment): string | undefined {
  if (process.platform === 'win32') return environment['LOCALAPPDATA'];
  if (process.platform === 'darwin') return path.join(homedir(), 'Library', 'Caches');
  return environment['XDG_CACHE_HOME'] || path.join(homedir(), '.cache');
}

/** A folder and all above it. */
function foldersFrom(folder: string): string[] {
  const above = path.dirname(folder);
  return above === folder ? [folder] : [folder, ...foldersFrom(above)];
}

/** Whether a folder is the user's, and nobody else may write it. On Windows it is where the system keeps others out. */
function isOwn(folder: string): boolean {
  return isOfUser(folder) && (process.getuid === undefined || (lstatSync(folder).mode & 0o022) === 0);
}

function isOfUser(folder: string): boolean {
  return process.getuid === undefined || lstatSync(folder).uid === process.getuid();
}

/** Whether what lies in a folder stays what it is: nobody but the user and root may rename it and put another in its place. */
function isKept(folder: string): boolean {
  if (process.getuid === undefined) return true;
  const { uid, mode } = lstatSync(folder);
  const isSticky = (mode & 0o1000) !== 0;
  return (uid === 0 || uid === process.getuid()) && (isSticky || (mode & 0o022) === 0);
}
