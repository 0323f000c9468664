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

/**
 * The issues of one rule with one record. Issues of the same key under several policies, or several clauses of one, are
 * merged: the worst verdict, the highest severity, all clauses; of two alike, what the first says. What a clause in force makes
 * of an issue goes before what one makes of it that is yet to come.
 */
export class MergedIssues {
  readonly #byKey = new Map<string, MergedIssue>();

  hold(key: string, found: MergedIssue): void {
    const known = this.#byKey.get(key);
    if (known === undefined) {
      this.#byKey.set(key, found);
      return;
    }
    const clauses = together(known.clauses, found.clauses);
    if ((known.announced === undefined) !== (found.announced === undefined)) {
      this.#byKey.set(key, { ...(known.announced === undefined ? known : found), clauses });
      return;
    }
    const severity = heaviest([known.severity, found.severity]);
    const announced = [known, found].flatMap((one) => one.announced ?? []).sort()[0];
    const { issue, verdict, ...worst } =
      worse(known.verdict, found.verdict) === known.verdict ? known : found;
    // One policy that states the measure suffices: it is then not interpreted.
    const interpreted =
      known.verdict === found.verdict ? known.interpreted && found.interpreted : worst.interpreted;
    const duty = known.verdict === found.verdict ? known.duty || found.duty : worst.duty;
    const ofLaw = known.verdict === found.verdict ? known.ofLaw && found.ofLaw : worst.ofLaw;
    this.#byKey.set(key, {
      issue,
      verdict,
      interpreted,
      duty,
      ofLaw,
      severity,
      clauses,
      ...defined({ announced }),
    });
  }

  values(): Iterable<MergedIssue> {
    return this.#byKey.values();
  }
}

/** A clause may ask a rule twice, with other numbers. */
function together(some: readonly CitedClause[], more: readonly CitedClause[]): readonly CitedClause[] {
  return [
    ...some,
    ...more.filter(({ policy, ref }) => !some.some((one) => one.policy === policy && one.ref === ref)),
  ];
}
