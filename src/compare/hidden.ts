import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { inventoryShape } from '../../generated/shapes.ts';
import { groupBy } from '../base/groups.ts';
import { type Limits, limitOf } from '../base/limits.ts';
import { isWithin, shownPath } from '../base/paths.ts';
import type { EvaluatedState } from '../evaluate/states.ts';
import { changedFacts, factsOf } from '../inventory/facts.ts';
import type { Entry } from '../inventory/inventory.ts';
import type { InventorySource } from '../inventory/load.ts';
import type { Hidden } from '../result/result.ts';
import { readsLike } from '../schema/ours.ts';
import type { PassedOver, Tree } from '../tree/tree.ts';
import { workTree } from '../tree/work-tree.ts';
import { contentOf } from './content.ts';
import { TakenBack } from './taken-back.ts';

/** What is beside an inventory, and how it is looked at. */
export interface Beside {
  /** what lies below its paths and is not part of it */
  readonly passedOver: readonly PassedOver[];
  /** what shown and given paths are relative to */
  readonly directory: string;
  readonly limits: Limits;
}

/** @returns what a change takes out of judgement, or brings in below the paths of the inventory without being judged */
export async function hiddenBy(
  before: EvaluatedState,
  after: EvaluatedState,
  beside: Beside,
): Promise<Hidden[]> {
  const hidden: Hidden[] = [];
  for (const { path: file, reason } of beside.passedOver) {
    const earlier = earlierPath(file, before.source, after.source, beside.directory);
    const kind =
      reason === 'no-section'
        ? judgedBefore(before, earlier)
        : await hiddenKind({ path: file, reason }, { tree: before.source.tree, earlier }, beside.limits);
    if (kind !== undefined) hidden.push({ kind, name: shownPath(file, beside.directory), reason });
  }
  hidden.sort((a, b) => (a.name < b.name ? -1 : 1));
  return [...hidden, ...hiddenRecords(before, after), ...violationsTakenBack(before, after)];
}

/** A file that was judged and has no section any more; one that never had any is only told of as not judged. */
function judgedBefore({ inventory }: EvaluatedState, earlier: string): 'file' | undefined {
  return inventory.files.some(({ absolutePath }) => absolutePath === earlier) ? 'file' : undefined;
}

/**
 * Names of what may hold an inventory, whatever else they end with: `a.yml.bak`, `a.json`. What sekisho leaves behind when it
 * is killed (`.sekisho-….tmp`) is none of them, by its ending and not by its name: an exception for a name would be one for
 * whoever chooses it, and there is none, neither here nor where files are searched for.
 */
const inventoryLike = /\.(?:ya?ml|json)(?:[.~][^/]*)?$/i;

/** npm and its kin leave one of these in a folder of packages that they installed, which is no part of a change. */
const installed = ['.package-lock.json', '.yarn-integrity', '.modules.yaml'];

async function hiddenKind(
  { path: file, reason }: PassedOver,
  { tree, earlier }: { readonly tree: Tree; readonly earlier: string },
  limits: Limits,
): Promise<'file' | 'link' | 'folder' | undefined> {
  if (reason === 'link') {
    const target = (await workTree.linkTarget(file)) ?? '';
    return (await tree.hasLink(earlier, target)) ? undefined : 'link';
  }
  if (reason === 'packages') {
    const found = await Promise.all(installed.map((name) => workTree.exists(path.join(file, name))));
    return found.includes(true) || (await tree.exists(earlier)) ? undefined : 'folder';
  }
  if (!inventoryLike.test(file)) return undefined;
  const limit = limitOf('fileBytes', limits);
  const now = await contentOf(workTree, file, limit);
  if (typeof now === 'string' && !readsLike(Buffer.from(now, 'latin1'), inventoryShape)) return undefined;
  return now !== undefined && (await contentOf(tree, earlier, limit)) === now ? undefined : 'file';
}

/** @returns where the state before has a file: a commit has it under its own path, a folder with a copy below that folder */
function earlierPath(
  file: string,
  before: InventorySource,
  after: InventorySource,
  directory: string,
): string {
  const [copy] = before.paths;
  if (before.tree !== after.tree || copy === undefined) return file;
  const given = after.paths.map((one) => path.resolve(directory, one));
  return path.join(copy, path.relative(given.find((one) => isWithin(one, file)) ?? directory, file));
}

/** Tells of records to which rules applied before the change, and now apply no longer, because of what they state. */
function hiddenRecords(before: EvaluatedState, now: EvaluatedState): Hidden[] {
  const lost = [...before.judged].flatMap(([rule, records]) =>
    [...records].flatMap((record) => {
      const entry = now.inventory.counterpart(before.inventory.entryOf(record));
      const still = entry === undefined || now.judged.get(rule)?.has(entry.record) !== false;
      return still ? [] : [entry];
    }),
  );
  const outside = new Set(now.outOfScope.map(({ kind, id }) => `${kind}/${id}`));
  return [...groupBy(lost, (entry: Entry) => entry)].map(([entry, entries]) => {
    const name = `${entry.section}/${entry.id}`;
    const earlier = before.inventory.counterpart(entry);
    const facts =
      earlier === undefined
        ? []
        : changedFacts(factsOf(earlier, before.inventory), factsOf(entry, now.inventory));
    const reason = outside.has(name) ? 'out-of-scope' : 'facts';
    return { kind: 'record', name, reason, rules: entries.length, facts };
  });
}

/** Tells of records that broke a rule before the change, and of which that is now unknown. */
function violationsTakenBack(before: EvaluatedState, now: EvaluatedState): Hidden[] {
  const takenBack = new TakenBack(before.findings, now.findings);
  const unknown = now.findings.filter((one) => takenBack.has(one));
  return [...groupBy(unknown, ({ location }) => now.inventory.entryAt(location))].flatMap(
    ([entry, findings]) => {
      if (entry === undefined) return [];
      const earlier = before.inventory.counterpart(entry);
      const facts = earlier === undefined ? [] : changedFields(earlier.record, entry.record);
      const name = `${entry.section}/${entry.id}`;
      const rules = new Set(findings.map(({ ruleId }) => ruleId)).size;
      return [{ kind: 'record', name, reason: 'taken-back', rules, facts }];
    },
  );
}

function changedFields(before: object, now: object): string[] {
  const [earlier, later] = [new Map(Object.entries(before)), new Map(Object.entries(now))];
  return [...new Set([...earlier.keys(), ...later.keys()])].filter(
    (field) => !isDeepStrictEqual(earlier.get(field), later.get(field)),
  );
}
