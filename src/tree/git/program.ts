import { accessSync, constants, statSync } from 'node:fs';
import path from 'node:path';
import { isWithin } from '../../base/paths.ts';
import { ifReadable, workTree } from '../work-tree.ts';
import type { Environment } from './environment.ts';
import type { Git } from './process.ts';

/**
 * Finds git on the search path without ever choosing a program from the repository that is judged: `PATH` may lead there by
 * a relative entry such as `.` or by one inside the repository, and Windows always looks in the working directory.
 *
 * @param folder the folder that is judged
 * @returns the absolute path of the program, and an environment in which git finds the programs that it starts itself by the
 *   same rule; `undefined` where no absolute entry of `PATH` outside the work tree holds one
 */
export async function findGit(folder: string, environment: Environment): Promise<Git | undefined> {
  const judged = (await workTreesAround(folder)).at(-1) ?? (await realFolder(folder));
  const entries = await entriesOutside(judged, environment);
  for (const entry of entries) {
    const program = path.join(entry, windows ? 'git.exe' : 'git');
    const real = await ifReadable(workTree.realPath(program));
    if (real !== undefined && !isWithin(judged, real) && isProgram(real))
      return { program, environment: { ...withoutPath(environment), PATH: entries.join(path.delimiter) } };
  }
  return undefined;
}

/**
 * @returns the folders at and above this one that have a `.git`, the nearest first: a work tree, and the one that has it
 *   as a submodule. Git cannot be asked, since it may not be found yet.
 */
export async function workTreesAround(folder: string): Promise<string[]> {
  const found: string[] = [];
  for (let at = await realFolder(folder); ; at = path.dirname(at)) {
    if ((await ifReadable(workTree.realPath(path.join(at, '.git')))) !== undefined) found.push(at);
    if (path.dirname(at) === at) return found;
  }
}

const windows = process.platform === 'win32';

async function realFolder(folder: string): Promise<string> {
  return (await ifReadable(workTree.realPath(folder))) ?? path.resolve(folder);
}

/** The absolute entries of `PATH` that do not lead into a folder. */
async function entriesOutside(judged: string, environment: Environment): Promise<string[]> {
  const [, entries = ''] = Object.entries(environment).find(([name]) => isPath(name)) ?? [];
  const outside: string[] = [];
  for (const entry of entries.split(path.delimiter).filter((one) => path.isAbsolute(one))) {
    const real = await ifReadable(workTree.realPath(entry));
    if (real !== undefined && !isWithin(judged, real)) outside.push(entry);
  }
  return outside;
}

function withoutPath(environment: Environment): Environment {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !isPath(name)));
}

/** Names of variables are case-insensitive on Windows. */
function isPath(name: string): boolean {
  return (windows ? name.toUpperCase() : name) === 'PATH';
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
