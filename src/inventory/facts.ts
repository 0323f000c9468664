import type { Section } from '../../generated/records.ts';
import { sha256 } from '../base/digest.ts';
import type { Entry, Inventory } from './inventory.ts';

/**
 * The fields that say what a record is, where it stands and what it lets through. A permission, or an entry of a
 * baseline, was given to a record of these facts; whatever else of it changes, such as its name or its notes, the
 * permission still fits.
 */
const decisive: Partial<Record<Section, readonly string[]>> = {
  assets: ['form', 'medium', 'classification', 'contains', 'affairs', 'service'],
  systems: ['type', 'segments', 'forwards', 'sanitisation', 'classification'],
  segments: ['layer', 'network', 'externalNetwork'],
  connections: ['from', 'to', 'direction', 'protocol', 'ports', 'control', 'sanitisation', 'specific'],
  services: ['type', 'layer', 'reachedBy', 'confidentiality', 'scope'],
};

/** The decisive facts that a record states, by their path, each as a digest: `to`, `specific.ports`. */
export type Facts = Readonly<Record<string, string>>;

/** @returns the decisive facts of a record and, of a connection, of the records at its ends */
export function factsOf({ section, record }: Entry, inventory: Inventory): Facts {
  const facts: Record<string, string> = {};
  addFacts(facts, '', section, record);
  if (section === 'connections') {
    const { from, to, specific } = record as Entry<'connections'>['record'];
    for (const [end, id] of Object.entries({ from, to, destination: specific?.destination })) {
      const found = inventory.end(id);
      if (found !== undefined) addFacts(facts, `${end} `, found.section, found.record);
    }
  }
  return facts;
}

/**
 * @returns the paths of facts that were stated and now differ or are gone. One that was not stated is information, which
 *   permits nothing more.
 */
export function changedFacts(before: Facts, now: Facts): readonly string[] {
  return Object.keys(before).filter((path) => before[path] !== now[path]);
}

function addFacts(facts: Record<string, string>, prefix: string, section: Section, record: object): void {
  const values = record as Readonly<Record<string, unknown>>;
  for (const field of decisive[section] ?? ['type']) addLeaves(facts, prefix + field, values[field]);
}

function addLeaves(facts: Record<string, string>, path: string, value: unknown): void {
  if (value === undefined || value === null) return;
  if (typeof value === 'object' && !Array.isArray(value))
    for (const [key, item] of Object.entries(value)) addLeaves(facts, `${path}.${key}`, item);
  else facts[path] = sha256(JSON.stringify(inAnyOrder(value))).slice(0, 16);
}

/** The items of a list are stated in no order. */
function inAnyOrder(value: unknown): unknown {
  return Array.isArray(value) ? value.map((item) => JSON.stringify(item)).sort() : value;
}
