import { followedBy } from '../base/localized.ts';
import { changedFacts, type Facts, factsOf } from '../inventory/facts.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { addedTo } from '../result/reach.ts';
import type { Beyond, EarlierFinding, Finding } from '../result/result.ts';
import { lapsedTexts } from './words.ts';

/** @returns the decisive facts of a finding's record; `undefined` where it states none, as a file */
export function factsOfFinding({ location }: Finding, inventory: Inventory): Facts | undefined {
  const entry = inventory.entryAt(location);
  const facts = entry === undefined ? {} : factsOf(entry, inventory);
  return Object.keys(facts).length === 0 ? undefined : facts;
}

/** @returns in what a finding goes beyond the earlier one; `undefined` where it does not, or the earlier one is silent */
export function beyondKnown(
  finding: Finding,
  { facts, reach }: Pick<EarlierFinding, 'facts' | 'reach'>,
  inventory: Inventory,
): Beyond | undefined {
  const changed = facts === undefined ? [] : changedFacts(facts, factsOfFinding(finding, inventory) ?? {});
  if (changed.length > 0) return { facts: changed };
  const added = reach === undefined ? [] : addedTo(reach, finding.reach);
  return added.length === 0 ? undefined : { added };
}

/** @returns a finding that its entry in a baseline no longer covers, with the reason */
export function withoutBaseline(finding: Finding, beyond: Beyond, name: string): Finding {
  return { ...finding, remedy: followedBy(finding.remedy, lapsedTexts.baseline(name, beyond)) };
}
