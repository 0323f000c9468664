import type { System } from '../../../generated/records.ts';
import { groupBy } from '../../base/groups.ts';
import { agencyQuestions, answerer, keyOf, type Question, wordsOf } from './ask.ts';
import { given } from './json.ts';
import type { Machine, NetboxLists, Owner } from './lists.ts';
import type { Mapping } from './mapping.ts';
import { machineName, notesOf } from './notes.ts';
import { Placing, type Ports } from './placing.ts';
import type { NetboxWarning } from './problem.ts';
import type { Imported, Provenance } from './records.ts';
import { layerSegmentId, type Segments } from './segments.ts';
import { type SystemType, typeFromRole } from './system-type.ts';
import { type KnownIds, uniqueIds } from './unique-ids.ts';

/** The systems of an import. */
export interface Systems {
  readonly records: readonly Imported<System>[];
  /** what NetBox counts each of them by */
  readonly keys: readonly string[];
  /** the id of a machine's system, by {@link machineKey} */
  readonly ids: ReadonlyMap<string, string>;
  /** layers in which systems stand of which no segment is known */
  readonly layers: readonly string[];
}

type Ask = (questions: readonly Question[]) => string | undefined;

/**
 * Every device and every virtual machine is a system, those without a name and those not in operation too.
 */
export function convertSystems(
  lists: NetboxLists,
  mapping: Mapping,
  segments: Segments,
  known: KnownIds,
  warnings: NetboxWarning[],
): Systems {
  const keys = lists.machines.map(machineKey);
  const wanted = lists.machines.map((machine) => ({
    key: machineKey(machine),
    id: machine.name ?? machineKey(machine),
    mark: machineKey(machine),
  }));
  const ids = uniqueIds(wanted, known);
  const interfaces = groupBy(lists.interfaces, ({ owner }) => machineKey(owner));
  const addresses = groupBy(lists.addresses, ({ owner }) =>
    owner === undefined ? undefined : machineKey(owner),
  );
  const placing = new Placing(segments, warnings);
  const layers = new Set<string>();
  const records = lists.machines.map((machine, index) => {
    const id = ids[index] ?? '';
    const key = machineKey(machine);
    const ports = { interfaces: interfaces.get(key) ?? [], addresses: addresses.get(key) ?? [] };
    const ask = answerer(mapping, 'systems', id, warnings);
    const type = (ask(typeQuestions(machine)) as SystemType | undefined) ?? typeFromRole(machine.role);
    const found = placing.segmentsOf(id, machine, ports, type === 'network-device');
    const layer = found?.length === 0 ? ask(layerQuestions(machine)) : undefined;
    if (layer !== undefined) layers.add(layer);
    const stands = layer === undefined ? found : [layerSegmentId(layer)];
    return toRecord(id, machine, type, stands, addressesOf(machine, ports), ask);
  });
  placing.finish();
  return {
    records,
    keys,
    ids: new Map(keys.map((key, index) => [key, ids[index] ?? ''])),
    layers: [...layers].sort(),
  };
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
