import { isDeepStrictEqual } from 'node:util';
import type { Connection } from '../../generated/records.ts';
import { type AddressRange, containEveryAddress, containing, parseRange } from '../base/addresses.ts';
import { foldText } from '../base/fold-text.ts';
import { atRest } from '../inventory/open-dates.ts';
import type { ConnectionEnd, InventoryView } from '../inventory/view.ts';
import { arePorts, countWithRepeats, isEveryPort, isEverything, parsePorts, portsBeyond } from './ports.ts';

/** The state of a connection's claim to be specific communication. */
export type Approval =
  | { readonly state: 'none' | 'approved' }
  /** `lacking` is the first missing field */
  | { readonly state: 'incomplete'; readonly lacking: string };

/**
 * Whether a connection is specific communication (特定通信): limited to a destination, addresses and ports, and approved. It is
 * none if the approval is stated not to exist, if it has no limits, or if it permits more than they do.
 */
export function approval(connection: Connection, inventory: InventoryView): Approval {
  const { specific, approval: approved } = connection;
  if (specific === undefined || approved?.date === false) return { state: 'none' };
  const limitless = isLimitless(specific, 'addresses') || isLimitless(specific, 'ports');
  if (limitless || portsNotNamed(connection).length > 0) return { state: 'none' };
  const facts = [
    [
      'specific.destination',
      specific.destination !== undefined && reaches(connection, specific.destination, inventory),
    ],
    [
      'specific.addresses',
      isFilled(specific.addresses) && unreadableLimits(specific, 'addresses').length === 0,
    ],
    ['specific.ports', isFilled(specific.ports) && unreadableLimits(specific, 'ports').length === 0],
    ['approval.by', isFilled(approved?.by)],
    ['approval.date', approved?.date !== undefined],
  ] as const;
  const lacking = facts.find(([, given]) => !given);
  if (lacking !== undefined) return { state: 'incomplete', lacking: lacking[0] };
  return outgrows(connection, inventory)
    ? { state: 'incomplete', lacking: 'approval' }
    : { state: 'approved' };
}

/**
 * Whether a connection permits more than it did when it was approved: another destination or end, another meaning of one,
 * or further addresses or ports, under an approval that is still the same.
 */
export function outgrows(connection: Connection, inventory: InventoryView): boolean {
  const { earlier } = inventory;
  const before = earlier?.find('connections', connection.id);
  if (earlier === undefined || before?.specific === undefined || before.approval?.date === undefined)
    return false;
  if (!atRest(() => isDeepStrictEqual(before.approval, connection.approval))) return false;
  const ends = (of: Connection, where: InventoryView) =>
    [of.from, of.to, of.specific?.destination].map((id) => [id, meaningOf(where.end(id))]);
  return (
    !isDeepStrictEqual(ends(before, earlier), ends(connection, inventory)) ||
    (before.direction === 'one-way' && connection.direction !== 'one-way') ||
    addressesOutgrow(connection.specific?.addresses ?? [], before.specific.addresses ?? []) ||
    portsOutgrow(connection.specific?.ports ?? [], before.specific.ports ?? [])
  );
}

/** What an end of a connection is: the same id may come to stand for something else. */
function meaningOf(end: ConnectionEnd | undefined): unknown {
  const { name, type, layer, externalNetwork, reachedBy } = (end?.record ?? {}) as Readonly<
    Record<string, unknown>
  >;
  return [end?.section, name, type, layer, externalNetwork, reachedBy];
}

/** Whether one of the addresses is not among those of before. */
function addressesOutgrow(addresses: readonly string[], before: readonly string[]): boolean {
  const known = new Set(before.map(foldText));
  const isContained = containing(before.map(parseSpan).filter((span) => span !== undefined));
  return addresses.some((address) => {
    const span = parseSpan(address);
    return !known.has(foldText(address)) && (span === undefined || !isContained(span));
  });
}

/** Whether one of the ports is not among those of before, or cannot be read and was not there. */
function portsOutgrow(ports: readonly (string | number)[], before: readonly (string | number)[]): boolean {
  const known = new Set(before.map((one) => foldText(String(one))));
  const others = ports.filter((port) => !known.has(foldText(String(port))));
  return others.some((port) => !arePorts(port)) || portsBeyond(others, before).length > 0;
}

/** Whether the limits of a specific communication permit everything: `any`, `0.0.0.0/0`, `1-65535`. */
export function isLimitless(
  { addresses = [], ports = [] }: NonNullable<Connection['specific']>,
  field: 'addresses' | 'ports',
): boolean {
  return field === 'ports' ? isEveryPort(...ports) : areEveryAddress(addresses);
}

/** The ports that a connection permits beyond those to which its specific communication is limited. */
export function portsNotNamed({ ports = [], specific }: Connection): readonly (string | number)[] {
  const named = specific?.ports;
  return named === undefined || named.length === 0 ? [] : portsBeyond(ports, named);
}

/**
 * Values among the addresses or ports of a specific communication that limit nothing as far as one can tell: those that
 * cannot be read as such, and those that together stand for more than half of all there are.
 */
export function unreadableLimits(
  { addresses = [], ports = [] }: NonNullable<Connection['specific']>,
  field: 'addresses' | 'ports',
): readonly (string | number)[] {
  const written = field === 'ports' ? ports : addresses;
  const [isRead, areMost] = field === 'ports' ? [arePorts, areMostPorts] : [areAddresses, areMostAddresses];
  const filled = written.map(String).filter((one) => one.trim() !== '');
  return areMost(filled) ? filled : filled.filter((one) => !isRead(one));
}

/** A host name with its domain: a bare word may be anything. */
const hostName = /^(?:[a-z\d](?:[\w-]*[a-z\d])?\.)+[a-z][a-z\d-]*[a-z\d]\.?$/i;

function areAddresses(written: string): boolean {
  return isEveryAddress(written) || parseSpan(written) !== undefined || hostName.test(foldText(written));
}

/** Whether these hold more than half of all addresses of their kind. */
function areMostAddresses(written: readonly string[]): boolean {
  const spans = written.map(parseSpan).filter((span) => span !== undefined);
  return (
    [
      ['ipv4', 32n],
      ['ipv6', 128n],
    ] as const
  ).some(([family, bits]) => {
    const ranges = spans
      .filter((span) => span.family === family)
      .map(({ first, last }) => [first, last] as const);
    return numberIn(ranges) > 1n << (bits - 1n);
  });
}

/** Whether these hold more than half of all ports of a protocol. */
function areMostPorts(written: readonly string[]): boolean {
  const ranges = written.map(parsePorts).filter((range) => range !== undefined);
  if (countWithRepeats(ranges) <= 32_768) return false;
  return [...new Set(ranges.map(({ protocol }) => protocol))].some((one) => {
    const ofProtocol = ranges.filter(({ protocol }) => protocol === '' || protocol === one);
    return numberIn(ofProtocol.map(({ first, last }) => [BigInt(first), BigInt(last)] as const)) > 32_768n;
  });
}

/** How many numbers some ranges hold together. */
function numberIn(ranges: readonly (readonly [first: bigint, last: bigint])[]): bigint {
  let count = 0n;
  let next = 0n;
  for (const [first, last] of ranges.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))) {
    const from = first > next ? first : next;
    if (last < from) continue;
    count += last - from + 1n;
    next = last + 1n;
  }
  return count;
}

/** Every address, also as a union: `0.0.0.0/1` and `128.0.0.0/1`. */
function areEveryAddress(addresses: readonly string[]): boolean {
  if (addresses.some(isEveryAddress)) return true;
  return containEveryAddress(addresses.map(parseSpan).filter((range) => range !== undefined));
}

/** `0/0`, and the address that stands for all: `0.0.0.0`, `::`. */
const wholeRange = /\/0+$|^(?:0\.0\.0\.0(?:\/0\.0\.0\.0)?|::)$/;

function isEveryAddress(written: string): boolean {
  return isEverything(written) || wholeRange.test(foldText(written));
}

/** Addresses in CIDR notation, a single one, or the first and the last of some: `10.1.2.3-10.1.2.9`. */
function parseSpan(written: string): AddressRange | undefined {
  const [first = '', last, ...more] = foldText(written).split(/(?<=[\d:a-f.])[-~〜‐-―−](?=[\d:a-f])/i);
  if (last === undefined) return parseRange(first);
  const [from, to] = [parseRange(first), parseRange(last)];
  if (from === undefined || to === undefined || more.length > 0 || from.family !== to.family)
    return undefined;
  return from.first <= to.first ? { family: from.family, first: from.first, last: to.last } : undefined;
}

/**
 * The destination is an end of the connection at which data arrives, or a system in a segment that is one. A network device
 * at an end only forwards, so the destination may be anything behind it.
 */
function reaches(connection: Connection, destination: string, inventory: InventoryView): boolean {
  const target = inventory.end(destination);
  if (target === undefined) return false;
  const homes = (target.section === 'systems' ? (target.record.segments ?? []) : []).map((id) =>
    inventory.find('segments', id),
  );
  const { from, to, direction } = connection;
  return (direction === 'one-way' ? [to] : [from, to]).some((id) => {
    const end = inventory.end(id);
    if (end === undefined) return false;
    if (end.record === target.record) return true;
    if (end.section === 'systems') return end.record.type === 'network-device';
    return end.section === 'segments' && homes.includes(end.record);
  });
}

function isFilled(value: readonly (string | number)[] | string | false | undefined): boolean {
  if (value === undefined || value === false) return false;
  return [value].flat().some((one) => String(one).trim() !== '');
}
