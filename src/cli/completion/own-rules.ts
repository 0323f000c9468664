import { shownPath } from '../../base/paths.ts';
import { findConfiguration } from '../../policy/configuration.ts';
import { isPath, loadPolicy, ruleCatalogue } from '../../policy/load.ts';
import type { OwnRule } from '../../policy/own/rule.ts';
import type { AnyRule } from '../../rule.ts';
import { workTree } from '../../tree/work-tree.ts';

/**
 * @returns the rules that the policies of the configuration write themselves; none where something is wrong with one,
 *   which is told by whatever command is typed
 */
export async function ownRules(directory: string, builtIn: readonly AnyRule[]): Promise<readonly OwnRule[]> {
  try {
    const configuration = await findConfiguration(workTree, directory, (file) => shownPath(file, directory));
    const known = ruleCatalogue(builtIn);
    const rules = new Map<string, OwnRule>();
    // A policy that is built in has none.
    for (const reference of configuration.policy.filter(isPath))
      for (const rule of (await loadPolicy(reference, configuration.directory ?? directory, known)).ownRules)
        rules.set(rule.id, rule);
    return [...rules.values()];
  } catch {
    return [];
  }
}
