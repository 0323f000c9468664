import type { Day } from '../base/date.ts';
import { defined } from '../base/defined.ts';
import { groupBy } from '../base/groups.ts';
import { forceOf } from './in-force.ts';
import type { Citation, Floor, WrittenPredicate } from './policy.ts';

/** What some clauses of a policy ask alike of a rule: of the same records, with the same numbers. */
export interface Terms {
  readonly citations: readonly Citation[];
  /** none of them is in force yet */
  readonly announced?: true;
  /** the levels from which on they ask it */
  readonly floor?: Floor;
  /** of which records they ask it */
  readonly where?: WrittenPredicate;
  /** they ask nothing of what exists, or runs, on this day */
  readonly newFrom?: Day;
  /** the values of parameters that they state */
  readonly parameters?: Readonly<Record<string, unknown>>;
}

/** Tells of two values of a parameter which one is the stricter: below 0 the first, above 0 the second. */
export type Strictness = (parameter: string, a: unknown, b: unknown) => number;

/**
 * @param citations of one rule, in the order of the document; none of a clause that has ended
 * @returns the terms, the strictest first, so that of two issues at one place that of the strictest is told; what clauses
 *   ask that are not in force yet is apart from what is asked today, and comes after it
 */
export function termsOf(citations: readonly Citation[], asOf: Day, strictness: Strictness): Terms[] {
  const isAnnounced = ({ clause }: Citation) => forceOf(clause, asOf) === 'announced';
  return [
    ...alikeTerms(
      citations.filter((citation) => !isAnnounced(citation)),
      strictness,
    ),
    ...alikeTerms(citations.filter(isAnnounced), strictness).map(
      (terms): Terms => ({ ...terms, announced: true }),
    ),
  ];
}

function alikeTerms(citations: readonly Citation[], strictness: Strictness): Terms[] {
  const alike = groupBy(citations, ({ atLeast, where, parameters, clause }) =>
    JSON.stringify([sorted(atLeast), where ?? {}, sorted(parameters), newFrom(clause) ?? null]),
  );
  const terms = ([...alike.values()] as [Citation, ...Citation[]][]).map((own): Terms => {
    const [{ atLeast: floor, where, parameters, clause }] = own;
    return {
      citations: own,
      ...defined({ newFrom: newFrom(clause) }),
      ...(floor && { floor }),
      ...(where && { where }),
      ...(parameters && { parameters }),
    };
  });
  return terms.sort((a, b) => compare(a.parameters ?? {}, b.parameters ?? {}, strictness));
}

/** The day from which on what is new is asked of, where a clause leaves out what exists then. */
function newFrom({ newOnly, inForce }: Citation['clause']): Day | undefined {
  return newOnly === true ? inForce?.from : undefined;
}

function compare(a: object, b: object, strictness: Strictness): number {
  const [first, second] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
  for (const name of [...new Set([...first.keys(), ...second.keys()])].sort()) {
    const order = strictness(name, first.get(name), second.get(name));
    if (order !== 0) return order;
  }
  return 0;
}

function sorted(values: object = {}): unknown {
  return Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1));
}
