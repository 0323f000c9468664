import { groupBy } from '../base/groups.ts';
import type { Citation, Floor, WrittenPredicate } from './policy.ts';

/** What some clauses of a policy ask alike of a rule: of the same records, with the same numbers. */
export interface Terms {
  readonly citations: readonly Citation[];
  /** the levels from which on they ask it */
  readonly floor?: Floor;
  /** of which records they ask it */
  readonly where?: WrittenPredicate;
  /** the values of parameters that they state */
  readonly parameters?: Readonly<Record<string, unknown>>;
}

/** Tells of two values of a parameter which one is the stricter: below 0 the first, above 0 the second. */
export type Strictness = (parameter: string, a: unknown, b: unknown) => number;

/**
 * @param citations of one rule, in the order of the document
 * @returns the terms, the strictest first, so that of two issues at one place that of the strictest is told
 */
export function termsOf(citations: readonly Citation[], strictness: Strictness): Terms[] {
  const alike = groupBy(citations, ({ atLeast, where, parameters }) =>
    JSON.stringify([sorted(atLeast), where ?? {}, sorted(parameters)]),
  );
  const terms = [...alike.values()].map((own): Terms => {
    const { atLeast: floor, where, parameters } = own[0] ?? {};
    return {
      citations: own,
      ...(floor && { floor }),
      ...(where && { where }),
      ...(parameters && { parameters }),
    };
  });
  return terms.sort((a, b) => compare(a.parameters ?? {}, b.parameters ?? {}, strictness));
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
