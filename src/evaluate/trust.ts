import { isDeepStrictEqual } from 'node:util';
import type { Inventory } from '../inventory/inventory.ts';
import type { TrustedChange } from '../result.ts';

/** @returns what a change does to the exceptions of an inventory, and to the policy it names */
export function changesToTrust(believed: Inventory, judged: Inventory): TrustedChange[] {
  const changes = exceptionChanges(believed, judged);
  if (!isDeepStrictEqual(believed.organization?.policy, judged.organization?.policy))
    changes.push({ kind: 'policy', name: 'organization.policy', change: 'changed' });
  return changes;
}

function exceptionChanges(believed: Inventory, judged: Inventory): TrustedChange[] {
  const [before, after] = [believed, judged].map(
    (inventory) =>
      new Map(
        inventory
          .entries('exceptions')
          .map(({ id, occurrence, record }) => [`${id}\n${occurrence}`, { id, record }]),
      ),
  ) as [Map<string, Named>, Map<string, Named>];
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

interface Named {
  readonly id: string;
  readonly record: object;
}
