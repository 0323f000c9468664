import type { System } from '../../../generated/records.ts';
import type { StateRecord } from '../../register/state.ts';
import { keyOf } from './ask.ts';
import { convertCables } from './connections.ts';
import type { NetboxLists } from './lists.ts';
import type { Mapping } from './mapping.ts';
import type { NetboxWarning } from './problem.ts';
import type { ImportedInventory, Skipped, SkipReason, WrittenSection } from './records.ts';
import { convertSegments, layerSegment, layerSegmentId } from './segments.ts';
import { convertSystems } from './systems.ts';
import { knownIds } from './unique-ids.ts';
import { unusedMappings } from './unused.ts';

/** The counts of an import: records, how complete they are, and what was skipped. */
export interface ImportSummary {
  readonly systems: number;
  readonly systemsWithType: number;
  readonly systemsWithSegment: number;
  readonly segments: number;
  readonly segmentsWithLayer: number;
  readonly connections: number;
  readonly skipped: Skipped;
}

/** The result of a conversion. */
export interface Conversion {
  readonly inventory: ImportedInventory;
  /** what each record is known by at the next import */
  readonly keys: Readonly<Record<WrittenSection, readonly string[]>>;
  readonly summary: ImportSummary;
  readonly warnings: readonly NetboxWarning[];
}

/**
 * Turns a NetBox into an inventory, as far as it goes. What NetBox does not say is not written: an absent
 * field is `unknown`, and an invented one could make a rule pass.
 *
 * @param last the records that the last import gave, whose ids stay
 */
export function convert(lists: NetboxLists, mapping: Mapping, last: readonly StateRecord[]): Conversion {
  const warnings: NetboxWarning[] = [];
  const network = convertSegments(lists, mapping, knownIds('segments', last), warnings);
  const systems = convertSystems(lists, mapping, network, knownIds('systems', last), warnings);
  const segments = [...network.records, ...systems.layers.map(layerSegment)];
  const segmentIds = new Set(segments.map(({ id }) => id));
  // Where a segment has the same id, a bare one would be ambiguous.
  const refer = (system: string) => (segmentIds.has(system) ? `systems/${system}` : system);
  const connections = convertCables(lists.cables, systems.ids, knownIds('connections', last), refer);
  const counts = new Map<SkipReason, number>([
    ...connections.skipped,
    ['container-prefix', network.containers],
    [
      'unassigned-address',
      lists.addresses.filter(({ owner, group }) => (owner ?? group) === undefined).length,
    ],
  ]);
  const inventory = { systems: systems.records, segments, connections: connections.records };
  const keys = {
    systems: systems.keys,
    segments: [...network.keys, ...systems.layers.map(layerSegmentId)],
    connections: connections.keys,
  };
  warnings.push(
    ...sharedAddresses(lists),
    ...unknownVlans(lists),
    ...rolesWithoutType(systems.records, lists),
    ...unusedMappings(lists, network, mapping),
  );
  return { inventory, keys, summary: { ...count(inventory), skipped: skippedOf(counts) }, warnings };
}

function count({ systems, segments, connections }: ImportedInventory): Omit<ImportSummary, 'skipped'> {
  return {
    systems: systems.length,
    systemsWithType: systems.filter(({ type }) => type !== undefined).length,
    systemsWithSegment: systems.filter((system) => system.segments !== undefined).length,
    segments: segments.length,
    segmentsWithLayer: segments.filter(({ layer }) => layer !== undefined).length,
    connections: connections.length,
  };
}

function skippedOf(counts: ReadonlyMap<SkipReason, number>): Skipped {
  return Object.fromEntries([...counts].filter(([, number]) => number > 0).sort());
}

function sharedAddresses({ addresses }: NetboxLists): NetboxWarning[] {
  const shared = addresses.filter(({ owner, group }) => owner === undefined && group !== undefined);
  return shared.length === 0
    ? []
    : [{ code: 'shared-addresses', addresses: shared.map(({ address }) => address.text) }];
}

function unknownVlans({ vlans, prefixes, interfaces }: NetboxLists): NetboxWarning[] {
  const known = new Set(vlans.map(({ id }) => id));
  const named = [...prefixes.map(({ vlan }) => vlan), ...interfaces.flatMap((port) => port.vlans)];
  const unknown = [...new Set(named)].filter((vlan) => vlan !== undefined).filter((vlan) => !known.has(vlan));
  return unknown.length === 0 ? [] : [{ code: 'unknown-vlans', vlans: unknown.sort((a, b) => a - b) }];
}

function rolesWithoutType(systems: readonly System[], { machines }: NetboxLists): NetboxWarning[] {
  const counts = new Map<string, number>();
  for (const [index, { type }] of systems.entries()) {
    const role = keyOf(machines[index]?.role);
    if (type === undefined && role !== undefined) counts.set(role, (counts.get(role) ?? 0) + 1);
  }
  return [...counts].map(([role, number]) => ({ code: 'role-without-type', role, systems: number }));
}
