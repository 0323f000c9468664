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
  const stepName = stepNames(inventory);
  return (step) => {
    let pathStep = known.get(step);
    if (pathStep === undefined) {
      const entry = inventory.entryOf(step.record);
      const { section, id, name } = entry;
      const message = stepName(step.from, step.to);
      pathStep = {
        message: { ja: message, en: message },
        record: { kind: section, id, name },
        location: locate(entry),
        hop: pathHop(inventory, step),
      };
      known.set(step, pathStep);
    }
    return pathStep;
  };
}
