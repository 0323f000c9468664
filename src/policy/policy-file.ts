import path from 'node:path';
import { type Limits, limitOf } from '../base/limits.ts';
import { slashed } from '../base/paths.ts';
import { outside, type Reason, reasonOf } from '../base/system-error.ts';
import { liesIn } from '../tree/area.ts';
import type { Tree } from '../tree/tree.ts';

/** Where policy files are read, and how large they may be. */
export interface PolicyReading {
  readonly tree: Tree;
  readonly limits: Limits;
  /**
   * the folder that the file must lie in if a file names it; what a person names on the command line may lie anywhere
   */
  readonly area?: string;
}

/** @returns a file with its real path, by which cycles are found, or the reason why it cannot be read */
export async function readBytes(
  file: string,
  { tree, limits, area }: PolicyReading,
): Promise<{ bytes: Uint8Array; path: string } | { reason: Reason }> {
  try {
    const named = await tree.locate(file);
    if (area !== undefined && !(await liesIn(area, named, tree))) return { reason: outside };
    const bytes = await tree.read(named, limitOf('settingBytes', limits));
    return { bytes, path: (await tree.realPath(named)) ?? named };
  } catch (error) {
    return { reason: reasonOf(error) };
  }
}

/** A path that is relative to the folder of a file, as it is shown beside that file. */
export function relativeToFile(file: string, reference: string): string {
  if (path.isAbsolute(reference)) return reference;
  return slashed(path.join(path.dirname(file), reference));
}
