import { defined } from '../base/defined.ts';
import { followedBy } from '../base/localized.ts';
import { changedFacts, factsOf } from '../inventory/facts.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { changedFinding } from '../result/derived-finding.ts';
import { addedTo } from '../result/reach.ts';
import type { Beyond, Finding, Known } from '../result/result.ts';
import { lapsedTexts } from './words.ts';

/** @returns what a finding rests on, in the inventory that it is of */
export function knownOf({ location, reach }: Finding, inventory: Inventory): Known {
  const entry = inventory.entryAt(location);
  const facts = entry === undefined ? {} : factsOf(entry, inventory);
  return defined({ facts: Object.keys(facts).length === 0 ? undefined : facts, reach: reach?.() });
}

/** @returns in what a finding goes beyond what was known; `undefined` where it does not, or nothing is known of it */
export function beyondKnown(then: Known, now: Known): Beyond | undefined {
  const changed = then.facts === undefined ? [] : changedFacts(then.facts, now.facts ?? {});
  if (changed.length > 0) return { facts: changed };
  if (then.reach === undefined || now.reach === undefined) return undefined;
  const added = addedTo(then.reach, now.reach);
  return added.length === 0 ? undefined : { added };
}

/** @returns a finding that its entry in a baseline no longer covers, with the reason */
export function withoutBaseline(finding: Finding, beyond: Beyond, name: string): Finding {
  return changedFinding(finding, { remedy: followedBy(finding.remedy, lapsedTexts.baseline(name, beyond)) });
}
