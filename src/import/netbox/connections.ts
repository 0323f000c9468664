import type { Connection } from '../../../generated/records.ts';
import type { Cable, Termination } from './lists.ts';
import { cableNote, notesOf } from './notes.ts';
import type { Imported, SkipReason } from './records.ts';
import { machineKey } from './systems.ts';
import { type KnownIds, uniqueIds, type WantedId } from './unique-ids.ts';

/** The connections of an import, and how many cables were skipped. */
export interface Connections {
  readonly records: readonly Imported<Connection>[];
  /** what NetBox counts each of them by */
  readonly keys: readonly string[];
  readonly skipped: ReadonlyMap<SkipReason, number>;
}

/** A system at an end of a cable, and the port there. */
interface End {
  readonly machine: string;
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
 * @param known the ids that the last import gave
 * @param refer writes a reference to a system
 */
export function convertCables(
  cables: readonly Cable[],
  systems: ReadonlyMap<string, string>,
  known: KnownIds,
  refer: (system: string) => string,
): Connections {
  const skipped = new Map<SkipReason, number>();
  const joins = cables.flatMap((cable) => {
    const pairs = pairsOf(cable, systems);
    if (!Array.isArray(pairs)) {
      skipped.set(pairs, (skipped.get(pairs) ?? 0) + 1);
      return [];
    }
    const isSingle = pairs.length === 1;
    return pairs.map((pair, index) => ({
      cable,
      pair,
      ...wantedId(cable, pair, isSingle ? undefined : index + 1),
    }));
  });
  const ids = uniqueIds(joins, known);
  const records = joins.map(({ cable, pair }, index) => toRecord(ids[index] ?? '', cable, pair, refer));
  return { records, keys: joins.map(({ key }) => key), skipped };
}

/** A cable that is moved to another device is still that cable; of a breakout cable the machines tell which pair is which. */
function wantedId({ id }: Cable, [from, to]: readonly [End, End], number: number | undefined): WantedId {
  const pair = [from.machine, to.machine].sort().join(' ');
  return number === undefined
    ? { key: `cable-${id}`, id: `cable-${id}`, mark: 'again' }
    : { key: `cable-${id} ${pair}`, id: `cable-${id}-${number}`, mark: 'again' };
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
    const machine = termination.device === undefined ? '' : machineKey(termination.device);
    const system = systems.get(machine);
    if (system === undefined || !carriesData.has(termination.type)) return undefined;
    ends.push({ machine, system, termination });
  }
  return ends;
}

function toRecord(
  id: string,
  cable: Cable,
  [from, to]: readonly [End, End],
  refer: (system: string) => string,
): Imported<Connection> {
  return {
    id,
    name: `${from.system} – ${to.system}`,
    from: refer(from.system),
    to: refer(to.system),
    confirmed: false,
    notes: notesOf(cable.status, cableNote([from.termination, to.termination], cable.label)) ?? '',
    'x-netbox': { cable: cable.id },
  };
}
