import path from 'node:path';
import { inventoryShape } from '../../generated/shapes.ts';
import { groupBy } from '../base/groups.ts';
import { type Limit, LimitError } from '../base/limits.ts';
import { reasonOf } from '../base/system-error.ts';
import type { JudgedRecords } from '../evaluate/evaluation.ts';
import { changedFacts, factsOf } from '../inventory/facts.ts';
import type { Entry, Inventory } from '../inventory/inventory.ts';
import type { Hidden, RecordReference } from '../result/result.ts';
import { readsLike } from '../schema/ours.ts';
import { CommitTree } from '../tree/commit-tree.ts';
import type { PassedOver, Tree } from '../tree/tree.ts';
import { workTree } from '../tree/work-tree.ts';

/** How files are looked at that are not part of the inventory. */
export interface Looking {
  /** the state before the change */
  readonly earlier: Tree;
  readonly limit: Limit;
  /** gives the path that reports show for an absolute path */
  readonly show: (file: string) => string;
}

/** Names of what may hold an inventory, whatever else they end with: `a.yml.bak`, `a.json`. */
const inventoryLike = /\.(?:ya?ml|json)(?:[.~][^/]*)?$/i;

/** npm and its kin leave one of these in a folder of packages that they installed, which is no part of a change. */
const installed = ['.package-lock.json', '.yarn-integrity', '.modules.yaml'];

/** @returns what a change brings in below the paths of an inventory and is not judged, by what it is called or where it lies */
export async function hiddenFiles(passedOver: readonly PassedOver[], looking: Looking): Promise<Hidden[]> {
  const hidden: Hidden[] = [];
  for (const one of passedOver) {
    const kind = await hiddenKind(one, looking);
    if (kind !== undefined) hidden.push({ kind, name: looking.show(one.path), reason: one.reason });
  }
  return hidden.sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function hiddenKind(
  { path: file, reason }: PassedOver,
  { earlier, limit }: Looking,
): Promise<'file' | 'link' | 'folder' | undefined> {
  if (reason === 'link') {
    const target = (await workTree.linkTarget(file)) ?? '';
    return earlier instanceof CommitTree && earlier.hasLink(file, target) ? undefined : 'link';
  }
  if (reason === 'packages') {
    const found = await Promise.all(installed.map((name) => workTree.exists(path.join(file, name))));
    return found.includes(true) || (await earlier.exists(file)) ? undefined : 'folder';
  }
  if (!inventoryLike.test(file)) return undefined;
  const now = await contentOf(workTree, file, limit);
  if (now === undefined) return 'file';
  if (!readsLike(now, inventoryShape)) return undefined;
  const before = await contentOf(earlier, file, limit);
  return before !== undefined && Buffer.compare(before, now) === 0 ? undefined : 'file';
}

async function contentOf(tree: Tree, file: string, limit: Limit): Promise<Uint8Array | undefined> {
  try {
    return await tree.read(file, limit);
  } catch (error) {
    if (!(error instanceof LimitError)) reasonOf(error);
    return undefined;
  }
}

/** An inventory, the rules that judged its records, and those of them that no policy applies to. */
export interface JudgedState {
  readonly inventory: Inventory;
  readonly judged: JudgedRecords;
  readonly outOfScope: readonly RecordReference[];
}

/** @returns the records to which rules applied before the change, and now apply no longer, because of what they state */
export function hiddenRecords(before: JudgedState, now: JudgedState): Hidden[] {
  const lost = [...before.judged].flatMap(([rule, records]) =>
    [...records].flatMap((record) => {
      const { section, id, occurrence } = before.inventory.entryOf(record);
      const entry = now.inventory.entry(section, id, occurrence);
      const still = entry === undefined || now.judged.get(rule)?.has(entry.record) !== false;
      return still ? [] : [entry];
    }),
  );
  const outside = new Set(now.outOfScope.map(({ kind, id }) => `${kind}/${id}`));
  return [...groupBy(lost, (entry: Entry) => entry)].map(([entry, entries]) => {
    const name = `${entry.section}/${entry.id}`;
    const earlier = before.inventory.entry(entry.section, entry.id, entry.occurrence);
    const facts =
      earlier === undefined
        ? []
        : changedFacts(factsOf(earlier, before.inventory), factsOf(entry, now.inventory));
    const reason = outside.has(name) ? 'out-of-scope' : 'facts';
    return { kind: 'record', name, reason, rules: entries.length, facts };
  });
}
