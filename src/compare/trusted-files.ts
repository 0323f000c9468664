import path from 'node:path';
import { limitOf } from '../base/limits.ts';
import { shownPath } from '../base/paths.ts';
import type { Configuration } from '../policy/configuration.ts';
import type { Input, TrustedChange } from '../result/result.ts';
import type { Tree } from '../tree/tree.ts';
import { workTree } from '../tree/work-tree.ts';
import { type Content, contentOf } from './content.ts';

/** The files that a change is judged by, in the trusted state and as the change has them. */
export interface TrustedFiles {
  readonly tree: Tree;
  /** the configuration of the change itself */
  readonly ownConfiguration: Configuration;
  /** the path of the baseline in the trusted state, whether the file exists or not */
  readonly baseline: string | undefined;
}

/**
 * Tells what a change does to the files that it is judged by: the configuration, the baseline and policy files.
 *
 * @param inputs what was read, from the trusted state
 * @param directory the working directory
 */
export async function changedFiles(
  { tree, ownConfiguration, baseline }: TrustedFiles,
  inputs: readonly Input[],
  directory: string,
): Promise<TrustedChange[]> {
  const files = new Map<string, TrustedChange['kind']>();
  for (const { kind, path: name } of inputs) {
    if (kind === 'inventory' || kind === 'evidence') continue;
    files.set(path.resolve(directory, name), kind);
  }
  // The change may add files that the trusted state lacks: a nearer configuration, a first baseline.
  if (ownConfiguration.file !== undefined) files.set(ownConfiguration.file.path, 'configuration');
  if (baseline !== undefined) files.set(baseline, 'baseline');
  const limit = limitOf('fileBytes', ownConfiguration.limits);
  const changes: TrustedChange[] = [];
  for (const [file, kind] of files) {
    const before = await contentOf(tree, await tree.locate(file), limit);
    const change = changeOf(before, await contentOf(workTree, file, limit));
    if (change !== undefined) changes.push({ kind, name: shownPath(file, directory), change });
  }
  return changes;
}

function changeOf(before: Content, now: Content): TrustedChange['change'] | undefined {
  if (before === now) return undefined;
  if (before === undefined) return 'added';
  return now === undefined ? 'removed' : 'changed';
}
