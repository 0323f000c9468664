import type { Limit } from '../base/limits.ts';
import { isMissing, reasonOf } from '../base/system-error.ts';
import type { Tree } from '../tree/tree.ts';

/**
 * What is in a file, byte by byte but with normalised line endings, since git may write others into the work tree:
 * `undefined` where there is no file. What cannot be read equals nothing.
 */
export type Content = string | symbol | undefined;

/** @returns what is in a file, to be compared with what is in another state of it */
export async function contentOf(tree: Tree, file: string, limit: Limit): Promise<Content> {
  try {
    const content = await tree.read(file, limit);
    return Buffer.from(content).toString('latin1').replaceAll('\r\n', '\n');
  } catch (error) {
    return isMissing(reasonOf(error)) ? undefined : Symbol('unreadable');
  }
}
