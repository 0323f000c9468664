import type { Organization } from '../inventory/records.ts';
import type { InventoryView } from '../inventory/view.ts';
import type { Policy } from '../policy/policy.ts';

/** One agency of the body. */
export type Agency = NonNullable<Organization['agencies']>[number];

/** Whether the policy binds an agency. One that does not say which organ it belongs to is bound. */
export function isInScope(
  { organ }: Agency,
  { policy }: { readonly policy: Pick<Policy, 'scope'> },
): boolean {
  const { agencies, excludes } = policy.scope;
  if (organ === undefined) return true;
  if (excludes.some(({ id }) => id === organ)) return false;
  return agencies.length === 0 || agencies.some(({ id }) => id === organ);
}

/** @returns the ids of the body's agencies that the policy does not bind: what they have is not the body's */
export function agenciesOutside({
  inventory,
  policy,
}: {
  readonly inventory: Pick<InventoryView, 'organization'>;
  readonly policy: Pick<Policy, 'scope'>;
}): ReadonlySet<string> {
  const agencies = inventory.organization?.agencies ?? [];
  return new Set(agencies.filter((agency) => !isInScope(agency, { policy })).map(({ id }) => id));
}
