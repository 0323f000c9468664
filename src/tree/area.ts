import path from 'node:path';
import { relativeWithin } from '../base/paths.ts';
import { workTreesAround } from './git/program.ts';
import type { Tree } from './tree.ts';
import { withoutLinks } from './work-tree.ts';

/**
 * The folder in which the files of a folder may name others: the work tree of its repository or, where it is in none, the
 * folder itself. Whoever writes an inventory or a configuration can read the files there anyhow; any other file of the
 * machine may hold what they must not learn, and a message could tell them.
 */
export async function areaAround(folder: string): Promise<string> {
  const [nearest] = await workTreesAround(folder);
  return nearest ?? withoutLinks(folder);
}

/** Whether a file, once the links on the way to it are resolved, lies in an area. What git itself keeps there does not. */
export async function liesIn(area: string, file: string, tree: Tree): Promise<boolean> {
  const real = (await tree.realPath(file)) ?? (await withoutLinks(file));
  const within = relativeWithin(await withoutLinks(area), real);
  return within !== undefined && !within.split(path.sep).some((step) => step.toLowerCase() === '.git');
}

/** A configuration names a file or a folder where it may not name one. */
export class OutsideError extends Error {
  /** the key of the configuration */
  readonly key: string;
  readonly written: string;

  constructor(key: string, written: string) {
    super(`${key}: ${written}`);
    this.key = key;
    this.written = written;
  }
}
