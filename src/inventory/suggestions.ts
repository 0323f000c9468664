import { suggest } from '../schema/suggest.ts';

/**
 * How many ids a wrong one is compared with, and how often that is done in all, which is worth a second or so: with
 * more, a register full of wrong ids would take for ever, and hundreds of them are no slips of the pen.
 */
const mostCompared = 2000;
const mostComparedInAll = 1_000_000;

/** Ids, of which it is known how many there are before any is looked at. */
export type Ids = Pick<ReadonlyMap<string, unknown>, 'size' | 'keys'>;

/** What was probably meant by ids that are not there. */
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
