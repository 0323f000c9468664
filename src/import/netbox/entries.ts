import { parseAddress, parsePrefix } from '../../base/addresses.ts';
import { asChoice, asId, asLabel, asList, asObject, asText, given, type JsonObject } from './json.ts';
import type {
  AddressText,
  Cable,
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
    ...given('vlan', asId(asObject(entry['vlan'])?.['id'])),
    ...given('vrf', vrfOf(entry['vrf'])),
    ...given('site', asLabel(entry['site'] ?? scope)),
  };
};

/** The list of interfaces of virtual machines has the same form as that of devices. */
export const readInterface: EntryReader<Interface> = (entry, id) => {
  const owner = ownerOf(entry);
  if (owner === undefined) return 'no-device';
  const carried = [entry['untagged_vlan'], ...asList(entry['tagged_vlans'])];
  return {
    id,
    owner,
    enabled: entry['enabled'] !== false,
    vlans: carried.map((vlan) => asId(asObject(vlan)?.['id'])).filter((vlan) => vlan !== undefined),
    allVlans: asChoice(entry['mode']) === 'tagged-all',
  };
};

/** @param owners whose interface an id is, for answers that do not nest the owner */
export function addressReader(owners: InterfaceOwners): EntryReader<IpAddress> {
  return (entry, id) => {
    const address = addressText(entry['address']);
    if (address === undefined) return 'bad-address';
    const assigned = asObject(entry['assigned_object']);
    const owner =
      ownerOf(assigned ?? {}) ?? owners.find(entry['assigned_object_type'], entry['assigned_object_id']);
    return { id, address, ...given('vrf', asId(asObject(entry['vrf'])?.['id'])), ...given('owner', owner) };
  };
}

/** NetBox before 3.3 has one termination at each end, under other names. */
export function cableReader(owners: InterfaceOwners): EntryReader<Cable> {
  const end = (entry: JsonObject, side: 'a' | 'b'): Termination[] => {
    const several = entry[`${side}_terminations`];
    if (Array.isArray(several))
      return several.flatMap((termination) => readTermination(asObject(termination) ?? {}, owners));
    const [type, id, object] = ['type', 'id', ''].map(
      (part) => entry[`termination_${side}${part === '' ? '' : `_${part}`}`],
    );
    return readTermination({ object_type: type, object_id: id, object }, owners);
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

/** Whose interface an id is; the interfaces of devices and of virtual machines are counted apart. */
export class InterfaceOwners {
  readonly #owners = new Map<string, Owner>();

  constructor(interfaces: readonly Interface[]) {
    for (const { id, owner } of interfaces) {
      this.#owners.set(
        `${owner.kind === 'device' ? 'dcim.interface' : 'virtualization.vminterface'} ${id}`,
        owner,
      );
    }
  }

  find(type: unknown, id: unknown): Owner | undefined {
    return this.#owners.get(`${type} ${id}`);
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
  const device = asId(asObject(object['device'])?.['id']);
  if (device !== undefined) return { kind: 'device', id: device };
  const machine = asId(asObject(object['virtual_machine'])?.['id']);
  return machine === undefined ? undefined : { kind: 'virtual-machine', id: machine };
}

function addressText(value: unknown): AddressText | undefined {
  const text = asText(value)?.split('/')[0] ?? '';
  const range = parseAddress(text);
  return range === undefined ? undefined : { text, range };
}

function readTermination(termination: JsonObject, owners: InterfaceOwners): Termination[] {
  const type = asText(termination['object_type']);
  if (type === undefined) return [];
  const object = asObject(termination['object']) ?? {};
  const device = ownerOf(object) ?? owners.find(type, termination['object_id']);
  return [{ type, ...given('name', asText(object['name'])), ...given('device', device) }];
}
