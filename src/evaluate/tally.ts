import { type CountedVerdict, noVerdicts } from './verdicts.ts';

/** Verdicts given, and how many of them an exception covers. */
export type TallyCounts = Record<CountedVerdict | 'excepted', number>;

/** How often each rule came to each verdict: policy id → rule id → counts. Integrity rules stand under the policy id ''. */
export type Tallies = ReadonlyMap<string, ReadonlyMap<string, Tally>>;

/** How often one rule came to each verdict under one policy, by agency ('' where a record names none). */
export class Tally {
  readonly #byAgency = new Map<string, TallyCounts>();
  /** the agency counted last, cached: counting is hot, and records of one agency follow each other */
  #agency: string | undefined;
  #counts = noCounts();
  /** by clause and agency, how its counts differ from those of the rule */
  readonly #differences = new Map<string, Map<string, TallyCounts>>();

  add(record: object, verdict: CountedVerdict, excepted: boolean): void {
    const agency = agencyOf(record);
    if (agency !== this.#agency) {
      this.#agency = agency;
      this.#counts = agencyCounts(this.#byAgency, agency);
    }
    this.#counts[verdict]++;
    if (excepted) this.#counts.excepted++;
  }

  /** Corrects the count of a record for one clause, where not all issues of the record name that clause. */
  correct(
    ref: string,
    record: object,
    counted: { readonly verdict: CountedVerdict; readonly excepted: boolean },
    verdict: CountedVerdict,
  ): void {
    const differences = this.#differences.get(ref) ?? new Map<string, TallyCounts>();
    this.#differences.set(ref, differences);
    const counts = agencyCounts(differences, agencyOf(record));
    counts[counted.verdict]--;
    counts[verdict]++;
    if (counted.excepted && withoutIssue.includes(verdict)) counts.excepted--;
  }

  /** @returns the counts over all agencies: of the rule, or of one clause that cites it */
  total(ref?: string): Readonly<TallyCounts> {
    const total = noCounts();
    const differences = ref === undefined ? undefined : this.#differences.get(ref);
    for (const counts of this.#byAgency.values()) addTo(total, counts);
    if (differences !== undefined) for (const counts of differences.values()) addTo(total, counts);
    return total;
  }
}

function addTo(total: TallyCounts, counts: Readonly<TallyCounts>): void {
  for (const key of countedKeys) total[key] += counts[key];
}

/** Verdicts that no issue stands behind, so that an exception covers none. */
const withoutIssue: readonly CountedVerdict[] = ['pass', 'not-applicable', 'transitional'];

function agencyOf(record: object): string {
  return (record as { agency?: string }).agency ?? '';
}

function agencyCounts(byAgency: Map<string, TallyCounts>, agency: string): TallyCounts {
  const known = byAgency.get(agency) ?? noCounts();
  byAgency.set(agency, known);
  return known;
}

function noCounts(): TallyCounts {
  return { ...noVerdicts(), excepted: 0 };
}

const countedKeys = Object.keys(noCounts()) as readonly (keyof TallyCounts)[];
