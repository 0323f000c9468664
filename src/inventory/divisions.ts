import type { Organization } from '../../generated/records.ts';
import { addToGroup } from '../base/groups.ts';

/** One division (所管課) as the organization lists it. What breaks the schema may lack its name. */
type ListedDivision = Partial<NonNullable<Organization['divisions']>[number]>;

/** A division of the body, listed or only named by a record. */
export interface Division {
  /** its id or, where it has none, its name: what tells it from others */
  readonly id: string;
  readonly name: string;
  /** the id of the agency that it belongs to */
  readonly agency?: string;
}

/** What a record may write in `division` and `agency`. */
export interface Divided {
  readonly division?: string;
  readonly agency?: string;
}

/** The divisions of a body. As long as the organization lists none, what a record writes is a division by itself. */
export class Divisions {
  /** as listed, in their order; `undefined` where the organization has no list */
  readonly listed: readonly Division[] | undefined;
  /** every name and id that a record may write, with those it means; an id stands for its own division alone */
  readonly #meant = new Map<string, Division[]>();
  /** what records write that is not listed */
  readonly #written = new Map<string, Division>();

  constructor(listed: readonly (ListedDivision | undefined)[] | undefined) {
    this.listed = listed?.flatMap((one) => asDivision(one) ?? []);
    const divisions = this.listed ?? [];
    for (const division of divisions)
      if (division.name !== division.id) addToGroup(this.#meant, division.name, division);
    for (const division of divisions.toReversed()) this.#meant.set(division.id, [division]);
  }

  /** The words by which a division may be written. */
  get words(): ReadonlyMap<string, unknown> {
    return this.#meant;
  }

  /**
   * @returns the divisions that a record may mean. Of several with one name the agency of the record decides, where it writes
   *   one; none where the organization lists others
   */
  meant({ division, agency }: Divided): readonly Division[] {
    if (division === undefined) return [];
    if (this.listed === undefined) return [this.#asWritten(division)];
    const meant = this.#meant.get(division) ?? [];
    const own = meant.filter((one) => one.agency === agency);
    return meant.length > 1 && agency !== undefined && own.length > 0 ? own : meant;
  }

  /** @returns the division of a record: the one that it means or, where that is none or not certain, what it writes */
  of(record: Divided): Division | undefined {
    if (record.division === undefined) return undefined;
    const [first, ...others] = this.meant(record);
    return first === undefined || others.length > 0 ? this.#asWritten(record.division) : first;
  }

  /** @returns the agency that the division of a record belongs to, if it is certain */
  agencyOf(record: Divided): string | undefined {
    const agencies = new Set(this.meant(record).map(({ agency }) => agency));
    return agencies.size === 1 ? [...agencies][0] : undefined;
  }

  #asWritten(division: string): Division {
    const known = this.#written.get(division) ?? { id: division, name: division };
    this.#written.set(division, known);
    return known;
  }
}

function asDivision({ id, name = id, agency }: ListedDivision = {}): Division | undefined {
  if (name === undefined) return undefined;
  return { id: id ?? name, name, ...(agency !== undefined && { agency }) };
}
