import type { Connection } from '../../../generated/records.ts';
import type { Cable, Termination } from './lists.ts';
import { cableNote, notesOf } from './notes.ts';
import type { Imported, SkipReason } from './records.ts';
import { machineKey } from './systems.ts';

/** The connections of an import, and how many cables were skipped. */
export interface Connections {
  readonly records: readonly Imported<Connection>[];
  readonly skipped: ReadonlyMap<SkipReason, number>;
}

/** A system at an end of a cable, and the port there. */
interface End {
  readonly system: string;
  readonly termination: Termination;
}

const reasons: ReadonlyMap<string, SkipReason> = new Map([
  ['circuits.circuittermination', 'circuit-cable'],
  ['dcim.powerport', 'power-cable'],
  ['dcim.poweroutlet', 'power-cable'],
  ['dcim.powerfeed', 'power-cable'],
  ['dcim.consoleport', 'console-cable'],
  ['dcim.consoleserverport', 'console-cable'],
]);

// Front and rear ports are those of patch panels, which are devices in NetBox.
const carriesData: ReadonlySet<string> = new Set(['dcim.interface', 'dcim.frontport', 'dcim.rearport']);

/**
 * A cable is one connection between the systems at its ends, never merged with another: each can then be
 * looked up and confirmed by itself. It is marked `confirmed: false`, since a cable is not a permission.
 *
 * @param systems ids of systems by `machineKey`
 * @param refer writes a reference to a system
 */
export function convertCables(
  cables: readonly Cable[],
  systems: ReadonlyMap<string, string>,
  refer: (system: string) => string,
): Connections {
  const skipped = new Map<SkipReason, number>();
  const records = cables.flatMap((cable) => {
    const pairs = pairsOf(cable, systems);
    if (!Array.isArray(pairs)) {
      skipped.set(pairs, (skipped.get(pairs) ?? 0) + 1);
      return [];
    }
    const single = pairs.length === 1;
    return pairs.map((pair, index) => toRecord(cable, pair, single ? undefined : index + 1, refer));
  });
  return { records, skipped };
}

/** @returns the pairs of systems that a cable joins, several for a breakout cable; or why there are none */
function pairsOf(cable: Cable, systems: ReadonlyMap<string, string>): (readonly [End, End])[] | SkipReason {
  const terminations = cable.ends.flat();
  if (cable.ends.some((end) => end.length === 0)) return 'unplugged-cable';
  for (const { type } of terminations) {
    const reason = reasons.get(type);
    if (reason !== undefined) return reason;
  }
  const [from, to] = cable.ends.map((end) => endsOf(end, systems));
  if (from === undefined || to === undefined) return 'unknown-end-cable';
  const pairs = new Map<string, readonly [End, End]>();
  for (const a of from) {
    for (const b of to) {
      const key = JSON.stringify([a.system, b.system].sort());
      if (a.system !== b.system) pairs.set(key, [a, b]);
    }
  }
  return pairs.size === 0 ? 'same-device-cable' : [...pairs.values()];
}

function endsOf(
  terminations: readonly Termination[],
  systems: ReadonlyMap<string, string>,
): End[] | undefined {
  const ends: End[] = [];
  for (const termination of terminations) {
    const system = termination.device === undefined ? undefined : systems.get(machineKey(termination.device));
    if (system === undefined || !carriesData.has(termination.type)) return undefined;
    ends.push({ system, termination });
  }
  return ends;
}

function toRecord(
  cable: Cable,
  [from, to]: readonly [End, End],
  number: number | undefined,
  refer: (system: string) => string,
): Imported<Connection> {
  return {
    id: `cable-${cable.id}${number === undefined ? '' : `-${number}`}`,
    name: `${from.system} – ${to.system}`,
    from: refer(from.system),
    to: refer(to.system),
    confirmed: false,
    notes: notesOf(cable.status, cableNote([from.termination, to.termination], cable.label)) ?? '',
    'x-netbox': { cable: cable.id },
  };
}
