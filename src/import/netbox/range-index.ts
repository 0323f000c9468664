import type { AddressRange } from '../../base/addresses.ts';

/**
 * Ranges with a value each, and the narrowest of them that holds an address. Looking up costs one step per
 * size that occurs, however many ranges there are. Of equal ranges the first one counts.
 */
export class RangeIndex<Value> {
  readonly #values = new Map<string, Value>();
  readonly #hosts = { ipv4: new Set<bigint>(), ipv6: new Set<bigint>() };

  add(range: AddressRange, value: Value): void {
    const key = keyOf(range.family, range.first, range.last);
    if (!this.#values.has(key)) this.#values.set(key, value);
    this.#hosts[range.family].add(hostsOf(range));
  }

  /** @returns the value of this very range */
  at({ family, first, last }: AddressRange): Value | undefined {
    return this.#values.get(keyOf(family, first, last));
  }

  /** @returns the value of the narrowest range that holds the whole of `inner` */
  narrowest(inner: AddressRange): Value | undefined {
    let best: { hosts: bigint; value: Value } | undefined;
    for (const hosts of this.#hosts[inner.family]) {
      if (hosts < hostsOf(inner) || (best !== undefined && hosts > best.hosts)) continue;
      const last = inner.first | hosts;
      const value = this.#values.get(keyOf(inner.family, last - hosts, last));
      if (value !== undefined) best = { hosts, value };
    }
    return best?.value;
  }
}

function keyOf(family: AddressRange['family'], first: bigint, last: bigint): string {
  return `${family} ${first}-${last}`;
}

/** The bits in which the addresses of a range differ. */
function hostsOf({ first, last }: AddressRange): bigint {
  return last - first;
}
