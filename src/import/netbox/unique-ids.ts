import type { RecordSection, StateRecord } from '../../register/state.ts';

/** The id that a record would like, and what is appended where another wants the same. */
export interface WantedId {
  /** what NetBox counts it by, such as `device-12`: the same in each import, whatever it is called */
  readonly key: string;
  readonly id: string;
  /** unique among all; it rests on NetBox's own id, so that it is the same in each import */
  readonly mark: string;
}

/** The ids that the last import gave the records of a section, by their keys. */
export type KnownIds = ReadonlyMap<string, string>;

/** @returns the ids of the last import */
export function knownIds(section: RecordSection, records: readonly StateRecord[]): KnownIds {
  return new Map(
    records
      .filter((record) => record.section === section)
      .flatMap(({ number, id }) => (number === undefined ? [] : [[number, id] as const])),
  );
}

/**
 * Gives every record an id of its own: the one that it had, or one that is made once. Where several want the same, each of them
 * gets its mark appended, the first one too: otherwise the order of NetBox would decide.
 *
 * What was deleted in NetBox and entered again is known by the id that it wants, where nothing else has it.
 *
 * @returns the ids in the order of what was wanted
 */
export function uniqueIds(wanted: readonly WantedId[], known: KnownIds = new Map()): string[] {
  const keys = new Set(wanted.map(({ key }) => key));
  const free = new Set([...known].filter(([key]) => !keys.has(key)).map(([, id]) => id));
  const fresh = wanted.filter(({ key }) => !known.has(key));
  const counts = new Map<string, number>();
  for (const { id } of fresh) counts.set(id, (counts.get(id) ?? 0) + 1);
  const before = new Set(known.values());
  const isOwn = (id: string) => counts.get(id) === 1 && (!before.has(id) || free.has(id));
  const taken = new Set([...before, ...fresh.map(({ id }) => id).filter(isOwn)]);
  return wanted.map(({ key, id, mark }) => {
    const old = known.get(key);
    if (old !== undefined) return old;
    if (isOwn(id)) return id;
    let unique = `${id}-${mark}`;
    while (taken.has(unique)) unique += `-${mark}`;
    taken.add(unique);
    return unique;
  });
}
