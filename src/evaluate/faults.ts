import type { Finding, FindingLocation } from '../result/result.ts';

/**
 * The places of what is written wrongly, which an integrity rule reports once. That it therefore cannot be judged
 * follows from it and is no finding of its own.
 */
export class Faults {
  readonly #places = new Set<string>();

  constructor(findings: readonly Omit<Finding, 'fingerprint'>[]) {
    for (const { label, location } of findings) {
      if (label !== 'inventory-error') continue;
      // And every place above it within the record: a list with a wrong item does not say what it should.
      const steps = location.pointer.split('/');
      const ofRecord = steps[1] === 'organization' ? 2 : 3;
      for (let depth = ofRecord + 1; depth <= steps.length; depth++) {
        this.#places.add(locationKey(location, steps.slice(0, depth).join('/')));
      }
    }
  }

  /**
   * Whether a finding is no more than what follows from a fault: at its own place or, where it says no more than that the
   * fact which it waits for cannot be read, at the place of that fact.
   */
  isConsequence({ verdict, location, missing }: Omit<Finding, 'fingerprint'>, waits = false): boolean {
    if (verdict !== 'unknown') return false;
    const places = waits && missing !== undefined ? [location, missing.location] : [location];
    return places.some((place) => this.#places.has(locationKey(place, place.pointer)));
  }
}

function locationKey({ file, document }: FindingLocation, pointer: string): string {
  return `${file}\n${document}\n${pointer}`;
}
