import type { Finding, FindingLocation } from '../result/result.ts';

/** A finding that may be an inventory error, with the pointers of the other places that repeat the value. */
export interface PossibleFault extends Pick<Finding, 'label' | 'location'> {
  readonly repeatedAt: readonly string[] | undefined;
}

/**
 * The locations of inventory errors. A finding that a value there cannot be judged is a consequence of the error, which an
 * integrity rule reports already, and is dropped.
 */
export class Faults {
  readonly #keys = new Set<string>();

  constructor(found: readonly PossibleFault[]) {
    for (const fault of found) {
      if (fault.label !== 'inventory-error') continue;
      const { location, repeatedAt = [] } = fault;
      for (const pointer of [location.pointer, ...repeatedAt]) this.#add(location, pointer);
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
  isConsequence(finding: Pick<Finding, 'verdict' | 'location' | 'missing'>, waits: boolean): boolean {
    if (this.#keys.size === 0 || finding.verdict !== 'unknown') return false;
    const { location, missing } = finding;
    const locations = waits && missing !== undefined ? [location, missing.location] : [location];
    return locations.some((at) => this.#keys.has(locationKey(at, at.pointer)));
  }
}

function locationKey({ file, document }: FindingLocation, pointer: string): string {
  return `${file}\n${document}\n${pointer}`;
}
