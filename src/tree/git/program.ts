import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import path from 'node:path';
import { isWithin } from '../../base/paths.ts';
import { workTree } from '../work-tree.ts';
import type { Environment } from './environment.ts';

/**
 * Finds git on the search path without ever choosing a program from the repository that is judged: `PATH` may lead there by
 * a relative entry such as `.` or by one inside the repository, and Windows always looks in the working directory.
 *
 * @param folder the folder that is judged
 * @returns the absolute path of the program; `undefined` where no absolute entry of `PATH` outside the work tree holds one
 */
export async function findGit(folder: string, environment: Environment): Promise<string | undefined> {
  const judged = await workTreeAround(folder);
  for (const entry of searchPath(environment)) {
    const program = await workTree.realPath(path.join(entry, windows ? 'git.exe' : 'git'));
    if (program !== undefined && !isWithin(judged, program) && (await isProgram(program)))
      return path.join(entry, windows ? 'git.exe' : 'git');
  }
  return undefined;
}

const windows = process.platform === 'win32';

/** The absolute entries of `PATH`, whose name is case-insensitive on Windows. */
function searchPath(environment: Environment): string[] {
  const [, entries = ''] =
    Object.entries(environment).find(([name]) => (windows ? name.toUpperCase() : name) === 'PATH') ?? [];
  return entries.split(path.delimiter).filter((entry) => path.isAbsolute(entry));
}

/**
 * The nearest folder around this one that has a `.git`, else the folder itself. Git cannot be asked, since it is not found
 * yet.
 */
export async function workTreeAround(folder: string): Promise<string> {
  const start = (await workTree.realPath(folder)) ?? path.resolve(folder);
  for (let at = start; ; at = path.dirname(at)) {
    if ((await workTree.realPath(path.join(at, '.git'))) !== undefined) return at;
    if (path.dirname(at) === at) return start;
  }
}

async function isProgram(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK);
    return (await stat(file)).isFile();
  } catch {
    return false;
  }
}
