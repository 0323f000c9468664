import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import path from 'node:path';
import { isWithin } from '../../base/paths.ts';
import { workTree } from '../work-tree.ts';
import type { Environment } from './environment.ts';

/**
 * Finds git among the programs of the machine. What is judged may hold a program of that name, and a search path may lead
 * there: through an entry that is relative, as `.` is, or through one inside the repository. Windows looks in the working
 * directory even where the search path says nothing of it.
 *
 * @param folder what is judged: a folder, or one inside a work tree
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

/** The absolute entries of the search path, whose name Windows writes in any case. */
function searchPath(environment: Environment): string[] {
  const [, entries = ''] =
    Object.entries(environment).find(([name]) => (windows ? name.toUpperCase() : name) === 'PATH') ?? [];
  return entries.split(path.delimiter).filter((entry) => path.isAbsolute(entry));
}

/** The folder itself, or the nearest around it that holds a `.git`: git is not asked, since it is what is looked for. */
async function workTreeAround(folder: string): Promise<string> {
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
