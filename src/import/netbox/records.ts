import type { Connection, Segment, System } from '../../../generated/records.ts';

/**
 * Where a record comes from in NetBox, for people who look it up there: ids, and the slugs that a mapping
 * takes.
 */
export type Provenance = Readonly<Record<string, string | number>>;

/** A record of the inventory with its provenance, which rules pass over as they do all `x-` keys. */
export type Imported<Item> = Item & { readonly 'x-netbox'?: Provenance };

/** The part of an inventory that can be made from a NetBox. */
export interface ImportedInventory {
  readonly systems: readonly Imported<System>[];
  readonly segments: readonly Imported<Segment>[];
  readonly connections: readonly Imported<Connection>[];
}

/** A section that an import writes. */
export type WrittenSection = keyof ImportedInventory;

/** The sections that an import writes, a file each. */
export const writtenSections: readonly WrittenSection[] = ['systems', 'segments', 'connections'];

/** Why something in NetBox is no record of the inventory. */
export type SkipReason =
  /** cables that end at a carrier's line: what lies beyond is not in NetBox */
  | 'circuit-cable'
  | 'power-cable'
  | 'console-cable'
  /** cables with an end that is plugged into nothing */
  | 'unplugged-cable'
  | 'same-device-cable'
  /** cables that end at something else, or at a device that is not in the list */
  | 'unknown-end-cable'
  /** prefixes that only hold other prefixes together */
  | 'container-prefix'
  /** addresses that no device or virtual machine has */
  | 'unassigned-address';

/** How many things of each kind were left out. */
export type Skipped = Readonly<Partial<Record<SkipReason, number>>>;
