import { groupBy } from '../../base/groups.ts';
import type { FoundList } from './contents.ts';
import {
  addressReader,
  cableReader,
  type EntryReader,
  groupAssignmentReader,
  InterfaceIndex,
  readDevice,
  readInterface,
  readPrefix,
  readSite,
  readVirtualMachine,
  readVlan,
  readVrf,
} from './entries.ts';
import { asId, asObject, given } from './json.ts';
import type { ListName } from './list-names.ts';
import type { GroupAssignment, IpAddress, NetboxLists } from './lists.ts';
import type { EntryFlaw, NetboxWarning } from './problem.ts';

/** Reads the entries of all lists, with a warning for those that cannot be used. */
export function entriesOf(found: ReadonlyMap<ListName, FoundList>, warnings: NetboxWarning[]): NetboxLists {
  const read = <Entry extends object>(name: ListName, reader: EntryReader<Entry>): Entry[] => {
    const list = found.get(name);
    return list === undefined ? [] : readEntries(list, reader, warnings);
  };
  const interfaces = [...read('interfaces', readInterface), ...read('virtualInterfaces', readInterface)];
  const index = new InterfaceIndex(interfaces);
  return {
    machines: [...read('devices', readDevice), ...read('virtualMachines', readVirtualMachine)],
    vlans: read('vlans', readVlan),
    prefixes: read('prefixes', readPrefix),
    interfaces,
    addresses: placedInGroups(
      read('addresses', addressReader(index)),
      read('groupAssignments', groupAssignmentReader(index)),
    ),
    cables: read('cables', cableReader(index)),
    vrfs: read('vrfs', readVrf),
    sites: read('sites', readSite),
  };
}

/** Gives an address that a group of machines shares to each of them. */
function placedInGroups(
  addresses: readonly IpAddress[],
  assignments: readonly GroupAssignment[],
): IpAddress[] {
  const byGroup = groupBy(assignments, ({ group }) => group);
  return addresses.flatMap((address) => {
    const members = address.group === undefined ? [] : (byGroup.get(address.group) ?? []);
    return members.length === 0
      ? [address]
      : members.map(({ owner, port }) => ({ ...address, owner, ...given('port', port) }));
  });
}

/** Reads the entries of one list in the order of NetBox's ids, so that the order of pages does not matter. */
function readEntries<Entry extends object>(
  { file, entries }: FoundList,
  reader: EntryReader<Entry>,
  warnings: NetboxWarning[],
): Entry[] {
  const flaws = new Map<EntryFlaw, { entries: number; first: number }>();
  const byId = new Map<number, Entry>();
  for (const [index, value] of entries.entries()) {
    const flaw = readEntry(value, reader, byId);
    if (flaw === undefined) continue;
    const known = flaws.get(flaw);
    if (known === undefined) flaws.set(flaw, { entries: 1, first: index });
    else known.entries++;
  }
  for (const [flaw, counted] of flaws) warnings.push({ code: 'skipped-entries', file, flaw, ...counted });
  return [...byId.entries()].sort(([a], [b]) => a - b).map(([, entry]) => entry);
}

function readEntry<Entry extends object>(
  value: unknown,
  reader: EntryReader<Entry>,
  byId: Map<number, Entry>,
): EntryFlaw | undefined {
  const object = asObject(value);
  if (object === undefined) return 'not-an-object';
  const id = asId(object['id']);
  if (id === undefined) return 'no-id';
  // Pages that were fetched while NetBox was being edited overlap.
  if (byId.has(id)) return 'same-id';
  const entry = reader(object, id);
  if (typeof entry === 'string') return entry;
  byId.set(id, entry);
  return undefined;
}
