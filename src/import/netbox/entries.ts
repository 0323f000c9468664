import { parseAddress, parsePrefix } from '../../base/addresses.ts';
import { asChoice, asId, asLabel, asList, asObject, asText, given, type JsonObject } from './json.ts';
import type {
  AddressText,
  Cable,
  GroupAssignment,
  Interface,
  IpAddress,
  Label,
  Machine,
  Owner,
  Prefix,
  Termination,
  Vlan,
  Vrf,
} from './lists.ts';
import type { EntryFlaw } from './problem.ts';

/** Reads one entry of a list, whose id is already known; a flaw says why it cannot be used. */
export type EntryReader<Entry extends object> = (entry: JsonObject, id: number) => Entry | EntryFlaw;

/** NetBox 4 says `role`, NetBox 3 `device_role`. */
export const readDevice: EntryReader<Machine> = (entry, id) => ({
  kind: 'device',
  id,
  ...machineFacts(entry),
  ...given('role', asLabel(entry['role'] ?? entry['device_role'])),
  ...given('model', asLabel(entry['device_type'])),
});

export const readVirtualMachine: EntryReader<Machine> = (entry, id) => ({
  kind: 'virtual-machine',
  id,
  ...machineFacts(entry),
  ...given('role', asLabel(entry['role'])),
  ...given('cluster', asLabel(entry['cluster'])),
});

export const readVlan: EntryReader<Vlan> = (entry, id) => {
  const vid = asId(entry['vid']);
  if (vid === undefined) return 'no-vid';
  return {
    id,
    vid,
    name: asText(entry['name']) ?? String(vid),
    ...networkFacts(entry),
    ...given('site', asLabel(entry['site'])),
    ...given('group', asLabel(entry['group'])),
  };
};

/** NetBox 4.2 says `scope` with its type, earlier ones `site`. */
export const readPrefix: EntryReader<Prefix> = (entry, id) => {
  const cidr = asText(entry['prefix']);
  const range = cidr === undefined ? undefined : parsePrefix(cidr);
  if (cidr === undefined || range === undefined) return 'bad-address';
  const scope = entry['scope_type'] === 'dcim.site' ? entry['scope'] : undefined;
  return {
    id,
    cidr,
    range,
    ...networkFacts(entry),
    ...given('vlan', refId(entry['vlan'])),
    ...given('vrf', vrfOf(entry['vrf'])),
    ...given('site', asLabel(entry['site'] ?? scope)),
  };
};

/** The list of interfaces of virtual machines has the same form as that of devices. */
export const readInterface: EntryReader<Interface> = (entry, id) => {
  const owner = ownerOf(entry);
  if (owner === undefined) return 'no-device';
  const carried = [entry['untagged_vlan'], ...asList(entry['tagged_vlans']), entry['qinq_svlan']];
  return {
    id,
    owner,
    enabled: entry['enabled'] !== false,
    vlans: carried.map(refId).filter((vlan) => vlan !== undefined),
    allVlans: asChoice(entry['mode']) === 'tagged-all',
  };
};

/** @param interfaces which interface an id is, for answers that do not nest the owner */
export function addressReader(interfaces: InterfaceIndex): EntryReader<IpAddress> {
  return (entry, id) => {
    const address = addressText(entry['address']);
    if (address === undefined) return 'bad-address';
    const assigned = asObject(entry['assigned_object']);
    const port = interfaces.find(entry['assigned_object_type'], entry['assigned_object_id']);
    const owner = ownerOf(assigned ?? {}) ?? port?.owner;
    const isShared = entry['assigned_object_type'] === 'ipam.fhrpgroup';
    return {
      id,
      address,
      ...given('vrf', refId(entry['vrf'])),
      ...given('owner', owner),
      ...given('port', port),
      ...given('group', isShared ? asId(entry['assigned_object_id']) : undefined),
    };
  };
}

/** Reads which machines share the addresses of a group. */
export function groupAssignmentReader(interfaces: InterfaceIndex): EntryReader<GroupAssignment> {
  return (entry, id) => {
    const group = refId(entry['group']);
    const port = interfaces.find(entry['interface_type'], entry['interface_id']);
    const owner = ownerOf(asObject(entry['interface']) ?? {}) ?? port?.owner;
    return group === undefined || owner === undefined
      ? 'no-device'
      : { id, group, owner, ...given('port', port) };
  };
}

/** NetBox before 3.3 has one termination at each end, under other names. */
export function cableReader(interfaces: InterfaceIndex): EntryReader<Cable> {
  const end = (entry: JsonObject, side: 'a' | 'b'): Termination[] => {
    const several = entry[`${side}_terminations`];
    if (Array.isArray(several))
      return several.flatMap((termination) => readTermination(asObject(termination) ?? {}, interfaces));
    const [type, id, object] = ['type', 'id', ''].map(
      (part) => entry[`termination_${side}${part === '' ? '' : `_${part}`}`],
    );
    return readTermination({ object_type: type, object_id: id, object }, interfaces);
  };
  return (entry, id) => ({
    id,
    ...given('status', asChoice(entry['status'])),
    ...given('label', asText(entry['label'])),
    ends: [end(entry, 'a'), end(entry, 'b')],
  });
}

export const readVrf: EntryReader<Vrf> = (entry, id) => vrfOf({ ...entry, id }) ?? 'not-an-object';

export const readSite: EntryReader<Label> = (entry) => asLabel(entry) ?? 'not-an-object';

/** Which interface an id is; the interfaces of devices and of virtual machines are counted apart. */
export class InterfaceIndex {
  readonly #interfaces = new Map<string, Interface>();

  constructor(interfaces: readonly Interface[]) {
    for (const port of interfaces) {
      const type = port.owner.kind === 'device' ? 'dcim.interface' : 'virtualization.vminterface';
      this.#interfaces.set(`${type} ${port.id}`, port);
    }
  }

  find(type: unknown, id: unknown): Interface | undefined {
    return this.#interfaces.get(`${type} ${id}`);
  }
}

function machineFacts(entry: JsonObject) {
  const addresses = [entry['primary_ip4'], entry['primary_ip6']].map((nested) =>
    addressText(asObject(nested)?.['address']),
  );
  return {
    ...given('name', asText(entry['name'])),
    ...commonFacts(entry),
    ...given('site', asLabel(entry['site'])),
    primaryAddresses: addresses.filter((address) => address !== undefined),
  };
}

function networkFacts(entry: JsonObject) {
  return { ...commonFacts(entry), ...given('role', asLabel(entry['role'])) };
}

function commonFacts(entry: JsonObject) {
  return {
    ...given('status', asChoice(entry['status'])),
    ...given('description', asText(entry['description'])),
    ...given('tenant', asLabel(entry['tenant'])),
    tags: asList(entry['tags'])
      .map(asLabel)
      .filter((tag) => tag !== undefined),
  };
}

function vrfOf(value: unknown): Vrf | undefined {
  const object = asObject(value);
  const id = asId(object?.['id']);
  const label = asLabel(value);
  if (id === undefined || label === undefined) return undefined;
  return { id, name: label.name, ...given('slug', asText(object?.['rd'])) };
}

function ownerOf(object: JsonObject): Owner | undefined {
  const device = refId(object['device']);
  if (device !== undefined) return { kind: 'device', id: device };
  const machine = refId(object['virtual_machine']);
  return machine === undefined ? undefined : { kind: 'virtual-machine', id: machine };
}

/** What is referred to is nested in what NetBox answers, and a bare id in what other programs make of it. */
function refId(value: unknown): number | undefined {
  return asId(asObject(value)?.['id']) ?? asId(value);
}

function addressText(value: unknown): AddressText | undefined {
  const text = asText(value)?.split('/')[0] ?? '';
  const range = parseAddress(text);
  return range === undefined ? undefined : { text, range };
}

function readTermination(termination: JsonObject, interfaces: InterfaceIndex): Termination[] {
  const type = asText(termination['object_type']);
  if (type === undefined) return [];
  const object = asObject(termination['object']) ?? {};
  const device = ownerOf(object) ?? interfaces.find(type, termination['object_id'])?.owner;
  return [{ type, ...given('name', asText(object['name'])), ...given('device', device) }];
}
