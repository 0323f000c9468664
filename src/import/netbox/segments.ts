import type { Segment } from '../../../generated/records.ts';
import type { AddressRange } from '../../base/addresses.ts';
import { groupBy } from '../../base/groups.ts';
import { agencyQuestions, answerer, keyOf, type Question, wordsOf } from './ask.ts';
import { given } from './json.ts';
import type { NetboxLists, Prefix, Vlan } from './lists.ts';
import type { Mapping } from './mapping.ts';
import { layerName, layerNote, notesOf } from './notes.ts';
import type { NetboxWarning } from './problem.ts';
import { RangeIndex } from './range-index.ts';
import type { Imported, Provenance } from './records.ts';
import { type KnownIds, uniqueIds, type WantedId } from './unique-ids.ts';

/** The segments of an import, and look-ups from NetBox's objects to them. */
export interface Segments {
  readonly records: readonly Imported<Segment>[];
  /** what NetBox counts each of them by */
  readonly keys: readonly string[];
  /** the id of a VLAN's segment, by NetBox's id of the VLAN */
  readonly byVlan: ReadonlyMap<number, string>;
  readonly byAddress: SegmentsByAddress;
  /** prefixes that hold others together and are no segments */
  readonly containers: number;
}

/** A VLAN with its prefixes, or a prefix that belongs to no VLAN. */
interface Plan {
  readonly vlan?: Vlan;
  readonly prefixes: readonly Prefix[];
}

/**
 * A VLAN is one segment, and its prefixes are that segment's address ranges; a prefix without a VLAN is a
 * segment of its own. A prefix of status `container` is none: it holds those inside it together, and as a
 * segment it would overlap every one of them.
 */
export function convertSegments(
  lists: NetboxLists,
  mapping: Mapping,
  known: KnownIds,
  warnings: NetboxWarning[],
): Segments {
  const inUse = lists.prefixes.filter(({ status }) => status !== 'container');
  const plans = planSegments(lists.vlans, inUse);
  const wanted = plans.map(wantedId);
  const ids = uniqueIds(wanted, known);
  const keys = wanted.map(({ key }) => key);
  const byVlan = new Map<number, string>();
  const byAddress = new SegmentsByAddress();
  const records = plans.map((plan, index) => {
    const id = ids[index] ?? '';
    if (plan.vlan !== undefined) byVlan.set(plan.vlan.id, id);
    for (const { range, vrf } of plan.prefixes) byAddress.add(vrf?.id, range, id);
    return toRecord(id, plan, mapping, warnings);
  });
  return { records, keys, byVlan, byAddress, containers: lists.prefixes.length - inUse.length };
}

/** @returns the segment that stands for a layer, for systems of which nothing more is known */
export function layerSegment(layer: string): Segment {
  return { id: layerSegmentId(layer), name: layerName(layer), layer, notes: layerNote };
}

/** Cannot collide with the id of a VLAN or prefix, which begin differently. */
export function layerSegmentId(layer: string): string {
  return `layer-${layer}`;
}

/**
 * Which segments an address may lie in, each VRF for itself: two of them may use the same range. There are several where one
 * range belongs to several VLANs, as that of a home router does at each branch of a body.
 */
export class SegmentsByAddress {
  readonly #tables = new Map<number | undefined, RangeIndex<Set<string>>>();

  add(vrf: number | undefined, range: AddressRange, segment: string): void {
    const table = this.#tables.get(vrf) ?? new RangeIndex<Set<string>>();
    this.#tables.set(vrf, table);
    const known = table.at(range);
    if (known === undefined) table.add(range, new Set([segment]));
    else known.add(segment);
  }

  find(vrf: number | undefined, address: AddressRange): readonly string[] {
    return [...(this.#tables.get(vrf)?.narrowest(address) ?? [])];
  }

  /** For an address whose VRF is not known: what all VRFs together leave. */
  findAnywhere(address: AddressRange): readonly string[] {
    const found = [...this.#tables.values()].flatMap((table) => [...(table.narrowest(address) ?? [])]);
    return [...new Set(found)];
  }
}

function planSegments(vlans: readonly Vlan[], prefixes: readonly Prefix[]): Plan[] {
  const known = new Set(vlans.map(({ id }) => id));
  const byVlan = groupBy(prefixes, ({ vlan }) => vlan);
  return [
    ...vlans.map((vlan) => ({ vlan, prefixes: byVlan.get(vlan.id) ?? [] })),
    ...prefixes
      .filter(({ vlan }) => vlan === undefined || !known.has(vlan))
      .map((prefix) => ({ prefixes: [prefix] })),
  ];
}

function wantedId({ vlan, prefixes: [prefix] }: Plan): WantedId {
  if (vlan !== undefined) {
    return {
      key: `vlan-${vlan.id}`,
      id: joinId('vlan', keyOf(vlan.group ?? vlan.site), String(vlan.vid)),
      mark: `netbox-${vlan.id}`,
    };
  }
  return {
    key: `prefix-${prefix?.id}`,
    id: joinId('prefix', prefix?.vrf?.name, prefix?.cidr.replace(/^:+/, '').replaceAll(/[.:/]+/g, '-')),
    mark: `netbox-${prefix?.id}`,
  };
}

function joinId(...parts: readonly (string | undefined)[]): string {
  return parts
    .filter((part) => part !== undefined)
    .join('-')
    .replaceAll(/\s+/g, '-');
}

function toRecord(
  id: string,
  { vlan, prefixes }: Plan,
  mapping: Mapping,
  warnings: NetboxWarning[],
): Imported<Segment> {
  const main = vlan ?? prefixes[0];
  const answer = answerer(mapping, 'segments', id, warnings);
  return {
    id,
    name: segmentName(vlan, prefixes[0]),
    ...given('agency', answer(agencyQuestions(main?.tenant, main?.site))),
    ...given('layer', answer(layerQuestions(id, vlan, prefixes))),
    ...(prefixes.length === 0 ? {} : { cidr: [...new Set(prefixes.map(({ cidr }) => cidr))] }),
    ...given(
      'notes',
      notesOf(main?.status, vlan?.description, ...prefixes.map(({ description }) => description)),
    ),
    'x-netbox': provenance(vlan, prefixes),
  };
}

function layerQuestions(id: string, vlan: Vlan | undefined, prefixes: readonly Prefix[]): Question[] {
  const parts = vlan === undefined ? prefixes : [vlan, ...prefixes];
  return [
    ...(vlan === undefined ? [id] : [id, vlan.name, String(vlan.vid)]).map(
      (word): Question => ({ table: 'layers.vlans', words: [word] }),
    ),
    { table: 'layers.prefixes', words: [], ranges: prefixes.map(({ range }) => range) },
    { table: 'layers.tags', words: wordsOf(...parts.flatMap(({ tags }) => tags)) },
    { table: 'layers.roles', words: wordsOf(...parts.map(({ role }) => role)) },
    { table: 'layers.vrfs', words: wordsOf(...prefixes.map(({ vrf }) => vrf)) },
    { table: 'layers.sites', words: wordsOf(...parts.map(({ site }) => site)) },
  ];
}

/**
 * Half the VLANs of a NetBox are called "Data": only with site and number does a report say which is meant.
 */
function segmentName(vlan: Vlan | undefined, prefix: Prefix | undefined): string {
  const place = vlan?.site?.name ?? vlan?.group?.name ?? prefix?.site?.name;
  const what =
    vlan === undefined
      ? [prefix?.vrf?.name, prefix?.role?.name, prefix?.cidr]
      : [vlan.name, `(VLAN ${vlan.vid})`];
  return [place, ...what].filter((part) => part !== undefined).join(' ');
}

function provenance(vlan: Vlan | undefined, prefixes: readonly Prefix[]): Provenance {
  const main = vlan ?? prefixes[0];
  return {
    ...(vlan === undefined ? given('prefix', prefixes[0]?.id) : { vlan: vlan.id }),
    ...given('site', keyOf(main?.site)),
    ...given('role', keyOf(main?.role)),
    ...given('vrf', prefixes.find(({ vrf }) => vrf !== undefined)?.vrf?.name),
  };
}
