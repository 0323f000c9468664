import { defined } from '../base/defined.ts';
import { textsUnder } from '../catalogue/worded-texts.ts';
import { dutiesOf } from '../policy/duties.ts';
import type { Clause, Policy } from '../policy/policy.ts';
import { ByReference, foldReference, foldWidth, referenceMeant } from '../policy/reference.ts';
import { referenceOrder } from '../policy/reference-order.ts';
import type { ClauseEntry } from '../result/catalogue.ts';
import type { AnyRule } from '../rule.ts';

/** A clause with the policy that has it. */
export interface FoundClause {
  readonly policy: Policy;
  readonly clause: Clause;
}

/** @returns the clauses that a reference names, `isesaki 6(3)ア`, `isesaki:6(3)ア` or, in whatever policy, `6(3)ア` */
export function findClauses(asked: string, policies: readonly Policy[]): FoundClause[] {
  const { id, rest } = splitReference(asked);
  const named = policies.filter((policy) => policy.id === id);
  const ref = named.length > 0 ? rest : asked;
  return (named.length > 0 ? named : policies).flatMap((policy) =>
    clausesAt(ref, policy).map((clause) => ({ policy, clause })),
  );
}

/** @returns clauses with the titles of the rules that answer them, and of those that they answer elsewhere */
export function clauseEntries(
  found: readonly FoundClause[],
  policies: readonly Policy[],
  rules: readonly AnyRule[],
): ClauseEntry[] {
  const known = new Map(
    policies.map(({ id, clauses }) => [id, new ByReference(clauses.map(({ ref, title }) => [ref, title]))]),
  );
  return found.map(({ policy, clause }) => ({
    policy,
    clause,
    titles: new Map(rules.map((one) => [one.id, textsUnder(one, [policy]).title])),
    serves: (clause.serves ?? []).map((served) => ({
      ...served,
      ...defined({ title: known.get(served.policy)?.get(served.ref) }),
    })),
  }));
}

/** Splits `isesaki 6(3)ア` or `isesaki:6(3)ア` into policy and reference. */
export function splitReference(asked: string): { readonly id: string; readonly rest: string } {
  const [, id = '', rest = ''] = /^([^\s:]+)[\s:]+(.*)$/s.exec(foldWidth(asked).trim()) ?? [];
  return { id: id.toLowerCase(), rest };
}

/**
 * The clause of a reference; for a provision or bullet with several duties (`6(3)ア[1]`, `[2]`) and for an article of
 * several paragraphs (第6条第1項, 第6条第2項), all of them in their order.
 */
function clausesAt(ref: string, { clauses }: Policy): Policy['clauses'] {
  const refs = clauses.map((clause) => clause.ref);
  const meant = referenceMeant(ref, refs);
  if (meant !== undefined) return clauses.filter((clause) => clause.ref === meant);
  const duties = dutiesOf(ref, refs);
  const article = /第\d+条(?:の\d+)*$/.test(foldReference(ref)) ? `${foldReference(ref)}第` : undefined;
  const order = referenceOrder(refs);
  return clauses
    .filter(
      (clause) =>
        duties.includes(clause.ref) ||
        (article !== undefined && foldReference(clause.ref).startsWith(article)),
    )
    .sort((a, b) => order(a.ref, b.ref));
}
