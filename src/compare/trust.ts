import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { outOfScope, type PolicyView } from '../evaluate/policy-view.ts';
import type { Entry, Inventory } from '../inventory/inventory.ts';
import { isPath } from '../policy/load.ts';
import type { Finding, TrustedChange } from '../result/result.ts';
import { Changes } from './compare.ts';

/** An inventory with its views under the policies, and its findings. */
export interface JudgedInventory {
  readonly inventory: Inventory;
  readonly views: readonly PolicyView[];
  readonly findings: readonly Finding[];
}

/**
 * @returns the changes that weaken judgement: to exceptions, to an exemption, to the policies named, to what is in scope, and to records
 *   whose findings are suppressed
 */
export function changesToTrust(
  { inventory: trusted, views }: Pick<JudgedInventory, 'inventory' | 'views'>,
  judged: JudgedInventory,
): TrustedChange[] {
  const { inventory } = judged;
  const changes = exceptionChanges(trusted, inventory);
  if (!isDeepStrictEqual(namedPolicies(trusted), namedPolicies(inventory)))
    changes.push({ kind: 'policy', name: 'organization.policy', change: 'changed' });
  changes.push(...exemptionChange(trusted, inventory));
  return [...changes, ...scopeChanges(views, judged), ...suppressedChanges(trusted, judged)];
}

/**
 * The policies that the organization names; files by their full path, since the same relative path may mean another file.
 */
function namedPolicies({ organizations: [entry] }: Inventory): string[] {
  if (entry === undefined) return [];
  const folder = path.dirname(entry.file.path);
  return [entry.record.policy ?? []]
    .flat()
    .map((policy) => (isPath(policy) ? path.join(folder, policy) : policy));
}

function exceptionChanges(trusted: Inventory, judged: Inventory): TrustedChange[] {
  const [before, after] = [exceptionsOf(trusted), exceptionsOf(judged)];
  const kind = 'exception';
  return [
    ...[...after].flatMap(([key, { id, record }]): TrustedChange[] => {
      const earlier = before.get(key);
      if (earlier === undefined) return [{ kind, name: id, change: 'added' }];
      return isDeepStrictEqual(earlier.record, record) ? [] : [{ kind, name: id, change: 'changed' }];
    }),
    ...[...before].flatMap(([key, { id }]): TrustedChange[] =>
      after.has(key) ? [] : [{ kind, name: id, change: 'removed' }],
    ),
  ];
}

/** A body that says to be exempt takes everything out of judgement that a policy asks. */
function exemptionChange(
  { organization: before }: Inventory,
  { organization: after }: Inventory,
): TrustedChange[] {
  const [old, own] = [before?.exemption, after?.exemption];
  if (isDeepStrictEqual(old, own)) return [];
  const change = old === undefined ? 'added' : own === undefined ? 'removed' : 'changed';
  return [{ kind: 'exemption', name: 'organization.exemption', change }];
}

/** Those of one id in their order. */
function exceptionsOf(inventory: Inventory): ReadonlyMap<string, Entry<'exceptions'>> {
  return new Map(inventory.entries('exceptions').map((entry) => [`${entry.id}\n${entry.occurrence}`, entry]));
}

/** Changed facts can take records out of scope, and nothing verifies facts: a person must look. */
function scopeChanges(trusted: readonly PolicyView[], { views }: JudgedInventory): TrustedChange[] {
  const outside = (under: readonly PolicyView[]) =>
    outOfScope(under).map(({ section, id }) => `${section}/${id}`);
  const before = new Set(outside(trusted));
  return [...new Set(outside(views))]
    .filter((name) => !before.has(name))
    .map((name) => ({ kind: 'scope', name, change: 'added' }));
}

/**
 * An exception or a baseline entry was approved for a record as it was: a changed record of the same id may be something
 * else.
 */
function suppressedChanges(trusted: Inventory, { inventory, findings }: JudgedInventory): TrustedChange[] {
  const changes = new Changes(trusted, inventory);
  const names = findings
    .filter((finding) => finding.suppression !== null && changes.touchFinding(finding))
    .map(({ record: { kind, id } }) => `${kind}/${id}`);
  return [...new Set(names)].map((name) => ({ kind: 'suppressed', name, change: 'changed' }));
}
