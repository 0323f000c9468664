import type { System } from '../../../generated/records.ts';
import { groupBy } from '../../base/groups.ts';
import { agencyQuestions, answerer, keyOf, type Question, wordsOf } from './ask.ts';
import { given } from './json.ts';
import type { Interface, IpAddress, Machine, NetboxLists, Owner } from './lists.ts';
import type { Mapping } from './mapping.ts';
import { machineName, notesOf } from './notes.ts';
import type { NetboxWarning } from './problem.ts';
import type { Imported, Provenance } from './records.ts';
import { layerSegmentId, type Segments } from './segments.ts';
import { type SystemType, typeFromRole } from './system-type.ts';
import { uniqueIds } from './unique-ids.ts';

/** The systems of an import. */
export interface Systems {
  readonly records: readonly Imported<System>[];
  /** the id of a machine's system, by {@link machineKey} */
  readonly ids: ReadonlyMap<string, string>;
  /** layers in which systems stand of which no segment is known */
  readonly layers: readonly string[];
}

/** What a machine is plugged into and which addresses it has. */
interface Ports {
  readonly interfaces: readonly Interface[];
  readonly addresses: readonly IpAddress[];
}

type Ask = (questions: readonly Question[]) => string | undefined;

/**
 * Every device and every virtual machine is a system, those without a name and those not in operation too.
 */
export function convertSystems(
  lists: NetboxLists,
  mapping: Mapping,
  segments: Segments,
  warnings: NetboxWarning[],
): Systems {
  const wanted = lists.machines.map((machine) => ({
    id: machine.name ?? machineKey(machine),
    mark: machineKey(machine),
  }));
  const ids = uniqueIds(wanted);
  const interfaces = groupBy(lists.interfaces, ({ owner }) => machineKey(owner));
  const addresses = groupBy(lists.addresses, ({ owner }) =>
    owner === undefined ? undefined : machineKey(owner),
  );
  const layers = new Set<string>();
  const records = lists.machines.map((machine, index) => {
    const id = ids[index] ?? '';
    const key = machineKey(machine);
    const ports = { interfaces: interfaces.get(key) ?? [], addresses: addresses.get(key) ?? [] };
    const ask = answerer(mapping, 'systems', id, warnings);
    const type = (ask(typeQuestions(machine)) as SystemType | undefined) ?? typeFromRole(machine.role);
    const known = segmentsOf(id, type, machine, ports, segments, warnings);
    const layer = known?.length === 0 ? ask(layerQuestions(machine)) : undefined;
    if (layer !== undefined) layers.add(layer);
    const stands = layer === undefined ? known : [layerSegmentId(layer)];
    return toRecord(id, machine, type, stands, addressesOf(machine, ports), ask);
  });
  const byMachine = new Map(lists.machines.map((machine, index) => [machineKey(machine), ids[index] ?? '']));
  return { records, ids: byMachine, layers: [...layers].sort() };
}

/**
 * @returns a word for a machine that no other machine has: NetBox counts devices and virtual machines apart
 */
export function machineKey({ kind, id }: Owner): string {
  return `${kind}-${id}`;
}

function toRecord(
  id: string,
  machine: Machine,
  type: SystemType | undefined,
  segments: readonly string[] | undefined,
  addresses: readonly string[],
  ask: Ask,
): Imported<System> {
  return {
    id,
    name: machineName(machine),
    ...given('agency', ask(agencyQuestions(machine.tenant, machine.site))),
    ...given('type', type),
    // An empty list would say that the system is on no network, which NetBox does not know.
    ...(segments === undefined || segments.length === 0 ? {} : { segments: [...segments] }),
    ...(addresses.length === 0 ? {} : { addresses: [...addresses] }),
    ...given('notes', notesOf(machine.status, machine.description)),
    'x-netbox': provenance(machine),
  };
}

/**
 * The segments of a system: the VLANs that its enabled ports carry, and those its addresses lie in.
 *
 * @returns `undefined` where some cannot be told. A list with a hole reads as a whole one and could pass a
 *   host that stands in two layers; a network device joins nothing by itself, so of one the known ones do no
 *   harm.
 */
function segmentsOf(
  id: string,
  type: SystemType | undefined,
  machine: Machine,
  { interfaces, addresses }: Ports,
  segments: Segments,
  warnings: NetboxWarning[],
): string[] | undefined {
  const enabled = interfaces.filter((port) => port.enabled);
  const carriesAll = enabled.some(({ allVlans }) => allVlans);
  const byVlan = enabled.flatMap(({ vlans }) => vlans).map((vlan) => segments.byVlan.get(vlan));
  const byAddress = addresses.map(({ vrf, address }) => segments.byAddress.find(vrf, address.range));
  const assigned = new Set(addresses.map(({ address }) => address.text));
  const byPrimary = machine.primaryAddresses
    .filter(({ text }) => !assigned.has(text))
    .map(({ range }) => segments.byAddress.findAnywhere(range));
  const known = [
    ...new Set([...byVlan, ...byAddress, ...byPrimary].filter((segment) => segment !== undefined)),
  ];
  if (type === 'network-device') return known;
  if (carriesAll) warnings.push({ code: 'all-vlans', system: id });
  return carriesAll || byVlan.includes(undefined) ? undefined : known;
}

function addressesOf({ primaryAddresses }: Machine, { addresses }: Ports): string[] {
  return [
    ...new Set([...addresses.map(({ address }) => address), ...primaryAddresses].map(({ text }) => text)),
  ];
}

function typeQuestions({ model, role }: Machine): Question[] {
  return [
    { table: 'types.deviceTypes', words: wordsOf(model) },
    { table: 'types.roles', words: wordsOf(role) },
  ];
}

function layerQuestions({ tags, role, site }: Machine): Question[] {
  return [
    { table: 'layers.tags', words: wordsOf(...tags) },
    { table: 'layers.roles', words: wordsOf(role) },
    { table: 'layers.sites', words: wordsOf(site) },
  ];
}

function provenance({ kind, id, site, cluster, role, model, tenant }: Machine): Provenance {
  return {
    [kind]: id,
    ...given('site', keyOf(site)),
    ...given('cluster', keyOf(cluster)),
    ...given('role', keyOf(role)),
    ...given('model', keyOf(model)),
    ...given('tenant', keyOf(tenant)),
  };
}
