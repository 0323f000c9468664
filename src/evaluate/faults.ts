import type { Finding, FindingLocation } from '../result/result.ts';

/** A finding that may be an inventory error, with the pointers of the other places that repeat the value. */
export interface PossibleFault {
  readonly finding: Omit<Finding, 'fingerprint'>;
  readonly repeatedAt?: readonly string[];
}

/**
 * The locations of inventory errors. A finding that a value there cannot be judged is a consequence of the error, which an
 * integrity rule reports already, and is dropped.
 */
export class Faults {
  readonly #keys = new Set<string>();

  constructor(found: readonly PossibleFault[]) {
    for (const { finding, repeatedAt = [] } of found) {
      if (finding.label !== 'inventory-error') continue;
      for (const pointer of [finding.location.pointer, ...repeatedAt]) this.#add(finding.location, pointer);
    }
  }

  /** The fields that contain a wrong one are wrong as well, up to the record: a list with a wrong item is not complete. */
  #add(location: FindingLocation, pointer: string): void {
    const steps = pointer.split('/');
    const ofRecord = steps[1] === 'organization' ? 2 : 3;
    for (let depth = ofRecord + 1; depth <= steps.length; depth++)
      this.#keys.add(locationKey(location, steps.slice(0, depth).join('/')));
  }

  /** Whether a finding only follows from an inventory error. */
  isConsequence({ verdict, location, missing }: Omit<Finding, 'fingerprint'>, waits = false): boolean {
    if (verdict !== 'unknown') return false;
    const locations = waits && missing !== undefined ? [location, missing.location] : [location];
    return locations.some((at) => this.#keys.has(locationKey(at, at.pointer)));
  }
}

function locationKey({ file, document }: FindingLocation, pointer: string): string {
  return `${file}\n${document}\n${pointer}`;
}
