import type { Verdict } from '../rule.ts';

/** Verdicts given, and how many of them an exception covers. */
export type TallyCounts = Record<Verdict | 'excepted', number>;

/** How often one rule came to each verdict under one policy, by agency ('' where a record names none). */
export class Tally {
  readonly #byAgency = new Map<string, TallyCounts>();
  /** by clause and agency, how its counts differ from those of the rule */
  readonly #differences = new Map<string, Map<string, TallyCounts>>();

  add(record: object, verdict: Verdict, excepted: boolean): void {
    count(this.#byAgency, record, verdict, excepted, 1);
  }

  /** Of a record already counted: what it comes to under one clause, which not all that was found goes back to. */
  correct(
    ref: string,
    record: object,
    counted: { readonly verdict: Verdict; readonly excepted: boolean },
    verdict: Verdict,
  ): void {
    const differences = this.#differences.get(ref) ?? new Map<string, TallyCounts>();
    this.#differences.set(ref, differences);
    count(differences, record, counted.verdict, counted.excepted, -1);
    count(differences, record, verdict, counted.excepted && verdict !== 'pass', 1);
  }

  /** @returns the counts over all agencies: of the rule, or as one of the clauses that cite it has them */
  total(ref?: string): Readonly<TallyCounts> {
    const total = noCounts();
    const differences = ref === undefined ? undefined : this.#differences.get(ref);
    for (const counts of [...this.#byAgency.values(), ...(differences?.values() ?? [])]) {
      for (const key of Object.keys(total) as (keyof TallyCounts)[]) total[key] += counts[key];
    }
    return total;
  }
}

function count(
  byAgency: Map<string, TallyCounts>,
  record: object,
  verdict: Verdict,
  excepted: boolean,
  by: 1 | -1,
): void {
  const { agency = '' } = record as { agency?: string };
  let counts = byAgency.get(agency);
  if (counts === undefined) {
    counts = noCounts();
    byAgency.set(agency, counts);
  }
  counts[verdict] += by;
  if (excepted) counts.excepted += by;
}

function noCounts(): TallyCounts {
  return { pass: 0, fail: 0, unknown: 0, review: 0, 'not-applicable': 0, excepted: 0 };
}
