import type { Entry, Inventory } from '../inventory/inventory.ts';
import { pathHop } from '../network/path-hop.ts';
import { stepNames } from '../network/step-name.ts';
import type { RouteStep } from '../network/topology.ts';
import type { FindingLocation, PathStep } from '../result/result.ts';

/** @returns a function that makes the path step of a hop, cached since many paths share hops */
export function pathSteps(
  inventory: Inventory,
  locate: (entry: Entry) => FindingLocation,
): (step: RouteStep) => PathStep {
  const known = new Map<RouteStep, PathStep>();
  const nameOf = stepNames(inventory);
  return (step) => {
    let told = known.get(step);
    if (told === undefined) {
      const entry = inventory.entryOf(step.record);
      const { section, id, name } = entry;
      const message = nameOf(step.from, step.to);
      told = {
        message: { ja: message, en: message },
        record: { kind: section, id, name },
        location: locate(entry),
        hop: pathHop(inventory, step),
      };
      known.set(step, told);
    }
    return told;
  };
}
