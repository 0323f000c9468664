import type { Connection } from '../../generated/records.ts';
import { type AddressRange, containEveryAddress, parseRange } from '../base/addresses.ts';
import type { InventoryView } from '../inventory/view.ts';
import { arePorts, isEveryPort, isEverything, portsBeyond } from './ports.ts';

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
  return lacking === undefined ? { state: 'approved' } : { state: 'incomplete', lacking: lacking[0] };
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
 * Values among the addresses or ports of a specific communication that cannot be read as such, so that they limit nothing.
 */
export function unreadableLimits(
  { addresses = [], ports = [] }: NonNullable<Connection['specific']>,
  field: 'addresses' | 'ports',
): readonly (string | number)[] {
  const written = field === 'ports' ? ports : addresses;
  const isRead = field === 'ports' ? arePorts : areAddresses;
  return written.filter((one) => String(one).trim() !== '' && !isRead(String(one)));
}

/** A host name with its domain: a bare word may be anything. */
const hostName = /^(?:[a-z\d](?:[\w-]*[a-z\d])?\.)+[a-z][a-z\d-]*[a-z\d]\.?$/i;

function areAddresses(written: string): boolean {
  return isEveryAddress(written) || parseSpan(written) !== undefined || hostName.test(plain(written));
}

/** Every address, also as a union: `0.0.0.0/1` and `128.0.0.0/1`. */
function areEveryAddress(addresses: readonly string[]): boolean {
  if (addresses.some(isEveryAddress)) return true;
  return containEveryAddress(addresses.map(parseSpan).filter((range) => range !== undefined));
}

/** `0/0`, and the address that stands for all: `0.0.0.0`, `::`. */
const wholeRange = /\/0+$|^(?:0\.0\.0\.0(?:\/0\.0\.0\.0)?|::)$/;

function isEveryAddress(written: string): boolean {
  return isEverything(written) || wholeRange.test(plain(written));
}

/** Addresses in CIDR notation, a single one, or the first and the last of some: `10.1.2.3-10.1.2.9`. */
function parseSpan(written: string): AddressRange | undefined {
  const [first = '', last, ...more] = plain(written).split(/(?<=[\d:a-f.])[-~〜‐-―−](?=[\d:a-f])/i);
  if (last === undefined) return parseRange(first);
  const [from, to] = [parseRange(first), parseRange(last)];
  if (from === undefined || to === undefined || more.length > 0 || from.family !== to.family)
    return undefined;
  return from.first <= to.first ? { family: from.family, first: from.first, last: to.last } : undefined;
}

/** Normalises full-width characters. */
function plain(written: string): string {
  return written.normalize('NFKC').replaceAll(/\s/g, '');
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
