import { locateInRecord } from '../evaluate/locate.ts';
import { pathSteps } from '../evaluate/path-steps.ts';
import type { PolicyView } from '../evaluate/policy-view.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { findPassages, type LayerPassage } from '../network/passages.ts';
import type { NetworkChange, Passage } from '../result/result.ts';

/**
 * Compares the passages between layers before and after a change. While a file cannot be read, none is reported as closed.
 */
export function networkChange(before: PolicyView, after: PolicyView): NetworkChange {
  const earlier = passagesByKey(before);
  const later = passagesByKey(after);
  return {
    opened: missingFrom(earlier, later, after.inventory),
    closed: after.inventory.readable ? missingFrom(later, earlier, before.inventory) : [],
  };
}

function missingFrom(
  known: ReadonlyMap<string, LayerPassage>,
  passages: ReadonlyMap<string, LayerPassage>,
  inventory: Inventory,
): Passage[] {
  const step = pathSteps(inventory, (entry) => locateInRecord(entry, []).location);
  return [...passages]
    .filter(([key]) => !known.has(key))
    .map(([, { from, to, kind, route }]) => ({
      from: { id: from.id, name: from.name },
      to: { id: to.id, name: to.name },
      kind,
      hops: route.map(step),
    }));
}

/** A passage is the same as long as the same record opens the same way between the same layers, guarded alike. */
function passagesByKey({ inventory, topology }: PolicyView): Map<string, LayerPassage> {
  return new Map(
    findPassages(topology).map((passage) => {
      const { section, id, occurrence } = inventory.entryOf(passage.first);
      return [[section, id, occurrence, passage.from.id, passage.to.id, passage.kind].join('\n'), passage];
    }),
  );
}
