import { defined } from '../base/defined.ts';
import type { Localized } from '../base/localized.ts';
import { announcedBy, clausesBehind } from '../catalogue/cited-clauses.ts';
import { type Reading, type Weights, weigh } from '../policy/severity.ts';
import type { CitedClause } from '../result/result.ts';
import type { AnyRule, Issue } from '../rule.ts';
import type { MergedIssue } from './merged-issues.ts';
import { verdictOf } from './verdicts.ts';

/** By what the issues of a rule are weighed under some clauses. */
export interface Weighing {
  readonly cited: readonly CitedClause[];
  readonly reading: Reading;
  /** the clauses are of law */
  readonly ofLaw: boolean;
  /** the remedy of the rule in the words of the body, where it is told in such */
  readonly remedy: Localized | undefined;
  /** the weights of the configuration */
  readonly weights: Weights;
}

/** How many different ones are kept: what is different of every record would only be held twice. */
const most = 5_000;

/**
 * What some clauses make of the issues of a rule. A rule says the same of record after record, so that it is weighed once, and
 * all findings hold the same.
 */
export class WeighedIssues {
  readonly #rule: AnyRule;
  readonly #by: Weighing;
  /** by path and key, what was said there last */
  readonly #known = new Map<string, { readonly said: Issue; readonly weighed: MergedIssue }>();

  constructor(rule: AnyRule, by: Weighing) {
    this.#rule = rule;
    this.#by = by;
  }

  of(issue: Issue): MergedIssue {
    const place = keyOf(issue);
    const known = this.#known.get(place);
    if (known !== undefined && saysTheSame(known.said, issue)) return known.weighed;
    const weighed = this.#weigh(issue);
    if (known !== undefined || this.#known.size < most) this.#known.set(place, { said: issue, weighed });
    return weighed;
  }

  #weigh(said: Issue): MergedIssue {
    const { cited, reading, ofLaw, remedy, weights } = this.#by;
    const issue = withAction(said, remedy);
    const verdict = verdictOf(issue, reading);
    const clauses = clausesBehind(issue, cited);
    const announced = announcedBy(clauses);
    return {
      issue,
      verdict,
      severity: announced === undefined ? weigh(this.#rule.id, verdict, reading, weights) : 'info',
      interpreted: issue.verdict === 'fail' && reading.interpreted,
      duty: !ofLaw && clauses.some(({ ref }) => reading.duties.has(ref)),
      ofLaw,
      clauses,
      ...defined({ announced }),
    };
  }
}

/** @returns what tells the issues of one rule with one record apart */
export function keyOf({ path, key }: Issue): string {
  return key === undefined || key === '' ? path : `${path}\n${key}`;
}

/** An issue for which the rule itself says what to do, where that is said in the words of the body. */
function withAction(issue: Issue, remedy: Localized | undefined): Issue {
  if (remedy === undefined || issue.remedy !== undefined || issue.action !== undefined) return issue;
  return { ...issue, action: remedy };
}

/** Whether two issues say the same: texts and lists may be made anew for each, all else is the same or belongs to one record. */
function saysTheSame(one: Issue, other: Issue): boolean {
  if (one === other) return true;
  let properties = 0;
  for (const name in one) {
    if (!isSame(one[name as keyof Issue], other[name as keyof Issue])) return false;
    properties++;
  }
  for (const _ in other) properties--;
  return properties === 0;
}

function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one)) return isSameList(one, other);
  const [text, same] = [one as Partial<Localized>, other as Partial<Localized>];
  return text.ja !== undefined && text.ja === same.ja && text.en === same.en && text.only === same.only;
}

function isSameList(one: readonly unknown[], other: object): boolean {
  return (
    Array.isArray(other) && one.length === other.length && one.every((item, index) => item === other[index])
  );
}
