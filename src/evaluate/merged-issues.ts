import type { Day } from '../base/date.ts';
import { defined } from '../base/defined.ts';
import type { Severity } from '../policy/policy.ts';
import { heaviest } from '../policy/severity.ts';
import type { CitedClause } from '../result/result.ts';
import type { Issue } from '../rule.ts';
import { worse } from './verdicts.ts';

/** An issue with what the policies make of it, one or several. */
export interface MergedIssue {
  readonly issue: Issue;
  readonly verdict: 'fail' | 'unknown' | 'review';
  readonly severity: Severity;
  /** no clause states the measure; the clauses are only interpreted so */
  readonly interpreted: boolean;
  /** a clause states it as a duty; one of law does not count */
  readonly duty: boolean;
  /** all clauses by which it has its verdict are of law */
  readonly ofLaw: boolean;
  /** the clauses that ask for it, policy by policy */
  readonly clauses: readonly CitedClause[];
  /** the first day on which one of the clauses is in force, where none is yet */
  readonly announced?: Day;
}

/** How many joined ones are kept: what is different of every record would only be held twice. */
const most = 5_000;

/**
 * Joins what several policies, or several clauses of one, make of the same issue: the worst verdict, the highest severity, all
 * clauses; of two alike, what the first says. What a clause in force makes of an issue goes before what one makes of it that
 * is yet to come. Rules say the same of record after record, so that it is joined once.
 */
export class Joined {
  readonly #known = new Map<MergedIssue, Map<MergedIssue, MergedIssue>>();
  #size = 0;

  of(known: MergedIssue, found: MergedIssue): MergedIssue {
    let joined = this.#known.get(known)?.get(found);
    if (joined === undefined) {
      joined = join(known, found);
      if (this.#size++ < most) this.#keep(known, found, joined);
    }
    return joined;
  }

  #keep(known: MergedIssue, found: MergedIssue, joined: MergedIssue): void {
    const withKnown = this.#known.get(known) ?? new Map<MergedIssue, MergedIssue>();
    this.#known.set(known, withKnown.set(found, joined));
  }
}

/** The issues of one rule with one record; issues of the same key under several policies, or several clauses of one, are joined. */
export class MergedIssues {
  readonly #joined: Joined;
  /** nearly always there is one, for which no map is made */
  #first: { readonly key: string; issue: MergedIssue } | undefined;
  #others: Map<string, MergedIssue> | undefined;

  constructor(joined: Joined) {
    this.#joined = joined;
  }

  hold(key: string, found: MergedIssue): void {
    if (this.#first === undefined) this.#first = { key, issue: found };
    else if (this.#first.key === key) this.#first.issue = this.#joined.of(this.#first.issue, found);
    else {
      this.#others ??= new Map();
      const known = this.#others.get(key);
      this.#others.set(key, known === undefined ? found : this.#joined.of(known, found));
    }
  }

  values(): readonly MergedIssue[] {
    if (this.#first === undefined) return [];
    return [this.#first.issue, ...(this.#others?.values() ?? [])];
  }
}

function join(known: MergedIssue, found: MergedIssue): MergedIssue {
  const clauses = together(known.clauses, found.clauses);
  if ((known.announced === undefined) !== (found.announced === undefined))
    return { ...(known.announced === undefined ? known : found), clauses };
  const severity = heaviest([known.severity, found.severity]);
  const announced = [known, found].flatMap((one) => one.announced ?? []).sort()[0];
  const { issue, verdict, ...worst } = worse(known.verdict, found.verdict) === known.verdict ? known : found;
  // One policy that states the measure suffices: it is then not interpreted.
  const interpreted =
    known.verdict === found.verdict ? known.interpreted && found.interpreted : worst.interpreted;
  const duty = known.verdict === found.verdict ? known.duty || found.duty : worst.duty;
  const ofLaw = known.verdict === found.verdict ? known.ofLaw && found.ofLaw : worst.ofLaw;
  return { issue, verdict, interpreted, duty, ofLaw, severity, clauses, ...defined({ announced }) };
}

/** A clause may ask a rule twice, with other numbers. */
function together(some: readonly CitedClause[], more: readonly CitedClause[]): readonly CitedClause[] {
  return [
    ...some,
    ...more.filter(({ policy, ref }) => !some.some((one) => one.policy === policy && one.ref === ref)),
  ];
}
