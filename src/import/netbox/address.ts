import ipaddr from 'ipaddr.js';

/** A range of IP addresses; a single address is a range of full length. */
export interface AddressRange {
  readonly family: 4 | 6;
  /** how many leading bits all its addresses share */
  readonly length: number;
  /** those leading bits */
  readonly bits: bigint;
}

/** @returns the range that CIDR notation means (`10.1.0.0/16`); `undefined` for anything else */
export function parseRange(text: string): AddressRange | undefined {
  const [, address = '', digits = ''] = /^(.+)\/(\d{1,3})$/.exec(text) ?? [];
  const whole = parseAddress(address);
  const length = Number(digits);
  if (whole === undefined || length > whole.length) return undefined;
  return { family: whole.family, length, bits: whole.bits >> BigInt(whole.length - length) };
}

/** @returns a single address as a range; `undefined` for what is no address */
export function parseAddress(text: string): AddressRange | undefined {
  // The library also reads `10.1` and `0x0a000001`, as programs in C do; nobody writes that into a register.
  if (!ipaddr.IPv4.isValidFourPartDecimal(text) && !ipaddr.IPv6.isValid(text)) return undefined;
  const bytes = ipaddr.parse(text).toByteArray();
  const bits = bytes.reduce((joined, byte) => (joined << 8n) | BigInt(byte), 0n);
  return { family: bytes.length === 4 ? 4 : 6, length: bytes.length * 8, bits };
}

/** Whether every address of `inner` lies in `outer`. */
export function contains(outer: AddressRange, inner: AddressRange): boolean {
  return (
    outer.family === inner.family &&
    outer.length <= inner.length &&
    leading(inner, outer.length) === outer.bits
  );
}

/**
 * Ranges with a value each, and the narrowest of them that holds an address. Looking up costs one step per
 * length that occurs, however many ranges there are. Of equal ranges the first one counts.
 */
export class RangeIndex<Value> {
  readonly #values = new Map<string, Value>();
  readonly #lengths = { 4: new Set<number>(), 6: new Set<number>() };

  add(range: AddressRange, value: Value): void {
    const key = keyOf(range.family, range.length, range.bits);
    if (!this.#values.has(key)) this.#values.set(key, value);
    this.#lengths[range.family].add(range.length);
  }

  /** @returns the value of the narrowest range that holds the whole of `inner` */
  narrowest(inner: AddressRange): Value | undefined {
    let best: { length: number; value: Value } | undefined;
    for (const length of this.#lengths[inner.family]) {
      if (length > inner.length || (best !== undefined && length < best.length)) continue;
      const value = this.#values.get(keyOf(inner.family, length, leading(inner, length)));
      if (value !== undefined) best = { length, value };
    }
    return best?.value;
  }
}

function keyOf(family: number, length: number, bits: bigint): string {
  return `${family}/${length}/${bits}`;
}

function leading(range: AddressRange, length: number): bigint {
  return range.bits >> BigInt(range.length - length);
}
