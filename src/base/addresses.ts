import ipaddr from 'ipaddr.js';
import { groupBy } from './groups.ts';
import { once } from './once.ts';
import { furthestEnd } from './ranges.ts';

/** IP addresses that follow each other; a single one is a range of itself. */
export interface AddressRange {
  readonly family: 'ipv4' | 'ipv6';
  readonly first: bigint;
  readonly last: bigint;
}

/** @returns the range that CIDR notation (`10.1.0.0/16`) or a single address means; `undefined` for anything else */
export function parseRange(text: string): AddressRange | undefined {
  const { address = '', prefix } = notation.exec(plain(text))?.groups ?? {};
  const whole = parseWhole(address);
  return whole === undefined ? undefined : rangeAround(whole, prefix);
}

/** @returns an address as a range of itself; the length of its network may follow, as in `10.1.2.3/24` */
export function parseAddress(text: string): AddressRange | undefined {
  const { address = '', prefix } = notation.exec(plain(text))?.groups ?? {};
  const whole = parseWhole(address);
  if (whole === undefined || networkLength(whole, prefix) === undefined) return undefined;
  const only = toNumber(whole);
  return { family: whole.kind(), first: only, last: only };
}

/** @param prefix the length of the network in bits; without one the address stands for itself */
function rangeAround(whole: ipaddr.IPv4 | ipaddr.IPv6, prefix: string | undefined): AddressRange | undefined {
  const length = networkLength(whole, prefix);
  if (length === undefined) return undefined;
  const hosts = (1n << BigInt(bitsOf(whole.kind()) - length)) - 1n;
  const last = toNumber(whole) | hosts;
  return { family: whole.kind(), first: last - hosts, last };
}

/** @returns the range that CIDR notation means; `undefined` for anything else, a single address among that */
export function parsePrefix(text: string): AddressRange | undefined {
  return text.includes('/') ? parseRange(text) : undefined;
}

/** Whether every address of `inner` lies in `outer`. */
export function containsRange(outer: AddressRange, inner: AddressRange): boolean {
  return outer.family === inner.family && outer.first <= inner.first && inner.last <= outer.last;
}

/** @returns whether one of the ranges contains another; they are sorted once, for many that are asked about */
export function containing(ranges: readonly AddressRange[]): (inner: AddressRange) => boolean {
  const furthest = new Map(
    [...groupBy(ranges, ({ family }) => family)].map(([family, own]) => [family, furthestEnd(own)]),
  );
  return ({ family, first, last }) => (furthest.get(family)?.(first) ?? -1n) >= last;
}

/** Whether ranges taken together hold every address of their kind. */
export function containEveryAddress(ranges: readonly AddressRange[]): boolean {
  return (['ipv4', 'ipv6'] as const).some((family) => {
    let next = 0n;
    for (const { first, last } of ranges.filter((range) => range.family === family).toSorted(compare))
      if (first <= next && last >= next) next = last + 1n;
    return next === 1n << BigInt(bitsOf(family));
  });
}

/**
 * Whether addresses mean something on their own link only (RFC 3927, RFC 4291 section 2.5.6): every interface may have
 * such a one, whatever the range of its network.
 */
export function isLinkLocal(range: AddressRange): boolean {
  return linkLocal().some((local) => containsRange(local, range));
}

/** A range that belongs to something. */
export interface OwnedRange<Owner> {
  readonly owner: Owner;
  readonly range: AddressRange;
}

/**
 * Finds overlapping ranges of different owners. Each range is paired only with the one that begins no later and ends last,
 * so there are at most as many pairs as ranges, and every owner of an overlapping range is in one.
 */
export function overlaps<Owned extends OwnedRange<unknown>>(ranges: readonly Owned[]): [Owned, Owned][] {
  const pairs: [Owned, Owned][] = [];
  const sorted = ranges.toSorted((a, b) => compare(a.range, b.range));
  let furthest: Owned | undefined;
  let furthestOfAnother: Owned | undefined;
  for (const one of sorted) {
    if (furthest?.range.family !== one.range.family) [furthest, furthestOfAnother] = [undefined, undefined];
    const before = furthest?.owner === one.owner ? furthestOfAnother : furthest;
    if (before !== undefined && before.range.last >= one.range.first) pairs.push([before, one]);
    if (furthest === undefined || one.range.last > furthest.range.last) {
      if (furthest?.owner !== one.owner) furthestOfAnother = furthest;
      furthest = one;
    } else if (
      furthest.owner !== one.owner &&
      (furthestOfAnother === undefined || one.range.last > furthestOfAnother.range.last)
    )
      furthestOfAnother = one;
  }
  return pairs;
}

const notation = /^(?<address>[^/]+)(?:\/(?<prefix>\d{1,3}))?$/;

/** Normalises full-width characters. */
function plain(text: string): string {
  // Most are so already.
  return /^[!-~]*$/.test(text) ? text : text.normalize('NFKC').trim();
}

function parseWhole(text: string): ipaddr.IPv4 | ipaddr.IPv6 | undefined {
  // The library also reads `10.1` and `0x0a000001`, as programs in C do; nobody writes that into a register.
  if (ipaddr.IPv4.isValidFourPartDecimal(text)) return ipaddr.IPv4.parse(text);
  return ipaddr.IPv6.isValid(text) ? ipaddr.IPv6.parse(text) : undefined;
}

/** @returns the length of a network in bits, all of them where none is written; `undefined` if it is too long */
function networkLength(address: ipaddr.IPv4 | ipaddr.IPv6, prefix: string | undefined): number | undefined {
  const bits = bitsOf(address.kind());
  const length = prefix === undefined ? bits : Number(prefix);
  return length > bits ? undefined : length;
}

function bitsOf(family: AddressRange['family']): number {
  return family === 'ipv4' ? 32 : 128;
}

function toNumber(address: ipaddr.IPv4 | ipaddr.IPv6): bigint {
  // Four bytes fit into a number, and a register has many more of those addresses than of the others.
  if ('octets' in address) return BigInt(address.octets.reduce((joined, octet) => joined * 256 + octet, 0));
  return address.toByteArray().reduce((joined, byte) => (joined << 8n) | BigInt(byte), 0n);
}

/** By family, then by beginning; of those that begin together the widest first. */
function compare(a: AddressRange, b: AddressRange): number {
  if (a.family !== b.family) return a.family < b.family ? -1 : 1;
  if (a.first !== b.first) return a.first < b.first ? -1 : 1;
  return a.last === b.last ? 0 : a.last > b.last ? -1 : 1;
}

const linkLocal = once(() =>
  ['169.254.0.0/16', 'fe80::/10'].map(parseRange).filter((range) => range !== undefined),
);
