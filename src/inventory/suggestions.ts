import { suggest } from '../schema/suggest.ts';

/**
 * Limits on how many ids a wrong one is compared with, and on comparisons in all (about a second). Otherwise an inventory
 * full of wrong ids would take for ever, and hundreds of wrong ids are no typing errors.
 */
const mostCompared = 2000;
const mostComparedInAll = 1_000_000;

/** Ids whose number is known without iterating. */
export type Ids = Pick<ReadonlyMap<string, unknown>, 'size' | 'keys'>;

/** Suggestions for ids that do not exist. */
export class Suggestions {
  readonly #idsOf: (sections: readonly string[]) => readonly Ids[];
  /** by the wrong id and where it was looked for: many records may have the same */
  readonly #known = new Map<string, string | undefined>();
  #compared = 0;

  /** @param idsOf gives the ids of some sections */
  constructor(idsOf: (sections: readonly string[]) => readonly Ids[]) {
    this.#idsOf = idsOf;
  }

  /** @returns the id that is nearest to a wrong one; `undefined` where none is near, or there are too many to compare */
  nearest(id: string, sections: readonly string[]): string | undefined {
    const key = `${sections.join()}\n${id}`;
    if (!this.#known.has(key)) this.#known.set(key, this.#compare(id, this.#idsOf(sections)));
    return this.#known.get(key);
  }

  #compare(id: string, known: readonly Ids[]): string | undefined {
    const count = known.reduce((sum, { size }) => sum + size, 0);
    if (count > mostCompared || this.#compared + count > mostComparedInAll) return undefined;
    this.#compared += count;
    return suggest(
      id,
      known.flatMap((ids) => [...ids.keys()]),
    );
  }
}
