/** The id that a record would like, and what is appended where another wants the same. */
export interface WantedId {
  readonly id: string;
  /**
   * unique among all, such as `device-12`; it rests on NetBox's own id, so that it is the same in each import
   */
  readonly mark: string;
}

/**
 * Gives every record an id of its own. Where several want the same, each of them gets its mark appended, the
 * first one too: otherwise deleting one device in NetBox would rename another.
 *
 * @returns the ids in the order of what was wanted
 */
export function uniqueIds(wanted: readonly WantedId[]): string[] {
  const counts = new Map<string, number>();
  for (const { id } of wanted) counts.set(id, (counts.get(id) ?? 0) + 1);
  const taken = new Set([...counts].filter(([, count]) => count === 1).map(([id]) => id));
  return wanted.map(({ id, mark }) => {
    if (counts.get(id) === 1) return id;
    let unique = `${id}-${mark}`;
    while (taken.has(unique)) unique += `-${mark}`;
    taken.add(unique);
    return unique;
  });
}
